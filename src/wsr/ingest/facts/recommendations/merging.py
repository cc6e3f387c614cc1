"""Which recommendations repeat another: the same text in the summary, the body and the action plan."""

import re
from collections import Counter
from itertools import pairwise

_WORD = re.compile(r"\w+")
_SAME = 0.8
"""Share of the shorter text's word pairs that the other must have: summaries shorten, action plans cut."""
_SAME_LABEL = 0.5
"""… where both carry the same number."""
_FEWEST = 6
"""Word pairs below which only equal texts are the same."""


def similarity(a: str, b: str) -> float:
    """The share, 0 to 1, of the pairs of neighbouring words of the shorter text that the longer has too."""
    first, second = _pairs(a), _pairs(b)
    fewest = min(first.total(), second.total())
    if fewest < _FEWEST:
        return float(_words(a) == _words(b))
    return (first & second).total() / fewest


def repeats(a: str, b: str, *, same_number: bool) -> bool:
    """Whether two texts are one recommendation, printed at two places."""
    lengths = sorted((len(_words(a)), len(_words(b))))
    alike = similarity(a, b)
    if same_number and alike >= _SAME_LABEL:
        return True
    return alike >= _SAME and lengths[0] * 3 >= lengths[1]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _pairs(text: str) -> Counter[tuple[str, str]]:
    words = _words(text)
    return Counter(pairwise(words))
