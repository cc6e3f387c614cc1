"""The page that lists the reviews."""

from fastapi.testclient import TestClient

from tests.web.reading import one, page_of, words
from wsr.repository.repository import Repository
from wsr.web.app import create_app


def test_each_review_is_named_with_what_it_holds(client: TestClient) -> None:
    """Reference, type, date, title as link, board, sums, other documents."""
    cards = {
        words(one(card, ".wsr-reference")): card
        for card in page_of(client, "/en/reviews").select(".wsr-card")
    }
    card = cards["CPR2017-W91"]

    assert {"CPR2017-W91", "APR2021-W90", "SUSR2025-92/NW"} == set(cards)
    assert "CPR2017-W91 Child Practice Review 2018" == words(one(card, ".wsr-result__meta"))
    assert "/en/reviews/cpr2017-w91" == one(card, "h3 a")["href"]
    assert "Gwent Safeguarding Board 3 pages 2 recommendations Briefing" == words(
        one(card, ".wsr-card__foot")
    )


def test_filters_say_how_many_reviews_they_leave(client: TestClient) -> None:
    """Also those of which no board is known, last in their list; a chip takes a filter away."""
    page = page_of(client, "/en/reviews")
    (none,) = [item for item in page.select(".wsr-choice a") if "No board named" in words(item)]
    narrowed = page_of(client, str(none["href"]))

    assert words(none).endswith(", 2 reviews")
    assert "2 reviews" == words(one(narrowed, ".wsr-finding__main"))
    assert "Remove filter: Published by: No board named ×" == words(one(narrowed, ".wsr-chip"))
    assert "/en/reviews" == one(narrowed, ".wsr-chip")["href"]


def test_the_order_is_chosen_by_a_link(client: TestClient) -> None:
    """The present one is marked."""
    page = page_of(client, "/en/reviews?sort=oldest")

    assert ["CPR2017-W91", "APR2021-W90", "SUSR2025-92/NW"] == [
        words(r) for r in page.select(".wsr-reference")
    ]
    assert "Oldest first" == words(one(page, ".wsr-orders [aria-current]"))


def test_the_first_page_says_what_is_held(client: TestClient) -> None:
    """Sums, all five types with their counts, the years, what came last."""
    page = page_of(client, "/en/")

    assert "3 reviews 4 documents 59 passages 2 recommendations 52 extracts" == words(
        one(page, ".wsr-held__sums")
    )
    assert [
        "1 Child Practice Review",
        "1 Adult Practice Review",
        "0 Domestic Homicide Reviews",
        "0 Mental Health Homicide Reviews",
        "1 Single Unified Safeguarding Review",
    ] == [words(item) for item in page.select(".wsr-types li")]
    assert ["2018 , reviews: 1", "2021 , reviews: 2"] == [
        words(item) for item in page.select(".wsr-years li")
    ]
    assert 3 == len(page.select(".wsr-card"))
    assert "real deaths" in words(one(page, ".wsr-notice"))


def test_a_demonstration_says_on_every_page_that_it_is_one(shelf: Repository) -> None:
    """And the first page does not speak of real deaths."""
    reader = TestClient(create_app(shelf.settings.model_copy(update={"demo": True}), shelf))

    assert "made up" in words(one(page_of(reader, "/en/help"), ".wsr-demo"))
    assert "real deaths" not in words(page_of(reader, "/en/"))


def test_an_empty_repository_says_how_to_fill_it(empty_home: Repository) -> None:
    """Instead of zeros."""
    reader = TestClient(create_app(empty_home.settings, empty_home))

    assert "wsr ingest" in words(one(page_of(reader, "/en/"), "main"))
    assert "No review passes these filters" in words(one(page_of(reader, "/en/reviews"), "main"))
    assert "0 passages in 0 reviews" in words(one(page_of(reader, "/en/search?q=record"), "main"))


def test_who_runs_it_can_be_reached_from_the_accessibility_page(shelf: Repository) -> None:
    """By what the setting says."""
    told = TestClient(create_app(shelf.settings.model_copy(update={"contact": "post@example.org"}), shelf))

    assert "post@example.org" in words(one(page_of(told, "/en/accessibility"), "main"))
