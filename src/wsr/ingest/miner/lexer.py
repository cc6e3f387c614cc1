"""
Page content cut into operations by one compiled expression, instead of one call a token.

What it does not know it refuses with Unlexable: the page is then read by pdfminer's own lexer.
"""

import re

from pdfminer.psexceptions import PSException

_SPACE = rb"[\0\t\n\f\r ]"
_NUMBER = rb"[-+]?(?:[0-9]++(?:\.[0-9]*+)?+|\.[0-9]++)"
_FLAT = rb"(?:[^()\\]++|\\.)"
_STRING = rb"\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.|\(" + _FLAT + rb"*+\))*+\))*+\)"
_HEX = rb"<[0-9A-Fa-f\s\0]*+>"
_NAME = rb"/[^\0\t\n\f\r /%\[\]()<>{}]*+"
_DICTIONARY = (
    rb"<<(?:[^<>()]++|"
    + _STRING
    + rb"|"
    + _HEX
    + rb"|<<(?:[^<>()]++|"
    + _STRING
    + rb"|"
    + _HEX
    + rb")*+>>)*+>>"
)

OPERATION = re.compile(
    _SPACE + rb"*+(?:"
    rb"((?:" + _NUMBER + _SPACE + rb"*+)*+)([A-Za-z'\"][A-Za-z0-9*'\"]*+)"  # 1 numbers, 2 operator
    rb"|\[((?:"
    + _STRING
    + rb"|"
    + _HEX
    + rb"|[-+.0-9\0\t\n\f\r ]++)*+)\](?:"
    + _SPACE
    + rb"*+(TJ))?+"  # 3, 4
    rb"|(" + _STRING + rb")(?:" + _SPACE + rb"*+(Tj))?+"  # 5, 6
    rb"|(" + _DICTIONARY + rb")"  # 7
    rb"|(" + _HEX + rb")(?:" + _SPACE + rb"*+(Tj))?+"  # 8, 9
    rb"|(" + _NAME + rb")"  # 10
    rb"|(" + _NUMBER + rb")"  # 11
    rb"|(\[)"  # 12: an array of other things
    rb"|(?:%[^\r\n]*+)"
    rb"|\Z"
    rb"|(.)"  # 13: what is not known
    rb")",
    re.DOTALL,
)
NUMBERS, OPERATOR, ARRAY, ARRAY_SHOW, STRING, STRING_SHOW, DICTIONARY, HEX, HEX_SHOW, NAME, NUMBER = range(
    1, 12
)
OPEN_ARRAY, UNKNOWN = 12, 13

ELEMENT = re.compile(rb"(" + _STRING + rb")|(" + _HEX + rb")|(" + _NUMBER + rb")", re.DOTALL)
"""An element of a shown array: string, hexadecimal string or number."""

_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|\r|\n)|(.))", re.DOTALL)
_ESCAPES = {b"b": b"\b", b"t": b"\t", b"n": b"\n", b"f": b"\f", b"r": b"\r"}
_NAME_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")
_NOT_HEX = re.compile(rb"[^0-9A-Fa-f]+")
INLINE_DATA = re.compile(rb"[\0\t\n\f\r ]ID[\0\t\n\f\r ]")
INLINE_END = re.compile(rb"[\0\t\n\f\r >]EI(?=[\0\t\n\f\r ]|\Z)")


class Unlexable(PSException):
    """The content holds something that the compiled expression does not know."""


def string_of(literal: bytes) -> bytes:
    """The bytes of a literal string with its parentheses."""
    inner = literal[1:-1]
    return _ESCAPE.sub(_unescaped, inner) if b"\\" in inner else inner


def _unescaped(match: re.Match[bytes]) -> bytes:
    octal, line_end, other = match.groups()
    if octal is not None:
        return bytes((int(octal, 8) & 0xFF,))
    return b"" if line_end is not None else _ESCAPES.get(other, other)


def hex_of(literal: bytes) -> bytes:
    """The bytes of a hexadecimal string with its brackets; a missing last digit is 0."""
    digits = _NOT_HEX.sub(b"", literal)
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def name_of(literal: bytes) -> str:
    """The name after a slash, its #-codes resolved."""
    name = literal[1:]
    if b"#" in name:
        name = _NAME_CODE.sub(lambda match: bytes((int(match[1], 16),)), name)
    return name.decode("utf-8", "surrogateescape")


def elements_of(array: bytes) -> list[float | bytes]:
    """The strings and numbers of a shown array."""
    return [
        string_of(string) if string else hex_of(hexadecimal) if hexadecimal else float(number)
        for string, hexadecimal, number in ELEMENT.findall(array)
    ]
