"""
Where the sentences of a text begin and end.

    every stop | within a quotation that goes on? | a slip? | words left out? | the number of an item?
               | the word before | the word after -> a span

The words are in `wsr.language.abbreviations`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from wsr.language.abbreviations import (
    DETERMINERS,
    LABELS,
    PREPOSITIONS,
    SAID,
    SMALL_STARTERS,
    STARTERS,
    WELSH_VERB,
    Stop,
    stop_after,
)

_UPPER = "A-ZÀ-ÖØ-ÞŴŶ"
_OPENING = r"[\"'‘’“«(\[]*"
_BULLET = r"[•·▪●◦‣➢►*–|-]\s"
_ITEM = rf"(?!v\.)\(?(?:[a-z]|[ivx]+|[IVX]{{2,}}|\d{{1,3}})[.)]\s+{_OPENING}[{_UPPER}]|\((?:[a-z]|[ivx]+)\)\s"
_NEXT = rf"{_OPENING}(?:[{_UPPER}0-9£€$█■]|[a-z][A-Z])|\[(?!sic\b)[a-z]|{_ITEM}|{_BULLET}"
_NOTE = r"(?P<note>(?:(?<!\d\.)|(?<=[12]\d\d\d\.))\d{1,2}(?:,\s?\d{1,2})*)?(?:\s?\[\d{1,2}\]|\(\d{1,2}\)|[⁰¹²³⁴-⁹*†‡]+)?"

_END = re.compile(
    rf"(?<![.!?…])(?P<mark>[.!?…]+)(?![.!?…])(?P<closing>[\"'’”»)\]]*){_NOTE}"
    rf"(?:(?=\s+(?:{_NEXT}))"
    rf"|(?P<small>(?=\s*(?:{SMALL_STARTERS})\s))"
    rf"|(?P<tight>(?=[“‘(]?[{_UPPER}]+(?:[a-z]|\s))))"
    rf"|(?<![:;,])\n(?=[^\S\n]{{0,9}}\n|\s{{0,9}}(?:[•·▪●◦‣➢►]|\d{{1,3}}[.)]\s)\s*[{_UPPER}])"
)
"""Where a sentence may end: a stop before what may begin one, before a small letter or close to it by a slip, or the
end of a paragraph or of an item with a bullet."""

_MARK = re.compile(r"[.!?…\n]")
"""What each of them begins with, which is sooner seen."""

_HELD = re.compile(
    r"(?:(?<![^\s(\[–—])\"[^\"“”]{1,500}\"|“[^“”]{1,500}”|(?<![\w.])(?:‘[^‘\n]{1,500}?’|'[^\n]{1,500}?')(?!\w)|\([^()]{1,500}\))"
    r"(?:(?<=,[\"”’'])|(?=\s+(?:[–—-]\s+)?[a-z]|[,;:.)]))"
    r"|(?<=[\w,:;–—]\s)(?:\"[^\"“”]{1,200}?(?=[.!?…]+\")|“[^“”]{1,200}?(?=[.!?…]+”))"
)
"""A quotation or brackets after which the sentence goes on, or a short one in the frame of who said
it, up to its last stop."""

_MAY_HOLD = re.compile(r"[\"“‘'(]")
"""What each of them begins with."""

_WORD_BEFORE = re.compile(r"(?:(?P<label>[^\W\d]+)\s+)?(?P<word>(?:[^\W_]|[.@/&'’_-])+)$")
_FIRST_WORD = re.compile(rf"\s*{_OPENING}(?P<word>[^\W\d_]+)(?P<stop>\.?)")
_SAID = re.compile(rf"\s+(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+)?[{_UPPER}][\w’'-]*\.?\s+(?:{SAID})\b")
_NUMBERED = re.compile(r"\s*\(?(?:\d|[A-Z][\d./),;:]|[A-HJ-Z]\s|[IVX]{2,}\b|[A-Z][A-Z\d/.-]*\d)")
_DIGIT = re.compile(rf"\s*\d(?!\d?(?:\.\d+)+\s+[{_UPPER}])")

_NUMBER_OF_ITEM = r"(?:(?:(?:Learning\s)?(?:Recommendation|Finding|Lesson|Learning|Point|Action|Question|Issue|Theme|Table|Figure|Box|Note)\s)?[A-Z]?\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]+)"
_IS_ITEM = re.compile(rf"\s*{_OPENING}(?:{_BULLET}\s*)?(?:{_NUMBER_OF_ITEM}|[A-Z]|[IVX]+)")
_IS_ITEM_WITHIN = re.compile(rf"[:;]\s+{_NUMBER_OF_ITEM}$")
_STARTS_ITEM = re.compile(rf"\s*(?:{_ITEM}|{_BULLET}|\d+(?:\.\d+)*\s+[{_UPPER}])")

_AROUND = 40
"""Characters before and after a stop that may tell what it is."""
_FURTHER = 1_000
"""Those in which a letter that hides a name is looked for."""


class _Last(NamedTuple):
    """The last word before a stop, and the one before it."""

    word: str
    label: str


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """
    The half-open offsets of each sentence, in order, without the white space and the bars of cells between them.

    The number of an item belongs to its sentence. A quotation or brackets after which the sentence goes on are not
    divided. Blank text has no sentences.
    """
    held = [match.span() for match in _HELD.finditer(text)] if _MAY_HOLD.search(text) else []
    spans, start = [], 0
    for match in _possible_ends(text):
        if not _is_within(match.start(), held) and _ends(text, start, match):
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


def _possible_ends(text: str) -> Iterator[re.Match[str]]:
    """Every place where a sentence may end, in order; none lies within the one before."""
    done = 0
    for mark in _MARK.finditer(text):
        if mark.start() >= done and (match := _END.match(text, mark.start())):
            done = match.end()
            yield match


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Does the sentence that began at *start* end here?"""
    mark, closing = match["mark"], match["closing"]
    before = text[max(start, match.start() - _AROUND) : match.start()]
    after = text[match.end() : match.end() + _AROUND]
    if mark is None:
        return True
    last = _last_word(before)
    if match["small"] is not None:
        return not closing and (mark in "?!" or (mark == "." and _is_plain(last.word)))
    if _is_omission(mark, before):
        return _begins_sentence(after)
    if mark != ".":
        return not (closing and _SAID.match(after))
    if match["tight"] is not None and not _is_plain(last.word):
        is_address = any(sign in last.word for sign in "@/")
        return _begins_sentence(after) and stop_after(last.word) is not Stop.NEVER and not is_address
    if not closing and (_IS_ITEM.fullmatch(text, start, match.start()) or _IS_ITEM_WITHIN.search(before)):
        return False
    if _is_opening_phrase(text[start : match.start()]):
        return stop_after(last.word) is Stop.ALWAYS
    around = text[max(0, match.start() - _FURTHER) : match.end() + _FURTHER]
    return _ends_after(last, after, bool(match["note"]), around)


