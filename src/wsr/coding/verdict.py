"""The stance of one clause, from the marks in it and the frame of its verbs. Pure."""

import re
from typing import NamedTuple

from wsr.coding.clauses import Clause
from wsr.coding.marks import Mark
from wsr.coding.scope import Turned, turn
from wsr.coding.subjects import Subjects
from wsr.coding.tense import Frame, acts_in
from wsr.domain.coding import Stance
from wsr.vocabulary.stance import Role

_DUTY = re.compile(
    r"\b(?:should|must|ought|needs? to|it is \w+ practice to"
    r"|(?:good|best|effective|safe|expected) practice (?:is|means|requires|suggests|includes|dictates|demands|recommends))\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(
    r"[\s•\-–\d.()\"“'‘]*(?:the|this|these|that|those|his|her|its|their|our|we|i|panel|it is right|there (?:is|are)"
    r"|it (?:is|was) (?:a |an )?\w+ (?:that|practice that))\b",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"[\s•\-–\d.()]*(?P<kind>(?:practitioners|professionals|families|children|parents|people|victims|adults|staff|agencies"
    r"|records|teams|managers|gps|doctors|nurses|midwives|teachers|schools|carers|young people|fathers|mothers"
    r"|social workers|health visitors|perpetrators|survivors|services|relationships|meetings|assessments|plans|referrals)"
    r"\b)(?! at\b)",
    re.IGNORECASE,
)
"""Subjects of a kind, not of the case."""
_BARE_PLURAL = re.compile(
    r"[\s•\-–\d.()]*(?P<kind>(?!(?:both|all|these|those|two|three|several|police|this|his|its|others)\b)(?:[\w'’-]+ ){0,2}?[\w'’-]+[^s\s]s"
    r" (?:need|are|have|do|may|can|should|must|will|rarely|often|seldom|usually|sometimes|deserve|expect|learn|remember))\b",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(
    r"[\s•▪*\-–\d.()]*(?P<kind>(?:ask|see|listen|check|share|think|be|keep|make|use|consider|remember|never|always|do|don['’]t"
    r"|look|find|follow|talk|speak|write|read|seek|challenge|escalate|believe|trust|involve|include|know|tell|take|give"
    r"|avoid|ensure|treat|assume|put|hold|start|stay|explain|get|let|offer|document|agree|act|understand|recognise|pick up"
    r"|hear|bring|go|reflect|respect|say|meet|wait|try|learn|watch|beware|don’t)\b)(?! (?:was|were|is|of)\b)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"(?<!,)(?<!, )\b(?:who|which|that)\s+$")
"""A wish by the way: "information which might have changed the decision"."""
_IS = re.compile(
    r"(?:\.?\s+[A-Z]\w*)?\.?\s+(?:was|were|is|are|had been|has been|remained)\s+(?:\w+\s+){0,3}$"
)
_INDEFINITE = re.compile(
    r"[\s•\-–\d.()]*(?:a|an|any|every|each)\s(?:[\w'’-]+\s){1,4}?\w{3,}s\s", re.IGNORECASE
)
_SUPERLATIVE = re.compile(
    r"\bthe (?:very |single )?(?:most|best|clearest|fullest|\w{3,}est)\b", re.IGNORECASE
)
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being|is|are)\b[^.;]{0,12}$", re.IGNORECASE)
_BARE_PARTICIPLE = re.compile(r"(?<!did)(?<!had) not \w+ed\b")
_PRONOUN = re.compile(r"\b(?:he|she|they)\b[\w\s]{0,10}$", re.IGNORECASE)
_ENOUGH = 3
"""The weight of the acts and circumstances that together show an act of worth."""
_CIRCUMSTANCES = frozenset({"sign", "care_shown", "for_the_person"})
_ENOUGH_FOR_SOMEONE = 5
"""The same where it is not said that a practitioner acts."""


class Verdict(NamedTuple):
    """What a clause says, how strongly, and the marks that decided."""

    stance: Stance
    strength: int
    because: tuple[Mark, ...]


class Sentence(NamedTuple):
    """What the clauses of a sentence have in common."""

    text: str
    frame: Frame
    subjects: Subjects
    subordinate: list[tuple[int, int]]
    concedes: bool
    """True when it begins with a concession, which an act in spite of it answers."""


_NOTHING = Verdict(Stance.NEUTRAL, 0, ())


def verdict(sentence: Sentence, clause: Clause, marks: list[Mark], own: Frame) -> Verdict:
    """The stance of a clause, with its marks and the frame of its verbs."""
    of: dict[Role, list[Mark]] = {role: [] for role in Role}
    for mark in marks:
        of[mark.role].append(mark)
    if of[Role.ELSEWHERE]:
        return Verdict(Stance.NEUTRAL, 3, tuple(of[Role.ELSEWHERE][:1]))
    if of[Role.REVERSAL]:
        return Verdict(Stance.CRITICISM, 3, tuple(of[Role.REVERSAL][:1]))
    turned = turn(sentence.text, marks)
    wishes = [
        mark
        for mark in of[Role.WISH]
        if not _RELATIVE.search(sentence.text, max(0, mark.start - 8), mark.start)
    ]
    if wishes:
        return _wished(wishes, turned)
    if found := _general(sentence, clause, of[Role.NORM], turned, own):
        return found
    return _told(sentence, clause, of, turned, own)


def _wished(wishes: list[Mark], turned: Turned) -> Verdict:
    first = wishes[0]
    kept = [mark for mark in turned.good if mark.role is Role.HONOUR or mark.rule == "commendation"]
    kept = [mark for mark in kept if mark.end <= first.start or mark.rule in ("no_better", "beyond")]
    if kept:
        return Verdict(Stance.IDENTIFIED, 3, tuple(kept[:2]))
    lapses = [mark for mark in turned.ill if mark.role is Role.LAPSE and mark.end <= first.start]
    if lapses:
        return Verdict(Stance.CRITICISM, 3, tuple(lapses[:2]))
    return Verdict(Stance.SUGGESTED, 3, (first,))


def _general(
    sentence: Sentence, clause: Clause, norms: list[Mark], turned: Turned, own: Frame
) -> Verdict | None:
    """A norm: duty or the present tense, with no finite past and no person of the case."""
    duty = [mark for mark in norms if _DUTY.match(sentence.text, mark.start)]
    if not duty and any(mark.rule in ("commendation", "beyond", "no_better") for mark in turned.good):
        return None
    if own.past and not (duty and own.first == "present"):
        return None
    if sentence.frame.case:
        return Verdict(Stance.SUGGESTED, 2, tuple(duty[:1])) if duty else None
    if duty or (norms and not _DEFINITE.match(sentence.text, clause.start)):
        return Verdict(Stance.GENERAL, 2, tuple(duty[:1] or norms[:2]))
    spoken = turned.good + turned.ill + turned.denials
    indefinite = (own.present and not _DEFINITE.match(sentence.text, clause.start)) or _INDEFINITE.match(
        sentence.text, clause.start
    ) is not None
    if indefinite and spoken and not _SUPERLATIVE.search(sentence.text):
        return Verdict(Stance.GENERAL, 1, tuple(spoken[:1]))
    at = sentence.text, clause.start
    kind = _IMPERATIVE.match(*at) or _BARE_PLURAL.match(*at) or (own.present and _KIND.match(*at))
    if kind:
        return Verdict(Stance.GENERAL, 1, (Mark("kind", Role.NORM, 1, kind.start("kind"), kind.end()),))
    return None


def _told(
    sentence: Sentence, clause: Clause, of: dict[Role, list[Mark]], turned: Turned, own: Frame
) -> Verdict:
    """What is told of the case: criticism where it outweighs praise, praise, an act of worth, or nothing."""
    facts = of[Role.NO_FAULT]
    if sentence.subjects.foreign(clause.start, clause.end) and not sentence.subjects.any_practitioner():
        return _NOTHING
    denied = _denied(sentence, clause, turned.denials, facts)
    ill = [
        _weighed(sentence, mark)
        for mark in turned.ill + denied
        if _is_practice(sentence, clause, mark, facts)
    ]
    good = [mark for mark in turned.good if _is_of_practice(sentence, clause, mark, of[Role.PRACTICE])]
    deeds = _deeds(sentence, clause, of[Role.DEED]) if own.past or not own.present else ()
    strong = _most(ill) > 1
    outweighed = _most(ill) == 2 and sum(mark.weight for mark in of[Role.DEED]) > 4 and bool(deeds)
    if strong and _most(ill) >= _most(good) and not outweighed:
        return Verdict(Stance.CRITICISM, _most(ill), _best(ill))
    if good and (_most(good) > 1 or of[Role.PRACTICE] or sentence.subjects.any_practitioner()):
        return Verdict(Stance.IDENTIFIED, _most(good), _best(good))
    if deeds:
        return Verdict(Stance.IDENTIFIED, 1, deeds)
    if ill or sum(mark.weight for mark in of[Role.FAULT]) > 1:
        return Verdict(Stance.CRITICISM, 1, _best(ill) or tuple(of[Role.FAULT]))
    return _NOTHING


def _is_practice(sentence: Sentence, clause: Clause, mark: Mark, facts: list[Mark]) -> bool:
    """False for a mere fact, and where it is somebody else who failed to do something."""
    if mark.rule == "nobody" and any(fact.start <= mark.start < fact.end for fact in facts):
        return False
    return mark.rule != "failed_to" or sentence.subjects.acts(mark, clause.start) is not Role.PERSON


def _is_of_practice(sentence: Sentence, clause: Clause, mark: Mark, practice: list[Mark]) -> bool:
    """False where a person who is no practitioner is praised, and no practice is spoken of."""
    if mark.rule in ("kept_at_it", "beyond"):
        return not sentence.subjects.is_another(mark, clause.start)
    if mark.rule == "well_spoken_of":
        return sentence.subjects.any_practitioner()
    if mark.rule not in ("praise", "merit", "no_fault_found", "not_given_up"):
        return True
    if sentence.subjects.is_described(mark, _IS):
        return False
    if practice or sentence.subjects.any_practitioner():
        return True
    return sentence.subjects.acts(mark, clause.start) is not Role.PERSON


def _weighed(sentence: Sentence, mark: Mark) -> Mark:
    """A mark of criticism with less weight where it is said by the way."""
    if mark.rule == "denied_praise" or not any(
        start < mark.start < end for start, end in sentence.subordinate
    ):
        return mark
    return mark._replace(weight=mark.weight - 1)


def _denied(sentence: Sentence, clause: Clause, denials: list[Mark], facts: list[Mark]) -> list[Mark]:
    """The negatives that deny an act of practice, with the words that they deny."""
    found = []
    for mark in denials:
        if any(fact.start <= mark.start < fact.end for fact in facts):
            continue
        word = sentence.text[mark.start : mark.end].lower()
        passive = (
            _PASSIVE.search(sentence.text, max(0, mark.start - 12), mark.start) is not None
            or _BARE_PARTICIPLE.match(sentence.text, max(0, mark.start - 1)) is not None
        )
        active = word in ("not", "never", "nor") or word.endswith(("n't", "n’t"))
        if active and not passive and _is_persons(sentence, clause, mark):
            continue
        found.append(Mark("not_done", Role.LAPSE, 2, mark.start, _words_on(sentence.text, mark.end, 3)))
    return found


def _is_persons(sentence: Sentence, clause: Clause, mark: Mark) -> bool:
    """Whether a negative is about what a person who is no practitioner did not do."""
    if sentence.subjects.acts(mark, clause.start) is Role.PERSON:
        return True
    by_the_way = any(start < mark.start < end for start, end in sentence.subordinate)
    return by_the_way and _PRONOUN.search(sentence.text, max(0, mark.start - 16), mark.start) is not None


def _words_on(text: str, at: int, count: int) -> int:
    match = re.compile(rf"(?:\s+[\w'’-]+){{0,{count}}}").match(text, at)
    return match.end() if match else at


def _deeds(sentence: Sentence, clause: Clause, deeds: list[Mark]) -> tuple[Mark, ...]:
    """The acts and circumstances that together show an act of worth by a practitioner; empty if too few."""
    counted: list[Mark] = []
    known = {mark.start for mark in deeds}
    verbs = [
        Mark("act", Role.DEED, 1, *place)
        for place in acts_in(sentence.text, clause.start, clause.end)
        if place[0] not in known
    ]
    enough = _ENOUGH_FOR_SOMEONE
    for mark in sorted(deeds + verbs, key=lambda mark: (mark.start, -mark.weight, -mark.end)):
        if counted and mark.start < counted[-1].end:
            continue
        who = sentence.subjects.acts(mark, clause.start)
        if (
            who is Role.PERSON
            and sentence.subjects.any_practitioner()
            and mark.rule in ("act", "deed", "routine")
        ):
            continue
        if who is Role.PRACTITIONER:
            enough = _ENOUGH
        counted.append(mark)
    if not _is_of_worth(counted, sentence.concedes, enough):
        return ()
    return tuple(sorted(counted, key=lambda mark: -mark.weight)[:3])


def _is_of_worth(counted: list[Mark], concedes: bool, enough: int) -> bool:
    """Whether acts and circumstances weigh enough together; a little less does where both are told."""
    routine = sum(mark.rule == "routine" for mark in counted)
    weight = sum(mark.weight for mark in counted) - max(0, routine - 1) + concedes
    circumstance = concedes or any(mark.rule in _CIRCUMSTANCES for mark in counted)
    act = any(mark.rule not in _CIRCUMSTANCES and mark.rule not in ("routine", "whom") for mark in counted)
    return weight >= enough or (weight == enough - 1 and circumstance and act)


def _most(marks: list[Mark]) -> int:
    return max((mark.weight for mark in marks), default=0)


def _best(marks: list[Mark]) -> tuple[Mark, ...]:
    """The marks of the most weight, at most three, as they come."""
    most = _most(marks)
    return tuple([mark for mark in marks if mark.weight == most][:3])
