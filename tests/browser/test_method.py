"""A researcher's way through the terms, without JavaScript: table, ticks, extracts, concordance, passage, method."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_from_the_terms_to_a_passage_and_back_to_the_method(page: Page) -> None:
    """Ticked terms are counted, shown as extracts and as lines; a line leads to its passage."""
    page.goto("/en/")
    page.get_by_role("link", name="Best practice", exact=True).click()
    expect(page.get_by_role("table", name="What each term found").get_by_role("row")).to_have_count(27)

    page.get_by_text("Choose what is counted").click()
    page.get_by_label("good practice", exact=True).check()
    page.get_by_label("timely", exact=True).check()
    page.get_by_role("button", name="Count these").click()
    expect(page.get_by_role("table", name="What each term found").get_by_role("row")).to_have_count(3)

    page.get_by_role("link", name="Concordance").click()
    expect(page.locator("#finding")).to_contain_text("Best-practice term: good practice or timely.")
    page.get_by_label("Sorted by").select_option("right")
    page.get_by_role("button", name="Search").click()
    lines = page.get_by_role("table").get_by_role("row")
    assert lines.count() > 1
    lines.nth(1).get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/en/reviews/[a-z0-9-]+.*#p\d+$"))
    page.go_back()

    page.get_by_role("link", name="How these results were found").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How these results were found")
    page.get_by_role("link", name="Back to the results").click()
    expect(page.locator("#finding")).to_contain_text("extracts in")


def test_the_extracts_of_what_is_ticked_are_one_press_away(page: Page) -> None:
    """The second button sends the same ticks to the search."""
    page.goto("/en/best-practice")
    page.get_by_text("Choose what is counted").click()
    page.get_by_label("effective", exact=True).check()
    page.get_by_role("button", name="Show the extracts").click()

    expect(page.get_by_role("combobox", name="Show")).to_have_value("extract")
    expect(page.locator("#finding")).to_contain_text("Best-practice term: effective.")


def test_on_a_phone_the_words_around_a_match_stay_together(browser: Browser, site: str) -> None:
    """Left, match and right run on as lines; for a screen reader they are still cells of a table."""
    with opened(browser, site, viewport={"width": 320, "height": 800}, java_script_enabled=False) as page:
        page.goto("/en/concordance?q=practice")
        row = page.get_by_role("row").nth(1)

        expect(row.get_by_role("cell")).to_have_count(3)
        expect(row.get_by_role("rowheader")).to_have_count(1)
        assert "inline" == row.get_by_role("cell").first.evaluate("cell => getComputedStyle(cell).display")
