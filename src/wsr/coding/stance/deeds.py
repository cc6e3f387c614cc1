"""Acts of worth that are told without a word of praise. Pure."""

import re

from wsr.coding.stance.clauses import Clause
from wsr.coding.stance.marks import Mark
from wsr.coding.stance.scope import denied
from wsr.coding.stance.sentence import Sentence
from wsr.coding.stance.tense import acts_in
from wsr.vocabulary.stance import Role

_ENOUGH = 3
"""The weight of the acts and circumstances that together show an act of worth."""
_CIRCUMSTANCES = frozenset({"sign", "care_shown", "for_the_person", "prompt"})
_PLAIN = frozenset({"routine", "whom"})
_ENOUGH_FOR_SOMEONE = 5
"""The same where it is not said that a practitioner acts."""

_NEAR = 24
"""Characters after a negative in which it denies an act."""
_OTHERS = re.compile(
    r"\b(?:those|people|anyone|others|everyone|friends|neighbours)\s+who\s+(?:\w+ly\s+)?$", re.IGNORECASE
)
"""Before what is done by people of no name or calling."""


def acts_of_worth(
    sentence: Sentence, clause: Clause, told: list[Mark], denials: list[Mark]
) -> tuple[Mark, ...]:
    """The acts and circumstances that together show an act of worth by a practitioner; empty if too few."""
    if not (sentence.subjects.any_practitioner() or sentence.subjects.begins_with_a_pronoun(clause.start)):
        return ()
    counted, enough = _counted(sentence, clause, told, denials)
    if enough == _ENOUGH_FOR_SOMEONE and not sentence.subjects.begins_with_a_pronoun(clause.start):
        return ()
    if not _is_of_worth(counted, sentence.concedes, enough):
        return ()
    return tuple(sorted(counted, key=lambda mark: -mark.weight)[:3])


def _counted(
    sentence: Sentence, clause: Clause, told: list[Mark], denials: list[Mark]
) -> tuple[list[Mark], int]:
    """The acts and circumstances that count, none twice, and how much they must weigh together."""
    counted: list[Mark] = []
    deeds = [mark for mark in told if not any(_is_denied(sentence, no, mark) for no in denials)]
    known = {mark.start for mark in told}
    verbs = [
        Mark("act", Role.DEED, 1, *place)
        for place in acts_in(sentence.text, clause.start, clause.end)
        if place[0] not in known
    ]
    enough = _ENOUGH_FOR_SOMEONE
    for mark in sorted(deeds + verbs, key=lambda mark: (mark.start, -mark.weight, -mark.end)):
        if counted and mark.start < counted[-1].end:
            continue
        if _OTHERS.search(sentence.text, clause.start, mark.start):
            continue
        who = sentence.subjects.acts(mark, clause.start)
        is_act = mark.rule in ("act", "deed", "routine")
        if who is Role.PERSON and is_act and sentence.subjects.any_practitioner():
            continue
        if who is Role.PRACTITIONER:
            enough = _ENOUGH
        counted.append(mark)
    return counted, enough


def _is_denied(sentence: Sentence, negative: Mark, mark: Mark) -> bool:
    if negative.start <= mark.start < negative.end:
        return True
    near = mark.start - negative.end <= _NEAR
    return (
        near
        and denied(sentence.text, negative, mark)
        and not sentence.subjects.is_named_between(negative.end, mark.start)
    )


def _is_of_worth(counted: list[Mark], concedes: bool, enough: int) -> bool:
    """Whether acts and circumstances weigh enough together; a little less does where both are told."""
    routine = sum(mark.rule == "routine" for mark in counted)
    weight = sum(mark.weight for mark in counted) - max(0, routine - 1) + concedes
    circumstance = concedes or any(mark.rule in _CIRCUMSTANCES for mark in counted)
    plain = _PLAIN - {"routine"} if concedes else _PLAIN
    acts = sum(mark.weight for mark in counted if mark.rule not in _CIRCUMSTANCES | plain)
    return (weight >= enough and (circumstance or acts > 1)) or (
        weight == enough - 1 and circumstance and acts > 0
    )
