"""ToUnicode maps read by compiled expressions: which text each code of a font stands for."""

import re
from binascii import unhexlify

from pdfminer.cmapdb import FileUnicodeMap

_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_HEX = rb"<([0-9A-Fa-f\s]*)>"
_CHAR = re.compile(_HEX + rb"\s*" + _HEX)
_RANGE = re.compile(_HEX + rb"\s*" + _HEX + rb"\s*(?:" + _HEX + rb"|\[([^\]]*)\])")
_ONE = re.compile(_HEX)
_BLANKS = re.compile(rb"\s+")
_BEYOND = (b"begincid", b"usecmap")
_MAX_RANGE = 65_536


def unicode_map_of(data: bytes) -> FileUnicodeMap | None:
    """The map of a ToUnicode stream; None when it uses what pdfminer's own parser must read."""
    if any(mark in data for mark in _BEYOND):
        return None
    found = FileUnicodeMap()
    texts: dict[int, str] = found.cid2unichr
    for section in _SECTION.finditer(data):
        if section[1] == b"bfchar":
            for source, target in _CHAR.findall(section[2]):
                _put(texts, _code(source), _text(target))
        else:
            for first, last, target, targets in _RANGE.findall(section[2]):
                _put_range(texts, _code(first), _code(last), target, targets)
    return found


def _put_range(texts: dict[int, str], first: int, last: int, target: bytes, targets: bytes) -> None:
    last = min(last, first + _MAX_RANGE)
    if targets:
        for code, each in zip(range(first, last + 1), _ONE.findall(targets), strict=False):
            _put(texts, code, _text(each))
        return
    raw = _bytes(target)
    head, tail = raw[:-4], raw[-4:]
    start = int.from_bytes(tail, "big")
    for step in range(last - first + 1):
        moved = (start + step) & ((1 << 8 * len(tail)) - 1)
        _put(texts, first + step, _decoded(head + moved.to_bytes(len(tail), "big")))


def _put(texts: dict[int, str], code: int, text: str) -> None:
    """Keep a text, but no fixed space over a plain one: some fonts have both for one code."""
    if text != "\u00a0" or texts.get(code) != " ":
        texts[code] = text


def _code(digits: bytes) -> int:
    return int.from_bytes(_bytes(digits), "big")


def _text(digits: bytes) -> str:
    return _decoded(_bytes(digits))


def _decoded(raw: bytes) -> str:
    return chr(raw[0]) if len(raw) == 1 else raw.decode("utf-16-be", "ignore")


def _bytes(digits: bytes) -> bytes:
    tight = _BLANKS.sub(b"", digits)
    return unhexlify(tight + b"0" * (len(tight) % 2))
