"""How plainly an extract tells its stance and its subject: which extracts may be quoted without a person's look. Pure."""

from collections.abc import Sequence
from functools import cache

from wsr.domain.coding import Extract, Reason, Stance
from wsr.vocabulary.doing import Doing
from wsr.vocabulary.stance import stance_triggers

PLAIN = 2
"""What may be quoted without a person's look."""

PLAINEST = 3
"""What people said, and what says in so many words what it thinks of what practice."""

_BESIDE_TRIGGERS = {"part": 3, "no_fault_found": 2, "not_given_up": 3, "denied_praise": 2, "two_negatives": 2}
"""Reasons that no trigger gives by itself: the part of a review that is about good practice, what negatives make."""
_SEEN_IN_PASSING = {"compliance": 1, "learned": 1, "merit": 1, "would_have": 2, "whom": 0}
"""Triggers that find much that judges nothing, less than their weight by themselves."""
_ACTS = {"kept_at_it", "beyond", "not_given_up", "stood_up", "two_negatives", "would_have"}
"""Rules that find what was done, which anybody may do."""
_TOLD = {"act", "deed", "routine", "prompt", "sign", "whom", "for_the_person", "care_shown", "stood_up"}
"""Rules that find acts and their circumstances; in a note without a verb they tell a course of events."""
_NO_FAULT = {"no_fault_found", "no_better", "charge_answered", "denied_praise"}
_WISH = "would_have"
"""It finds what anybody would have done: without a theme of practice it is about something else."""
_UNTOLD = 1
"""A bare negative, a kind of sentence."""

_IN_SO_MANY_WORDS, _BY_ONE_WORD = 3, 2
"""Weights of a reason that is enough by itself, and of one that is something."""
_TOGETHER = 3
"""The weights of several small reasons that are as much as one word."""
_A_THEME = 0.55
"""How strongly words speak for a theme of which the extract is surely about something that practice does."""
_OF_A_STANCE = "suggested-practice"
"""The end of a code that only repeats the stance."""


def plainness(extract: Extract, doing: Doing) -> int:
    """
    How plainly an extract says what it thinks of practice, from 0 to PLAINEST.

    Up to two for its stance (in so many words; by a word or several signs; by a single sign) and one for its themes.
    What is identified as good and tells nothing that practice did (see `wsr.vocabulary.doing`) gives nothing.
    Where a person gave the stance, or kept it having seen it, it is plain.
    """
    if extract.decision is not None and extract.decision.said_stance is not None:
        return PLAINEST
    if extract.stance_in_force is Stance.IDENTIFIED and not _is_of_practice(doing, extract.stance_because):
        return 0
    scores = zip(extract.codes_in_force, extract.scores_in_force, strict=True)
    themed = any(score >= _A_THEME for code, score in scores if not code.endswith(_OF_A_STANCE))
    said = _said(extract.stance_because)
    only_a_wish = {reason.rule for reason in extract.stance_because} == {_WISH}
    return said + themed if themed or not only_a_wish else 0


def _is_of_practice(doing: Doing, because: Sequence[Reason]) -> bool:
    """
    Whether practice did what is told.

    Where a reviewer says in so many words that something was good, it is enough that practice is named; where nobody
    knows of whom a pronoun speaks, more than a sign must speak for it.
    """
    if not doing.told and all(rule in _TOLD for rule in (reason.rule for reason in because)):
        return False
    weights = {reason.rule: _weights().get(reason.rule, _UNTOLD) for reason in because}
    called_good = any(
        weight >= _IN_SO_MANY_WORDS or rule in _NO_FAULT
        for rule, weight in weights.items()
        if rule not in _ACTS
    )
    unknown = doing.unknown and max(weights.values(), default=0) > _UNTOLD
    return doing.practised or unknown or (doing.named and called_good)


def _said(because: Sequence[Reason]) -> int:
    weights = [_weights().get(reason.rule, _UNTOLD) for reason in because]
    if max(weights, default=0) >= _IN_SO_MANY_WORDS:
        return 2
    return int(_BY_ONE_WORD in weights or sum(weights) >= _TOGETHER)


@cache
def _weights() -> dict[str, int]:
    triggers = {trigger.id: trigger.weight for trigger in stance_triggers()}
    return {**triggers, "negation": _UNTOLD, **_BESIDE_TRIGGERS, **_SEEN_IN_PASSING}
