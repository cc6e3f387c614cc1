"""What a recommendation is about: its words that tell, alone or in phrases, with the families that they are in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import NamedTuple

from wsr.language.folding import Word, find_words
from wsr.language.stems import stem
from wsr.vocabulary.families import Family, Phrase, faint_stems, families_by_phrase, stock_rates

Span = tuple[int, int]

FAINT = 0.6
"""What a word counts that often means something else, against one that does not."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or phrase of a text that tells something."""

    phrase: Phrase
    families: tuple[Family, ...]
    strength: float
    """1, or FAINT."""
    span: Span
    """Where it stands first."""


class Subject(NamedTuple):
    """The units of a text."""

    units: tuple[Unit, ...]
    """Each phrase once, in the order of the text."""
    phrases: dict[Phrase, Unit]
    families: dict[Family, Unit]
    """For each family the unit that speaks for it most strongly."""


def subject_of(text: str) -> Subject:
    """What a text is about; of no units when it has nothing but words of grammar."""
    phrases: dict[Phrase, Unit] = {}
    for unit in _units(find_words(text)):
        phrases.setdefault(unit.phrase, unit)
    families: dict[Family, Unit] = {}
    for unit in phrases.values():
        for family in unit.families:
            known = families.get(family)
            if known is None or unit.strength > known.strength:
                families[family] = unit
    return Subject(tuple(phrases.values()), phrases, families)


def _units(words: Sequence[Word]) -> Iterator[Unit]:
    stems = tuple(stem(word.text) for word in words)
    at = 0
    while at < len(stems):
        phrase = _longest(stems, at)
        if len(phrase) > 1 or stock_rates().get(phrase[0], 0.0) < 1.0:
            strength = FAINT if len(phrase) == 1 and phrase[0] in faint_stems() else 1.0
            span = words[at].start, words[at + len(phrase) - 1].end
            yield Unit(phrase, families_by_phrase().get(phrase, ()), strength, span)
        at += len(phrase)


def _longest(stems: Phrase, at: int) -> Phrase:
    """The longest phrase of any family that stands at a place; else the word that stands there."""
    for length in _lengths().get(stems[at], ()):
        if stems[at : at + length] in families_by_phrase():
            return stems[at : at + length]
    return stems[at : at + 1]


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """How long the phrases are that begin with each stem, the longest first."""
    phrases = sorted(families_by_phrase(), key=lambda phrase: (phrase[0], -len(phrase)))
    by_first = groupby(phrases, key=lambda phrase: phrase[0])
    return {first: tuple(dict.fromkeys(map(len, found))) for first, found in by_first}
