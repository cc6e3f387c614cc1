"""The stance of one clause, from the marks in it and the frame of its verbs. Pure."""

import re
from typing import NamedTuple

from wsr.coding.marks import Mark
from wsr.coding.scope import Turned, turn
from wsr.coding.tense import Frame
from wsr.domain.coding import Stance
from wsr.vocabulary.stance import Role

_DUTY = re.compile(r"\b(?:should|must|ought|needs? to)\b", re.IGNORECASE)
_DEFINITE = re.compile(
    r"[\s•\-–\d.()\"“'‘]*(?:the|this|these|that|those|his|her|its|their|our|we|i|it (?:is|was) (?:a |an )?\w+ (?:that|practice)|panel|there (?:is|are))\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being)\b[^.;]{0,12}$", re.IGNORECASE)


class Verdict(NamedTuple):
    """What a clause says, how strongly, and the marks that decided."""

    stance: Stance
    strength: int
    because: tuple[Mark, ...]


_NOTHING = Verdict(Stance.NEUTRAL, 0, ())


def verdict(text: str, marks: list[Mark], own: Frame, whole: Frame, before: list[Mark]) -> Verdict:
    """
    The stance of a clause.

    Args:
        text: The whole sentence, in which the marks have their places.
        marks: The marks of the clause.
        own: The frame of the clause.
        whole: The frame of the sentence.
        before: The marks of the sentence before the clause, where its subject may stand.
    """
    of = {role: [mark for mark in marks if mark.role is role] for role in Role}
    if of[Role.ELSEWHERE]:
        return Verdict(Stance.NEUTRAL, 3, tuple(of[Role.ELSEWHERE][:1]))
    if of[Role.REVERSAL]:
        return Verdict(Stance.CRITICISM, 3, tuple(of[Role.REVERSAL][:1]))
    turned = turn(text, marks)
    if of[Role.WISH]:
        return _wished(of[Role.WISH], turned)
    if found := _general(text, of[Role.NORM], turned, own, whole):
        return found
    denied = _denied(text, turned.denials, of[Role.NO_FAULT], before + marks) if own.past else []
    ill = turned.ill + denied
    good = turned.good
    if ill and _most(ill) >= _most(good):
        return Verdict(Stance.CRITICISM, _most(ill), _best(ill))
    if good and (_most(good) > 1 or of[Role.PRACTICE] or _has_practitioner(before + marks)):
        return Verdict(Stance.IDENTIFIED, _most(good), _best(good))
    if own.past and (deeds := _deeds(of[Role.DEED], before + marks)):
        return Verdict(Stance.IDENTIFIED, 1, deeds)
    if sum(mark.weight for mark in of[Role.FAULT]) > 1:
        return Verdict(Stance.CRITICISM, 1, tuple(of[Role.FAULT]))
    return _NOTHING


def _wished(wishes: list[Mark], turned: Turned) -> Verdict:
    first = wishes[0]
    kept = [m for m in turned.good if m.role is Role.HONOUR or m.rule == "commendation"]
    if kept:
        return Verdict(Stance.IDENTIFIED, 3, tuple(kept[:2]))
    lapses = [m for m in turned.ill if m.role is Role.LAPSE and m.end <= first.start]
    if lapses:
        return Verdict(Stance.CRITICISM, 3, tuple(lapses[:2]))
    return Verdict(Stance.SUGGESTED, 3, (first,))


def _general(text: str, norms: list[Mark], turned: Turned, own: Frame, whole: Frame) -> Verdict | None:
    if own.past or whole.past:
        return None
    duty = [mark for mark in norms if _DUTY.match(text, mark.start)]
    if whole.case:
        return Verdict(Stance.SUGGESTED, 2, tuple(duty[:1])) if duty else None
    if norms and (duty or not _DEFINITE.match(text)):
        return Verdict(Stance.GENERAL, 2, tuple(norms[:2]))
    if own.present and turned.good and not _DEFINITE.match(text):
        return Verdict(Stance.GENERAL, 1, tuple(turned.good[:1]))
    return None


def _denied(text: str, denials: list[Mark], facts: list[Mark], marks: list[Mark]) -> list[Mark]:
    """The negatives that deny an act of practice, with the words that they deny."""
    found = []
    for mark in denials:
        if any(fact.start <= mark.start < fact.end for fact in facts):
            continue
        passive = _PASSIVE.search(text, max(0, mark.start - 12), mark.start) is not None
        if not passive and not _is_practitioners(mark, marks) and mark.end - mark.start == 3:
            continue
        found.append(Mark("not_done", Role.LAPSE, 2, mark.start, _words_on(text, mark.end, 3)))
    return found


def _words_on(text: str, at: int, count: int) -> int:
    match = re.compile(rf"(?:\s+[\w'’-]+){{0,{count}}}").match(text, at)
    return match.end() if match else at


def _is_practitioners(mark: Mark, marks: list[Mark]) -> bool:
    """Whether the act at a mark is a practitioner's: the last who is named before it."""
    nearest = None
    known = False
    for one in marks:
        if one.start >= mark.start:
            break
        if one.role is Role.PRACTITIONER:
            known, nearest = True, one
        elif one.role is Role.PERSON and not (known and one.end - one.start <= 4):
            nearest = one
    return nearest is not None and nearest.role is Role.PRACTITIONER


def _deeds(deeds: list[Mark], marks: list[Mark]) -> tuple[Mark, ...]:
    """The acts and circumstances that together show an act of worth by a practitioner; empty if too few."""
    own = [mark for mark in deeds if _is_practitioners(mark, marks)]
    counted: list[Mark] = []
    for mark in own:
        if not counted or mark.start >= counted[-1].end:
            counted.append(mark)
    if sum(mark.weight for mark in counted) < 2:
        return ()
    return tuple(sorted(counted, key=lambda mark: -mark.weight)[:3])


def _has_practitioner(marks: list[Mark]) -> bool:
    return any(mark.role is Role.PRACTITIONER for mark in marks)


def _most(marks: list[Mark]) -> int:
    return max((mark.weight for mark in marks), default=0)


def _best(marks: list[Mark]) -> tuple[Mark, ...]:
    """The marks of the most weight, at most three, as they come."""
    most = _most(marks)
    return tuple([mark for mark in marks if mark.weight == most][:3])
