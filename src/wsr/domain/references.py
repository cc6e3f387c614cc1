"""References of reviews: recognising them as printed, and their one canonical form."""

import re
from typing import NamedTuple

from wsr.domain.kinds import ReviewType

ReviewKey = tuple[str, str]
"""The slug of a review and the key of something in it: an extract, a recommendation."""

_DASH = r"[-‐‑‒–—−]"
_PRINTED = re.compile(
    r"(?<![A-Za-z0-9])(?P<type>CPR|APR|DHR|DADR|DARDR|MHHR|SUSR)\s?(?P<year>(?:19|20)\d{2})\s?"
    + _DASH
    + r"\s?(?:(?P<letter>[WL])\s?(?P<number>\d{1,3})"
    r"|(?P<unified>\d{1,3})\s?[/|Il1\s]\s?(?P<board>[A-Z]{2,6}))"
    r"(?![A-Za-z0-9])",
    re.IGNORECASE,
)
"""Any dash, missing or extra spaces, any case, and I, l, 1 or | read for the slash of a SUSR."""

_UNDATED_LOCAL = re.compile(r"(?<![A-Za-z0-9])(CPR|APR|DHR|MHHR|SUSR)-L(\d{2,4})(?!\d)", re.IGNORECASE)
_LATER_NAMES_OF_DHR = frozenset({"DADR", "DARDR"})


class Reference(NamedTuple):
    """A reference found in text: its canonical form and the form printed."""

    canonical: str
    as_printed: str
    review_type: ReviewType
    year: int | None

    @property
    def slug(self) -> str:
        """Its form in URLs: lower case, `/` to `-`."""
        return slug_of(self.canonical)


def slug_of(reference: str) -> str:
    """The form of a canonical reference in URLs: susr2024-06-ctm for SUSR2024-06/CTM."""
    return reference.lower().replace("/", "-")


def find_references(text: str) -> list[Reference]:
    """
    The references in a text, in the order printed, repeated ones included; empty if there is none.

    Source:
        The forms counted in the published best-practice report: 52 printed references of 39 reviews, with
        `/` read as I, en dashes, missing leading marks.
    """
    found = [(match.start(), _dated(match)) for match in _PRINTED.finditer(text)]
    for match in _UNDATED_LOCAL.finditer(text):
        kind = match[1].upper()
        found.append((match.start(), Reference(f"{kind}-L{match[2]}", match[0], ReviewType(kind), None)))
    return [reference for _, reference in sorted(found, key=lambda pair: pair[0])]


def parse_reference(text: str) -> Reference | None:
    """The reference that the whole text is, or None."""
    found = find_references(text.strip())
    return found[0] if len(found) == 1 and found[0].as_printed == text.strip() else None


def local_reference(review_type: ReviewType, year: int | None, number: int) -> str:
    """The reference assigned here to a review that has none: CPR2022-L01, or CPR-L01 without a year."""
    return f"{review_type.value}{year if year is not None else ''}-L{number:02d}"


def _dated(match: re.Match[str]) -> Reference:
    printed_type = match["type"].upper()
    review_type = ReviewType.DHR if printed_type in _LATER_NAMES_OF_DHR else ReviewType(printed_type)
    year = int(match["year"])
    if match["letter"]:
        canonical = f"{review_type.value}{year}-{match['letter'].upper()}{int(match['number']):02d}"
    else:
        canonical = f"{review_type.value}{year}-{int(match['unified']):02d}/{match['board'].upper()}"
    return Reference(canonical, match[0], review_type, year)
