"""What negatives do to the words after them: the good and the ill that is left of a clause. Pure."""

import re
from typing import NamedTuple

from wsr.coding.stance.doubled import doubled, left_nothing
from wsr.coding.stance.marks import Mark
from wsr.vocabulary.stance import Role

_END = re.compile(
    r"[,;:.()–—]|\b(?:but|because|until|unless|who|(?<!\bin )(?<!\bon )which|although|when|and then|so that|yet"
    r"|and (?:the|his|her|their) (?:[\w-]+ ){1,3}(?:\w+ed|was|were|had|did))\b"
)
_NEGATIVE = frozenset({"without", "nobody"})
"""Criticism that is a negative itself, and is not refuted by one before it: "no plan and no lead"."""
_REACH = 60
"""Characters that a negative reaches at most."""


_FOUND_NOTHING = re.compile(r"\s+(?:no|nothing|little|few|none)\b", re.IGNORECASE)
_PROVIDED = re.compile(
    r"\s+(?:(?:been|being|be)\s+)?(?:taught|trained|told|shown|briefed|warned|equipped|advised|informed|prepared|helped|alerted"
    r"|reminded|instructed|notified)\b",
    re.IGNORECASE,
)
"""After a negative that denies what should have been given, whatever ill it was to be given against."""
_ON = 16
"""Characters after praise in which it is said what it is for."""
_BEFORE = 24
"""Characters before an act in which a negative denies it."""
_WOULD = re.compile(r"\b(?:would|could|might|may|should|ought to)\s+$", re.IGNORECASE)
_COULD = re.compile(r"\b(?:could|might|may|can)\s+$", re.IGNORECASE)
_HAVE = re.compile(r"\s+(?:\w+ly\s+)?have\b", re.IGNORECASE)
"""Round a negative of what would have been elsewhere or otherwise: it tells nothing of what was."""
_VALUED = re.compile(
    r"(?:right|wise|courage\w*|brave\w*|presence of mind|initiative|skill\w*|foresight|sense|tact|patien\w+|quick\w*|prompt\w*|swift\w*"
    r"|alert|credit\w*|commend\w*|prais\w+|wisdom|confiden\w+|determin\w+|care|persisten\w+|astute\w*|imaginat\w+|trouble"
    r"|applaud\w*|congratulat\w*|thank\w*|grateful|admir\w+|integrity|humility|honesty|vigilan\w+)"
    r"(?:\s+\w+)?\s+(?:(?:for|in|of)\s+(?:having\b|(?:not\s+)?\w+ing\b)|to\s+(?:not\s+)?(?!(?:the|a|an|his|her|their|its|this|that|these|those|all|any|each|every|him|them|mr|mrs|ms)\b)[a-z])",
    re.IGNORECASE,
)
"""Where praise says for doing what: "the courage to say", "was right to act"."""
_IS_THEN = re.compile(r"\s+(?:(?!(?:and|but|who|which|that|was|were|is|the|a|he|she|they|it|his|her|their|we)\b)[\w'’-]+\s+){0,3}(?:was|were|is|are|did|does|has been|had been|has|had)\s+")
_OBSTACLE = re.compile(
    r"\s+(?:(?:been\s+)?(?:allowed|permitted|suffered)\s+to\s+|(?:allow|let)\s+(?:(?!to\b)[\w'’-]+\s+){1,7}?(?:to\s+)?)?"
    r"(?:prevent|stop|deter|hinder|hamper|impede|delay|derail|distract|discourage|dissuade|stand in the way|get in the way|hold (?:up|back|her|him|them)|put (?:her|him|them|off|the)"
    r"|defeat|obstruct|interfere|colour|cloud|obscure|deflect|sway)\b",
    re.IGNORECASE,
)
_NO_NOUN = re.compile(r"(?:not|never|no|nobody|nothing|none|did|was|were|is|are|had|failed|went|without|only|too)\b", re.IGNORECASE)
_PUT_RIGHT = re.compile(
    r"[^,;:.!?]{0,70}?\b(?:was|were|had been|has been)\s+(?:(?:quickly|promptly|rightly|also|soon|then|at once|immediately|openly|always|each|all|both|duly|properly|swiftly|carefully)\s+)?"
    r"(?:resolved|repaired|recognised|corrected|put right|set right|overcome|remedied|noticed|spotted|picked up|caught|challenged|queried|reported|escalated|rectified|mended|healed|bridged|closed at|cleared up"
    r"|reversed|made good|acted (?:on|upon)|taken seriously|followed up|raised (?:with|by|at)|met (?:with|by)|handled with|managed with|answered|addressed (?:at|by|with|in|within|quickly|promptly))\b",
    re.IGNORECASE,
)
"""After an ill: what was done about it."""
_STOPPED_NOBODY = re.compile(r"(?:did|does|could|would) not (?:stop|deter|prevent|discourage|dissuade|keep)\b", re.IGNORECASE)
_LED_TO_NOTHING_WORSE = re.compile(
    r"\s+(?:mean|lead|cause|make|result in|become)\b[^,;.]{0,60}?\b(?:giv(?:e|ing) up|stop\w*|end(?:ed|ing)?|clos(?:e|ed|ing)|lost|los(?:e|ing)|abandon\w*|cancel\w*|suffer\w*|forgot\w*|neglect\w*"
    r"|ignor\w*|excus\w*|delay\w*|drift\w*|refus\w*|silence|inaction)\b",
    re.IGNORECASE,
)
_ILL_STOPPED = re.compile(
    r"\s+(?:(?:the|his|her|their|any|further|this|that|him|mr \w+|father|perpetrator)\s+)*(?:abus|violen|assault|harass|harm|injur|deteriorat|declin|neglect|death|killing|attack|fight|drinking"
    r"|from (?:hitting|going|contacting|seeing|attacking|harming|drinking|returning)|happening)",
    re.IGNORECASE,
)
_STANDS_AGAINST = frozenset(
    {"not_given_up", "no_fault_found", "kept_at_it", "beyond", "alternative_refused", "remedied"}
)
"""Praise after which an ill close by is what somebody stood against."""
_JOINS = re.compile(r"[,;:–]|\b(?:and|but|yet|or|nor)\b")
_CONTINUES = re.compile(
    r"(?:nor|or|and not|neither)\s+(?:by|to|with|for|from|in|on|of|the|a|an|his|her|their|its|any|yet)\b", re.IGNORECASE
)
"""A negative that goes on with what was denied: "not moved by his charm, nor by his threats"."""
_BARE = frozenset({"was", "were", "had", "has", "did", "took", "put", "made", "of", "in", "at", "is"})
"""The last words of "nobody was", after which a fault may be denied; after "nobody challenged" none is."""


