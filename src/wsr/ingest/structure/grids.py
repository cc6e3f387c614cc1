"""Grids: the cells that ruling lines and filled areas enclose. Geometry only, no words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wsr.ingest.pages import Fill, Page, Rule

_SNAP = 3.0
"""Lines nearer than this, in points, are drawn as one."""

_COVER = 0.6
"""A cell border is there when this part of it is drawn."""

_MOST_LINES = 1500
"""A page with more ruling lines is a drawing, not a table …"""

_MOST_CROSSINGS = 40_000
"""… and so is one where so many may cross."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: the columns and rows of its grid that it spans (last ones exclusive), and its place."""

    row: int
    column: int
    row_end: int
    column_end: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells that hang together, and the lines between them."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.xs[0]

    @property
    def x1(self) -> float:
        """Right edge."""
        return self.xs[-1]

    @property
    def y0(self) -> float:
        """Top."""
        return self.ys[0]

    @property
    def y1(self) -> float:
        """Bottom."""
        return self.ys[-1]

    @property
    def columns(self) -> int:
        """Number of columns, spanned ones counted apart."""
        return len(self.xs) - 1

    @property
    def is_frame(self) -> bool:
        """True for a single cell, or cells only below each other: a box around text."""
        return all(cell.column == 0 and cell.column_end == self.columns for cell in self.cells)


@dataclass(slots=True)
class _Stroke:
    """A ruled line of one direction: *at* its fixed coordinate, from *start* to *end*."""

    at: float
    start: float
    end: float


def grids_of(page: Page) -> list[Grid]:
    """The grids of a page from the top down; empty when nothing is ruled or the page is a drawing."""
    if len(page.rules) + 4 * len(page.fills) > _MOST_LINES:
        return []
    horizontal, vertical = _strokes(page)
    if len(horizontal) * len(vertical) > _MOST_CROSSINGS:
        return []
    grids = (_grid(*group) for group in _connected(horizontal, vertical))
    return sorted((grid for grid in grids if grid), key=lambda grid: (grid.y0, grid.x0))


def _strokes(page: Page) -> tuple[list[_Stroke], list[_Stroke]]:
    rules = [*page.rules, *(edge for fill in page.fills for edge in _edges(fill, page))]
    horizontal = [
        _Stroke(rule.y0, min(rule.x0, rule.x1), max(rule.x0, rule.x1)) for rule in rules if rule.y0 == rule.y1
    ]
    vertical = [
        _Stroke(rule.x0, min(rule.y0, rule.y1), max(rule.y0, rule.y1)) for rule in rules if rule.x0 == rule.x1
    ]
    return _merged(horizontal), _merged(vertical)


def _edges(fill: Fill, page: Page) -> Iterable[Rule]:
    """The borders of a filled area that may be a cell: none for page backgrounds and marked words."""
    width, height = fill.x1 - fill.x0, fill.y1 - fill.y0
    if width < 15 or height < 10 or width * height > 0.8 * page.width * page.height:
        return
    yield Rule(fill.x0, fill.y0, fill.x1, fill.y0)
    yield Rule(fill.x0, fill.y1, fill.x1, fill.y1)
    yield Rule(fill.x0, fill.y0, fill.x0, fill.y1)
    yield Rule(fill.x1, fill.y0, fill.x1, fill.y1)


def _merged(strokes: list[_Stroke]) -> list[_Stroke]:
    """Strokes on one line that touch, as one."""
    levels = _levels(stroke.at for stroke in strokes)
    for stroke in strokes:
        stroke.at = min(levels, key=lambda level: abs(level - stroke.at))
    result: list[_Stroke] = []
    for stroke in sorted(strokes, key=lambda stroke: (stroke.at, stroke.start)):
        last = result[-1] if result else None
        if last and last.at == stroke.at and stroke.start <= last.end + _SNAP:
            last.end = max(last.end, stroke.end)
        else:
            result.append(_Stroke(stroke.at, stroke.start, stroke.end))
    return result


