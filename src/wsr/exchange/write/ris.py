"""Reviews as RIS, which EndNote, Zotero, Mendeley and NVivo read."""

from collections.abc import Iterable, Iterator

from wsr.domain.dates import PartialDate
from wsr.exchange.entry import Entry

MEDIA_TYPE = "application/x-research-info-systems"
"""What servers call it; it was never registered."""


def ris(entries: Iterable[Entry]) -> Iterator[str]:
    """
    One record a review, each in one piece of text; to be written as UTF-8. Nothing for no review.

    Lines end with CR LF.

    Source:
        RIS format specifications, Research Information Systems (2011). Reference managers read of a report: SN as its
        number, M3 as its type, PB as its institution, DB as where it was found.
    """
    for entry in entries:
        yield "".join(f"{tag}  - {value}\r\n" for tag, value in _lines(entry)) + "\r\n"


def _lines(entry: Entry) -> Iterator[tuple[str, str]]:
    yield "TY", "RPRT"
    yield "ID", entry.slug
    for name in entry.creators:
        yield "AU", name
    yield "TI", entry.name
    if entry.date:
        yield "PY", str(entry.date.year)
        yield "DA", _date(entry.date)
    if entry.board:
        yield "PB", entry.board
    yield "M3", entry.kind
    yield "SN", entry.reference
    yield "LA", entry.language.value
    yield "DB", "Wales Safeguarding Repository"
    yield "UR", entry.address
    if entry.note:
        yield "N1", entry.note
    yield "ER", ""


def _date(date: PartialDate) -> str:
    """“2016/05/17/”: what is not known stays empty between its slashes."""
    month, day = (f"{part:02d}" if part else "" for part in (date.month, date.day))
    return f"{date.year:04d}/{month}/{day}/"
