"""Tables and boxes: what a page sets apart from its running text."""

from dataclasses import dataclass

from wsr.ingest.pages import Word
from wsr.ingest.structure.lines import Line


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its lines; empty cells have none."""

    column: int
    column_end: int
    lines: tuple[Line, ...]

    @property
    def words(self) -> int:
        """How many words stand in it."""
        return sum(len(line.words) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells from left to right, with the place that it takes on its page."""

    page: int
    cells: tuple[Cell, ...]
    x0: float
    y0: float
    x1: float
    y1: float
    shaded: bool = False
    """True when a filled area lies behind all of it."""

    @property
    def lines(self) -> list[Line]:
        """All its lines, cell by cell."""
        return [line for cell in self.cells for line in cell.lines]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below each other on one page."""

    page: int
    xs: tuple[float, ...]
    """The borders of its columns, from left to right."""
    rows: tuple[Row, ...]
    region: int = 0

    @property
    def y0(self) -> float:
        """Top."""
        return self.rows[0].y0

    @property
    def y1(self) -> float:
        """Bottom."""
        return self.rows[-1].y1


@dataclass(frozen=True, slots=True)
class Box:
    """Words that a frame sets apart from the text around it; they are read as text."""

    words: tuple[Word, ...]
    x0: float
    y0: float
    x1: float
    y1: float
    blocks: tuple["Table | Box", ...] = ()
    """Tables and boxes within it."""
