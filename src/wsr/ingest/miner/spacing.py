"""Words put right after painting: letters set apart for looks joined, words painted twice counted once."""

import itertools
from collections.abc import Sequence

from wsr.ingest.painted import PaintedWord

_LETTERS = 3
"""So many single letters in a row are a word set apart; two can be "a I"."""
_WIDEST = 0.8
"""Of the font size: letters further apart are columns, not a spaced word."""
_UNEVEN = 1.6
"""Times the usual gap of the row: a wider one is a blank."""
_LEAST = 0.05
_DOUBLE = 0.12
"""Of the font size: a word painted again within this is the same word."""
_FAR = 100_000


def joined_letters(words: Sequence[PaintedWord]) -> list[PaintedWord]:
    """
    The words, with rows of evenly set single letters joined: "P a g e" is one word.

    A gap clearly wider than the others of its row stays a blank.
    """
    if "1" * _LETTERS not in "".join("1" if len(word.text) == 1 else "0" for word in words):
        return list(words)
    joined: list[PaintedWord] = []
    row: list[PaintedWord] = []
    for word in words:
        if row and not _follows(row[-1], word):
            joined.extend(_join(row))
            row = []
        if len(word.text) == 1 and word.text.isalpha() and word.upright:
            row.append(word)
        else:
            joined.extend(_join(row))
            row = []
            joined.append(word)
    return joined + _join(row)


def _follows(last: PaintedWord, word: PaintedWord) -> bool:
    return (
        abs(word.baseline - last.baseline) <= 0.1 * last.size
        and abs(word.size - last.size) <= 0.1 * last.size
        and 0 <= word.x0 - last.x1 <= 2 * last.size
    )


def _join(row: list[PaintedWord]) -> list[PaintedWord]:
    if len(row) < _LETTERS:
        return row
    gaps = [word.x0 - last.x1 for last, word in itertools.pairwise(row)]
    usual = sorted(gaps)[len(gaps) // 2]
    if usual > _WIDEST * row[0].size:
        return row
    parts: list[list[PaintedWord]] = [[row[0]]]
    for gap, word in zip(gaps, row[1:], strict=True):
        if gap > max(_UNEVEN * usual, usual + _LEAST * word.size):
            parts.append([])
        parts[-1].append(word)
    return [_merged(part) for part in parts]


def _merged(part: list[PaintedWord]) -> PaintedWord:
    return part[0]._replace(
        text="".join(word.text for word in part),
        x1=max(word.x1 for word in part),
        y0=min(word.y0 for word in part),
        y1=max(word.y1 for word in part),
    )


def without_doubles(words: Sequence[PaintedWord]) -> list[PaintedWord]:
    """
    The words, each once: one painted again almost in its place is bold made by hand, or a shadow.

    The later painting counts for what covers it; both must be without ink for the word to be invisible.
    """
    if not _may_have_doubles(words):
        return list(words)
    kept: list[PaintedWord] = []
    places: dict[tuple[str, int, int], int] = {}
    for word in words:
        cells = _cells(word)
        twin = next((places[cell] for cell in cells if cell in places), None)
        if twin is None or not _in_same_place(kept[twin], word):
            places.update(dict.fromkeys(cells, len(kept)))
            kept.append(word)
        else:
            kept[twin] = _again(kept[twin], word)
    return kept


def _may_have_doubles(words: Sequence[PaintedWord]) -> bool:
    """A quick look at where words begin, with two overlapping grids: true also for some pages that have none."""
    starts = [(word.x0 / 2, word.baseline / 2) for word in words]
    return any(
        len({int(x + shift) * _FAR + int(y + shift) for x, y in starts}) < len(words) for shift in (0.0, 0.5)
    )


def _cells(word: PaintedWord) -> set[tuple[str, int, int]]:
    near = _DOUBLE * word.size
    return {
        (word.text, int((word.x0 + right) / 4), int((word.baseline + down) / 4))
        for right in (-near, near)
        for down in (-near, near)
    }


def _in_same_place(one: PaintedWord, other: PaintedWord) -> bool:
    near = _DOUBLE * one.size
    return abs(one.x0 - other.x0) <= near and abs(one.baseline - other.baseline) <= near


def _again(first: PaintedWord, again: PaintedWord) -> PaintedWord:
    moved = abs(first.x0 - again.x0) + abs(first.baseline - again.baseline) > 0.02
    return again._replace(
        bold=first.bold or again.bold or moved, invisible=first.invisible and again.invisible
    )
