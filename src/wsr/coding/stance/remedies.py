"""What is left of the ill in a clause once it was dealt with, or is what a praised act was done about. Pure."""

import re

from wsr.coding.stance.marks import Mark
from wsr.coding.stance.scope import Turned, joined, reach_of
from wsr.vocabulary.stance import Role

_FOUND_NOTHING = re.compile(r"\s+(?:no|nothing|little|few|none)\b", re.IGNORECASE)
_ON = 16
"""Characters after praise in which it is said what it is for."""
_BEFORE = 24
"""Characters before an act in which a negative denies it."""
_VALUED = re.compile(
    r"(?:right|wise|courage\w*|brave\w*|presence of mind|initiative|skill\w*|foresight|sense|tact|patien\w+|quick\w*|prompt\w*|swift\w*"
    r"|alert|credit\w*|commend\w*|prais\w+|wisdom|confiden\w+|determin\w+|care|persisten\w+|astute\w*|imaginat\w+|trouble"
    r"|applaud\w*|congratulat\w*|thank\w*|grateful|admir\w+|integrity|humility|honesty|vigilan\w+)"
    r"(?:\s+\w+)?\s+(?:(?:for|in|of)\s+(?:having\b|(?:not\s+)?\w+ing\b)|to\s+(?:not\s+)?(?!(?:the|a|an|his|her|their|its|this|that|these|those|all|any|each|every|him|them|mr|mrs|ms)\b)[a-z])",
    re.IGNORECASE,
)
"""Where praise says for doing what: "the courage to say", "was right to act"."""
_AND_NOT = re.compile(
    r"\band (?:at no|in no|on no|never|no|nobody|nothing|did not|was not|were not|had not)\b", re.IGNORECASE
)
"""Where what a praised act was done about ends: "persistent in asking and never answered"."""
_TOO_FAR = ("to the point", "at the expense", "at the cost", "at the price")
_NO_NOUN = re.compile(
    r"(?:not|never|no|nobody|nothing|none|did|was|were|is|are|had|failed|went|without|only|too)\b",
    re.IGNORECASE,
)
_PUT_RIGHT = re.compile(
    r"[^,;:.!?]{0,70}?\b(?:was|were|had been|has been)\s+(?:(?:quickly|promptly|rightly|also|soon|then|at once|immediately|openly|always|each|all|both|duly|properly|swiftly|carefully)\s+)?"
    r"(?:resolved|repaired|recognised|corrected|put right|set right|overcome|remedied|noticed|spotted|picked up|caught|challenged|queried|reported|escalated|rectified|mended|healed|bridged|closed at|cleared up"
    r"|reversed|made good|acted (?:on|upon)|taken seriously|followed up|raised (?:with|by|at)|met (?:with|by)|handled with|managed with|answered|addressed (?:at|by|with|in|within|quickly|promptly))\b",
    re.IGNORECASE,
)
"""After an ill: what was done about it."""
_RIGHTLY = r"(?:(?:quite|very|entirely|wholly|perfectly|most)\s+)?(?:rightly|properly|wisely|prudently|sensibly|correctly|justifiably)"
_RIGHTLY_BEFORE = re.compile(rf"(?<!not )(?<!n't )\b{_RIGHTLY}\s+(?:been\s+)?$", re.IGNORECASE)
_RIGHTLY_AFTER = re.compile(
    rf"(?:\s+\w+)?,\s+(?:and\s+)?{_RIGHTLY}(?:\s+so)?\s*,|(?:,\s+and|\s+with|,\s+(?:and\s+)?for) good reason\b",
    re.IGNORECASE,
)
"""Round an ill that was the right thing to do: "the discharge was, quite properly, delayed"."""
_STOPPED_NOBODY = re.compile(
    r"(?:did|does|could|would) not (?:stop|deter|prevent|discourage|dissuade|keep)\b", re.IGNORECASE
)
_STANDS_AGAINST = frozenset(
    {"not_given_up", "no_fault_found", "kept_at_it", "beyond", "alternative_refused", "remedied"}
)
"""Praise after which an ill close by is what somebody stood against."""
_JOINS = re.compile(r"[,;:–]|\b(?:and|but|yet|or|nor)\b")


