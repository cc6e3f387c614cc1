"""What a page holds when it has been read: words, ruling lines and pictures, with their places."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Word(NamedTuple):
    """
    A run of glyphs without a gap, with its place.

    Coordinates are PDF points of the page as a viewer shows it (cropped, rotated), origin at the top left,
    y growing downwards.
    """

    text: str
    x0: float
    y0: float
    """Top: baseline minus ascent."""
    x1: float
    y1: float
    """Bottom: baseline plus descent."""
    baseline: float
    size: float
    """Font size in points as shown."""
    font: str
    """Name of the font without its subset tag."""
    bold: bool = False
    italic: bool = False
    upright: bool = True
    """False for text set at an angle: watermarks, stamps, vertical labels."""
    hidden: str | None = None
    """Why a reader cannot see it: "covered", "background colour", "invisible"; None when it is seen."""
    confidence: float | None = None
    """0 to 1 for a word read by OCR, else None."""
    artifact: bool = False
    """True when the file's own marks call it furniture: running heads, page numbers. Few files have marks."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line or the edge of a rectangle: x0 == x1 for a vertical, y0 == y1 for a horizontal one."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled area, as drawn behind table heads and boxes."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page as read: words in the order painted."""

    number: int
    """Counted from 1 as a viewer shows it."""
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    fills: tuple[Fill, ...] = ()
    picture_share: float = 0.0
    """Part of the page area covered by pictures, 0 to 1."""
    machine_read: bool = False
    """True when the words come from OCR: our own, or an invisible layer behind a page picture."""


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A PDF as read: its pages and what it says of itself."""

    pages: tuple[Page, ...]
    info: dict[str, str] = field(default_factory=dict)
    """Title, Author, Subject, Keywords … of the document information, decoded."""
    attachments: tuple[str, ...] = ()
    """Names of embedded files; they are listed, never opened."""
    comments: tuple[str, ...] = ()
    """Text of annotations that a person wrote (never shown or indexed; they may name people)."""
    warnings: tuple[tuple[str, str, int | None], ...] = ()
    """(kind, sentence, page) for what a person should know."""
