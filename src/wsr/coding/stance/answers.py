"""A lack that is told because a practitioner made it good: "there was no bus, so she drove him". Pure."""

import re

from wsr.coding.stance.marks import Mark
from wsr.coding.stance.subjects import Subjects
from wsr.coding.stance.tense import acts_in
from wsr.vocabulary.stance import Role

_THEN = re.compile(
    r"(?P<outright>,?\s+(?:so|but|yet)\s+(?!that\b))|(?P<beside>;\s+|,?\s+and\s+)|(?P<comma>,\s+)",
    re.IGNORECASE,
)
_UNTIL_SOMEONE_DID = re.compile(r"\buntil [^,;.]{3,40} did\b", re.IGNORECASE)
_MUST = frozenset({"nobody", "no_evidence"})
"""Lacks that are answered only by the one who did it at last."""


def answered(
    text: str, subjects: Subjects, lacks: list[Mark], by_the_way: list[tuple[int, int]]
) -> frozenset[int]:
    """Where the negatives begin that a practitioner's act answers later in the sentence."""
    return frozenset(mark.start for mark in lacks if _is_answered(text, subjects, mark, by_the_way))


def _is_answered(text: str, subjects: Subjects, mark: Mark, by_the_way: list[tuple[int, int]]) -> bool:
    if _UNTIL_SOMEONE_DID.search(text, mark.end):
        return True
    if mark.rule in _MUST or mark.role is not Role.NEGATOR:
        return False
    leads = any(start <= mark.start < end for start, end in by_the_way)
    for then in _THEN.finditer(text, mark.end):
        is_practice = subjects.is_practice_between(mark.end, then.start())
        own = subjects.acts(mark, 0) is Role.PRACTITIONER and not then["beside"]
        if not leads and (then["comma"] or (is_practice and not own)):
            continue
        if any(
            subjects.acts(Mark("act", Role.DEED, 1, *place), then.end()) is Role.PRACTITIONER
            and (then["outright"] or subjects.is_named_between(then.end(), place[0]))
            for place in acts_in(text, then.end(), len(text))
        ):
            return True
    return False
