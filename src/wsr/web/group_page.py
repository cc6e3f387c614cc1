"""The page of a group of recommendations that repeat each other, or of one that is in none."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from textwrap import shorten
from typing import ClassVar, NamedTuple

from wsr.domain.kinds import Language
from wsr.domain.learning import GroupMember, RepeatedGroup
from wsr.domain.passages import Recommendation
from wsr.domain.references import ReviewKey
from wsr.domain.review import Review
from wsr.repository.grouped import Grouped, place_of
from wsr.repository.notes import LONGEST_NOTE
from wsr.repository.regrouping import Known
from wsr.web.addresses import group_address, groups_address, recommendation_address
from wsr.web.form import Option, options
from wsr.web.group_forms import CHOICES, JoinForm, RecordForm
from wsr.web.group_words import (
    RecordLine,
    confirmed_words,
    group_counts,
    group_subjects,
    group_words,
    record_lines,
)
from wsr.web.reading import document_of
from wsr.web.recommendations import recommendation_label
from wsr.web.templating import Page, told
from wsr.web.wording import Wording, later, say, titled

_NEAR = 8
"""Groups and recommendations that are offered for joining."""
_WIDTH = 160
"""Characters of a recommendation that is offered."""


class Said(StrEnum):
    """What is said on arrival."""

    NOTHING = ""
    CONFIRMED = "confirmed"
    SPLIT = "split"
    JOINED = "joined"
    WITHDRAWN = "withdrawn"


_SAID: dict[str, str] = {
    Said.CONFIRMED: later("Recorded: they repeat each other."),
    Said.SPLIT: later("Recorded: those that you ticked do not belong with the others."),
    Said.JOINED: later("Recorded: the two are one group."),
    Said.WITHDRAWN: later("The record is withdrawn."),
}


class Asked(NamedTuple):
    """The recommendation that an address names, and what is known of its group."""

    review: Review
    made: Recommendation
    known: Known
    member: GroupMember
    group: RepeatedGroup | None

    @property
    def place(self) -> ReviewKey:
        """The place by which its group is named: that of the first member."""
        return place_of(self.members[0])

    @property
    def members(self) -> tuple[GroupMember, ...]:
        """Those of the group; of none it is alone."""
        return self.group.members if self.group else (self.member,)


@dataclass(frozen=True)
class MemberCard:
    """A recommendation of the group."""

    name: str
    """slug/key."""
    reference: str
    year: str
    board: str
    label: str
    url: str
    text: str
    language: str
    said: str
    confirmed: bool
    ticked: bool


@dataclass(frozen=True)
class Near:
    """With what a group can be joined."""

    value: str
    text: str
    detail: str
    language: str
    selected: bool


@dataclass(frozen=True, kw_only=True)
class GroupPage(Page):
    """A group."""

    template: ClassVar[str] = "group.html"

    heading: str = told("What all of it is about, or that there is no group.")
    subjects: bool = told("Whether the heading is words of the vocabulary, which is English.")
    grouped: bool = told("Whether the recommendation is in a group.")
    counts: str = told("How many recommendations and reviews.")
    state: str = told("Who confirmed it, or that nobody has.")
    known: bool = told("Whether the groups are known yet.")
    current: bool = told("Whether they are of this moment.")
    members: tuple[MemberCard, ...] = told("In the order of their dates.")
    records: tuple[RecordLine, ...] = told("What people said of them, the latest first.")
    said: str = told("What has just happened; empty when nothing has.")
    address: str = told("Its own.")
    groups_url: str = told("All groups.")
    choices: tuple[Option, ...] = told("What can be said of the members.")
    near: tuple[Near, ...] = told("With what it can be joined, the likest first.")
    record_form: RecordForm = told("The form of a record, as it was sent.")
    join_form: JoinForm = told("The form for joining, as it was sent.")
    errors: dict[str, str] = told("What is wrong: the id of a field and a sentence each.")
    longest_note: int = told("How many characters a note may have.")


def asked_for(review: Review, made: Recommendation, known: Known) -> Asked:
    """What is known of the group of a recommendation."""
    place, grouped = (review.slug, made.key), known.grouped
    member = grouped.member(place, made.text) if grouped else None
    alone = GroupMember(
        reference=review.reference,
        slug=review.slug,
        year=review.year,
        board_name=review.board.name if review.board else "",
        key=made.key,
        label=made.label,
        language=document_of(review, made.places[0].document).language.value,
        text=made.text,
    )
    group = grouped.group_of(place_of(member)) if grouped and member else None
    return Asked(review, made, known, member or alone, group)


def group_context(
    say_in: Wording,
    language: Language,
    asked: Asked,
    *,
    said: Said = Said.NOTHING,
    record_form: RecordForm | None = None,
    join_form: JoinForm | None = None,
    errors: dict[str, str] | None = None,
) -> GroupPage:
    """The page, with the forms as they were sent and what is wrong in them."""
    group, grouped = asked.group, asked.known.grouped
    record_form, join_form = record_form or RecordForm(), join_form or JoinForm()
    heading = group_subjects(say_in, group) if group else say_in.gettext("In no group")
    title = _title(say_in, asked, heading)
    return GroupPage(
        title=titled(say_in, title, errors),
        heading=heading,
        subjects=bool(group and group.subjects),
        grouped=group is not None,
        counts=group_counts(say_in, group) if group else "",
        state=group_words(say_in, group) if group else "",
        known=grouped is not None,
        current=asked.known.current,
        members=tuple(_card(say_in, language, record_form, each) for each in asked.members),
        records=record_lines(say_in, language, grouped, asked.members) if grouped else (),
        said=say(say_in, _SAID, said) if said and not errors else "",
        address=group_address(language, asked.place),
        groups_url=groups_address(language),
        choices=options(say_in, CHOICES, record_form.says),
        near=tuple(_near(say_in, asked, grouped, join_form)) if grouped else (),
        record_form=record_form,
        join_form=join_form,
        errors=errors or {},
        longest_note=LONGEST_NOTE,
    )


def _title(say_in: Wording, asked: Asked, heading: str) -> str:
    if asked.group:
        message = say_in.gettext(
            "Recommendations that repeat each other, from %(reference)s on: %(subjects)s"
        )
        return message % {"reference": asked.members[0].reference, "subjects": heading}
    label = recommendation_label(say_in, asked.made.label)
    message = say_in.gettext("%(label)s of %(reference)s is in no group")
    return message % {"label": label, "reference": asked.review.reference}


def _card(say_in: Wording, language: Language, form: RecordForm, member: GroupMember) -> MemberCard:
    name = "/".join(place_of(member))
    return MemberCard(
        name=name,
        reference=member.reference,
        year=str(member.year) if member.year else say_in.gettext("undated"),
        board=member.board_name,
        label=recommendation_label(say_in, member.label),
        url=recommendation_address(language, *place_of(member)),
        text=member.text,
        language=member.language,
        said=confirmed_words(say_in, member.confirmed),
        confirmed=member.confirmed is not None,
        ticked=name in form.tick,
    )


def _near(say_in: Wording, asked: Asked, grouped: Grouped, form: JoinForm) -> Iterator[Near]:
    """What is nearly alike to some member and in no group with it: a group, or one alone."""
    seen = set(map(place_of, asked.members))
    near = [grouped.near.get(place_of(each), ()) for each in asked.members]
    offered = 0
    for place in (place for likest in _in_turn(near) for place in likest):
        if place in seen or offered == _NEAR:
            continue
        group, member = grouped.group_of(place), grouped.member(place)
        members = group.members if group else ((member,) if member else ())
        seen.update(map(place_of, members))
        if members:
            offered += 1
            yield _offered(say_in, members, group, form)


def _in_turn(near: list[tuple[ReviewKey, ...]]) -> Iterator[tuple[ReviewKey, ...]]:
    """The likest of each, then the next of each."""
    for rank in range(max(map(len, near), default=0)):
        yield tuple(each[rank] for each in near if rank < len(each))


def _offered(
    say_in: Wording, members: tuple[GroupMember, ...], group: RepeatedGroup | None, form: JoinForm
) -> Near:
    first = members[0]
    value = "/".join(place_of(first))
    label = f"{first.reference}, {recommendation_label(say_in, first.label)}"
    if group:
        label = f"{label} ({group_counts(say_in, group)})"
    return Near(
        value=value,
        text=label,
        detail=shorten(first.text, _WIDTH, placeholder=" …"),
        language=first.language,
        selected=form.near == value,
    )
