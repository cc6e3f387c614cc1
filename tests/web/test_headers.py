"""What every response carries, and what caches and search engines may do with it."""

import re

import pytest
from fastapi.testclient import TestClient

from tests.web.reading import PAGES
from wsr.repository.repository import Repository
from wsr.web.app import create_app
from wsr.web.headers import SECURITY_HEADERS

OTHERS = (
    "/", "/robots.txt", "/healthz", "/readyz", "/static/wsr.css", "/static/govuk.css", "/static/mark.svg",
    "/static/none", "/reviews/cpr2017-w91.pdf", "/reviews/cpr2017-w91/pages/1.webp", "/reviews/none.pdf",
    "/api/openapi.json", "/api/v1/search?q=record", "/api/v1/reviews", "/api/v1/reviews/cpr2017-w91",
    "/reviews/cpr2017-w91.ris", "/reviews/cpr2017-w91.bib", "/reviews/cpr2017-w91.csl.json", "/reviews/none.ris",
    "/en/search.atom?q=record", "/en/reviews.atom", "/en/opensearch.xml",
    "/api/v1/none", "/en/reviews/cpr2017-w91/passages/key000000003", "/nothing",
)  # fmt: skip
"""Every other kind of address."""

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@pytest.mark.parametrize("address", [*PAGES, *OTHERS])
def test_every_response_has_each_security_header_once(client: TestClient, address: str) -> None:
    """Pages, files, data, errors and redirects; no cookie anywhere."""
    headers = client.get(address, follow_redirects=False).headers

    assert {name: [value] for name, value in SECURITY_HEADERS.items()} == {
        name: headers.get_list(name) for name in SECURITY_HEADERS
    }
    assert "noindex, nofollow" == headers["x-robots-tag"]
    assert "set-cookie" not in headers


def test_the_policy_is_the_one_decided() -> None:
    """To the letter: nothing inline, nothing from elsewhere."""
    assert CONTENT_SECURITY_POLICY == SECURITY_HEADERS["Content-Security-Policy"]
    assert "same-origin" == SECURITY_HEADERS["Referrer-Policy"]


def test_search_engines_are_let_in_only_by_the_setting(client: TestClient, shelf: Repository) -> None:
    """The header and robots.txt say the same."""
    opened = TestClient(create_app(shelf.settings.model_copy(update={"public_indexing": True}), shelf))

    assert "User-agent: *\nDisallow: /\n" == client.get("/robots.txt").text
    assert "User-agent: *\nAllow: /\n" == opened.get("/robots.txt").text
    assert "x-robots-tag" not in opened.get("/en/").headers


@pytest.mark.parametrize(
    "address", ["/en/reviews/cpr2017-w91", "/api/v1/search?q=record", "/en/search?q=record"]
)
def test_no_shared_cache_keeps_text_of_reviews(client: TestClient, address: str) -> None:
    """A reader's own cache asks each time, and gets 304 for what it has."""
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["etag"]})
    other = client.get(address, headers={"If-None-Match": '"something else"'})

    assert "private, no-cache" == first.headers["cache-control"]
    assert (304, b"") == (again.status_code, again.content)
    assert (200, first.content) == (other.status_code, other.content)


def test_styles_may_be_kept_and_change_their_address(client: TestClient) -> None:
    """A new style sheet has a new address, so that nobody sees a page in old clothes."""
    page = client.get("/en/help").text
    sheets = re.findall(r'href="(/static/[a-z]+\.css\?v=[0-9a-f]{12})"', page)

    assert 2 == len(sheets)
    assert {"public, max-age=86400"} == {client.get(sheet).headers["cache-control"] for sheet in sheets}


@pytest.mark.parametrize("address", ["/en/reviews/dhr2019-w98", "/api/v1/reviews/dhr2019-w98"])
def test_a_review_that_is_not_shown_is_never_unchanged(client: TestClient, address: str) -> None:
    """404 also for a cache that asks whether what it has is still good."""
    response = client.get(address, headers={"If-None-Match": "*"})

    assert (404, "no-store") == (response.status_code, response.headers["cache-control"])


@pytest.mark.parametrize(
    "address", ["/en/", "/en/search?q=record", "/api/v1/reviews", "/reviews/cpr2017-w91.pdf"]
)
def test_head_is_get_without_the_body(client: TestClient, address: str) -> None:
    """The same headers."""
    head, get = client.head(address), client.get(address)

    assert (get.status_code, b"") == (head.status_code, head.content)
    assert dict(get.headers) == dict(head.headers)


def test_the_first_page_is_chosen_by_language(client: TestClient) -> None:
    """/ leads to the offered language that the reader prefers, and caches know why."""
    response = client.get("/", headers={"Accept-Language": "cy,en;q=0.8"}, follow_redirects=False)

    assert (302, "/en/", "Accept-Language") == (
        response.status_code,
        response.headers["location"],
        response.headers["vary"],
    )


def test_health_is_two_questions(client: TestClient, shelf: Repository) -> None:
    """Alive says nothing of the database; ready says whether all parts agree."""
    assert "ok" == client.get("/healthz").json()["status"]
    assert (True, 3, 3) == tuple(
        client.get("/readyz").json()[k] for k in ("ready", "reviews", "indexed_reviews")
    )


def test_not_ready_without_an_index(empty_home: Repository) -> None:
    """503, and alive all the same."""
    (empty_home.settings.home / "index").rename(empty_home.settings.home / "gone")
    with Repository.open(empty_home.settings) as repository:
        reader = TestClient(create_app(repository.settings, repository))

        assert 503 == reader.get("/readyz").status_code
        assert 200 == reader.get("/healthz").status_code