class Turned(NamedTuple):
    """The marks that speak well and ill of practice, once negatives have had their effect."""

    good: list[Mark]
    ill: list[Mark]
    denials: list[Mark]
    """Negatives that turned nothing."""


def turn(text: str, marks: list[Mark]) -> Turned:
    """The good and the ill in the marks of one clause, in the order of their place."""
    good = [mark for mark in marks if mark.role in (Role.PRAISE, Role.HONOUR)]
    ill = [mark for mark in marks if mark.role in (Role.BLAME, Role.LAPSE)]
    denials: list[Mark] = []
    pairs = doubled(text, marks) + left_nothing(text, marks)
    paired = {each for pair in pairs for each in pair}
    good += [_joined("two_negatives", Role.HONOUR, *pair, 2) for pair in pairs]
    ill = [one for one in ill if not any(one.start < each.end and each.start < one.end for each in paired)]
    for mark in marks:
        if mark in paired:
            continue
        if mark.role not in (Role.NEGATOR, Role.CLEAR, Role.LAPSE, Role.CONTRAST):
            continue
        if mark.role is Role.NEGATOR and is_hypothetical(text, mark, _COULD):
            continue
        reach = _reach(text, mark)
        if mark.role is Role.NEGATOR and _is_no_obstacle(text, mark):
            ill = [one for one in ill if one.start > mark.start]
            good.append(mark._replace(rule="not_given_up", role=Role.HONOUR))
            continue
        reached = (
            _Reached(None, []) if _denies_an_act(text, mark, marks) else _reached(mark, reach, good, ill, marks)
        )
        nobody = mark.rule in ("nobody", "no_evidence")
        if text.startswith("and no ", mark.start) and _was_turned(good, mark):
            ill = [one for one in ill if one is not mark]
        elif mark.role is Role.LAPSE and not (nobody and reached.kind in (Role.BLAME, Role.SHUT)):
            good = [one for one in good if one not in reached.marks or reached.kind is not Role.PRAISE]
        elif reached.kind is Role.BLAME:
            ill = [one for one in ill if one not in reached.marks and one is not mark]
            good.append(_joined("no_fault_found", Role.HONOUR, mark, reached.marks[0]))
        elif reached.kind is Role.PRAISE:
            good = [one for one in good if one not in reached.marks]
            ill.append(_joined("denied_praise", Role.LAPSE, mark, reached.marks[0]))
        elif reached.kind is Role.SHUT and mark.role is not Role.CONTRAST:
            ill = [
                one
                for one in ill
                if one is not mark
                and not _follows(one, mark, reach)
                and not any(shut.start <= one.start < shut.end for shut in reached.marks)
            ]
            good.append(_joined("not_given_up", Role.HONOUR, mark, reached.marks[0], 2))
        elif mark.role is Role.NEGATOR and (praised := _praised_subject(text, mark, good)):
            good = [one for one in good if one is not praised]
            ill.append(_joined("denied_praise", Role.LAPSE, praised, mark))
        elif mark.role is Role.NEGATOR and _CONTINUES.match(text, mark.start) and _was_turned(good, mark):
            continue
        elif mark.role in (Role.NEGATOR, Role.CLEAR) and mark.rule != "charge_rejected":
            denials.append(mark)
    turned = _acquitted([mark for mark in good if mark.rule == "charge_answered"], Turned(good, ill, denials))
    turned = _resolved(text, _valued(text, turned))
    return _mended(text, [mark for mark in marks if mark.role is Role.REMEDY], turned)


