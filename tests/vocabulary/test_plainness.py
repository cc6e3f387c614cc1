"""How plainly an extract says what it thinks of practice."""

import datetime

import pytest

from wsr.domain.coding import Coding, Decision, Extract, Reason, Seen, Stance, Verdict
from wsr.vocabulary.doing import Doing
from wsr.vocabulary.plainness import PLAINEST, plainness

PRACTISED = Doing(frozenset(), practised=True, unknown=False, told=True, named=True)
NAMED = PRACTISED._replace(practised=False)
SOMEBODY = Doing(frozenset(), practised=False, unknown=True, told=True, named=False)
NOBODY = SOMEBODY._replace(unknown=False)

_THEME = (Coding(theme="communication", subtheme="effective-communication", score=0.7),)


def _extract(*rules: str) -> Extract:
    return Extract(
        id="e1", key="k", document="d1", passage="p1", start=0, end=5, text="words", page=1,
        stance=Stance.IDENTIFIED,
        stance_because=tuple(Reason(rule=rule, words="words") for rule in rules),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        (("label",), 2),
        (("part",), 2),
        (("praise",), 1),
        (("act", "sign", "care_shown"), 1),
        (("act", "whom", "whom"), 0),
        (("compliance",), 0),
        (("not_done",), 0),
        ((), 0),
    ],
)
def test_reasons_and_themes_make_it_plain(rules: tuple[str, ...], said: int) -> None:
    """In so many words, by a word or several signs, by a single sign; and more where it surely has a theme."""
    extract = _extract(*rules)
    weak = (
        Coding(theme="communication", score=0.4),
        Coding(theme="learning-and-reflections", subtheme="suggested-practice"),
    )

    assert said == plainness(extract, PRACTISED)
    assert said + 1 == plainness(extract.model_copy(update={"codes": _THEME}), PRACTISED)
    assert said == plainness(extract.model_copy(update={"codes": weak}), PRACTISED)


def test_a_wish_is_about_practice_only_with_a_theme() -> None:
    """“She could have spelled it” has none."""
    wish = _extract("would_have")

    assert 0 == plainness(wish, PRACTISED)
    assert 2 == plainness(wish.model_copy(update={"codes": _THEME}), PRACTISED)


def test_what_a_person_says_of_it_is_plain() -> None:
    """A stance given by a person; a verdict alone says nothing of the stance."""
    decided = datetime.datetime(2026, 5, 1, tzinfo=datetime.UTC)
    given = Decision(person="mair", decided_at=decided, verdict=Verdict.KEEP, stance=Stance.CRITICISM)

    extract = _extract()

    assert PLAINEST == plainness(extract.model_copy(update={"decision": given}), PRACTISED)
    assert 0 == plainness(
        extract.model_copy(update={"decision": given.model_copy(update={"stance": None})}), PRACTISED
    )


def test_a_stance_that_a_person_kept_is_plain() -> None:
    """Having seen it; whatever the rules say by now."""
    decided = datetime.datetime(2026, 5, 1, tzinfo=datetime.UTC)
    seen = Seen(stance=Stance.IDENTIFIED, codes=(), version="rules 1")
    kept = Decision(person="mair", decided_at=decided, verdict=Verdict.KEEP, seen=seen)
    unsure = kept.model_copy(update={"verdict": Verdict.UNSURE})

    assert PLAINEST == plainness(_extract().model_copy(update={"decision": kept}), PRACTISED)
    assert 0 == plainness(_extract().model_copy(update={"decision": unsure}), PRACTISED)


@pytest.mark.parametrize(
    ("rule", "doing", "said"),
    [
        ("kept_at_it", NOBODY, 0),
        ("kept_at_it", NAMED, 0),
        ("kept_at_it", SOMEBODY, 2),
        ("sign", SOMEBODY, 0),
        ("commendation", NAMED, 2),
        ("commendation", NOBODY, 0),
        ("no_fault_found", NAMED, 1),
    ],
)
def test_good_practice_is_plain_only_where_practice_did_it(rule: str, doing: Doing, said: int) -> None:
    """“Child X kept a bag packed” is none; what a reviewer calls good needs only that practice is named."""
    assert said == plainness(_extract(rule), doing)


def test_what_was_missing_needs_no_doer() -> None:
    """“Nobody asked” has none."""
    missing = _extract("label").model_copy(update={"stance": Stance.CRITICISM})

    assert 2 == plainness(missing, NOBODY)
