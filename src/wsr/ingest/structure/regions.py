"""Regions: the columns, boxes and tables of a page in the order in which they are read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wsr.ingest.pages import Word
from wsr.ingest.structure.bare import bare_tables
from wsr.ingest.structure.columns import columns_of, rest_of_columns
from wsr.ingest.structure.lines import Line, line_of
from wsr.ingest.structure.pieces import Piece, PieceRow, piece_of, piece_rows
from wsr.ingest.structure.stripes import with_stripes
from wsr.ingest.structure.tables import Box, Table

Item = Line | Table
"""What stands in a region: lines of text and tables."""


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
    pieces = [piece_of(block) for block in blocks]
    room = _Room(page, *_extent(list(words) or pieces))
    found = _read(room, list(words), pieces, _open_gutter(before))
    return [_numbered(region, number) for number, region in enumerate(found)]


def _open_gutter(before: Sequence[Region]) -> float | None:
    """Where the right column begins, when a page ends in columns."""
    if not before or not before[-1].narrow:
        return None
    return before[-1].x0 - 1.0


def _extent(pieces: Sequence[Piece | Word]) -> tuple[float, float]:
    return min((piece.x0 for piece in pieces), default=0.0), max((piece.x1 for piece in pieces), default=0.0)


def _numbered(region: Region, number: int) -> Region:
    items = tuple(replace(item, region=number) for item in region.items)
    return replace(region, number=number, items=items)


def _read(
    room: _Room, words: list[Word], blocks: list[Piece], open_gutter: float | None = None
) -> list[Region]:
    """Columns are read one after the other between what stands above and below them."""
    rows = piece_rows(words, blocks)
    run = columns_of(rows) if len(rows) > 3 else None
    if open_gutter is not None and (run is None or run[0] > 0):
        run = rest_of_columns(rows, open_gutter) or run
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


def _column(room: _Room, pieces: Sequence[Piece]) -> _Room:
    return _Room(room.page, *_extent(pieces), room.boxed, narrow=True)


def _content(pieces: Sequence[Piece]) -> tuple[list[Word], list[Piece]]:
    return [word for piece in pieces for word in piece.words], [piece for piece in pieces if piece.block]


def _in_line(room: _Room, rows: Sequence[PieceRow]) -> list[Region]:
    """One region of the lines across all rows; boxes within it are regions of their own."""
    regions: list[Region] = []
    items: list[Item] = []
    rows = with_stripes(room.page, rows)
    tables = bare_tables(room.page, rows, room.x1)
    end = 0
    for index, row in enumerate(rows):
        if index < end:
            continue
        block = row[0].block
        if index in tables:
            end, block = tables[index]
        if isinstance(block, Box):
            regions += _region(room, items)
            inner = [piece_of(one) for one in block.blocks]
            regions += _read(_box_room(room, block), list(block.words), inner)
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
