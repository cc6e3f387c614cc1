"""Those who follow a search see first what the reviews added last bring to it."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import update

from tests.web.shelf import hold, many_passages
from wsr.domain.kinds import Status
from wsr.domain.search import SearchQuery, Unit
from wsr.errors import InvalidQuery
from wsr.repository.newest import newest_hits, newest_reviews
from wsr.repository.repository import Repository
from wsr.settings import Settings
from wsr.store.tables import DocumentRow, ReviewRow

FIRST = datetime.datetime(2026, 5, 1, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Repository]:
    """Reviews of 2, 3 and 2 passages added on three days, the one of the middle last; and one that is held."""
    home: Path = tmp_path_factory.mktemp("newest")
    with Repository.open(Settings(home=home)) as repository:
        added = {"CPR2015-W91": FIRST, "CPR2016-W92": FIRST + 2 * DAY, "CPR2017-W93": FIRST + DAY}
        for reference, number in zip(added, (2, 3, 2), strict=True):
            hold(repository, reference, many_passages(number))
        hold(repository, "CPR2018-W94", many_passages(1), status=Status.HELD)
        with repository.session() as session:
            for reference, moment in added.items():
                session.execute(
                    update(ReviewRow).where(ReviewRow.reference == reference).values(added_at=moment)
                )
        yield repository


def followed(repository: Repository, **asked: object) -> list[str]:
    """Which passages of which reviews a query gives to those who follow it."""
    found = newest_hits(repository, SearchQuery.model_validate({"text": "supervision", **asked}))
    return [f"{hit.slug} {hit.id}" for hit, _ in found.hits]


def test_what_was_added_last_comes_first(held: Repository) -> None:
    """Whatever the year of the review; within it in reading order."""
    assert [
        "cpr2016-w92 p1", "cpr2016-w92 p2", "cpr2016-w92 p3", "cpr2017-w93 p1", "cpr2017-w93 p2",
        "cpr2015-w91 p1", "cpr2015-w91 p2",
    ] == followed(held)  # fmt: skip


def test_pages_go_on_where_the_one_before_ended(held: Repository) -> None:
    """Also in the middle of a review; a page past the end is empty."""
    pages = [followed(held, per_page=2, page=number) for number in (1, 2, 3, 4, 5)]

    assert followed(held) == [each for page in pages for each in page]
    assert [2, 2, 2, 1, 0] == [len(page) for page in pages]


def test_the_total_and_the_last_change_are_of_the_whole(held: Repository) -> None:
    """Whatever page is asked for; of nothing there is no change."""
    found = newest_hits(held, SearchQuery(text="supervision", per_page=2, page=3))
    nothing = newest_hits(held, SearchQuery(text="nowhere"))

    assert (7, FIRST + 2 * DAY) == (found.total, found.last_change)
    assert (0, (), None) == (nothing.total, nothing.hits, nothing.last_change)


def test_filters_and_samples_hold(held: Repository) -> None:
    """The passages of a sample are those of the search page, in another order."""
    asked = SearchQuery(text="supervision", sample=3, seed=5)
    page = {(hit.slug, hit.id) for hit in held.search(asked).hits}

    assert page == {(hit.slug, hit.id) for hit, _ in newest_hits(held, asked).hits}
    assert ["cpr2015-w91 p1", "cpr2015-w91 p2"] == followed(held, reference=("CPR2015-W91",))


def test_reviews_are_followed_one_by_one(held: Repository) -> None:
    """One passage of each."""
    found = newest_hits(held, SearchQuery(text="supervision", unit=Unit.REVIEW))

    assert ["cpr2016-w92", "cpr2017-w93", "cpr2015-w91"] == [hit.slug for hit, _ in found.hits]
    assert ["cpr2016-w92", "cpr2017-w93", "cpr2015-w91"] == [slug for slug, _ in newest_reviews(held)]


def test_a_query_that_cannot_be_run_says_so(held: Repository) -> None:
    """As on the search page."""
    with pytest.raises(InvalidQuery):
        newest_hits(held, SearchQuery(text='"supervision'))


def test_a_review_that_was_held_is_new_when_it_is_released(held: Repository) -> None:
    """Nobody could follow it before."""
    with held.session() as session:
        number = session.query(ReviewRow.id).filter(ReviewRow.reference == "CPR2015-W91").scalar()
        session.execute(
            update(DocumentRow).where(DocumentRow.review_id == number).values(released_at=FIRST + 3 * DAY)
        )
    try:
        assert ("cpr2015-w91", FIRST + 3 * DAY) == newest_reviews(held)[0]
        assert "cpr2015-w91 p1" == followed(held)[0]
    finally:
        with held.session() as session:
            session.execute(
                update(DocumentRow).where(DocumentRow.review_id == number).values(released_at=None)
            )
