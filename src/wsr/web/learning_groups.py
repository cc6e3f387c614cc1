"""Recommendations that repeat each other across reviews and years, as a time line: a row a group, a mark a review."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request, Response

from wsr.domain.kinds import Language
from wsr.domain.learning import RepeatedGroup
from wsr.repository.learning import repeated
from wsr.web.addresses import recommendation_address
from wsr.web.asked import RepositoryDep
from wsr.web.recommendations import recommendation_label
from wsr.web.roles import anyone
from wsr.web.templating import Page, language_of, render, told
from wsr.web.wording import Wording, counted, wording

router = APIRouter()

WIDTH = 320
"""Units across the picture, whose text is 14 high: 12 pixels on the narrowest screen."""
_LEFT, _RIGHT, _ROW, _TOP = 40, 24, 24, 24


@dataclass(frozen=True)
class Mark:
    """A review on the line of its group."""

    x: int
    name: str
    """“CPR2019-W91, 2019”."""


@dataclass(frozen=True)
class Row:
    """The line of a group."""

    label: str
    y: int
    first: int
    last: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Timeline:
    """The picture, in units of its own."""

    height: int
    said: str
    years: tuple[Mark, ...]
    """The first and the last year of the axis."""
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Member:
    """A recommendation of a group."""

    reference: str
    year: str
    label: str
    text: str
    language: str
    url: str


@dataclass(frozen=True)
class Group:
    """A group, as the table tells it."""

    number: int
    subjects: str
    counts: str
    members: tuple[Member, ...]


@dataclass(frozen=True, kw_only=True)
class GroupsPage(Page):
    """All groups."""

    template: ClassVar[str] = "learning_groups.html"

    counts: str = told("How many groups there are.")
    timeline: Timeline | None = told("The picture; None when no group is dated.")
    groups: tuple[Group, ...] = told("The same in words, those of most reviews first.")


@router.get("/learning/groups")
@anyone
def groups_page(request: Request, repository: RepositoryDep) -> Response:
    """The groups that rules find among the recommendations of all published reviews."""
    language, found = language_of(request), repeated(repository)
    say_in = wording(language)
    page = GroupsPage(
        title=say_in.gettext("Recommendations that repeat each other"),
        counts=counted(say_in, "%(number)s group was found.", "%(number)s groups were found.", len(found)),
        timeline=timeline(say_in, found),
        groups=tuple(_group(say_in, language, number, each) for number, each in enumerate(found, start=1)),
    )
    return render(request, page)


def timeline(say_in: Wording, found: Sequence[RepeatedGroup]) -> Timeline | None:
    """Each group on a line over the years, each of its dated reviews a mark; None when none is dated."""
    years = [member.year for group in found for member in group.members if member.year]
    if not years:
        return None
    first, last = min(years), max(years)

    def at(year: int) -> int:
        return round(_LEFT + (WIDTH - _LEFT - _RIGHT) * (year - first) / max(last - first, 1))

    rows = []
    for number, group in enumerate(found, start=1):
        dated = {member.reference: member.year for member in group.members if member.year}
        marks = tuple(Mark(at(year), f"{reference}, {year}") for reference, year in dated.items())
        places = [mark.x for mark in marks] or [_LEFT]
        rows.append(Row(str(number), _TOP + number * _ROW, min(places), max(places), marks))
    said = say_in.gettext("A line for each group, from %(first)s to %(last)s, with a mark for each review.")
    return Timeline(
        height=_TOP + (len(rows) + 1) * _ROW,
        said=said % {"first": first, "last": last},
        years=tuple(Mark(at(year), str(year)) for year in sorted({first, last})),
        rows=tuple(rows),
    )


def _group(say_in: Wording, language: Language, number: int, group: RepeatedGroup) -> Group:
    members = counted(say_in, "%(number)s recommendation", "%(number)s recommendations", len(group.members))
    reviews = counted(say_in, "%(number)s review", "%(number)s reviews", group.reviews)
    return Group(
        number=number,
        subjects="; ".join(group.subjects) or say_in.gettext("No subject that all of them name"),
        counts=say_in.gettext("%(recommendations)s in %(reviews)s")
        % {"recommendations": members, "reviews": reviews},
        members=tuple(
            Member(
                reference=each.reference,
                year=str(each.year) if each.year else say_in.gettext("undated"),
                label=recommendation_label(say_in, each.label),
                text=each.text,
                language=each.language,
                url=recommendation_address(language, each.slug, each.key),
            )
            for each in group.members
        ),
    )
