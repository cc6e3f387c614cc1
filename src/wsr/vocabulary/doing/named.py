"""Who is named in a sentence, where: practitioners with the kind of their agency, other persons, and what practice does. Pure."""

from functools import cache
from typing import NamedTuple

from wsr.language.patterns import Patterns
from wsr.vocabulary.agencies import all_mentions
from wsr.vocabulary.stance import Role, stance_triggers

_ORDER = (Role.PRACTITIONER, Role.PERSON, Role.PRACTICE)
"""Of names that overlap the first of these is what they are."""
_OTHERS = (
    "assistant*",
    "leader*",
    "interpreter*",
    "receptionist*",
    "head of *",
    "safeguarding lead*",
    "carer*",
)
"""Practitioners by a word that need not mean one."""


class Named(NamedTuple):
    """Somebody, or something that practice does, where it stands in a text; offsets are half-open."""

    role: Role
    """PRACTITIONER, PERSON or PRACTICE."""
    agencies: frozenset[str]
    """Of a practitioner the ids of the kinds of agency; empty where the words name none."""
    start: int
    end: int


def named_in(text: str) -> list[Named]:
    """All of them in order; none overlap."""
    found = [
        Named(Role(id.partition("/")[0]), frozenset(), start, end) for id, start, end in _roles().find(text)
    ]
    found += [
        Named(Role.PRACTITIONER, frozenset({mention.id}), mention.start, mention.end)
        for mention in all_mentions(text)
    ]
    return _merged(text, sorted(found, key=lambda one: (one.start, -one.end)))


def _merged(text: str, found: list[Named]) -> list[Named]:
    """Names that overlap as one, and practitioners with a space between them: “police officer”; of all their kinds."""
    merged: list[Named] = []
    for one in found:
        if merged and (one.start < merged[-1].end or _are_one(text, merged[-1], one)):
            last = merged.pop()
            role = min(one.role, last.role, key=_ORDER.index)
            one = Named(role, one.agencies | last.agencies, last.start, max(one.end, last.end))
        merged.append(one)
    return merged


def _are_one(text: str, last: Named, one: Named) -> bool:
    """Two words for one practitioner: “police officer”, “the school’s nurse”."""
    return last.role is one.role is Role.PRACTITIONER and text[last.end : one.start] in (" ", "'s ", "’s ")


@cache
def _roles() -> Patterns:
    patterns = {
        f"{trigger.role.value}/{trigger.id}/{number}": pattern
        for trigger in stance_triggers()
        if trigger.role in _ORDER
        for number, pattern in enumerate(trigger.patterns)
    }
    others = {f"{Role.PRACTITIONER.value}/others/{at}": pattern for at, pattern in enumerate(_OTHERS)}
    return Patterns({**patterns, **others})
