"""Which recommendations repeat each other: groups of a graph of likeness, without chains."""

from collections.abc import Iterable, Mapping, Sequence

Pair = tuple[int, int]

REPEATS = 0.25
"""Two that are as alike as this may be the same request; chosen so that few look-alikes of the benchmark are."""
_HOLDS = 0.7
"""The part of it that each member of a group must have with every other: a chain of neighbours is no group."""


def groups(likeness: Mapping[Pair, float], apart: Iterable[Pair] = ()) -> list[tuple[int, ...]]:
    """
    The groups of two and more that repeat each other, in the order of their first members; none overlap.

    Args:
        likeness: how alike two texts are, by their places, the lower first; pairs left out are not alike.
        apart: pairs that are in one group under no circumstances.

    The most alike are joined first; two groups join when some of their members repeat each other and none of all
    their members are unlike.
    """
    kept_apart = {_ordered(pair) for pair in apart}
    member_of: dict[int, list[int]] = {}
    for score, pair in sorted(
        ((score, pair) for pair, score in likeness.items()), key=lambda each: (-each[0], each[1])
    ):
        if score < REPEATS:
            break
        one, other = (member_of.get(place, [place]) for place in pair)
        if one is not other and _hold_together(one, other, likeness, kept_apart):
            joined = one + other
            member_of.update(dict.fromkeys(joined, joined))
    found = {id(members): tuple(sorted(members)) for members in member_of.values()}
    return sorted(found.values())


def _hold_together(
    one: Sequence[int], other: Sequence[int], likeness: Mapping[Pair, float], apart: set[Pair]
) -> bool:
    pairs = [_ordered((a, b)) for a in one for b in other]
    return all(pair not in apart and likeness.get(pair, 0.0) >= REPEATS * _HOLDS for pair in pairs)


def _ordered(pair: Pair) -> Pair:
    return (min(pair), max(pair))
