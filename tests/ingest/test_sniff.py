"""What is not a PDF is refused with a sentence that says what it is."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.ingest.pdfs import pdf_of, text, written
from wsr.errors import Rejected
from wsr.ingest.sniff import check_is_pdf
from wsr.settings import Settings


def zipped(*names: str, mimetype: str = "") -> bytes:
    """A zip archive with these members."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "x" * 100)
    return out.getvalue()


def picture(kind: str) -> bytes:
    """A picture of this format."""
    out = BytesIO()
    Image.new("RGB", (4, 4)).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (zipped("[Content_Types].xml", "word/document.xml"), "Word document"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "Excel"),
        (zipped("ppt/presentation.xml"), "PowerPoint"),
        (zipped("content.xml", mimetype="application/vnd.oasis.opendocument.text"), "OpenDocument text"),
        (zipped("review.pdf"), "zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Microsoft Office"),
        (b"{\\rtf1 hello}", "Rich Text"),
        (picture("PNG"), "PNG"),
        (picture("JPEG"), "JPEG"),
        (picture("TIFF"), "TIFF"),
        (picture("WEBP"), "WebP"),
        (picture("GIF"), "GIF"),
        (b"<!DOCTYPE html><html></html>", "web page"),
        (b"  \r\n<HTML><body>gone</body></HTML>", "web page"),
        (b"<?xml version='1.0'?><x/>", "XML"),
        (b"From: a@example.org\r\nSubject: review\r\n\r\n", "e-mail"),
        (b"Received: by a mail server\r\n", "e-mail"),
        ("Adolygiad o ŵyl".encode(), "plain text"),
        ("Review".encode("utf-16"), "plain text"),
        (b"long text, " * 900, "plain text"),
        (bytes(9_000), "zero bytes"),
        (b"%!PS-Adobe-3.0", "PostScript"),
        (bytes(range(1, 256)), "kind that is not known"),
    ],
)
def test_the_refusal_says_what_the_file_is(tmp_path: Path, content: bytes, named: str) -> None:
    """By its content, whatever it is called."""
    with pytest.raises(Rejected, match=named) as refusal:
        check_is_pdf(written(tmp_path, content, "review.pdf"), Settings())

    assert refusal.value.reason == "not_pdf"


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_a_pdf_passes_by_any_name(tmp_path: Path, before: bytes) -> None:
    """Also with a little before its header, as viewers allow."""
    check_is_pdf(written(tmp_path, before + pdf_of(text("Text")), "review.doc"), Settings())


@pytest.mark.parametrize(
    ("content", "settings", "reason"),
    [
        (b"", Settings(), "empty"),
        (pdf_of(text("Text")), Settings(max_file_bytes=100), "too_large"),
    ],
)
def test_sizes_that_are_not_read(tmp_path: Path, content: bytes, settings: Settings, reason: str) -> None:
    """P4: nothing at all, and one byte too many."""
    with pytest.raises(Rejected) as refusal:
        check_is_pdf(written(tmp_path, content), settings)

    assert refusal.value.reason == reason


def test_a_file_of_the_largest_size_passes(tmp_path: Path) -> None:
    """The limit itself is allowed."""
    content = pdf_of(text("Text"))

    check_is_pdf(written(tmp_path, content), Settings(max_file_bytes=len(content)))


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    """A missing file, or a folder, is refused with the system's reason."""
    with pytest.raises(Rejected, match="cannot be opened"):
        check_is_pdf(tmp_path / "nothing.pdf", Settings())
    with pytest.raises(Rejected, match="cannot be opened"):
        check_is_pdf(tmp_path, Settings())
