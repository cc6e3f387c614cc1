"""Reviews as BibTeX, for LaTeX, JabRef and Zotero."""

import re
from collections.abc import Iterable, Iterator

from wsr.domain.dates import PartialDate
from wsr.exchange.entry import Entry

MEDIA_TYPE = "application/x-bibtex"
"""What servers call it; it was never registered."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The macros that every style of BibTeX defines."""

_ESCAPED = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",  # BibTeX counts braces even behind a backslash
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        **{sign: f"\\{sign}" for sign in "$&%#_"},
    }
)
_NOT_OF_A_KEY = re.compile(r"[^a-z0-9-]")


def bibtex(entries: Iterable[Entry]) -> Iterator[str]:
    """
    One `@techreport` a review, each in one piece of text; to be written as UTF-8. Nothing for no review.

    The key is the review's slug, which nothing else has and which stays. Names and titles stand in braces of their own:
    no style changes their capitals or takes a board for a person.
    """
    for entry in entries:
        fields = "".join(f"  {name} = {value},\n" for name, value in _fields(entry))
        yield f"@techreport{{{_key(entry.slug)},\n{fields}}}\n\n"


def _fields(entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.creators:
        yield "author", _braced(" and ".join(f"{{{_escaped(name)}}}" for name in entry.creators))
    yield "title", _braced(f"{{{_escaped(entry.name)}}}")
    if entry.board:
        yield "institution", _braced(f"{{{_escaped(entry.board)}}}")
    yield "type", _braced(_escaped(entry.kind))
    yield "number", _braced(_escaped(entry.reference))
    if entry.date:
        yield from _date(entry.date)
    yield "language", _braced({"en": "english", "cy": "welsh"}[entry.language])
    yield "url", _braced(entry.address)
    if entry.note:
        yield "annote", _braced(_escaped(entry.note))


def _date(date: PartialDate) -> Iterator[tuple[str, str]]:
    yield "year", _braced(str(date.year))
    if date.month:
        yield "month", _MONTHS[date.month - 1]
    if date.day:
        yield "day", _braced(str(date.day))


def _braced(text: str) -> str:
    return f"{{{text}}}"


def _escaped(text: str) -> str:
    return text.translate(_ESCAPED)


def _key(slug: str) -> str:
    """The slug; what a key may not hold by its number, so that no two slugs give one key."""
    return _NOT_OF_A_KEY.sub(lambda found: f"_{ord(found[0]):x}_", slug)
