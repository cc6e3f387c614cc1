"""The characters that the XML of office documents can hold."""

import re

_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_LONE = re.compile(r"[\ud800-\udfff]")


def writable(text: str) -> str:
    """
    The text without control characters but tab and line feed, which ends every line; exact otherwise.

    Half of a surrogate pair becomes U+FFFD, as a reader of damaged UTF-16 shows it.

    Source:
        XML 1.0, 2.2 Characters and 2.11 End-of-Line Handling.
    """
    if text.isascii() and text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _LONE.sub("\ufffd", _NO_TEXT.sub("", lines))
