"""
Objects of a file read by one compiled expression, instead of one call a token.

What it does not know it refuses with Unlexable: pdfminer's own parser then reads the object.
"""

import re
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import PDFObjRef, PDFStream, int_value
from pdfminer.psparser import LIT

from wsr.ingest.miner.notation import HEX_STRING, NAME, NUMBER, SPACE, STRING, Unlexable, name_of, string_of

_HEADER = re.compile(SPACE + rb"*([0-9]+)" + SPACE + rb"+[0-9]+" + SPACE + rb"+obj(?![A-Za-z0-9])")
_STREAM = re.compile(SPACE + rb"*stream(?:\r\n|\n|\r)")
_STREAM_END = re.compile(SPACE + rb"*endstream")
_TOKEN = re.compile(
    rb"""
    %(S)b* (?: %% [^\r\n]* [\r\n] %(S)b* )* (?:
        ([0-9]+) %(S)b+ [0-9]+ %(S)b+ R (?![A-Za-z0-9])   # 1 reference
      | (%(NAME)b)                                           # 2
      | (%(NUMBER)b)                                         # 3
      | (<<) | (>>)                                          # 4, 5
      | \[ ( [0-9.\s+-]* ) \]                              # 6 array of numbers
      | (\[) | (\])                                          # 7, 8
      | (%(STRING)b | %(HEX)b)                               # 9
      | (true|false|null) (?![A-Za-z0-9])                    # 10
      | \Z
      | (.)                                                  # 11 what is not known
    )
    """
    % {b"S": SPACE, b"NAME": NAME, b"NUMBER": NUMBER, b"STRING": STRING, b"HEX": HEX_STRING},
    re.DOTALL | re.VERBOSE,
)
_REFERENCE, _NAME, _NUMBER, _OPEN, _CLOSE, _NUMBERS, _OPEN_ARRAY, _CLOSE_ARRAY, _STRING, _WORD, _OTHER = (
    range(1, 12)
)
_WORDS = {b"true": True, b"false": False, b"null": None}


def read_indirect(document: PDFDocument, data: bytes, position: int, objid: int) -> object:
    """The object of this number that begins at *position*. Raises Unlexable where it does not, or not plainly."""
    header = _HEADER.match(data, position)
    if header is None or int(header[1]) != objid:
        raise Unlexable("no object begins here")
    value, end = _read(document, data, header.end())
    stream = _STREAM.match(data, end)
    if stream is None or not isinstance(value, dict):
        return value
    start = stream.end()
    finish = start + max(0, int_value(value.get("Length")))
    if not _STREAM_END.match(data, finish):
        finish = data.find(b"endstream", start)  # the length lies, as it does in many damaged files
    if finish < 0:
        raise Unlexable("the stream has no end")
    return PDFStream(value, data[start:finish], document.decipher)


def read_values(document: PDFDocument, data: bytes) -> list[object]:
    """All values of an object stream, one after another."""
    values = []
    position, size = 0, len(data.rstrip(b"\0\t\n\f\r "))
    while position < size:
        value, position = _read(document, data, position)
        values.append(value)
    return values


def _read(document: PDFDocument, data: bytes, position: int) -> tuple[object, int]:
    """One whole value and the place behind it."""
    open_values: list[tuple[list[Any], bool]] = []
    for token in _TOKEN.finditer(data, position):
        kind = token.lastindex
        if kind in (_OPEN, _OPEN_ARRAY):
            open_values.append(([], kind == _OPEN))
            continue
        if kind in (_CLOSE, _CLOSE_ARRAY):
            if not open_values or open_values[-1][1] != (kind == _CLOSE):
                raise Unlexable("brackets do not match")
            items, is_dictionary = open_values.pop()
            value: object = _dictionary(items) if is_dictionary else items
        else:
            value = _simple(document, kind, token)
        if not open_values:
            return value, token.end()
        open_values[-1][0].append(value)
    raise Unlexable("the value has no end")


def _simple(document: PDFDocument, kind: int | None, token: re.Match[bytes]) -> object:
    if kind == _NAME:
        return LIT(name_of(token[_NAME]))
    if kind == _REFERENCE:
        return PDFObjRef(document, int(token[_REFERENCE]))
    if kind == _NUMBER:
        return _number(token[_NUMBER])
    if kind == _NUMBERS:
        return [_number(item) for item in token[_NUMBERS].split()]
    if kind == _STRING:
        return string_of(token[_STRING])
    if kind == _WORD:
        return _WORDS[token[_WORD]]
    raise Unlexable("not a value")


def _number(literal: bytes) -> int | float:
    return float(literal) if b"." in literal else int(literal)


def _dictionary(items: list[Any]) -> dict[str, object]:
    """Keys and values in turn as a dictionary; null values are left out, as the format says."""
    keys, values = items[::2], items[1::2]
    if len(keys) != len(values):
        raise Unlexable("a key has no value")
    return {key.name: value for key, value in zip(keys, values, strict=True) if value is not None}
