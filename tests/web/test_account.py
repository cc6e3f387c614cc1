"""Signing in, the account and signing out: RELIABILITY S2 (sessions), S4 (guesses), W5 (next) and D5 (logs)."""

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient
from httpx2 import Response

from tests.web.reading import one, page_of, words
from tests.web.signing import (
    ADMIN,
    CURATOR,
    FORMER,
    OWN,
    PASSWORD,
    add_accounts,
    browser_of,
    sign_in,
    signed_in,
)
from wsr.domain.kinds import Language
from wsr.repository.repository import Repository
from wsr.repository.upkeep import recover
from wsr.settings import Settings
from wsr.web.addresses import local_address

OTHER = "bramble harbour oak"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder, empty but for three accounts, one of them disabled."""
    folder = tmp_path_factory.mktemp("accounts") / "home"
    with Repository.open(Settings(home=folder)) as repository:
        recover(repository)
        add_accounts(repository)
        repository.accounts.disable(FORMER)
    return folder


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Iterator[Repository]:
    """A repository of the test's own."""
    shutil.copytree(made, tmp_path / "home")
    with Repository.open(Settings(home=tmp_path / "home")) as repository:
        yield repository


@pytest.fixture
def browser(home: Repository) -> TestClient:
    """A browser that nobody has signed in with."""
    return browser_of(home)


def cookie(response: Response) -> tuple[str, str, set[str]]:
    """Name, value and flags of the session's cookie in an answer."""
    (line,) = [
        line
        for line in response.headers.get_list("set-cookie")
        if not line.startswith(("__Host-wsr-form", "wsr-form"))
    ]
    pair, *flags = line.split("; ")
    name, _, value = pair.partition("=")
    return name, value, set(flags)


def test_signing_in_leads_back_and_signing_out_ends_it(browser: TestClient) -> None:
    """The name stands on every page until then; the old cookie is worth nothing afterwards."""
    answer = sign_in(browser, CURATOR, next="/en/reviews?sort=oldest")
    held = dict(browser.cookies)
    assert (303, "/en/reviews?sort=oldest") == (answer.status_code, answer.headers["location"])
    assert "Sign out (Megan Prosser)" in words(page_of(browser, "/en/help"))
    assert (303, "/en/") == (
        browser.get("/en/sign-in").status_code,
        browser.get("/en/sign-in").headers["location"],
    )

    gone = browser.post("/en/sign-out", headers=OWN)
    assert (303, "/en/") == (gone.status_code, gone.headers["location"])
    assert "__Host-wsr" not in browser.cookies
    browser.cookies.update(held)
    assert 303 == browser.get("/en/account").status_code
    assert 303 == browser.post("/en/sign-out", headers=OWN).status_code


def test_the_cookie_is_bound_to_this_host_and_https(browser: TestClient) -> None:
    """S2: __Host-, Secure, HttpOnly, SameSite; it ends with the browser at the latest."""
    name, value, flags = cookie(sign_in(browser, CURATOR))

    assert "__Host-wsr" == name
    assert len(value) >= 43
    assert {"HttpOnly", "Path=/", "SameSite=lax", "Secure"} == flags


def test_on_the_machine_itself_plain_http_will_do(home: Repository) -> None:
    """A cookie of another name, without Secure; it opens nothing over https."""
    browser = browser_of(home, "http://127.0.0.1:8000")
    name, value, flags = cookie(sign_in(browser, CURATOR))

    assert ("wsr", {"HttpOnly", "Path=/", "SameSite=lax"}) == (name, flags)
    assert 200 == browser.get("/en/account").status_code
    assert 303 == browser_of(home).get("/en/account", headers={"Cookie": f"wsr={value}"}).status_code


def test_over_plain_http_from_elsewhere_nobody_signs_in(home: Repository) -> None:
    """The page says why, there is no form, and what is sent all the same is refused unread."""
    browser = browser_of(home, "http://reviews.example")
    page = page_of(browser, "/en/sign-in")

    assert [] == page.select("main form")
    assert "https://" in words(one(page, "main"))
    assert 403 == sign_in(browser, CURATOR).status_code
    assert {} == dict(browser.cookies)


