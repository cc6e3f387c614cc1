"""Entries of bibliographies for tests, and titles that no format may stumble over."""

from typing import Any

import pytest

from wsr.domain.dates import PartialDate
from wsr.domain.kinds import Language
from wsr.exchange.entry import Entry, one_line

HOSTILE = {
    "formula": "=HYPERLINK(\"http://x.example\";\"y\") + @SUM(1)",
    "plus": "+44 reasons",
    "controls": "A\x00 title\x1b[2J with\x07 bells\x85 and\x0b tabs\t",
    "directions": "Child \u202egnp.exe\u202c and \u2066more\u2069\u200f",
    "braces": "}, title = {stolen} } @book{x, title={y}} {{{",
    "backslashes": r"\input{/etc/passwd} \\ ends in \ ".strip(),
    "latex": r"50% of £3 & $4 #1 a_b ~ ^ “q” \"o",
    "newlines": "One\nTY  - JOUR\r\nER  - \r\rAU  - Nobody\u2028@book{z,",
    "quotes": "\"quoted\" 'single' `tick` </script><b>&amp;",
    "welsh": "Adolygiad Ymarfer Plant: Tŷ’r Ŵyl – â, ê, î, ô, û, ŷ",
}  # fmt: skip
"""Titles by what is dangerous in them."""

hostile_titles = pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)


def an_entry(**facts: Any) -> Entry:
    """A review of which everything is known."""
    defaults: dict[str, Any] = {
        "slug": "cpr2031-w97",
        "reference": "CPR2031-W97",
        "kind": "Child Practice Review",
        "title": "A quiet house",
        "board": "Harbour & Hills Safeguarding Board",
        "authors": ("Nia Ddychmygol", "Dr Al de Story"),
        "date": PartialDate(2031, 5, 17),
        "language": Language.EN,
        "pages": 24,
        "address": "https://wsr.example/en/reviews/cpr2031-w97",
    }
    return Entry(**{**defaults, **facts})


def with_title(title: str) -> Entry:
    """A review of this title, as entries have it."""
    return an_entry(title=one_line(title))


BARE = an_entry(title="", board="", authors=(), date=None)
"""A review of which nothing but its reference is known."""
