"""
Patterns of words: a small notation, and finding many patterns in a text at once. Pure.

    word        that word, whatever its case
    word*       that word with any ending
    *           any one word
    a-b         one word, two words, or with a hyphen
    (a|b c|d*)  any of these; groups may stand within groups, and hold gaps
    word?       that word or nothing; also (a|b)?
    ..  ..5     up to three, or up to five, other words, never past a stop, colon or semicolon

Each word is looked up once for all patterns. A pattern is thought of only where the rarest of its parts is in the text,
and tried only where all of them are and its first two words stand, so that thousands cost little more than one.
"""

import re
from collections import Counter
from collections.abc import Mapping
from itertools import accumulate
from typing import NamedTuple

from wsr.language.lexicon import Lexicon, key, keys
from wsr.language.notation import ANY, Expression, Words, read

_WORD = re.compile(r"(\w+)")
_REMEMBERED = 20_000
"""Words whose patterns are kept at hand."""


class Found(NamedTuple):
    """A pattern found in a text; offsets are half-open."""

    id: str
    start: int
    end: int


class _Word(NamedTuple):
    """What a word is to the patterns, which go by their numbers; keys are of words as patterns name them."""

    keys: tuple[str, ...]
    """Its own, as far as some pattern asks for them."""
    alone: tuple[str, ...]
    """The ids of the patterns of which it is the whole."""
    anchors: tuple[int, ...]
    """The patterns of which it is the rarest part."""
    begins: frozenset[int]
    """Those that may begin with it."""
    seconds: Mapping[int, frozenset[str]]
    """The keys of words of which one must come next, where those of a pattern are known."""


class Patterns:
    """Patterns under their ids, ready to be found in texts. Raises ValueError for a malformed one."""

    def __init__(self, patterns: Mapping[str, str]) -> None:
        self._ids = tuple(patterns)
        self._expressions = [read(notation) for notation in patterns.values()]
        self._alone = Lexicon[int]()
        self._openings = Lexicon[tuple[int, frozenset[str]]]()
        self._anchors = Lexicon[int]()
        self._also: list[frozenset[str]] = []
        self._asked: set[str] = set()
        self._known: dict[str, _Word] = {}
        self._compiled: dict[int, re.Pattern[str]] = {}
        naming = Counter(word for each in self._expressions for words in each.needs for word in words)
        for number, expression in enumerate(self._expressions):
            rarest, *others = sorted(expression.needs, key=lambda words: sum(naming[word] for word in words))
            self._also.append(frozenset(map(key, others[0] if others else rarest)))
            self._asked |= self._also[-1]
            self._file(number, expression, rarest)

    def _file(self, number: int, expression: Expression, rarest: Words) -> None:
        for word in rarest:
            (self._alone if expression.one_word else self._anchors).add(word, number)
        for first, second in expression.openings:
            seconds = frozenset(map(key, second or ANY))
            self._asked |= seconds
            for word in first:
                self._openings.add(word, (number, seconds))

    def find(self, text: str) -> list[Found]:
        """Every place where a pattern stands, in order of place; they may overlap."""
        pieces = _WORD.split(text)
        words = [self._known.get(word) or self._word(word) for word in map(str.lower, pieces[1::2])]
        possible = self._possible(words)
        ends = accumulate(map(len, pieces))  # of what parts the words, and of the words, by turns
        found = []
        for word, after, start, end in zip(words, [*words[1:], _NO_WORD], ends, ends, strict=False):
            if word.alone:
                found += [Found(name, start, end) for name in word.alone]
            here = word.begins & possible
            for number in sorted(here) if here else ():
                if number in word.seconds and word.seconds[number].isdisjoint(after.keys):
                    continue
                pattern = self._compiled.get(number) or self._compile(number)
                if there := pattern.match(text, start):
                    found.append(Found(self._ids[number], start, there.end()))
        return found

    def _possible(self, words: list[_Word]) -> set[int]:
        """The patterns whose two rarest parts are among some words."""
        present = set[str]().union(*[word.keys for word in words])
        anchored = set[int]().union(*[word.anchors for word in words])
        return {number for number in anchored if not present.isdisjoint(self._also[number])}

    def _compile(self, number: int) -> re.Pattern[str]:
        """The expression of a pattern, made when it is first tried."""
        return self._compiled.setdefault(number, re.compile(self._expressions[number].source, re.IGNORECASE))

    def _word(self, word: str) -> _Word:
        """What a word is to the patterns, remembered."""
        openings = self._openings.under(word)
        free = {number for number, second in openings if not second}
        seconds: dict[int, frozenset[str]] = {}
        for number, second in openings:
            if number not in free:
                seconds[number] = seconds[number] | second if number in seconds else second
        known = _Word(
            tuple(each for each in keys(word) if each in self._asked),
            tuple(self._ids[number] for number in sorted(self._alone.under(word))),
            tuple(self._anchors.under(word)),
            frozenset(number for number, _ in openings),
            seconds,
        )
        if len(self._known) < _REMEMBERED:
            self._known[word] = known
        return known


_NO_WORD = _Word((), (), (), frozenset(), {})
"""In place of what comes after the last word."""
