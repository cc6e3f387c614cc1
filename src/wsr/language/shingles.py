"""How much of their wording two texts share, from a small sketch of each."""

import hashlib
import re

_WORD = re.compile(r"\w+")
_WIDTH = 5
"""Words in a shingle: long enough that stock phrases of two authors seldom meet."""
_KEPT = 512
"""Shingles kept of a text: at an overlap of 0.9 the estimate's standard error is 1.3 %."""

Shingles = frozenset[int]
"""The smallest hashes among the shingles of a text, at most 512; empty for a text under five words."""


def shingles(text: str) -> Shingles:
    """
    The sketch of a text: the 512 smallest 63-bit hashes of its runs of five words, case and marks apart.

    A text of fewer shingles is kept whole, so that short ones are compared exactly.

    Source:
        Broder, On the resemblance and containment of documents (1997): bottom-k sketches.
    """
    words = _WORD.findall(text.casefold())
    runs = {" ".join(words[at : at + _WIDTH]) for at in range(len(words) - _WIDTH + 1)}
    return frozenset(sorted(map(_hash, runs))[:_KEPT])


def overlap(a: Shingles, b: Shingles) -> float:
    """
    The part of the two texts' shingles that both have, 0 to 1; 0 when either has none.

    An estimate when a text has more than 512 shingles: the share of common ones among the smallest of both.
    """
    if not a or not b:
        return 0.0
    smallest = sorted(a | b)[:_KEPT] if max(len(a), len(b)) == _KEPT else a | b
    return sum(1 for one in smallest if one in a and one in b) / len(smallest)


def _hash(run: str) -> int:
    return int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), "big") >> 1
