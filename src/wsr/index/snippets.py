"""Which words of a found passage were asked for, and the piece of it that shows them best. Pure."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wsr.domain.search import Snippet
from wsr.index.expressions import Near, Phrase, Slot
from wsr.language.folding import Word, find_words

LENGTH = 320
"""Characters of a snippet, about three lines of a page; a passage a little longer is shown whole."""

_SPARE = 80


class Span(NamedTuple):
    """A stretch of text, half-open."""

    start: int
    end: int


def find_spans(text: str, language: str, field: str, asked: Iterable[Phrase | Near]) -> list[Span]:
    """The stretches of a text that match, in order, none touching another: a phrase is one stretch."""
    words = find_words(text)
    found = sorted(span for each in asked for span in _spans(each, words, language, field))
    joined: list[Span] = []
    for span in found:
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def make_snippet(text: str, spans: list[Span]) -> Snippet:
    """The piece of a text with most different matches in it, cut between words; its beginning if there are none."""
    piece = _piece(text, spans)
    parts: list[tuple[str, bool]] = []
    at = piece.start
    for span in spans:
        if piece.start <= span.start and span.end <= piece.end:
            parts += [(text[at : span.start], False), (text[span.start : span.end], True)]
            at = span.end
    parts.append((text[at : piece.end], False))
    return Snippet(
        parts=tuple((part, marked) for part, marked in parts if part),
        starts_inside=piece.start > 0,
        ends_inside=piece.end < len(text),
    )


def as_printed(text: str, spans: Iterable[Span]) -> tuple[str, ...]:
    """What the spans cover, each wording once, as first printed."""
    kept: dict[str, str] = {}
    for span in spans:
        printed = " ".join(text[span.start : span.end].split())
        kept.setdefault(printed.casefold(), printed)
    return tuple(kept.values())


def _spans(asked: Phrase | Near, words: list[Word], language: str, field: str) -> Iterator[Span]:
    if isinstance(asked, Phrase):
        if asked.field == field:
            length = len(asked.slots)
            for start in _starts(asked, words, language):
                yield Span(words[start].start, words[start + length - 1].end)
    else:
        yield from _near_spans(asked, words, language, field)


def _near_spans(near: Near, words: list[Word], language: str, field: str) -> Iterator[Span]:
    """The phrases of each place where all of them are near, every phrase marked for itself."""
    if near.phrases[0].field != field:
        return
    starts = [list(_starts(phrase, words, language)) for phrase in near.phrases]
    lengths = [len(phrase.slots) for phrase in near.phrases]
    for own_length, own_starts in zip(lengths, starts, strict=True):
        for first in own_starts:
            last = first + own_length + near.words_between
            close = [[start for start in each if first <= start <= last] for each in starts]
            if all(close):
                for length, each in zip(lengths, close, strict=True):
                    for start in each:
                        yield Span(words[start].start, words[start + length - 1].end)


def _starts(phrase: Phrase, words: list[Word], language: str) -> Iterator[int]:
    first, *others = (_texts(slot, language) for slot in phrase.slots)
    for start, word in enumerate(words[: max(0, len(words) - len(others))]):
        if word.text in first and all(
            words[start + offset].text in texts for offset, texts in enumerate(others, start=1)
        ):
            yield start


def _texts(slot: Slot, language: str) -> frozenset[str]:
    return frozenset(form.text for form in slot if form.language in (None, language))


def _piece(text: str, spans: list[Span]) -> Span:
    if len(text) <= LENGTH + _SPARE:
        return Span(0, len(text))
    first, last = _densest(text, spans) if spans else (Span(0, 0), Span(0, 0))
    around = max(0, LENGTH - (last.end - first.start))
    start = max(0, min(first.start - around // 2, len(text) - LENGTH))
    end = max(last.end, min(len(text), start + LENGTH))
    return Span(_after_space(text, start, first.start), _before_space(text, end, last.end))


def _densest(text: str, spans: list[Span]) -> tuple[Span, Span]:
    """The first and last match of the window with most different matches, the earliest of several."""
    best = (0, 0, 0)
    for index, first in enumerate(spans):
        last = index
        while last + 1 < len(spans) and spans[last + 1].end <= first.start + LENGTH:
            last += 1
        different = {text[span.start : span.end].casefold() for span in spans[index : last + 1]}
        if len(different) > best[0]:
            best = (len(different), index, last)
    return spans[best[1]], spans[best[2]]


def _after_space(text: str, start: int, latest: int) -> int:
    """The beginning of the next word, not after `latest`."""
    if start == 0 or text[start - 1].isspace():
        return start
    space = next((index for index in range(start, latest) if text[index].isspace()), None)
    return start if space is None else space + 1


def _before_space(text: str, end: int, earliest: int) -> int:
    """The end of the last whole word, not before `earliest`."""
    if end == len(text) or text[end].isspace():
        return end
    space = next((index for index in range(end - 1, earliest - 1, -1) if text[index].isspace()), None)
    return end if space is None else space
