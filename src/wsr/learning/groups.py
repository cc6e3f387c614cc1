"""Which recommendations repeat each other: groups of a graph of likeness, without chains, around what persons say."""

from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import product

Pair = tuple[int, int]
Core = tuple[int, ...]

REPEATS = 0.25
"""Two that are as alike as this may be the same request; chosen so that few look-alikes of the benchmark are."""
_HOLDS = 0.7
"""The part of it that each member of a group must have with every other: a chain of neighbours is no group."""
LEAST = REPEATS * _HOLDS
"""What is less alike makes no difference to any group."""


def groups(
    likeness: Mapping[Pair, float], apart: Iterable[Pair] = (), cores: Iterable[Core] = ()
) -> list[tuple[int, ...]]:
    """
    The groups of two and more that repeat each other, in the order of their first members; none overlap.

    Args:
        likeness: how alike two texts are, by their places, the lower first; pairs left out are not alike.
        apart: pairs that are in one group under no circumstances.
        cores: texts that are together under all circumstances; none overlap, and none has a pair that is apart.

    The most alike are joined first; two groups join when some of their members repeat each other and none of all
    their members are unlike. A core counts as one text in several wordings: what is like one of them is like it.
    Two cores are not joined: that is for persons to say.
    """
    kept_apart = {_ordered(pair) for pair in apart}
    held: dict[int, list[Core]] = {}
    for core in map(tuple, cores):
        whole = [core]
        held.update(dict.fromkeys(core, whole))
    best = sorted((-score, pair) for pair, score in likeness.items() if score >= REPEATS)
    for _, (lower, upper) in best:
        one, other = held.get(lower, [(lower,)]), held.get(upper, [(upper,)])
        if one is not other and _hold_together(one, other, likeness, kept_apart):
            joined = one + other
            for part in joined:
                held.update(dict.fromkeys(part, joined))
    found = {id(parts): tuple(sorted(place for part in parts for place in part)) for parts in held.values()}
    return sorted(found.values())


def _hold_together(
    one: Sequence[Core], other: Sequence[Core], likeness: Mapping[Pair, float], apart: Set[Pair]
) -> bool:
    if any(len(part) > 1 for part in one) and any(len(part) > 1 for part in other):
        return False
    for parts in product(one, other):
        pairs = [_ordered(pair) for pair in product(*parts)]
        if not apart.isdisjoint(pairs) or max(likeness.get(pair, 0.0) for pair in pairs) < LEAST:
            return False
    return True


def _ordered(pair: Pair) -> Pair:
    return pair if pair[0] < pair[1] else (pair[1], pair[0])
