"""Negatives that leave out their verb and deny what was just told: "three had closed the case; the fourth did not". Pure."""

import re

from wsr.coding.stance.marks import Mark
from wsr.vocabulary.stance import Role

_ENDS = re.compile(r"\s*(?:[.,;:!?]|$|\s[–—]|(?:and|but)\s)")
_AUXILIARY = re.compile(
    r"\b(?:did|was|were|had|has|have|does|do|would|is|are|could)(?:\s+(?:however|she|he|they|it|this one|that one))?\s*$",
    re.IGNORECASE,
)
_NEVER = re.compile(r"\s*(?:did|was|were|had|does|would)\b", re.IGNORECASE)
_CONCEDES = re.compile(r"\W*(?:while|whilst|although|though|whereas|if|where)\b", re.IGNORECASE)
_ILL = frozenset({Role.SHUT, Role.BLAME, Role.LAPSE, Role.FAULT})
_TEMPTING = re.compile(
    r"\b(?:easy|easier|easiest|tempting|simpler|simplest|understandable|many|most|others?|another|everyone|everybody|anyone)\b"
    r"[^;.]{0,30}\b(?:would|might|could|had|have)\b|\b(?:would|might|could)\b[^;.]{0,24}\b(?:easy|easier|tempting|simpler|understandable|simply|easily)\b",
    re.IGNORECASE,
)


def resumed(text: str, marks: list[Mark]) -> list[Mark]:
    """The marks of a sentence, with praise in the place of each negative that denies an ill told in a clause before."""
    if not any(mark.role is Role.NEGATOR for mark in marks):
        return marks
    return [_praise(mark) if _denies_an_ill(text, mark, marks) else mark for mark in marks]


def _praise(mark: Mark) -> Mark:
    return mark._replace(rule="not_given_up", role=Role.HONOUR, weight=2)


def _denies_an_ill(text: str, mark: Mark, marks: list[Mark]) -> bool:
    if mark.role is not Role.NEGATOR or not _is_left_open(text, mark):
        return False
    parts = (";", " but ", "? ", ", ") if _CONCEDES.match(text) else (";", " but ", "? ")
    start = max(text.rfind(part, 0, mark.start) for part in parts)
    if start < 0:
        return False
    told = [one for one in marks if one.end <= start]
    if any(one.role is Role.NEGATOR or (one.role is Role.HONOUR and one.rule != "beyond") for one in told):
        return False
    return any(one.role in _ILL for one in told) or _TEMPTING.search(text, 0, start) is not None


def _is_left_open(text: str, mark: Mark) -> bool:
    """Whether the verb that a negative denies stands before it."""
    if text.startswith("never", mark.start):
        return (did := _NEVER.match(text, mark.end)) is not None and _ENDS.match(text, did.end()) is not None
    is_bare = _AUXILIARY.search(text, max(0, mark.start - 24), mark.start) is not None
    return is_bare and _ENDS.match(text, mark.end) is not None
