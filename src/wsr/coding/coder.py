"""
The coder: from passages to extracts.

    passage | sentence_spans | terms, places, judge -> stretches | those that count | themes -> Extract

A term hit always makes an extract, whatever its stance; without one only what is judged does.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from wsr.coding.keys import extract_key
from wsr.coding.parts import in_its_part
from wsr.coding.places import left_out, never_practice
from wsr.coding.recommendations import RecommendationCoder
from wsr.coding.stance.judging import Judgement, judge
from wsr.coding.terms import TermFinder, TermHit, distinct
from wsr.coding.themes import ThemeCoder
from wsr.domain.codebook import Codebook, TermList
from wsr.domain.coding import Coding, ExplainedSentence, Explanation, Extract, Reason, Stance
from wsr.domain.kinds import PassageKind, SectionKind
from wsr.domain.passages import Passage
from wsr.domain.review import Review
from wsr.language.sentences import sentence_spans
from wsr.vocabulary.codebooks import recommendation_codebook

RULES = 6
"""The version of the rules of this package; raised with every change that may change an extract or its coding."""

_TELLING = (Stance.IDENTIFIED, Stance.CRITICISM, Stance.SUGGESTED, Stance.GENERAL, Stance.NEUTRAL)
"""Which of several sentences speaks for a text where nothing else tells them apart."""


_PARTING = frozenset(" \t\n\u00a0,;:–—")
"""Marks at the ends of a stretch that are no part of a quotation."""


class Stretch(NamedTuple):
    """A stretch of a text with what is said in it; offsets are half-open."""

    start: int
    end: int
    terms: tuple[TermHit, ...]
    stance: Stance
    because: tuple[Reason, ...]
    is_barred: bool
    """True where the place says that no practice is judged: it has no codes."""
    goes_on: bool = False
    """True where the sentence goes on to judge something else, which is what it comes to."""

    @property
    def counts(self) -> bool:
        """Whether it makes an extract."""
        return bool(self.terms) or self.stance is not Stance.NEUTRAL


class Coder:
    """A term list and a codebook, ready to code reviews."""

    def __init__(self, terms: TermList, codebook: Codebook) -> None:
        self.terms = terms
        self.codebook = codebook
        self._finder = TermFinder(terms)
        self._themes = ThemeCoder(codebook)
        self.recommendations = RecommendationCoder(recommendation_codebook(), self._themes)

    @cached_property
    def version(self) -> str:
        """
        What the codings depend on: a review coded with another version is out of date.

        Names and versions, and a mark of what is in list and codebook: a file may be edited under the same version.
        """
        return (
            f"terms {self.terms.name} ({_mark(self.terms)}), codebook {self.codebook.name} "
            f"({_mark(self.codebook)}), rules {RULES}; recommendations {self.recommendations.version}"
        )

    def stretches(
        self, text: str, section: SectionKind | None = None, *, listed: bool = False
    ) -> list[Stretch]:
        """
        Every stretch of a text, in order: sentences, or their parts where they are judged apart.

        `listed` says that the text is an item of a list.
        """
        hits = self._finder.find(text)
        found = []
        for start, end in sentence_spans(text):
            for judged in judge(text[start:end]):
                placed = in_its_part(judged, section, listed=listed)
                limits = _trimmed(text, start + judged.start, start + judged.end)
                goes_on = judged.end < end - start
                found.append(_stretch(text, limits, placed, hits, section)._replace(goes_on=goes_on))
        return found

    def codes(self, text: str, stretch: Stretch) -> tuple[Coding, ...]:
        """The codes of a stretch of a text, best first."""
        if stretch.is_barred:
            return ()
        return self._themes.codes(text[stretch.start : stretch.end], stretch.stance)

    def extracts(self, review: Review) -> Iterator[Extract]:
        """The extracts of a review, in the order of its passages."""
        kinds = {(section.document, section.id): section.kind for section in review.sections}
        number = 0
        for passage in review.passages:
            section = kinds[passage.document, passage.section]
            if left_out(section, passage.kind) is not None:
                continue
            for extract in self._extracts_of(passage, section, number):
                number += 1
                yield extract

    def left_out(self, review: Review) -> dict[str, int]:
        """How many hits of terms make no extract, by reason: the kind of section, or "prompt" for the form's words."""
        kinds = {(section.document, section.id): section.kind for section in review.sections}
        counts: Counter[str] = Counter()
        for passage in review.passages:
            reason = left_out(kinds[passage.document, passage.section], passage.kind)
            if reason is not None and (hits := self._finder.find(passage.text)):
                counts[reason] += len(hits)
        return dict(sorted(counts.items()))

    def explain(
        self, text: str, section: SectionKind | None = None, name: str | int | None = None
    ) -> Explanation:
        """What the machine says of any text, and why; its stance is that of the most telling sentence."""
        found = self.stretches(text, section)
        sentences = tuple(self._explained(text, stretch) for stretch in found)
        telling = min(found, key=_how_telling, default=None)
        codes: tuple[Coding, ...] = ()
        if telling is not None and not telling.is_barred:
            codes = sentences[0].codes if len(found) == 1 else self._themes.codes(text, telling.stance)
        return Explanation(
            id=name,
            text=text,
            section_kind=section,
            terms=_ids(hit for stretch in found for hit in stretch.terms),
            stance=telling.stance if telling else Stance.NEUTRAL,
            stance_because=telling.because if telling else (),
            codes=codes,
            sentences=sentences,
        )

    def _explained(self, text: str, stretch: Stretch) -> ExplainedSentence:
        return ExplainedSentence(
            start=stretch.start,
            end=stretch.end,
            text=text[stretch.start : stretch.end],
            terms=_ids(stretch.terms),
            stance=stretch.stance,
            stance_because=stretch.because,
            codes=self.codes(text, stretch),
        )

    def _extracts_of(self, passage: Passage, section: SectionKind, before: int) -> Iterator[Extract]:
        same: Counter[str] = Counter()
        listed = passage.kind is PassageKind.LIST_ITEM
        found = self.stretches(passage.text, section, listed=listed)
        kept = [stretch for stretch in found if stretch.counts]
        for number, stretch in enumerate(kept, start=before + 1):
            text = passage.text[stretch.start : stretch.end]
            same[text] += 1
            yield Extract(
                id=f"e{number}",
                key=extract_key(passage.key, text, same[text]),
                document=passage.document,
                passage=passage.id,
                start=stretch.start,
                end=stretch.end,
                text=text,
                page=passage.page_first,
                terms=_ids(stretch.terms),
                term_counts=tuple(Counter(hit.term for hit in stretch.terms).values()),
                distinct_hits=len(distinct(stretch.terms)),
                stance=stretch.stance,
                stance_because=stretch.because,
                codes=self.codes(passage.text, stretch),
            )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The limits of a stretch without the marks that part it from the rest of its sentence; as they are if it has no others."""
    first, last = start, end
    while first < last and text[first] in _PARTING:
        first += 1
    while first < last and text[last - 1] in _PARTING:
        last -= 1
    return (first, last) if first < last else (start, end)


def _stretch(
    text: str, limits: tuple[int, int], judged: Judgement, hits: list[TermHit], section: SectionKind | None
) -> Stretch:
    start, end = limits
    own = tuple(hit for hit in hits if start <= hit.start < end) if hits else ()
    barred = never_practice(section, text[start:end])
    if barred is not None:
        return Stretch(start, end, own, Stance.NEUTRAL, (barred,), is_barred=True)
    return Stretch(start, end, own, judged.stance, judged.because, is_barred=False)


def _how_telling(stretch: Stretch) -> tuple[bool, bool, bool, int, int]:
    """What is judged comes before what is not; then what a sentence comes to, what has a term, what most speaks for."""
    return (
        stretch.stance is Stance.NEUTRAL,
        stretch.goes_on,
        not stretch.terms,
        -len(stretch.because),
        _TELLING.index(stretch.stance),
    )


def _ids(hits: Iterator[TermHit] | tuple[TermHit, ...]) -> tuple[str, ...]:
    """The terms of some hits, each once, as they come."""
    return tuple(dict.fromkeys(hit.term for hit in hits))


def _mark(content: TermList | Codebook) -> str:
    """The same for the same content only."""
    return hashlib.sha256(content.model_dump_json().encode()).hexdigest()[:8]
