"""What people do on the site, in a real browser with JavaScript switched off."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_from_the_first_page_to_a_passage_and_its_page(page: Page) -> None:
    """Search, open a hit, see it marked in its place, see it boxed in the original, go back to the search."""
    page.goto("/")
    page.get_by_role("searchbox", name="Search all reviews").fill("orthoptist")
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".wsr-finding__main")).to_contain_text("match")
    first = page.locator(".wsr-result").first
    passage = first.locator("h3 a")
    expect(first.locator("mark").first).to_have_text("orthoptist", ignore_case=True)

    passage.click()
    expect(page).to_have_url(re.compile(r"/en/reviews/cpr2017-w91\?q=orthoptist.*#p\d+$"))
    hit = page.locator(":target")
    expect(hit).to_be_in_viewport()
    expect(hit.locator("mark").first).to_have_text("orthoptist", ignore_case=True)

    hit.get_by_role("link", name=re.compile("of the original")).click()
    picture = page.locator("img.wsr-picture__page")
    expect(picture).to_be_visible()
    box = page.locator(".wsr-picture__boxes rect").first.bounding_box()
    around = picture.bounding_box()
    assert box is not None
    assert around is not None
    assert around["x"] < box["x"] < box["x"] + box["width"] < around["x"] + around["width"]
    assert around["y"] < box["y"] < box["y"] + box["height"] < around["y"] + around["height"]

    page.go_back()
    page.get_by_role("link", name="Back to the search").click()
    expect(page.locator(".wsr-finding__main")).to_contain_text("orthoptist")


def test_filters_are_chosen_and_taken_away(page: Page) -> None:
    """A value of a facet narrows the result to its count; its chip gives everything back."""
    page.goto("/en/search?q=police")
    whole = page.locator(".wsr-finding__main").inner_text()
    choice = page.locator(".wsr-choice a", has_text="Domestic Homicide Review")
    count = choice.locator(".wsr-choice__count").inner_text()
    choice.click()
    expect(page.locator(".wsr-finding__main")).to_have_text(re.compile(f"^{count} passages? in 1 review "))

    page.locator(".wsr-chip").click()
    expect(page.locator(".wsr-finding__main")).to_have_text(whole)


def test_one_hit_leads_to_the_next(page: Page) -> None:
    """Through all hits of a document by their links, in the order of reading."""
    page.goto("/en/reviews/dhr2019-w98?q=carer")
    page.get_by_role("link", name="Go to the first match").click()
    seen = [page.locator(":target").get_attribute("id")]
    total = page.locator(".wsr-hit-nav").count()
    while (following := page.locator(":target .wsr-hit-nav a", has_text="↓")).count():
        following.click()
        seen.append(page.locator(":target").get_attribute("id"))
        expect(page.locator(":target")).to_be_in_viewport()

    assert total == len(seen) == len(set(seen)) > 1


def test_the_welsh_twin_is_a_switch_away(page: Page) -> None:
    """The same review, its other document, in its own language."""
    page.goto("/en/reviews/cpr2017-w91")
    page.get_by_role("link", name="Report", exact=True).click()

    expect(page.locator("article")).to_have_attribute("lang", "cy")


def test_a_slip_in_a_query_is_explained_where_it_was_typed(browser: Browser, site: str) -> None:
    """The box keeps the words; the error is tied to it."""
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto('/en/search?q="not brought')
    box = page.get_by_role("searchbox")

    expect(box).to_have_value('"not brought')
    expect(box).to_have_accessible_description(re.compile("quotation mark"))
    page.locator(".govuk-error-summary a").click()
    expect(box).to_be_in_viewport()
    context.close()


def test_the_original_is_saved_not_shown(page: Page) -> None:
    """Under the name of the review."""
    page.goto("/en/reviews/cpr2017-w91")
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("Download PDF.*Report, English")).click()

    assert "cpr2017-w91.pdf" == download.value.suggested_filename


def test_the_keyboard_reaches_the_content_in_two_keys(page: Page) -> None:
    """Tab shows the way past the header without moving the page, Enter takes it."""
    page.goto("/en/search?q=police")
    heading = page.get_by_role("heading", level=1)
    before = heading.bounding_box()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    assert before == heading.bounding_box()
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("#main-content$"))


def test_filters_fold_on_a_phone_and_stand_open_on_a_wide_screen(browser: Browser, site: str) -> None:
    """By style alone; the result comes first on the phone."""
    with opened(browser, site, viewport={"width": 320, "height": 700}, java_script_enabled=False) as phone:
        phone.goto("/en/search?q=police")
        expect(phone.locator(".wsr-choice").first).to_be_hidden()
        phone.locator(".wsr-facets > summary").click()
        expect(phone.locator(".wsr-choice").first).to_be_visible()
    with opened(browser, site, viewport={"width": 1280, "height": 900}, java_script_enabled=False) as wide:
        wide.goto("/en/search?q=police")
        expect(wide.locator(".wsr-choice").first).to_be_visible()
        expect(wide.locator(".wsr-facets > summary")).to_be_hidden()
