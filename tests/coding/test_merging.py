"""Machine and people side by side: nothing twice, nothing lost."""

import datetime
from typing import Any

from tests.making import NOON, a_passage
from wsr.coding.merging import merge
from wsr.domain.coding import Decided, Decision, Extract, Stance, Verdict
from wsr.domain.judging import Judged, Standing

TEXT = "One good thing. Another good thing was done."


def _extract(start: int, end: int, key: str = "machine", **facts: Any) -> Extract:
    given: dict[str, Any] = {
        "stance": Stance.IDENTIFIED,
        "page": 1,
        "document": "d1",
        "passage": "p1",
        **facts,
    }
    return Extract(id="e9", key=key, start=start, end=end, text=TEXT[start:end], **given)


def _judged(start: int, end: int, /, *, lost: bool = False, **decision: Any) -> Judged:
    made = Decision(person="Mari", decided_at=NOON, verdict=decision.pop("verdict", Verdict.KEEP), **decision)
    standing = Standing(document="d1", passage="p1", passage_key="k", start=start, end=end)
    return Judged(
        key="judged",
        role="report",
        language="en",
        passage_key="k",
        quote=TEXT[start:end],
        before="",
        after="",
        start=start,
        standing=None if lost else standing,
        decisions=(made,),
    )


def test_a_judged_extract_takes_the_place_of_the_machines() -> None:
    """It keeps its own key and what the machine says, with the decision beside."""
    merged = merge([_extract(0, 15), _extract(16, 44, "other")], [_judged(0, 15)], [a_passage(1, TEXT)])

    assert ["e1", "e2"] == [extract.id for extract in merged]
    assert ["judged", "other"] == [extract.key for extract in merged]
    assert [Decided.KEPT, Decided.UNDECIDED] == [extract.decided for extract in merged]
    assert Stance.IDENTIFIED is merged[0].stance


def test_a_sentence_that_new_rules_cut_otherwise_is_not_asked_about_twice() -> None:
    """An extract of the machine that mostly is the judged one is the judged one."""
    merged = merge([_extract(0, 13)], [_judged(0, 15)], [a_passage(1, TEXT)])

    assert ["judged"] == [extract.key for extract in merged]


def test_what_only_a_person_found_stands_beside() -> None:
    """With no stance of the machine."""
    merged = merge([_extract(16, 44)], [_judged(0, 15, stance=Stance.GENERAL)], [a_passage(1, TEXT)])

    assert [Stance.NEUTRAL, Stance.IDENTIFIED] == [extract.stance for extract in merged]
    assert Stance.GENERAL is merged[0].stance_in_force


def test_a_persons_limits_are_shown() -> None:
    """And cut where the present text ends."""
    merged = merge([_extract(0, 15)], [_judged(0, 15, start=4, end=999)], [a_passage(1, TEXT)])

    assert (4, len(TEXT), TEXT[4:]) == (merged[0].start, merged[0].end, merged[0].text)


def test_what_lost_its_place_is_not_among_the_extracts() -> None:
    """It is listed apart, by wsr.repository.deciding.unanchored."""
    assert () == merge([], [_judged(0, 15, lost=True)], [a_passage(1, TEXT)])


def test_the_latest_decision_is_in_force() -> None:
    """Earlier ones are history."""
    first = _judged(0, 15, verdict=Verdict.REJECT)
    later = Decision(person="Ifan", decided_at=NOON + datetime.timedelta(days=1), verdict=Verdict.UNSURE)
    both = first.model_copy(update={"decisions": (*first.decisions, later)})

    assert Decided.UNSURE is merge([], [both], [a_passage(1, TEXT)])[0].decided
