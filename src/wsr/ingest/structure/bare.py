"""Bare tables: rows of short texts that line up in columns without ruling lines."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from wsr.ingest.structure.lines import lines_of
from wsr.ingest.structure.pieces import Piece, PieceRow
from wsr.ingest.structure.tables import Cell, Row, Table

_ALIGNED = 4.0
_FEWEST_ROWS = 3
_MOST_COLUMNS = 8
_GAP = 1.4
"""White between two columns, in parts of the font size."""

_FURTHEST = 2.6
"""Lines further below each other, in line heights, are not of one table."""

_ROW_GAP = 0.55
"""White above a label, in line heights, that makes it the first line of a new row."""

_LONGEST_CELL = 40


@dataclass(slots=True)
class _Run:
    """Rows of pieces, from *start* on, that keep to the same columns."""

    start: int
    xs: list[float]
    rows: list[PieceRow] = field(default_factory=list)

    @property
    def several(self) -> list[PieceRow]:
        """The rows with more than one piece."""
        return [row for row in self.rows if len(row) > 1]


def bare_tables(page: int, rows: Sequence[PieceRow], right: float) -> dict[int, tuple[int, Table]]:
    """
    The bare tables among the rows of a page: by the place of their first row, the place after their last.

    At least three rows must have their pieces in the same columns, and read as cells: contents lists (a column
    of page numbers) and running text in narrow columns are no tables. A last column that reached *right* goes
    on at the left, where tabs alone make the columns.
    """
    found: dict[int, tuple[int, Table]] = {}
    index = 0
    while index < len(rows):
        run = _run(rows, index)
        if run and _is_table(run):
            found[index] = (index + len(run.rows), _table(page, run, right))
            index += len(run.rows)
        else:
            index += 1
    return found


def _run(rows: Sequence[PieceRow], start: int) -> _Run | None:
    """The rows from *start* on that keep to the columns of the first one; None when that has only one."""
    first = rows[start]
    if not 2 <= len(first) <= _MOST_COLUMNS or not _apart(first):
        return None
    run = _Run(start, [piece.x0 for piece in first], [first])
    for above, row in pairwise(rows[start:]):
        if row[0].block or row[0].y0 - above[0].y1 > _FURTHEST * (above[0].y1 - above[0].y0):
            break
        if not all(_keeps_to(piece, run.xs) for piece in row) or not _apart(row):
            break
        run.rows.append(row)
    while run.rows and len(run.rows[-1]) == 1 and run.rows[-1][0].x0 < run.xs[1] - _ALIGNED:
        run.rows.pop()
    return run


def _apart(row: PieceRow) -> bool:
    return all(
        not left.block and right.x0 - left.x1 > _GAP * right.words[0].size for left, right in pairwise(row)
    )


def _keeps_to(piece: Piece, xs: Sequence[float]) -> bool:
    """True when a piece begins at a column and ends before the next one."""
    column = _column(piece, xs)
    if abs(piece.x0 - xs[column]) > _ALIGNED:
        return False
    return column + 1 == len(xs) or piece.x1 < xs[column + 1] - 2.0


def _column(piece: Piece, xs: Sequence[float]) -> int:
    return max((n for n, x in enumerate(xs) if x <= piece.x0 + _ALIGNED), default=0)


def _is_table(run: _Run) -> bool:
    several = run.several
    if len(several) < _FEWEST_ROWS or len(several) < 0.34 * len(run.rows):
        return False
    lasts = [row[-1].text for row in several]
    if sum(text.strip(".").isdigit() or len(text) < 3 for text in lasts) > 0.5 * len(lasts):
        return False
    pieces = [piece for row in several for piece in row]
    if sum(piece.text[0].islower() for piece in pieces) > 0.3 * len(pieces):
        return False
    return all(len(row[0].words) <= _LONGEST_CELL for row in several)


def _table(page: int, run: _Run, right: float) -> Table:
    xs = (*run.xs, max(piece.x1 for row in run.rows for piece in row))
    groups: list[list[PieceRow]] = []
    for row in run.rows:
        if not groups or _begins_row(groups[-1][-1], row, run.xs):
            groups.append([])
        groups[-1].append(row)
    return Table(page, xs, tuple(_row(page, group, xs, right) for group in groups))


def _begins_row(above: PieceRow, row: PieceRow, xs: Sequence[float]) -> bool:
    """True when a line has a label and a value, or stands apart from the line above it."""
    if _column(row[0], xs) > 0:
        return False
    white = row[0].y0 - max(piece.y1 for piece in above)
    return len(row) > 1 or white > _ROW_GAP * (row[0].y1 - row[0].y0)


def _row(page: int, group: Sequence[PieceRow], xs: tuple[float, ...], right: float) -> Row:
    columns: list[list[Piece]] = [[] for _ in xs[:-1]]
    above: PieceRow = []
    for row in group:
        for piece in row:
            wrapped = len(row) == 1 and len(above) == len(columns) and _is_full(above[-1], piece, right)
            columns[-1 if wrapped else _column(piece, xs[:-1])].append(piece)
        above = row
    pieces = [piece for row in group for piece in row]
    y0, y1 = min(piece.y0 for piece in pieces), max(piece.y1 for piece in pieces)
    return Row(page, cells_of(page, columns), xs[0], y0, xs[-1], y1)


def cells_of(page: int, columns: Sequence[Sequence[Piece]]) -> tuple[Cell, ...]:
    """The cells of a row, of the pieces in each column."""
    return tuple(
        Cell(number, number + 1, tuple(line for piece in column for line in lines_of(page, piece.words)))
        for number, column in enumerate(columns)
    )


def _is_full(last: Piece, following: Piece, right: float) -> bool:
    """True when the first word of a line had no room at the end of the one above."""
    word = following.words[0]
    return last.x1 + 0.3 * word.size + word.x1 - word.x0 > right
