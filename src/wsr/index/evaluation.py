"""
Which passages an expression gives, and how well each fits: BM25F, in numpy. Pure.

The counts and scores are those of Whoosh's own searcher (a test holds them to it): a phrase is scored by its
words, forms of a word and parts of an OR are added up, what is only left out or filtered adds nothing.
"""

import math
from typing import NamedTuple, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from wsr.index.expressions import (
    All,
    AnyOf,
    Everything,
    Expression,
    Near,
    OfReviews,
    Phrase,
    Preferring,
    Slot,
    Without,
)
from wsr.index.lexicon import Form
from wsr.index.postings import KEY_BITS, NOWHERE, Keys, Numbers, Postings

B = 0.75
K1 = 1.2
"""Whoosh's own parameters of BM25F."""

Scores = NDArray[np.float64]

_Number = TypeVar("_Number", np.int32, np.int64)


class Matches(NamedTuple):
    """Passages, rising, each with its score."""

    numbers: Numbers
    scores: Scores


class Searched(Protocol):
    """What is searched: the passages of one generation, numbered from 0, deleted ones included."""

    count: int

    def postings(self, field: str, form: Form) -> Postings:
        """Where a word is; called once for each word of an expression, and may stop a search that is too long."""
        ...

    def frequency(self, field: str, word: str) -> int:
        """In how many passages a word is."""
        ...

    def dampening(self, field: str) -> Scores:
        """For each passage K1 * (1 - B + B * length / mean length)."""
        ...

    def of_reviews(self, reference: str, beginning: bool) -> Numbers:
        """The passages of some reviews, rising."""
        ...


def evaluate(expression: Expression, searched: Searched) -> Matches:
    """The passages that an expression gives, deleted ones not yet left out, with their scores."""
    match expression:
        case Phrase():
            return _phrase(expression, searched)
        case Near():
            return _near(expression, searched)
        case All(parts):
            return _all([evaluate(part, searched) for part in parts])
        case AnyOf(parts):
            return _any([evaluate(part, searched) for part in parts], searched.count)
        case Preferring(wanted, better):
            return _preferring(evaluate(wanted, searched), evaluate(better, searched))
        case Without(part):
            return _without(evaluate(part, searched), searched.count)
        case OfReviews(reference, beginning):
            return _unscored(searched.of_reviews(reference, beginning))
        case Everything():
            return _unscored(np.arange(searched.count, dtype=np.int32))


def _phrase(phrase: Phrase, searched: Searched) -> Matches:
    slots = [_SlotPostings(slot, phrase.field, searched) for slot in phrase.slots]
    if len(slots) == 1:
        return slots[0].matches(searched)
    return _scored_where(_numbers_of(_starts(slots)), slots, searched)


def _near(near: Near, searched: Searched) -> Matches:
    groups = [
        [_SlotPostings(slot, phrase.field, searched) for slot in phrase.slots] for phrase in near.phrases
    ]
    starts = [_starts(group) for group in groups]
    lengths = [len(group) for group in groups]
    found = [_followed(starts, first, length + near.words_between) for first, length in enumerate(lengths)]
    numbers = np.unique(np.concatenate([_numbers_of(keys) for keys in found]))
    return _scored_where(numbers, [slot for group in groups for slot in group], searched)


def _followed(starts: list[Keys], first: int, reach: int) -> Keys:
    """The starts of one phrase from which each other phrase starts within reach."""
    kept = starts[first]
    for index, others in enumerate(starts):
        if index != first and kept.size:
            kept = kept[
                np.searchsorted(others, kept + reach, "right") > np.searchsorted(others, kept, "left")
            ]
    return kept


class _SlotPostings:
    """The words of one slot with their postings."""

    def __init__(self, slot: Slot, field: str, searched: Searched) -> None:
        self.field = field
        self.forms = [(form, searched.postings(field, form)) for form in slot]

    def keys(self) -> Keys:
        keys = [postings.keys for _, postings in self.forms if postings.numbers.size]
        if len(keys) == 1:
            return keys[0]
        return np.unique(np.concatenate(keys)) if keys else NOWHERE.keys

    def matches(self, searched: Searched) -> Matches:
        found = [
            Matches(postings.numbers, _scores(form, self.field, postings, searched))
            for form, postings in self.forms
        ]
        return found[0] if len(found) == 1 else _any(found, searched.count)


def _starts(slots: list[_SlotPostings]) -> Keys:
    """Where a phrase of these slots starts."""
    kept = slots[0].keys()
    for offset, slot in enumerate(slots[1:], start=1):
        if not kept.size:
            break
        kept = kept[_held_in(kept + offset, slot.keys())]
    return kept


def _scored_where(numbers: Numbers, slots: list[_SlotPostings], searched: Searched) -> Matches:
    """The given passages with the scores of all words of the slots in them."""
    scores = np.zeros(numbers.size)
    for slot in slots:
        for form, postings in slot.forms:
            places = np.searchsorted(postings.numbers, numbers)
            here = _held_in(numbers, postings.numbers)
            some = Postings(numbers[here], postings.counts[places[here]], NOWHERE.positions)
            scores[here] += _scores(form, slot.field, some, searched)
    return Matches(numbers, scores)


def _scores(form: Form, field: str, postings: Postings, searched: Searched) -> Scores:
    frequency = searched.frequency(field, form.text)
    rarity = math.log(searched.count / (frequency + 1)) + 1 if searched.count else 0.0
    counts = postings.counts.astype(np.float64)
    dampened = counts + searched.dampening(field)[postings.numbers]
    scores: Scores = counts * (form.boost * rarity * (K1 + 1)) / dampened
    return scores


def _all(found: list[Matches]) -> Matches:
    found = sorted(found, key=lambda matches: matches.numbers.size)
    numbers, scores = found[0]
    for other in found[1:]:
        here = _held_in(numbers, other.numbers)
        numbers, scores = numbers[here], scores[here]
        scores = scores + other.scores[np.searchsorted(other.numbers, numbers)]
    return Matches(numbers, scores)


def _any(found: list[Matches], count: int) -> Matches:
    matched = np.zeros(count, dtype=bool)
    scores = np.zeros(count)
    for matches in found:
        matched[matches.numbers] = True
        scores[matches.numbers] += matches.scores
    numbers = np.flatnonzero(matched).astype(np.int32)
    return Matches(numbers, scores[numbers])


def _preferring(wanted: Matches, better: Matches) -> Matches:
    here = _held_in(wanted.numbers, better.numbers)
    scores = wanted.scores.copy()
    scores[here] += better.scores[np.searchsorted(better.numbers, wanted.numbers[here])]
    return Matches(wanted.numbers, scores)


def _without(matches: Matches, count: int) -> Matches:
    left = np.ones(count, dtype=bool)
    left[matches.numbers] = False
    return _unscored(np.flatnonzero(left).astype(np.int32))


def _unscored(numbers: Numbers) -> Matches:
    return Matches(numbers, np.zeros(numbers.size))


def _numbers_of(keys: Keys) -> Numbers:
    """The passages in which keys lie, rising, each once."""
    numbers = (keys >> KEY_BITS).astype(np.int32)
    return numbers[np.flatnonzero(np.diff(numbers, prepend=-1))] if numbers.size else numbers


def _held_in(wanted: NDArray[_Number], held: NDArray[_Number]) -> NDArray[np.bool_]:
    """For each of the wanted numbers, rising, whether it is among those held, rising too."""
    if not held.size:
        return np.zeros(wanted.size, dtype=bool)
    places = np.searchsorted(held, wanted)
    places[places == held.size] = 0
    found: NDArray[np.bool_] = held[places] == wanted
    return found
