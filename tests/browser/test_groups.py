"""Groups of recommendations in a real browser: read by anyone, confirmed, split and joined with the keyboard alone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened, served
from tests.browser.test_accessibility import faults, overflows
from tests.making import a_parsed_document, a_recommendation, a_section
from tests.web.shelf import hold
from tests.web.signing import CURATOR, PASSWORD, add_accounts
from wsr.repository.repository import Repository
from wsr.settings import Settings

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

FLAG = (
    "GP practices should flag the records of children who were not brought to appointments.",
    "Surgeries must put a flag on the notes of any child who is not brought to an appointment.",
    "GP practices should flag records when children were not brought to appointments, and ring the parents.",
)
OTHER = "Housing officers should refer tenants who hoard to the fire service."
HELD = {
    "CPR2018-W01": (FLAG[0],),
    "CPR2020-W02": (FLAG[1], OTHER),
    "CPR2022-W03": (FLAG[2],),
}


@pytest.fixture
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The website of three reviews that ask for one thing; one asks for something else too."""
    with Repository.open(Settings(home=tmp_path_factory.mktemp("home"))) as repository:
        for reference, texts in HELD.items():
            made = tuple(a_recommendation(n, text) for n, text in enumerate(texts, 1))
            hold(repository, reference, a_parsed_document(sections=(a_section(),), recommendations=made))
        add_accounts(repository)
        repository.regrouping.known(60)
        with served(repository) as address:
            yield address


def sign_in(page: Page) -> None:
    """As a curator, on the list of groups."""
    page.goto("/en/sign-in?next=%2Fen%2Flearning%2Fgroups")
    page.get_by_label("Name").fill(CURATOR)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("h1")).to_have_text("Recommendations that repeat each other")


def tab_to(page: Page, wanted: str) -> None:
    """On with the tabulator until what is wanted has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.locator(f":focus:is({wanted})").count():
            return
    pytest.fail(f"The tabulator does not lead to {wanted}.")


def choose(page: Page, wanted: str, steps: int) -> None:
    """One of a row of radio buttons, so many below the first."""
    tab_to(page, wanted)
    page.keyboard.press("Space")
    for _ in range(steps):
        page.keyboard.press("ArrowDown")


def test_a_curator_confirms_splits_and_joins_with_the_keyboard_alone(browser: Browser, address: str) -> None:
    """Without JavaScript, from the list to the page of the group, on a phone's width."""
    with opened(browser, address, viewport={"width": 320, "height": 900}, java_script_enabled=False) as page:
        sign_in(page)
        tab_to(page, "h2 a")
        page.keyboard.press("Enter")
        expect(page.locator(".wsr-result__text")).to_have_text(list(FLAG))

        choose(page, "#says-all", 0)
        tab_to(page, "#note")
        page.keyboard.type("One request.")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_have_text("Recorded: they repeat each other.")
        expect(page.locator("main")).to_contain_text(f"Confirmed by {CURATOR} on")
        expect(page.locator(".wsr-recorded")).to_contain_text("One request.")

        tab_to(page, "#tick-3")
        page.keyboard.press("Space")
        choose(page, "#says-all", 3)
        tab_to(page, "form[action$='/records'] button")
        page.keyboard.press("Enter")
        expect(page.locator(".wsr-result__text")).to_have_text(list(FLAG[:2]))
        expect(page.locator(".wsr-recorded")).to_contain_text("These do not repeat each other")

        choose(page, "#near-1", 0)
        tab_to(page, "form[action$='/join'] button")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_have_text("Recorded: the two are one group.")
        expect(page.locator(".wsr-result__text")).to_have_text(list(FLAG))
        assert not overflows(page)


@pytest.mark.parametrize("width", [1280, 320])
def test_the_pages_of_groups_are_sound(browser: Browser, address: str, width: int) -> None:
    """For a reader and for a curator, with a record, with a group and without one; nothing runs off the screen."""
    with opened(browser, address, viewport={"width": width, "height": 900}) as page:
        page.goto("/en/learning/groups")
        page.locator("h2 a").click()
        assert [] == faults(page) and not overflows(page)
        sign_in(page)
        page.locator("h2 a").click()
        page.locator("#tick-2").check()
        page.get_by_label("Those that I ticked do not belong here, nor with each other").check()
        page.get_by_role("button", name="Record this").click()
        assert [] == faults(page) and not overflows(page)
        page.locator(".wsr-recorded a").first.click()
        page.get_by_role("link", name="Put it together with recommendations that repeat it").click()
        expect(page.locator("h1")).to_have_text("In no group")
        assert [] == faults(page) and not overflows(page)
        page.goto("/en/learning/groups?state=confirmed")
        assert [] == faults(page) and not overflows(page)
