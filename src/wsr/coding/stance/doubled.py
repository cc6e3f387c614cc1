"""Two negatives that are one praise: "no day on which he was not seen", "nothing was decided without her". Pure."""

import re
from itertools import pairwise

from wsr.coding.stance.marks import Mark
from wsr.vocabulary.stance import Role

_FIRST = re.compile(
    r"(?:no|nothing|nobody|none|no[- ]one|not one|never|not|neither|nor|hardly|scarcely|rarely|seldom|few|at no \w+)$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"[^,;.:]{1,70}?\b(?:(?:on|in|to|for|at|from|of|with|by)\s+(?:which|whom)|who|whom|that|when|where|whose)\b[^,;.:]{0,50}|[^,;.:]{2,60}",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:which|whom|who|that|when|where|whose|but)\b", re.IGNORECASE)
_SAYING = re.compile(
    r"\b(?:evidence|record|sign|doubt|know|knew|known|told|say|said|clear|indication|suggest|show|mean|idea|aware|explain\w*|reason)\b",
    re.IGNORECASE,
)
"""Before a "that" of what is said: the two negatives are then two."""
_MAY = re.compile(r"\b(?:may|can|could|must|should|would|will|might|cannot|shall)\b|\band\b", re.IGNORECASE)
"""What might not be done tells nothing of what was."""
_NO = re.compile(r"no|nothing|nobody|none|no[- ]one|not one", re.IGNORECASE)
_UNDONE = re.compile(
    r"(?:left|leav|miss|omit|overlook|neglect|forg|lost|los|ignor|skip|wast|spar|hid|conceal|withh|fail|let slip|dropp|evad|shirk|duck|escap)\w*",
    re.IGNORECASE,
)
"""Verbs of leaving undone: with nothing for their object they praise."""
_OBJECT = re.compile(r"(?:nothing|nobody|no one|no-one|none|no)\b", re.IGNORECASE)


def doubled(text: str, marks: list[Mark]) -> list[tuple[Mark, Mark]]:
    """The pairs of negatives that make one praise, in order of place; a mark is in one pair at most."""
    negatives = [mark for mark in marks if _denies(mark)]
    pairs: list[tuple[Mark, Mark]] = []
    for first, second in pairwise(negatives):
        if pairs and pairs[-1][1] is first:
            continue
        if _is_pair(text, first, second):
            pairs.append((first, second))
    return pairs


def left_nothing(text: str, marks: list[Mark]) -> list[tuple[Mark, Mark]]:
    """The verbs of leaving undone with a negative for their object: "omitted nothing", "left out nothing"."""
    undone = [
        mark
        for mark in marks
        if mark.role in (Role.LAPSE, Role.SHUT, Role.BLAME) and _UNDONE.match(text, mark.start)
    ]
    return [
        (mark, one)
        for mark in undone
        for one in marks
        if one.role is Role.NEGATOR and 0 <= one.start - mark.end <= 1 and _OBJECT.match(text, one.start)
    ]


def _denies(mark: Mark) -> bool:
    return mark.role is Role.NEGATOR or mark.rule in ("without", "nobody")


def _is_pair(text: str, first: Mark, second: Mark) -> bool:
    between = text[first.end : second.start]
    if not _FIRST.match(text[first.start : first.end]) or not _BETWEEN.fullmatch(between):
        return False
    if _SAYING.search(between) or _MAY.search(text, max(0, first.start - 8), second.start):
        return False
    if text.startswith("without", second.start):
        return not _RELATIVE.search(between) and text[first.start : first.end].lower() != "neither"
    return _RELATIVE.search(between) is not None and _NO.fullmatch(text, first.start, first.end) is not None
