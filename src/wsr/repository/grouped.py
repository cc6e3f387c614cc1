"""The groups of recommendations as likeness and the records of people make them together, at one moment."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from wsr.coding.fastening import find_fastened
from wsr.domain.groups import Grouping, GroupRecord
from wsr.domain.learning import Confirmed, GroupMember, RepeatedGroup
from wsr.domain.references import ReviewKey
from wsr.domain.search import Hit
from wsr.learning.cores import Statement, told
from wsr.learning.groups import Pair, groups
from wsr.repository.alike import Ranked


@dataclass(frozen=True)
class PlacedRecord:
    """A record with where what it names is now."""

    record: GroupRecord
    members: tuple[GroupMember | None, ...]
    """For each that it names; None when its words are in its review no more."""

    def only(self, references: Set[str]) -> "PlacedRecord":
        """The same without what it names of other reviews than these."""
        named = zip(self.record.members, self.members, strict=True)
        kept = [(told, now) for told, now in named if told.anchor.reference in references]
        record = self.record.model_copy(update={"members": tuple(told for told, _ in kept)})
        return PlacedRecord(record, tuple(now for _, now in kept))


@dataclass(frozen=True)
class Grouped:
    """All groups, the records that they come from, and what is nearly alike."""

    groups: tuple[RepeatedGroup, ...]
    """Of two reviews and more; those of most reviews first."""
    records: tuple[PlacedRecord, ...]
    """Also those withdrawn, the earliest first."""
    members: tuple[GroupMember, ...]
    """Every recommendation, in a group or not."""
    near: Mapping[ReviewKey, tuple[ReviewKey, ...]]
    """What is nearly alike to each, the likest first."""

    @cached_property
    def _references(self) -> frozenset[str]:
        """Of all reviews that anything here names."""
        told = (member.anchor.reference for each in self.records for member in each.record.members)
        return frozenset({*told, *(each.reference for each in self.members)})

    def group_of(self, place: ReviewKey) -> RepeatedGroup | None:
        """The group that a recommendation is in; no recommendation is in two."""
        return next((group for group in self.groups if place in map(place_of, group.members)), None)

    def member(self, place: ReviewKey, text: str = "") -> GroupMember | None:
        """The recommendation of a place; where its review says the same twice, the one that stands for both."""
        of_review = [each for each in self.members if each.slug == place[0]]
        by_key = (each for each in of_review if each.key == place[1])
        return next(by_key, next((each for each in of_review if _words(each.text) == _words(text)), None))

    def records_of(self, members: Iterable[GroupMember]) -> tuple[PlacedRecord, ...]:
        """The records that name any of these, the latest first."""
        places = set(map(place_of, members))
        return tuple(
            each
            for each in reversed(self.records)
            if any(member and place_of(member) in places for member in each.members)
        )

    def only(self, references: Set[str]) -> "Grouped":
        """The same without what is of other reviews than these."""
        if self._references <= references:
            return self
        kept = {place_of(each) for each in self.members if each.reference in references}

        def left(members: Iterable[GroupMember]) -> tuple[GroupMember, ...]:
            return tuple(each for each in members if place_of(each) in kept)

        changed = (group.model_copy(update={"members": left(group.members)}) for group in self.groups)
        return Grouped(
            groups=tuple(group for group in changed if group.reviews > 1),
            records=tuple(each.only(references) for each in self.records),
            members=left(self.members),
            near={place: tuple(filter(kept.__contains__, near)) for place, near in self.near.items()},
        )


def grouped(ranked: Ranked, likeness: Mapping[Pair, float], records: Sequence[GroupRecord]) -> Grouped:
    """
    The groups of recommendations that repeat each other.

    Args:
        ranked: All recommendations.
        likeness: How alike they are, by their places.
        records: What people said, the earliest first.
    """
    by_slug = defaultdict[str, list[tuple[int, Hit]]](list)
    for at, hit in enumerate(ranked.hits):
        by_slug[hit.slug].append((at, hit))
    placed = [_places(by_slug, record) for record in records]
    holding = [each for each in zip(records, placed, strict=True) if each[0].holds]
    said = told([_statement(record, places) for record, places in holding])
    members = [
        _member(hit, holding[said.by[place]][0] if place in said.by else None)
        for place, hit in enumerate(ranked.hits)
    ]
    found = [_group(ranked, members, places) for places in groups(likeness, said.apart, said.cores)]
    repeated = [group for group in found if group.reviews > 1]
    return Grouped(
        groups=tuple(sorted(repeated, key=lambda group: (-group.reviews, group.members[0].reference))),
        records=tuple(
            PlacedRecord(record, tuple(None if at is None else members[at] for at in places))
            for record, places in zip(records, placed, strict=True)
        ),
        members=tuple(members),
        near=_near(members, likeness),
    )


def place_of(member: GroupMember) -> ReviewKey:
    """Where a recommendation is."""
    return member.slug, member.key


def _places(by_slug: Mapping[str, Sequence[tuple[int, Hit]]], record: GroupRecord) -> tuple[int | None, ...]:
    """The place of each recommendation that a record names."""
    found: list[int | None] = []
    for member in record.members:
        of_review = by_slug.get(member.anchor.slug, ())
        hit = find_fastened(member.anchor, (hit for _, hit in of_review))
        found.append(next((at for at, each in of_review if each is hit), None))
    return tuple(found)


def _statement(record: GroupRecord, places: Sequence[int | None]) -> Statement:
    parts = defaultdict[int, list[int]](list)
    for member, place in zip(record.members, places, strict=True):
        if place is not None:
            parts[member.part].append(place)
    return Statement(tuple(map(tuple, parts.values())), record.says is Grouping.TOGETHER)


def _member(hit: Hit, record: GroupRecord | None) -> GroupMember:
    own = set(GroupMember.model_fields) & set(Hit.model_fields)
    confirmed = Confirmed(person=record.person, made_at=record.made_at) if record else None
    return GroupMember(**hit.model_dump(include=own), confirmed=confirmed)


def _group(ranked: Ranked, members: Sequence[GroupMember], places: Sequence[int]) -> RepeatedGroup:
    in_order = sorted(
        (members[place] for place in places),
        key=lambda each: (each.year is None, each.year or 0, each.reference),
    )
    return RepeatedGroup(subjects=ranked.ranker.shared(places), members=tuple(in_order))


def _near(
    members: Sequence[GroupMember], likeness: Mapping[Pair, float]
) -> dict[ReviewKey, tuple[ReviewKey, ...]]:
    near = defaultdict[ReviewKey, list[ReviewKey]](list)
    for lower, upper in sorted(likeness, key=lambda pair: (-likeness[pair], pair)):
        one, other = place_of(members[lower]), place_of(members[upper])
        near[one].append(other)
        near[other].append(one)
    return {place: tuple(others) for place, others in near.items()}


def _words(text: str) -> str:
    return " ".join(text.casefold().split())
