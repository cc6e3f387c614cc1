"""From a search page every format is downloaded by its link, and the program that it is for opens it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.exchange.opening import HOLDS
from wsr.domain.exports import ExportFormat

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

QUERY = "/en/search?q=nurse&unit=extract"


NAMES = {
    "Word": ExportFormat.DOCX,
    "Excel": ExportFormat.XLSX,
    "CSV": ExportFormat.CSV,
    "JSON lines": ExportFormat.JSONL,
    "REFI-QDA project": ExportFormat.QDPX,
    "REFI-QDA codebook": ExportFormat.QDC,
    "RIS": ExportFormat.RIS,
    "BibTeX": ExportFormat.BIBTEX,
    "CSL-JSON": ExportFormat.CSL,
}


@pytest.mark.parametrize("name", NAMES)
def test_each_format_is_downloaded_and_opened(page: Page, tmp_path: Path, name: str) -> None:
    """It holds as many extracts, or reviews, as the page says."""
    page.goto(QUERY)
    finding = page.locator(".wsr-finding__main").inner_text()
    extracts, reviews = map(int, re.findall(r"(\d+) (?:extracts?|reviews?)", finding))
    page.locator(".wsr-export summary").click()
    expect(page.locator(".wsr-export summary")).to_have_text(
        f"Export these {extracts} extracts in {reviews} reviews"
    )
    with page.expect_download() as started:
        page.get_by_role("link", name=name, exact=True).click()
    path = tmp_path / started.value.suggested_filename
    started.value.save_as(path)

    count, what = HOLDS[NAMES[name]]
    assert {"items": extracts, "reviews": reviews, "themes": 5}[what] == count(path.read_bytes())
