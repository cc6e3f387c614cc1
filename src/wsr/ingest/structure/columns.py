"""Columns: where a page is set in two or more columns of running text."""

from collections import Counter
from collections.abc import Sequence

from wsr.ingest.structure.pieces import Piece, PieceRow

_FEWEST_LINES = 4
"""A column of text has at least so many lines on each side of its gutter."""

_LEAST_WIDTH = 0.15
"""A column of text takes at least this part of the width that it shares."""


def columns_of(rows: Sequence[PieceRow]) -> tuple[int, int, float] | None:
    """The longest run of rows that a gutter parts into two columns of text: (first, last + 1, x)."""
    best: tuple[int, int, float] | None = None
    for gutter in _gutters(rows):
        for start, end in _free_runs(rows, gutter):
            run = _trimmed(rows, start, end, gutter)
            if (best is None or run[1] - run[0] > best[1] - best[0]) and _are_columns(
                rows[run[0] : run[1]], gutter
            ):
                best = (*run, gutter)
    return best


def rest_of_columns(rows: Sequence[PieceRow], gutter: float) -> tuple[int, int, float] | None:
    """The rows at the top of a page, few perhaps, in which the columns of the page before end."""
    end = next((n for n, row in enumerate(rows) if _crosses(row, gutter)), len(rows))
    start, end = _trimmed(rows, 0, end, gutter)
    return (start, end, gutter) if start == 0 and end > 0 and len(rows[0]) > 1 else None


def _crosses(row: PieceRow, gutter: float) -> bool:
    return any(piece.x0 < gutter - 0.5 and piece.x1 > gutter - 5.0 for piece in row)


def _gutters(rows: Sequence[PieceRow]) -> list[float]:
    """Where right columns may begin: left edges of many pieces that are not at the left of all."""
    left = min(piece.x0 for row in rows for piece in row)
    right = max(piece.x1 for row in rows for piece in row)
    near = left + _LEAST_WIDTH * (right - left)
    starts = Counter(round(piece.x0) for row in rows for piece in row if piece.x0 > near and piece.words)
    merged: Counter[int] = Counter()
    for start, _ in starts.most_common():
        merged[start] = sum(starts[start + shift] for shift in (-1, 0, 1, 2))
    return [start - 1.0 for start, count in merged.most_common(8) if count >= _FEWEST_LINES]


def _free_runs(rows: Sequence[PieceRow], gutter: float) -> list[tuple[int, int]]:
    """Runs of rows in which no piece crosses the gutter."""
    runs, start = [], 0
    for index, row in enumerate(rows):
        if _crosses(row, gutter):
            if index - start >= _FEWEST_LINES:
                runs.append((start, index))
            start = index + 1
    if len(rows) - start >= _FEWEST_LINES:
        runs.append((start, len(rows)))
    return runs


def _trimmed(rows: Sequence[PieceRow], start: int, end: int, gutter: float) -> tuple[int, int]:
    """
    The run without what stands alone, on the left, above or well below the right column.

    At the end of a page the left column may be longer than the right one by any length.
    """
    right = [index for index in range(start, end) if any(piece.x0 >= gutter for piece in rows[index])]
    if not right:
        return start, start
    first = right[0]
    while first > start and _gap(rows, first) < 0.8 * _height(rows[first]):
        first -= 1
    last = right[-1] + 1
    if end == len(rows):
        return first, end
    while last < end and _gap(rows, last) < 0.8 * _height(rows[last]):
        last += 1
    return first, last


def _gap(rows: Sequence[PieceRow], index: int) -> float:
    """White between a row and what stands above it."""
    above = max((piece.y1 for row in rows[max(0, index - 2) : index] for piece in row), default=0.0)
    return min(piece.y0 for piece in rows[index]) - above


def _height(row: PieceRow) -> float:
    return max(piece.y1 - piece.y0 for piece in row)


def _are_columns(rows: Sequence[PieceRow], gutter: float) -> bool:
    """True when both sides of the gutter are running text."""
    pieces = [piece for row in rows for piece in row]
    if not pieces:
        return False
    width = max(piece.x1 for piece in pieces) - min(piece.x0 for piece in pieces)
    sides = (
        [piece for piece in pieces if piece.x0 < gutter],
        [piece for piece in pieces if piece.x0 >= gutter],
    )
    return all(_is_prose(side, width) for side in sides)


def _is_prose(side: Sequence[Piece], width: float) -> bool:
    lines = [piece for piece in side if piece.words]
    if len(lines) < _FEWEST_LINES:
        return False
    left, right = min(piece.x0 for piece in lines), max(piece.x1 for piece in lines)
    if right - left < _LEAST_WIDTH * width:
        return False
    full = sum(piece.x1 > right - 0.25 * (right - left) for piece in lines)
    going_on = sum(piece.words[0].text[0].islower() for piece in lines)
    return full >= 0.5 * len(lines) and going_on >= 0.25 * len(lines)
