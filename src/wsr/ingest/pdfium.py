"""pdfium: a second opinion on what pdfminer read, and the pictures of pages. The only importer of pypdfium2."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from io import BytesIO
from math import sqrt
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw
from PIL import Image

from wsr.errors import Message, PageNotFound, Rejected

_DIFFERENCE = 0.2
"""A larger difference between the two readings is told (measured: PDF.md, section 3, trap 2)."""
_FEW = 200
"""Characters in which two readings may differ whatever their length: marks, numbers of pages."""
_MOST_PIXELS = 16_000_000
_QUALITY = 70
_POINTS_AN_INCH = 72


@dataclass(frozen=True, slots=True)
class PageOpinion:
    """What pdfium makes of one page."""

    chars: int
    """Characters that are not blank."""
    picture_share: float
    """Part of the page that pictures cover, 0 to 1."""


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """What pdfium makes of a file."""

    page_count: int
    pages: tuple[PageOpinion, ...]


def second_opinion(path: Path, most_pages: int) -> SecondOpinion | None:
    """What pdfium makes of the file, of its first *most_pages*; None when it cannot open it."""
    try:
        with _opened(path) as document:
            count = len(document)
            return SecondOpinion(count, tuple(_opinion(document, i) for i in range(min(count, most_pages))))
    except Rejected:
        return None


def differences(
    opinion: SecondOpinion | None, chars: tuple[int, ...]
) -> tuple[tuple[str, str, int | None], ...]:
    """
    Warnings (kind, sentence, page) where two readings of a file differ by more than a fifth.

    Args:
        chars: characters of each page by the first reading, blanks left out.
    """
    if opinion is None:
        return (("second_opinion", "A second program cannot open the file: check the text by eye.", None),)
    found: list[tuple[str, str, int | None]] = []
    if opinion.page_count != len(chars):
        sentence = f"One program finds {len(chars)} pages in the file, another {opinion.page_count}."
        found.append(("page_count_differs", sentence, None))
    for number, (first, second) in enumerate(zip(chars, opinion.pages, strict=False), start=1):
        if abs(first - second.chars) > max(_FEW, _DIFFERENCE * max(first, second.chars)):
            sentence = f"One program reads {first} characters on the page, another {second.chars}."
            found.append(("text_differs", sentence, number))
    return tuple(found)


def draw_page(path: Path, number: int, dpi: int) -> bytes:
    """
    The picture of a page, counted from 1, as WebP; a huge page is drawn smaller.

    Raises PageNotFound, and Rejected (damaged or encrypted) when the file cannot be opened.
    """
    with _opened(path) as document:
        if not 1 <= number <= len(document):
            raise PageNotFound(
                Message(
                    "This document has %(pages)s pages; there is no page %(page)s.",
                    pages=len(document),
                    page=number,
                )
            )
        with closing(document[number - 1]) as page:
            width, height = page.get_size()
            scale = dpi / _POINTS_AN_INCH
            scale *= min(1.0, sqrt(_MOST_PIXELS / max(1.0, width * height * scale * scale)))
            picture = page.render(scale=scale).to_pil()
    return as_webp(picture)


def as_webp(picture: Image.Image) -> bytes:
    """A picture as the bytes of a WebP file."""
    out = BytesIO()
    picture.convert("RGB").save(out, "WEBP", quality=_QUALITY, method=4)
    return out.getvalue()


def draw_for_ocr(path: Path, number: int, dpi: int) -> bytes:
    """The picture of a page in grey, as PNG, for a program that reads it."""
    with _opened(path) as document, closing(document[number - 1]) as page:
        width, height = page.get_size()
        scale = dpi / _POINTS_AN_INCH
        scale *= min(1.0, sqrt(_MOST_PIXELS / max(1.0, width * height * scale * scale)))
        out = BytesIO()
        page.render(scale=scale, grayscale=True).to_pil().save(out, "PNG", compress_level=1)
        return out.getvalue()


@contextmanager
def _opened(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Rejected("encrypted", "The file is locked with a password.") from error
        raise Rejected("damaged", "The file is damaged and cannot be drawn.") from error
    try:
        yield document
    finally:
        document.close()


def _opinion(document: pypdfium2.PdfDocument, index: int) -> PageOpinion:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return PageOpinion(0, 0.0)
    with closing(page), closing(page.get_textpage()) as text_page:
        text = text_page.get_text_range()
        chars = sum(1 for char in text if not char.isspace() and char not in "\x02\ufffe")
        width, height = page.get_size()
        return PageOpinion(chars, min(1.0, _picture_area(page) / max(1.0, width * height)))


def _picture_area(page: pypdfium2.PdfPage) -> float:
    area = 0.0
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = item.get_bounds()
        area += max(0.0, right - left) * max(0.0, top - bottom)
    return area
