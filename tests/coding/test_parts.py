"""The part of a review adds to what the words say, and never turns criticism into praise."""

import pytest

from tests.index.reviews import make_review
from wsr.coding.coder import Coder
from wsr.coding.parts import in_its_part
from wsr.coding.stance.judging import Judgement
from wsr.domain.coding import Reason, Stance
from wsr.domain.kinds import PassageKind, SectionKind
from wsr.vocabulary.codebooks import standard_codebook
from wsr.vocabulary.term_lists import standard_list


def _judged(stance: Stance, *rules: str) -> Judgement:
    return Judgement(0, 10, stance, tuple(Reason(rule=rule, words="words") for rule in rules))


@pytest.mark.parametrize("part", [SectionKind.INTRODUCTION, SectionKind.BACKGROUND, SectionKind.CHRONOLOGY])
def test_one_mild_word_is_no_praise_where_the_story_is_told(part: SectionKind) -> None:
    """Two are, and so is one strong one."""
    mild = in_its_part(_judged(Stance.IDENTIFIED, "merit"), part, listed=False)
    both = in_its_part(_judged(Stance.IDENTIFIED, "merit", "praise"), part, listed=False)
    strong = in_its_part(_judged(Stance.IDENTIFIED, "label"), part, listed=False)

    assert [Stance.NEUTRAL, Stance.IDENTIFIED, Stance.IDENTIFIED] == [mild.stance, both.stance, strong.stance]


def test_a_fact_of_the_story_is_no_criticism() -> None:
    """Until something else in the sentence says so; in an analysis it is enough."""
    fact = _judged(Stance.CRITICISM, "not_done")
    more = _judged(Stance.CRITICISM, "not_done", "denied_praise")

    assert Stance.NEUTRAL is in_its_part(fact, SectionKind.BACKGROUND, listed=False).stance
    assert Stance.CRITICISM is in_its_part(more, SectionKind.BACKGROUND, listed=False).stance
    assert Stance.CRITICISM is in_its_part(fact, SectionKind.ANALYSIS, listed=False).stance


def test_one_mild_word_is_enough_where_practice_is_weighed() -> None:
    """In an analysis, or where the part is not known."""
    for part in (SectionKind.ANALYSIS, None):
        assert (
            Stance.IDENTIFIED is in_its_part(_judged(Stance.IDENTIFIED, "merit"), part, listed=False).stance
        )


def test_an_item_of_a_list_of_effective_practice_is_praised_by_standing_there() -> None:
    """With the heading as the reason; the sentence that introduces the list is not."""
    texts = ("The panel notes the following.", "A hot chocolate and half an hour.")
    coder = Coder(standard_list(), standard_codebook())
    listed, introducing = (
        [
            (extract.stance, str(extract.stance_because[-1]))
            for extract in coder.extracts(
                make_review(
                    "CPR2019-W91", text, heading="Effective practice", kind=SectionKind.EFFECTIVE_PRACTICE, passage_kind=kind
                )
            )
        ]
        for text, kind in zip(reversed(texts), (PassageKind.LIST_ITEM, PassageKind.PARAGRAPH), strict=True)
    )  # fmt: skip

    assert [(Stance.IDENTIFIED, "part: effective_practice")] == listed
    assert [] == introducing


@pytest.mark.parametrize("stance", [Stance.CRITICISM, Stance.SUGGESTED, Stance.GENERAL])
def test_what_is_judged_otherwise_stays_as_it_is(stance: Stance) -> None:
    """Whatever the heading says."""
    assert stance is in_its_part(_judged(stance, "lapse"), SectionKind.EFFECTIVE_PRACTICE, listed=True).stance
