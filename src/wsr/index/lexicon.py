"""The words that the index has, and which of them are forms of a given one. Pure."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from wsr.domain.kinds import Language
from wsr.language.folding import COMBINING_FORMS, unaccented
from wsr.language.stems import stem
from wsr.language.welsh import mutated_forms

_EXACT_BOOST = 2.0
"""The word as typed counts more than other forms of it."""

_STEM_BEGINNING = 3
"""Forms of an English word share at least these first letters with their stem; those of a shorter stem the first:
tries is of try, dying of die."""

_NEVER_FIRST = frozenset(("a", "an", "the"))
"""Never read as the first part of a compound, whatever a printer's hyphen says: "the rapist" is not therapist."""


class Form(NamedTuple):
    """One word that may stand for a word that was typed."""

    text: str
    boost: float = 1.0
    language: str | None = None
    """Only in passages of this language; None for both."""


class Lexicon:
    """The words of one field, with the number of passages that have each."""

    def __init__(self, frequencies: Mapping[str, int], compounds: Iterable[str]) -> None:
        self.frequencies = frequencies
        self._compounds = frozenset(compounds)

    def __contains__(self, word: str) -> bool:
        return word in self.frequencies

    def forms(self, word: str, stemmed: bool) -> tuple[Form, ...]:
        """
        The words of the index that a typed word stands for, itself first.

        Typed without accents, it stands for accented words too; typed with accents that the index does not
        have, for the plain word. `stemmed` adds the other English forms and the Welsh mutations, each in
        passages of its language only.
        """
        found = {word: Form(word, _EXACT_BOOST if stemmed else 1.0)}
        plain = unaccented(word)
        if word == plain or word not in self:
            for form in (plain, *self._accented.get(plain, ())):
                found.setdefault(form, Form(form))
        if stemmed:
            for form in self._of_stem(word):
                found.setdefault(form, Form(form, 1.0, Language.EN.value))
            for form in sorted(mutated_forms(word)):
                if form in self:
                    found.setdefault(form, Form(form, 1.0, Language.CY.value))
        return tuple(found.values())

    def beginning_with(self, prefix: str) -> Iterator[str]:
        """The words that begin with a prefix, in order."""
        start = bisect_left(self._sorted, prefix)
        return takewhile(lambda word: word.startswith(prefix), _from(self._sorted, start))

    def parts_of(self, word: str) -> list[tuple[str, str]]:
        """The two words that a word printed as one is elsewhere printed as: (co, operation) for cooperation."""
        return [
            (word[:cut], word[cut:])
            for cut in range(2, len(word) - 1)
            if word[:cut] in self and word[cut:] in self and self._is_compound(word[:cut], word[cut:])
        ]

    def whole_of(self, first: str, second: str, hyphenated: bool) -> str | None:
        """The one word that two typed words are elsewhere printed as; None when there is none."""
        whole = first + second
        if whole in self and (hyphenated or self._is_compound(first, second)):
            return whole
        return None

    def _is_compound(self, first: str, second: str) -> bool:
        if first in COMBINING_FORMS:
            return True
        return first not in _NEVER_FIRST and f"{first}-{second}" in self._compounds

    def _of_stem(self, word: str) -> list[str]:
        wanted = stem(word)
        beginning = wanted[:_STEM_BEGINNING] if len(wanted) > _STEM_BEGINNING else wanted[:1]
        return [form for form in self.beginning_with(beginning) if stem(form) == wanted]

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.frequencies)

    @cached_property
    def _accented(self) -> dict[str, list[str]]:
        """For each plain form the words with accents that have it."""
        found: dict[str, list[str]] = {}
        for word in sorted(each for each in self.frequencies if not each.isascii()):
            plain = unaccented(word)
            if plain != word:
                found.setdefault(plain, []).append(word)
        return found


def _from(words: list[str], start: int) -> Iterator[str]:
    return (words[index] for index in range(start, len(words)))
