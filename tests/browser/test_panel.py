"""A panel member with a draft, from the first page to a report in Word, in a real browser with and without JavaScript."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import opened, served
from tests.browser.test_accessibility import faults, overflows
from tests.web.signing import CURATOR, PASSWORD, add_accounts
from wsr.repository.repository import Repository
from wsr.settings import Settings

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

DRAFT = (
    "Clinics should ring the parent on the day when a child was not brought to an appointment, and tell the health "
    "visitor or the school nurse."
)


@pytest.fixture(scope="module")
def held(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with all samples and an account."""
    home = shutil.copytree(sample_home, tmp_path_factory.mktemp("panel") / "home")
    with Repository.open(Settings(home=home, demo=True)) as repository:
        add_accounts(repository)
    return home


@pytest.fixture
def home(held: Path, tmp_path: Path) -> Path:
    """A copy of it, in which nobody has linked anything yet."""
    return shutil.copytree(held, tmp_path / "home")


@pytest.fixture
def address(home: Path) -> Iterator[str]:
    """Where it is served."""
    with Repository.open(Settings(home=home, demo=True)) as repository, served(repository) as address:
        yield address


@pytest.mark.parametrize(("width", "scripted"), [(1280, False), (320, False), (1280, True), (320, True)])
def test_a_panel_takes_its_draft_to_a_report(
    browser: Browser, address: str, tmp_path: Path, width: int, scripted: bool
) -> None:
    """Pasted, answered by date, one extract linked, taken to Word: the draft is in no address on the way."""
    view = {"width": width, "height": 800}
    with opened(browser, address, viewport=view, java_script_enabled=scripted) as page:
        addresses: list[str] = []
        page.context.on("request", lambda request: addresses.append(request.url))
        page.goto("/")
        page.get_by_role("link", name="Has this been recommended before?").click()
        ask(page)
        check(page, scripted, f"panel-{width}")
        expect(page.get_by_text("Who is signed in can link an extract")).to_be_visible()
        assert "Linked by" not in "\n".join(taken(page, tmp_path / "before.docx"))

        page.get_by_role("link", name="Sign in").click()
        page.get_by_label("Name", exact=True).fill(CURATOR)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        ask(page)
        link(page, scripted, width)

        report = taken(page, tmp_path / "after.docx")
        assert DRAFT in report
        assert any("Linked by megan on" in text for text in report)
        assert not [each for each in addresses if "brought" in each or "visitors" in each]


def ask(page: Page) -> None:
    """The draft, by date; what is listed is listed so."""
    page.get_by_label("Draft recommendation").fill(DRAFT)
    page.get_by_label("By date, oldest first").check()
    page.get_by_role("button", name="Compare").click()
    expect(page.locator("#finding")).to_contain_text("Alike:")
    expect(page.get_by_label("By date, oldest first")).to_be_checked()
    lists = [years_of(each) for each in page.locator("#earlier ~ ol, #later ~ ul").all()]
    assert len(set(lists[0])) > 1
    assert len(set(lists[-1])) > 1
    assert lists == [sorted(years) for years in lists]


def years_of(listed: Locator) -> list[str]:
    """The years of the dates in a list."""
    said = listed.locator(".wsr-result__meta > span:not(.wsr-reference)").all_inner_texts()
    return [text.split()[-1] for text in said if text.split()[-1].isdecimal()]


def link(page: Page, scripted: bool, width: int) -> None:
    """In a tab of its own: an extract to the first recommendation; the list stays in the tab before."""
    with page.context.expect_page() as another:
        page.get_by_role("link", name="Link it to a recommendation").last.click()
    tab = another.value
    check(tab, scripted, f"panel-link-{width}")
    tab.locator("input[name=to]").first.check()
    tab.get_by_label("Repeats it").check()
    tab.get_by_label("Note").fill("Asked for again, nine years later.")
    tab.get_by_role("button", name="Link it").click()
    expect(tab.locator("#made")).to_contain_text("It is linked.")
    check(tab, scripted, f"panel-linked-{width}")

    tab.locator("#made").get_by_role("link", name="the recommendation").click()
    expect(tab.locator(".wsr-linked")).to_contain_text("Linked by megan on")
    tab.close()
    expect(page.get_by_label("Draft recommendation")).to_have_value(DRAFT)


def check(page: Page, scripted: bool, name: str) -> None:
    """No fault as axe sees it, which needs scripts; nothing overflows; a picture where a folder is named."""
    if scripted:
        assert [] == faults(page)
        assert not overflows(page)
    if folder := os.environ.get("WSR_PICTURES"):
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def taken(page: Page, path: Path) -> list[str]:
    """The paragraphs of the report in Word, as another library reads it; its quotations stand by date."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Report in Word").click()
    assert download.value.suggested_filename.startswith("wsr_learning_draft_")
    download.value.save_as(path)
    document = docx.Document(str(path))
    table = document.tables[0]
    years = [row.cells[1].text.split()[-1] for row in table.rows[1:]]
    assert years == sorted(years)
    return [each.text for each in document.paragraphs]


@pytest.mark.parametrize("width", [1280, 320])
def test_a_report_to_print_has_no_faults(browser: Browser, address: str, width: int) -> None:
    """On a wide screen and on a phone, where its table scrolls in its own frame."""
    with opened(browser, address, viewport={"width": width, "height": 800}) as page:
        page.goto("/en/learning")
        ask(page)
        page.get_by_role("button", name="Report to print").click()
        expect(page.get_by_role("heading", name="The draft")).to_be_visible()
        check(page, True, f"panel-print-{width}")


@pytest.mark.parametrize("width", [1280, 320])
def test_a_draft_that_comes_too_soon_stays_in_a_form_without_faults(
    browser: Browser, home: Path, width: int
) -> None:
    """Chromium notes the status of a refusal in the console, so nothing is asked of that."""
    with (
        Repository.open(Settings(home=home, answers_a_minute=1)) as repository,
        served(repository) as address,
    ):
        context = browser.new_context(base_url=address, viewport={"width": width, "height": 800})
        page = context.new_page()
        page.goto("/en/learning")
        for _ in range(2):
            page.get_by_label("Draft recommendation").fill(DRAFT)
            page.get_by_role("button", name="Compare").click()
        expect(page.locator(".govuk-error-summary")).to_contain_text("Seconds to wait")
        expect(page.get_by_label("Draft recommendation")).to_have_value(DRAFT)
        check(page, True, f"panel-wait-{width}")
        context.close()
