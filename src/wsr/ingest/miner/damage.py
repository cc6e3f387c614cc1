"""What a damaged file raises, and finding its objects by looking when its index is of no use."""

import re
import struct
from contextlib import suppress

from pdfminer.pdfdocument import PDFBaseXRef, PDFDocument, PDFXRef
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, dict_value, int_value, list_value
from pdfminer.psexceptions import PSException

DAMAGE = (
    PSException,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    AttributeError,
    AssertionError,
    RuntimeError,
    EOFError,
    struct.error,
)
"""What pdfminer is known to raise on a malformed file: its own errors, and those of Python that it lets out."""

START_OF_INDEX = re.compile(rb"startxref\s+([0-9]{1,12})")
_OBJECT = re.compile(rb"(?<![0-9])([0-9]{1,8})[\s\0]{1,8}([0-9]{1,5})[\s\0]{1,8}obj(?![a-z])")
_TRAILER = re.compile(rb"trailer(?=[\s\0]{0,8}<<)")
_KIND = re.compile(rb"/(ObjStm|XRef|Catalog)(?![A-Za-z])")
_HEAD = 2_000
_TRAILER_KEYS = ("Root", "Info", "Encrypt", "ID")


def find_objects(document: PDFDocument, parser: PDFParser, data: bytes, xrefs: list[PDFBaseXRef]) -> None:
    """
    Add one index of all objects found by looking; of several with one number the last counts.

    The index has no trailer when there is no catalogue: pdfminer then says that there is none.
    """
    xref = PDFXRef()
    for match in _OBJECT.finditer(data):
        xref.offsets[int(match[1])] = (None, match.start(), int(match[2]))
    parser.fallback = True
    xrefs.append(xref)
    for match in _TRAILER.finditer(data):
        parser.seek(match.start())
        with suppress(*DAMAGE):
            xref.load_trailer(parser)
    kinds = _kinds(xref, data)
    _add_trailers(document, xref, kinds)
    _add_packed(document, xref, kinds)


def _kinds(xref: PDFXRef, data: bytes) -> dict[int, bytes]:
    """Which objects are object streams, index streams or catalogues, by number, in the order of the file."""
    kinds = {}
    for objid, (_, place, _) in sorted(xref.offsets.items(), key=lambda item: item[1][1]):
        head = data[place : place + _HEAD].split(b"stream", 1)[0].split(b"endobj", 1)[0]
        kind = _KIND.search(head)
        if kind is not None:
            kinds[objid] = kind[1]
    return kinds


def _add_trailers(document: PDFDocument, xref: PDFXRef, kinds: dict[int, bytes]) -> None:
    for objid in (objid for objid, kind in kinds.items() if kind == b"XRef"):
        with suppress(*DAMAGE):
            stream = document.getobj(objid)
            if isinstance(stream, PDFStream):
                xref.trailer.update({key: stream[key] for key in _TRAILER_KEYS if key in stream})
    for objid in (objid for objid, kind in kinds.items() if kind == b"Catalog"):
        xref.trailer.setdefault("Root", PDFObjRef(document, objid))


def _add_packed(document: PDFDocument, xref: PDFXRef, kinds: dict[int, bytes]) -> None:
    """Add the objects inside object streams, decrypting them where the file is encrypted."""
    if "Encrypt" in xref.trailer:
        identity = list_value(xref.trailer.get("ID")) or (b"", b"")
        document.encryption = (identity, dict_value(xref.trailer["Encrypt"]))
        document._initialize_password()
    for objid in (objid for objid, kind in kinds.items() if kind == b"ObjStm"):
        with suppress(*DAMAGE):
            stream = document.getobj(objid)
            numbers = re.findall(rb"[0-9]+", stream.get_data()[: int_value(stream.get("First", 0))])
            for index, number in enumerate(numbers[::2]):
                xref.offsets.setdefault(int(number), (objid, index, 0))
    document._cached_objs.clear()
