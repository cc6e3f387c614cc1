"""Ruling lines put together from the pieces that they are painted in. Pure."""

from collections.abc import Iterable

from wsr.ingest.pages import Rule
from wsr.ingest.painted import PaintedLine

_SAME_LINE = 0.75
_TOUCHING = 2.5
"""Points between pieces of one line: dotted borders and the corners of cells."""
_SHORTEST = 3.0


def merged_rules(lines: Iterable[PaintedLine]) -> tuple[Rule, ...]:
    """
    The ruling lines, horizontal ones first, pieces in a row joined; from top to bottom, then left to right.

    What stays shorter than 3 points is no line.
    """
    level, upright = [], []
    for line in lines:
        if line.y0 == line.y1:
            level.append((line.y0, line.x0, line.x1))
        else:
            upright.append((line.x0, line.y0, line.y1))
    across = [Rule(start, place, end, place) for place, start, end in _joined(level)]
    down = [Rule(place, start, place, end) for place, start, end in _joined(upright)]
    return (*across, *down)


def _joined(pieces: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Pieces as (place, start, end), those in a row on one line joined."""
    joined: list[tuple[float, float, float]] = []
    row: list[tuple[float, float, float]] = []
    for piece in sorted(pieces):
        if row and piece[0] - row[0][0] > _SAME_LINE:
            joined += _join_row(row)
            row = []
        row.append(piece)
    joined += _join_row(row)
    return [piece for piece in joined if piece[2] - piece[1] >= _SHORTEST]


def _join_row(row: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    joined: list[tuple[float, float, float]] = []
    for place, start, end in sorted(row, key=lambda piece: piece[1:]):
        if joined and start - joined[-1][2] <= _TOUCHING:
            last = joined[-1]
            joined[-1] = (last[0], last[1], max(last[2], end))
        else:
            joined.append((place, start, end))
    return joined
