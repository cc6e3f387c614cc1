"""What people say of groups, in the store: records are added, never changed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from wsr.domain.groups import Grouping, GroupRecord, RecordedMember
from wsr.domain.kinds import Status
from wsr.domain.recommendations import Anchor
from wsr.store.group_tables import GroupRecordMemberRow, GroupRecordRow
from wsr.store.tables import ReviewRow


def add_record(
    session: Session,
    members: Sequence[tuple[int, RecordedMember]],
    said: Mapping[str, object],
    withdraws: int | None = None,
) -> int:
    """
    Keep what a person said, or that it is withdrawn; gives back its number.

    Args:
        session: The transaction.
        members: Those that it names, each with the number of its review; none for a withdrawal.
        said: says, note, person and made_at.
        withdraws: The number of the record that is withdrawn.
    """
    row = GroupRecordRow(**said, withdraws=withdraws)
    session.add(row)
    session.flush()
    rows = [
        {
            "record_id": row.id,
            "position": position,
            "review_id": review_id,
            "key": member.anchor.key,
            "text": member.anchor.text,
            "part": member.part,
        }
        for position, (review_id, member) in enumerate(members)
    ]
    if rows:
        session.execute(insert(GroupRecordMemberRow), rows)
    return row.id


def all_records(session: Session) -> list[GroupRecord]:
    """Every record, also those withdrawn, the earliest first; each names what is of published reviews alone."""
    members = _members(session)
    rows = session.scalars(select(GroupRecordRow).order_by(GroupRecordRow.id)).all()
    withdrawn: dict[int, GroupRecordRow] = {}
    for row in rows:
        if row.withdraws is not None:
            withdrawn.setdefault(row.withdraws, row)
    return [
        GroupRecord(
            id=row.id,
            says=Grouping(row.says),
            members=tuple(members[row.id]),
            note=row.note,
            person=row.person,
            made_at=row.made_at,
            withdrawn_by=withdrawn[row.id].person if row.id in withdrawn else None,
            withdrawn_at=withdrawn[row.id].made_at if row.id in withdrawn else None,
        )
        for row in rows
        if row.withdraws is None
    ]


def latest_record(session: Session) -> int:
    """The number of the last record or withdrawal; 0 when there is none."""
    return session.scalar(select(func.max(GroupRecordRow.id))) or 0


def anchors(session: Session, slug: str) -> list[Anchor]:
    """What the records name of a published review, the earliest first."""
    return [member.anchor for found in _members(session, slug).values() for member in found]


def _members(session: Session, slug: str | None = None) -> dict[int, list[RecordedMember]]:
    statement = (
        select(GroupRecordMemberRow, ReviewRow.reference, ReviewRow.slug)
        .join(ReviewRow, ReviewRow.id == GroupRecordMemberRow.review_id)
        .where(ReviewRow.status == Status.PUBLISHED)
        .order_by(GroupRecordMemberRow.record_id, GroupRecordMemberRow.position)
    )
    found = defaultdict[int, list[RecordedMember]](list)
    for row, reference, own in session.execute(
        statement if slug is None else statement.where(ReviewRow.slug == slug)
    ):
        anchor = Anchor(reference=reference, slug=own, key=row.key, text=row.text)
        found[row.record_id].append(RecordedMember(anchor=anchor, part=row.part))
    return found
