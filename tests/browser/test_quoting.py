"""Copying quotations in a real browser: by a button, where that is forbidden, and without scripts."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened
from tests.browser.test_accessibility import faults, overflows

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SEARCH = "/en/search?q=school&unit=extract"
QUOTATION = re.compile(
    r"“.+” \([A-Z]+\d{4}-\S+(?:, para \S+)?, p\. \d+\)\. .+ \(accessed .+ \d{4}\)\.", re.DOTALL
)
MAY_COPY = ["clipboard-read", "clipboard-write"]


def pasted(page: Page) -> str:
    """What is in the clipboard."""
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def test_a_quotation_is_copied_and_it_is_said(browser: Browser, site: str) -> None:
    """By mouse and by keyboard: the button says so, and so does the live region; the policy of the page allows it."""
    with opened(browser, site, permissions=MAY_COPY) as page:
        page.goto(SEARCH)
        buttons = page.get_by_role("button", name=re.compile("^Copy quotation from"))
        quoted = page.locator("[data-copied]").nth(1)
        buttons.nth(1).press("Enter")
        expect(page.get_by_role("status")).to_have_text(re.compile("^Copied, with its source: “"))
        expect(page.get_by_role("button", name=re.compile("^Copied from"))).to_have_count(1)

        assert pasted(page) == (quoted.text_content() or "").strip()
        assert QUOTATION.fullmatch(pasted(page))
        expect(page.get_by_role("button", name=re.compile("^Copied from"))).to_have_count(0)
        buttons.first.click()
        expect(page.get_by_role("status")).to_contain_text(
            page.locator("[data-copied]").first.text_content() or ""
        )


def test_the_address_copied_leads_to_the_words(browser: Browser, site: str) -> None:
    """Whoever reads the quotation elsewhere finds them in their place."""
    with opened(browser, site, permissions=MAY_COPY) as page:
        page.goto("/en/reviews/cpr2017-w91")
        page.locator(".wsr-why__fold > summary").first.click()
        page.get_by_role("button", name=re.compile("^Copy quotation beginning")).first.click()
        expect(page.get_by_role("status")).to_contain_text("Copied")
        words, address = re.fullmatch(r"“(.+?)” \(.* (http\S+) \(accessed .*", pasted(page)).groups()  # type: ignore[union-attr]

        page.goto(address)
        expect(page.locator(":target")).to_be_in_viewport()
        expect(page.locator(":target")).to_contain_text(words[:20])


def test_a_citation_is_copied_and_its_file_fetched(browser: Browser, site: str) -> None:
    """From the page of a review."""
    with opened(browser, site, permissions=MAY_COPY) as page:
        page.goto("/en/reviews/cpr2017-w91")
        page.get_by_role("button", name="Copy citation of CPR2017-W91").click()
        expect(page.get_by_role("status")).to_contain_text("Copied")
        assert pasted(page) == page.locator(".wsr-citing [data-copied]").text_content()
        with page.expect_download() as download:
            page.get_by_role("link", name="RIS", exact=True).click()

        assert "cpr2017-w91.ris" == download.value.suggested_filename


def test_where_copying_is_forbidden_the_words_are_selected(browser: Browser, site: str) -> None:
    """Unfolded and selected, to be copied by hand, and it is said."""
    with opened(browser, site) as page:
        page.add_init_script(
            "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
            "document.execCommand = () => false;"
        )
        page.goto(SEARCH)
        page.get_by_role("button", name=re.compile("^Copy quotation from")).first.click()
        expect(page.get_by_role("status")).to_contain_text("copy it yourself")
        quoted = page.locator("[data-copied]").first
        expect(quoted).to_be_visible()

        assert quoted.text_content() == page.evaluate("getSelection().toString()")


def test_without_scripts_a_quotation_is_unfolded(page: Page) -> None:
    """No button that does nothing; the words can be selected."""
    page.goto(SEARCH)
    expect(page.locator(".wsr-copy").first).to_be_hidden()
    quoted = page.locator("[data-copied]").first
    expect(quoted).to_be_hidden()
    page.get_by_text("Quotation to copy from").first.click()
    expect(quoted).to_be_visible()
    quoted.click(click_count=3)

    assert QUOTATION.fullmatch(quoted.inner_text())
    expect(page.locator(".wsr-copying__fold").nth(1)).to_be_visible()


@pytest.mark.parametrize("address", [SEARCH, "/en/themes/communication", "/en/reviews/cpr2017-w91"])
@pytest.mark.parametrize("width", [1280, 320])
def test_quotations_unfolded_are_sound_and_stay_on_the_screen(
    browser: Browser, site: str, address: str, width: int
) -> None:
    """As they are seen without scripts, with the buttons beside them: long addresses break."""
    with opened(browser, site, viewport={"width": width, "height": 800}) as page:
        page.goto(address)
        page.evaluate(
            "document.querySelectorAll('details').forEach(part => { part.hidden = false; part.open = true; })"
        )
        expect(page.locator(".wsr-copying [data-copied]").first).to_be_visible()

        assert [] == faults(page)
        assert not overflows(page)
