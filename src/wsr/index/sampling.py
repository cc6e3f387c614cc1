"""
Drawing at random, and the same again: from a number that a row has for ever and the seed of the query. Pure.

So what is drawn depends on nothing but the seed and what there is to draw from: not on the order in which
reviews were taken in, nor on what else the index holds.
"""

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Draws = NDArray[np.uint64]


def draw_of(*names: str) -> int:
    """The number by which what has these names is drawn: any of 64 bits, always the same."""
    digest = hashlib.blake2b("\n".join(names).encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(digest.digest(), "big")


def shuffled(draws: Draws, seed: int) -> Draws:
    """For each number another one, as if by chance; the smallest are those to draw with this seed."""
    mixed = draws ^ np.uint64(draw_of(str(seed)))
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


def in_order_drawn(names: Sequence[tuple[str, ...]], seed: int) -> list[int]:
    """The numbers of some rows, in the order in which they are drawn with a seed: a sample is their beginning."""
    draws = np.array([draw_of(*each) for each in names], dtype=np.uint64)
    order: list[int] = np.argsort(shuffled(draws, seed), kind="stable").tolist()
    return order
