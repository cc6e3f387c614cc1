"""The words of a passage, numbered, so that the limits of an extract can be said by them. Pure."""

import hashlib
import re
from collections.abc import Sequence

from wsr.web.marking import Span

_WORD = re.compile(r"[^ \t\n]+")
"""What coding.js takes for a word too."""


def word_spans(text: str) -> list[Span]:
    """Where each word of a text stands; white space alone parts them."""
    return [match.span() for match in _WORD.finditer(text)]


def words_within(spans: Sequence[Span], start: int, end: int) -> tuple[int, int]:
    """The numbers, from 1, of the first and the last word that a stretch of the text touches."""
    touched = [number for number, span in enumerate(spans, start=1) if span[0] < end and start < span[1]]
    return (touched[0], touched[-1]) if touched else (1, 1)


def text_mark(text: str) -> str:
    """A short mark of a text: a form that comes back with another one was made for another text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
