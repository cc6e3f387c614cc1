"""Tables: the words of a page in the cells of its grids, and what of a grid is only a frame around text."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from wsr.ingest.pages import Fill, Word
from wsr.ingest.structure.grids import Grid, GridCell
from wsr.ingest.structure.lines import Line, lines_of

_PROSE_WORDS = 60
"""A row of one cell with more words is text in a box, not a row of a table."""

_LAYOUT_WORDS = 130
"""Rows of two columns with more words than this on average are a page laid out in a table."""


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


def boxed(
    page: int, grid: Grid, words: Sequence[Word], fills: Sequence[Fill]
) -> tuple[list[Table | Box], list[Word]]:
    """
    The tables and boxes that a grid makes of the words within it, from the top down, and the other words.

    A grid that cuts through words is no table: it gives nothing and leaves all words.
    """
    inside = [word for word in words if _is_in(word, grid)]
    if not inside or _cuts(grid, inside):
        return [], list(words)
    taken = set(map(id, inside))
    outside = [word for word in words if id(word) not in taken]
    if grid.is_frame:
        return _boxes(grid, inside), outside
    rows = _rows(page, grid, inside, fills)
    if _is_layout(grid, rows):
        return [_box_of(row) for row in rows for row in _cell_rows(row)], outside
    return list(_split(page, grid, rows)), outside


def _is_in(word: Word, grid: Grid) -> bool:
    x, y = (word.x0 + word.x1) / 2, word.baseline - 0.3 * word.size
    return grid.x0 <= x <= grid.x1 and grid.y0 <= y <= grid.y1


def _cuts(grid: Grid, words: Sequence[Word]) -> bool:
    """True when a border runs through words: a drawing or a chart, not a table."""
    cut = sum(
        cell.x0 <= (word.x0 + word.x1) / 2 < cell.x1
        and cell.y0 <= word.baseline - 0.3 * word.size < cell.y1
        and (word.x0 < cell.x0 - 4 or word.x1 > cell.x1 + 4)
        for cell in grid.cells
        for word in words
    )
    return cut > max(1, len(words) // 25)


def _boxes(grid: Grid, words: Sequence[Word]) -> list[Table | Box]:
    boxes: list[Table | Box] = []
    for cell in sorted(grid.cells, key=lambda cell: cell.y0):
        own = tuple(word for word in words if cell.y0 <= word.baseline - 0.3 * word.size < cell.y1)
        if own:
            boxes.append(Box(own, cell.x0, cell.y0, cell.x1, cell.y1))
    return boxes


def _rows(page: int, grid: Grid, words: Sequence[Word], fills: Sequence[Fill]) -> list[Row]:
    """The rows of a grid that have words; a cell that spans several rows stands in its first."""
    owner = {
        (row, column): cell
        for cell in grid.cells
        for row in range(cell.row, cell.row_end)
        for column in range(cell.column, cell.column_end)
    }
    held: dict[GridCell, list[Word]] = {}
    for word in words:
        place = _slot(grid.ys, word.baseline - 0.3 * word.size), _slot(grid.xs, (word.x0 + word.x1) / 2)
        held.setdefault(owner[place], []).append(word)
    ordered = sorted(grid.cells, key=lambda cell: (cell.row, cell.column))
    groups = groupby(ordered, key=lambda cell: cell.row)
    rows = (_row(page, list(group), held, fills) for _, group in groups)
    return [row for row in rows if row]


def _slot(borders: Sequence[float], value: float) -> int:
    return min(max(bisect_right(borders, value) - 1, 0), len(borders) - 2)


def _row(
    page: int, cells: Sequence[GridCell], held: dict[GridCell, list[Word]], fills: Sequence[Fill]
) -> Row | None:
    filled = tuple(
        Cell(cell.column, cell.column_end, tuple(lines_of(page, held.get(cell, ())))) for cell in cells
    )
    if not any(cell.lines for cell in filled):
        return None
    x0, x1 = cells[0].x0, cells[-1].x1
    y0, y1 = min(cell.y0 for cell in cells), max(cell.y1 for cell in cells)
    middle = (y0 + min(cell.y1 for cell in cells)) / 2
    behind = sum(fill.x1 - fill.x0 for fill in fills if fill.y0 <= middle <= fill.y1 and fill.x0 >= x0 - 4)
    return Row(page, filled, x0, y0, x1, y1, shaded=behind > 0.8 * (x1 - x0))


def _is_layout(grid: Grid, rows: Sequence[Row]) -> bool:
    """True for a page laid out in a table: few columns, and cells that hold whole pieces of text."""
    if _are_cards(rows):
        return True
    words = [sum(cell.words for cell in row.cells) for row in rows if len(row.cells) > 1]
    if len(words) == 1 and grid.columns > 1:
        return words[0] > _PROSE_WORDS * 1.5
    return grid.columns == 2 and sum(words) > _LAYOUT_WORDS * len(words)


def _are_cards(rows: Sequence[Row]) -> bool:
    """True when most cells are small texts under headings of their own, as in a briefing on one page."""
    cells = [cell for row in rows for cell in row.cells if cell.lines]
    headed = sum(cell.lines[0].bold and not cell.lines[-1].bold for cell in cells)
    return len(cells) > 3 and headed >= 0.7 * len(cells)


def _split(page: int, grid: Grid, rows: Sequence[Row]) -> Iterable[Table | Box]:
    """The table of a grid, parted by rows that are one cell of prose."""
    for is_text, group in groupby(rows, key=_is_text):
        if is_text:
            yield from map(_box_of, group)
        else:
            yield Table(page, grid.xs, tuple(group))


def _is_text(row: Row) -> bool:
    return len(row.cells) == 1 and row.cells[0].words > _PROSE_WORDS


def _cell_rows(row: Row) -> Iterable[Row]:
    """Each cell with words as a row of its own: the cells of a layout are read one after the other."""
    for cell in row.cells:
        if cell.lines:
            x0, x1 = min(line.x0 for line in cell.lines), max(line.x1 for line in cell.lines)
            yield Row(row.page, (cell,), x0, row.y0, x1, row.y1)


def _box_of(row: Row) -> Box:
    words = tuple(word for line in row.lines for word in line.words)
    return Box(words, row.x0, row.y0, row.x1, row.y1)
