"""Intervals by bootstrap: a statistic over thousands of draws of extracts at once. Pure."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence

import numpy as np
from numpy.typing import NDArray

DRAWS = 1000
SEED = 26
"""The same extracts give the same interval."""

Unit = tuple[Hashable, ...]
"""What people said of one extract."""

Counts = NDArray[np.int64]
Statistic = Callable[[Sequence[Unit], Counts], NDArray[np.float64]]
"""From different units, and how often each stands in a draw (a row for each draw), to a number for each draw."""


def interval(units: Sequence[Unit], statistic: Statistic) -> tuple[float, float] | None:
    """
    The percentile interval that holds 95 % of the draws; None when the statistic is not defined in most of them.

    Drawing n of n units with replacement is drawing how often each different unit comes, so the work does not
    grow with n. Different units are taken as they first come: what they are called changes nothing.
    """
    seen = Counter(units)
    often = np.array(list(seen.values()), dtype=np.float64)
    drawn = np.random.default_rng(SEED).multinomial(len(units), often / often.sum(), size=DRAWS)
    found = statistic(list(seen), drawn.astype(np.int64))
    found = found[~np.isnan(found)]
    if len(found) * 2 < DRAWS:
        return None
    low, high = np.percentile(found, [2.5, 97.5])
    return float(low), float(high)


def kappas(units: Sequence[Unit], drawn: Counts) -> NDArray[np.float64]:
    """Cohen's kappa of each draw of pairs; NaN where both said one and the same thing throughout."""
    values = _values(units)
    n = drawn.sum(axis=1)
    same = drawn @ np.array([first == second for first, second in units], dtype=np.int64)
    first = drawn @ np.array([[unit[0] == value for value in values] for unit in units], dtype=np.int64)
    second = drawn @ np.array([[unit[1] == value for value in values] for unit in units], dtype=np.int64)
    chance = (first * second).sum(axis=1)
    return _divided(n * same - chance, n * n - chance)


def alphas(units: Sequence[Unit], drawn: Counts) -> NDArray[np.float64]:
    """Krippendorff's nominal alpha of each draw of units of two or more values; NaN where there is one value only."""
    values = _values(units)
    counts = np.array([[unit.count(value) for value in values] for unit in units], dtype=np.int64)
    sizes = counts.sum(axis=1)
    differing = (sizes**2 - (counts**2).sum(axis=1)) / (sizes - 1)
    totals = drawn @ counts
    n = totals.sum(axis=1)
    return 1.0 - _divided((n - 1) * (drawn @ differing), n**2 - (totals**2).sum(axis=1))


def _values(units: Sequence[Unit]) -> list[Hashable]:
    """The different values, as they first come."""
    return list(dict.fromkeys(value for unit in units for value in unit))


def _divided(above: NDArray[np.generic], below: NDArray[np.int64]) -> NDArray[np.float64]:
    quotients: NDArray[np.float64] = np.divide(
        above, below, out=np.full(len(below), np.nan), where=below != 0
    )
    return quotients
