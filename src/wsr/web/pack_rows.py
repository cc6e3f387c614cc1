"""What a pack can quote as rows of a form, by stance: those chosen in their order, then those offered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wsr.domain.coding import Stance
from wsr.domain.packs import Nearness, PackKind, Quotable
from wsr.repository.candidates import Candidates
from wsr.web import labels
from wsr.web.addresses import extract_address, recommendation_address
from wsr.web.pack_words import GROUPS, Teller
from wsr.web.wording import later, say

MOST_OFFERED = 12
"""What is offered of each group beside what is chosen."""

_NEARNESS: dict[Nearness, str] = {
    Nearness.OWN: later("has the words"),
    Nearness.PARAGRAPH: later("its paragraph or heading has the words"),
    Nearness.PART: later("another paragraph of the same part has the words"),
    Nearness.REVIEW: later("the terms of reference of its review have the words"),
}


@dataclass(frozen=True)
class Row:
    """Something that can be quoted."""

    id: str
    name: str
    text: str
    language: str
    source: str
    url: str
    label: str
    """What it is: its stance, or whom a recommendation addresses."""
    stance: str
    also: str
    """Other reviews with a recommendation that asks for alike; empty for none."""
    named: str
    """That the agency asked for is only named; empty where it acts, or none was asked for."""
    nearness: str
    """Why it was found; empty when there were no words to find it by."""
    order: str
    """The number of its place; empty for what is not chosen."""
    kept: bool


@dataclass(frozen=True)
class Group:
    """What can be quoted of one kind."""

    id: str
    heading: str
    few: str
    """What is said where a rule chooses little; else empty."""
    rows: tuple[Row, ...]
    offered: tuple[Row, ...]


def groups_of(
    teller: Teller,
    kind: PackKind,
    found: Candidates,
    quoted: Sequence[Quotable],
    shown: Iterable[str],
    *,
    words: bool,
) -> tuple[Group, ...]:
    """
    The groups that have anything or of which there is little, in their order.

    What a form showed stays in view, so that what was taken out can be put back.
    """
    chosen = {each.name for each in quoted}
    seen = set(shown)
    told = ("",) * len(GROUPS) if seen else found.said_of_little(teller.say_in, kind, quoted)
    groups = []
    for (id, heading), every, little in zip(GROUPS, found.groups(), told, strict=True):
        of_group = [each for each in every if each.name not in chosen]
        left = sorted(of_group, key=lambda each: each.name not in seen)
        most = max(MOST_OFFERED, sum(each.name in seen for each in of_group))
        rows = [each for each in quoted if each in every]
        if rows or left or little:
            groups.append(
                Group(
                    id=id,
                    heading=teller.say_in.gettext(heading),
                    few=little,
                    rows=tuple(
                        _row(teller, f"{id}-{at}", each, str(at), words=words)
                        for at, each in enumerate(rows, start=1)
                    ),
                    offered=tuple(
                        _row(teller, f"{id}-more-{at}", each, "", words=words)
                        for at, each in enumerate(left[:most], start=1)
                    ),
                )
            )
    return tuple(groups)


def _row(teller: Teller, id: str, one: Quotable, order: str, *, words: bool) -> Row:
    say_in = teller.say_in
    page = say_in.gettext("page %(number)s") % {"number": one.page}
    year = str(one.year) if one.year else say_in.gettext("undated")
    url = (
        recommendation_address(teller.language, one.slug, one.key)
        if one.stance is None
        else extract_address(teller.language, one.slug, one.key)
    )
    return Row(
        id=id,
        name=one.name,
        text=one.text,
        language=one.language,
        source=f"{one.reference} ({one.review_type}, {year}), {page}",
        url=url,
        label=say(say_in, labels.STANCES, Stance(one.stance)) if one.stance else ", ".join(one.addressees),
        stance=one.stance or "",
        also=", ".join(one.also),
        named=say_in.gettext("only named: others act") if one.only_named else "",
        nearness=say(say_in, _NEARNESS, one.nearness) if words else "",
        order=order,
        kept=bool(order),
    )
