"""What people recorded of recommendations, in words: statuses, and links to later extracts."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from wsr.domain.coding import Extract
from wsr.domain.dates import PartialDate
from wsr.domain.kinds import Language
from wsr.domain.recommendations import RecommendationLink, StatusRecord
from wsr.web import labels
from wsr.web.addresses import extract_address, recommendation_address
from wsr.web.dates import written_date
from wsr.web.wording import Wording, later, say

_TOWARDS_EXTRACT = labels.BEARINGS
_TOWARDS_RECOMMENDATION = {
    "shows": later("Shows a recommendation of %(reference)s in practice"),
    "repeats": later("Repeats a recommendation of %(reference)s"),
    "contradicts": later("Contradicts a recommendation of %(reference)s"),
}


@dataclass(frozen=True)
class RecordedLine:
    """A status that somebody recorded."""

    status: str
    since: str
    """“since May 2024”; empty when no date was given."""
    note: str
    evidence: str
    """An http or https address; empty when none was given."""
    said: str
    """“Recorded by R. Reader on 4 May 2026.”"""


@dataclass(frozen=True)
class LinkLine:
    """A link from a recommendation to a later extract."""

    id: int
    bearing: str
    reference: str
    quote: str
    url: str
    """The extract in its review; empty when its words are there no more."""
    note: str
    said: str
    """“Linked by R. Reader on 4 May 2026.”, and who withdrew it."""
    holds: bool


@dataclass(frozen=True)
class Linked:
    """A recommendation that an extract was linked to, as the extract shows it."""

    text: str
    url: str
    said: str


def recorded_lines(say_in: Wording, records: Iterable[StatusRecord]) -> tuple[RecordedLine, ...]:
    """The statuses recorded, the latest first."""
    made = [_recorded(say_in, each) for each in records]
    return tuple(reversed(made))


def link_line(
    say_in: Wording, language: Language, each: RecommendationLink, extract: Extract | None
) -> LinkLine:
    """A link as the page of its recommendation shows it; the extract is None when its words are there no more."""
    return LinkLine(
        id=each.id,
        bearing=say(say_in, _TOWARDS_EXTRACT, each.bearing),
        reference=each.extract.reference,
        quote=extract.text if extract else each.extract.text,
        url=extract_address(language, each.extract.slug, extract.key) if extract else "",
        note=each.note,
        said=_linked(say_in, each),
        holds=each.holds,
    )


def linked(say_in: Wording, language: Language, each: RecommendationLink) -> Linked:
    """The same link as the extract shows it."""
    message = say_in.gettext(_TOWARDS_RECOMMENDATION[each.bearing.value])
    return Linked(
        text=message % {"reference": each.recommendation.reference},
        url=recommendation_address(language, each.recommendation.slug, each.recommendation.key),
        said=_linked(say_in, each),
    )


def _recorded(say_in: Wording, each: StatusRecord) -> RecordedLine:
    since = (
        say_in.gettext("since %(date)s") % {"date": written_date(say_in, each.since)} if each.since else ""
    )
    return RecordedLine(
        status=say(say_in, labels.RECOMMENDATION_STATUSES, each.status),
        since=since,
        note=each.note,
        evidence=each.evidence,
        said=say_in.gettext("Recorded by %(person)s on %(date)s.")
        % {"person": each.person, "date": day_of(say_in, each.recorded_at)},
    )


def _linked(say_in: Wording, each: RecommendationLink) -> str:
    said = say_in.gettext("Linked by %(person)s on %(date)s.") % {
        "person": each.person,
        "date": day_of(say_in, each.made_at),
    }
    if each.withdrawn_at is None:
        return said
    withdrawn = say_in.gettext("Withdrawn by %(person)s on %(date)s.") % {
        "person": each.withdrawn_by,
        "date": day_of(say_in, each.withdrawn_at),
    }
    return f"{said} {withdrawn}"


def day_of(say_in: Wording, moment: datetime.datetime) -> str:
    """The day of a moment, in UTC, as it is written."""
    return written_date(say_in, PartialDate.parse(moment.astimezone(datetime.UTC).date().isoformat()))
