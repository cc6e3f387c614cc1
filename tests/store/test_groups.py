"""What people say of groups is only added to, and comes back as it was told."""

from typing import Any

from sqlalchemy import delete

from tests.making import NOON
from tests.store.test_register import EARLY, LATE, add, anchor
from wsr.domain.groups import Grouping, GroupRecord, RecordedMember
from wsr.domain.kinds import Status
from wsr.store import groups
from wsr.store.database import Session, Sessions
from wsr.store.tables import ReviewRow


def said(**facts: Any) -> dict[str, Any]:
    """What a person says."""
    return {"says": "together", "note": "", "person": "mari", "made_at": NOON, **facts}


def members(session: Session, **late: Any) -> list[tuple[int, RecordedMember]]:
    """One recommendation each of two reviews."""
    return [
        (add(session, EARLY), RecordedMember(anchor=anchor(EARLY), part=0)),
        (add(session, LATE, **late), RecordedMember(anchor=anchor(LATE, "k2", "Other words."), part=1)),
    ]


def test_a_record_comes_back_with_all_that_was_said(sessions: Sessions) -> None:
    """Its members in the order in which they were told, with their parts."""
    with sessions.begin() as session:
        told = members(session)
        facts = said(says="apart", note="Not alike.\nAt all.")
        number = groups.add_record(session, told[::-1], facts)
    with sessions() as session:
        (record,) = groups.all_records(session)
        last = groups.latest_record(session)

    assert record == GroupRecord(
        id=number, members=tuple(each for _, each in told[::-1]), **{**facts, "says": Grouping.APART}
    )
    assert record.holds
    assert last == number


def test_a_withdrawal_is_a_record_of_its_own(sessions: Sessions) -> None:
    """The first one counts; what was said stays, and the number of the last record grows."""
    with sessions.begin() as session:
        number = groups.add_record(session, members(session), said())
        first = groups.add_record(session, (), said(person="ifan"), withdraws=number)
        groups.add_record(session, (), said(person="ceri"), withdraws=number)
    with sessions() as session:
        (record,) = groups.all_records(session)
        last = groups.latest_record(session)

    assert (record.withdrawn_by, record.withdrawn_at, record.holds) == ("ifan", NOON, False)
    assert len(record.members) == 2
    assert last > first > number


def test_reviews_that_are_not_published_are_not_named(sessions: Sessions) -> None:
    """What a record says of the others stays."""
    with sessions.begin() as session:
        groups.add_record(session, members(session, status=Status.HELD), said())
    with sessions() as session:
        (record,) = groups.all_records(session)

        assert [each.anchor.reference for each in record.members] == [EARLY]
        assert [each.reference for each in groups.anchors(session, EARLY.lower())] == [EARLY]
        assert groups.anchors(session, LATE.lower()) == []


def test_a_review_that_is_deleted_takes_its_part_along(sessions: Sessions) -> None:
    """And nothing else."""
    with sessions.begin() as session:
        groups.add_record(session, members(session), said())
    with sessions.begin() as session:
        session.execute(delete(ReviewRow).where(ReviewRow.reference == LATE))
    with sessions() as session:
        (record,) = groups.all_records(session)

    assert [each.anchor.reference for each in record.members] == [EARLY]


def test_without_records_there_is_nothing(sessions: Sessions) -> None:
    """And the last number is 0."""
    with sessions() as session:
        assert groups.all_records(session) == []
        assert groups.latest_record(session) == 0
