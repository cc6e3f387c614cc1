"""What a file is, by its content: only a PDF goes on, and the refusal of any other says what it is."""

from pathlib import Path

from wsr.errors import Rejected
from wsr.settings import Settings

_HEAD = 4_096
_HEADER_WITHIN = 1_024
"""Viewers accept a PDF header anywhere in the first 1,024 bytes."""

_BEGINNINGS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document (.doc, .xls or .ppt)"),
    (b"{\\rtf", "a Rich Text document"),
    (b"\x89PNG\r\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\0", "a picture (TIFF)"),
    (b"MM\0*", "a picture (TIFF)"),
    (b"BM", "a picture (BMP)"),
    (b"%!PS", "a PostScript file"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"7z\xbc\xaf", "a compressed archive (7z)"),
    (b"Rar!", "a compressed archive (RAR)"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)
_ZIPPED = (
    (b"word/", "a Word document (.docx)"),
    (b"xl/", "an Excel workbook (.xlsx)"),
    (b"ppt/", "a PowerPoint presentation (.pptx)"),
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text (.odt)"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"application/epub+zip", "an e-book (EPUB)"),
)


def check_is_pdf(path: Path, settings: Settings) -> None:
    """
    Nothing when the file is a PDF of a size that is read.

    Raises:
        Rejected: empty, too_large, not_pdf (saying what it is), damaged (it cannot be opened at all).
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD)
            file.seek(max(0, size - 65_536))
            tail = file.read(65_536)
    except OSError as error:
        raise Rejected("damaged", f"The file cannot be opened: {error.strerror}.") from error
    if size == 0:
        raise Rejected("empty", "The file is empty: it has no bytes at all. Download or copy it again.")
    if size > settings.max_file_bytes:
        raise Rejected(
            "too_large",
            f"The file has {size:,} bytes; at most {settings.max_file_bytes:,} are read (WSR_MAX_FILE_BYTES).",
        )
    if b"%PDF-" not in head[:_HEADER_WITHIN]:
        raise Rejected(
            "not_pdf", f"The file is not a PDF: it is {kind_of(head, tail)}. Save it as a PDF first."
        )


def kind_of(head: bytes, tail: bytes = b"") -> str:
    """What a file that begins and ends so is, with its article: "a Word document (.docx)"."""
    if head.startswith(b"PK\x03\x04"):
        return _zipped(head + tail)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "a picture (WebP)"
    if head[4:8] == b"ftyp":
        return "a picture or film (HEIC, AVIF or MP4)"
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            return kind
    return _worded(head)


def _zipped(content: bytes) -> str:
    """A zip archive names its members at its end, an OpenDocument its type at its beginning."""
    return next((kind for mark, kind in _ZIPPED if mark in content), "a zip archive")


def _worded(head: bytes) -> str:
    if not head.strip(b"\0"):
        return "nothing but zero bytes"
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")) or b"<html" in start[:1_024]:
        return "a web page (HTML)"
    if start.startswith(b"<?xml"):
        return "an XML file"
    if start.startswith((b"from:", b"received:", b"return-path:", b"mime-version:", b"delivered-to:")):
        return "an e-mail message"
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_text(head):
        return "plain text"
    return "of a kind that is not known here"


def _is_text(head: bytes) -> bool:
    try:
        text = head.decode("utf-8", "strict") if len(head) < _HEAD else head[:-3].decode("utf-8", "ignore")
    except UnicodeDecodeError:
        return False
    return all(char.isprintable() or char in "\t\r\n\f" for char in text)
