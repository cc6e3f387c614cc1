"""Signing in and out in a real browser, wide and narrow, without JavaScript; axe looks at each state."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened, served
from tests.browser.test_accessibility import RULES
from wsr.repository.repository import Repository
from wsr.repository.upkeep import recover
from wsr.settings import Settings

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PASSWORD, OTHER = "kettle ladder fern", "bramble harbour oak"
SIZES = [{"width": 1280, "height": 900}, {"width": 320, "height": 700}]


@pytest.fixture(params=SIZES, ids=lambda size: str(size["width"]))
def size(request: pytest.FixtureRequest) -> dict[str, int]:
    """A wide screen, then a phone."""
    chosen: dict[str, int] = request.param
    return chosen


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Repository]:
    """A repository with nothing in it but an account."""
    with Repository.open(Settings(home=tmp_path_factory.mktemp("accounts"))) as repository:
        recover(repository)
        repository.accounts.add("megan", PASSWORD, display_name="Megan Prosser")
        yield repository


@pytest.fixture(scope="module")
def address(repository: Repository) -> Iterator[str]:
    """Where it is served."""
    with served(repository) as address:
        yield address


def test_signing_in_leads_back_and_signing_out_ends_it(
    browser: Browser, repository: Repository, address: str, size: dict[str, int]
) -> None:
    """From a page by its footer, through a slip of the finger, back to the page; a new password; and out."""
    repository.accounts.set_password("megan", PASSWORD)
    context = browser.new_context(base_url=address, viewport=size, java_script_enabled=False)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto("/en/reviews?sort=oldest")
    assert [] == context.cookies()
    page.get_by_role("link", name="Sign in").click()

    _send(page, "megan", "wrong password")
    expect(page.get_by_role("alert")).to_contain_text("The name or the password is wrong.")
    expect(page.get_by_label("Name")).to_have_value("megan")
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.get_by_label("Name")).to_be_focused()
    _send(page, "megan", PASSWORD)
    expect(page).to_have_url(f"{address}/en/reviews?sort=oldest")

    page.get_by_role("link", name="Account").click()
    for label, text in (
        ("Present password", PASSWORD),
        ("New password", OTHER),
        ("New password, once more", OTHER),
    ):
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_role("button", name="Change password").click()
    expect(page.get_by_role("status")).to_contain_text("has been changed")

    page.get_by_role("button", name="Sign out (Megan Prosser)").click()
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()
    page.goto("/en/account")
    expect(page).to_have_url(re.compile("/en/sign-in"))
    page.go_back()
    expect(page.get_by_text("Megan Prosser")).to_have_count(0)
    context.close()


def test_no_fault_is_found_in_any_state(
    browser: Browser, repository: Repository, address: str, size: dict[str, int]
) -> None:
    """axe: the form, the form with errors, a page of somebody signed in, the account, and its errors."""
    repository.accounts.set_password("megan", PASSWORD)
    with opened(browser, address, viewport=size) as page:
        page.goto("/en/sign-in")
        _look(page)
        _send(page, "megan", PASSWORD)
        page.wait_for_url("**/en/")
        _look(page)
        page.goto("/en/account?changed=true")
        _look(page)


def test_no_fault_is_found_in_what_went_wrong(
    browser: Browser, repository: Repository, address: str, size: dict[str, int]
) -> None:
    """Chromium notes the status of such pages in its console, so that one is not watched here."""
    repository.accounts.set_password("megan", PASSWORD)
    context = browser.new_context(base_url=address, viewport=size)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto("/en/sign-in")
    _send(page, "", "")
    expect(page.get_by_role("alert")).to_be_visible()
    _look(page)
    _send(page, "megan", PASSWORD)
    page.goto("/en/account")
    page.get_by_label("New password", exact=True).fill("short")
    page.get_by_label("New password, once more").fill("short")
    page.get_by_role("button", name="Change password").click()
    expect(page.get_by_role("alert")).to_be_visible()
    _look(page)
    context.close()


def _send(page: Page, name: str, password: str) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()


def _look(page: Page) -> None:
    found = Axe().run(page, options=RULES).response["violations"]
    assert [] == [f"{fault['id']}: {node['html'][:120]}" for fault in found for node in fault["nodes"]]
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
