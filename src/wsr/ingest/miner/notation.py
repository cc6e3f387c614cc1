"""How values are written in a PDF: the expressions that find them, and what they mean."""

import re
from binascii import unhexlify

from pdfminer.psexceptions import PSException

# Written without possessive quantifiers, which Python 3.11.0 to 3.11.4 match wrongly (gh-106052; Debian 12 has
# 3.11.2). Every repetition is unrolled instead, so that there is one way only to match a text, and a failure is
# found in a time that grows with its length.
SPACE = rb"[\0\t\n\f\r ]"
NUMBER = rb"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"
_INNERMOST = rb"\([^()\\]*(?:\\.[^()\\]*)*\)"
_INNER = rb"\([^()\\]*(?:(?:\\.|%b)[^()\\]*)*\)" % _INNERMOST
STRING = rb"\([^()\\]*(?:(?:\\.|%b)[^()\\]*)*\)" % _INNER
"""With brackets in it, two deep; deeper ones are left to pdfminer."""
HEX_STRING = rb"<[0-9A-Fa-f\s\0]*>"
NAME = rb"/[^\0\t\n\f\r /%\[\]()<>{}]*"
_FLAT_DICTIONARY = rb"<<[^<>()]*(?:(?:%b|%b)[^<>()]*)*>>" % (STRING, HEX_STRING)
DICTIONARY = rb"<<[^<>()]*(?:(?:%b|%b|%b)[^<>()]*)*>>" % (STRING, HEX_STRING, _FLAT_DICTIONARY)

_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|\r|\n)|(.))", re.DOTALL)
_ESCAPES = {b"b": b"\b", b"t": b"\t", b"n": b"\n", b"f": b"\f", b"r": b"\r"}
_NAME_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")
_NOT_HEX = re.compile(rb"[^0-9A-Fa-f]+")


class Unlexable(PSException):
    """The compiled expressions do not know what is written here: pdfminer's own parser must read it."""


def string_of(literal: bytes) -> bytes:
    """The bytes of a string with its brackets, in either notation."""
    if literal[:1] == b"<":
        digits = _NOT_HEX.sub(b"", literal)
        return unhexlify(digits + b"0" * (len(digits) % 2))
    inner = literal[1:-1]
    return _ESCAPE.sub(_unescaped, inner) if b"\\" in inner else inner


def _unescaped(match: re.Match[bytes]) -> bytes:
    octal, line_end, other = match.groups()
    if octal is not None:
        return bytes((int(octal, 8) & 0xFF,))
    return b"" if line_end is not None else _ESCAPES.get(other, other)


def name_of(literal: bytes) -> str:
    """The name after a slash, its #-codes resolved."""
    name = literal[1:]
    if b"#" in name:
        name = _NAME_CODE.sub(lambda match: bytes((int(match[1], 16),)), name)
    return name.decode("utf-8", "surrogateescape")
