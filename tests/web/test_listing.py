"""The list of reviews: filters, order, counts."""

from typing import Any

from wsr.domain.holdings import ReviewSummary
from wsr.domain.kinds import Language, ReviewType, Role, Status
from wsr.domain.references import slug_of
from wsr.domain.review import Board
from wsr.domain.search import Sort
from wsr.web.listing import ListParams, counts, list_address, listed, toggled

GWENT = Board(id="gwent", name="Gwent Safeguarding Board")


def a_summary(reference: str, year: int | None, board: Board | None = GWENT) -> ReviewSummary:
    """A line of the list."""
    return ReviewSummary(
        reference=reference,
        slug=slug_of(reference),
        review_type=ReviewType(reference[:3]),
        form=None,
        title=f"Review {reference}",
        board=board,
        year=year,
        publication_date=None,
        language=Language.EN,
        status=Status.PUBLISHED,
        pages=5,
        passages=10,
        recommendations=2,
        roles=(Role.REPORT,),
    )


HELD = [
    a_summary("CPR2017-W02", 2017),
    a_summary("CPR-L01", None, board=None),
    a_summary("APR2019-W01", 2019),
    a_summary("CPR2019-W03", 2019, board=None),
]


def _references(**params: Any) -> list[str]:
    return [item.reference for item in listed(HELD, ListParams(**params))]


def test_the_newest_come_first_and_undated_ones_last() -> None:
    """Within a year by reference."""
    assert ["APR2019-W01", "CPR2019-W03", "CPR2017-W02", "CPR-L01"] == _references()
    assert ["CPR2017-W02", "APR2019-W01", "CPR2019-W03", "CPR-L01"] == _references(sort=Sort.OLDEST)
    assert sorted(item.reference for item in HELD) == _references(sort=Sort.REFERENCE)


def test_values_of_one_filter_are_alternatives_and_filters_must_all_hold() -> None:
    """OR within, AND between."""
    assert ["CPR2019-W03", "CPR2017-W02"] == _references(review_type=["CPR"], year=["2019", "2017"])
    assert ["APR2019-W01"] == _references(year=["2019"], board=["gwent"])
    assert [] == _references(board=["nobody"])
    assert ["CPR-L01"] == _references(year=["none"])


def test_a_filter_is_counted_as_if_it_were_not_set() -> None:
    """So that one sees what another choice would leave; the other filters hold."""
    params = ListParams(review_type=["CPR"], year=["2017"])

    assert {"CPR": 1} == counts(HELD, params, "review_type")
    assert {"2017": 1, "2019": 1, "none": 1} == counts(HELD, params, "year")


def test_choosing_a_value_again_takes_it_away_and_goes_to_the_first_page() -> None:
    """A toggle."""
    params = ListParams(year=["2019"], page=3)

    assert ListParams() == toggled(params, "year", "2019")
    assert ListParams(year=["2019", "2017"]) == toggled(params, "year", "2017")


def test_the_address_of_a_list_holds_what_is_not_default() -> None:
    """And nothing else."""
    assert "/en/reviews" == list_address("/en/reviews", ListParams())
    assert "/en/reviews?year=2019&sort=oldest&page=2" == list_address(
        "/en/reviews", ListParams(year=["2019"], sort=Sort.OLDEST, page=2)
    )
