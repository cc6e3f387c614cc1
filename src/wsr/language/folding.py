"""
Words as search sees them: folded for comparing, with their place in the text that is shown.

A word is a run of letters and digits; hyphens, apostrophes and all other marks end it, so that "o'r" is
o, r and "co-operation" is co, operation. What a hyphen or its absence means is for the query to decide.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

_IGNORABLE = "\u00ad\u034f\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff"
"""Soft hyphen, joiners and variation marks: inside words they are invisible."""

_COMBINING = "\u0300-\u034e\u0350-\u036f"

_WORD = re.compile(rf"[\w{_COMBINING}{_IGNORABLE}]+")
_IGNORED = re.compile(f"[{_IGNORABLE}]+")

_NO_PART_OF_A_WORD = str.maketrans(dict.fromkeys("_⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", " "))
"""Raised figures are marks of notes, set close to the word that they follow."""

HYPHENS = "-\u2010\u2011"
"""What joins the parts of a compound: the hyphen as typed, as printed, and the one that does not break."""

COMBINING_FORMS = frozenset([
    "anti", "bi", "co", "hyper", "inter", "intra", "macro", "micro", "mid", "mini", "multi", "neo",
    "neuro", "non", "pseudo", "psycho", "quasi", "self", "semi", "socio", "sub", "tri", "ultra",
])  # fmt: skip
"""Parts that stand before another word and hardly ever alone: "multi agency" is multi-agency."""


class Word(NamedTuple):
    """One word of a text."""

    text: str
    """Folded."""
    start: int
    end: int
    hyphenated: bool
    """True when a hyphen, and nothing else, joins it to the word before."""


def fold(word: str) -> str:
    """The form of a word that is compared: NFKC, case folded, without invisible marks; "" if nothing is left."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKC", _IGNORED.sub("", word)).casefold()
    folded = unicodedata.normalize("NFKC", plain)
    return folded if folded.isalnum() else "".join(filter(_belongs_to_words, folded))


def is_plain(text: str) -> bool:
    """Whether folding changes no more than the case of a text: it can then be looked through as it stands."""
    return text.isascii() or (
        unicodedata.is_normalized("NFKC", text) and _IGNORED.search(text) is None and "ß" not in text
    )


def fold_words(text: str) -> list[str]:
    """The words of a text, folded, in order; a word's index in the list is its position in searching."""
    folded = map(fold, _WORD.findall(_with_separators(text)))
    return [word for word in folded if word]


def find_words(text: str) -> list[Word]:
    """The words of a text with their half-open offsets: as many, and in the order, as `fold_words` gives."""
    return list(_found(text))


def unaccented(word: str) -> str:
    """A folded word without its accents: ty for tŷ; the word itself when it has none."""
    if word.isascii():
        return word
    marks_apart = unicodedata.normalize("NFD", word)
    return "".join(character for character in marks_apart if not unicodedata.combining(character))


def hyphenated_pairs(text: str) -> set[str]:
    """The compounds that a text prints with a hyphen, in pairs of parts: {"multi-agency"}."""
    if not any(hyphen in text for hyphen in HYPHENS):
        return set()
    words = find_words(text)
    return {f"{first.text}-{second.text}" for first, second in pairwise(words) if second.hyphenated}


def _found(text: str) -> Iterator[Word]:
    previous_end = -1
    for match in _WORD.finditer(_with_separators(text)):
        folded = fold(match[0])
        if folded:
            start, end = match.span()
            hyphenated = start == previous_end + 1 and previous_end >= 0 and text[previous_end] in HYPHENS
            yield Word(folded, start, end, hyphenated)
            previous_end = end


def _with_separators(text: str) -> str:
    """The text, of the same length, with spaces for the characters that are in \\w but in no word."""
    return text if text.isascii() and "_" not in text else text.translate(_NO_PART_OF_A_WORD)


def _belongs_to_words(character: str) -> bool:
    return character.isalnum() or unicodedata.combining(character) != 0
