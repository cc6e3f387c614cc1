"""
Which earlier recommendations are like a draft, with the reasons: one function behind which a ranker can be replaced.

The lexical ranker compares what two texts are about (wsr.learning.subject). A family that both name counts whole,
whether or not they name it with the same word; a shared word that is in no family counts for little, since words meet by
chance ("temperature", "zero") more often than subjects do. How much anything weighs is how seldom it stands in
recommendations: in those at hand, and in a stock of imagined ones so that three documents are enough to begin with.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from math import exp, log, sqrt
from typing import NamedTuple, Protocol

import numpy as np

from wsr.domain.learning import Alike, Likeness
from wsr.learning.groups import LEAST
from wsr.learning.likeness import Shared, Weighed, pairs_alike
from wsr.learning.scores import Bounds, Scores, Sought, repeats, surplus
from wsr.learning.subject import Subject, Unit, subject_of
from wsr.vocabulary.families import Family, Phrase, stock_rates

_IMAGINED = 200
"""Recommendations that are imagined beside those at hand, in which all stands as often as the vocabulary says."""
_RARE = 0.004
"""The part of these in which a word stands that the vocabulary does not know."""
_SCALE = -log(_RARE)

_UNKNOWN = 0.7
"""What such a word weighs, against a family as rare that says most of the subject."""
_BY_CHANCE = 0.2
"""The part of its weight that counts when a word is shared that is in no family."""
_AGAIN = 0.5
"""What each further word of a draft counts that meets the same family."""
_ASKED = 0.65
"""How much it matters that what is asked was recommended, against that what was recommended is asked."""
_PAD = 1.0
"""Weight that no text meets: two that say next to nothing are not sure to be alike."""

_MUCH = 1.5
"""Weight that is much to share: with as much, a likeness is for two thirds no chance."""
_MANY = 2.0
"""Things that are many to share: one alone, however seldom, is little."""

_SUBJECT = 0.3
"""Families that weigh as much are subjects; two texts that share fewer than two of these do not repeat each other."""


class Ranker(Protocol):
    """Ranks texts by their likeness to a draft."""

    def rank(self, draft: str, sought: Sought = Sought.REQUEST) -> list[Alike]:
        """The texts that are like a draft in what is sought, best first; empty when none is."""

    def likeness(self) -> dict[tuple[int, int], float]:
        """How alike pairs of the texts are, by their places, the lower first; pairs left out are not alike."""

    def shared(self, places: Iterable[int]) -> tuple[str, ...]:
        """What all of these texts are about, in a few words each; may be empty."""


BY_WORDS = {
    Sought.REQUEST: Bounds(opens=0.34, further=0.15, same_words=0.3),
    Sought.SUBJECT: Bounds(opens=0.37, further=0.17, same_words=0.0),
}
"""Chosen on the development sets of benchmarks/learning_sets."""


class Prepared(NamedTuple):
    """A text with what each of its units weighs."""

    text: str
    subject: Subject
    weights: dict[Unit, float]
    total: float
    stems: frozenset[str]


class LexicalRanker:
    """Ranks by families of words, and by words."""

    def __init__(self, texts: Iterable[str]) -> None:
        read = [(text, subject_of(text)) for text in texts]
        self._phrases = Counter(phrase for _, subject in read for phrase in subject.phrases)
        self._families = Counter(family for _, subject in read for family in subject.families)
        self._held = len(read)
        self._family_weights: dict[Family, float] = {}
        self._prepared = [self._prepare(text, subject) for text, subject in read]

    def rank(self, draft: str, sought: Sought = Sought.REQUEST) -> list[Alike]:
        """
        The texts that are like a draft, best first, then in the order in which they came; empty when none is.

        None is offered unless the best is sure enough (BY_WORDS).
        """
        asked = self.prepared(draft)
        scores = self.scores(asked, sought)
        return [
            Alike(index=index, score=float(scores[index]), because=self.because(asked, index))
            for index in BY_WORDS[sought].offered(scores)
        ]

    def scores(self, asked: Prepared, sought: Sought) -> Scores:
        """How alike each text is, 0 to 1: in its subject, beyond the words that both print, or in nearly every word."""
        same = self.same_words(asked)
        beyond = np.sqrt(self.subjects(asked)) - BY_WORDS[sought].same_words * surplus(same)
        return np.maximum(beyond, repeats(same)).clip(0.0, 1.0).round(3)

    def prepared(self, draft: str) -> Prepared:
        """A draft, ready for being compared."""
        return self._prepare(draft, subject_of(draft))

    def subjects(self, asked: Prepared) -> Scores:
        """How far each text shares the subject of a draft, 0 to 1."""
        return np.array([self._score(asked, earlier) for earlier in self._prepared], dtype=float)

    def same_words(self, asked: Prepared) -> Scores:
        """How far each text prints the words of a draft, in any form: 1 for all, of both; 0 for none."""
        shares = [
            len(asked.stems & each.stems) / sqrt(max(1, len(asked.stems) * len(each.stems)))
            for each in self._prepared
        ]
        return np.array(shares, dtype=float)

    def likeness(self, least: float = LEAST) -> dict[tuple[int, int], float]:
        """How alike any two of the texts are that share two subjects and are so alike at least."""
        return pairs_alike([self._weighed(each) for each in self._prepared], least, _most, self._alike)

    def shared(self, places: Iterable[int]) -> tuple[str, ...]:
        """The families that all of these texts name, the weightiest first; those that say little are left out."""
        named = [set(self._prepared[place].subject.families) for place in places]
        common = sorted(
            set.intersection(*named), key=lambda family: (-self._family_weight(family), family.name)
        )
        return tuple(family.name for family in common if self._family_weight(family) >= _SUBJECT)

    def _weighed(self, prepared: Prepared) -> Weighed:
        """The most that each family counts, and each word that is in none."""
        met = defaultdict[Hashable, list[float]](list)
        for unit, weight in prepared.weights.items():
            for key in unit.families or (unit.phrase,):
                met[key].append(weight if unit.families else weight * _BY_CHANCE)
        weights = {
            key: sum(weight * _AGAIN**n for n, weight in enumerate(sorted(some, reverse=True)))
            for key, some in met.items()
        }
        units = {key: len(some) for key, some in met.items()}
        families = prepared.subject.families
        subjects = tuple(family for family in families if self._family_weight(family) >= _SUBJECT)
        return Weighed(subjects, weights, units, prepared.total + _PAD)

    def _alike(self, one: int, other: int) -> float:
        """How alike two texts are, whichever of them is asked about."""
        lower, upper = self._prepared[one], self._prepared[other]
        met, back = self._met(lower, upper.subject), self._met(upper, lower.subject)
        if not met:
            return 0.0
        forth, of_upper = _part(lower, met), _part(upper, back)
        return max(_scored(of_upper, forth, back), _scored(forth, of_upper, met))

    def _score(self, asked: Prepared, earlier: Prepared) -> float:
        met = self._met(asked, earlier.subject)
        if not met:
            return 0.0
        return _scored(_part(asked, met), _part(earlier, self._met(earlier, asked.subject)), met)

    def _met(self, one: Prepared, other: Subject) -> dict[Unit, float]:
        """The units of one text that the other meets, with how much each counts."""
        met: dict[Unit, float] = {}
        used: Counter[Family] = Counter()
        for unit, weight in one.weights.items():
            if unit.families and (family := self._shared(unit, other)):
                most = self._family_weight(family) * other.families[family].strength
                met[unit] = min(weight, most) * _AGAIN ** used[family]
                used[family] += 1
            elif unit.phrase in other.phrases:
                met[unit] = weight * _BY_CHANCE
        return met

    def _shared(self, unit: Unit, other: Subject) -> Family | None:
        """The weightiest family of a unit that the other text names too."""
        shared = [family for family in unit.families if family in other.families]
        if len(shared) < 2:
            return shared[0] if shared else None
        return max(shared, key=lambda family: self._family_weight(family) * other.families[family].strength)

    def because(self, asked: Prepared, index: int) -> tuple[Likeness, ...]:
        """What a draft and the text at a place share, the weightiest first; may be empty."""
        text, earlier = self._prepared[index].text, self._prepared[index].subject
        reasons: dict[Family | Phrase, Likeness] = {}
        for unit, _ in sorted(self._met(asked, earlier).items(), key=lambda each: -each[1]):
            family = self._shared(unit, earlier)
            same = earlier.phrases.get(unit.phrase)
            other = same or (earlier.families[family] if family else unit)
            reasons.setdefault(
                family or unit.phrase,
                Likeness(
                    words=_printed(text, other),
                    asked=_printed(asked.text, unit),
                    family=family.name if family else None,
                ),
            )
        return tuple(reasons.values())

    def _prepare(self, text: str, subject: Subject) -> Prepared:
        """The weight of each unit; words of one meaning weigh once."""
        weights: dict[Unit, float] = {}
        strongest: dict[tuple[Family, ...] | Phrase, Unit] = {}
        for unit in subject.units:
            weight = self._weight(unit)
            known = strongest.setdefault(unit.families or unit.phrase, unit)
            if known is unit or weight > weights[known]:
                weights.pop(known, None)
                strongest[unit.families or unit.phrase] = unit
                weights[unit] = weight
        return Prepared(text, subject, weights, sum(weights.values()), _stems(subject))

    def _weight(self, unit: Unit) -> float:
        if unit.families:
            return max(map(self._family_weight, unit.families)) * unit.strength
        rate = stock_rates().get(unit.phrase[0], _RARE)
        return self._seldom(self._phrases[unit.phrase], rate) * _UNKNOWN

    def _family_weight(self, family: Family) -> float:
        if family not in self._family_weights:
            seldom = self._seldom(self._families[family], family.rate)
            self._family_weights[family] = seldom * family.weight
        return self._family_weights[family]

    def _seldom(self, found: int, rate: float) -> float:
        """How much it tells to stand in so many texts: 0 for what stands in all, about 1 for what stands in none."""
        return -log((found + rate * _IMAGINED) / (self._held + _IMAGINED)) / _SCALE


def _part(one: Prepared, met: Mapping[Unit, float]) -> float:
    """The part of a text that another meets, 0 to 1."""
    return sum(met.values()) / (one.total + _PAD)


def _scored(asked_part: float, earlier_part: float, met: Mapping[Unit, float]) -> float:
    both = asked_part**_ASKED * earlier_part ** (1 - _ASKED)
    return float(both * _sure(list(met.values())))


def _most(one: Shared, other: Shared) -> float:
    """What two texts score at most, whichever is asked about: as if each thing that they share counted whole."""
    forth: float = one.part**_ASKED * other.part ** (1 - _ASKED) * _as_sure(one.much, one.many)
    back: float = other.part**_ASKED * one.part ** (1 - _ASKED) * _as_sure(other.much, other.many)
    return max(forth, back)


def _sure(met: Sequence[float]) -> float:
    """How far a likeness is no chance, 0 to 1, by how much is shared and in how many things of like weight."""
    much = sum(met)
    return _as_sure(much, much**2 / sum(weight**2 for weight in met))


def _as_sure(much: float, many: float) -> float:
    return (1 - exp(-much / _MUCH)) * (1 - exp(-many / _MANY))


def _stems(subject: Subject) -> frozenset[str]:
    return frozenset(stem for phrase in subject.phrases for stem in phrase)


def _printed(text: str, unit: Unit) -> str:
    return " ".join(text[slice(*unit.span)].split())


def spans_of(text: str, because: Sequence[Likeness]) -> list[tuple[int, int]]:
    """Where the words of the reasons stand first in the text that prints them, half-open, in order, none overlapping."""
    wanted = {" ".join(reason.words.split()) for reason in because}
    units = subject_of(text).units
    return sorted(unit.span for unit in units if _printed(text, unit) in wanted)
