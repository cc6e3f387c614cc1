"""Scores of texts by their likeness to a draft, and by which of them a list is offered."""

from enum import Enum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
"""A number for each text, in their order."""


class Sought(Enum):
    """What is sought for a draft."""

    REQUEST = "request"
    """What asks the same."""
    SUBJECT = "subject"
    """What is on its subject, whatever it says."""


class Bounds(NamedTuple):
    """How scores are made, and by which of them a list is offered."""

    opens: float
    """What the best must have: with as much there is something of what is sought."""
    further: float
    """How far the list then goes on, so that the reader sees those in other words too."""
    same_words: float
    """
    What printing all the same words takes off. What asks for something else on a subject prints its words too, and how
    far the subject is shared is counted already; of what is on the subject it takes off nothing.
    """

    def offered(self, scores: Scores) -> list[int]:
        """The places of what is offered, best first, then in their order; empty when the best is not enough."""
        if scores.max(initial=0.0) < self.opens:
            return []
        places = (place for place, score in enumerate(scores) if score >= self.further)
        return sorted(places, key=lambda place: (-scores[place], place))


def surplus(same: Scores) -> Scores:
    """What sharing such parts of their words tells of two texts: the first words tell the most."""
    told: Scores = same**0.7
    return told


def repeats(near: Scores) -> Scores:
    """How alike texts are that say nearly the same, whatever they are about: 1 for a text and itself."""
    return 2.0 * near - 1.0
