"""What lies on a page beside its content: comments that people wrote, boxes that they drew, fields that they filled."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from pdfminer.pdftypes import PDFStream, dict_value, int_value, list_value, num_value, resolve1, str_value
from pdfminer.psparser import literal_name
from pdfminer.utils import decode_text

from wsr.ingest.miner.damage import DAMAGE
from wsr.ingest.miner.geometry import Box, usable_box
from wsr.ingest.miner.tree import ViewedPage

_MARKUP = frozenset(
    [
        "Text", "FreeText", "Highlight", "Underline", "Squiggly", "StrikeOut", "Square", "Circle", "Line", "Polygon",
        "PolyLine", "Ink", "Stamp", "Caret", "Redact", "Popup",
    ]
)  # fmt: skip
"""Annotations that a person writes; links and form fields are none."""
_OUT_OF_SIGHT = 2 | 32
"""Flags of an annotation that is not shown: hidden, or not viewed."""
_SOLID = 0.95
_MAX_NOTES = 1_000
_MAX_LENGTH = 2_000


def text_of(value: object) -> str:
    """A text string of the file, decoded, without control characters; "" when it is none."""
    raw = str_value(value)
    if raw.startswith(b"\xff\xfe"):
        text = raw[2:].decode("utf-16le", "ignore")
    elif raw.startswith(b"\xef\xbb\xbf"):
        text = raw[3:].decode("utf-8", "ignore")
    else:
        text = decode_text(raw)
    return "".join(char if char.isprintable() else " " for char in text).strip()[:_MAX_LENGTH]


def notes_of(page: ViewedPage) -> Iterator[dict[str, Any]]:
    """The annotations of a page, as dictionaries."""
    for item in list_value(page.annots)[:_MAX_NOTES]:
        with suppress(*DAMAGE):
            yield dict_value(item)


def comments_of(pages: list[ViewedPage]) -> tuple[str, ...]:
    """What people wrote into annotations, in the order of the pages."""
    comments = []
    for page in pages:
        for note in notes_of(page):
            text = text_of(note.get("Contents"))
            if text and _kind(note) in _MARKUP:
                comments.append(text)
    return tuple(comments[:_MAX_NOTES])


def covers_of(page: ViewedPage) -> Iterator[tuple[Box, list[float]]]:
    """Filled boxes that people drew over the page, with the parts of their colour: they hide what is beneath."""
    for note in notes_of(page):
        fill = note.get({"Square": "IC", "FreeText": "C"}.get(_kind(note), ""))
        parts = [num_value(part) for part in list_value(fill)]
        box = _box(note)
        if parts and box and _is_shown(note) and num_value(note.get("CA", 1)) > _SOLID:
            yield box, parts


def fields_of(page: ViewedPage) -> Iterator[tuple[PDFStream, Box]]:
    """What the fields of a form show, with their places."""
    for note in notes_of(page):
        shown = resolve1(dict_value(note.get("AP")).get("N"))
        if isinstance(shown, dict):
            shown = resolve1(shown.get(literal_name(resolve1(note.get("AS", b"")))))
        box = _box(note)
        if _kind(note) == "Widget" and isinstance(shown, PDFStream) and box and _is_shown(note):
            yield shown, box


def _kind(note: dict[str, Any]) -> str:
    return str(literal_name(resolve1(note.get("Subtype"))))


def _is_shown(note: dict[str, Any]) -> bool:
    return not int_value(note.get("F", 0)) & _OUT_OF_SIGHT


def _box(note: dict[str, Any]) -> Box | None:
    return usable_box([resolve1(item) for item in list_value(note.get("Rect"))])
