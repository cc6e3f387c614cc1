"""Where a stretch of a text that another program has handled stands in ours. Pure."""

import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from rapidfuzz.distance import Postfix, Prefix

_CONTEXT = 500
"""Letters on each side by which the same words elsewhere are told apart."""

_MORE = 3
"""Letters of the surroundings that must speak for one place more than for any other: fewer may be chance."""


class Aligned:
    """
    Two forms of one text.

    Blanks, line ends, invisible characters and the way in which accents are written do not matter: a text that was
    wrapped anew, or went through an editor, is the same. Where the letters differ too, words are looked for by
    themselves.
    """

    def __init__(self, theirs: str, ours: str) -> None:
        self._theirs = _Letters(theirs)
        self._ours = _Letters(ours)
        self._is_same = self._theirs.text == self._ours.text

    def at(self, start: int, end: int) -> tuple[int, int] | str:
        """
        The stretch of ours that a stretch of theirs is, from its first letter to its last.

        Else the reason: no_words, text_not_found, or ambiguous where it stands several times and nothing tells which.
        """
        first, last = self._theirs.number(start), self._theirs.number(end)
        if first >= last:
            return "no_words"
        if self._is_same:
            return self._ours.stretch(first, last)
        words = self._theirs.text[first:last]
        found = list(_places(words, self._ours.text))
        if len(found) > 1:
            found = self._told_apart(found, first, last)
        if len(found) == 1:
            return self._ours.stretch(found[0], found[0] + len(words))
        return "ambiguous" if found else "text_not_found"

    def _told_apart(self, found: list[int], first: int, last: int) -> list[int]:
        """The one whose surroundings are most alike; else, where as many stand in both, the one that comes as often."""
        words = self._theirs.text[first:last]
        alike = sorted((self._alike(first, place, len(words)), place) for place in found)
        if alike[-1][0] - alike[-2][0] >= _MORE:
            return [alike[-1][1]]
        own = list(_places(words, self._theirs.text))
        return [found[own.index(first)]] if len(own) == len(found) else found

    def _alike(self, theirs: int, ours: int, length: int) -> int:
        """How many letters just before and just after two places are the same."""
        before = Postfix.similarity(self._theirs.before(theirs), self._ours.before(ours))
        after = Prefix.similarity(self._theirs.after(theirs + length), self._ours.after(ours + length))
        return before + after


class _Letters:
    """The letters of a text, each with its place in it."""

    def __init__(self, text: str) -> None:
        letters, places = [], array("L")
        for place, character in enumerate(text):
            for letter in _folded(character):
                letters.append(letter)
                places.append(place)
        self.text = "".join(letters)
        self._places = places

    def number(self, offset: int) -> int:
        """How many letters stand before an offset of the text."""
        return bisect_left(self._places, offset)

    def stretch(self, first: int, last: int) -> tuple[int, int]:
        """The offsets of letters first to last, without last."""
        return self._places[first], self._places[last - 1] + 1

    def before(self, number: int) -> str:
        """Some of the letters before one."""
        return self.text[max(0, number - _CONTEXT) : number]

    def after(self, number: int) -> str:
        """Some of the letters from one on."""
        return self.text[number : number + _CONTEXT]


@cache
def _folded(character: str) -> str:
    """The letters of a character without accents; none for a blank or what is not seen."""
    if character.isascii():
        return character if character > " " else ""
    if unicodedata.category(character) in ("Zs", "Zl", "Zp", "Cc", "Cf"):
        return ""
    plain = unicodedata.normalize("NFKD", character)
    return "".join(part for part in plain if not unicodedata.combining(part) and not part.isspace())


def _places(words: str, text: str) -> Iterator[int]:
    place = text.find(words)
    while place >= 0:
        yield place
        place = text.find(words, place + 1)
