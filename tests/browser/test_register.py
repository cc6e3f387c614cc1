"""The register in a real browser without JavaScript: found, read, recorded, linked; sound on a wide screen and a phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened, served
from tests.browser.test_accessibility import faults, overflows
from tests.pdfs import make_review
from tests.web.signing import CURATOR, PASSWORD, add_accounts
from wsr.repository.ingesting import Ingest
from wsr.repository.repository import Repository
from wsr.settings import Settings

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

ASKED = "The Board should ask every surgery by May 2027 how it follows up children who were not brought."
OF_POLICE = "Gwent Police should tell the school on the next morning."
PRAISE = "It was good practice that the surgery rang the mother on three evenings."
LATER = "/en/reviews/cpr2021-w92"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The website of a review that recommends, and of a later one that praises."""
    folder: Path = tmp_path_factory.mktemp("arrivals")
    make_review(
        folder / "CPR2019-W91.pdf", recommendations=(ASKED, "Schools must train their staff.", OF_POLICE)
    )
    make_review(folder / "CPR2021-W92.pdf", date="May 2021", subject="Re: Child B", analysis=(PRAISE,))
    with Repository.open(Settings(home=tmp_path_factory.mktemp("home"))) as repository:
        list(Ingest(repository, [folder]))
        add_accounts(repository)
        with served(repository) as address:
            yield address


@pytest.mark.parametrize("width", [1280, 320])
def test_a_curator_finds_records_and_links_without_javascript(
    browser: Browser, address: str, width: int
) -> None:
    """From the register to the recommendation, a status with evidence, a link to later practice, seen at both ends."""
    viewport = {"width": width, "height": 900}
    with opened(browser, address, viewport=viewport, java_script_enabled=False) as page:
        page.goto(f"{LATER}#practice")
        page.locator(".wsr-why summary").first.click()
        extract = page.get_by_role("link", name="Permanent link to this extract").first.get_attribute("href")
        find(page)
        record(page)
        assert extract is not None
        link(page, extract)
        page.goto(LATER)
        page.locator(".wsr-why summary").first.click()
        page.get_by_role("link", name="Shows a recommendation of CPR2019-W91 in practice").first.click()
        expect(page.locator("blockquote")).to_have_text(ASKED)
        page.get_by_role("button", name="Withdraw this link").first.click()
        expect(page.get_by_text("Links that were withdrawn")).to_be_visible()


def find(page: Page) -> None:
    """Sign in, search the register for a word, filter it, and open what is left."""
    page.goto("/en/sign-in?next=%2Fen%2Frecommendations")
    page.get_by_label("Name").fill(CURATOR)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Words or a “phrase in quotation marks”").fill("surgery")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("#finding")).to_contain_text("1 recommendation in 1 review")
    page.get_by_role("link", name="Recommendation 1 of CPR2019-W91").click()


def record(page: Page) -> None:
    """Done in part, with a month and an address."""
    page.get_by_text("Record a status").click()
    page.get_by_label("Done in part").check()
    page.get_by_label("From when").fill("2024-05")
    page.get_by_label("Link to evidence").fill("https://example.org/plan")
    page.get_by_role("button", name="Record this status").click()
    expect(page.locator(".wsr-recorded li").first).to_contain_text(f"Recorded by {CURATOR} on")


def link(page: Page, extract: str) -> None:
    """By the permanent link of the extract."""
    page.get_by_text("Link an extract of a later review").click()
    page.get_by_label("Permanent link of the extract").fill(extract)
    page.get_by_label("Shows it in practice").check()
    page.get_by_role("button", name="Link it").click()
    expect(page.locator(".wsr-linked").first).to_contain_text(PRAISE)


@pytest.mark.parametrize("width", [1280, 320])
def test_what_is_asked_of_a_body_is_found_by_the_keyboard_alone(
    browser: Browser, address: str, width: int
) -> None:
    """Without JavaScript; the same page is sound for those who do not see it."""
    viewport = {"width": width, "height": 900}
    with opened(browser, address, viewport=viewport, java_script_enabled=False) as page:
        page.goto("/en/recommendations")
        folded = page.locator(".wsr-facets > summary")
        if folded.is_visible():
            folded.focus()
            page.keyboard.press("Enter")
        page.locator(".wsr-facet", has_text="Named body").get_by_role("link", name="Gwent Police").focus()
        page.keyboard.press("Enter")
        expect(page.locator("#finding")).to_contain_text("1 recommendation in 1 review")
        expect(page.locator(".wsr-register__text")).to_have_text(OF_POLICE)
    with opened(browser, address, viewport=viewport) as page:
        page.goto("/en/recommendations?body=gwent-police")
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        assert [] == faults(page) and not overflows(page)


@pytest.mark.parametrize("width", [1280, 320])
def test_the_page_of_a_recommendation_is_sound(browser: Browser, address: str, width: int) -> None:
    """For a reader and for a curator, its forms unfolded; nothing runs off the screen."""
    with opened(browser, address, viewport={"width": width, "height": 900}) as page:
        page.goto("/en/recommendations?q=surgery")
        page.get_by_role("link", name="Recommendation 1 of CPR2019-W91").click()
        assert [] == faults(page) and not overflows(page)
        find(page)
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        assert [] == faults(page) and not overflows(page)
