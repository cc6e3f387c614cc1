"""Hyphens at line ends: which words were only broken, and which are written with a hyphen."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_BROKEN = re.compile(r"([^\W\d_]+)([-\u2010\u00ad])$")
_KEPT = re.compile(r"(?:[\w’]-|[/\u2011])$")
_START = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")

_TYPESET = "\u2010\u00ad"
"""Hyphens that typesetting programs write where they break a word; authors do not type them."""

_FIRST_PARTS = frozenset(
    re.findall(
        r"\w+",
        """multi self non co well ex cross sub semi pre post anti mid vice half long short high low full part
        first second third one two three four five six seven eight nine ten twenty thirty forty fifty sixty
        seventy eighty ninety follow step drop decision trauma evidence joined""",
    )
)
_LAST_PARTS = frozenset(
    re.findall(
        r"\w+",
        """up term time based led old off in out on year centred focused related being risk agency going made
        one two three four five six seven eight nine to face making taking informed disciplinary level
        wide""",
    )
)
"""Parts of compounds that are commonly written with a hyphen."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a document in lower case, and whether its typed hyphens are those of automatic hyphenation."""

    words: frozenset[str]
    """Those written with a hyphen whole ("multi-agency")."""
    hyphenated: bool = False
    """True when words are broken at line ends by a program that types plain hyphens."""


def vocabulary_of(lines: Sequence[str]) -> Vocabulary:
    """The vocabulary of a document, from its lines in reading order."""
    words: set[str] = set()
    rest = False
    for line in lines:
        whole = _START.sub("", line, count=1) if rest else line
        words.update(_WORD.findall(_plain(_BROKEN.sub("", whole))))
        rest = bool(_BROKEN.search(line))
    broken = kept = 0
    for above, below in pairwise(lines):
        match, start = _BROKEN.search(above), _START.match(below)
        if match and start and match[2] == "-":
            broken += (match[1] + start[0]).lower() in words
            kept += f"{match[1]}-{start[0]}".lower() in words
    return Vocabulary(frozenset(words), hyphenated=broken > 1 and broken > kept)


def _plain(text: str) -> str:
    return text.lower().replace("\u2010", "-").replace("\u2011", "-")


def joined(lines: Sequence[str], vocabulary: Vocabulary) -> str:
    """The lines as one text: a space between them, or none where a word was broken over two."""
    parts: list[str] = []
    for line in lines:
        if parts:
            parts[-1] = _linked(parts[-1], line, vocabulary)
        parts.append(line)
    return "".join(parts)


def _linked(text: str, line: str, vocabulary: Vocabulary) -> str:
    """A line with what links it to the next one: a space, a hyphen, or nothing in place of one."""
    broken, start = _BROKEN.search(text), _START.match(line)
    if not broken or not start:
        return text if _KEPT.search(text) else text + " "
    link = "" if _was_one_word(broken[1], broken[2], start[0], vocabulary) else "-"
    return text[: broken.start(2)] + link


def _was_one_word(first: str, hyphen: str, second: str, vocabulary: Vocabulary) -> bool:
    """
    True when a word broken at a line end is written without a hyphen.

    What the document itself writes elsewhere decides. Without that, the hyphens of typesetting programs go; a
    typed hyphen goes in a document that is hyphenated automatically unless its parts look like a compound,
    and in others only where neither part is a word of the document.
    """
    words = vocabulary.words
    is_name = first[0].isupper()
    first, second = first.lower(), second if second[0].isupper() else second.lower()
    if f"{first}-{second}" in words:
        return False
    if first + second in words or hyphen in _TYPESET:
        return True
    if not second[0].islower() or len(first) == 1 or (first == "co" and second[0] == "o"):
        return False
    compound = first in _FIRST_PARTS or second in _LAST_PARTS
    if vocabulary.hyphenated:
        return not (compound and (second in words or second in _LAST_PARTS))
    return not (compound or is_name or first in words or second in words)