def _resolved(text: str, turned: Turned) -> Turned:
    """What is left once an ill is the subject of what put it right: "the confusion was cleared up by the ward"."""
    for one in turned.ill:
        if one.role not in (Role.BLAME, Role.LAPSE) or _NO_NOUN.match(text, one.start):
            continue
        found = _PUT_RIGHT.match(text, one.end)
        if found:
            good = Mark("remedied", Role.HONOUR, 2, one.start, found.end())
            turned = turned._replace(
                ill=[each for each in turned.ill if not one.start <= each.start < found.end()],
                good=[*turned.good, good],
            )
    return turned


def _valued(text: str, turned: Turned) -> Turned:
    """What is left where praise says what it is for: "had the courage to say that the plan was wrong"."""
    for mark in turned.good:
        if _STOPPED_NOBODY.match(text, mark.start):
            turned = turned._replace(ill=[one for one in turned.ill if one.start > mark.start])
        if mark.rule in _STANDS_AGAINST:
            against = [
                one for one in turned.ill if 0 < one.start - mark.end < _ON and not _JOINS.search(text, mark.end, one.start)
            ]
            turned = turned._replace(ill=[one for one in turned.ill if one not in against])
        doing = _VALUED.search(text, mark.start, min(len(text), mark.end + _ON)) if mark.weight > 1 else None
        if doing is None or doing.end() <= mark.end - _ON:
            continue
        reach = _reach(text, mark._replace(end=max(mark.end, doing.end() - 1)))
        turned = turned._replace(
            ill=[one for one in turned.ill if not mark.start <= one.start < reach],
            denials=[one for one in turned.denials if not mark.start < one.start < reach],
        )
    return turned


def _is_no_obstacle(text: str, mark: Mark) -> bool:
    """Whether a negative says that an obstacle was none: "the lack of a bed did not prevent the team"."""
    if _LED_TO_NOTHING_WORSE.match(text, mark.end):
        return True
    found = _OBSTACLE.match(text, mark.end)
    return found is not None and _ILL_STOPPED.match(text, found.end()) is None


def _praised_subject(text: str, mark: Mark, good: list[Mark]) -> Mark | None:
    """The praise of which a negative is the predicate: "good practice was not evident"."""
    return next(
        (
            one
            for one in good
            if one.role is Role.PRAISE and one.end <= mark.start and _IS_THEN.fullmatch(text, one.end, mark.start)
        ),
        None,
    )


