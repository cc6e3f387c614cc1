"""What a sentence says of practice: the stance of each of its stretches, with the reasons."""

from typing import NamedTuple

from wsr.domain.coding import Reason, Stance
from wsr.language.patterns import Patterns

_PRAISE = Patterns({"praise": "(good|best|effective|positive) practice"})


class Judgement(NamedTuple):
    """What is said in a stretch of a sentence; offsets are half-open."""

    start: int
    end: int
    stance: Stance
    because: tuple[Reason, ...]
    """Empty when nothing is judged and no rule spoke."""


def judge(sentence: str) -> list[Judgement]:
    """
    The stretches of a sentence that are judged apart, in order; together they are the whole sentence.

    Most sentences are one stretch; one that praises one act and criticises another is two.
    """
    found = _PRAISE.find(sentence)
    reasons = tuple(Reason(rule=each.id, words=sentence[each.start : each.end]) for each in found)
    return [Judgement(0, len(sentence), Stance.IDENTIFIED if found else Stance.NEUTRAL, reasons)]