def _levels(values: Iterable[float]) -> list[float]:
    """The values, those nearer than the snap taken as one, ascending."""
    levels: list[float] = []
    for value in sorted(values):
        if not levels or value - levels[-1] > _SNAP:
            levels.append(value)
    return levels


def _connected(
    horizontal: Sequence[_Stroke], vertical: Sequence[_Stroke]
) -> Iterable[tuple[list[_Stroke], list[_Stroke]]]:
    """Groups of strokes that cross or touch each other."""
    group_of = list(range(len(horizontal) + len(vertical)))

    def root(index: int) -> int:
        while group_of[index] != index:
            group_of[index] = group_of[group_of[index]]
            index = group_of[index]
        return index

    for i, across in enumerate(horizontal):
        for j, down in enumerate(vertical, start=len(horizontal)):
            if _touch(across, down):
                group_of[root(i)] = root(j)
    groups: dict[int, tuple[list[_Stroke], list[_Stroke]]] = {}
    for i, across in enumerate(horizontal):
        groups.setdefault(root(i), ([], []))[0].append(across)
    for j, down in enumerate(vertical, start=len(horizontal)):
        groups.setdefault(root(j), ([], []))[1].append(down)
    return groups.values()


def _touch(across: _Stroke, down: _Stroke) -> bool:
    return (
        across.start - _SNAP <= down.at <= across.end + _SNAP
        and down.start - _SNAP <= across.at <= down.end + _SNAP
    )


def _grid(horizontal: list[_Stroke], vertical: list[_Stroke]) -> Grid | None:
    """The grid of a group; sides that are left open are taken where the crossing lines end."""
    if not horizontal or not vertical or len(horizontal) + len(vertical) < 3:
        return None
    xs = _levels(
        [*(line.at for line in vertical), *_ends(horizontal, [line.at for line in vertical])],
    )
    ys = _levels(
        [*(line.at for line in horizontal), *_ends(vertical, [line.at for line in horizontal])],
    )
    if len(xs) < 2 or len(ys) < 2:
        return None
    return Grid(tuple(xs), tuple(ys), tuple(_cells(xs, ys, horizontal, vertical)))


def _ends(strokes: Sequence[_Stroke], levels: Sequence[float]) -> list[float]:
    """Where strokes end well outside the lines that cross them: an open side of the grid."""
    start, end = min(stroke.start for stroke in strokes), max(stroke.end for stroke in strokes)
    ends = []
    if start < min(levels) - 8:
        ends.append(start)
    if end > max(levels) + 8:
        ends.append(end)
    return ends


def _cells(
    xs: Sequence[float], ys: Sequence[float], horizontal: Sequence[_Stroke], vertical: Sequence[_Stroke]
) -> Iterable[GridCell]:
    """Elementary cells joined where no line is drawn between them."""
    columns, rows = len(xs) - 1, len(ys) - 1
    parent = list(range(columns * rows))

    def root(index: int) -> int:
        while parent[index] != index:
            index = parent[index]
        return index

    for row, (top, bottom) in enumerate(pairwise(ys)):
        for column, (left, right) in enumerate(pairwise(xs)):
            index = row * columns + column
            if column + 1 < columns and not _drawn(vertical, right, top, bottom):
                parent[root(index + 1)] = root(index)
            if row + 1 < rows and not _drawn(horizontal, bottom, left, right):
                parent[root(index + columns)] = root(index)
    members: dict[int, list[tuple[int, int]]] = {}
    for index in range(columns * rows):
        members.setdefault(root(index), []).append(divmod(index, columns))
    for places in members.values():
        row, column = min(place[0] for place in places), min(place[1] for place in places)
        row_end, column_end = max(place[0] for place in places) + 1, max(place[1] for place in places) + 1
        yield GridCell(row, column, row_end, column_end, xs[column], ys[row], xs[column_end], ys[row_end])


def _drawn(strokes: Sequence[_Stroke], at: float, start: float, end: float) -> bool:
    """True when lines at this level cover most of the way from start to end."""
    covered = sum(
        max(0.0, min(stroke.end, end) - max(stroke.start, start))
        for stroke in strokes
        if abs(stroke.at - at) <= _SNAP
    )
    return covered >= _COVER * (end - start)