def _was_turned(good: list[Mark], mark: Mark) -> bool:
    """Whether the negative before one has been found to praise."""
    return any(
        one.rule in ("no_fault_found", "not_given_up", "two_negatives") and one.end <= mark.start for one in good
    )


def _acquitted(answers: list[Mark], turned: Turned) -> Turned:
    """What is left once a charge is found to be wrong: "the delay was not of the ward's making"."""
    if not answers:
        return turned
    until = max(mark.end for mark in answers)
    return turned._replace(
        ill=[one for one in turned.ill if one.start >= until],
        denials=[one for one in turned.denials if one.start >= until],
    )


def _mended(text: str, remedies: list[Mark], turned: Turned) -> Turned:
    """What is left once practitioners have dealt with the ill that they saw, ended or stood against."""
    for mark in remedies:
        reach = _reach(text, mark)
        that = text.startswith(" that ", mark.end) or text[: mark.end].endswith(" that")
        ill = [one for one in turned.ill if mark.end <= one.start < reach]
        unseen = [one for one in turned.denials if that and mark.end <= one.start < reach]
        denied = any(0 <= mark.start - one.end < _BEFORE for one in turned.denials + turned.ill)
        if denied or _FOUND_NOTHING.match(text, mark.end) or not ill + unseen:
            continue
        turned = Turned(
            [*turned.good, _joined("remedied", Role.HONOUR, mark, (ill + unseen)[0], 2)],
            [one for one in turned.ill if one not in ill],
            [one for one in turned.denials if one not in unseen],
        )
    return turned


def _denies_an_act(text: str, mark: Mark, marks: list[Mark]) -> bool:
    """Whether a negative denies that something was given or dealt with, whatever ill comes after, or tells of what would have been."""
    if mark.rule == "nobody":
        return text[mark.start : mark.end].lower().rpartition(" ")[2] not in _BARE
    if mark.role is not Role.NEGATOR:
        return False
    if _PROVIDED.match(text, mark.end) or is_hypothetical(text, mark):
        return True
    turned = {one.start for one in marks if one.role is Role.SHUT}
    return any(
        one.role is Role.REMEDY and 0 <= one.start - mark.end <= 1 and one.start not in turned for one in marks
    )


def _follows(one: Mark, mark: Mark, reach: int) -> bool:
    return one.rule in _NEGATIVE and mark.end <= one.start < reach


class _Reached(NamedTuple):
    """What a negative turns: marks of praise, of blame or of giving up; none where it reaches nothing."""

    kind: Role | None
    marks: list[Mark]


def _reached(mark: Mark, reach: int, good: list[Mark], ill: list[Mark], marks: list[Mark]) -> _Reached:
    """The nearest that a negative turns, with all of that kind in its scope."""
    praise = [
        one
        for one in good
        if one.role is Role.PRAISE and (mark.end <= one.start < reach or one.start < mark.start < one.end)
    ]
    blame = [one for one in ill if mark.end <= one.start < reach and one.rule not in _NEGATIVE]
    shut = [one for one in marks if one.role is Role.SHUT and mark.end <= one.start < reach]
    kinds = [_Reached(Role.BLAME, blame), _Reached(Role.SHUT, shut), _Reached(Role.PRAISE, praise)]
    kinds = [each for each in kinds if each.marks]
    return min(kinds, key=lambda each: each.marks[0].start, default=_Reached(None, []))


def _reach(text: str, mark: Mark) -> int:
    """Where the scope of a negative ends: at a stop or a word that begins something new."""
    limit = min(len(text), mark.end + _REACH)
    end = _END.search(text, mark.end, limit)
    return end.start() if end else limit


def is_hypothetical(text: str, mark: Mark, modal: re.Pattern[str] = _WOULD) -> bool:
    """Whether a negative tells of what would not have been, and not of what was not."""
    return (
        modal.search(text, max(0, mark.start - 12), mark.start) is not None
        and _HAVE.match(text, mark.end) is not None
    )


def denied(text: str, negative: Mark, mark: Mark) -> bool:
    """Whether a mark stands in what a negative denies."""
    return negative.end <= mark.start < _reach(text, negative)


def _joined(rule: str, role: Role, first: Mark, last: Mark, weight: int = 3) -> Mark:
    return Mark(rule, role, weight, first.start, max(first.end, last.end))