def _ends_after(last: _Last, after: str, has_note: bool, around: str) -> bool:
    match stop_after(last.word):
        case Stop.NEVER:
            return last.label in DETERMINERS and _begins_sentence(after) and not _is_title(after)
        case Stop.BEFORE_STARTER:
            return _begins_sentence(after)
        case Stop.INITIAL:
            is_label = last.label in LABELS or _is_body(last, after)
            return is_label or _begins_sentence(after) or _hides_a_name(last.word, around)
        case Stop.BEFORE_NO_NUMBER:
            return not has_note and not _NUMBERED.match(after)
        case Stop.BEFORE_NO_DIGIT:
            return not has_note and not _DIGIT.match(after)
        case _:
            return True


def _last_word(before: str) -> _Last:
    found = _WORD_BEFORE.search(before)
    return _Last(found["word"], found["label"] or "") if found else _Last("", "")


def _is_plain(word: str) -> bool:
    """Is it an ordinary word or a year, so that what follows its stop with a small letter or no space is a slip?"""
    is_word = len(word) > 1 and word.isalpha() and word[1:].islower() and stop_after(word) is Stop.ALWAYS
    return is_word or (word.isdigit() and len(word) == 4)


def _is_omission(mark: str, before: str) -> bool:
    """Do points stand for words left out: between spaces or in brackets?"""
    return (mark.strip(".") == "…" or mark.startswith("..") or before.endswith(". ")) and before.endswith(
        (" ", "[", "(")
    )


def _is_opening_phrase(sentence: str) -> bool:
    """Is it only a time or a place, as in “At 3 p.m. Mrs. B. rang”?"""
    words = sentence[: 2 * _AROUND].split()
    return len(words) <= 4 and len(sentence) <= 2 * _AROUND and bool(words) and words[0] in PREPOSITIONS


def _begins_sentence(after: str) -> bool:
    """Does what follows begin a sentence even where a name could stand?"""
    first = _FIRST_WORD.match(after)
    if first is None or not (first["word"] in STARTERS or WELSH_VERB.fullmatch(first["word"])):
        return _STARTS_ITEM.match(after) is not None
    return not (len(first["word"]) == 1 and first["stop"])


def _is_title(after: str) -> bool:
    first = _FIRST_WORD.match(after)
    return first is not None and stop_after(first["word"]) is Stop.NEVER


def _is_body(last: _Last, after: str) -> bool:
    """Are they the letters of a body or a post that no part of its name follows: the C.M.H.T., not the N.H.S. Trust?"""
    first = _FIRST_WORD.match(after)
    names_go_on = first is not None and first["word"] in LABELS
    return last.label in DETERMINERS and last.word.count(".") > 1 and not names_go_on


def _hides_a_name(letter: str, around: str) -> bool:
    """Does a letter stand nearby without a surname after it, as those do that hide a name?"""
    return re.search(rf"\b{re.escape(letter)}\.(?:['’]s\b|,?\s+[a-z])", around) is not None


def _is_within(offset: int, held: list[tuple[int, int]]) -> bool:
    at = bisect_right(held, offset, key=lambda span: span[0]) - 1
    return at >= 0 and held[at][0] < offset < held[at][1]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text.startswith("| ", start)):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
