"""The stance of one clause, from the marks in it and the frame of its verbs. Pure."""

import re
from collections import defaultdict
from collections.abc import Sequence

from wsr.coding.stance.attachment import is_another_s, met_with
from wsr.coding.stance.claims import claimed
from wsr.coding.stance.clauses import Clause
from wsr.coding.stance.credit import IS, credited, is_of_practice
from wsr.coding.stance.deeds import acts_of_worth
from wsr.coding.stance.denying import not_done
from wsr.coding.stance.gains import gains
from wsr.coding.stance.marks import Mark
from wsr.coding.stance.norms import norm
from wsr.coding.stance.remedies import settled
from wsr.coding.stance.scope import Turned, turn
from wsr.coding.stance.sentence import Sentence, Verdict
from wsr.coding.stance.tense import Frame
from wsr.coding.stance.wishes import easier, wanting, wishes
from wsr.domain.coding import Stance
from wsr.vocabulary.stance import Role

_WISHED = re.compile(r"(?:\s+(?!(?:and|who|which|that|was|were|is|had|did)\b)[\w'’-]+){0,8}\s*")
"""Between praise and a wish of which it is the subject: "the right course for the nursery would have been"."""
_CAUSED = re.compile(
    r"\b(?:meant|led to|resulted in|caused|such that|came at|served (?:only )?to|had the (?:effect|result)|(?:was|were) (?:allowed|permitted) to|at the expense|to the point|so far as to|blinded|masked|hid|obscured)\b",
    re.IGNORECASE,
)
"""Between praise and the ill that it led to: "good relations meant that nothing was written down"."""
_NEAR = 32
"""Characters before a lack in which it is joined to what was praised."""
_AND = re.compile(
    r"\band (?=no\b)|\band (?=(?:had|was|were|did|has|have|is|are|could) (?:not|never)\b)|(?:,|;|:|–)\s*(?:and|then|only to|yet)?\s*|\band\s+(?=(?:never|not|no|none|nothing|neither|nowhere|little|nobody|then|left)\b)"
)
_CONCERNED = re.compile(r"(?:concern|worr|uneas|troubl)\w*\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:we|i|it) (?:are|am|is|were|was|remain|have been)\b[^,;.]{0,24}$", re.IGNORECASE)
"""Before what reviewers are concerned about."""
_AT_THAT_TIME = re.compile(r"(?:when|where|while|after|once|until|because)\b", re.IGNORECASE)
"""Opens what an act answered: "it was escalated when the reply was not satisfactory"."""
_MANNER = re.compile(
    r"(?:rude|cold|abrupt|hostile|indifferen|evasive|careless|casual|arrogant|lazy|dismissive|defensive|confus|chaotic|naive|wrong"
    r"|clumsy|foolish|passive|timid|unkind|unwise|distracted|muddled|disrespect|curt|vague|optimis)",
    re.IGNORECASE,
)
"""What a person may be like whom a practitioner met."""
_TITLE = re.compile(
    r"[\s\d.(]*(?:section|chapter|part|appendix|annex|table|figure|box)\s\w{1,3}\b[^:]{0,24}:", re.IGNORECASE
)
_NOTHING = Verdict(Stance.NEUTRAL, 0, ())


def verdict(sentence: Sentence, clause: Clause, marks: list[Mark], own: Frame) -> Verdict:
    """The stance of a clause, with its marks and the frame of its verbs."""
    own = own if own.first else sentence.frame
    of: dict[Role, list[Mark]] = defaultdict(list)
    for mark in marks:
        of[mark.role].append(mark)
    if not sentence.frame.first and _TITLE.match(sentence.text):
        return _NOTHING
    if of[Role.ELSEWHERE]:
        return Verdict(Stance.NEUTRAL, 3, tuple(of[Role.ELSEWHERE][:1]))
    if of[Role.REVERSAL]:
        return Verdict(Stance.CRITICISM, 3, tuple(of[Role.REVERSAL][:1]))
    acting = [mark for mark in marks if not _mends_nothing(sentence, clause, mark)]
    turned = settled(sentence.text, acting, turn(sentence.text, acting))
    if wished := wishes(sentence.text, clause, marks):
        return _wished(sentence.text, wished, turned)
    wanted = wanting(sentence.text, clause, marks)
    turned = turned._replace(ill=turned.ill + wanted, good=turned.good + easier(sentence.text, marks))
    if not wanted and (found := norm(sentence, clause, of[Role.NORM], turned, own)):
        return found
    return _told(sentence, clause, of, turned, own)


