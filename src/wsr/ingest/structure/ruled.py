"""Ruled: the words in the cells of a page's grids, and whether they are a table, a layout or a frame."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from wsr.ingest.pages import Fill, Page, Word
from wsr.ingest.structure.grids import Grid, GridCell
from wsr.ingest.structure.lines import lines_of
from wsr.ingest.structure.marks import is_only_mark
from wsr.ingest.structure.tables import Box, Cell, Row, Table

_PROSE_WORDS = 60
"""A row of one cell with more words is text in a box, not a row of a table."""

_LAYOUT_WORDS = 130
"""Rows of two columns with more words than this on average are a page laid out in a table."""

_ALIGNED = 6.0


@dataclass(frozen=True, slots=True)
class Ruled:
    """A grid with the words within it, as rows of cells."""

    page: int
    grid: Grid
    words: tuple[Word, ...]
    rows: tuple[Row, ...]


def ruled_of(page: Page, words: Sequence[Word], grids: Sequence[Grid]) -> tuple[list[Ruled], list[Word]]:
    """
    The grids of a page with their words, small ones before those that hold them, and the words outside.

    A grid that cuts through words is a drawing: it gives nothing and leaves all words.
    """
    ruled: list[Ruled] = []
    outside = list(words)
    for grid in sorted(grids, key=lambda grid: (grid.x1 - grid.x0) * (grid.y1 - grid.y0)):
        inside = tuple(word for word in outside if _is_in(word, grid))
        if inside and not _cuts(grid, inside):
            taken = set(map(id, inside))
            outside = [word for word in outside if id(word) not in taken]
            ruled.append(
                Ruled(page.number, grid, inside, tuple(_rows(page.number, grid, inside, page.fills)))
            )
    return ruled, outside


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


def _boxes(part: Ruled) -> Iterable[Box]:
    for cell in sorted(part.grid.cells, key=lambda cell: cell.y0):
        own = tuple(word for word in part.words if cell.y0 <= word.baseline - 0.3 * word.size < cell.y1)
        if own:
            yield Box(own, cell.x0, cell.y0, cell.x1, cell.y1)


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


def layouts_of(ruled: Sequence[Ruled]) -> frozenset[int]:
    """
    Those, by identity, that are a page laid out in a table: few columns, and cells with whole pieces of text.

    Grids with the same columns on pages that follow each other are one table, and decided together.
    """
    return frozenset(id(part) for chain in _chains(ruled) if _is_layout(chain) for part in chain)


def _chains(ruled: Sequence[Ruled]) -> Iterable[list[Ruled]]:
    chains: list[list[Ruled]] = []
    for part in ruled:
        last = next((chain for chain in reversed(chains[-4:]) if _goes_on(chain[-1], part)), None)
        if last:
            last.append(part)
        else:
            chains.append([part])
    return chains


def _goes_on(before: Ruled, part: Ruled) -> bool:
    return (
        before.page + 1 == part.page
        and len(before.grid.xs) == len(part.grid.xs)
        and all(abs(a - b) <= _ALIGNED for a, b in zip(before.grid.xs, part.grid.xs, strict=True))
    )


def _is_layout(chain: Sequence[Ruled]) -> bool:
    rows = [row for part in chain for row in part.rows]
    if _are_cards(rows):
        return True
    words = [sum(cell.words for cell in row.cells) for row in rows if len(row.cells) > 1]
    begun = sum(bool(row.cells[0].lines) for row in rows if len(row.cells) > 1)
    if begun <= 1 and chain[0].grid.columns > 1:
        return sum(words) > _PROSE_WORDS * 1.5
    return chain[0].grid.columns == 2 and sum(words) > _LAYOUT_WORDS * begun


def _are_cards(rows: Sequence[Row]) -> bool:
    """True when most cells are small texts under headings of their own, as in a briefing on one page."""
    cells = [cell for row in rows for cell in row.cells if cell.lines]
    headed = sum(cell.lines[0].bold and not cell.lines[-1].bold for cell in cells)
    return len(cells) > 3 and headed >= 0.7 * len(cells)


def blocks_of(part: Ruled, is_layout: bool) -> list[Table | Box]:
    """The tables and boxes that a grid makes, from the top down."""
    if part.grid.is_frame:
        return list(_boxes(part))
    if is_layout:
        return [box for row in part.rows for box in _cell_boxes(row)]
    return list(_split(part))


def _split(part: Ruled) -> Iterable[Table | Box]:
    """The table of a grid, parted by rows that are one cell of prose."""
    for is_text, group in groupby(part.rows, key=_is_text):
        if is_text:
            yield from (_box_of(row.cells, row) for row in group)
        else:
            yield Table(part.page, part.grid.xs, tuple(group))


def _is_text(row: Row) -> bool:
    return len(row.cells) == 1 and row.cells[0].words > _PROSE_WORDS


def _cell_boxes(row: Row) -> Iterable[Box]:
    """The cells of a layout, read one after the other; a number in a cell of its own marks the next."""
    cells = [cell for cell in row.cells if cell.lines]
    if len(cells) == 2 and is_only_mark(cells[0].lines[0].text) and len(cells[0].lines) == 1:
        return [_box_of(cells, row)]
    return [_box_of([cell], row) for cell in cells]


def _box_of(cells: Sequence[Cell], row: Row) -> Box:
    lines = [line for cell in cells for line in cell.lines]
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    return Box(tuple(word for line in lines for word in line.words), x0, row.y0, x1, row.y1)
