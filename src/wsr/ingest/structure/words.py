"""The words of a page that a reader sees: hidden and slanted ones left out, measured sizes evened."""

from collections import Counter
from collections.abc import Iterable
from statistics import median_low

from wsr.ingest.pages import Page, Word

_LEAST = 1.0
_NOISE = 0.17
"""Sizes measured on a picture vary by this part within one text."""


def seen_words(page: Page) -> list[Word]:
    """
    The words of a page that belong to its running text, in the order painted; empty for a blank page.

    Type below one point is left out: nobody can read it.
    """
    words = [word for word in page.words if word.hidden is None and word.upright and word.size >= _LEAST]
    return _evened(words) if page.machine_read else words


def _evened(words: list[Word]) -> list[Word]:
    """Words read from a picture, those about the size of most given that size, others whole points."""
    usual = float(round(median_low(word.size for word in words))) if words else 0.0
    return [
        word._replace(size=usual if abs(word.size - usual) <= _NOISE * usual else float(round(word.size)))
        for word in words
    ]


def common_size(words: Iterable[Word]) -> float:
    """The font size that most letters of the words have; 0.0 without words."""
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[word.size] += len(word.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)
