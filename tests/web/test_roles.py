"""RELIABILITY S1: every route says who may use it, and only they may."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import APIRouter
from fastapi.testclient import TestClient

from tests.web.signing import ADMIN, CURATOR, FORMER, OWN, browser_of, signed_in
from wsr.repository.repository import Repository
from wsr.web.app import Website, create_app
from wsr.web.roles import Access, AdminDep, CuratorDep, anyone

VALUES = {
    "slug": "cpr2017-w91",
    "key": "key000000003",
    "number": "1",
    "theme": "communication",
    "format": "jsonl",
}
"""What the parts of addresses that vary are filled with."""

MAY: dict[str, frozenset[Access]] = {
    "anonymous": frozenset({Access.ANYONE}),
    "curator": frozenset({Access.ANYONE, Access.CURATOR}),
    "admin": frozenset({Access.ANYONE, Access.CURATOR, Access.ADMIN}),
    "disabled": frozenset({Access.ANYONE}),
}


@pytest.fixture(scope="module")
def website(shelf: Repository) -> Website:
    """The website with three more routes, for administrators and for curators."""
    app = create_app(shelf.settings, shelf)
    assert isinstance(app, Website)
    more = APIRouter()

    @more.get("/en/admins")
    def admins_page(account: AdminDep) -> str:
        return account.name

    @more.post("/en/admins")
    def change(account: AdminDep) -> str:
        return account.name

    @more.get("/api/v1/curators")
    def curators_data(account: CuratorDep) -> str:
        return account.name

    app.include_router(more)
    return app


@pytest.fixture(scope="module")
def visitors(shelf: Repository, website: Website) -> Iterator[dict[str, TestClient]]:
    """A browser of each kind of visitor; the disabled one still has the cookie from before."""
    shelf.accounts.enable(FORMER)
    cookies = {
        "anonymous": {},
        **{
            kind: dict(signed_in(shelf, name).cookies)
            for kind, name in (("curator", CURATOR), ("admin", ADMIN), ("disabled", FORMER))
        },
    }
    shelf.accounts.disable(FORMER)
    yield {
        kind: TestClient(website, base_url="https://testserver", follow_redirects=False, cookies=held)
        for kind, held in cookies.items()
    }


@pytest.mark.parametrize("kind", MAY)
def test_each_route_answers_those_who_may_use_it_and_no_others(
    website: Website, visitors: dict[str, TestClient], kind: str
) -> None:
    """Every route and method: 403, or the way to the form for signing in, for whoever may not."""
    wrong = []
    routes = website.accesses()
    for (method, path), access in routes.items():
        if path.endswith("/sign-out"):
            continue  # it would end the session that the others are asked with
        answer = visitors[kind].request(method, path.format_map(VALUES), headers=OWN)
        refused = answer.status_code == 403 or answer.headers.get("location", "").startswith("/en/sign-in")
        if refused is (access in MAY[kind]):
            wrong.append((method, path, answer.status_code))

    assert [] == wrong
    assert set(Access) == set(routes.values())
    assert len(routes) > 20


def test_a_page_leads_to_the_form_and_back_and_the_rest_says_no(visitors: dict[str, TestClient]) -> None:
    """GET of a page redirects; what changes something and the API answer 403 in their own form."""
    reader, curator = visitors["anonymous"], visitors["curator"]
    page, post, data = (
        reader.get("/en/admins?a=1&b=%26"),
        reader.post("/en/admins", headers=OWN),
        reader.get("/api/v1/curators"),
    )

    assert (303, "/en/sign-in?next=%2Fen%2Fadmins%3Fa%3D1%26b%3D%2526") == (
        page.status_code,
        page.headers["location"],
    )
    assert (403, "text/html; charset=utf-8") == (post.status_code, post.headers["content-type"])
    assert (403, "application/problem+json") == (data.status_code, data.headers["content-type"])
    assert "Sign in" in data.json()["detail"]
    assert 403 == curator.get("/en/admins").status_code
    assert '"megan"' == curator.get("/api/v1/curators").text
    assert '"ann.rees"' == visitors["admin"].post("/en/admins", headers=OWN).text


def test_the_routes_of_the_website_are_declared_as_decided(client: TestClient) -> None:
    """Reading is for anyone; beside it signing in and out, a pack that is made and a draft that is asked about: neither is kept."""
    app = client.app
    assert isinstance(app, Website)
    routes = app.accesses()

    kept_nowhere = {("POST", "/en/packs"), ("POST", "/en/learning")}

    assert {("POST", "/en/sign-in"), ("POST", "/en/sign-out")} | kept_nowhere >= {
        (method, path)
        for (method, path), access in routes.items()
        if access is Access.ANYONE and method != "GET"
    }
    assert {"/en/account"} <= {path for (_, path), access in routes.items() if access is Access.CURATOR}


def silent() -> None:
    """Says nothing of who may use it."""


@anyone
def two_voices(account: CuratorDep) -> None:
    """Says two things."""


@pytest.mark.parametrize("handler", [silent, two_voices])
def test_a_route_that_does_not_say_who_may_use_it_is_not_added(shelf: Repository, handler: Any) -> None:
    """Forgetting fails when the application is made, not when somebody finds the hole."""
    router = APIRouter()
    router.add_api_route("/drafts", handler)

    with pytest.raises(TypeError, match="/drafts must say who may use it"):
        create_app(shelf.settings, shelf).include_router(router, prefix="/en")


def test_a_route_of_the_application_itself_must_say_it_too(shelf: Repository) -> None:
    """Also one that is added later: nothing is answered then."""
    app = create_app(shelf.settings, shelf)
    app.add_api_route("/drafts", silent)

    with pytest.raises(TypeError, match="/drafts must say who may use it"):
        TestClient(app).get("/en/")


def test_routers_within_routers_are_refused(shelf: Repository) -> None:
    """Their routes would not be seen."""
    outer, inner = APIRouter(), APIRouter()
    inner.add_api_route("/drafts", silent)
    outer.include_router(inner)

    with pytest.raises(TypeError):
        create_app(shelf.settings, shelf).include_router(outer)


def test_a_reader_asks_nothing_of_the_accounts(shelf: Repository) -> None:
    """A public page costs no look at the sessions, and a cookie of somebody else's making opens nothing."""
    reader = browser_of(shelf)

    assert "Sign out" not in reader.get("/en/").text
    assert "Sign out" not in reader.get("/en/", headers={"Cookie": "__Host-wsr=guess; wsr=guess"}).text
