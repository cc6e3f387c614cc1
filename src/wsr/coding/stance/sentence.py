"""What the clauses of a sentence have in common, and what is said of each. Pure."""

from typing import NamedTuple

from wsr.coding.stance.marks import Mark
from wsr.coding.stance.subjects import Subjects
from wsr.coding.stance.tense import Frame
from wsr.domain.coding import Stance


class Sentence(NamedTuple):
    """What the clauses of a sentence have in common."""

    text: str
    frame: Frame
    subjects: Subjects
    subordinate: list[tuple[int, int]]
    answered: frozenset[int]
    """Where negatives begin that tell of a lack which a practitioner made good."""
    concedes: bool
    """True when it has a concession or a lack, which an act in spite of it answers."""


class Verdict(NamedTuple):
    """What a clause says, how strongly, and the marks that decided."""

    stance: Stance
    strength: int
    because: tuple[Mark, ...]
