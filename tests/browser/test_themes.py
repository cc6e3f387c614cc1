"""From the first page to good practice on a theme, in a real browser with JavaScript switched off."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_good_practice_on_a_theme_is_three_clicks_away(page: Page) -> None:
    """The theme, an extract, its very words in their review; its page of the original is one more."""
    page.goto("/")
    page.get_by_role("link", name="Communication", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Communication")
    expect(page.locator("main")).to_contain_text("Good practice identified is shown")
    first = page.locator(".wsr-result").first
    extract = first.locator(".wsr-result__text").inner_text()
    expect(first.locator(".wsr-stance")).to_contain_text("Good practice identified")

    first.locator("h3 a").click()
    expect(page).to_have_url(re.compile(r"/en/reviews/.*#e\d+$"))
    place = page.locator(":target")
    expect(place).to_be_in_viewport()
    expect(place).to_contain_text(extract[:40])

    page.get_by_role("link", name="Back to the search").click()
    expect(page.locator(".wsr-finding__limits")).to_contain_text("Theme: Communication.")


def test_a_bar_leads_to_its_extracts(page: Page) -> None:
    """By the pointer on the bar itself: the links lie just over the bars."""
    page.goto("/en/themes/communication")
    figure = page.locator("figure").nth(1)
    rows = figure.locator("tbody tr")
    figure.locator("summary").click()
    year, extracts = (rows.last.locator("th, td").nth(at).inner_text() for at in (0, 1))
    bar = figure.locator("rect").last.bounding_box()
    assert bar is not None
    page.mouse.click(bar["x"] + bar["width"] / 2, bar["y"] + bar["height"] / 2)

    expect(page).to_have_url(re.compile(f"/en/search.*year={year}"))
    expect(page.locator(".wsr-finding__main")).to_have_text(re.compile(f"^{extracts} extracts? in "))


def test_a_stance_is_chosen_by_its_link(page: Page) -> None:
    """Criticism beside good practice, then alone; the page says what it shows."""
    page.goto("/en/themes/communication")
    page.locator(".wsr-choice a", has_text="Criticism").click()
    page.locator(".wsr-choice a", has_text="Good practice identified").click()

    expect(page.locator(".wsr-chip")).to_have_text(re.compile("Criticism"))
    for stance in page.locator(".wsr-result .wsr-stance").all():
        expect(stance).to_contain_text("Criticism")