def test_every_sign_in_has_a_cookie_of_its_own(browser: TestClient) -> None:
    """S2: nothing that was set before becomes a session, and the earlier session ends."""
    browser.cookies.set("__Host-wsr", "chosen-by-somebody-else")
    _, first, _ = cookie(sign_in(browser, CURATOR))
    _, second, _ = cookie(sign_in(browser, ADMIN))

    assert 3 == len({first, second, "chosen-by-somebody-else"})
    answers = [
        browser_of_cookie(browser, value).get("/en/account").status_code
        for value in ("chosen-by-somebody-else", first, second)
    ]
    assert [303, 303, 200] == answers


def browser_of_cookie(browser: TestClient, value: str) -> TestClient:
    """Another browser with just this cookie."""
    return TestClient(
        browser.app, base_url="https://testserver", follow_redirects=False, cookies={"__Host-wsr": value}
    )


def test_disabling_ends_the_session(home: Repository) -> None:
    """S2: at the next request."""
    browser = signed_in(home)
    home.accounts.disable(CURATOR)

    assert 303 == browser.get("/en/account").status_code
    assert "Sign out" not in browser.get("/en/").text


def test_what_somebody_signed_in_sees_is_kept_nowhere(home: Repository) -> None:
    """D2: no cache, no tag, no answer that nothing has changed; readers' pages are as before."""
    browser, reader = signed_in(home), browser_of(home)
    tag = reader.get("/en/help").headers["etag"]
    for address in ("/en/help", "/en/account", "/en/nothing-here", "/en/"):
        answer = browser.get(address, headers={"If-None-Match": tag})
        assert ("private, no-store", None) == (answer.headers["cache-control"], answer.headers.get("etag"))

    assert "private, no-cache" == reader.get("/en/help").headers["cache-control"]
    assert "private, no-store" == reader.get("/en/sign-in").headers["cache-control"]


@pytest.mark.parametrize(
    ("name", "password"),
    [(CURATOR, OTHER), ("nobody", OTHER), (FORMER, PASSWORD), (CURATOR, PASSWORD.upper())],
)
def test_a_wrong_password_is_an_error_that_says_nothing_of_the_name(
    browser: TestClient, name: str, password: str
) -> None:
    """S4: the same page for a known, an unknown and a disabled name; the name is kept, the password is not."""
    answer = sign_in(browser, name, password, next="/en/reviews")
    body = answer.text.replace(name, "NAME")
    reference = sign_in(browser, "somebody", OTHER, next="/en/reviews").text.replace("somebody", "NAME")

    assert (403, reference) == (answer.status_code, body)
    assert "The name or the password is wrong." in body
    assert password not in body
    assert 'value="/en/reviews"' in body
    assert "set-cookie" not in {key for key in answer.headers if "__Host-wsr=" in answer.headers[key]}


def test_what_is_missing_is_asked_for_at_its_field(browser: TestClient) -> None:
    """And is no guess."""
    for _ in range(12):
        answer = sign_in(browser, " ", "")
    page = BeautifulSoup(answer.text, "html.parser")
    assert 400 == answer.status_code
    assert ["#name", "#password"] == [link["href"] for link in page.select(".govuk-error-summary a")]
    assert "true" == one(page, "#name")["aria-invalid"]
    assert (
        str(one(page, "#password")["aria-describedby"])
        == one(page, ".govuk-error-message#password-error")["id"]
    )
    assert 303 == sign_in(browser, CURATOR).status_code


def test_after_ten_wrong_passwords_even_the_right_one_must_wait(browser: TestClient) -> None:
    """S4: 429, which says how long."""
    statuses = [sign_in(browser, CURATOR, OTHER).status_code for _ in range(11)]
    answer = sign_in(browser, CURATOR)

    assert [403] * 10 + [429] == statuses
    assert 429 == answer.status_code
    assert 0 < int(answer.headers["retry-after"]) <= 300
    assert "Minutes to wait: 5." in answer.text


def test_a_new_password_keeps_this_browser_and_ends_the_others(home: Repository) -> None:
    """S2: with a new cookie; the old one is worth nothing."""
    browser, elsewhere = signed_in(home), signed_in(home)
    before = dict(browser.cookies)
    fields = {"present": PASSWORD, "new": OTHER, "again": OTHER}
    answer = browser.post("/en/account", data=fields, headers=OWN)

    assert (303, "/en/account?changed=true") == (answer.status_code, answer.headers["location"])
    assert before != dict(browser.cookies)
    assert "has been changed" in words(page_of(browser, "/en/account?changed=true"))
    assert [303, 303] == [
        other.get("/en/account").status_code
        for other in (elsewhere, browser_of_cookie(browser, before["__Host-wsr"]))
    ]
    assert 403 == sign_in(browser_of(home), CURATOR, PASSWORD).status_code
    assert 303 == sign_in(browser_of(home), CURATOR, OTHER).status_code


