"""Scanned pages read by tesseract, a program of the system: words with their places and its confidence."""

import csv
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO, StringIO
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import NamedTuple

from PIL import Image

from wsr.domain.kinds import Language
from wsr.errors import NeedsOcr
from wsr.ingest.pages import Page, PdfFile, Word
from wsr.ingest.pdfium import draw_for_ocr
from wsr.language.detect import language_of
from wsr.settings import Settings

DPI = 200
"""More brought nothing (measured: PDF.md, section 5)."""
_FEW_CHARS = 25
_PICTURE = 0.5
_UNDECODED = 0.05
_INSTALL = (
    "To read scanned pages, install the Debian packages tesseract-ocr and tesseract-ocr-cym, "
    "then ingest the file again."
)
_ENGLISH, _WELSH = "eng", "cym"
_DESCENDING = frozenset("gjpqy,;()[]/Q|_")
_TALL = frozenset("bdfhklABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
_CAPITAL_HEIGHT = 0.72
"""Height of a capital letter, of the font size."""
_TO_CAPITALS = 1.4
"""From the height of small letters to that of capitals."""
_ASCENT, _DESCENT = 0.75, 0.22
_WORD_LEVEL = "5"
_SAYING = 200
"""Characters enough to tell the language."""


class _Seen(NamedTuple):
    """A word as tesseract gives it, in pixels."""

    line: tuple[str, ...]
    left: float
    top: float
    right: float
    bottom: float
    confidence: float
    text: str


def is_scan(page: Page) -> bool:
    """Whether a page must be read as a picture: it has none of its text, or says too little of its characters."""
    text = "".join(word.text for word in page.words)
    if len(text) < _FEW_CHARS:
        return page.picture_share > _PICTURE
    return text.count("\ufffd") > _UNDECODED * len(text)


def read_scans(path: Path, pdf: PdfFile, scans: Iterable[int], settings: Settings) -> PdfFile:
    """
    The file with the pages of these numbers read by tesseract.

    Without tesseract the file stays as it is, with a warning for each page, if most of its pages have text.

    Raises NeedsOcr when at least half of the pages would be missing.
    """
    numbers = tuple(scans)
    if not numbers:
        return pdf
    program = shutil.which("tesseract")
    if program is None:
        if 2 * len(numbers) >= len(pdf.pages):
            raise NeedsOcr(f"{len(numbers)} of {len(pdf.pages)} pages are pictures without text. {_INSTALL}")
        missing = tuple(("page_not_read", f"The page is a picture. {_INSTALL}", number) for number in numbers)
        return replace(pdf, warnings=pdf.warnings + missing)
    return _Reader(program, path, settings.ocr_seconds_a_page).read(pdf, numbers)


class _Reader:
    """tesseract and the language that it is told to expect, settled by the first page that says something."""

    def __init__(self, program: str, path: Path, seconds: float) -> None:
        self._program = program
        self._path = path
        self._seconds = seconds
        self._language: str | None = None

    def read(self, pdf: PdfFile, numbers: tuple[int, ...]) -> PdfFile:
        """The file with these pages read."""
        others = " ".join(
            word.text for page in pdf.pages if page.number not in numbers for word in page.words
        )
        if len(others) > _SAYING:
            self._language = _language_of(others)
        pages, warnings = list(pdf.pages), list(pdf.warnings)
        for number in numbers:
            try:
                pages[number - 1] = self._read_page(pages[number - 1])
            except (subprocess.SubprocessError, OSError):
                warnings.append(("page_not_read", "The page is a picture that could not be read.", number))
        return replace(pdf, pages=tuple(pages), warnings=tuple(warnings))

    def _read_page(self, page: Page) -> Page:
        picture = draw_for_ocr(self._path, page.number, DPI)
        seen = self._run(picture, self._language or _ENGLISH)
        text = " ".join(word.text for word in seen)
        if self._language is None and len(text) > _SAYING:
            self._language = _language_of(text)
            if self._language != _ENGLISH:
                seen = self._run(picture, self._language)
        scale = page.width / _width_of(picture)
        words = tuple(word for line in _lines(seen) for word in words_of(line, scale))
        return replace(page, words=words, machine_read=True)

    def _run(self, picture: bytes, language: str) -> list[_Seen]:
        done = subprocess.run(
            [self._program, "stdin", "stdout", "-l", language, "--dpi", str(DPI), "tsv"],
            input=picture,
            capture_output=True,
            timeout=self._seconds,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
        return seen_words(done.stdout.decode("utf-8", "replace"))


def seen_words(table: str) -> list[_Seen]:
    """The words of tesseract's table (TSV), in its order."""
    seen = []
    for row in csv.DictReader(StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row["level"] != _WORD_LEVEL or not text:
            continue
        left, top, width, height = (float(row[key]) for key in ("left", "top", "width", "height"))
        line = (row["block_num"], row["par_num"], row["line_num"])
        seen.append(_Seen(line, left, top, left + width, top + height, float(row["conf"]), text))
    return seen


def _lines(seen: Iterable[_Seen]) -> Iterator[list[_Seen]]:
    return (list(group) for _, group in groupby(seen, key=lambda word: word.line))


def words_of(line: list[_Seen], scale: float) -> Iterator[Word]:
    """
    The words of one line in points: one baseline and one size for all, judged by the shapes of their letters.

    Args:
        scale: points a pixel.
    """
    standing = [word.bottom for word in line if not _DESCENDING & set(word.text)]
    baseline = median(standing or [word.bottom for word in line])
    heights = [baseline - word.top for word in line if _TALL & set(word.text)]
    height = median(heights) if heights else median(baseline - word.top for word in line) * _TO_CAPITALS
    size = max(1.0, round(2 * height * scale / _CAPITAL_HEIGHT) / 2)
    for word in line:
        yield Word(
            text=word.text,
            x0=word.left * scale,
            y0=baseline * scale - _ASCENT * size,
            x1=word.right * scale,
            y1=baseline * scale + _DESCENT * size,
            baseline=baseline * scale,
            size=size,
            font="",
            confidence=min(1.0, max(0.0, word.confidence / 100)),
        )


def _width_of(picture: bytes) -> int:
    with Image.open(BytesIO(picture)) as opened:
        return opened.width


def _language_of(text: str) -> str:
    return _WELSH if language_of(text) is Language.CY else _ENGLISH
