"""Recommendations that repeat each other across reviews and years, as a time line: a row a group, a mark a review."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from fastapi import APIRouter, Query, Request, Response

from wsr.domain.kinds import Language
from wsr.domain.learning import RepeatedGroup
from wsr.repository.grouped import place_of
from wsr.web.addresses import group_address, groups_address, recommendation_address
from wsr.web.asked import RepositoryDep
from wsr.web.group_words import confirmed_words, group_counts, group_subjects, group_words
from wsr.web.paging import Paging, paging
from wsr.web.recommendations import recommendation_label
from wsr.web.roles import anyone
from wsr.web.templating import Page, language_of, render, told
from wsr.web.wording import Wording, counted, later, say, wording

router = APIRouter()

WIDTH = 320
"""Units across the picture, whose text is 14 high: 12 pixels on the narrowest screen."""
_LEFT, _RIGHT, _ROW, _TOP = 40, 24, 24, 24
PER_PAGE = 25


class State(StrEnum):
    """Which groups are shown."""

    ALL = ""
    CONFIRMED = "confirmed"
    UNCHECKED = "unchecked"


_STATES: dict[str, str] = {
    State.ALL: later("All"),
    State.CONFIRMED: later("Confirmed by a person"),
    State.UNCHECKED: later("Found by similarity, not checked"),
}


@dataclass(frozen=True)
class Mark:
    """A review on the line of its group."""

    x: int
    name: str
    """“CPR2019-W91, 2019”."""
    confirmed: bool = False
    """Whether a person put it there."""


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
    said: str


@dataclass(frozen=True)
class Group:
    """A group, as the table tells it."""

    number: int
    url: str
    subjects: str
    in_english: bool
    """Whether the subjects are words of the vocabulary, which is English."""
    counts: str
    said: str
    members: tuple[Member, ...]


@dataclass(frozen=True)
class StateLink:
    """The groups of one state."""

    text: str
    url: str
    current: bool


@dataclass(frozen=True, kw_only=True)
class GroupsPage(Page):
    """All groups."""

    template: ClassVar[str] = "learning_groups.html"

    counts: str = told("How many groups there are.")
    known: bool = told("Whether they are known yet.")
    current: bool = told("Whether they are of this moment.")
    states: tuple[StateLink, ...] = told("Which can be shown.")
    timeline: Timeline | None = told("The picture; None when no group is dated.")
    groups: tuple[Group, ...] = told("The same in words, those of most reviews first.")
    paging: Paging = told("The pages.")


@router.get("/learning/groups")
@anyone
def groups_page(
    request: Request,
    repository: RepositoryDep,
    state: Annotated[State, Query()] = State.ALL,
    page: Annotated[int, Query(ge=1)] = 1,
) -> Response:
    """The groups of recommendations of all published reviews, a page of them."""
    language, known = language_of(request), repository.regrouping.known()
    say_in = wording(language)
    every = known.grouped.groups if known.grouped else ()
    of_state = {each: [group for group in every if _is_of(group, each)] for each in State}
    found = of_state[state]
    pages = paging(say_in, page, PER_PAGE, len(found), lambda number: groups_address(language, state, number))
    shown = pages.part(found)
    links = (
        StateLink(
            f"{say(say_in, _STATES, each)} ({len(of_state[each])})",
            groups_address(language, each),
            each is state,
        )
        for each in State
    )
    made = GroupsPage(
        title=say_in.gettext("Recommendations that repeat each other"),
        counts=counted(say_in, "%(number)s group was found.", "%(number)s groups were found.", len(found)),
        known=known.grouped is not None,
        current=known.current,
        states=tuple(links),
        timeline=timeline(say_in, shown, pages.first),
        groups=tuple(
            _group(say_in, language, number, each) for number, each in enumerate(shown, pages.first)
        ),
        paging=pages,
    )
    return render(request, made)


def _is_of(group: RepeatedGroup, state: State) -> bool:
    return state is State.ALL or (state is State.CONFIRMED) == (group.confirmed is not None)


def timeline(say_in: Wording, found: Sequence[RepeatedGroup], number: int = 1) -> Timeline | None:
    """
    Each group on a line over the years, each of its dated reviews a mark; None when none is dated.

    The lines are numbered from the given one on.
    """
    years = [member.year for group in found for member in group.members if member.year]
    if not years:
        return None
    first, last = min(years), max(years)

    def at(year: int) -> int:
        return round(_LEFT + (WIDTH - _LEFT - _RIGHT) * (year - first) / max(last - first, 1))

    rows = []
    for line, group in enumerate(found, start=1):
        marks = tuple(
            Mark(at(year), f"{reference}, {year}", confirmed)
            for reference, (year, confirmed) in _dated(group).items()
        )
        places = [mark.x for mark in marks] or [_LEFT]
        rows.append(Row(str(number + line - 1), _TOP + line * _ROW, min(places), max(places), marks))
    said = say_in.gettext("A line for each group, from %(first)s to %(last)s, with a mark for each review.")
    return Timeline(
        height=_TOP + (len(rows) + 1) * _ROW,
        said=said % {"first": first, "last": last},
        years=tuple(Mark(at(year), str(year)) for year in sorted({first, last})),
        rows=tuple(rows),
    )


def _dated(group: RepeatedGroup) -> dict[str, tuple[int, bool]]:
    """The dated reviews of a group: the year of each, and whether a person put any of its recommendations there."""
    found: dict[str, tuple[int, bool]] = {}
    for member in group.members:
        if member.year:
            before = found.get(member.reference, (member.year, False))[1]
            found[member.reference] = member.year, before or member.confirmed is not None
    return found


def _group(say_in: Wording, language: Language, number: int, group: RepeatedGroup) -> Group:
    return Group(
        number=number,
        url=group_address(language, place_of(group.members[0])),
        subjects=group_subjects(say_in, group),
        in_english=bool(group.subjects),
        counts=group_counts(say_in, group),
        said=group_words(say_in, group),
        members=tuple(
            Member(
                reference=each.reference,
                year=str(each.year) if each.year else say_in.gettext("undated"),
                label=recommendation_label(say_in, each.label),
                text=each.text,
                language=each.language,
                url=recommendation_address(language, each.slug, each.key),
                said=confirmed_words(say_in, each.confirmed),
            )
            for each in group.members
        ),
    )
