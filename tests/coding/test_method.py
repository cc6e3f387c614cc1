"""The statistics of a term list, counted by hand on small cases and held to what must always be so."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from wsr.coding.method import count_terms
from wsr.domain.method import Counts, ListCounts, Method, TermRow

TERMS = ("good practice", "co-operation", "cooperation", "timely", "mindful")
HELD_BY_TYPE = {"CPR": 4, "APR": 2, "SUSR": 1}
HELD_BY_YEAR = {"2015": 3, "2016": 0, "": 4}

ROWS = (
    TermRow(review="CPR2015-W01", review_type="CPR", year=2015, extract="a",
            hits={"good practice": 1, "timely": 2}, distinct=3),
    TermRow(review="CPR2015-W01", review_type="CPR", year=2015, extract="b",
            hits={"co-operation": 1, "cooperation": 1}, distinct=1),
    TermRow(review="CPR2015-W02", review_type="CPR", year=2015, extract="a",
            hits={"co-operation": 2, "cooperation": 2, "timely": 1}, distinct=3),
    TermRow(review="APR-L01", review_type="APR", year=None, extract="c", hits={"timely": 1}, distinct=1),
    TermRow(review="APR-L01", review_type="APR", year=None, extract="d", hits={}, distinct=0),
)  # fmt: skip


@pytest.fixture
def counts() -> ListCounts:
    """Of the rows above."""
    return count_terms(ROWS, TERMS, HELD_BY_TYPE, HELD_BY_YEAR)


def test_each_term_has_its_hits_extracts_and_reviews(counts: ListCounts) -> None:
    """In the order of the list; a term that found nothing stands there with zeros."""
    assert [
        ("good practice", Counts(hits=1, extracts=1, reviews=1)),
        ("co-operation", Counts(hits=3, extracts=2, reviews=2)),
        ("cooperation", Counts(hits=3, extracts=2, reviews=2)),
        ("timely", Counts(hits=4, extracts=3, reviews=3)),
        ("mindful", Counts()),
    ] == [(each.term, each.found) for each in counts.terms]


def test_the_list_is_counted_raw_and_without_duplicates(counts: ListCounts) -> None:
    """An extract without a hit was not found by the list."""
    assert 11 == counts.raw_hits
    assert Counts(hits=8, extracts=4, reviews=3) == counts.found


def test_the_gain_of_a_term_is_what_none_before_it_found(counts: ListCounts) -> None:
    """Cooperation adds nothing to co-operation; the order of the list decides which of the two is first."""
    assert [(1, 1), (2, 1), (0, 0), (1, 1), (0, 0)] == [
        (each.new_extracts, each.new_reviews) for each in counts.terms
    ]


def test_overlap_tells_which_terms_are_found_by_others(counts: ListCounts) -> None:
    """Two variants find each other wholly; timely is found by three others in part; a zero count shares nothing."""
    good, first, second, timely, mindful = counts.terms

    assert {"timely": 1.0} == good.shared
    assert {"cooperation": 1.0, "timely": 0.5} == first.shared
    assert ("co-operation",) == second.within
    assert (
        pytest.approx({"good practice": 1 / 3, "co-operation": 1 / 3, "cooperation": 1 / 3}) == timely.shared
    )
    assert () == timely.within == mindful.within


def test_types_and_years_have_rates_for_each_review_held(counts: ListCounts) -> None:
    """The basis is what is held, found or not; nothing held has no rate."""
    cpr, apr, susr = counts.by_type
    in_2015, in_2016, undated = counts.by_year

    assert ["CPR", "APR", "SUSR"] == [group.value for group in counts.by_type]
    assert Counts(hits=7, extracts=3, reviews=2) == cpr.found == in_2015.found
    assert 7 / 4 == cpr.rate(cpr.found.hits)
    assert Counts(hits=1, extracts=1, reviews=1) == apr.terms["timely"] == undated.terms["timely"]
    assert 0 == susr.rate(susr.found.extracts)
    assert Counts() == susr.terms["mindful"]
    assert in_2016.rate(in_2016.found.hits) is None


def test_what_is_found_but_not_held_is_shown_all_the_same() -> None:
    """With no basis it has no rate."""
    (group,) = count_terms(ROWS[:1], TERMS, {}, {}).by_type

    assert ("CPR", 0, None) == (group.value, group.held, group.rate(3))


def test_an_empty_list_of_extracts_counts_nothing() -> None:
    """All terms are there, with zeros."""
    counts = count_terms([], TERMS, HELD_BY_TYPE, HELD_BY_YEAR)

    assert (0, Counts()) == (counts.raw_hits, counts.found)
    assert [Counts()] * len(TERMS) == [each.found for each in counts.terms]


def test_mistakes_of_the_caller_are_told() -> None:
    """A row twice, or a term of another list, would make every figure doubtful."""
    with pytest.raises(ValueError, match="The extract a of CPR2015-W01 has more than one row"):
        count_terms([ROWS[0], ROWS[0]], TERMS, {}, {})
    with pytest.raises(ValueError, match="'timely' is not of the list"):
        count_terms(ROWS, TERMS[:3], {}, {})


@pytest.mark.parametrize(
    ("hits", "distinct"), [({"timely": 1}, 2), ({"timely": 1}, 0), ({}, 1), ({"timely": 0}, 0)]
)
def test_hits_of_a_row_agree(hits: dict[str, int], distinct: int) -> None:
    """Stretches are no more than hits, and none only where there is no hit."""
    with pytest.raises(ValidationError):
        TermRow(review="CPR-L01", review_type="CPR", year=None, extract="a", hits=hits, distinct=distinct)


@st.composite
def rows(draw: st.DrawFn) -> list[TermRow]:
    """Rows of different extracts."""
    keys = draw(
        st.lists(st.tuples(st.sampled_from("RST"), st.sampled_from("abcdef")), unique=True, max_size=12)
    )
    made = []
    for review, extract in keys:
        hits = draw(st.dictionaries(st.sampled_from(TERMS), st.integers(1, 4)))
        distinct = draw(st.integers(1, sum(hits.values()))) if hits else 0
        year = None if review == "R" else 2015
        made.append(
            TermRow(
                review=review, review_type="CPR", year=year, extract=extract, hits=hits, distinct=distinct
            )
        )
    return made


@given(rows(), st.permutations(TERMS))
def test_figures_agree_with_each_other(made: list[TermRow], terms: list[str]) -> None:
    """Whatever the rows and the order of the list."""
    counts = count_terms(made, terms, {"CPR": 3}, {"": 1, "2015": 2})

    assert counts.raw_hits >= counts.found.hits >= counts.found.extracts >= counts.found.reviews
    assert counts.raw_hits == sum(each.found.hits for each in counts.terms)
    assert counts.found.extracts == sum(each.new_extracts for each in counts.terms)
    assert counts.found.reviews == sum(each.new_reviews for each in counts.terms)
    assert counts.found.hits == sum(group.found.hits for group in counts.by_year)
    for each in counts.terms:
        assert all(0 < share <= 1 for share in each.shared.values())
        assert each.found.hits == sum(group.terms[each.term].hits for group in counts.by_year)


def test_a_method_is_printed_whole(counts: ListCounts) -> None:
    """It can be written and read again without loss, and tells how much was left out."""
    method = Method(
        query="", filters=("Only reviews of the years 2015 and 2016.",), term_list="best-practice 1",
        codebook="best-practice 1", rules_version="1", index_version="7", software_version="0.1",
        date=datetime.date(2026, 11, 28), reviews_held=7, counts=counts, left_out={"contents": 3, "prompt": 2},
    )  # fmt: skip

    assert 5 == method.left_out_in_all
    assert method == Method.model_validate_json(method.model_dump_json())
