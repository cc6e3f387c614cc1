"""The fast statistics are those of the library, and intervals are what they are called."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wsr.coding.agreement import alpha, kappa
from wsr.coding.resampling import DRAWS, Counts, Unit, alphas, interval, kappas

value = st.sampled_from("abcd")


def often(units: list[Unit]) -> Counts:
    """One draw in which each unit comes once."""
    return np.ones((1, len(units)), dtype=np.int64)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(value, value), min_size=2, max_size=40))
def test_kappa_of_a_draw_is_that_of_the_library(units: list[tuple[str, str]]) -> None:
    """Over random tables; where all is one value there is none."""
    (found,) = kappas(units, often(list(units)))
    if len({said for unit in units for said in unit}) == 1:
        assert np.isnan(found)
    else:
        assert pytest.approx(kappa(units)) == found


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(value, min_size=2, max_size=5).map(tuple), min_size=2, max_size=40))
def test_alpha_of_a_draw_is_that_of_the_library(units: list[tuple[str, ...]]) -> None:
    """With as many values of an extract as there are people who judged it."""
    (found,) = alphas(units, often(list(units)))
    if len({said for unit in units for said in unit}) == 1:
        assert np.isnan(found)
    else:
        assert pytest.approx(alpha(units)) == found


def test_a_unit_drawn_twice_counts_twice() -> None:
    """Weights are repetitions."""
    units: list[Unit] = [("a", "a"), ("a", "b"), ("b", "b")]
    repeated: list[Unit] = [("a", "a"), ("a", "a"), ("a", "b"), ("b", "b"), ("b", "b"), ("b", "b")]
    drawn = np.array([[2, 1, 3]], dtype=np.int64)

    assert kappas(repeated, often(repeated)) == kappas(units, drawn)
    assert alphas(repeated, often(repeated)) == alphas(units, drawn)


def test_an_interval_is_the_same_each_time_and_narrows_with_more_extracts() -> None:
    """A hundred times as many extracts of the same kind, about a tenth as wide."""
    units: list[Unit] = [*[("a", "a")] * 6, *[("b", "b")] * 4, ("a", "b"), ("b", "a")]
    few, many = interval(units, kappas), interval(units * 100, kappas)

    assert few == interval(units, kappas)
    assert few is not None and many is not None
    assert pytest.approx(10, rel=0.25) == (few[1] - few[0]) / (many[1] - many[0])


def test_there_is_no_interval_where_draws_seldom_vary() -> None:
    """A statistic that most draws do not define has none."""

    def mostly_undefined(units: object, drawn: Counts) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        found = np.full(DRAWS, np.nan)
        found[: DRAWS // 2 - 1] = 0.5
        return found

    assert interval([("a", "b")], mostly_undefined) is None
