"""Words, lines and boxes as pdfminer reads them, on PDFs small enough to be read by eye."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ingest.pdfs import pdf_of, text, written
from wsr.ingest.miner import read_pdf
from wsr.ingest.pages import Page
from wsr.settings import Settings

SETTINGS = Settings()
ReadFirst = Callable[[bytes], Page]


@pytest.fixture
def first_page(tmp_path: Path) -> ReadFirst:
    """Reads the first page of a file given as bytes."""
    return lambda data: read_pdf(written(tmp_path, data), SETTINGS).pages[0]


def words_of(page: Page) -> list[str]:
    """The text of the words, in the order painted."""
    return [word.text for word in page.words]


def test_words_are_parted_by_blanks(first_page: ReadFirst) -> None:
    """A shown string becomes its words, in order."""
    page = first_page(pdf_of(text("The child was seen alone.")))

    assert words_of(page) == ["The", "child", "was", "seen", "alone."]