def _wished(text: str, wished: list[Mark], turned: Turned) -> Verdict:
    first = wished[0]
    kept = [
        mark
        for mark in turned.good
        if (mark.role is Role.HONOUR and mark.rule != "alternative_refused") or mark.rule == "commendation"
    ]
    without = min((mark.start for mark in kept if mark.rule == "no_better"), default=None)
    grave = [
        mark
        for mark in turned.ill
        if mark.rule in ("lapse", "failed_to") and kept and (without is None or mark.start < without)
    ]
    if grave:
        return Verdict(Stance.CRITICISM, 3, tuple(grave[:2]))
    kept = [
        mark
        for mark in kept
        if mark.role is Role.HONOUR or not _WISHED.fullmatch(text, mark.end, first.start)
    ]
    kept = [mark for mark in kept if mark.end <= first.start or mark.rule in ("no_better", "beyond")]
    if kept:
        return Verdict(Stance.IDENTIFIED, 3, tuple(kept[:2]))
    lapses = [mark for mark in turned.ill if mark.role is Role.LAPSE and mark.end <= first.start]
    if lapses:
        return Verdict(Stance.CRITICISM, 3, tuple(lapses[:2]))
    return Verdict(Stance.SUGGESTED, 3, (first,))


def _told(
    sentence: Sentence, clause: Clause, of: dict[Role, list[Mark]], turned: Turned, own: Frame
) -> Verdict:
    """What is told of the case: criticism where it outweighs praise, praise, an act of worth, or nothing."""
    if sentence.subjects.foreign(clause.start, clause.end) and not sentence.subjects.any_practitioner():
        return _NOTHING
    gained = gains(sentence, _apart(of[Role.GAIN])) if own.past else ()
    ill = _ill(sentence, clause, turned, of, gained)
    good = [
        credited(sentence.text, mark)
        for mark in turned.good
        if is_of_practice(sentence, clause, mark, of[Role.PRACTICE])
    ]
    if strongest := [mark for mark in ill if mark.weight > 1 and _is_last(sentence.text, mark, good)]:
        return Verdict(Stance.CRITICISM, _most(strongest), _best(strongest))
    claims = any(claimed(sentence.text, sentence.subjects, clause, mark) for mark in turned.good)
    acted = (own.past or not own.present) and not claims
    undone = turned.denials + [
        mark for mark in of[Role.LAPSE] if mark.rule == "nobody" and not _is_by_the_way(sentence, mark)
    ]
    deeds = acts_of_worth(sentence, clause, of[Role.DEED], undone) if acted else ()
    strong = _most(ill) > 1
    told = _told_weight(_apart(of[Role.DEED])) > 3 and sentence.subjects.any_practitioner()
    outweighed = bool(deeds) and told and sum(mark.weight for mark in ill) < 3
    if strong and _most(ill) >= _most(good) and not outweighed:
        return Verdict(Stance.CRITICISM, _most(ill), _best(ill))
    if good and (_most(good) > 1 or of[Role.PRACTICE] or sentence.subjects.any_practitioner()):
        return Verdict(Stance.IDENTIFIED, _most(good), _best(good))
    faults = tuple(_weighed(sentence, clause, mark) for mark in _apart(of[Role.FAULT]))
    if deeds and _most(faults) < 2:
        return Verdict(Stance.IDENTIFIED, 1, deeds)
    if ill or (faults and sum(mark.weight for mark in faults) + sentence.concedes > 1):
        return Verdict(Stance.CRITICISM, 1, _best(ill) or faults)
    if gained:
        return Verdict(Stance.IDENTIFIED, 1, gained)
    return _NOTHING


