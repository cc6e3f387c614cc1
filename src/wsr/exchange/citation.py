"""Citations in words, Harvard-like, in the reader's language: of a review, and of words quoted from one."""

import datetime
from dataclasses import dataclass
from gettext import NullTranslations
from typing import Protocol

from wsr.domain.dates import PartialDate
from wsr.domain.search import Hit
from wsr.exchange.entry import Entry, one_line

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""Messages of the catalogues, which say them for every date of the pages."""


class Citable(Protocol):
    """What a citation in words says of a review; each on one line, empty or None when it is not known."""

    @property
    def reference(self) -> str:
        """The canonical reference."""

    @property
    def title(self) -> str:
        """Empty when the review is called by its reference alone."""

    @property
    def board(self) -> str:
        """Who published it."""

    @property
    def date(self) -> PartialDate | None:
        """Its year is cited."""


@dataclass(frozen=True)
class Cited:
    """A review of which no more is known than a citation says."""

    reference: str
    title: str
    board: str
    date: PartialDate | None


def cited_in(hit: Hit) -> Cited:
    """The review in which something was found."""
    reference, title = one_line(hit.reference), one_line(hit.title)
    return Cited(
        reference=reference,
        title="" if title == reference else title,
        board=one_line(hit.board_name),
        date=PartialDate(hit.year) if hit.year else None,
    )


@dataclass(frozen=True)
class Quotation:
    """Words of a review and the place where they stand in it."""

    text: str
    page: int
    address: str
    """Their permanent address, whole: https://…"""
    number: str | None = None
    """The number printed before their paragraph."""


def cite_review(wording: NullTranslations, entry: Entry, accessed: datetime.date | None = None) -> str:
    """
    “Board (2015). Title. CPR2015-W02. https://… (accessed 22 November 2026).”

    Where no board is known the title stands first; without a year it says “n.d.”. What is not known leaves no gap,
    nor does the day when none is given.
    """
    return " ".join([*_work(wording, entry, entry.reference), _source(wording, entry.address, accessed)])


def cite_extract(
    wording: NullTranslations, review: Citable, quotation: Quotation, accessed: datetime.date | None = None
) -> str:
    """
    “…words…” (CPR2015-W02, para 4.12, p. 9). Board (2015). Title. https://… (accessed 22 November 2026).

    The paragraph is left out when it has no number. The words stand as printed, on one line.
    """
    place = [review.reference]
    if quotation.number:
        place.append(wording.gettext("para %(number)s") % {"number": one_line(quotation.number)})
    place.append(wording.gettext("p. %(number)s") % {"number": quotation.page})
    quoted = f"“{one_line(quotation.text)}” ({', '.join(place)})."
    return " ".join([quoted, *_work(wording, review), _source(wording, quotation.address, accessed)])


def _work(wording: NullTranslations, review: Citable, number: str = "") -> list[str]:
    """Who, when, what: sentences, each with its full stop."""
    year = str(review.date.year) if review.date else wording.gettext("n.d.")
    called = [part for part in (review.board, review.title, number) if part] or [review.reference]
    return [f"{called[0]} ({year}).", *map(_ended, called[1:])]


def _source(wording: NullTranslations, address: str, accessed: datetime.date | None) -> str:
    if accessed is None:
        return f"{address}."
    day = f"{accessed.day} {wording.gettext(_MONTHS[accessed.month - 1])} {accessed.year}"
    return wording.gettext("%(address)s (accessed %(day)s).") % {"address": address, "day": day}


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
