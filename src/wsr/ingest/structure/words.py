"""The words of a page that a reader sees: hidden and slanted ones are left out."""

from collections import Counter
from collections.abc import Iterable

from wsr.ingest.pages import Page, Word


def seen_words(page: Page) -> list[Word]:
    """The words of a page that belong to its running text, in the order painted; empty for a blank page."""
    return [word for word in page.words if word.hidden is None and word.upright]


def common_size(words: Iterable[Word]) -> float:
    """The font size that most letters of the words have; 0.0 without words."""
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[word.size] += len(word.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)
