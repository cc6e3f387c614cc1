"""The head of a review's page tells programs what the page tells people, in the terms of three vocabularies."""

import json
from typing import Any

from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from tests.web.hostile import PAYLOADS, a_hostile_report
from tests.web.reading import one, page_of
from tests.web.shelf import hold
from wsr.repository.repository import Repository
from wsr.web.app import create_app

REVIEW = "http://testserver/en/reviews/cpr2017-w91"


def metas(page: BeautifulSoup, beginning: str) -> list[tuple[str, str]]:
    """Names without their beginning, and contents."""
    return [
        (str(each["name"]).removeprefix(beginning), str(each["content"]))
        for each in page.select(f'head meta[name^="{beginning}"]')
    ]


def report_of(page: BeautifulSoup) -> dict[str, Any]:
    """What is said as JSON-LD."""
    found: dict[str, Any] = json.loads(one(page, 'head script[type="application/ld+json"]').text)
    return found


def test_reference_managers_find_a_technical_report(client: TestClient) -> None:
    """By the names that Zotero and Google Scholar read."""
    assert [
        ("title", "Concise Child Practice Review: Child Q"),
        ("author", "R. Reviewer"),
        ("publication_date", "2018"),
        ("technical_report_institution", "Gwent Safeguarding Board"),
        ("technical_report_number", "CPR2017-W91"),
        ("language", "en"),
        ("pdf_url", "http://testserver/reviews/cpr2017-w91.pdf"),
        ("fulltext_html_url", REVIEW),
    ] == metas(page_of(client, "/en/reviews/cpr2017-w91"), "citation_")


def test_libraries_find_dublin_core(client: TestClient) -> None:
    """The same facts; dates as ISO 8601, no more exact than known."""
    assert [
        ("title", "APR2021-W90"),
        ("date", "2021-06"),
        ("type", "Text"),
        ("identifier", "APR2021-W90"),
        ("identifier", "http://testserver/en/reviews/apr2021-w90"),
        ("language", "en"),
    ] == metas(page_of(client, "/en/reviews/apr2021-w90"), "DC.")


def test_search_engines_find_a_report(client: TestClient) -> None:
    """As schema.org has it; the address is the review's, whatever was asked for in it."""
    found = report_of(page_of(client, "/en/reviews/cpr2017-w91?q=record&document=d2"))

    assert {
        "@context": "https://schema.org",
        "@type": "Report",
        "@id": REVIEW,
        "url": REVIEW,
        "name": "Concise Child Practice Review: Child Q",
        "reportNumber": "CPR2017-W91",
        "genre": "Child Practice Review",
        "author": [{"@type": "Person", "name": "R. Reviewer"}],
        "publisher": {"@type": "Organization", "name": "Gwent Safeguarding Board"},
        "datePublished": "2018",
        "inLanguage": "en",
    }.items() <= found.items()
    assert [
        ("http://testserver/reviews/cpr2017-w91.pdf", "en"),
        ("http://testserver/reviews/cpr2017-w91.pdf?document=d2", "cy"),
    ] == [(each["contentUrl"], each["inLanguage"]) for each in found["encoding"]]


def test_what_is_not_known_is_not_said(client: TestClient) -> None:
    """No empty names: a review without board and authors has neither."""
    page = page_of(client, "/en/reviews/apr2021-w90")

    assert not {"author", "publisher"} & report_of(page).keys()
    assert not {"author", "technical_report_institution"} & dict(metas(page, "citation_")).keys()


def test_only_reviews_have_it(client: TestClient) -> None:
    """The page of another thing would be filed as that review."""
    for address in ("/en/", "/en/search?q=record", "/en/reviews", "/en/reviews/cpr2017-w91/pages/1"):
        page = page_of(client, address)
        assert [] == page.select('meta[name^="citation_"], meta[name^="DC."], script:not([src])')


def test_a_hostile_review_stays_data(empty_home: Repository) -> None:
    """Its title and its authors come back letter by letter, and end no element."""
    hold(empty_home, "CPR2020-W66", a_hostile_report())
    reader = TestClient(create_app(empty_home.settings, empty_home))
    text = reader.get("/en/reviews/cpr2020-w66").text
    head = BeautifulSoup(text, "html.parser").head
    assert head is not None

    found = report_of(BeautifulSoup(text, "html.parser"))

    assert " ".join(PAYLOADS) == found["name"]
    assert list(PAYLOADS) == [each["name"] for each in found["author"]]
    assert [] == [
        each for each in head.find_all(True) if each.name not in ("meta", "title", "link", "script")
    ]
    assert 2 == len(head.select("script"))


def test_the_files_for_reference_managers_are_named(client: TestClient) -> None:
    """In the head for programs, on the page for people."""
    page = page_of(client, "/en/reviews/cpr2017-w91")
    files = ["/reviews/cpr2017-w91.ris", "/reviews/cpr2017-w91.bib", "/reviews/cpr2017-w91.csl.json"]

    assert files == [link["href"] for link in page.select('link[rel="describedby"]')]
    assert files == [link["href"] for link in page.select(".wsr-citing a")]
    for link in page.select('link[rel="describedby"]'):
        answered = client.get(str(link["href"])).headers["content-type"]
        assert link["type"] == answered.partition(";")[0]
