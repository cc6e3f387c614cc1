"""
Symbols: names for sets of words and phrases, and where in a text one of a set stands. Pure.

Each word is looked up once for all sets; a phrase is tried only where its first two words stand.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

Phrase = tuple[str, ...]
"""Words in lower case; one that ends in a star is the beginning of words."""

Place = tuple[int, int]
"""From the number of its first word to that after its last."""

_WORD = re.compile(r"\w+(?:[.'’]\w+)*")
_PREFIX = 3
"""Letters of an open word by which it is looked up; shorter ones are by all they have."""

_REMEMBERED = 50_000
"""Words, and pairs of words, whose meaning is kept at hand."""


class _Tail(NamedTuple):
    """What must follow the first word of a phrase, and what the phrase stands for."""

    rest: Phrase
    symbols: frozenset[str]


class _Meaning(NamedTuple):
    """What a word stands for by itself, and the phrases that it begins, by their second word."""

    alone: frozenset[str]
    begins: Mapping[str, list[_Tail]]
    begins_openly: Mapping[str, list[_Tail]]
    """Those whose second word is open, by its first letters."""


class Symbols:
    """Sets of words and phrases under their symbols, ready to read texts with."""

    def __init__(self, members: Mapping[str, Iterable[Phrase]], aside: str | None = None) -> None:
        self._aside = aside
        self._sizes: dict[str, int] = {}
        symbols: dict[Phrase, set[str]] = {}
        for symbol, phrases in members.items():
            for phrase in phrases:
                symbols.setdefault(phrase, set()).add(symbol)
                self._sizes[symbol] = self._sizes.get(symbol, 0) + (1 if len(phrase[0]) > 3 else 9)
        self._whole: dict[str, list[_Tail]] = {}
        self._open: dict[str, list[tuple[str, _Tail]]] = {}
        for phrase, meant in symbols.items():
            first, tail = phrase[0], _Tail(phrase[1:], frozenset(meant))
            if first.endswith("*"):
                self._open.setdefault(first[:-1][:_PREFIX], []).append((first[:-1], tail))
            else:
                self._whole.setdefault(first, []).append(tail)
        self._known: dict[str, _Meaning] = {}
        self._pairs: dict[tuple[str, str], tuple[_Tail, ...]] = {}

    def commonness(self, symbol: str) -> int:
        """How many words it stands for, short ones counted more; the smaller, the rarer."""
        return self._sizes[symbol]

    def read(self, text: str) -> "Reading":
        """The text with the places of each symbol."""
        spans = [match.span() for match in _WORD.finditer(text)]
        words = [_folded(text[start:end]) for start, end in spans]
        known, pairs = self._known, self._pairs
        meanings = [known.get(word) or self._meaning(word) for word in words]
        phrases = [
            ((at, at + 1 + len(tail.rest)), tail.symbols)
            for at, pair in enumerate(pairwise(words))
            for tail in (pairs[pair] if pair in pairs else self._tails(pair))
            if _follows(tail.rest, words, at)
        ]
        passed = {
            at for (start, end), symbols in phrases if self._aside in symbols for at in range(start, end)
        }
        alone = [_NOTHING if at in passed else meaning.alone for at, meaning in enumerate(meanings)]
        kept = [each for each in phrases if passed.isdisjoint(range(*each[0]))] if passed else phrases
        return Reading(text, spans, alone, kept)

    def _meaning(self, word: str) -> _Meaning:
        """What a word stands for, remembered."""
        tails = [*self._whole.get(word, ())]
        for length in range(1, min(_PREFIX, len(word)) + 1):
            tails += [tail for stem, tail in self._open.get(word[:length], ()) if word.startswith(stem)]
        begins: dict[str, list[_Tail]] = {}
        begins_openly: dict[str, list[_Tail]] = {}
        for tail in (tail for tail in tails if tail.rest):
            second = tail.rest[0]
            if second.endswith("*"):
                begins_openly.setdefault(second[:-1][:_PREFIX], []).append(tail)
            else:
                begins.setdefault(second, []).append(tail)
        alone = _NOTHING.union(*(tail.symbols for tail in tails if not tail.rest))
        meaning = _Meaning(alone, begins, begins_openly)
        if len(self._known) < _REMEMBERED:
            self._known[word] = meaning
        return meaning

    def _tails(self, pair: tuple[str, str]) -> tuple[_Tail, ...]:
        """The phrases that begin with two words, remembered."""
        first, second = self._known.get(pair[0]) or self._meaning(pair[0]), pair[1]
        tails = [*first.begins.get(second, ())]
        for length in range(1, min(_PREFIX, len(second)) + 1):
            open_tails = first.begins_openly.get(second[:length], ())
            tails += [tail for tail in open_tails if _fits(tail.rest[0], second)]
        if len(self._pairs) < _REMEMBERED:
            self._pairs[pair] = tuple(tails)
        return tuple(tails)


class Reading:
    """A text with the places of each symbol in it, counted in words."""

    def __init__(
        self,
        text: str,
        spans: list[tuple[int, int]],
        alone: list[frozenset[str]],
        phrases: list[tuple[Place, frozenset[str]]],
    ) -> None:
        self.text = text
        self.spans = spans
        """The offsets of each word in the text."""
        self._alone = alone
        self._phrases = phrases
        self._places: dict[str, list[Place]] = {}
        self.present: frozenset[str] = _NOTHING.union(*alone, *(symbols for _, symbols in phrases))
        """The symbols that stand anywhere in it."""

    def places(self, symbol: str) -> list[Place]:
        """Where a symbol stands, in order."""
        if (known := self._places.get(symbol)) is not None:
            return known
        found = [(at, at + 1) for at, symbols in enumerate(self._alone) if symbol in symbols]
        found += [place for place, symbols in self._phrases if symbol in symbols]
        self._places[symbol] = sorted(found)
        return self._places[symbol]

    def between(self, before: int, after: int) -> str:
        """What is printed between the end of one word and the beginning of another."""
        return self.text[self.spans[before][1] : self.spans[after][0]]


_NOTHING: frozenset[str] = frozenset()


def _follows(rest: Phrase, words: list[str], at: int) -> bool:
    """Whether the rest of a phrase stands after a word; that its second word does is known."""
    if len(rest) == 1:
        return True
    return at + len(rest) < len(words) and all(map(_fits, rest, words[at + 1 : at + 1 + len(rest)]))


def _folded(word: str) -> str:
    """In lower case, with a plain apostrophe, without the possessive ending."""
    return word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")


def _fits(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern
