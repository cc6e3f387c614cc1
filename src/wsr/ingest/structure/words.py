"""The words of a page that a reader sees: hidden, slanted and twice painted ones are left out."""

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from wsr.ingest.pages import Page, Word

_FAKE_BOLD_SHIFT = 0.12
"""Glyphs painted again within this part of their size, to look bold, are one word."""

_SPACED_RUN = 4
"""So many single letters in a row with even gaps are one letter-spaced text."""


def seen_words(page: Page) -> list[Word]:
    """The words of a page that belong to its running text, in the order painted; empty for a blank page."""
    return _painted_once([word for word in page.words if word.hidden is None and word.upright])


def _painted_once(words: Sequence[Word]) -> list[Word]:
    """Each word once; one painted twice with a small shift is bold."""
    kept: dict[tuple[str, int], list[int]] = {}
    result: list[Word] = []
    for word in words:
        places = kept.setdefault((word.text, round(word.baseline)), [])
        twin = next((place for place in places if _same_place(result[place], word)), None)
        if twin is None:
            places.append(len(result))
            result.append(word)
        else:
            result[twin] = replace(result[twin], bold=True)
    return result


def _same_place(word: Word, other: Word) -> bool:
    return abs(word.x0 - other.x0) <= _FAKE_BOLD_SHIFT * word.size


def without_letter_spacing(words: Sequence[Word]) -> list[Word]:
    """The words of one line, left to right, with letter-spaced ones ("P a g e") closed up."""
    if sum(len(word.text) == 1 for word in words) < _SPACED_RUN:
        return list(words)
    result: list[Word] = []
    run: list[Word] = []
    for word in words:
        if len(word.text) == 1 and word.text.isalpha():
            run.append(word)
            continue
        result += _closed_up(run)
        result.append(word)
        run = []
    return result + _closed_up(run)


def _closed_up(run: list[Word]) -> list[Word]:
    if len(run) < _SPACED_RUN:
        return run
    gaps = [right.x0 - left.x1 for left, right in itertools.pairwise(run)]
    common = sorted(gaps)[len(gaps) // 2]
    groups = [[run[0]]]
    for gap, word in zip(gaps, run[1:], strict=True):
        if gap > 1.6 * max(common, 0.08 * word.size):
            groups.append([])
        groups[-1].append(word)
    return [_merged(group) for group in groups]


def _merged(words: Sequence[Word]) -> Word:
    first, last = words[0], words[-1]
    return replace(first, text="".join(word.text for word in words), x1=last.x1)


def common_size(words: Iterable[Word]) -> float:
    """The font size that most letters of the words have; 0.0 without words."""
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[word.size] += len(word.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)
