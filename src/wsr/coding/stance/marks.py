"""Triggers of stance where they stand in a sentence, those in another sense left out."""

import re
from functools import cache
from typing import NamedTuple

from wsr.language.patterns import Patterns
from wsr.vocabulary.stance import Role, stance_triggers

_CONTAINERS = frozenset(
    {
        Role.HONOUR,
        Role.LAPSE,
        Role.CLEAR,
        Role.BLAME,
        Role.PRAISE,
        Role.REVERSAL,
        Role.CONTRAST,
        Role.FAULT,
        Role.NEGATOR,
    }
)
"""Words that mean something as a whole: what stands inside them does not count by itself."""

_SUBJECTS = frozenset({Role.PERSON, Role.PRACTITIONER, Role.PRACTICE, Role.FOREIGN})

_OUTSHONE = frozenset({Role.PRAISE, Role.HONOUR, Role.DEED, Role.GAIN})
"""What does not count inside a fact that is a fault."""

_ILL = frozenset({Role.LAPSE, Role.BLAME, Role.FAULT})
_NOT = re.compile(r"\s(?:not|never)\s", re.IGNORECASE)
_NONE = re.compile(r"\s(?:not|never|no|nothing|nobody|hardly|scarcely)\s", re.IGNORECASE)
_GAPPED = _ILL | {Role.PRAISE}
_NEGATIVE = re.compile(r"\b(?:not|never|no|nor|none|nobody|nothing|neither|nowhere|without|hardly)\b")
"""Of patterns: where none of these is meant, words between must not deny what is found."""

_WHOLE = 24
"""Characters from its beginning in which an idiom of praise is one thing; what comes later counts by itself."""


class Mark(NamedTuple):
    """A trigger found in a text; offsets are half-open."""

    rule: str
    role: Role
    weight: int
    start: int
    end: int


def find_marks(text: str) -> list[Mark]:
    """The triggers that count in a sentence, in order of place; those of subjects and practice among them."""
    patterns, triggers = _vocabulary()
    longest: dict[tuple[str, int], Mark] = {}
    for pattern, start, end in patterns.find(text):
        rule, role, weight, is_gapped = triggers[pattern]
        if is_gapped and (_NONE if role is Role.PRAISE else _NOT).search(text, start, end):
            continue
        if (rule, start) not in longest or end > longest[rule, start].end:
            longest[rule, start] = Mark(rule, role, weight, start, end)
    marks = list(longest.values())
    subjects = [mark for mark in marks if mark.role in _SUBJECTS]
    others = _not_inside(_in_this_sense([mark for mark in marks if mark.role not in _SUBJECTS]))
    return sorted(subjects + others, key=lambda mark: (mark.start, -mark.end))


def _in_this_sense(marks: list[Mark]) -> list[Mark]:
    """Those that no pseudo-trigger hides; a longer trigger round a pseudo-trigger holds against it."""
    pseudo = [mark for mark in marks if mark.role is Role.PSEUDO]
    if not pseudo:
        return marks
    return [
        mark
        for mark in marks
        if mark.role is not Role.PSEUDO
        and not any(
            mark.start < other.end
            and other.start < mark.end
            and mark.end - mark.start <= other.end - other.start
            for other in pseudo
        )
    ]


def _not_inside(marks: list[Mark]) -> list[Mark]:
    """Those that stand in no longer trigger that means something as a whole."""
    containers = [mark for mark in marks if mark.role in _CONTAINERS]
    if not containers:
        return marks
    return [
        mark
        for mark in marks
        if mark.role is Role.NO_FAULT or not any(_holds(other, mark) for other in containers)
    ]


def _holds(outer: Mark, inner: Mark) -> bool:
    turns = inner.role is Role.NEGATOR or (inner.role is Role.WISH and inner.end < outer.end)
    if outer.role is Role.PRAISE and outer.start < inner.start and turns:
        return False
    if outer.role is Role.NEGATOR and inner.role not in (Role.NEGATOR, Role.LAPSE):
        return False
    if outer.role is Role.FAULT and inner.role not in _OUTSHONE:
        return False
    if outer.role is Role.HONOUR and inner.role in (Role.LAPSE, Role.BLAME) and outer is not inner:
        whole = inner.end == outer.end or outer.rule == "charge_answered"
        straddles = outer.start < inner.start < outer.end <= inner.end
        near = whole or straddles or inner.start - outer.start < _WHOLE
        return outer.start <= inner.start < outer.end and near
    return (
        outer.start <= inner.start
        and inner.end <= outer.end
        and outer.end - outer.start > inner.end - inner.start
    )


@cache
def _vocabulary() -> tuple[Patterns, dict[str, tuple[str, Role, int, bool]]]:
    """The patterns of all triggers; the rule, role and weight of each, and whether its gaps must hold no negative."""
    patterns, triggers = {}, {}
    for trigger in stance_triggers():
        for number, pattern in enumerate(trigger.patterns):
            name = f"{trigger.id}/{number}"
            patterns[name] = pattern
            is_gapped = trigger.role in _GAPPED and ".." in pattern and not _NEGATIVE.search(pattern)
            triggers[name] = (trigger.id, trigger.role, trigger.weight, is_gapped)
    return Patterns(patterns), triggers
