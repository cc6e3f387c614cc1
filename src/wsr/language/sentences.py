"""Where the sentences of a text begin and end."""

import re

_END = re.compile(r"[.!?…][\"'’”)\]]*(?:\[?\d{1,2}\]?)?(?=\s+[\"'‘“(\[]*[A-ZÀ-ÖØ-ÝŴŶ0-9•])")
_BEFORE = r"(?:^|[\s(\[\"'‘“])"
_ABBREVIATION = re.compile(
    rf"{_BEFORE}(?:Dr|Mr|Mrs|Ms|Prof|Rev|St|Sgt|Insp|Supt|Det|Cllr|Hon|Jr|Sr|cf|e\.g|i\.e|viz|approx|incl|Ltd|[A-Z]\.\s?[A-Z])\.$"
)
_BEFORE_A_NUMBER = re.compile(rf"{_BEFORE}(?:Nos?|paras?|pp?|vol|ss?|Reg|Art|Fig|ref)\.$")
_LONGEST = 20
"""Characters that an abbreviation may have."""
_INITIAL = re.compile(rf"{_BEFORE}[A-Z]\.$")
_NEXT_INITIAL = re.compile(r"\s+[A-Z]\.")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """
    The half-open offsets of each sentence, in order, without the white space between them.

    A full stop after a title, a pair of initials or a common abbreviation ends nothing; one after a single
    letter does, because reviews end sentences with Child A. Blank text has no sentences.
    """
    spans, start = [], 0
    for match in _END.finditer(text):
        before = text[max(start, match.start() - _LONGEST) : match.start() + 1]
        if not _is_abbreviated(before, text[match.end() : match.end() + 4]):
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


def _is_abbreviated(before: str, after: str) -> bool:
    if _ABBREVIATION.search(before):
        return True
    if _BEFORE_A_NUMBER.search(before):
        return after.lstrip()[:1].isdigit()
    return _INITIAL.search(before) is not None and _NEXT_INITIAL.match(after) is not None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
