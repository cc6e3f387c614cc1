"""Citations in words, Harvard-like, in the reader's language: of a review, and of words quoted from one."""

import datetime
from dataclasses import dataclass
from gettext import NullTranslations

from wsr.exchange.entry import Entry, one_line

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""Messages of the catalogues, which say them for every date of the pages."""


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
    wording: NullTranslations, entry: Entry, quotation: Quotation, accessed: datetime.date | None = None
) -> str:
    """
    “…words…” (CPR2015-W02, para 4.12, p. 9). Board (2015). Title. https://… (accessed 22 November 2026).

    The paragraph is left out when it has no number. The words stand as printed, on one line.
    """
    place = [entry.reference]
    if quotation.number:
        place.append(wording.gettext("para %(number)s") % {"number": one_line(quotation.number)})
    place.append(wording.gettext("p. %(number)s") % {"number": quotation.page})
    quoted = f"“{one_line(quotation.text)}” ({', '.join(place)})."
    return " ".join([quoted, *_work(wording, entry), _source(wording, quotation.address, accessed)])


def _work(wording: NullTranslations, entry: Entry, number: str = "") -> list[str]:
    """Who, when, what: sentences, each with its full stop."""
    year = str(entry.date.year) if entry.date else wording.gettext("n.d.")
    called = [part for part in (entry.board, entry.title, number) if part] or [entry.reference]
    return [f"{called[0]} ({year}).", *map(_ended, called[1:])]


def _source(wording: NullTranslations, address: str, accessed: datetime.date | None) -> str:
    if accessed is None:
        return f"{address}."
    day = f"{accessed.day} {wording.gettext(_MONTHS[accessed.month - 1])} {accessed.year}"
    return wording.gettext("%(address)s (accessed %(day)s).") % {"address": address, "day": day}


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
