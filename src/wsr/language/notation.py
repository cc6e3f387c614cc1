"""
Reading the notation of `wsr.language.patterns`: what a pattern comes to, and which words it cannot be found without. Pure.

A word that is told of here is in lower case; one that ends in a star is the beginning of words.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import product
from typing import NamedTuple

Words = frozenset[str]

ANY: Words = frozenset()
"""In place of words of which nothing is known."""

_TOKEN = re.compile(
    r"\s*(?:(?P<open>\()|(?P<close>\)\??)|(?P<bar>\|)|\.\.(?P<gap>\d*)|(?P<word>[^\s()?|]+\??))"
)
_WORD = re.compile(r"\w+(?:\*\w*)*")
_LOOSE_STAR = re.compile(r"(?<!\w)\*")
"""One that may stand for any word."""
_BETWEEN = r"""[\s"“”'‘’()\[\]\-‐‑–]+"""
_LOOSELY_BETWEEN = r"[^\w.;:!?]+"
_GAP_WORD = rf"(?:{_LOOSELY_BETWEEN}\w+(?:['’]\w+)*)"
_USUAL_GAP = 3
_REMEMBERED = 10_000
"""Written words that need not be read again."""


class Opening(NamedTuple):
    """The two words with which a pattern may begin."""

    first: Words
    second: Words | None
    """ANY where every word may follow; None, within a pattern, where what comes after this part of it decides."""


class Expression(NamedTuple):
    """What a pattern comes to."""

    source: str
    """A regular expression that is to be matched, without regard to case, where its first word begins."""
    openings: tuple[Opening, ...]
    one_word: bool
    """True where its first word is all of it."""
    needs: tuple[Words, ...]
    """For each part without which it is not found: the words of which one must stand in the text."""


def read(notation: str) -> Expression:
    """What a pattern comes to. Raises ValueError when it is none."""
    return _Reader(notation).expression()


class _Item(NamedTuple):
    """A word, a group, or a gap of up to so many words."""

    source: str
    openings: tuple[Opening, ...] = ()
    """Empty where it may begin with any word, or with none."""
    needs: Words = ANY
    optional: bool = False
    gap: bool = False


class _Reader:
    """Reads one pattern from left to right."""

    def __init__(self, notation: str) -> None:
        self._notation = notation
        self._at = 0
        self._depth = 0

    def expression(self) -> Expression:
        """The whole pattern. Raises ValueError when it is none."""
        items = self._items()
        if self._at < len(self._notation.rstrip()):
            raise self._malformed("out of place is what follows " + repr(self._notation[: self._at]))
        openings = tuple(
            each if each.second is not None else Opening(each.first, ANY) for each in _openings(items)
        )
        if not openings:
            raise self._malformed("it must begin with a word")
        one_word = re.fullmatch(r"\w+\*?", self._notation.strip()) is not None
        firsts = ANY.union(*(each.first for each in openings))
        return Expression(_joined(items), openings, one_word, tuple(dict.fromkeys((firsts, *_needs(items)))))

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
        source = "(?:" + "|".join(map(_joined, choices)) + ")"
        openings = [_openings(choice) for choice in choices]
        needs = [max(_needs(choice), key=_rarity, default=ANY) for choice in choices]
        return _Item(
            source,
            _merged(each for one in openings for each in one) if all(openings) else (),
            ANY.union(*needs) if all(needs) else ANY,
            optional=match["close"].endswith("?"),
        )

    def _word(self, written: str) -> _Item:
        word = written.removesuffix("?")
        if word != "*" and _WORD.search(word) is None:
            raise self._malformed(f"{word!r} has no word in it")
        item = _item(word)
        return item._replace(optional=True) if written != word else item

    def _malformed(self, why: str) -> ValueError:
        return ValueError(f"“{self._notation}” is not a pattern: {why}.")


@lru_cache(maxsize=_REMEMBERED)
def _item(word: str) -> _Item:
    """The item that a word is, as it is written in the notation."""
    if word == "*":
        return _Item(r"\w+(?!\w)")
    forms = [] if _LOOSE_STAR.search(word) else _forms(word.lower())
    needs = frozenset(max(form, key=len) for form in forms)
    return _Item(_word_source(word), _merged(_opening(form) for form in forms), needs)


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


def _forms(word: str) -> list[tuple[str, ...]]:
    """The words that a written one may be in a text, with each of its hyphens or without; an open one ends in a star."""
    pieces = re.split("(-)", word)
    written = (
        "".join(form) for form in product(*(("", " ") if piece == "-" else (piece,) for piece in pieces))
    )
    return [tuple(_open(each) for each in _WORD.findall(form)) for form in written]


def _open(word: str) -> str:
    """A word up to its first star."""
    start, star, _ = word.partition("*")
    return start + star


def _opening(form: tuple[str, ...]) -> Opening:
    return Opening(frozenset(form[:1]), frozenset(form[1:2]) or None)


def _merged(openings: Iterable[Opening]) -> tuple[Opening, ...]:
    """The openings, those with the same second words as one."""
    firsts: dict[Words | None, Words] = {}
    for each in openings:
        firsts[each.second] = firsts.get(each.second, ANY) | each.first
    return tuple(Opening(first, second) for second, first in firsts.items())


def _openings(items: list[_Item]) -> tuple[Opening, ...]:
    """How items may begin; empty when that may be with any word, or with no word at all."""
    found: list[Opening] = []
    for number, item in enumerate(items, start=1):
        if item.gap or not item.openings:
            break
        after = _first_words(items[number:])
        found += [each if each.second is not None else Opening(each.first, after) for each in item.openings]
        if not item.optional:
            return _merged(found)
    return ()


def _first_words(items: list[_Item]) -> Words | None:
    """The words that items begin with: ANY when that may be every word, None when there are no items."""
    if not items:
        return None
    return ANY.union(*(each.first for each in _openings(items)))


def _needs(items: list[_Item]) -> tuple[Words, ...]:
    """For each item without which nothing is found, the words of which one must be there."""
    return tuple(item.needs for item in items if item.needs and not item.optional)


def _rarity(words: Words) -> int:
    """The letters of the shortest: the longer it is, the rarer they are taken to be."""
    return min(map(len, words))
