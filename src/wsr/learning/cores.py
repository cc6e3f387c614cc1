"""What persons said of recommendations, put together: which are one core, and which pairs are apart. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from typing import NamedTuple

Pair = tuple[int, int]


class Statement(NamedTuple):
    """What one record says, by the places of texts."""

    parts: tuple[tuple[int, ...], ...]
    """Places told together are all of one part; places told apart are of several."""
    together: bool


class Told(NamedTuple):
    """What all statements come to."""

    cores: tuple[tuple[int, ...], ...]
    """Places that are together, two and more each, in their order; none overlap."""
    apart: frozenset[Pair]
    """Pairs that are not, the lower place first; none is within a core."""
    by: dict[int, int]
    """For each place of a core the last statement that put it there."""


def told(statements: Sequence[Statement]) -> Told:
    """
    What statements come to, given the earliest first.

    Of each pair the last statement that speaks of it holds. What is together is joined from the last statement to
    the first: where an earlier one would bring together, through others, what is apart, it yields.
    """
    last: dict[Pair, int] = {}
    for number, statement in enumerate(statements):
        last.update(dict.fromkeys(_pairs(statement), number))
    apart = frozenset(pair for pair, number in last.items() if not statements[number].together)
    together = sorted((-number, pair) for pair, number in last.items() if statements[number].together)
    held: dict[int, list[int]] = {}
    by: dict[int, int] = {}
    for number, pair in together:
        one, other = (held.get(place, [place]) for place in pair)
        if one is not other and apart.isdisjoint(_across(one, other)):
            joined = one + other
            held.update(dict.fromkeys(joined, joined))
        if held.get(pair[0], pair) is held.get(pair[1]):
            for place in pair:
                by.setdefault(place, -number)
    cores = {id(members): tuple(sorted(members)) for members in held.values()}
    return Told(tuple(sorted(cores.values())), apart, by)


def _pairs(statement: Statement) -> Iterator[Pair]:
    if statement.together:
        places = sorted({place for part in statement.parts for place in part})
        return combinations(places, 2)
    return (pair for one, other in combinations(statement.parts, 2) for pair in _across(one, other))


def _across(one: Iterable[int], other: Iterable[int]) -> Iterator[Pair]:
    return ((min(pair), max(pair)) for pair in product(one, other) if pair[0] != pair[1])
