"""A search and the list of reviews can be followed: feeds of what was added last."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from defusedxml import ElementTree
from fastapi.testclient import TestClient

from tests.web.hostile import MARKER, PAYLOADS, a_hostile_report, hostile_extracts
from tests.web.reading import one, page_of
from tests.web.shelf import code, hold
from wsr.repository.repository import Repository
from wsr.settings import Settings
from wsr.web.app import create_app

ATOM = "{http://www.w3.org/2005/Atom}"


def feed_of(client: TestClient, address: str) -> Any:
    """The feed at an address, read strictly."""
    answered = client.get(address)
    assert (200, "application/atom+xml; charset=utf-8") == (
        answered.status_code,
        answered.headers["content-type"],
    )
    return ElementTree.fromstring(answered.content)


def texts(feed: Any, path: str) -> list[str]:
    """The texts of the elements at a path of Atom's names."""
    return [each.text for each in feed.findall("/".join(ATOM + name for name in path.split("/")))]


def links(feed: Any) -> dict[str, str]:
    """The addresses of a feed by what they are to it."""
    return {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}


def test_a_search_has_a_feed_of_what_it_finds(client: TestClient) -> None:
    """The same query under the same names: as many entries as results, each leading to its passage."""
    feed = feed_of(client, "/en/search.atom?q=record&review_type=CPR")

    assert ["Wales Safeguarding Repository: Search: “record”. Type of review: Child Practice Review."] == (
        texts(feed, "title")
    )
    assert "http://testserver/en/search?q=record&review_type=CPR" == links(feed)["alternate"]
    assert 3 == len(page_of(client, "/en/search?q=record&review_type=CPR").select(".wsr-result"))
    assert "The school nurse kept a record; the record was shared." in texts(feed, "entry/content")
    for link in feed.findall(f"{ATOM}entry/{ATOM}link"):
        answered = client.get(link.get("href").removeprefix("http://testserver"), follow_redirects=False)
        assert 302 == answered.status_code
    assert 3 == len(texts(feed, "entry/id"))


def test_a_feed_has_twenty_entries_a_page(client: TestClient) -> None:
    """Each page names the others; together they hold every passage once, under one id."""
    addresses, ids, pages = ["http://testserver/en/search.atom?q=supervision&per_page=3"], [], []
    while addresses[-1]:
        feed = feed_of(client, addresses[-1].removeprefix("http://testserver"))
        ids.append(texts(feed, "id"))
        pages.append(texts(feed, "entry/id"))
        addresses.append(links(feed).get("next", ""))

    assert [20, 20, 6] == [len(page) for page in pages]
    assert 46 == len({each for page in pages for each in page})
    assert 1 == len({each for page in ids for each in page})
    last = feed_of(client, "/en/search.atom?q=supervision&page=3")
    assert {
        "self": "http://testserver/en/search.atom?q=supervision&page=3",
        "first": "http://testserver/en/search.atom?q=supervision",
        "previous": "http://testserver/en/search.atom?q=supervision&page=2",
        "last": "http://testserver/en/search.atom?q=supervision&page=3",
    }.items() <= links(last).items()


def test_ids_stay_and_tell_apart(client: TestClient) -> None:
    """The same passage has one id in every feed and on every site; a passage and its extract have two."""
    elsewhere = TestClient(client.app, base_url="https://reviews.example")
    ids = texts(feed_of(client, "/en/search.atom?q=nurse"), "entry/id")
    extracts = texts(feed_of(client, "/en/search.atom?q=nurse&unit=extract"), "entry/id")
    review = texts(feed_of(client, "/en/search.atom?q=nurse&unit=review"), "entry/id")

    assert ids == texts(feed_of(elsewhere, "/en/search.atom?q=nurse&sort=oldest"), "entry/id")
    assert not set(ids) & set(extracts)
    assert all(each.startswith("urn:uuid:") for each in ids + extracts + review)
    assert set(review) <= set(texts(feed_of(client, "/en/reviews.atom"), "entry/id"))


def test_reviews_have_a_feed(client: TestClient) -> None:
    """With the filters of their list; a held review is in none."""
    feed = feed_of(client, "/en/reviews.atom")
    filtered = feed_of(client, "/en/reviews.atom?review_type=CPR&sort=oldest&per_page=1")

    assert {"CPR2017-W91", "APR2021-W90", "SUSR2025-92/NW"} == {
        title.partition(":")[0] for title in texts(feed, "entry/title")
    }
    assert ["CPR2017-W91: Concise Child Practice Review: Child Q"] == texts(filtered, "entry/title")
    assert "http://testserver/en/reviews?review_type=CPR" == links(filtered)["alternate"]
    assert "http://testserver/en/reviews.atom?review_type=CPR" == links(filtered)["self"]


def test_a_feed_of_nothing_can_be_followed(client: TestClient) -> None:
    """It is empty until something comes."""
    feed = feed_of(client, "/en/search.atom?q=nowhere")

    assert [] == texts(feed, "entry/id")
    assert 1 == len(texts(feed, "updated"))


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/en/search.atom?q=%22record", 400),
        ("/en/search.atom?q=record&page=9", 404),
        ("/en/search.atom?page=x", 422),
        ("/en/reviews.atom?page=2", 404),
    ],
)
def test_a_feed_that_cannot_be_given_says_why(client: TestClient, address: str, status: int) -> None:
    """As a page, which feed readers show."""
    page_of(client, address, status)


def test_pages_lead_to_their_feeds(client: TestClient) -> None:
    """For programs in the head, for people beside what was found, also when that is nothing yet."""
    for address, feed in (
        ("/en/search?q=record&year=2018&sort=oldest&page=1", "/en/search.atom?q=record&year=2018"),
        ("/en/search?q=nowhere", "/en/search.atom?q=nowhere"),
        ("/en/reviews?review_type=CPR&sort=oldest", "/en/reviews.atom?review_type=CPR"),
    ):
        page = page_of(client, address)
        assert feed == one(page, 'head link[rel="alternate"][type="application/atom+xml"]')["href"]
        assert feed == one(page, '.wsr-links a[type="application/atom+xml"]')["href"]
    assert "/en/reviews.atom" == one(page_of(client, "/en/"), 'head link[rel="alternate"]')["href"]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A website that holds the hostile review."""
    home: Path = tmp_path_factory.mktemp("hostile-feeds")
    with Repository.open(Settings(home=home)) as repository:
        hold(repository, "CPR2020-W66", a_hostile_report())
        code(repository, "CPR2020-W66", *hostile_extracts())
        with TestClient(create_app(repository.settings, repository)) as client:
            yield client


def test_whatever_a_review_says_is_text_in_its_feed(hostile: TestClient) -> None:
    """Nothing of it becomes an element, and every letter comes back."""
    pages = [feed_of(hostile, f"/en/search.atom?q={MARKER}&all_sections=true&page={n}") for n in (1, 2)]
    said = [text for page in pages for text in texts(page, "entry/content")]

    assert {f"{MARKER} {text}" for text in PAYLOADS} == set(said)
    assert {"id", "title", "updated", "link", "category", "content"} == {
        part.tag.removeprefix(ATOM) for page in pages for part in page.findall(f"{ATOM}entry/*")
    }