def _is_last(text: str, mark: Mark, good: list[Mark]) -> bool:
    """Whether a lack is the last word after praise: "recorded with care, and never read"."""
    if mark.role not in (Role.LAPSE, Role.NEGATOR, Role.BLAME) or not good:
        return False
    if mark.rule == "without" and not text.startswith("and ", mark.start):
        return False
    praised = max(one.end for one in good)
    if praised > mark.start:
        return False
    if _CAUSED.search(text, praised, mark.start + 1):
        return True
    return (
        mark.role is not Role.BLAME
        and _AND.search(text, max(praised, mark.start - _NEAR), mark.end) is not None
    )


def _told_weight(deeds: list[Mark]) -> int:
    """The weight of what is told, with acts of every day counted once."""
    routine = sum(mark.rule == "routine" for mark in deeds)
    return sum(mark.weight for mark in deeds) - max(0, routine - 1)


def _ill(
    sentence: Sentence, clause: Clause, turned: Turned, of: dict[Role, list[Mark]], gained: Sequence[Mark]
) -> list[Mark]:
    """What speaks ill of practice, as much as it weighs; a negative that tells of a gain does not."""
    facts = of[Role.NO_FAULT]
    denied = [
        mark
        for mark in not_done(sentence, clause, turned.denials, of)
        if not any(gain.start <= mark.start < gain.end for gain in gained)
    ]
    return [
        _weighed(sentence, clause, mark)
        for mark in turned.ill + denied
        if _is_practice(sentence, clause, mark, facts)
    ]


def _is_practice(sentence: Sentence, clause: Clause, mark: Mark, facts: list[Mark]) -> bool:
    """False for a mere fact or a lack made good, and where it is somebody else who failed to do something."""
    if mark.start in sentence.answered or is_another_s(sentence, mark):
        return False
    if mark.rule == "poor" and _MANNER.match(sentence.text, mark.start) and _is_a_persons(sentence, mark):
        return False
    if mark.rule in ("nobody", "without") and any(
        mark.start <= fact.start + 5 and fact.start < mark.end for fact in facts
    ):
        return False
    if _CONCERNED.match(sentence.text, mark.start) and not _WE.search(
        sentence.text, clause.start, mark.start
    ):
        return Role.PRACTITIONER not in (
            sentence.subjects.acts(mark, clause.start),
            sentence.subjects.owner_of(mark),
        )
    is_somebodys = mark.rule == "failed_to" or sentence.text.startswith(
        ("relied", "lost his", "lost her", "lost the"), mark.start
    )
    return not is_somebodys or sentence.subjects.acts(mark, clause.start) is not Role.PERSON


def _is_a_persons(sentence: Sentence, mark: Mark) -> bool:
    """Whether it is a person who is no practitioner who had a manner."""
    return sentence.subjects.any_practitioner() and sentence.subjects.is_described(mark, IS)


def _mends_nothing(sentence: Sentence, clause: Clause, mark: Mark) -> bool:
    """Whether it is not a practitioner who deals with what comes after a mark."""
    if mark.role is not Role.REMEDY:
        return False
    if _WE.search(sentence.text, clause.start, mark.start):
        return True
    who = sentence.subjects.acts(mark, clause.start)
    return who is Role.PERSON or (who is None and not sentence.subjects.any_of_practitioners())


def _weighed(sentence: Sentence, clause: Clause, mark: Mark) -> Mark:
    """A mark of criticism with less weight where it is said by the way, or of what practice met with."""
    if mark.rule == "denied_praise" and not any(
        start < mark.start < end and _AT_THAT_TIME.match(sentence.text, start)
        for start, end in sentence.subordinate
    ):
        return mark
    if _is_by_the_way(sentence, mark) or met_with(sentence, clause, mark):
        return mark._replace(weight=mark.weight - 1)
    return mark


def _is_by_the_way(sentence: Sentence, mark: Mark) -> bool:
    return any(start < mark.start < end for start, end in sentence.subordinate)


def _apart(marks: list[Mark]) -> list[Mark]:
    """Marks that do not overlap, the first and longest of each."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def _most(marks: Sequence[Mark]) -> int:
    return max((mark.weight for mark in marks), default=0)


def _best(marks: list[Mark]) -> tuple[Mark, ...]:
    """The marks of the most weight, at most three, as they come."""
    most = _most(marks)
    return tuple([mark for mark in marks if mark.weight == most][:3])
