"""From a search page every format is downloaded by its link, and the program that it is for opens it."""

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pybtex.database
import pyrefiqda
import pytest
import rispy
from playwright.sync_api import Page, expect

from wsr.exchange.check.qdpx import check_qdpx

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

QUERY = "/en/search?q=nurse&unit=extract"


def of_csv(path: Path) -> int:
    """Rows of a table."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return len(list(csv.DictReader(file)))


def of_xlsx(path: Path) -> int:
    """Rows of the sheet after the one that tells of the export, without its head."""
    sheet = openpyxl.load_workbook(path).worksheets[1]
    return sheet.max_row - 1


def of_jsonl(path: Path) -> int:
    """Lines after the one that tells of the export."""
    return len([json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]) - 1


def of_docx(path: Path) -> int:
    """Quotations: an extract of several themes stands once."""
    return len({p.text for p in docx.Document(str(path)).paragraphs if p.style and p.style.name == "Quote"})


def of_qdpx(path: Path) -> int:
    """Selections; the project is beyond reproach and the independent reader takes it."""
    with path.open("rb") as file:
        assert [] == check_qdpx(file)
    project = pyrefiqda.RefiProject.load(path, path.parent / "unpacked")
    return sum(len(source.plain_text_selection) for source in project.sources.text_source)


COUNTS: dict[str, tuple[Callable[[Path], int], str]] = {
    "Word": (of_docx, "extracts"),
    "Excel": (of_xlsx, "extracts"),
    "CSV": (of_csv, "extracts"),
    "JSON lines": (of_jsonl, "extracts"),
    "REFI-QDA project": (of_qdpx, "extracts"),
    "REFI-QDA codebook": (lambda path: len(pyrefiqda.RefiCodebook.load(path).codes.code), "themes"),
    "RIS": (lambda path: len(rispy.loads(path.read_text(encoding="utf-8"))), "reviews"),
    "BibTeX": (lambda path: len(pybtex.database.parse_file(str(path)).entries), "reviews"),
    "CSL-JSON": (lambda path: len(json.loads(path.read_text(encoding="utf-8"))), "reviews"),
}


@pytest.mark.parametrize("name", COUNTS)
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

    count, what = COUNTS[name]
    assert {"extracts": extracts, "reviews": reviews, "themes": 5}[what] == count(path)
