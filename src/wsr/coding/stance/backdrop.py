"""What an act met with: the state of things told in a lead or an aside, which is no judgement of the act. Pure."""

import re

from wsr.coding.stance.marks import Mark
from wsr.coding.stance.subjects import Subjects
from wsr.coding.stance.tense import acts_in
from wsr.vocabulary.stance import Role

_LEAD = re.compile(
    r"[\s\d.•▪()\-–]*(?:and |but |so )?"
    r"(?:having|(?:once |when |twice |often |repeatedly )?(?:told|refused|denied|faced|confronted|met|turned away|given|left|warned|rebuffed|shut out|"
    r"finding|seeing|hearing|noticing|noting|knowing|realising|learning|suspecting|fearing|sensing|recognising|discovering|seeking|lacking|unable|"
    r"unsure|unwilling|worried|concerned|uneasy|alarmed|dissatisfied|aware|conscious|mindful)"
    r"|with (?:no|little|nobody|nothing|neither|so little|so few|only|few)|without (?:a|an|any)|in the absence|in the teeth|in the face|for want|for lack|lacking"
    r"|after (?:\w+ ){1,3}(?:refusal|failed|failure|missed|cancel|broken|unanswered|without|no|false|disappoint|reject|rebuff|set-?back|wasted)\w*"
    r"|when|where|while|because|as|since|until|even when|even though|whenever|from (?:a|an|the)|in (?:a|an|the))\b[^,;]{0,140},\s+",
    re.IGNORECASE,
)
"""What stands before the subject of a clause and says how things were."""
_ASIDE = re.compile(
    r",\s+(?:(?:on |upon )?(?:noting|seeing|hearing|finding|noticing|learning|knowing|sensing|fearing|realising|suspecting|recognising|discovering|being"
    r"|having)|(?:told|faced|met|confronted|aware|conscious|mindful|worried|concerned|uneasy|alarmed|refused|unsure|dissatisfied|far from|despite|with no)"
    r"|(?:herself|himself|themselves)\b)\b[^,;]{2,110},\s+",
    re.IGNORECASE,
)
"""What is set into a clause between its subject and its verb."""
_WITH_WHOM = re.compile(
    r"(?<!,\s)\b(?:at|in|for|to|with|from|by|of|on|during|through|over) (?:which|whom|whose)\b[^,;]*",
    re.IGNORECASE,
)
_HAD_BEEN = re.compile(r",\s+(?:which|who) had\b[^,;]{2,60},", re.IGNORECASE)
"""How things had been before: "contact, which had been poor, improved"."""


def backdrop(text: str) -> list[tuple[int, int]]:
    """The leads and asides of a sentence; half-open offsets."""
    lead = _LEAD.match(text)
    found = [lead.span()] if lead else []
    return found + [match.span() for match in _ASIDE.finditer(text)]


def relatives(text: str) -> list[tuple[int, int]]:
    """The stretches that tell more of a thing just named: "an appointment at which he was not seen"."""
    if " wh" not in text:
        return []
    told = [match.span() for match in _WITH_WHOM.finditer(text) if text[: match.start()].strip()]
    return told + [match.span() for match in _HAD_BEEN.finditer(text)]


def met(text: str, subjects: Subjects, ills: list[Mark], spans: list[tuple[int, int]]) -> frozenset[int]:
    """Where the words begin that speak ill of what an act of a practitioner met with in a lead or an aside."""
    return frozenset(
        mark.start
        for start, end in spans
        if any(start <= mark.start < end for mark in ills) and _acts_after(text, subjects, end)
        for mark in ills
        if start <= mark.start < end
    )


def _acts_after(text: str, subjects: Subjects, start: int) -> bool:
    end = next((at for at in (text.find(";", start), text.find(" but ", start)) if at >= 0), len(text))
    return any(
        subjects.acts(Mark("act", Role.DEED, 1, *place), start) is Role.PRACTITIONER
        for place in acts_in(text, start, end)
    )
