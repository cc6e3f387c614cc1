"""Turning: pages whose text runs up or down the paper, as wide tables do, turned so that it can be read."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from wsr.domain.passages import Box
from wsr.ingest.pages import Fill, Page, Rule, Word

_MOST = 0.7
"""A page is turned when this part of its letters does not stand upright."""

_FEWEST_WORDS = 20
_ASCENT = 0.8


@dataclass(frozen=True, slots=True)
class Turn:
    """How a page was turned: from the place on the turned page back to that on the page itself."""

    upwards: bool
    """True when its text runs up the paper, False when it runs down."""
    width: float
    """Of the page itself."""
    height: float

    def back(self, box: Box) -> Box:
        """The same rectangle on the page as a viewer shows it."""
        if self.upwards:
            return Box(page=box.page, x0=box.y0, y0=self.height - box.x1, x1=box.y1, y1=self.height - box.x0)
        return Box(page=box.page, x0=self.width - box.y1, y0=box.x0, x1=self.width - box.y0, y1=box.x1)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page lies on the turned page."""
        return (self.height - y, x) if self.upwards else (y, self.width - x)


def turned(page: Page) -> tuple[Page, Turn | None]:
    """
    The page with its text upright, and how it was turned; the page itself and None when it needs no turning.

    Words that stood upright before, such as a page number, lie down afterwards.
    """
    lying = [word for word in page.words if not word.upright and not word.hidden]
    letters = sum(len(word.text) for word in page.words)
    if len(lying) < _FEWEST_WORDS or sum(len(word.text) for word in lying) < _MOST * letters:
        return page, None
    turn = Turn(_runs_up(lying), page.width, page.height)
    return (
        replace(
            page,
            width=page.height,
            height=page.width,
            words=tuple(_turned_word(word, turn) for word in page.words),
            rules=tuple(Rule(*_corners(rule, turn)) for rule in page.rules),
            fills=tuple(Fill(*_corners(fill, turn)) for fill in page.fills),
        ),
        turn,
    )


def _runs_up(words: Iterable[Word]) -> bool:
    """True when most words stand higher than the word before them in their line."""
    steps = [
        after.y0 - before.y0
        for before, after in pairwise(words)
        if abs(after.x0 - before.x0) < 0.5 * before.size
    ]
    return sum(step < 0 for step in steps) >= 0.5 * len(steps)


def _turned_word(word: Word, turn: Turn) -> Word:
    x0, y0, x1, y1 = _corners(word, turn)
    baseline = y0 + _ASCENT * (y1 - y0)
    return word._replace(x0=x0, y0=y0, x1=x1, y1=y1, baseline=baseline, upright=not word.upright)


def _corners(one: Word | Rule | Fill, turn: Turn) -> tuple[float, float, float, float]:
    first, second = turn.place(one.x0, one.y0), turn.place(one.x1, one.y1)
    return (
        min(first[0], second[0]),
        min(first[1], second[1]),
        max(first[0], second[0]),
        max(first[1], second[1]),
    )
