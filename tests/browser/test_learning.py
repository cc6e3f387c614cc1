"""Asking whether something has been recommended before, in a real browser without scripts."""

import os

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import opened
from tests.browser.test_accessibility import faults, overflows

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

DRAFT = (
    "No child who was not brought should be discharged after missed appointments until a professional who knows the "
    "family has been spoken to."
)


@pytest.mark.parametrize("width", [1280, 320])
def test_a_draft_is_pasted_answered_and_led_on(browser: Browser, site: str, width: int) -> None:
    """By a plain form; the answer has no faults and fits; a recommendation's page leads back here."""
    with opened(browser, site, viewport={"width": width, "height": 800}, java_script_enabled=False) as page:
        page.goto("/en/recommendations")
        page.get_by_role("link", name="Has this been recommended before?").click()
        page.get_by_label("Draft recommendation").fill(DRAFT)
        page.get_by_label("Recommended before").fill("2030")
        page.get_by_role("button", name="Compare").click()

        expect(page.locator("#finding")).to_contain_text("Alike:")
        expect(page.locator("mark").first).to_be_visible()
        assert DRAFT[:10] not in page.url
        if folder := os.environ.get("WSR_PICTURES"):
            page.screenshot(path=f"{folder}/learning-{width}.png", full_page=True)

        page.locator("#earlier ~ ol h3 a").first.click()
        page.get_by_role("link", name="Has this been recommended before, and what came later?").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Has this been recommended before?")


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize(("draft", "shown"), [(DRAFT, "#finding"), ("", ".govuk-error-summary")])
def test_an_answer_and_a_refusal_have_no_faults(
    browser: Browser, site: str, width: int, draft: str, shown: str
) -> None:
    """As axe sees it, wide and narrow. Chromium notes the status of a refusal in the console, so nothing is asked of that."""
    context = browser.new_context(base_url=site, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto("/en/learning")
    page.get_by_label("Draft recommendation").fill(draft)
    page.get_by_role("button", name="Compare").click()
    expect(page.locator(shown)).to_be_visible()

    assert [] == faults(page)
    assert not overflows(page)
    context.close()
