"""What is drawn at random is drawn again the same."""

import numpy as np
import pytest

from tests.index.conftest import IndexMaker, search
from tests.index.reviews import make_extract, make_review
from wsr.domain.coding import Stance
from wsr.domain.review import Review
from wsr.domain.search import SearchQuery, Unit
from wsr.index.sampling import draw_of, shuffled

REFERENCES = [f"CPR2019-W{number:02d}" for number in range(1, 13)]


def shelf(references: list[str], word: str = "visit") -> list[Review]:
    """A review of three passages for each reference, each passage with one extract."""
    stances = (Stance.IDENTIFIED, Stance.CRITICISM, Stance.CRITICISM)
    return [
        make_review(
            reference,
            *(f"{word} {number}" for number in range(3)),
            extracts=[
                make_extract(number + 1, f"{word} {number}", stance=stance)
                for number, stance in enumerate(stances)
            ],
        )
        for reference in references
    ]


@pytest.mark.parametrize("unit", [Unit.PASSAGE, Unit.EXTRACT])
def test_the_same_rows_are_drawn_whatever_else_is_held(index_of: IndexMaker, unit: Unit) -> None:
    """Neither the order of taking in nor other reviews, nor the order asked for, change a sample."""
    query = SearchQuery(text="visit", unit=unit, sample=7, seed=3)
    drawn = index_of(*shelf(REFERENCES)).keys(query)
    others = shelf([f"APR2020-W{number:02d}" for number in range(1, 20)], "other")
    index = index_of(*others[:9])
    index.update([*reversed(shelf(REFERENCES)), *others[9:]])
    index.remove(["APR2020-W01"])

    assert len(set(drawn)) == 7
    assert (
        set(drawn) == set(index.keys(query)) == set(index.keys(query.model_copy(update={"sort": "newest"})))
    )
    assert set(drawn) != set(index.keys(query.model_copy(update={"seed": 4})))


def test_totals_and_facets_are_those_of_the_sample(index_of: IndexMaker) -> None:
    """It is drawn of what the filters leave, and counted as it is; pages are pages of it."""
    index = index_of(*shelf(REFERENCES))
    choices = {"unit": Unit.EXTRACT, "stance": ("criticism",), "sample": 5, "per_page": 3}
    first, second = search(index, **choices), search(index, **choices, page=2)

    assert first.total == 5
    assert first.total_reviews == len({hit.reference for hit in (*first.hits, *second.hits)})
    assert [len(first.hits), len(second.hits)] == [3, 2]
    assert [(each.value, each.count) for each in first.facets["stance"]] == [("criticism", 5)]
    assert sum(each.count for each in first.facets["year"]) == 5


def test_a_sample_of_more_than_there_is_is_all(index_of: IndexMaker) -> None:
    """Nothing is made up."""
    index = index_of(*shelf(REFERENCES))

    assert index.keys(SearchQuery(sample=100)) == index.keys(SearchQuery())


def test_reviews_are_drawn_as_reviews(index_of: IndexMaker) -> None:
    """A sample of reviews has so many of them, each with all that was found of it."""
    results = search(index_of(*shelf(REFERENCES)), unit=Unit.REVIEW, sample=4)

    assert 4 == results.total == results.total_reviews == len(results.hits)
    assert [(each.value, each.count) for each in results.facets["stance"]] == [
        ("identified", 4),
        ("criticism", 4),
    ]


def test_every_row_has_the_same_chance() -> None:
    """Over many seeds each of a hundred is drawn about as often as any other, and pairs part by chance."""
    draws = np.array([draw_of(str(number)) for number in range(100)], dtype=np.uint64)
    drawn = np.zeros((2000, 100))
    for seed in range(2000):
        drawn[seed, np.argsort(shuffled(draws, seed))[:10]] = 1

    assert np.all(np.abs(drawn.sum(axis=0) - 200) < 70)  # five standard deviations
    together = np.corrcoef(drawn.T) - np.eye(100)
    assert np.all(np.abs(together) < 0.13)
