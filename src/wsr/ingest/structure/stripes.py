"""Stripes: the rows of a table that stand without lines or fill between its shaded ones."""

from collections.abc import Sequence
from itertools import pairwise

from wsr.ingest.structure.bare import cells_of
from wsr.ingest.structure.pieces import Piece, PieceRow, piece_of
from wsr.ingest.structure.tables import Row, Table

_NEAR = 1.6
"""Rows of one table are not further apart than this, in line heights."""

_SLACK = 3.0


def with_stripes(page: int, rows: Sequence[PieceRow]) -> list[PieceRow]:
    """
    The rows of a page, those that fit the columns of the table next to them taken into it.

    A row must have a piece in two columns at least.
    """
    result: list[PieceRow] = []
    for index, row in enumerate(rows):
        above = _table(result[-1]) if result else None
        below = _table(rows[index + 1]) if index + 1 < len(rows) else None
        if row[0].block:
            result.append(row)
        elif above and _near(result[-1], row) and _fits(row, above):
            result.append([piece_of(_as_table(page, row, above))])
        elif below and _near(row, rows[index + 1]) and _fits(row, below):
            result.append([piece_of(_as_table(page, row, below))])
        else:
            result.append(row)
    return _put_together(result)


def _table(row: PieceRow) -> Table | None:
    block = row[0].block
    return block if isinstance(block, Table) else None


def _near(above: PieceRow, below: PieceRow) -> bool:
    height = below[0].y1 - below[0].y0 if not below[0].block else above[0].y1 - above[0].y0
    return below[0].y0 - max(piece.y1 for piece in above) < _NEAR * height


def _fits(row: PieceRow, table: Table) -> bool:
    columns = [_column(piece, table.xs) for piece in row]
    return len(row) > 1 and None not in columns and len(set(columns)) == len(columns)


def _column(piece: Piece, xs: Sequence[float]) -> int | None:
    for number, (left, right) in enumerate(pairwise(xs)):
        if left - _SLACK <= piece.x0 and piece.x1 <= right + _SLACK:
            return number
    return None


def _as_table(page: int, row: PieceRow, like: Table) -> Table:
    columns: list[list[Piece]] = [[] for _ in like.xs[:-1]]
    for piece in row:
        columns[_column(piece, like.xs) or 0].append(piece)
    y0, y1 = min(piece.y0 for piece in row), max(piece.y1 for piece in row)
    return Table(page, like.xs, (Row(page, cells_of(page, columns), like.xs[0], y0, like.xs[-1], y1),))


def _put_together(rows: Sequence[PieceRow]) -> list[PieceRow]:
    """Tables with the same columns right below each other as one."""
    result: list[PieceRow] = []
    for row in rows:
        table, above = _table(row), _table(result[-1]) if result else None
        if table and above and table.xs == above.xs and _near(result[-1], row):
            result[-1] = [piece_of(Table(table.page, table.xs, (*above.rows, *table.rows)))]
        else:
            result.append(row)
    return result
