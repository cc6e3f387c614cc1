"""
Symbols: names for sets of words and phrases, and where in a text one of a set stands. Pure.

Each word is looked up once for all sets; a phrase is tried only where its first two words stand.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import accumulate, pairwise
from operator import itemgetter
from typing import NamedTuple

from wsr.language.lexicon import Lexicon, fits, key, keys

Phrase = tuple[str, ...]
"""Words in lower case; one that ends in a star is the beginning of words."""

Place = tuple[int, int]
"""From the number of its first word to that after its last."""

_WORD = re.compile(r"(\w+(?:[.'’]\w+)*)")

_REMEMBERED = 50_000
"""Words, as printed, whose meaning is kept at hand."""


class _Tail(NamedTuple):
    """What must follow the first word of a phrase, and what the phrase stands for."""

    rest: Phrase
    symbols: frozenset[str]


class _Meaning(NamedTuple):
    """What a printed word stands for by itself, and the phrases that it begins."""

    word: str
    """Folded."""
    seconds: tuple[str, ...]
    """Its keys as the second word of phrases."""
    alone: frozenset[str]
    begins: Mapping[str, list[_Tail]]
    """By the key of their second word."""


class Symbols:
    """Sets of words and phrases under their symbols, ready to read texts with."""

    def __init__(self, members: Mapping[str, Iterable[Phrase]], aside: str | None = None) -> None:
        self._aside = aside
        meant: dict[Phrase, set[str]] = {}
        for symbol, phrases in members.items():
            for phrase in phrases:
                meant.setdefault(phrase, set()).add(symbol)
        naming = Counter(word for phrase, symbols in meant.items() for word in phrase * len(symbols))
        self._commonness = Counter[str]()
        self._phrases = Lexicon[_Tail]()
        for phrase, symbols in meant.items():
            self._phrases.add(phrase[0], _Tail(phrase[1:], frozenset(symbols)))
            self._commonness.update(dict.fromkeys(symbols, min(naming[word] for word in phrase)))
        self._seconds = {key(phrase[1]) for phrase in meant if len(phrase) > 1}
        self._known: dict[str, _Meaning] = {}

    def commonness(self, symbol: str) -> int:
        """How often its words are named, of each phrase the word named least; the smaller, the rarer in texts."""
        return self._commonness[symbol]

    def read(self, text: str) -> "Reading":
        """The text with the places of each symbol."""
        pieces = _WORD.split(text)
        ends = accumulate(map(len, pieces))  # of what parts the words, and of the words, by turns
        spans = list(zip(ends, ends, strict=False))
        meanings = [self._known.get(printed) or self._meaning(printed) for printed in pieces[1::2]]
        phrases = self._phrases_in(meanings)
        passed = {at for place, symbols in phrases if self._aside in symbols for at in range(*place)}
        standing = [
            ((at, at + 1), meaning.alone)
            for at, meaning in enumerate(meanings)
            if meaning.alone and at not in passed
        ]
        if phrases:
            standing += [each for each in phrases if passed.isdisjoint(range(*each[0]))]
            standing.sort(key=itemgetter(0))
        return Reading(text, spans, standing)

    def _phrases_in(self, meanings: list[_Meaning]) -> list[tuple[Place, frozenset[str]]]:
        """The phrases that stand among some words, with what they stand for."""
        words = [meaning.word for meaning in meanings]
        return [
            ((at, at + 1 + len(tail.rest)), tail.symbols)
            for at, (meaning, after) in enumerate(pairwise(meanings))
            if meaning.begins
            for second in after.seconds
            for tail in meaning.begins.get(second, ())
            if _stands(tail.rest, words, at + 1)
        ]

    def _meaning(self, printed: str) -> _Meaning:
        """What a printed word stands for, remembered."""
        word = _folded(printed)
        tails = self._phrases.under(word)
        begins: dict[str, list[_Tail]] = {}
        for tail in tails:
            if tail.rest:
                begins.setdefault(key(tail.rest[0]), []).append(tail)
        alone = _NOTHING.union(*(tail.symbols for tail in tails if not tail.rest))
        seconds = tuple(each for each in keys(word) if each in self._seconds)
        meaning = _Meaning(word, seconds, alone, begins)
        if len(self._known) < _REMEMBERED:
            self._known[printed] = meaning
        return meaning


class Reading:
    """A text with the places of each symbol in it, counted in words."""

    def __init__(
        self, text: str, spans: list[tuple[int, int]], standing: list[tuple[Place, frozenset[str]]]
    ) -> None:
        self.text = text
        self.spans = spans
        """The offsets of each word in the text."""
        self.standing = standing
        """Each word and phrase that stands for something, in order of place, with its symbols."""
        self._places: dict[str, list[Place]] = {}

    def places(self, symbol: str) -> list[Place]:
        """Where a symbol stands, in order."""
        if (known := self._places.get(symbol)) is not None:
            return known
        found = [place for place, symbols in self.standing if symbol in symbols]
        self._places[symbol] = found
        return found

    def between(self, before: int, after: int) -> str:
        """What is printed between the end of one word and the beginning of another."""
        return self.text[self.spans[before][1] : self.spans[after][0]]


_NOTHING: frozenset[str] = frozenset()


def _stands(phrase: Phrase, words: list[str], at: int) -> bool:
    there = words[at : at + len(phrase)]
    return len(there) == len(phrase) and all(map(fits, phrase, there))


def _folded(word: str) -> str:
    """In lower case, with a plain apostrophe, without the possessive ending."""
    return word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
