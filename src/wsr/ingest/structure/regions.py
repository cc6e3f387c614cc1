"""Regions: the columns, boxes and tables of a page in the order in which they are read."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from wsr.ingest.pages import Word
from wsr.ingest.structure.lines import Line, line_of, rows_of, text_of
from wsr.ingest.structure.marks import is_only_mark
from wsr.ingest.structure.tables import Box, Table

Item = Line | Table
"""What stands in a region: lines of text and tables."""

_FEWEST_LINES = 4
"""A column of text has at least so many lines on each side of its gutter."""

_HANG = 60.0
"""A number or bullet stands at most so many points before its text."""

_LEAST_WIDTH = 0.15
"""A column of text takes at least this part of the width that it shares."""


@dataclass(frozen=True, slots=True)
class Region:
    """One column or box of a page: the room that it gives to lines, and its items from the top down."""

    page: int
    number: int
    x0: float
    x1: float
    items: tuple[Item, ...]
    boxed: bool = False
    narrow: bool = False
    """True for one of several columns beside each other."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a row without a wide gap, or a table or box as a whole."""

    x0: float
    y0: float
    x1: float
    y1: float
    words: tuple[Word, ...] = ()
    block: Table | Box | None = None


_Row = list[_Piece]


@dataclass(frozen=True, slots=True)
class _Room:
    """What a region is read in: a page, one of its columns or a box, from its left to its right."""

    page: int
    x0: float
    x1: float
    boxed: bool = False
    narrow: bool = False


def regions_of(
    page: int, words: Sequence[Word], blocks: Sequence[Table | Box], before: Sequence[Region] = ()
) -> list[Region]:
    """
    The regions of a page in reading order; empty for a blank page.

    *before* are the regions of the page before it: columns at its foot may go on for a few lines overleaf.
    """
    pieces = [_Piece(_left(block), block.y0, _right(block), block.y1, block=block) for block in blocks]
    room = _Room(page, *_extent(list(words) or pieces))
    found = _read(room, list(words), pieces, _open_gutter(before))
    return [_numbered(region, number) for number, region in enumerate(found)]


def _open_gutter(before: Sequence[Region]) -> float | None:
    """Where the right column begins, when a page ends in columns."""
    if not before or not before[-1].narrow:
        return None
    return before[-1].x0 - 1.0


def _extent(pieces: Sequence[_Piece | Word]) -> tuple[float, float]:
    return min((piece.x0 for piece in pieces), default=0.0), max((piece.x1 for piece in pieces), default=0.0)


def _left(block: Table | Box) -> float:
    return block.xs[0] if isinstance(block, Table) else block.x0


def _right(block: Table | Box) -> float:
    return block.xs[-1] if isinstance(block, Table) else block.x1


def _numbered(region: Region, number: int) -> Region:
    items = tuple(replace(item, region=number) for item in region.items)
    return replace(region, number=number, items=items)


def _read(
    room: _Room, words: list[Word], blocks: list[_Piece], open_gutter: float | None = None
) -> list[Region]:
    """Columns are read one after the other between what stands above and below them."""
    rows = _rows(words, blocks)
    run = _columns(rows) if len(rows) >= _FEWEST_LINES else None
    if open_gutter is not None and (run is None or run[0] > 0):
        run = _rest_of_columns(rows, open_gutter) or run
    if run is None:
        return _in_line(room, rows)
    start, end, gutter = run
    between = [piece for row in rows[start:end] for piece in row]
    left = [piece for piece in between if piece.x0 < gutter]
    right = [piece for piece in between if piece.x0 >= gutter]
    parts = (
        (room, [piece for row in rows[:start] for piece in row]),
        (_column(room, left), left),
        (_column(room, right), right),
        (room, [piece for row in rows[end:] for piece in row]),
    )
    return [region for own, part in parts for region in _read(own, *_content(part))]


def _column(room: _Room, pieces: Sequence[_Piece]) -> _Room:
    return _Room(room.page, *_extent(pieces), room.boxed, narrow=True)


def _content(pieces: Sequence[_Piece]) -> tuple[list[Word], list[_Piece]]:
    return [word for piece in pieces for word in piece.words], [piece for piece in pieces if piece.block]


def _rows(words: list[Word], blocks: list[_Piece]) -> list[_Row]:
    """Pieces that stand beside each other, from the top down; a table or box is a row of its own."""
    rows: list[_Row] = [_pieces(row) for row in rows_of(words)]
    rows += [[block] for block in blocks]
    return sorted(rows, key=lambda row: row[0].y0)


def _pieces(row: Sequence[Word]) -> _Row:
    """A row cut at its wide gaps; a number or bullet stays with the text that it marks."""
    groups = [[row[0]]]
    for word in row[1:]:
        last = groups[-1][-1]
        gap = word.x0 - last.x1
        if gap > max(0.9 * word.size, 6.0) and not (gap < _HANG and is_only_mark(text_of(groups[-1]))):
            groups.append([])
        groups[-1].append(word)
    return [
        _Piece(
            group[0].x0,
            min(word.y0 for word in group),
            max(word.x1 for word in group),
            max(word.y1 for word in group),
            tuple(group),
        )
        for group in groups
    ]


def _columns(rows: Sequence[_Row]) -> tuple[int, int, float] | None:
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


def _rest_of_columns(rows: Sequence[_Row], gutter: float) -> tuple[int, int, float] | None:
    """The few rows at the top of a page in which the columns of the page before end."""
    end = 0
    for row in rows:
        starts = [piece.x0 for piece in row if piece.x0 >= gutter]
        crossed = any(piece.x0 < gutter - 0.5 and piece.x1 > gutter - 5.0 for piece in row)
        if crossed or any(abs(start - gutter - 1.0) > 3.0 for start in starts[:1]):
            break
        if end and _gap(rows, end) > 1.5 * _height(row):
            break
        end += 1
    sided = [row for row in rows[:end] if any(piece.x0 >= gutter for piece in row)]
    return (0, end, gutter) if sided and len(sided) < end + 1 and len(sided[0]) > 1 else None


def _gutters(rows: Sequence[_Row]) -> list[float]:
    """Where right columns may begin: left edges of many pieces that are not at the left of all."""
    left = min(piece.x0 for row in rows for piece in row)
    right = max(piece.x1 for row in rows for piece in row)
    near = left + _LEAST_WIDTH * (right - left)
    starts = Counter(round(piece.x0) for row in rows for piece in row if piece.x0 > near and piece.words)
    merged: Counter[int] = Counter()
    for start, _ in starts.most_common():
        merged[start] = sum(starts[start + shift] for shift in (-1, 0, 1, 2))
    return [start - 1.0 for start, count in merged.most_common(8) if count >= _FEWEST_LINES]


def _free_runs(rows: Sequence[_Row], gutter: float) -> list[tuple[int, int]]:
    """Runs of rows in which no piece crosses the gutter."""
    runs, start = [], 0
    for index, row in enumerate(rows):
        if any(piece.x0 < gutter - 0.5 and piece.x1 > gutter - 5.0 for piece in row):
            if index - start >= _FEWEST_LINES:
                runs.append((start, index))
            start = index + 1
    if len(rows) - start >= _FEWEST_LINES:
        runs.append((start, len(rows)))
    return runs


def _trimmed(rows: Sequence[_Row], start: int, end: int, gutter: float) -> tuple[int, int]:
    """The run without what stands alone, on the left, above or well below the right column."""
    right = [index for index in range(start, end) if any(piece.x0 >= gutter for piece in rows[index])]
    if not right:
        return start, start
    first = right[0]
    while first > start and _gap(rows, first) < 0.8 * _height(rows[first]):
        first -= 1
    last = right[-1] + 1
    while last < end and _gap(rows, last) < 0.8 * _height(rows[last]):
        last += 1
    return first, last


def _gap(rows: Sequence[_Row], index: int) -> float:
    """White between a row and what stands above it."""
    above = max((piece.y1 for row in rows[max(0, index - 2) : index] for piece in row), default=0.0)
    return min(piece.y0 for piece in rows[index]) - above


def _height(row: _Row) -> float:
    return max(piece.y1 - piece.y0 for piece in row)


def _are_columns(rows: Sequence[_Row], gutter: float) -> bool:
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


def _is_prose(side: Sequence[_Piece], width: float) -> bool:
    lines = [piece for piece in side if piece.words]
    if len(lines) < _FEWEST_LINES:
        return False
    left, right = min(piece.x0 for piece in lines), max(piece.x1 for piece in lines)
    if right - left < _LEAST_WIDTH * width:
        return False
    full = sum(piece.x1 > right - 0.25 * (right - left) for piece in lines)
    going_on = sum(piece.words[0].text[0].islower() for piece in lines)
    return full >= 0.5 * len(lines) and going_on >= 0.25 * len(lines)


def _in_line(room: _Room, rows: Sequence[_Row]) -> list[Region]:
    """One region of the lines across all rows; boxes within it are regions of their own."""
    regions: list[Region] = []
    items: list[Item] = []
    for row in rows:
        block = row[0].block
        if isinstance(block, Box):
            regions += _region(room, items)
            regions += _read(_box_room(room, block), list(block.words), [])
            items = []
        elif block:
            items.append(block)
        else:
            items.append(line_of(room.page, [word for piece in row for word in piece.words]))
    return regions + _region(room, items)


def _box_room(room: _Room, box: Box) -> _Room:
    """The room within a box: the padding on its right is taken to be that on its left."""
    x0, x1 = _extent(box.words)
    return _Room(room.page, x0, max(x1, box.x1 - (x0 - box.x0)), boxed=True, narrow=room.narrow)


def _region(room: _Room, items: Sequence[Item]) -> list[Region]:
    if not items:
        return []
    return [Region(room.page, 0, room.x0, room.x1, tuple(items), room.boxed, room.narrow)]
