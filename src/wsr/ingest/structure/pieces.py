"""Pieces: the stretches of a row of words between wide gaps, and tables and boxes that stand among them."""

from collections.abc import Sequence
from dataclasses import dataclass

from wsr.ingest.pages import Word
from wsr.ingest.structure.lines import rows_of, text_of
from wsr.ingest.structure.marks import is_only_mark
from wsr.ingest.structure.tables import Box, Table

_WIDE = 0.9
"""A gap wider than this part of the font size parts two pieces."""

_FLAT = 3.5
_HANG = 60.0
"""A number or bullet stands at most so many points before its text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a row without a wide gap, or a table or box as a whole."""

    x0: float
    y0: float
    x1: float
    y1: float
    words: tuple[Word, ...] = ()
    block: Table | Box | None = None

    @property
    def text(self) -> str:
        """Its words as text."""
        return text_of(self.words)


PieceRow = list[Piece]
"""Pieces beside each other, from left to right; a table or box is a row of its own."""


def piece_rows(words: Sequence[Word], blocks: Sequence[Piece]) -> list[PieceRow]:
    """The rows of some words and blocks, from the top down."""
    rows: list[PieceRow] = [_pieces(row) for row in rows_of(words)]
    for block in blocks:
        rows += _opened(block) or [[block]]
    return sorted(rows, key=lambda row: row[0].y0)


def _opened(piece: Piece) -> list[PieceRow]:
    """The rows of a flat box that is only the shade behind a row of a table; none for other boxes."""
    box = piece.block
    if not isinstance(box, Box) or box.blocks or piece.y1 - piece.y0 > _FLAT * box.words[0].size:
        return []
    rows = [_pieces(row) for row in rows_of(box.words)]
    return rows if all(len(row) > 1 for row in rows) else []


def piece_of(block: Table | Box) -> Piece:
    """A table or box as one piece."""
    if isinstance(block, Table):
        return Piece(block.xs[0], block.y0, block.xs[-1], block.y1, block=block)
    return Piece(block.x0, block.y0, block.x1, block.y1, block=block)


def _pieces(row: Sequence[Word]) -> PieceRow:
    """A row cut at its wide gaps; a number or bullet stays with the text that it marks."""
    groups = [[row[0]]]
    for word in row[1:]:
        gap = word.x0 - groups[-1][-1].x1
        if gap > max(_WIDE * word.size, 6.0) and not (gap < _HANG and is_only_mark(text_of(groups[-1]))):
            groups.append([])
        groups[-1].append(word)
    return [
        Piece(
            group[0].x0,
            min(word.y0 for word in group),
            max(word.x1 for word in group),
            max(word.y1 for word in group),
            tuple(group),
        )
        for group in groups
    ]
