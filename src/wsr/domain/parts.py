"""A printed piece of work in parts, which a page and a file show alike: sentences, tables, quotations."""

import datetime
from dataclasses import dataclass

from wsr.domain.kinds import Language


@dataclass(frozen=True)
class Grid:
    """A table; the first cell of each row heads it."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    links: tuple[str, ...] = ()
    """Where the head of each row leads; empty when none leads anywhere."""


@dataclass(frozen=True)
class Quote:
    """An extract with its source."""

    text: str
    language: str
    source: str
    url: str
    """A path of the site, from its first slash."""
    lines: tuple[str, ...] = ()
    """What else is told of it."""


@dataclass(frozen=True)
class Part:
    """A headed part; its level is 2, 3 or 4."""

    id: str
    heading: str
    level: int
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    grids: tuple[Grid, ...] = ()
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True)
class Report:
    """A whole one, and what a file says of it."""

    title: str
    parts: tuple[Part, ...]
    day: datetime.date
    """On which it was made."""
    notice: str = ""
    """What to bear in mind; stands before everything else."""
    language: Language = Language.EN
    """Of its own words; quotations say theirs."""
    site: str = ""
    """https://example.org, without a last slash: links lead there; empty when it is nowhere known, and nothing is a link."""
