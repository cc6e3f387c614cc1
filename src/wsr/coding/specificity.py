"""What a recommendation says of what is to be done and by when, in its own words. Pure."""

import re
from collections.abc import Iterable, Iterator

from wsr.language.dates import find_dates
from wsr.language.sentences import sentence_spans
from wsr.vocabulary.recommendations import (
    asking_word,
    infinitive_subject,
    is_imperative,
    names_nobody_first,
    present_request,
    welsh_subject,
)

_BETWEEN = frozenset(
    [
        "not",
        "also",
        "all",
        "both",
        "each",
        "either",
        "now",
        "then",
        "together",
        "jointly",
        "immediately",
        "urgently",
        "regularly",
        "always",
        "to",
        "be",
        "being",
        "have",
        "been",
        "that",
        "it",
        "they",
        "ei",
        "eu",
        "i",
    ]
)
"""Words that may stand between a modal and the verb; beside them adverbs in -ly."""

_ASIDE = re.compile(
    r"^\W*(?:in (?:the )?future|at once|where(?:ver)? possible|as soon as possible|in turn|over time)\b",
    re.IGNORECASE,
)
_CONSIDERATION = re.compile(r"\W*(?:further |serious |urgent )?(consideration)\b", re.IGNORECASE)
_TIME = re.compile(
    r"\d|\b(?:immediate(?:ly)?|ongoing|on-going|spring|summer|autumn|winter|quarterly|monthly|annual(?:ly)?|parhaus)\b",
    re.IGNORECASE,
)
_THAT = re.compile(r".{0,6}\bthat\b", re.IGNORECASE)
_LONGEST_CELL = 60
"""Characters of a cell that only says by when."""
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_NUMBER = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|eighteen|twenty|thirty|"
    r"twenty-four|forty-eight|the next|un|dau|ddau|dwy|tri|tair|pedwar|pump|chwech|chwe|saith|wyth|naw|deg|deuddeg)"
)
_UNIT = r"(?:hours?|days?|weeks?|months?|years?|awr|oriau|diwrnod|niwrnod|wythnos|fis|mis|misoedd|blwyddyn|mlynedd)"
_LIMIT = re.compile(
    rf"\b(?:within|o fewn)\s+(?:a\s+(?:maximum|period)\s+of\s+)?{_NUMBER}(?:[\s-]+(?:working|calendar|school))?"
    rf"(?:[\s-]+{_NUMBER})?[\s-]+{_UNIT}(?:\s+of\s+(?:the\s+)?publication)?\b"
    r"|\b(?:by|before|erbyn|cyn)\s+(?:the\s+)?(?:end|start|beginning|close|diwedd)\s+(?:of\s+|o\s+)?"
    r"(?:(?:this|the|next|y|eleni)\s+)?(?:financial\s+|calendar\s+|school\s+|academic\s+)?"
    r"(?:year|term|month|summer|winter|spring|autumn|flwyddyn|(?:19|20)\d{2}(?:[/-]\d{2,4})?)\b"
    r"|\b(?:with immediate effect|no later than (?:the )?[\w ]{3,30}?(?=[,.;]|$))",
    re.IGNORECASE,
)
_BEFORE_DATE = re.compile(
    r"\b(?:by|before|until|no later than|not later than|from|erbyn|cyn)\s+(?:the\s+)?(?:end\s+of\s+|diwedd\s+)?(?:mis\s+)?$",
    re.IGNORECASE,
)


def action_of(text: str) -> str:
    """The verb that says what is to be done: what follows "should", or the first word of "Ensure that …"; else empty."""
    spans = sentence_spans(text.replace("\n", " "))
    for start, end in spans:
        sentence = text[start:end]
        if is_imperative(sentence):
            return _WORD.search(sentence)[0]  # type: ignore[index]  # it begins with one
        present = present_request(sentence)
        if present is not None:
            return present["verb"]
        subject = welsh_subject(sentence)
        if subject is not None:
            return _verb(sentence.partition(subject)[2])
        asked = asking_word(sentence)
        if asked is not None:
            return _asked(sentence, asked)
        if names_nobody_first(sentence) or infinitive_subject(sentence) is not None:
            to = re.search(r"\b(?:to|i)\s+", sentence, re.IGNORECASE)
            return _verb(sentence[to.end() :]) if to else ""
    return ""


def times_of(text: str, plan: Iterable[str] = (), when: Iterable[str] = ()) -> tuple[str, ...]:
    """
    Dates and time limits that say by when, as printed and each once; empty when nothing does.

    Args:
        text: Of the recommendation: a date counts only after "by", "before" and the like.
        plan: Cells of an action plan beside it, in which any date counts.
        when: Cells of a column that says by when: they stand whole, "Summer 2020", where they tell a time.
    """
    found = [*_in_text(text), *(cell for cell in when if _tells_a_time(cell))]
    for cell in plan:
        found += [*_in_text(cell), *(cell[one.start : one.end] for one in find_dates(cell))]
    return tuple(dict.fromkeys(" ".join(words.split()) for words in found))


def _asked(sentence: str, asked: re.Match[str]) -> str:
    """What follows the asking words; of "Consideration should be given" what is to be given."""
    noun = _CONSIDERATION.match(sentence)
    if noun is not None:
        return noun[1]
    last = asked[0].split()[-1]
    if is_imperative(last):  # "could consider", "will review"
        return last
    return "" if _THAT.match(sentence, asked.end() - len(" that")) else _verb(sentence[asked.end() :])


def _tells_a_time(cell: str) -> bool:
    return len(cell) <= _LONGEST_CELL and _TIME.search(cell) is not None


def _verb(after: str) -> str:
    for word in _WORD.findall(_ASIDE.sub("", after)):
        plain = word.casefold()
        if plain not in _BETWEEN and not plain.endswith("ly"):
            return str(word)
    return ""


def _in_text(text: str) -> Iterator[str]:
    spans = [match.span() for match in _LIMIT.finditer(text)]
    for one in find_dates(text):
        before = _BEFORE_DATE.search(text[: one.start])
        if before is not None:
            spans.append((before.start(), one.end))
    taken = -1
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= taken:
            yield text[start:end]
            taken = end
