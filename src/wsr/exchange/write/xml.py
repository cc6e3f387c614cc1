"""XML as it is written piece by piece: elements on lines of their own, attributes in order, nothing kept."""

import datetime
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO
from xml.sax.saxutils import escape, quoteattr

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'

Attributes = Mapping[str, str | int | bool | datetime.datetime | None]
"""By name; those that are None are left out."""


class Pen:
    """Writes elements to a file, in UTF-8 with LF. Raises ValueError for a text that is not `exchangeable`."""

    def __init__(self, out: IO[bytes], depth: int = 0) -> None:
        self._out = out
        self._depth = depth

    def raw(self, text: str) -> None:
        """What is XML already."""
        self._out.write(text.encode())

    @contextmanager
    def within(self, element: str, attributes: Attributes | None = None) -> Iterator[None]:
        """An element around what is written inside the block."""
        self._line(f"<{element}{_written(attributes)}>")
        self._depth += 1
        yield
        self._depth -= 1
        self._line(f"</{element}>")

    def empty(self, element: str, attributes: Attributes) -> None:
        """An element without content."""
        self._line(f"<{element}{_written(attributes)}/>")

    def text(self, element: str, text: str) -> None:
        """An element that holds a text; none for an empty one."""
        if text:
            self._line(f"<{element}>{escape(_checked(text))}</{element}>")

    def _line(self, markup: str) -> None:
        self._out.write(f"{' ' * self._depth}{markup}\n".encode())


def exchangeable(text: str) -> bool:
    """Whether every tool reads a text alike: NFC, LF, no other control characters, nothing above U+FFFF."""
    if text.isascii():
        return text.replace("\n", "").isprintable()
    return unicodedata.is_normalized("NFC", text) and all(map(_readable, set(text)))


def _readable(character: str) -> bool:
    if character == "\n":
        return True
    return ord(character) < 0xFFFE and unicodedata.category(character) not in ("Cc", "Cs")


def _checked(text: str) -> str:
    if not exchangeable(text):
        raise ValueError(f"A text that tools would read differently: {text[:60]!r}.")
    return text


def _written(attributes: Attributes | None) -> str:
    given = ((name, value) for name, value in (attributes or {}).items() if value is not None)
    return "".join(f" {name}={quoteattr(_checked(_as_text(value)))}" for name, value in given)


def _as_text(value: str | int | bool | datetime.datetime) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.datetime):
        return f"{value.astimezone(datetime.UTC).replace(tzinfo=None, microsecond=0).isoformat()}Z"
    return str(value)
