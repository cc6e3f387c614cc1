"""The clauses of a sentence that are judged apart, and which of them concede."""

import re
from typing import NamedTuple

_CONCEDING = r"(?:although|though|even though|even if|while|whilst|despite|in spite of|notwithstanding|regardless of|even allowing for|allowing for|for all|granted|albeit|however)"
_AT_START = re.compile(rf"[\s•·▪\-–\d.()]*(?:and |but |yet )?{_CONCEDING}\b(?! ever\b)", re.IGNORECASE)
_CUT = re.compile(
    r"(?P<stop>;\s*|\s+[–—]\s+)"
    r"|(?P<contrast>,?\s+(?:but|yet)\s+(?!for\b|again\b|another\b)|[,;]?\s+(?:however|nevertheless|nonetheless|even so|by contrast|in contrast|on the other hand),\s+|,?\s+whereas\s+|,\s+(?:while|whilst)\s+)"
    r"|(?P<conceding>,?\s+(?:although|even though|albeit)\s+|,\s+(?:though|despite|in spite of|notwithstanding|regardless of)\s+|\s+(?:despite|in spite of|notwithstanding)\s+)",
    re.IGNORECASE,
)
_COMMA = re.compile(r",\s+")
_NO_SUBJECT = re.compile(r"(?:no|nobody|neither|none|not one)\b|the\s+\w+", re.IGNORECASE)
_NOTWITHSTANDING = re.compile(r"[^,;]{3,80}\bnotwithstanding,\s*", re.IGNORECASE)


class Clause(NamedTuple):
    """A part of a sentence; offsets are half-open."""

    start: int
    end: int
    concedes: bool = False
    """True when another clause of the sentence decides."""


def clauses(sentence: str) -> list[Clause]:
    """The clauses of a sentence, in order; together they are the whole sentence."""
    start, found = 0, []
    if first := _first_concession(sentence):
        found.append(Clause(0, first, concedes=True))
        start = first
    concedes = False
    for cut in _CUT.finditer(sentence, start):
        if cut.start() > start:
            found.append(Clause(start, cut.start(), concedes))
            start = cut.start()
        concedes = cut["conceding"] is not None
    found.append(Clause(start, len(sentence), concedes))
    return found


def _first_concession(sentence: str) -> int:
    """Where the concession with which a sentence begins comes to its end; 0 if it begins with none."""
    if match := _NOTWITHSTANDING.match(sentence):
        return match.end()
    begins = _AT_START.match(sentence)
    if begins is None:
        return 0
    for comma in _COMMA.finditer(sentence, begins.end()):
        if comma.start() - begins.end() > 8:
            return comma.end()
    words = re.compile(r"\s(?=(?:no|nobody|neither|none|not one|nothing)\b)", re.IGNORECASE)
    if negative := words.search(sentence, begins.end()):
        return negative.end()
    return 0