def settled(text: str, marks: list[Mark], turned: Turned) -> Turned:
    """The good and the ill that are left once charges are answered and ills were dealt with."""
    turned = _acquitted([mark for mark in turned.good if mark.rule == "charge_answered"], turned)
    for mark in turned.good:
        turned = _valued(text, mark, turned)
    for mark in turned.ill:
        turned = _resolved(text, mark, _approved(text, mark, turned))
    return _mended(text, [mark for mark in marks if mark.role is Role.REMEDY], turned)


def _acquitted(answers: list[Mark], turned: Turned) -> Turned:
    """What is left once a charge is found to be wrong: "the delay was not of the ward's making"."""
    if not answers:
        return turned
    until = max(mark.end for mark in answers)
    return turned._replace(
        ill=[one for one in turned.ill if one.start >= until],
        denials=[one for one in turned.denials if one.start >= until],
    )


def _valued(text: str, mark: Mark, turned: Turned) -> Turned:
    """What is left where praise says what it is for: "had the courage to say that the plan was wrong"."""
    ill = turned.ill
    if _STOPPED_NOBODY.match(text, mark.start):
        ill = [one for one in ill if one.start > mark.start]
    if mark.rule in _STANDS_AGAINST:
        ill = [
            one
            for one in ill
            if not 0 < one.start - mark.end < _ON or _JOINS.search(text, mark.end, one.start)
        ]
    turned = turned._replace(ill=ill)
    doing = _VALUED.search(text, mark.start, min(len(text), mark.end + _ON)) if mark.weight > 1 else None
    if doing is None or doing.end() <= mark.end - _ON:
        return turned
    reach = reach_of(text, mark._replace(end=max(mark.end, doing.end() - 1)))
    other = _AND_NOT.search(text, mark.end, reach)
    reach = other.start() if other else reach
    return turned._replace(
        ill=[one for one in ill if not mark.start <= one.start < reach],
        denials=[one for one in turned.denials if not mark.start < one.start < reach],
    )


def _approved(text: str, mark: Mark, turned: Turned) -> Turned:
    """What is left where it is said that the ill was rightly done: "rightly delayed", "refused, and properly so,"."""
    before = text[max(0, mark.start - 30) : mark.start]
    if mark.rule in ("nobody", "without") or not (
        _RIGHTLY_BEFORE.search(before) or _RIGHTLY_AFTER.match(text, mark.end)
    ):
        return turned
    good = mark._replace(rule="approved", role=Role.HONOUR, weight=2)
    return turned._replace(ill=[one for one in turned.ill if one is not mark], good=[*turned.good, good])


def _resolved(text: str, mark: Mark, turned: Turned) -> Turned:
    """What is left once an ill is the subject of what put it right: "the confusion was cleared up by the ward"."""
    if mark.role not in (Role.BLAME, Role.LAPSE) or _NO_NOUN.match(text, mark.start):
        return turned
    found = _PUT_RIGHT.match(text, mark.end)
    if found is None:
        return turned
    good = Mark("remedied", Role.HONOUR, 2, mark.start, found.end())
    ill = [one for one in turned.ill if not mark.start <= one.start < found.end()]
    return turned._replace(ill=ill, good=[*turned.good, good])


def _mended(text: str, remedies: list[Mark], turned: Turned) -> Turned:
    """What is left once practitioners have dealt with the ill that they saw, ended or stood against."""
    for mark in remedies:
        reach = reach_of(text, mark)
        that = text.startswith(" that ", mark.end) or text[: mark.end].endswith(" that")
        ill = [
            one
            for one in turned.ill
            if mark.end <= one.start < reach and not text.startswith(_TOO_FAR, one.start)
        ]
        unseen = [one for one in turned.denials if that and mark.end <= one.start < reach]
        denied = any(0 <= mark.start - one.end < _BEFORE for one in turned.denials + turned.ill)
        if denied or _FOUND_NOTHING.match(text, mark.end) or not ill + unseen:
            continue
        turned = Turned(
            [*turned.good, joined("remedied", Role.HONOUR, mark, (ill + unseen)[0], 2)],
            [one for one in turned.ill if one not in ill],
            [one for one in turned.denials if one not in unseen],
        )
    return turned
