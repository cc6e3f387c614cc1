"""RELIABILITY S3: nothing is changed by a request of another website, and GET changes nothing."""

import pytest
from fastapi.testclient import TestClient

from tests.web.reading import CURATORS_PAGES, PAGES, one, page_of
from tests.web.signing import CURATOR, OWN, PASSWORD, browser_of, sign_in, signed_in
from wsr.repository.repository import Repository
from wsr.web.app import Website
from wsr.web.guard import LARGEST_BODY, SAFE

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
FOREIGN: tuple[dict[str, str], ...] = (
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "https://testserver"},
    {"Sec-Fetch-Site": ""},
    {"Origin": "https://evil.example"},
    {"Origin": "http://testserver"},
    {"Origin": "https://testserver.evil.example"},
    {"Origin": "https://testserver:8443"},
    {"Origin": "null"},
    {"Origin": ""},
    {},
    {"Referer": "https://testserver/en/account"},
)
"""What requests of other websites, and of browsers that say nothing, come with."""


@pytest.fixture(scope="module")
def browser(shelf: Repository) -> TestClient:
    """A curator's browser of this module's own."""
    return signed_in(shelf)


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_no_route_takes_a_foreign_request(browser: TestClient, headers: dict[str, str]) -> None:
    """Every unsafe route, with a full form and the cookie of somebody signed in: 403, and still signed in."""
    app = browser.app
    assert isinstance(app, Website)
    unsafe = [(method, path) for method, path in app.accesses() if method not in SAFE]
    fields = {"name": CURATOR, "password": PASSWORD, "form_token": "0" * 64}
    answers = {
        browser.request(method, path, data=fields, headers=headers).status_code for method, path in unsafe
    }

    assert len(unsafe) >= 3
    assert {403} == answers
    assert 200 == browser.get("/en/account").status_code


@pytest.mark.parametrize(
    "kind", ["text/plain", "multipart/form-data; boundary=x", "text/plain; application/json", ""]
)
def test_a_body_that_is_neither_form_nor_json_is_refused(browser: TestClient, kind: str) -> None:
    """Such bodies can be sent from anywhere without asking; here not even a page of ours may."""
    headers = OWN | ({"Content-Type": kind} if kind else {})
    for address in ("/en/sign-in", "/en/sign-out", "/en/account"):
        answer = browser.post(address, content=f"name={CURATOR}&password={PASSWORD}", headers=headers)
        assert 415 == answer.status_code


def test_json_is_no_form(browser: TestClient) -> None:
    """A form's route takes forms only, so that a form's rules cannot be gone round."""
    assert 415 == browser.post("/en/sign-in", json={"name": CURATOR, "password": PASSWORD}).status_code


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "https://testserver"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "https://testserver"},
    ],
    ids=str,
)
def test_a_page_of_ours_is_heard(shelf: Repository, headers: dict[str, str]) -> None:
    """By what either header says."""
    answer = browser_of(shelf).post("/en/sign-in", data={"name": "", "password": ""}, headers=headers)

    assert 400 == answer.status_code


def test_an_old_browser_is_known_by_the_token_of_the_form(shelf: Repository) -> None:
    """It sends neither header: the form carries what belongs to its cookie, signing in, being signed in, going."""
    browser = browser_of(shelf)

    def token() -> str:
        return str(one(page_of(browser, "/en/sign-in"), "main input[name=form_token]")["value"])

    first = token()
    assert first == token()
    fields = {"name": CURATOR, "password": PASSWORD}
    stranger = browser_of(shelf).post("/en/sign-in", data={**fields, "form_token": first})
    answer = browser.post("/en/sign-in", data={**fields, "form_token": first})
    stale = browser.post("/en/sign-out", data={"form_token": first})
    present = str(one(page_of(browser, "/en/account"), "main input[name=form_token]")["value"])
    gone = browser.post("/en/sign-out", data={"form_token": present})

    assert [403, 303, 403, 303] == [item.status_code for item in (stranger, answer, stale, gone)]
    assert present != first
    assert "Sign out" not in browser.get("/en/").text


def test_a_large_body_is_cut_off(shelf: Repository) -> None:
    """Also one that does not say how long it is; nothing of it is understood."""
    browser = browser_of(shelf)
    exact = browser.post("/en/sign-in", content=b"a" * LARGEST_BODY, headers=OWN | FORM)
    longer = browser.post("/en/sign-in", content=b"a" * (LARGEST_BODY + 1), headers=OWN | FORM)
    endless = browser.post("/en/sign-in", content=(b"a" * 100_000 for _ in range(1_000)), headers=OWN | FORM)

    assert [400, 413, 413] == [answer.status_code for answer in (exact, longer, endless)]


@pytest.mark.parametrize(
    "body", [b"", b"%", b"&&&", b"=", b"name", b"name=%00&password=%ff%fe", b"\xff\x00", b"a&" * 5000]
)
def test_an_odd_form_is_refused_not_a_fault(shelf: Repository, body: bytes) -> None:
    """Broken escapes, bytes that are no letters, thousands of fields."""
    answer = browser_of(shelf).post("/en/sign-in", content=body, headers=OWN | FORM)

    assert answer.status_code in (400, 403, 422)


def test_reading_changes_nothing(shelf: Repository) -> None:
    """No GET ends a session, makes one, or sets the cookie of one."""
    browser = signed_in(shelf)
    for address in (*PAGES, *CURATORS_PAGES, "/en/sign-in?name=megan&password=x", "/en/sign-out"):
        assert "set-cookie" not in browser.get(address).headers

    assert 200 == browser.get("/en/account").status_code
    assert 405 == browser.get("/en/sign-out").status_code
    assert 400 == sign_in(browser, "", "").status_code
