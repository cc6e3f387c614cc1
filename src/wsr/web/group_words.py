"""What is said of groups, in words: who confirmed them, and the records of people."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from wsr.domain.groups import Grouping, RecordedMember
from wsr.domain.kinds import Language
from wsr.domain.learning import Confirmed, GroupMember, RepeatedGroup
from wsr.repository.grouped import Grouped, PlacedRecord, place_of
from wsr.web.addresses import group_address, recommendation_address
from wsr.web.recommendations import recommendation_label
from wsr.web.recorded import day_of
from wsr.web.wording import Wording, counted


@dataclass(frozen=True)
class NamedRecommendation:
    """A recommendation that a record names."""

    label: str
    url: str
    """Empty when its words are in its review no more."""
    elsewhere: str
    """The group that it is in now, when that is another one than the reader sees; empty else."""


@dataclass(frozen=True)
class RecordLine:
    """What somebody said of a group."""

    id: int
    together: bool
    parts: tuple[tuple[NamedRecommendation, ...], ...]
    """Of one part when they are together."""
    note: str
    said: str
    """“Recorded by R. Reader on 4 May 2026.”, and who withdrew it."""
    holds: bool


def confirmed_words(say_in: Wording, confirmed: Confirmed | None) -> str:
    """Who confirmed a group or that a recommendation is in it, and when; or that nobody has."""
    if confirmed is None:
        return say_in.gettext("Found by similarity; nobody has checked it.")
    said = {"person": confirmed.person, "date": day_of(say_in, confirmed.made_at)}
    return say_in.gettext("Confirmed by %(person)s on %(date)s.") % said


def group_words(say_in: Wording, group: RepeatedGroup) -> str:
    """The same of a group, with how many of it nobody has checked."""
    said = confirmed_words(say_in, group.confirmed)
    found = sum(member.confirmed is None for member in group.members)
    if not group.confirmed or not found:
        return said
    more = counted(
        say_in,
        "%(number)s more was found by similarity; nobody has checked it.",
        "%(number)s more were found by similarity; nobody has checked them.",
        found,
    )
    return f"{said} {more}"


def group_counts(say_in: Wording, group: RepeatedGroup) -> str:
    """“3 recommendations in 2 reviews”."""
    members = counted(say_in, "%(number)s recommendation", "%(number)s recommendations", len(group.members))
    reviews = counted(say_in, "%(number)s review", "%(number)s reviews", group.reviews)
    return say_in.gettext("%(recommendations)s in %(reviews)s") % {
        "recommendations": members,
        "reviews": reviews,
    }


def group_subjects(say_in: Wording, group: RepeatedGroup) -> str:
    """What all of it is about, with a capital."""
    subjects = "; ".join(group.subjects)
    return subjects[:1].upper() + subjects[1:] or say_in.gettext("No subject that all of them name")


def record_lines(
    say_in: Wording, language: Language, grouped: Grouped, members: Sequence[GroupMember]
) -> tuple[RecordLine, ...]:
    """The records that name any of these recommendations, the latest first."""
    shown = set(map(place_of, members))
    return tuple(_line(say_in, language, grouped, shown, each) for each in grouped.records_of(members))


def _line(
    say_in: Wording, language: Language, grouped: Grouped, shown: set[tuple[str, str]], placed: PlacedRecord
) -> RecordLine:
    record = placed.record
    named = zip(record.members, placed.members, strict=True)
    return RecordLine(
        id=record.id,
        together=record.says is Grouping.TOGETHER,
        parts=tuple(
            tuple(_named(say_in, language, grouped, shown, *each) for each in part)
            for _, part in groupby(named, key=lambda each: each[0].part)
        ),
        note=record.note,
        said=" ".join(_said(say_in, placed)),
        holds=record.holds,
    )


def _named(
    say_in: Wording,
    language: Language,
    grouped: Grouped,
    shown: set[tuple[str, str]],
    told: RecordedMember,
    now: GroupMember | None,
) -> NamedRecommendation:
    if now is None:
        return NamedRecommendation(label=told.anchor.reference, url="", elsewhere="")
    place = place_of(now)
    other = None if place in shown else grouped.group_of(place)
    return NamedRecommendation(
        label=f"{now.reference}, {recommendation_label(say_in, now.label)}",
        url=recommendation_address(language, *place),
        elsewhere=group_address(language, place_of(other.members[0])) if other else "",
    )


def _said(say_in: Wording, placed: PlacedRecord) -> Iterable[str]:
    record = placed.record
    yield say_in.gettext("Recorded by %(person)s on %(date)s.") % {
        "person": record.person,
        "date": day_of(say_in, record.made_at),
    }
    if record.withdrawn_at is not None:
        yield say_in.gettext("Withdrawn by %(person)s on %(date)s.") % {
            "person": record.withdrawn_by,
            "date": day_of(say_in, record.withdrawn_at),
        }
