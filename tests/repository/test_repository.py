"""Reading a repository: sums, reviews, passages, files and pages."""

from pathlib import Path

import pytest

from tests.pdfs import make_review
from tests.repository.conftest import Taking
from wsr.domain.kinds import ReviewType
from wsr.errors import PageNotFound, ReviewNotFound
from wsr.repository.repository import Repository


@pytest.fixture
def held(repository: Repository, arrivals: Path, take: Taking) -> Repository:
    """A repository with one review."""
    make_review(arrivals / "CPR2019-W91.pdf")
    take()
    return repository


def test_an_empty_repository_holds_nothing(repository: Repository) -> None:
    """All sums are zero, every type is named."""
    holdings = repository.holdings()

    assert (0, 0, ()) == (holdings.reviews, holdings.passages, holdings.recent)
    assert dict.fromkeys(ReviewType, 0) == holdings.by_type


def test_sums_are_those_of_the_published_reviews(held: Repository) -> None:
    """Passages and recommendations are counted as the review has them."""
    review, holdings = held.review("cpr2019-w91"), held.holdings()

    assert (1, len(review.passages), 1) == (holdings.reviews, holdings.passages, holdings.recommendations)
    assert {2019: 1} == holdings.by_year
    assert ["CPR2019-W91"] == [summary.reference for summary in holdings.recent]


def test_an_unknown_review_is_a_sentence(held: Repository) -> None:
    """Names that no review has, odd ones among them, are not found."""
    for name in ("cpr2019-w92", "../../etc/passwd", "a\nb", "\x00", "x" * 4000):
        with pytest.raises(ReviewNotFound, match="No review is held"):
            held.review(name)


def test_a_passage_is_found_by_its_key(held: Repository) -> None:
    """The permanent link leads to the passage; an unknown key to a sentence."""
    passage = held.review("cpr2019-w91").passages[-1]

    assert passage == held.passage_by_key("cpr2019-w91", passage.key)
    with pytest.raises(PageNotFound):
        held.passage_by_key("cpr2019-w91", "nothing")


def test_the_original_is_served_under_a_safe_name(held: Repository, arrivals: Path) -> None:
    """Same bytes, ASCII name."""
    stored = held.stored_file("cpr2019-w91")

    assert "cpr2019-w91.pdf" == stored.filename
    assert (arrivals / "CPR2019-W91.pdf").read_bytes() == Path(stored.path).read_bytes()


def test_a_page_picture_is_drawn_once_and_kept(held: Repository) -> None:
    """It is WebP; the second time it comes from the disk; a page that is not there is a sentence."""
    first = held.page_picture("cpr2019-w91", None, 1)
    pictures = list((held.settings.home / "pictures").rglob("*.webp"))

    assert (b"RIFF", b"WEBP") == (first[:4], first[8:12])
    assert [first] == [path.read_bytes() for path in pictures]
    assert first == held.page_picture("cpr2019-w91", "d1", 1)
    for page in (0, 99):
        with pytest.raises(PageNotFound, match="there is no page"):
            held.page_picture("cpr2019-w91", None, page)
    with pytest.raises(PageNotFound, match="no document"):
        held.page_picture("cpr2019-w91", "d9", 1)


def test_a_page_that_cannot_be_drawn_is_a_sentence(held: Repository) -> None:
    """Why it cannot is for the log, not for readers."""
    Path(held.stored_file("cpr2019-w91").path).write_bytes(b"%PDF-1.7 and no more")

    with pytest.raises(PageNotFound, match="There is no picture of this page"):
        held.page_picture("cpr2019-w91", None, 1)


def test_health_says_that_the_index_has_followed(held: Repository) -> None:
    """Ready, with as many reviews indexed as published."""
    health = held.health()

    assert (True, 1, 1) == (health.ready, health.reviews, health.indexed_reviews)
