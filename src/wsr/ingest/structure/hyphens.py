"""Hyphens at line ends: which words were only broken, and which are written with a hyphen."""

import re
from collections.abc import Iterable, Sequence

_BROKEN = re.compile(r"([^\W\d_]+)([-\u2010\u00ad\u2011])$")
_START = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_BREAKS = "\u2010\u00ad"
"""Hyphens that typesetting programs write where they break a word; authors do not type them."""

Vocabulary = frozenset[str]


def vocabulary_of(texts: Iterable[str]) -> Vocabulary:
    """The words of a document in lower case, those written with a hyphen whole ("multi-agency")."""
    words: set[str] = set()
    for text in texts:
        line = text.lower().replace("\u2010", "-").replace("\u2011", "-")
        words.update(_WORD.findall(_BROKEN.sub("", line)))
    return frozenset(words)


def joined(lines: Sequence[str], vocabulary: Vocabulary) -> str:
    """The lines as one text: a space between them, or none where a word was broken over two."""
    text = ""
    for line in lines:
        text = _appended(text, line, vocabulary) if text else line
    return text


def _appended(text: str, line: str, vocabulary: Vocabulary) -> str:
    broken = _BROKEN.search(text)
    start = _START.match(line)
    if not broken or not start:
        glue = "" if text.endswith(("/", "\u2011")) or re.search(r"\w-$", text) else " "
        return text + glue + line
    if _was_one_word(broken[1], broken[2], start[0], vocabulary):
        return text[: broken.start(2)] + line
    return text[: broken.start(2)] + "-" + line


def _was_one_word(first: str, hyphen: str, second: str, vocabulary: Vocabulary) -> bool:
    """
    True when a word broken at a line end is written without a hyphen.

    What the document itself writes elsewhere decides; without that, the hyphens of typesetting programs go,
    and a typed hyphen goes only where one of the parts is no word of the document and both are lower case.
    """
    whole, compound = (first + second).lower(), f"{first}-{second}".lower()
    if compound in vocabulary:
        return False
    if whole in vocabulary or hyphen in _BREAKS:
        return True
    if not second[0].islower() or len(first) == 1:
        return False
    return first.lower() not in vocabulary or second.lower() not in vocabulary
