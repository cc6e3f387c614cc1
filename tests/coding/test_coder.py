"""From passages to extracts: where each lies, what makes one, and which places never do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.index.reviews import make_review
from wsr.coding.coder import Coder
from wsr.domain.coding import Stance
from wsr.domain.kinds import PassageKind, SectionKind
from wsr.vocabulary.codebooks import standard_codebook
from wsr.vocabulary.term_lists import standard_list

CODER = Coder(standard_list(), standard_codebook())

PRAISE = "It was good practice that the midwife called again."


def test_offsets_hold() -> None:
    """An extract's words lie in its passage where it says."""
    review = make_review("CPR2019-W91", f"It rained all day. {PRAISE} It was dark.", PRAISE)
    found = list(CODER.extracts(review))

    assert [(19, 70, "p1"), (0, 51, "p2")] == [(e.start, e.end, e.passage) for e in found]
    assert ["e1", "e2"] == [e.id for e in found]
    assert 2 == len({e.key for e in found})


def test_a_term_always_makes_an_extract() -> None:
    """Also where nothing is judged: the method reads every hit."""
    (found,) = CODER.extracts(make_review("CPR2019-W91", "The effective date was 3 May 2019."))

    assert (("effective",), (1,), 1) == (found.terms, found.term_counts, found.distinct_hits)
    assert Stance.NEUTRAL is found.stance


@pytest.mark.parametrize(
    "kind",
    [SectionKind.CONTENTS, SectionKind.ADMIN, SectionKind.LETTER, SectionKind.GLOSSARY, SectionKind.FRONT],
)
def test_places_that_speak_of_the_document_make_no_extract(kind: SectionKind) -> None:
    """Their hits are counted as left out, with the place as the reason."""
    review = make_review("CPR2019-W91", PRAISE, kind=kind)

    assert [] == list(CODER.extracts(review))
    assert {kind.value: 1} == CODER.left_out(review)


def test_the_forms_own_words_make_no_extract() -> None:
    """A prompt is no practice."""
    review = make_review("CPR2019-W91", PRAISE, passage_kind=PassageKind.PROMPT)

    assert [] == list(CODER.extracts(review))
    assert {"prompt": 1} == CODER.left_out(review)


@pytest.mark.parametrize(
    "kind",
    [
        SectionKind.TERMS_OF_REFERENCE,
        SectionKind.RECOMMENDATIONS,
        SectionKind.ACTION_PLAN,
        SectionKind.METHODOLOGY,
        SectionKind.PROCESS,
        SectionKind.REVIEWER_STATEMENT,
    ],
)
def test_places_that_ask_for_practice_judge_none(kind: SectionKind) -> None:
    """Their extracts are neutral, without codes, and say that the place is why."""
    explained = CODER.explain(PRAISE, kind)

    assert (Stance.NEUTRAL, f"place: {kind}") == (explained.stance, str(explained.stance_because[0]))
    assert () == explained.codes


@pytest.mark.parametrize(
    "text",
    [
        "(f) highlight good practice.",
        "To identify examples of effective practice;",
        "establish any good practice",
    ],
)
def test_the_statutory_purpose_is_no_praise(text: str) -> None:
    """Every domestic homicide review prints it."""
    assert Stance.NEUTRAL is CODER.explain(text).stance


def test_a_text_has_the_stance_of_its_most_telling_sentence() -> None:
    """What is judged speaks before what is not."""
    assert Stance.IDENTIFIED is CODER.explain(f"It rained. {PRAISE} It was dark.").stance


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=300))
def test_any_text_is_explained(text: str) -> None:
    """Stretches are in order, do not overlap, and are words of the text."""
    explained = CODER.explain(text)
    end = 0
    for sentence in explained.sentences:
        assert end <= sentence.start < sentence.end <= len(text)
        assert sentence.text == text[sentence.start : sentence.end]
        end = sentence.end


def test_parts_of_a_sentence_are_quoted_without_the_marks_between_them() -> None:
    """Praise of one act and criticism of another are two extracts."""
    review = make_review("CPR2019-W91", "The GP acted promptly, but the hospital failed to share the result.")

    assert [
        (Stance.IDENTIFIED, "The GP acted promptly"),
        (Stance.CRITICISM, "but the hospital failed to share the result."),
    ] == [(extract.stance, extract.text) for extract in CODER.extracts(review)]
