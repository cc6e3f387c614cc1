"""Errors have one status each and two forms: a page for people, problem+json for programs."""

from collections.abc import Iterator
from http import HTTPStatus

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.web.reading import one, page_of, words
from tests.web.signing import OWN
from wsr.errors import WsrError
from wsr.repository.repository import Repository
from wsr.web.app import create_app
from wsr.web.errors import STATUS, status_of
from wsr.web.plain import ErrorPage
from wsr.web.roles import anyone
from wsr.web.wording import Language, wording

ODD_NAMES = (
    "%00", "a%0Ab", "cpr2017-w91%0A", "%2e%2e", "..%2f..%2fetc%2fpasswd", "%252f", "a%5Cb", "%F0%9F%98%80",
    "%D0%B0pr2017-w91", "a" * 4096, "CPR2017–W91", "%C3%28", "cpr2017-w91.", "-", "con", "%7Bslug%7D", "a%3Fb",
)  # fmt: skip
"""Names that no review has: traversal, control bytes, look-alikes, broken UTF-8, 4 kB."""


def a_problem(response: object) -> dict[str, object]:
    """The body of an answer that must be a problem in the one shape."""
    assert "application/problem+json" == response.headers["content-type"]  # type: ignore[attr-defined]
    problem: dict[str, object] = response.json()  # type: ignore[attr-defined]
    status = response.status_code  # type: ignore[attr-defined]
    assert {"type", "title", "status", "detail", "parameters"} == set(problem)
    assert (status, HTTPStatus(status).phrase) == (problem["status"], problem["title"])
    assert str(problem["detail"]).endswith((".", "?"))
    return problem


def all_errors(kind: type[WsrError] = WsrError) -> Iterator[type[WsrError]]:
    """The tree of errors."""
    yield kind
    for subclass in kind.__subclasses__():
        yield from all_errors(subclass)


@pytest.mark.parametrize("name", ODD_NAMES)
@pytest.mark.parametrize(
    "place",
    [
        "/en/reviews/{}",
        "/en/reviews/{}/pages/1",
        "/en/reviews/{}/passages/k1",
        "/en/reviews/cpr2017-w91/passages/{}",
        "/reviews/{}.pdf",
        "/reviews/{}/pages/1.webp",
        "/api/v1/reviews/{}",
        "/static/{}",
        "/{}/reviews",
    ],
)
def test_an_odd_name_is_not_found(client: TestClient, place: str, name: str) -> None:
    """404, or the way to another place of ours; never 500, and never anything outside."""
    response = client.get(place.format(name), follow_redirects=False)

    assert response.status_code in (404, 307)
    assert response.headers.get("location", "http://testserver/").startswith(("/", "http://testserver/"))


def test_a_reference_in_capitals_finds_its_review(client: TestClient) -> None:
    """People type references as they are printed."""
    assert 200 == client.get("/en/reviews/CPR2017-W91").status_code
    assert 200 == client.get("/api/v1/reviews/SUSR2025-92-NW").status_code


@pytest.mark.parametrize("kind", list(all_errors()), ids=lambda kind: kind.__name__)
def test_every_error_has_a_status_with_words(kind: type[WsrError]) -> None:
    """From the table, by its nearest ancestor."""
    status = status_of(kind.__new__(kind))

    assert status in STATUS.values()
    assert ErrorPage.of(wording(Language.EN), status, "", []).detail.endswith(".")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/v1/nothing", 404),
        ("/api/v1/reviews/none2000-w01", 404),
        ("/api/v1/reviews?page=9", 404),
        ("/api/v1/search?q=record&page=9", 404),
        ('/api/v1/search?q="record', 400),
        ("/api/v1/search?q=record&review_type=XYZ", 400),
        ("/api/v1/search?page=zero", 422),
        ("/api/v1/search?per_page=101", 422),
        ("/api/v1/reviews?sort=sideways", 422),
    ],
)
def test_errors_of_the_api_have_one_shape(client: TestClient, address: str, status: int) -> None:
    """RFC 9457, with a sentence; nothing of it is kept in a cache."""
    response = client.get(address)

    assert status == a_problem(response)["status"]
    assert "no-store" == response.headers["cache-control"]


def test_a_wrong_parameter_is_named(client: TestClient) -> None:
    """With what is wrong with it, each of them."""
    problem = a_problem(client.get("/api/v1/search?page=zero&per_page=0"))

    assert ["per_page", "page"] == [item["name"] for item in problem["parameters"]]  # type: ignore[attr-defined, union-attr]


def test_only_reading_is_offered(client: TestClient) -> None:
    """POST, PUT and DELETE are refused in the form of the place."""
    assert 405 == client.post("/en/search", headers=OWN).status_code
    assert 405 == a_problem(client.delete("/api/v1/reviews", headers=OWN))["status"]


def test_an_error_page_says_what_to_do(client: TestClient) -> None:
    """The sentence of the error, and ways on; what was asked for stands in it as text."""
    page = page_of(client, "/en/reviews/none2000-w01", 404)

    assert "Page not found" == words(one(page, "h1"))
    assert "“none2000-w01”" in words(one(page, "main"))
    assert {"/en/search", "/en/reviews"} <= {str(link["href"]) for link in page.select("main a")}


@pytest.mark.parametrize("status", [400, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 503, 418, 502])
def test_each_status_has_its_own_words(status: int) -> None:
    """Withdrawn and unforeseen ones too; an unknown status has those of its class."""
    page = ErrorPage.of(wording(Language.EN), status, "", [])

    assert page.title
    assert page.detail.endswith(".")


@pytest.fixture
def broken(shelf: Repository) -> TestClient:
    """A website with two pages that fail in an unforeseen way."""
    app: FastAPI = create_app(shelf.settings, shelf)

    @app.get("/en/fails")
    @app.get("/api/v1/fails")
    @anyone
    def fails() -> None:
        raise RuntimeError("the secret words of a reader")

    return TestClient(app, raise_server_exceptions=False)


def test_an_unforeseen_error_says_nothing_of_itself(broken: TestClient) -> None:
    """500 with plain words, in the form of the place, with all security headers."""
    page, problem = broken.get("/en/fails"), broken.get("/api/v1/fails")

    assert 500 == page.status_code == a_problem(problem)["status"]
    assert "secret" not in page.text + problem.text
    assert "content-security-policy" in page.headers and "content-security-policy" in problem.headers
