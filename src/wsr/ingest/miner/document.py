"""A PDF opened by pdfminer: safe against indexes and references that run in circles."""

from io import BytesIO

from pdfminer.pdfdocument import PDFBaseXRef, PDFDocument, PDFXRefStream
from pdfminer.pdfexceptions import PDFObjectNotFound
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, dict_value, int_value

from wsr.ingest.miner.damage import DAMAGE, START_OF_INDEX, find_objects
from wsr.ingest.miner.notation import Unlexable
from wsr.ingest.miner.objects import read_indirect, read_values
from wsr.ingest.miner.streams import StreamTooLarge

_TAIL = 1 << 20


class Document(PDFDocument):
    """
    A document whose references and indexes cannot run in circles.

    Args:
        data: the whole file.
        search: ignore the file's own index and look for its objects instead.
    """

    def __init__(self, data: bytes, search: bool = False) -> None:
        self._bytes = data
        self._search = search
        self._indexes_read: set[int] = set()
        super().__init__(PDFParser(BytesIO(data)), fallback=False)
        for xref in self.xrefs:
            if isinstance(xref, PDFXRefStream):
                _clamp(xref)

    def find_xref(self, parser: PDFParser) -> int:
        """The place of the last index; -1 when objects are to be searched instead."""
        starts = START_OF_INDEX.findall(self._bytes, max(0, len(self._bytes) - _TAIL))
        start = int(starts[-1]) if starts and not self._search else -1
        return start if start < len(self._bytes) else -1

    def read_xref_from(self, parser: PDFParser, start: int, xrefs: list[PDFBaseXRef]) -> None:
        """Read an index and those that came before it, each once."""
        if start < 0:
            find_objects(self, parser, self._bytes, xrefs)
        elif start not in self._indexes_read:
            self._indexes_read.add(start)
            super().read_xref_from(parser, start, xrefs)

    def _getobj_parse(self, pos: int, objid: int) -> object:
        """The object at a place: by the compiled lexer, or by pdfminer's where that does not know it."""
        try:
            return read_indirect(self, self._bytes, pos, objid)
        except (Unlexable, ValueError, LookupError):
            return super()._getobj_parse(pos, objid)

    def _get_objects(self, stream: PDFStream) -> tuple[list[object], int]:
        """All that an object stream holds, and how many objects it says that they are."""
        try:
            return read_values(self, stream.get_data()), int_value(stream.get("N"))
        except (Unlexable, ValueError, LookupError):
            found: tuple[list[object], int] = super()._get_objects(stream)
            return found

    def getobj(self, objid: int) -> object:
        """
        An object that is not a reference again; None where references lead in a circle.

        Raises PDFObjectNotFound for one that is missing or cannot be read: the file is read without it.
        """
        found = self._one(objid)
        seen = {objid}
        while isinstance(found, PDFObjRef):
            if found.objid in seen:
                return None
            seen.add(found.objid)
            found = self._one(found.objid)
        return found

    def _one(self, objid: int) -> object:
        try:
            return super().getobj(objid)
        except (StreamTooLarge, PDFObjectNotFound):
            raise
        except DAMAGE as error:
            raise PDFObjectNotFound(objid) from error


def open_document(data: bytes) -> Document:
    """
    The document, by its own index if that leads to pages, else by searching for its objects.

    Raises PDFEncryptionError when a password is needed, and any of DAMAGE when nothing helps.
    """
    try:
        document = Document(data)
        if dict_value(document.catalog.get("Pages")):
            return document
    except DAMAGE:
        pass
    return Document(data, search=True)


def _clamp(xref: PDFXRefStream) -> None:
    """Let an index name no more objects than it has entries for: some claim two thousand million."""
    entries = len(xref.data or b"") // max(xref.entlen or 1, 1)
    ranges = []
    for start, count in xref.ranges:
        ranges.append((start, max(0, min(count, entries))))
        entries -= ranges[-1][1]
    xref.ranges = ranges
