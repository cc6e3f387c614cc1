"""What a page paints, in the order painted: the raw material of words, rules, fills and hidden text."""

from dataclasses import dataclass
from typing import NamedTuple

Colour = tuple[float, float, float]
"""Red, green, blue from 0 to 1."""


class PaintedWord(NamedTuple):
    """A run of glyphs without a gap, as painted; coordinates as in `wsr.ingest.pages.Word`."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    baseline: float
    size: float
    font: str
    bold: bool
    italic: bool
    upright: bool
    order: int
    """Its place among all that the page paints; larger is later."""
    colour: Colour | None
    """None where it cannot be told: patterns, spot colours."""
    invisible: bool
    """True when painted with no ink: render mode 3 or 7, or fully transparent."""
    artifact: bool
    """True inside marked content that the file itself calls an artifact (running heads, page numbers)."""


class PaintedBox(NamedTuple):
    """An area filled in one go."""

    x0: float
    y0: float
    x1: float
    y1: float
    order: int
    colour: Colour | None
    """None for patterns, shadings and spot colours."""
    opaque: bool
    """True when it hides what lies beneath all of its rectangle: no transparency, and nearly a rectangle."""


class PaintedLine(NamedTuple):
    """A straight line, horizontal or vertical, that can be seen."""

    x0: float
    y0: float
    x1: float
    y1: float


class PaintedPicture(NamedTuple):
    """A picture's place on the page, clipped to it."""

    x0: float
    y0: float
    x1: float
    y1: float
    order: int
    opaque: bool
    """False for masks and pictures with transparent parts."""


@dataclass(frozen=True, slots=True)
class PaintedPage:
    """All that one page paints, clipped to what a viewer shows."""

    number: int
    width: float
    height: float
    words: tuple[PaintedWord, ...]
    boxes: tuple[PaintedBox, ...]
    lines: tuple[PaintedLine, ...]
    pictures: tuple[PaintedPicture, ...]
    unseen: str = ""
    """Characters left out because they lie outside the page, or outside what it is clipped to."""
    doubled: int = 0
    """Characters painted a second time in their place, left out."""
    undecoded: int = 0
    """Glyphs for which the file does not say which character they are."""
    is_spoiled: bool = False
    """True when part of the content could not be read."""
