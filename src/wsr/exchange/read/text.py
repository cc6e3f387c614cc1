"""The bytes of a text as other programs write them, and the one text that offsets are counted in."""

import codecs
import re
from bisect import bisect_left
from typing import NamedTuple

from wsr.errors import ProjectUnreadable

_CARRIAGE = re.compile(r"\r\n?")


class PlainText(NamedTuple):
    """A text with LF alone, and where a carriage return was taken out, for offsets that count it."""

    text: str
    dropped: tuple[int, ...]
    """Offsets in the text as it came, each of the LF of a CRLF."""

    def moved(self, offset: int) -> int:
        """Where an offset of the text as it came stands in this one."""
        return offset - bisect_left(self.dropped, offset)


def decoded(content: bytes, name: str) -> str:
    """
    The text of some bytes, without a byte order mark.

    UTF-8, or UTF-16 where a mark says so. Raises ProjectUnreadable: not_utf8.
    """
    encoding = "utf-16" if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise ProjectUnreadable("not_utf8", f"{name} is not a text in UTF-8.") from error


def plain(text: str) -> PlainText:
    """The text with LF alone."""
    if "\r" not in text:
        return PlainText(text, ())
    dropped = tuple(found.end() - 1 for found in _CARRIAGE.finditer(text) if found[0] == "\r\n")
    return PlainText(_CARRIAGE.sub("\n", text), dropped)
