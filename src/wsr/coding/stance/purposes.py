"""What an act was to keep from happening, which nobody left undone: "so that he should not be alone". Pure."""

import re

from wsr.coding.stance.marks import Mark
from wsr.vocabulary.stance import Role

_SO_THAT = re.compile(
    r"\b(?:so that|in order that)\b[^,;.:]{0,60}?\b(?:should|would|might|need|did not have|do not have)\b[^,;.:]{0,60}$",
    re.IGNORECASE,
)
_IN_ORDER = re.compile(
    r"\b(?:so as|in order|(?:to|and|who|\w+ly) (?:make|made|be) (?:sure|certain)|making (?:sure|certain)|made (?:sure|certain)|(?:saw|seeing|seen|see) to it"
    r"|ensur(?:ed|ing)|(?:careful|anxious|determined|concerned|keen|eager|vigilant|resolved|at pains|took care|taking care|took pains|taking pains) (?:that|to))\b[^,;.:]{0,60}$",
    re.IGNORECASE,
)
_MAY_BE = (
    " sure",
    " certain",
    "so as",
    "in order",
    "to it",
    "ensur",
    " that ",
    "care to",
    "pains to",
    "careful to",
    "anxious to",
    "eager to",
    "keen to",
    "determined to",
    "concerned to",
    "resolved to",
)
"""Of which one stands before what was to be averted, which is sooner seen."""
_BACK = 110
"""Characters before a negative in which its purpose begins."""
_BARS = frozenset({"nobody", "without", "lapse", "failed_to"})
"""Words for what is lacking, beside negatives and blame."""


def averted(text: str, mark: Mark) -> bool:
    """Whether the ill at a mark is what an act was done to avert, and not what came of it."""
    if mark.role not in (Role.NEGATOR, Role.BLAME) and mark.rule not in _BARS:
        return False
    before = text[max(0, mark.start - _BACK) : mark.end].lower()
    if " that " in before and _SO_THAT.search(before):
        return True
    if not any(each in before for each in _MAY_BE):
        return False
    return _IN_ORDER.search(before, 0, len(before) - (mark.end - mark.start)) is not None
