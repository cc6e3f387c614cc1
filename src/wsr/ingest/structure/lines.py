"""Lines of text: words that stand on one baseline within one column."""

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from wsr.ingest.pages import Word
from wsr.ingest.structure.words import common_size
from wsr.language.text import without_ligatures

_SAME_BASELINE = 0.3
"""Baselines nearer than this part of the font size are one."""

_NOTE_MARK = re.compile(r"\(?\[?[\d*†‡§¹²³⁰-⁹]{1,3}(?:[,–-]\d{1,3})*\]?\)?[.,;:]?")
_SMALL = 0.87
_RAISED = 0.15
_LARGEST_MARK = 13.0
_GLUED = 0.13
"""Pieces nearer than this part of the font size are one word; no blank is so narrow."""


_CLOSING = frozenset((",", ".", ";", ":", ")", "’", "”", ").", "),", "’.", "’,", "”.", "”,"))
"""What no blank stands before, although a note mark that was taken out left room for one."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text with its words from left to right; note marks are taken out of its text."""

    page: int
    words: tuple[Word, ...]
    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    baseline: float
    size: float
    bold: bool
    """True when all its letters are bold."""
    italic: bool
    """True when all its letters are italic."""
    note: str | None = None
    """The raised mark at its start: the number of a footnote."""
    region: int = 0
    """The column of its page that it stands in, counted over the page in reading order."""

    @property
    def height(self) -> float:
        """From the top of its tallest word to the bottom of its deepest."""
        return self.y1 - self.y0


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words grouped by baseline, from the top down, each from left to right; raised marks join their word."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=attrgetter("baseline", "x0")):
        if rows and word.baseline - rows[-1][0].baseline <= _SAME_BASELINE * max(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=attrgetter("x0")) for row in _with_raised(rows)]


def _with_raised(rows: list[list[Word]]) -> list[list[Word]]:
    """Rows of small words that stand within the height of the next or last row join that row."""
    result: list[list[Word]] = []
    waiting: list[Word] = []
    for row in rows:
        tallest = max(word.size for word in row)
        if waiting and tallest * _SMALL >= max(word.size for word in waiting):
            if waiting[0].baseline > row[0].baseline - 0.8 * tallest:
                row = [*waiting, *row]
            else:
                result.append(waiting)
            waiting = []
        elif waiting:
            result.append(waiting)
            waiting = []
        if tallest < _LARGEST_MARK and all(_is_mark(word) for word in row):
            if result and row[0].baseline < result[-1][0].baseline + 0.25 * result[-1][0].size:
                result[-1].extend(row)
            else:
                waiting = row
        else:
            result.append(row)
    return [*result, waiting] if waiting else result


def _is_mark(word: Word) -> bool:
    return len(word.text) <= 8 and bool(_NOTE_MARK.fullmatch(word.text))


def line_of(page: int, row: Sequence[Word], region: int = 0) -> Line:
    """The line that a row of words makes; the row is not empty."""
    size = common_size(row)
    baseline = next(word.baseline for word in row if word.size == size)
    running = [word for word in row if not _is_raised(word, size, baseline)] or list(row)
    marked = len(running) < len(row) and row[0] is not running[0]
    return Line(
        page=page,
        words=tuple(running),
        text=without_ligatures(text_of(running)),
        x0=row[0].x0,
        y0=min(word.y0 for word in running),
        x1=max(word.x1 for word in row),
        y1=max(word.y1 for word in running),
        baseline=baseline,
        size=size,
        bold=all(word.bold for word in running if _has_letter(word.text)) and running[0].bold,
        italic=all(word.italic for word in running if _has_letter(word.text)) and running[0].italic,
        note=row[0].text.strip("()[].,:;") if marked else None,
        region=region,
    )


def lines_of(page: int, words: Iterable[Word], region: int = 0) -> list[Line]:
    """The lines of one column of a page, from the top down; empty without words."""
    return [line_of(page, row, region) for row in rows_of(words)]


def _is_raised(word: Word, size: float, baseline: float) -> bool:
    return word.size <= _SMALL * size and baseline - word.baseline > _RAISED * size and _is_mark(word)


def _has_letter(text: str) -> bool:
    return text.isalpha() or any(map(str.isalpha, text))


def text_of(words: Sequence[Word]) -> str:
    """The words as text, one space between them; pieces of one word stay together."""
    parts = [words[0].text]
    for left, right in itertools.pairwise(words):
        if right.x0 - left.x1 > _GLUED * left.size and right.text not in _CLOSING:
            parts.append(" ")
        parts.append(right.text)
    return "".join(parts)
