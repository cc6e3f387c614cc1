"""What went better for a person because of those who worked with them. Pure."""

import re

from wsr.coding.stance.marks import Mark
from wsr.coding.stance.sentence import Sentence

_ENOUGH = 2
"""The weight of what is told of the person that shows a gain."""
_BECAUSE = re.compile(
    r"\b(?:after|(?<!registered )(?<!living )(?<!lived )with|because(?: of)?|since|once|through|thanks to|as a result of|following|owing to|due to|under|until"
    r"|now that|it was|as (?=he |she |they )|within|by \w+ing|from the (?:day|week|time|moment)|the days? (?:when )?)\b(?P<what>[^.;:]{0,70})",
    re.IGNORECASE,
)
"""What a gain is laid to, if a practitioner or something of practice is named there."""


def gains(sentence: Sentence, told: list[Mark]) -> tuple[Mark, ...]:
    """The words that tell of a gain; empty where too little is told, or it is laid to nobody's practice."""
    if sum(mark.weight for mark in told) < _ENOUGH:
        return ()
    laid_to_practice = any(
        sentence.subjects.practice_between(*match.span("what")) for match in _BECAUSE.finditer(sentence.text)
    )
    return tuple(told[:3]) if laid_to_practice else ()
