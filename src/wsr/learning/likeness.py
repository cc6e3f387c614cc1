"""How alike any two of many texts are: what cannot be alike enough is passed over by what it weighs, without a score."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple

Pair = tuple[int, int]

_ROUNDING = 1e-9
"""By how much a bound may come out too low."""


class Weighed(NamedTuple):
    """What a text can share with others."""

    subjects: tuple[Hashable, ...]
    """What it is about, each once: two texts that share fewer than two of these are not compared."""
    weights: Mapping[Hashable, float]
    """The most that each thing can count when it is shared."""
    units: Mapping[Hashable, int]
    """In how many things of its own the text says each."""
    total: float
    """What the whole text weighs."""


class Shared(NamedTuple):
    """The most that one text can meet of another."""

    part: float
    """Of what the text weighs, 0 to 1."""
    much: float
    many: int


def pairs_alike(
    texts: Sequence[Weighed],
    least: float,
    most: Callable[[Shared, Shared], float],
    score: Callable[[int, int], float],
) -> dict[Pair, float]:
    """
    The scores of all pairs that share two subjects and score so much at least, by their places, the lower first.

    Args:
        texts: In their order.
        least: The lowest score that is given back; with 0 every pair that shares two subjects is.
        most: No less than what two texts score that meet no more of each other.
        score: How alike the texts at two places are.
    """
    found: dict[Pair, float] = {}
    keys = [frozenset(text.weights) for text in texts]
    for lower, upper in _neighbours(texts):
        shared = keys[lower] & keys[upper]
        at_most = most(_shared(texts[lower], shared), _shared(texts[upper], shared))
        if at_most + _ROUNDING >= least:
            alike = score(lower, upper)
            if alike >= least:
                found[lower, upper] = alike
    return found


def _neighbours(texts: Sequence[Weighed]) -> Iterator[Pair]:
    """Every pair of texts that shares two subjects."""
    holders = defaultdict[Hashable, list[int]](list)
    for place, text in enumerate(texts):
        shared = Counter[int]()
        for subject in text.subjects:
            shared.update(holders[subject])
            holders[subject].append(place)
        yield from ((other, place) for other, count in shared.items() if count > 1)


def _shared(text: Weighed, keys: frozenset[Hashable]) -> Shared:
    much, many = 0.0, 0
    for key in keys:
        much += text.weights[key]
        many += text.units[key]
    return Shared(min(much / text.total, 1.0), much, many)