@pytest.mark.parametrize(
    ("fields", "status", "field"),
    [
        ({"present": OTHER, "new": OTHER, "again": OTHER}, 403, "present"),
        ({"present": PASSWORD, "new": "short", "again": "short"}, 400, "new"),
        ({"present": PASSWORD, "new": "Megan Prosser", "again": "Megan Prosser"}, 400, "new"),
        ({"present": PASSWORD, "new": OTHER, "again": PASSWORD}, 400, "again"),
        ({"present": "", "new": "", "again": ""}, 400, "new"),
    ],
)
def test_what_is_wrong_with_a_new_password_is_said_at_its_field(
    home: Repository, fields: dict[str, str], status: int, field: str
) -> None:
    """Nothing is changed then, and no password comes back in the page."""
    browser = signed_in(home)
    answer = browser.post("/en/account", data=fields, headers=OWN)
    page = BeautifulSoup(answer.text, "html.parser")

    assert status == answer.status_code
    assert [f"#{field}"] == [link["href"] for link in page.select(".govuk-error-summary a")]
    assert [] == [tag for tag in page.select("input[type=password]") if tag.get("value")]
    assert 303 == sign_in(browser_of(home), CURATOR).status_code


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", "/\n/evil.example",
        "javascript:alert(1)", "evil.example", "", "/en/\r\nSet-Cookie: a=b", "/" + "a" * 2000, " /en/", "/\x00",
    ],
)  # fmt: skip
def test_signing_in_never_leads_to_another_website(browser: TestClient, address: str) -> None:
    """W5 and W4: then it leads to the first page, and no header is injected."""
    assert "/en/" == local_address(address, Language.EN)
    answer = sign_in(browser, CURATOR, next=address)

    assert (303, "/en/") == (answer.status_code, answer.headers["location"])
    assert "a=b" not in str(answer.headers)


@pytest.mark.parametrize("address", ["/en/", "/en/search?q=%22a+b%22&page=2", "/en/reviews/cpr2017-w91?q=tŷ"])
def test_signing_in_leads_back_to_where_one_was(address: str) -> None:
    """A path of this site with its search."""
    assert address == local_address(address, Language.EN)


def test_the_link_for_signing_in_leads_back(browser: TestClient) -> None:
    """From a search with its words; from the form itself nowhere."""
    link = one(page_of(browser, "/en/search?q=a%20%26b"), "footer a[href^='/en/sign-in']")
    form = page_of(browser, str(link["href"]))

    assert "/en/search?q=a%20%26b" == one(form, "main input[name=next]")["value"]
    assert "/en/sign-in" == one(form, "footer a[href^='/en/sign-in']")["href"]


def test_nothing_of_a_sign_in_is_logged(home: Repository, caplog: pytest.LogCaptureFixture) -> None:
    """D5: neither name nor password nor address, whether it goes well, badly, or the database is gone."""
    caplog.set_level(logging.DEBUG)
    browser = browser_of(home)
    sign_in(browser, "canaryname", "canary password one")
    sign_in(browser, CURATOR)
    home.close()
    (home.settings.home / "wsr.sqlite3").rename(home.settings.home / "gone")
    (home.settings.home / "wsr.sqlite3").mkdir()
    failed = sign_in(browser, "canaryname", "canary password two")

    assert 503 == failed.status_code
    ours = "\n".join(record.getMessage() for record in caplog.records if not record.name.startswith("httpx"))
    assert [] == [word for word in ("canary", CURATOR, PASSWORD, "testclient") if word in ours + failed.text]


def test_when_the_database_is_gone_a_page_says_so_to_somebody_signed_in_too(home: Repository) -> None:
    """503 once, not a fault while saying it."""
    browser = signed_in(home)
    home.close()
    (home.settings.home / "wsr.sqlite3").rename(home.settings.home / "gone")
    (home.settings.home / "wsr.sqlite3").mkdir()

    assert 503 == browser.get("/en/help").status_code
    assert 503 == browser.get("/en/account").status_code
