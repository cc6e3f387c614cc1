"""The second opinion on a file, and the pictures of its pages."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.ingest.pdfs import pdf_of, stream, text, written
from wsr.errors import PageNotFound, Rejected
from wsr.ingest.pdfium import PageOpinion, SecondOpinion, differences, draw_page, second_opinion

PICTURE = stream(
    b"\0", b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
)


def test_it_counts_pages_characters_and_pictures(tmp_path: Path) -> None:
    """Blanks do not count; pictures count by the part of the page that they cover."""
    half = b"q 595 0 0 421 0 0 cm /Im Do Q"
    data = pdf_of(text("Two words"), half, resources=b"/XObject << /Im 100 0 R >>", more={100: PICTURE})

    opinion = second_opinion(written(tmp_path, data), 10)

    assert opinion == SecondOpinion(2, (PageOpinion(8, 0.0), PageOpinion(0, 0.5)))


def test_it_looks_at_so_many_pages_only(tmp_path: Path) -> None:
    """All pages are counted, the first ones are read."""
    opinion = second_opinion(written(tmp_path, pdf_of(*[text("One")] * 5)), 2)

    assert opinion is not None
    assert (5, 2) == (opinion.page_count, len(opinion.pages))


def test_a_file_that_it_cannot_open(tmp_path: Path) -> None:
    """Then there is no second opinion, which is told."""
    assert second_opinion(written(tmp_path, b"no pdf"), 10) is None
    assert [("second_opinion", None)] == [(kind, page) for kind, _, page in differences(None, (500,))]


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        ((1000, 1000), (1000, 1190), []),
        ((1000, 1000), (1000, 1300), [("text_differs", 2)]),
        ((0, 1000), (1000, 1000), [("text_differs", 1)]),
        ((10, 20), (100, 200), []),
        ((1000,), (1000, 1000), [("page_count_differs", None)]),
    ],
)
def test_differences_of_more_than_a_fifth_are_told(
    ours: tuple[int, ...], theirs: tuple[int, ...], told: list[tuple[str, int | None]]
) -> None:
    """Page counts that differ at all, and pages whose characters differ by more than a fifth and 200."""
    opinion = SecondOpinion(len(theirs), tuple(PageOpinion(chars, 0.0) for chars in theirs))

    assert told == [(kind, page) for kind, _, page in differences(opinion, ours)]


def test_a_page_is_drawn_in_the_size_asked_for(tmp_path: Path) -> None:
    """At 72 dots an inch a point is a dot; the words are black on white."""
    path = written(tmp_path, pdf_of(text("Text"), text("Second")))

    picture = Image.open(BytesIO(draw_page(path, 2, 72)))

    assert ("WEBP", (595, 842)) == (picture.format, picture.size)
    assert picture.convert("L").getextrema()[0] < 100


def test_a_huge_page_is_drawn_smaller(tmp_path: Path) -> None:
    """A poster of five metres does not become a picture of a gigabyte."""
    path = written(tmp_path, pdf_of(text("Text"), page=b"/MediaBox [0 0 14400 14400]"))

    width, height = Image.open(BytesIO(draw_page(path, 1, 300))).size

    assert width == height
    assert 15_000_000 < width * height <= 16_010_000


@pytest.mark.parametrize("number", [0, -1, 2])
def test_pages_that_are_not_there(tmp_path: Path, number: int) -> None:
    """Pages count from 1."""
    with pytest.raises(PageNotFound, match="has 1 pages"):
        draw_page(written(tmp_path, pdf_of(text("Text"))), number, 72)


def test_what_cannot_be_drawn_is_refused(tmp_path: Path) -> None:
    """A damaged file has no pictures."""
    with pytest.raises(Rejected, match="cannot be drawn"):
        draw_page(written(tmp_path, b"no pdf"), 1, 72)
