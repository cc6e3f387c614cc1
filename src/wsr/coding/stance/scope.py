"""What negatives do to the words after them: the good and the ill that is left of a clause. Pure."""

import re
from typing import NamedTuple

from wsr.coding.stance.doubled import doubled, left_nothing
from wsr.coding.stance.marks import Mark
from wsr.coding.stance.purposes import averted
from wsr.vocabulary.stance import Role

_END = re.compile(
    r"[,;:.()–—]|\b(?:but|because|until|unless|who|(?<!\bin )(?<!\bon )which|although|when|and then|so that|yet"
    r"|and (?:the|his|her|their) (?:[\w-]+ ){1,3}(?:\w+ed|was|were|had|did))\b"
)
_NEGATIVE = frozenset({"without", "nobody"})
"""Criticism that is a negative itself, and is not refuted by one before it: "no plan and no lead"."""
_ASIDE = re.compile(
    r",\s(?:in|on|at|during|throughout|over|across|from|of|for|after|before|despite|it seems|so far as)\b[^,;.]{2,100},\s"
)
"""Set between a negative subject and its verb: "nobody, in eleven weeks, spoke"."""
_REACH = 60
"""Characters that a negative reaches at most."""


_PROVIDED = re.compile(
    r"\s+(?:(?:been|being|be)\s+)?(?:taught|trained|told|shown|briefed|warned|equipped|advised|informed|prepared|helped|alerted"
    r"|reminded|instructed|notified)\b",
    re.IGNORECASE,
)
"""After a negative that denies what should have been given, whatever ill it was to be given against."""
_ENSURE = re.compile(r"\s+(?:ensure|(?:make|be) (?:sure|certain)|see to it|check|satisfy)\b", re.IGNORECASE)
_SHARE = re.compile(
    r"(?:on|at|in|for)?\s?(?:only |just )?(?:one|two|three|four|five|six|seven|eight|half|few|a minority|\d+) of (?:the|those|these|its|his|her|their)\b"
    r"|by (?:the|then|which)\b",
    re.IGNORECASE,
)
"""How much was not done: "not completed on three of the four occasions"."""
_WOULD = re.compile(r"\b(?:would|could|might|may|should|ought to)\s+$", re.IGNORECASE)
_COULD = re.compile(r"\b(?:could|might|may|can)\s+$", re.IGNORECASE)
_HAVE = re.compile(r"\s+(?:\w+ly\s+)?have\b", re.IGNORECASE)
"""Round a negative of what would have been elsewhere or otherwise: it tells nothing of what was."""
_IS_THEN = re.compile(
    r"\s+(?:(?!(?:and|but|who|which|that|was|were|is|the|a|he|she|they|it|his|her|their|we)\b)[\w'’-]+\s+){0,3}(?:was|were|is|are|did|does|has been|had been|has|had)\s+"
)
_OBSTACLE = re.compile(
    r"(?:\s+(?:did|was|were|had|would|could)(?:\s+(?!(?:not|never|but)\b)[\w'’-]+){1,9}?)?"
    r"\s+(?:to\s+|once\s+|ever\s+)?(?:(?:been\s+)?(?:allowed|permitted|suffered)\s+to\s+|(?:allow|allowed|let)\s+(?:(?!to\b)[\w'’-]+\s+){1,7}?(?:to\s+)?)?"
    r"(?:prevent|stop|deter|hinder|hamper|impede|delay|derail|distract|discourage|dissuade|stand in the way|get in the way|hold (?:up|back|her|him|them)|put (?:her|him|them|off|the)"
    r"|defeat|obstruct|interfere|colour|cloud|obscure|deflect|sway|affect|disrupt|compromise|undermine"
    r"|(?:become|be made|serve as|be|turn into) (?:(?:a|an|the|any|their|its|her|his)\s+)?(?:\w+\s+)?(?:reason|excuse|pretext|barrier|obstacle|ground|justification|bar|absence|alibi|stumbling)"
    r"|(?:made|treated as|taken as|used as) (?:a|an|the|any)\s+(?:\w+\s+)?(?:reason|excuse|pretext|barrier|obstacle|ground|justification|bar|alibi)"
    r"|pass un\w+|go un\w+)\b",
    re.IGNORECASE,
)
_LET_LIE = re.compile(
    r"\s+(?:(?:been\s+)?(?:allowed|permitted|suffered)\s+to\s+|(?:allow|let)\s+(?:(?!to\b)[\w'’-]+\s+){1,7}?(?:to\s+)?)(?:rest|lapse|lie|drift|slip|fester|drop|fade|wither)\b",
    re.IGNORECASE,
)
"""After a negative: what was let stand in nobody's way, or was not let go."""
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
_CONTINUES = re.compile(
    r"(?:nor|or|and not|neither)\s+(?:by|to|with|for|from|in|on|of|the|a|an|his|her|their|its|any|yet)\b",
    re.IGNORECASE,
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


class _Reached(NamedTuple):
    """What a negative turns: marks of praise, of blame or of giving up; none where it reaches nothing."""

    kind: Role | None
    marks: list[Mark]


_NONE = _Reached(None, [])
_TURNING = frozenset({Role.NEGATOR, Role.CLEAR, Role.LAPSE, Role.CONTRAST})


def turn(text: str, marks: list[Mark]) -> Turned:
    """The good and the ill in the marks of one clause, in the order of their place."""
    balance = _Balance(text, marks)
    pairs = doubled(text, marks) + left_nothing(text, marks)
    for pair in pairs:
        balance.pair(*pair)
    paired = {each for pair in pairs for each in pair}
    for mark in marks:
        if mark.role in _TURNING and mark not in paired:
            balance.turn(mark)
    balance.undo()
    return Turned(balance.good, balance.ill, balance.denials)


class _Balance:
    """What speaks well and ill while one negative after the other has its effect."""

    def __init__(self, text: str, marks: list[Mark]) -> None:
        self._text, self._marks = text, marks
        self.good = [mark for mark in marks if mark.role in (Role.PRAISE, Role.HONOUR)]
        self.ill = [mark for mark in marks if mark.role in (Role.BLAME, Role.LAPSE)]
        self.denials: list[Mark] = []

    def pair(self, first: Mark, second: Mark) -> None:
        """Two negatives become one praise."""
        self.good.append(joined("two_negatives", Role.HONOUR, first, second, 2))
        for each in (first, second):
            self.ill = [one for one in self.ill if not (one.start < each.end and each.start < one.end)]

    def turn(self, mark: Mark) -> None:
        """A negative has its effect on what it reaches."""
        if mark.role is Role.NEGATOR and self._tells_nothing(mark):
            return
        reach = reach_of(self._text, mark)
        reached = _NONE
        if not _denies_an_act(self._text, mark, self._marks):
            reached = _reached(self._text, mark, reach, self.good, self.ill, self._marks)
        nobody = mark.rule in ("nobody", "no_evidence") or self._text.startswith("without ", mark.start)
        goes_on = self._text.startswith("and no ", mark.start) or (
            self._text.startswith("none ", mark.start) and self._text[: mark.start].endswith(" and ")
        )
        if goes_on and _was_turned(self.good, mark):
            self.ill = [one for one in self.ill if one is not mark]
        elif mark.role is Role.LAPSE and not (nobody and reached.kind in (Role.BLAME, Role.SHUT)):
            if reached.kind is Role.PRAISE and not self._text.startswith(" of ", mark.start - 4):
                self.good = [one for one in self.good if one not in reached.marks]
        elif reached.kind in (Role.BLAME, Role.PRAISE):
            self._reverse(mark, reached)
        elif reached.kind is Role.SHUT and mark.role is not Role.CONTRAST:
            self._not_given_up(mark, reached, reach)
        elif mark.role in (Role.NEGATOR, Role.CLEAR) and mark.rule != "charge_rejected":
            self._deny(mark)

    def undo(self) -> None:
        """Praise of which an ill is the predicate is denied: "good practice was patchy"."""
        for mark in self.ill:
            praised = _praised_subject(self._text, mark, self.good)
            if praised is not None:
                self.good = [one for one in self.good if one is not praised]

    def _tells_nothing(self, mark: Mark) -> bool:
        """True of what could not have been, and of an obstacle that was none, which is praise."""
        if averted(self._text, mark):
            return True
        overcome = _overcome(self._text, mark)
        if overcome:
            self.ill = [one for one in self.ill if one.start >= overcome]
            self.good.append(mark._replace(rule="not_given_up", role=Role.HONOUR))
            return True
        return is_hypothetical(self._text, mark, _COULD)

    def _reverse(self, mark: Mark, reached: _Reached) -> None:
        if reached.kind is Role.BLAME:
            self.ill = [one for one in self.ill if one not in reached.marks and one is not mark]
            self.good.append(joined("no_fault_found", Role.HONOUR, mark, reached.marks[0]))
        else:
            self.good = [one for one in self.good if one not in reached.marks]
            self.ill.append(joined("denied_praise", Role.LAPSE, mark, reached.marks[0]))

    def _not_given_up(self, mark: Mark, reached: _Reached, reach: int) -> None:
        self.ill = [
            one
            for one in self.ill
            if one is not mark
            and not mark.end <= one.start < reach
            and not any(shut.start <= one.start < shut.end for shut in reached.marks)
        ]
        self.good.append(joined("not_given_up", Role.HONOUR, mark, reached.marks[0], 2))

    def _deny(self, mark: Mark) -> None:
        """A negative that reaches nothing denies the praise before it, goes on with another, or denies an act."""
        praised = _praised_subject(self._text, mark, self.good) if mark.role is Role.NEGATOR else None
        if praised is not None:
            self.good = [one for one in self.good if one is not praised]
            self.ill.append(joined("denied_praise", Role.LAPSE, praised, mark))
        elif not (_CONTINUES.match(self._text, mark.start) and _was_turned(self.good, mark)):
            self.denials.append(mark)


def _overcome(text: str, mark: Mark) -> int:
    """Where the words end by which a negative says that an obstacle was none, "did not prevent the team"; 0 if it does not."""
    if found := _LED_TO_NOTHING_WORSE.match(text, mark.end) or _LET_LIE.match(text, mark.end):
        return found.end()
    found = _OBSTACLE.match(text, mark.end)
    return found.end() if found and not _ILL_STOPPED.match(text, found.end()) else 0


def _praised_subject(text: str, mark: Mark, good: list[Mark]) -> Mark | None:
    """The praise of which a negative is the predicate: "good practice was not evident"."""
    return next(
        (
            one
            for one in good
            if one.role is Role.PRAISE
            and one.end <= mark.start
            and not text.startswith("that", one.end - 4)
            and _IS_THEN.fullmatch(text, one.end, mark.start)
        ),
        None,
    )


def _was_turned(good: list[Mark], mark: Mark) -> bool:
    """Whether the negative before one has been found to praise."""
    return any(
        one.rule in ("no_fault_found", "not_given_up", "two_negatives") and one.end <= mark.start
        for one in good
    )


def _denies_an_act(text: str, mark: Mark, marks: list[Mark]) -> bool:
    """Whether a negative denies that something was given or dealt with, whatever ill comes after, or tells of what would have been."""
    if mark.rule == "nobody":
        is_bare = text[mark.start : mark.end].lower().rpartition(" ")[2] in _BARE
        return not is_bare or _PROVIDED.match(text, mark.end) is not None
    if mark.role is not Role.NEGATOR:
        return False
    if _PROVIDED.match(text, mark.end) or _ENSURE.match(text, mark.end) or is_hypothetical(text, mark):
        return True
    turned = {one.start for one in marks if one.role is Role.SHUT}
    return any(
        one.role is Role.REMEDY and 0 <= one.start - mark.end <= 1 and one.start not in turned
        for one in marks
    )


def _reached(
    text: str, mark: Mark, reach: int, good: list[Mark], ill: list[Mark], marks: list[Mark]
) -> _Reached:
    """The nearest that a negative turns, with all of that kind in its scope."""
    praise = [
        one
        for one in good
        if one.role is Role.PRAISE and (mark.end <= one.start < reach or one.start < mark.start < one.end)
    ]
    blame = [
        one
        for one in ill
        if mark.end <= one.start < reach and one.rule not in _NEGATIVE and not _SHARE.match(text, one.start)
    ]
    shut = [one for one in marks if one.role is Role.SHUT and mark.end <= one.start < reach]
    kinds = [_Reached(Role.BLAME, blame), _Reached(Role.SHUT, shut), _Reached(Role.PRAISE, praise)]
    kinds = [each for each in kinds if each.marks]
    return min(kinds, key=lambda each: each.marks[0].start, default=_NONE)


def reach_of(text: str, mark: Mark) -> int:
    """Where the scope of a negative ends: at a stop or a word that begins something new."""
    aside = _ASIDE.match(text, mark.end) if mark.role is not Role.REMEDY else None
    begin = aside.end() if aside else mark.end
    limit = min(len(text), begin + _REACH)
    end = _END.search(text, begin, limit)
    return end.start() if end else limit


def is_hypothetical(text: str, mark: Mark, modal: re.Pattern[str] = _WOULD) -> bool:
    """Whether a negative tells of what would not have been, and not of what was not."""
    return (
        modal.search(text, max(0, mark.start - 12), mark.start) is not None
        and _HAVE.match(text, mark.end) is not None
    )


def denied(text: str, negative: Mark, mark: Mark) -> bool:
    """Whether a mark stands in what a negative denies."""
    return negative.end <= mark.start < reach_of(text, negative)


def joined(rule: str, role: Role, first: Mark, last: Mark, weight: int = 3) -> Mark:
    """One mark from the beginning of a first to the end of what reaches further."""
    return Mark(rule, role, weight, first.start, max(first.end, last.end))
