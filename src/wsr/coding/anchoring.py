"""Finding again, in a text that has changed, the words that a person decided about. Pure."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from wsr.domain.judging import Judged, Standing
from wsr.domain.kinds import Language, Role
from wsr.domain.passages import Passage

_ALIKE = 88.0
"""Per cent of letters that must agree before other words are taken for the same ones, mended."""

_CONTEXT = 60
"""Characters of text kept before and after a quotation."""


class Text(NamedTuple):
    """A passage with what its document is."""

    passage: Passage
    role: Role
    language: Language


class _Candidate(NamedTuple):
    text: Text
    start: int
    end: int
    likeness: float


def context_of(text: str, start: int, end: int) -> tuple[str, str]:
    """The text just before and just after a stretch."""
    return text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]


def find_again(judged: Judged, texts: Sequence[Text]) -> Standing | None:
    """
    Where the words of a judged extract stand now; None when they are there no more.

    Looked for in this order: the same words in the passage of the same key; the same words in a document of the
    same role and language, then in any; nearly the same words (a corrected version) in the same order. Among
    equals the surroundings decide, then the earlier place.
    """
    same_document = [t for t in texts if (t.role, t.language) == (judged.role, judged.language)]
    same_passage = [t for t in same_document if t.passage.key == judged.passage_key]
    for among in (same_passage, same_document, texts):
        if found := _best(judged, [c for text in among for c in _verbatim(judged.quote, text)]):
            return found
    for among in (same_document, texts):
        if found := _best(judged, [c for text in among for c in _nearly(judged.quote, text)]):
            return found
    return None


def _verbatim(quote: str, text: Text) -> Iterable[_Candidate]:
    start = text.passage.text.find(quote)
    while start >= 0:
        yield _Candidate(text, start, start + len(quote), 100.0)
        start = text.passage.text.find(quote, start + 1)


def _nearly(quote: str, text: Text) -> Iterable[_Candidate]:
    if len(text.passage.text) * 100 < len(quote) * _ALIKE:
        return
    found = fuzz.partial_ratio_alignment(quote, text.passage.text, score_cutoff=_ALIKE)
    if found is not None:
        start, end = _whole_words(text.passage.text, found.dest_start, found.dest_end)
        yield _Candidate(text, start, end, found.score)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch widened to the words that it cuts, and without white space at its ends."""
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _best(judged: Judged, candidates: Sequence[_Candidate]) -> Standing | None:
    if not candidates:
        return None
    best = max(
        candidates, key=lambda one: (one.likeness, _surroundings(judged, one), -abs(one.start - judged.start))
    )
    passage = best.text.passage
    return Standing(
        document=passage.document, passage=passage.id, passage_key=passage.key, start=best.start, end=best.end
    )


def _surroundings(judged: Judged, candidate: _Candidate) -> float:
    """How alike the text around a candidate is to that around the judged extract, in per cent."""
    before, after = context_of(candidate.text.passage.text, candidate.start, candidate.end)
    return float(fuzz.ratio(judged.before + judged.after, before + after))
