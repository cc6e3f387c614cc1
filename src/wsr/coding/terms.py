"""Finding the terms of a list in a text, and counting them once where they nest or repeat each other."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wsr.domain.codebook import Term, TermList
from wsr.language.folding import COMBINING_FORMS, Word, find_words, fold_words, is_plain

_Slot = str
"""A folded word; one that ends in a star is the beginning of words."""


class TermHit(NamedTuple):
    """A place where a term stands; offsets are half-open."""

    term: str
    start: int
    end: int


class TermFinder:
    """The terms of a list, ready to be found in texts."""

    def __init__(self, terms: TermList) -> None:
        self.terms = terms
        self._ordered: dict[str, list[tuple[str, tuple[_Slot, ...]]]] = {}
        self._near = [term for term in terms.terms if term.within is not None]
        self._place = {term.id: number for number, term in enumerate(terms.terms)}
        for term in terms.terms:
            if term.within is None:
                for phrase in _variants(term):
                    self._ordered.setdefault(phrase[0][:2], []).append((term.id, phrase))
        self._traces = tuple(
            {max(phrase, key=len).removesuffix("*") for term in terms.terms for phrase in _variants(term)}
        )

    def find(self, text: str) -> list[TermHit]:
        """
        Every hit of every term, in order of place, then of the list; they may nest and overlap.

        Words are compared folded: case, accents of typing, hyphens and spaces inside compounds make no
        difference, so that co-operation and cooperation find the same places.
        """
        if is_plain(text) and not self._may_have_one(text.lower()):
            return []
        words = find_words(text)
        hits = {*self._phrases(words), *(hit for term in self._near for hit in _near_hits(term, words))}
        return sorted(hits, key=lambda hit: (hit.start, hit.end, self._place[hit.term]))

    def _may_have_one(self, lowered: str) -> bool:
        """Whether the longest word of some term stands in a text: in most passages none does."""
        return any(trace in lowered for trace in self._traces)

    def _phrases(self, words: list[Word]) -> Iterator[TermHit]:
        for at, word in enumerate(words):
            for term, phrase in self._ordered.get(word.text[:2], ()):
                if _stands_at(phrase, words, at):
                    yield TermHit(term, word.start, words[at + len(phrase) - 1].end)


def distinct(hits: Iterable[TermHit]) -> list[tuple[int, int]]:
    """The stretches that hits cover, those that touch each other as one: what a de-duplicated count counts."""
    stretches: list[tuple[int, int]] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, hit.end)):
        if stretches and hit.start < stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(stretches[-1][1], hit.end))
        else:
            stretches.append((hit.start, hit.end))
    return stretches


def _variants(term: Term) -> set[tuple[_Slot, ...]]:
    """The words of each phrase, compounds with a combining form as one word and as two."""
    found: set[tuple[_Slot, ...]] = set()
    for phrase in term.match:
        written = list(_written(phrase))
        variants: list[tuple[_Slot, ...]] = [()]
        for word in written:
            variants = [(*before, *form) for before in variants for form in _forms(word)]
        found |= {closed for variant in variants for closed in (variant, _closed(variant))}
    return found


def _written(phrase: str) -> Iterator[_Slot]:
    """The words of a phrase, folded, those before a star open at their end."""
    *opened, rest = phrase.split("*")
    for piece in opened:
        *closed, last = fold_words(piece)
        yield from (*closed, f"{last}*")
    yield from fold_words(rest)


def _forms(word: str) -> list[tuple[_Slot, ...]]:
    """A word as it stands, and taken apart after a combining form: cooperation, co operation."""
    parts = [
        (word[: len(form)], word[len(form) :])
        for form in COMBINING_FORMS
        if word.startswith(form) and len(word) > len(form) + 3
    ]
    return [(word,), *parts]


def _closed(phrase: tuple[_Slot, ...]) -> tuple[_Slot, ...]:
    """The phrase with each combining form set close to the word after it."""
    closed: list[_Slot] = []
    for word in phrase:
        if closed and closed[-1] in COMBINING_FORMS:
            closed[-1] += word
        else:
            closed.append(word)
    return tuple(closed)


def _stands_at(phrase: tuple[_Slot, ...], words: list[Word], at: int) -> bool:
    return at + len(phrase) <= len(words) and all(
        _matches(slot, words[at + n].text) for n, slot in enumerate(phrase)
    )


def _matches(slot: _Slot, word: str) -> bool:
    return word.startswith(slot[:-1]) if slot.endswith("*") else word == slot


def _near_hits(term: Term, words: list[Word]) -> Iterator[TermHit]:
    """The shortest stretches that hold every word of a phrase, in any order, with few others between."""
    assert term.within is not None
    for phrase in _variants(term):
        longest = len(phrase) + term.within
        first_of = {
            at + last: at
            for at in range(len(words))
            if (last := _last_of(phrase, words[at : at + longest])) is not None
        }
        for last, first in first_of.items():
            yield TermHit(term.id, words[first].start, words[last].end)


def _last_of(phrase: tuple[_Slot, ...], window: list[Word]) -> int | None:
    """Where the last word of a phrase stands that begins with a window, in any order; None when it does not."""
    taken: set[int] = set()
    for slot in phrase:
        free = (n for n, word in enumerate(window) if n not in taken and _matches(slot, word.text))
        if (at := next(free, None)) is None:
            return None
        taken.add(at)
    return max(taken) if 0 in taken else None
