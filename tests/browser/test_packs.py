"""A GP lead takes a session pack on coercive control, in a real browser with and without JavaScript; axe finds no fault."""

from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened
from tests.browser.test_accessibility import faults, overflows

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.mark.parametrize(("width", "scripted"), [(1280, False), (320, True)])
def test_a_lead_takes_a_session_pack_on_coercive_control(
    browser: Browser, site: str, tmp_path: Path, width: int, scripted: bool
) -> None:
    """From the first page: the topic, one extract taken out, the order changed, a Word document; with scripts or without."""
    view = {"width": width, "height": 900}
    with opened(browser, site, viewport=view, java_script_enabled=scripted) as page:
        page.goto("/")
        page.get_by_role("link", name="Packs for practice").click()
        choose(page)
        if scripted:
            assert [] == faults(page)
            assert not overflows(page)
        first, second = taken_out(page)
        with page.expect_download() as download:
            page.get_by_role("button", name="Make a Word document").click()
        download.value.save_as(tmp_path / "pack.docx")

    assert download.value.suggested_filename.startswith("wsr_session_coercive-control_")
    document = Document(str(tmp_path / "pack.docx"))
    quoted = [each.text for each in document.paragraphs if each.style and each.style.name == "Quote"]
    assert first in quoted
    assert second not in quoted
    assert "Questions to discuss" in [each.text for each in document.paragraphs]


def choose(page: Page) -> None:
    """A session pack on the topic."""
    page.get_by_label("Session pack").check()
    page.get_by_label("Topic").select_option("Coercive control")
    page.get_by_role("button", name="Show what there is").click()
    expect(page.get_by_role("heading", level=2, name="Coercive control")).to_be_visible()


def taken_out(page: Page) -> tuple[str, str]:
    """The words of the first extract, which is put last of its kind; and of the second, which is taken out."""
    said = page.get_by_role("group", name="What reviewers say good practice would be").locator(".wsr-pick")
    first, second = (said.nth(at).locator("label [lang]").inner_text() for at in (0, 1))
    said.first.locator("input[type=number]").fill("9")
    page.get_by_role("button", name="Update the choice and the order").click()
    assert second == said.first.locator("label [lang]").inner_text()
    said.first.locator("input[type=checkbox]").uncheck()
    return first, second


def test_other_words_are_added_to_a_search_and_taken_away(page: Page) -> None:
    """By links alone."""
    page.goto("/en/search?q=DNA")
    page.get_by_role("link", name="missed appointment", exact=True).click()
    expect(page.locator("#q")).to_have_value('DNA OR "missed appointment"')
    page.locator(".wsr-also .wsr-chip", has_text="DNA").click()
    expect(page.locator("#q")).to_have_value('"missed appointment"')


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("kind", ["session", "briefing", "checklist", "role"])
def test_a_printed_pack_has_no_fault(browser: Browser, site: str, kind: str, width: int) -> None:
    """On a wide screen and on a phone, where a checklist scrolls in its own frame."""
    with opened(browser, site, viewport={"width": width, "height": 800}) as page:
        page.goto(f"/en/packs?kind={kind}&agency=health-visiting")
        page.get_by_role("button", name="Show it to print").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Health visiting")

        assert [] == faults(page)
        assert not overflows(page)
