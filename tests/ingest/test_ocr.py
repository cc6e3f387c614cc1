"""Scanned pages: told from others, read by tesseract where it is installed, and a clear word where it is not."""

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from wsr.domain.kinds import ReviewType
from wsr.domain.review import ParsedDocument
from wsr.errors import NeedsOcr, Rejected
from wsr.ingest.ocr import is_scan, read_scans, seen_words, words_of
from wsr.ingest.pages import Page, PdfFile, Word
from wsr.ingest.sandbox import Sandbox
from wsr.ingest.task import ParseTask
from wsr.ingest.worker import read_file
from wsr.settings import Settings

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
ENGLISH = "The child was seen alone by the health visitor. Her wishes were recorded, and shared with the school in time."
WELSH = "Gwelwyd y plentyn ar ei phen ei hun gan yr ymwelydd iechyd. Cafodd ei dymuniadau eu cofnodi, ac mae'r ysgol wedi cael gwybod."

needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")


def scanned(*pages: str) -> bytes:
    """A PDF of page pictures; a page given as "" has real words instead."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    for words in pages:
        if words:
            canvas.drawImage(ImageReader(_picture(words)), 0, 0, 595, 842)
        else:
            canvas.drawString(
                72, 700, "This page has words of its own, which are read without any machine's help."
            )
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _picture(words: str) -> Image.Image:
    picture = Image.new("L", (1240, 1754), 255)
    draw, font = ImageDraw.Draw(picture), ImageFont.truetype(FONT, 36)
    for number, line in enumerate(_lines(words * 4)):
        draw.text((150, 300 + 60 * number), line, 0, font)
    return picture


def _lines(words: str) -> list[str]:
    lines = [""]
    for word in words.split():
        if len(lines[-1]) > 40:
            lines.append("")
        lines[-1] += f"{word} "
    return lines


def read(folder: Path, data: bytes) -> PdfFile:
    """The file as the child reads it."""
    path = folder / "scan.pdf"
    path.write_bytes(data)
    return read_file(
        ParseTask(path=path, filename="scan.pdf", sha256="0"), Settings(), lambda pages, scans: None
    )


@needs_tesseract
def test_a_scan_is_read(tmp_path: Path) -> None:
    """Its words have places, sizes and the machine's confidence, and the page is marked."""
    (page,) = read(tmp_path, scanned(ENGLISH)).pages
    word = next(word for word in page.words if word.text == "child")

    assert page.machine_read
    assert " ".join(word.text for word in page.words).startswith("The child was seen alone")
    assert 300 * 0.48 - 6 < word.y0 < word.baseline < word.y1 < 360 * 0.48 + 6
    assert 36 * 0.48 == pytest.approx(word.size, abs=1.5)
    assert 0.5 < (word.confidence or 0) <= 1
    assert 1 == len({word.baseline for word in page.words if word.y0 < 160})


@needs_tesseract
def test_a_welsh_scan_is_read_as_welsh(tmp_path: Path) -> None:
    """The language is guessed from the first page, and the page read again in it."""
    (page,) = read(tmp_path, scanned(WELSH)).pages

    assert " ".join(word.text for word in page.words).startswith("Gwelwyd y plentyn ar ei phen ei hun")


@needs_tesseract
def test_only_pages_without_words_are_read_by_machine(tmp_path: Path) -> None:
    """Pages that have their words keep them."""
    pages = read(tmp_path, scanned("", ENGLISH)).pages

    assert [False, True] == [page.machine_read for page in pages]
    assert [True, False] == [page.words[0].confidence is None for page in pages]


@needs_tesseract
def test_scans_are_read_within_the_limits_of_the_sandbox(tmp_path: Path) -> None:
    """tesseract runs in the child, under its limits, and the document is marked."""
    path = tmp_path / "scan.pdf"
    path.write_bytes(scanned(ENGLISH, WELSH))
    with Sandbox(Settings()) as sandbox:
        parsed = sandbox.parse(ParseTask(path=path, filename="scan.pdf", sha256="0", as_type=ReviewType.CPR))

    assert isinstance(parsed, ParsedDocument)
    assert (2, True) == (parsed.pages, parsed.machine_read)
    assert "seen alone by the health visitor" in " ".join(passage.text for passage in parsed.passages)


def test_without_tesseract_a_scan_needs_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The refusal names the packages to install."""
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(NeedsOcr, match="tesseract-ocr and tesseract-ocr-cym") as refusal:
        read(tmp_path, scanned(ENGLISH, ENGLISH))

    assert refusal.value.reason == "no_text"


def test_without_tesseract_a_few_scans_are_only_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A report with one scanned page is read, with a warning for that page."""
    monkeypatch.setenv("PATH", str(tmp_path))

    found = read(tmp_path, scanned("", "", ENGLISH))

    assert [("page_not_read", 3)] == [(kind, page) for kind, _, page in found.warnings]


def test_a_tesseract_that_fails_costs_its_page_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that cannot be read, or takes too long, is told."""
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\nexec /bin/sleep 30\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "scan.pdf"
    path.write_bytes(scanned(ENGLISH))
    pages = (Page(1, 595, 842, (), picture_share=1.0),)

    found = read_scans(path, PdfFile(pages), [1], Settings(ocr_seconds_a_page=0.3))

    assert [("page_not_read", 1)] == [(kind, page) for kind, _, page in found.warnings]


def test_pages_without_pictures_and_words_are_no_scans(tmp_path: Path) -> None:
    """An empty file of pages has no text."""
    out = BytesIO()
    canvas = Canvas(out)
    canvas.showPage()
    canvas.save()

    with pytest.raises(Rejected, match="no text") as refusal:
        read(tmp_path, out.getvalue())

    assert not isinstance(refusal.value, NeedsOcr)


def _page(text: str, share: float) -> Page:
    words = tuple(Word(word, 0, 0, 1, 1, 1, 10, "F") for word in text.split())
    return Page(1, 595, 842, words, picture_share=share)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (_page("", 0.9), True),
        (_page("page 3", 0.6), True),
        (_page("", 0.3), False),
        (_page("", 0.0), False),
        (_page("a cover with its title in real words", 1.0), False),
        (_page("Thirty letters of which some " + "\ufffd" * 5, 0.0), True),
        (_page("Thirty letters of which one is unknown \ufffd", 0.0), False),
    ],
)
def test_what_must_be_read_as_a_picture(page: Page, expected: bool) -> None:
    """Pages that are pictures, and pages whose letters are not told by the file."""
    assert expected == is_scan(page)


TABLE = "\n".join(
    [
        "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext",
        "4\t1\t1\t1\t1\t0\t100\t80\t400\t40\t-1\t",
        "5\t1\t1\t1\t1\t1\t100\t80\t100\t30\t96.5\tThe",
        '5\t1\t1\t1\t1\t2\t220\t88\t100\t32\t91\t"gap"',
        "5\t1\t1\t1\t1\t3\t340\t90\t20\t20\t-1\t ",
    ]
)


def test_the_table_of_tesseract() -> None:
    """Words only, quotation marks and all; rows without text are none."""
    assert ["The", '"gap"'] == [word.text for word in seen_words(TABLE)]


def test_the_words_of_a_line_share_baseline_and_size() -> None:
    """Letters that hang below the line do not lower it; the size is judged by the tall ones."""
    words = list(words_of(seen_words(TABLE), 0.5))

    assert [(55.0, 21.0), (55.0, 21.0)] == [(word.baseline, word.size) for word in words]
    assert [(50.0, 100.0, 0.965), (110.0, 160.0, 0.91)] == [
        (word.x0, word.x1, word.confidence) for word in words
    ]
