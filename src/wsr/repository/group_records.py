"""What people say of groups: that recommendations repeat each other or do not; kept beside all that was said before."""

from collections.abc import Iterable, Sequence

from wsr.coding.fastening import find_fastened
from wsr.domain.groups import Grouping, GroupRecord, RecordedMember
from wsr.domain.references import ReviewKey
from wsr.errors import DecisionRefused, Message
from wsr.repository.clock import now
from wsr.repository.notes import kept_note
from wsr.repository.register import anchor_of, recommendation_at
from wsr.repository.repository import Repository
from wsr.store import groups
from wsr.store.reviews import published_revision

MOST_MEMBERS = 200
"""Recommendations that one record may name."""


def confirm(repository: Repository, places: Iterable[ReviewKey], person: str, note: str = "") -> GroupRecord:
    """
    Keep that these recommendations, of two reviews and more, repeat each other.

    Raises ReviewNotFound, PageNotFound, or DecisionRefused saying what to change.
    """
    members = list(dict.fromkeys(places))
    if not _of_several_reviews(members):
        raise DecisionRefused(Message("Choose recommendations of two reviews or more."))
    return _keep(repository, [_told(repository, Grouping.TOGETHER, [members])], person, note)[0]


def split(
    repository: Repository,
    leaving: Iterable[ReviewKey],
    staying: Iterable[ReviewKey],
    person: str,
    note: str = "",
    *,
    together: bool,
) -> GroupRecord:
    """
    Keep that some recommendations of a group do not repeat the others; of those that stay nothing is said.

    Args:
        repository: Where they are.
        leaving: Those that do not belong.
        staying: The others.
        person: Who says so.
        note: Why, in the person's words.
        together: Whether those that leave repeat each other, which is a record of its own; else each goes alone.

    Gives back the record that tells them apart. Raises as `confirm` does.
    """
    out = list(dict.fromkeys(leaving))
    rest = [place for place in dict.fromkeys(staying) if place not in out]
    parts = [part for part in ([out] if together else [[place] for place in out]) + [rest] if part]
    if not out or len(parts) < 2:
        raise DecisionRefused(
            Message("Choose those that do not belong with the others, and leave the others as they are.")
        )
    told = [_told(repository, Grouping.APART, parts)]
    if together and _of_several_reviews(out):
        told.append(_told(repository, Grouping.TOGETHER, [out]))
    return _keep(repository, told, person, note)[0]


def withdraw_record(repository: Repository, number: int, person: str) -> None:
    """
    Keep that a record holds no more; what was said stays to be seen.

    One that is withdrawn already stays as it is. Raises DecisionRefused when there is no such record.
    """
    with repository.session() as session:
        found = next((each for each in groups.all_records(session) if each.id == number), None)
        if found is None:
            raise DecisionRefused(Message("There is no such record. Open the page of the group again."))
        if found.holds:
            said = {"says": found.says.value, "note": "", "person": person, "made_at": now()}
            groups.add_record(session, (), said, withdraws=number)


def unanchored_groups(repository: Repository) -> list[tuple[GroupRecord, RecordedMember]]:
    """What records that hold name and is in its review no more, the earliest first: for a person to look at."""
    with repository.session() as session:
        records = [each for each in groups.all_records(session) if each.holds]
    return [
        (record, member)
        for record in records
        for member in record.members
        if not find_fastened(member.anchor, repository.review(member.anchor.slug).recommendations)
    ]


_Told = tuple[Grouping, tuple[RecordedMember, ...]]


def _told(repository: Repository, says: Grouping, parts: Sequence[Sequence[ReviewKey]]) -> _Told:
    if sum(map(len, parts)) > MOST_MEMBERS:
        raise DecisionRefused(
            Message("One record may name %(most)s recommendations at most.", most=MOST_MEMBERS)
        )
    members = (
        RecordedMember(anchor=anchor_of(*recommendation_at(repository, *place)), part=number)
        for number, part in enumerate(parts)
        for place in part
    )
    return says, tuple(members)


def _keep(repository: Repository, told: Sequence[_Told], person: str, note: str) -> list[GroupRecord]:
    """The records, kept in one transaction; those there are already when they were told last: a form sent twice."""
    kept = kept_note(note)
    own = [(says, members, person, kept) for says, members in told]
    with repository.session() as session:
        last = groups.all_records(session)[-len(own) :]
        if [(each.says, each.members, each.person, each.note) for each in last if each.holds] == own:
            return last
        for says, members in told:
            numbered = [(published_revision(session, each.anchor.slug)[0], each) for each in members]
            said = {"says": says.value, "note": kept, "person": person, "made_at": now()}
            groups.add_record(session, numbered, said)
        return groups.all_records(session)[-len(own) :]


def _of_several_reviews(places: Iterable[ReviewKey]) -> bool:
    return len({slug for slug, _ in places}) > 1
