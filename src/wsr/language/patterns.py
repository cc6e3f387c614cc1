"""
Patterns of words: a small notation, and finding many patterns in a text at once. Pure.

    word        that word, whatever its case
    word*       that word with any ending
    *           any one word
    a-b         one word, two words, or with a hyphen
    (a|b c|d*)  any of these; groups may stand within groups, and hold gaps
    word?       that word or nothing; also (a|b)?
    ..  ..5     up to three, or up to five, other words, never past a stop, colon or semicolon

A pattern is found only where its first word stands, so that thousands of patterns cost little more than one.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

_TOKEN = re.compile(
    r"\s*(?:(?P<open>\()|(?P<close>\)\??)|(?P<bar>\|)|\.\.(?P<gap>\d*)|(?P<word>[^\s()?|]+\??))"
)
_WORDS = re.compile(r"\w+")
_BETWEEN = r"""[\s"“”'‘’()\[\]\-‐‑–]+"""
_LOOSELY_BETWEEN = r"[^\w.;:!?]+"
_GAP_WORD = rf"(?:{_LOOSELY_BETWEEN}\w+(?:['’]\w+)*)"
_USUAL_GAP = 3
_PREFIX = 3
"""Letters of an open word by which it is looked up; shorter ones are by all they have."""
_REMEMBERED = 20_000
"""Words whose patterns are kept at hand."""


class Found(NamedTuple):
    """A pattern found in a text; offsets are half-open."""

    id: str
    start: int
    end: int


class _Entry(NamedTuple):
    """A pattern under its id."""

    id: str
    source: str
    alone: bool
    """True where its first word is all of it."""
    needs: frozenset[str]
    """Keys of words of which one must stand in the text; empty where nothing is known."""


class _Candidates(NamedTuple):
    """The patterns that may begin with a word, by their numbers."""

    keys: tuple[str, ...]
    """The word as patterns name it."""
    alone: tuple[str, ...]
    """The ids of those of which the word is the whole."""
    always: tuple[int, ...]
    """Those that are to be tried in any text."""
    by_key: dict[str, list[int]]
    """Those that are to be tried where a word with the key stands in the text."""


class Patterns:
    """Patterns under their ids, ready to be found in texts. Raises ValueError for a malformed one."""

    def __init__(self, patterns: Mapping[str, str]) -> None:
        self._entries: list[_Entry] = []
        self._whole: dict[str, list[int]] = {}
        self._open: dict[str, list[tuple[str, int]]] = {}
        self._at_hand: dict[str, _Candidates] = {}
        self._compiled: dict[int, re.Pattern[str]] = {}
        for name, notation in patterns.items():
            sequence = _Reader(notation).sequence()
            number = len(self._entries)
            self._entries.append(_Entry(name, sequence.source, sequence.one_word, sequence.needs))
            for word in sequence.first_words:
                if word.endswith("*"):
                    self._open.setdefault(word[:-1][:_PREFIX], []).append((word[:-1], number))
                else:
                    self._whole.setdefault(word, []).append(number)

    def find(self, text: str) -> list[Found]:
        """Every place where a pattern stands, in order of place; they may overlap."""
        found = []
        words = []
        keys: set[str] = set()
        for match in _WORDS.finditer(text):
            word = match[0].lower()
            candidates = self._at_hand.get(word) or self._candidates(word)
            keys.update(candidates.keys)
            words.append((candidates, *match.span()))
        for (_, alone, always, by_key), start, end in words:
            found += [Found(name, start, end) for name in alone]
            numbers = {*always, *(number for key in by_key.keys() & keys for number in by_key[key])}
            for number in sorted(numbers):
                pattern = self._compiled.get(number) or self._compile(number)
                if there := pattern.match(text, start):
                    found.append(Found(self._entries[number].id, start, there.end()))
        return found

    def _compile(self, number: int) -> re.Pattern[str]:
        """The expression of a pattern, made when it is first tried."""
        return self._compiled.setdefault(number, re.compile(self._entries[number].source, re.IGNORECASE))

    def _candidates(self, word: str) -> _Candidates:
        numbers = set(self._whole.get(word, ()))
        for length in range(1, min(_PREFIX, len(word)) + 1):
            numbers |= {
                number for start, number in self._open.get(word[:length], ()) if word.startswith(start)
            }
        alone, always = [], []
        by_key: dict[str, list[int]] = {}
        for number in sorted(numbers):
            entry = self._entries[number]
            if entry.alone:
                alone.append(entry.id)
            elif not entry.needs:
                always.append(number)
            for key in entry.needs:
                by_key.setdefault(key, []).append(number)
        candidates = _Candidates(_keys(word), tuple(alone), tuple(always), by_key)
        if len(self._at_hand) < _REMEMBERED:
            self._at_hand[word] = candidates
        return candidates


def _keys(word: str) -> tuple[str, ...]:
    """A word as patterns name it: itself, and its beginnings as open words."""
    return (word, *(word[:length] + "*" for length in range(1, min(_PREFIX, len(word)) + 1)))


class _Item(NamedTuple):
    """A word, a group, or a gap of up to so many words."""

    source: str
    first_words: frozenset[str] = frozenset()
    optional: bool = False
    gap: bool = False


class _Sequence(NamedTuple):
    source: str
    first_words: frozenset[str]
    """The words that it may begin with, in lower case; open ones end in a star."""
    one_word: bool
    needs: frozenset[str]
    """Keys of words of which one must stand in a text that it is found in; empty where nothing is known."""


class _Reader:
    """Reads one pattern from left to right."""

    def __init__(self, notation: str) -> None:
        self._notation = notation
        self._at = 0
        self._depth = 0

    def sequence(self) -> _Sequence:
        """The whole pattern. Raises ValueError when it is none."""
        items = self._items()
        if self._at < len(self._notation.rstrip()):
            raise self._malformed("out of place is what follows " + repr(self._notation[: self._at]))
        first = _first_words(items)
        if not first:
            raise self._malformed("it must begin with a word")
        whole = len(items) == 1 and _WORDS.fullmatch(self._notation.strip().removesuffix("*")) is not None
        return _Sequence(_joined(items), first, whole, _needs(items))

    def _items(self) -> list[_Item]:
        items = []
        while match := _TOKEN.match(self._notation, self._at):
            if (match["bar"] or match["close"]) and self._depth:
                break
            if match["bar"] or match["close"]:
                raise self._malformed(f"{match[0].strip()!r} is out of place")
            self._at = match.end()
            if match["open"]:
                items.append(self._group())
            elif match["gap"] is not None:
                items.append(_Item(f"{_GAP_WORD}{{0,{match['gap'] or _USUAL_GAP}}}?", gap=True))
            else:
                items.append(self._word(match["word"]))
        return items

    def _group(self) -> _Item:
        self._depth += 1
        choices = []
        while True:
            choices.append(self._items())
            match = _TOKEN.match(self._notation, self._at)
            if match is None or not choices[-1]:
                raise self._malformed("a group is empty or not closed")
            self._at = match.end()
            if match["close"]:
                break
        self._depth -= 1
        firsts = [_first_words(choice) for choice in choices]
        source = "(?:" + "|".join(map(_joined, choices)) + ")"
        known = frozenset().union(*firsts) if all(firsts) else frozenset[str]()
        return _Item(source, known, optional=match["close"].endswith("?"))

    def _word(self, written: str) -> _Item:
        word = written.removesuffix("?")
        if word == "*":
            return _Item(r"\w+(?!\w)", optional=written != word)
        match = _WORDS.search(word)
        if match is None:
            raise self._malformed(f"{word!r} has no word in it")
        is_open = word[match.end() : match.end() + 1] in ("*", "-")
        first = match[0].lower() + ("*" if is_open else "")
        known = frozenset() if word.startswith("*") else frozenset([first])
        return _Item(_word_source(word), known, optional=written != word)

    def _malformed(self, why: str) -> ValueError:
        return ValueError(f"“{self._notation}” is not a pattern: {why}.")


def _word_source(word: str) -> str:
    pieces = {"*": r"\w*", "'": "['’]", "’": "['’]", "-": r"[\s\-‐‑]?"}
    return "".join(pieces.get(letter, re.escape(letter)) for letter in word) + r"(?!\w)"


def _joined(items: list[_Item]) -> str:
    """The expression of items in a row."""
    source, between = "", ""
    for item in items:
        if item.gap:
            source += item.source
            between = _LOOSELY_BETWEEN
        elif between:
            part = f"(?:{between}{item.source})"
            source += part + ("?" if item.optional else "")
            between = _BETWEEN
        else:
            source += f"(?:{item.source}{_BETWEEN})?" if item.optional else item.source
            between = "" if item.optional else _BETWEEN
    return source


def _first_words(items: list[_Item]) -> frozenset[str]:
    """What items may begin with; nothing when that may be any word, or no word at all."""
    words: frozenset[str] = frozenset()
    for item in items:
        if item.gap or not item.first_words:
            break
        words |= item.first_words
        if not item.optional:
            return words
    return frozenset()


def _needs(items: list[_Item]) -> frozenset[str]:
    """The keys of the rarest item after the first without which nothing is found: that of the longest words."""
    needed = [item.first_words for item in items[1:] if item.first_words and not item.optional]
    rarest = max(needed, key=lambda words: min(map(len, words)), default=frozenset[str]())
    return frozenset(word[:-1][:_PREFIX] + "*" if word.endswith("*") else word for word in rarest)
