"""
Patterns of words: a small notation, and finding many patterns in a text at once. Pure.

    word        that word, whatever its case
    word*       that word with any ending
    a-b         one word, two words, or with a hyphen
    (a|b c|d*)  any of these
    word?       that word or nothing; also (a|b)?
    ..  ..5     up to three, or up to five, other words, never past a stop, colon or semicolon

A pattern is found only where its first word stands, so that hundreds of patterns cost little more than one.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_TOKEN = re.compile(r"\((?P<group>[^()]*)\)(?P<may>\?)?|\.\.(?P<gap>\d*)|(?P<word>[^\s()?]+)(?P<maybe>\?)?")
_WORDS = re.compile(r"\w+")
_BETWEEN = r"""[\s"“”'‘’()\[\]\-‐‑–]+"""
_LOOSELY_BETWEEN = r"[^\w.;:!?]+"
_GAP_WORD = rf"(?:{_LOOSELY_BETWEEN}\w+(?:['’]\w+)*)"
_USUAL_GAP = 3
_PREFIX = 3
"""Letters of an open word by which it is looked up; shorter ones are by all they have."""


class Found(NamedTuple):
    """A pattern found in a text; offsets are half-open."""

    id: str
    start: int
    end: int


class _Element(NamedTuple):
    source: str
    first_words: frozenset[str]
    """The words that it may begin with, in lower case; open ones end in a star."""
    optional: bool


class Patterns:
    """Patterns under their ids, ready to be found in texts. Raises ValueError for a malformed one."""

    def __init__(self, patterns: Mapping[str, str]) -> None:
        self._whole: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        self._open: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        for name, notation in patterns.items():
            elements = _elements(notation)
            entry = (name, re.compile(_source(elements), re.IGNORECASE))
            for word in _beginnings(elements):
                if word.endswith("*"):
                    self._open.setdefault(word[:-1][:_PREFIX], []).append(entry)
                else:
                    self._whole.setdefault(word, []).append(entry)

    def find(self, text: str) -> list[Found]:
        """Every place where a pattern stands, in order of place, then as long as it goes; they may overlap."""
        found = []
        for match in _WORDS.finditer(text):
            word = match[0].lower()
            for name, pattern in self._candidates(word):
                if there := pattern.match(text, match.start()):
                    found.append(Found(name, match.start(), there.end()))
        return found

    def _candidates(self, word: str) -> Iterator[tuple[str, re.Pattern[str]]]:
        yield from self._whole.get(word, ())
        for length in range(1, _PREFIX + 1):
            yield from self._open.get(word[:length], ()) if length <= len(word) else ()


def _elements(notation: str) -> list[_Element | int]:
    """The parts of a pattern; a number is a gap of up to so many words."""
    elements: list[_Element | int] = []
    done = 0
    for match in _TOKEN.finditer(notation):
        if notation[done : match.start()].strip():
            raise ValueError(
                f"“{notation}” is not a pattern: {notation[done : match.start()]!r} is out of place."
            )
        done = match.end()
        if match["gap"] is not None:
            elements.append(int(match["gap"] or _USUAL_GAP))
        else:
            choices = (match["word"] if match["group"] is None else match["group"]).split("|")
            elements.append(_element(choices, optional=bool(match["may"] or match["maybe"])))
    if notation[done:].strip() or not elements or isinstance(elements[0], int) or not _beginnings(elements):
        raise ValueError(f"“{notation}” is not a pattern: it must begin with a word.")
    return elements


def _element(choices: list[str], *, optional: bool) -> _Element:
    sources = [_BETWEEN.join(map(_word_source, choice.split())) for choice in choices]
    return _Element("(?:" + "|".join(sources) + ")", frozenset(map(_first_word, choices)), optional)


def _first_word(choice: str) -> str:
    match = _WORDS.search(choice)
    if match is None:
        raise ValueError(f"“{choice}” has no word in it.")
    is_open = choice[match.end() : match.end() + 1] in ("*", "-")
    return match[0].lower() + ("*" if is_open else "")


def _word_source(word: str) -> str:
    pieces = {"*": r"\w*", "'": "['’]", "’": "['’]", "-": r"[\s\-‐‑]?"}
    return "".join(pieces.get(letter, re.escape(letter)) for letter in word) + r"(?!\w)"


def _source(elements: list[_Element | int]) -> str:
    source, between = "", ""
    for element in elements:
        if isinstance(element, int):
            source += f"{_GAP_WORD}{{0,{element}}}?"
            between = _LOOSELY_BETWEEN
            continue
        if between:
            part = f"(?:{between}{element.source})"
            source += part + ("?" if element.optional else "")
            between = _BETWEEN
        else:
            source += f"(?:{element.source}{_BETWEEN})?" if element.optional else element.source
            between = "" if element.optional else _BETWEEN
    return source


def _beginnings(elements: list[_Element | int]) -> set[str]:
    words: set[str] = set()
    for element in elements:
        if isinstance(element, int):
            break
        words |= element.first_words
        if not element.optional:
            return words
    return set()
