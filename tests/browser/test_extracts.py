"""The extracts of a review in a real browser: every stance in one text, on a wide screen and on a phone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import opened, served
from tests.browser.test_accessibility import faults, overflows
from tests.making import a_parsed_document, a_passage
from tests.web.shelf import a_report, an_extract, code, extracts_of_the_report, hold
from wsr.domain.coding import Stance
from wsr.domain.kinds import PassageKind
from wsr.repository.repository import Repository
from wsr.settings import Settings

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

REVIEW = "/en/reviews/cpr2017-w91"


@pytest.fixture(scope="module")
def coded_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A website with the report whose extracts have every stance, and with extracts in a wide table."""
    home: Path = tmp_path_factory.mktemp("coded")
    rows = [
        a_passage(n, " | ".join(["A long cell of words"] * 6), kind=PassageKind.TABLE_ROW)
        for n in range(1, 4)
    ]
    table = an_extract(rows[1], "A long cell of words | A long cell of words", Stance.CRITICISM)
    with Repository.open(Settings(home=home)) as repository:
        hold(repository, "CPR2017-W91", a_report())
        code(repository, "CPR2017-W91", *extracts_of_the_report())
        hold(repository, "CPR2020-W61", a_parsed_document(passages=tuple(rows)))
        code(repository, "CPR2020-W61", (table,), {})
        with served(repository) as address:
            yield address


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("address", [f"{REVIEW}?q=record&stance=neutral", REVIEW, "/en/reviews/cpr2020-w61"])
def test_no_fault_is_found_and_nothing_runs_off_the_screen(
    browser: Browser, coded_site: str, address: str, width: int
) -> None:
    """With why unfolded everywhere."""
    with opened(browser, coded_site, viewport={"width": width, "height": 800}) as page:
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")

        assert [] == faults(page)
        assert not overflows(page)


def test_stances_differ_in_more_than_colour(browser: Browser, coded_site: str) -> None:
    """Each has its own kind of line, also where the reader's system chooses the colours."""
    lines = "each => each.map(one => getComputedStyle(one).textDecorationStyle)"
    for colours in ("none", "active"):
        with opened(browser, coded_site, forced_colors=colours) as page:
            page.goto(REVIEW)
            found = page.locator(".wsr-practice .wsr-extract").evaluate_all(lines)

            assert ["solid", "double", "wavy", "dotted"] == found


def test_a_reader_goes_from_sum_to_extract_to_why(browser: Browser, coded_site: str) -> None:
    """Without JavaScript: choose a stance, go to its first extract, see why, go on to the next."""
    with opened(browser, coded_site, java_script_enabled=False) as page:
        page.goto(REVIEW)
        page.get_by_role("link", name="Add filter: General statement").click()
        expect(page).to_have_url(re.compile(r"\?mark_stance=general#practice$"))
        page.get_by_role("link", name="Go to the first extract").click()
        extract = page.locator(":target")
        expect(extract).to_be_in_viewport()

        page.get_by_role("link", name="general (extract 1 of 2): why").click()
        expect(page.locator(":target")).to_be_visible()
        expect(page.locator(":target")).to_contain_text("Kept by r.reader on 4 May 2026")

        page.get_by_role("link", name="Next extract, after 1 of 2").click()
        expect(page.locator(":target")).to_have_text("“They kept coming back.”")
        page.get_by_role("link", name="Show no marks").click()
        expect(page.locator(".wsr-document .wsr-extract")).to_have_count(0)
