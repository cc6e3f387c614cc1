"""Where the sentences of a text begin and end."""

import re

_END = re.compile(r"[.!?…][\"'’”)\]]*(?:\[?\d{1,2}\]?)?(?=\s+[\"'‘“(\[]*[A-ZÀ-ÖØ-ÝŴŶ0-9•])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[\"'‘“])(?:Dr|Mr|Mrs|Ms|Miss|Prof|Rev|St|Sgt|Insp|Supt|Det|Cllr|Hon|Jr|Sr|No|Nos|para|paras|pp?|vol|ss?|cf|"
    r"e\.g|i\.e|etc|viz|approx|incl|Ltd|Co|[A-Z]|[A-Z]\.[A-Z])\.$",
)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """
    The half-open offsets of each sentence, in order, without the white space between them.

    A full stop after a title, an initial or a common abbreviation ends nothing. Blank text has no sentences.
    """
    spans, start = [], 0
    for match in _END.finditer(text):
        if _ABBREVIATION.search(text[start : match.start() + 1]):
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(text)))
    return [span for span in (_trimmed(text, *span) for span in spans) if span[0] < span[1]]


def sentence_at(text: str, offset: int) -> str:
    """The sentence that stands at an offset of a text; the whole text if none does."""
    for start, end in sentence_spans(text):
        if start <= offset < end:
            return text[start:end]
    return text.strip()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
