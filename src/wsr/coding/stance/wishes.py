"""Which words in a clause say what would, could or should have been, and which speak ill of what was. Pure."""

import re

from wsr.coding.stance.clauses import Clause
from wsr.coding.stance.marks import Mark
from wsr.vocabulary.stance import Role

_RELATIVE = re.compile(r"(?<!,)(?<!, )\b(?:who|which|that)\s+$")
"""A wish by the way: "information which might have changed the decision"."""
_HAD = re.compile(r"had\b", re.IGNORECASE)
_OPENS = re.compile(
    r"(?:^[\s\d.•▪\-–()\"“‘]*|[,;:–—(]\s*|\b(?:and|but|that|also|not|different|avoided|prevented|earlier|sooner|more)\s+)$"
)
"""Before a "had" that stands for an "if"."""
_MONTH = re.compile(r"\bMay$")
_NOT_OF_QUALITY = re.compile(
    r"[\s\d.•▪\-–()]*(?:it|there|a|an|one|another|any|this|that|which|what|who)\b(?! (?:response|assessment|plan|work|support"
    r"|communication|decision|information|recording|record|meeting|review|process|approach|practice|intervention|oversight))",
    re.IGNORECASE,
)
"""Subjects of which it is said what would have been better to do: "it could have been more helpful to"."""
_TO_DO = re.compile(r"[\w\s,]{0,24}?\b(?:to|if|for|than)\b", re.IGNORECASE)


def wishes(text: str, clause: Clause, marks: list[Mark]) -> list[Mark]:
    """The marks of what would have been that hold in a clause: not those in another sense or by the way."""
    lapses = [mark for mark in marks if mark.role is Role.LAPSE]
    lapses += wanting(text, clause, marks)
    return [
        mark
        for mark in marks
        if mark.role is Role.WISH
        and not _RELATIVE.search(text, max(0, mark.start - 8), mark.start)
        and not _only_tells(text, mark)
        and not any(
            mark.start < lapse.end and lapse.start < mark.end
            for lapse in lapses
            if mark.rule == "opportunity" or lapse.rule == "could_be_better"
        )
    ]


def wanting(text: str, clause: Clause, marks: list[Mark]) -> list[Mark]:
    """Those that say that what was done was not as good as it could have been."""
    return [
        mark._replace(role=Role.LAPSE, weight=2)
        for mark in marks
        if mark.role is Role.WISH and _is_of_quality(text, clause, mark)
    ]


def _only_tells(text: str, mark: Mark) -> bool:
    """Whether "had" is the verb of its clause, or "May" is the month."""
    if not _HAD.match(text, mark.start):
        return False
    return not _OPENS.search(text[: mark.start]) or _MONTH.search(text[mark.start : mark.end]) is not None


def _is_of_quality(text: str, clause: Clause, mark: Mark) -> bool:
    """Whether a mark says that something which was done could have been better."""
    return (
        mark.rule == "could_be_better"
        and not _NOT_OF_QUALITY.match(text, clause.start)
        and not _TO_DO.match(text, mark.end)
    )
