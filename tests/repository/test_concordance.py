"""The concordance of a search: each match on its line, sorted, counted and bounded."""

from pathlib import Path

import pytest

from tests.pdfs import make_review
from tests.repository.shelf import take_in
from wsr.domain.concordance import ConcordanceOrder
from wsr.domain.search import SearchQuery, Unit
from wsr.errors import InvalidQuery
from wsr.repository.concordance import concordance_of
from wsr.repository.repository import Repository


def records(folder: Path) -> None:
    """Two reviews that speak of records, taken in."""
    arrivals = folder / "arrivals"
    make_review(
        arrivals / "CPR2019-W91.pdf",
        analysis=("A poor record is no record at all.", "The good record was timely."),
    )
    make_review(arrivals / "CPR2020-W92.pdf", subject="Re: Child B", analysis=("Each record was effective.",))
    take_in(folder)


BEGINNING = records


@pytest.fixture
def held(repository: Repository) -> Repository:
    """Its repository."""
    return repository


def test_every_match_has_a_line(held: Repository) -> None:
    """Two in one passage; the counts say how many lines stand in how many passages of how many reviews."""
    found = concordance_of(held, SearchQuery(text="record"), order=ConcordanceOrder.LEFT)

    assert ["Each", "good", "no", "poor"] == [line.left.split()[-1] for line in found.lines]
    assert (3, 2, None) == (found.passages, found.reviews, found.most)


def test_a_page_of_the_query_makes_no_difference_and_a_sample_does(held: Repository) -> None:
    """The sample is of passages, and the same with the same seed."""
    asked = SearchQuery(text="record", page=2, per_page=1)
    sample = asked.model_copy(update={"sample": 1, "seed": 7})

    assert 4 == len(concordance_of(held, asked).lines)
    assert 1 == concordance_of(held, sample).passages
    assert concordance_of(held, sample) == concordance_of(held, sample)


def test_extracts_have_lines_of_their_own(held: Repository) -> None:
    """Only what stands in an extract; without words the terms asked for are in the middle."""
    words = concordance_of(held, SearchQuery(text="record", unit=Unit.EXTRACT))
    terms = concordance_of(held, SearchQuery(unit=Unit.EXTRACT, term=("timely", "effective")))

    assert {"The good record was timely.", "Each record was effective."} <= {
        line.hit.text for line in words.lines
    }
    assert {"timely", "effective"} == {line.keyword for line in terms.lines}


def test_a_search_for_reviews_shows_all_their_passages(held: Repository) -> None:
    """One passage of each would be no concordance."""
    assert 4 == len(concordance_of(held, SearchQuery(text="record", unit=Unit.REVIEW)).lines)


def test_there_is_a_bound_and_it_is_told(held: Repository) -> None:
    """Whole passages are taken until it is reached."""
    found = concordance_of(held, SearchQuery(text="record"), most=3)

    assert found.most == 3
    assert 2 <= len(found.lines) <= 3


@pytest.mark.parametrize("text", ["", "   ", '"record'])
def test_what_cannot_be_shown_is_a_sentence(held: Repository, text: str) -> None:
    """A query without words, or a malformed one."""
    with pytest.raises(InvalidQuery):
        concordance_of(held, SearchQuery(text=text.strip(), year=("2019",)))


def test_a_term_of_another_list_has_no_lines(held: Repository) -> None:
    """It may still stand in an old address."""
    assert () == concordance_of(held, SearchQuery(term=("splendid",))).lines
