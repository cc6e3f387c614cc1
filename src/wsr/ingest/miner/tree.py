"""The pages of a document in order: the page tree walked without trusting it."""

from collections.abc import Iterator
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFObjRef, dict_value, list_value, num_value, resolve1
from pdfminer.psparser import LIT

from wsr.ingest.miner.damage import DAMAGE
from wsr.ingest.miner.geometry import LETTER, Box, View, usable_box, view_of, visible_box

_INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")
_MAX_DEPTH = 200
_PAGE = LIT("Page")


class ViewedPage(PDFPage):
    """A page with the view of it; a size that makes no sense becomes US Letter, as in viewers."""

    def __init__(self, document: PDFDocument, objid: object, attributes: dict[str, Any]) -> None:
        self.size_is_guessed = False
        super().__init__(document, objid, attributes, None)
        unit = num_value(attributes.get("UserUnit", 1))
        shown = visible_box(self.mediabox, self.cropbox)
        self.view: View = view_of(shown, self.rotate // 90 * 90, unit if 0.1 <= unit <= 100 else 1.0)

    def _parse_mediabox(self, value: object) -> Box:
        box = usable_box(_numbers(value))
        self.size_is_guessed = box is None
        return box or LETTER

    def _parse_cropbox(self, value: object, mediabox: Box) -> Box:
        return usable_box(_numbers(value)) or mediabox


def _numbers(value: object) -> list[object]:
    return [resolve1(item) for item in list_value(value)]


def pages_of(document: PDFDocument) -> Iterator[ViewedPage]:
    """The pages in order, each once; from the list of objects when there is no usable tree."""
    found = False
    for objid, attributes in _leaves(document):
        found = True
        yield ViewedPage(document, objid, attributes)
    if not found:
        for objid, attributes in _loose_pages(document):
            yield ViewedPage(document, objid, attributes)


def _leaves(document: PDFDocument) -> Iterator[tuple[object, dict[str, Any]]]:
    """Leaves of the page tree, without recursion: (number, attributes with those inherited)."""
    waiting: list[tuple[object, dict[str, Any], int]] = [(document.catalog.get("Pages"), {}, 0)]
    seen: set[object] = set()
    while waiting:
        node, inherited, depth = waiting.pop()
        objid = node.objid if isinstance(node, PDFObjRef) else id(node)
        if objid in seen or depth > _MAX_DEPTH:
            continue
        seen.add(objid)
        attributes = inherited | dict_value(node)
        if "Kids" in attributes:
            passed = {key: attributes[key] for key in _INHERITED if key in attributes}
            kids = list_value(attributes["Kids"])
            waiting.extend((kid, passed, depth + 1) for kid in reversed(kids))
        elif attributes.get("Type", _PAGE) is _PAGE and dict_value(node):
            yield objid, attributes


def _loose_pages(document: PDFDocument) -> Iterator[tuple[object, dict[str, Any]]]:
    for objid in sorted({objid for xref in document.xrefs for objid in xref.get_objids()}):
        try:
            found = document.getobj(objid)
        except DAMAGE:
            continue
        if isinstance(found, dict) and found.get("Type") is _PAGE:
            yield objid, found
