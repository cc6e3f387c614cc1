"""What somebody says in favour of their own practice, which is no judgement of the reviewer's. Pure."""

import re

from wsr.coding.stance.clauses import Clause
from wsr.coding.stance.marks import Mark
from wsr.coding.stance.subjects import Subjects

_SAYS = (
    r"(?:told (?:us|the (?:panel|review\w*|author\w*))|says?|said|states?|stated|describe[sd]?|reports?|reported|considers?"
    r"|considered|believe[sd]?|thought|feels?|felt|maintain(?:s|ed)|claim(?:s|ed)|assert(?:s|ed)|insist(?:s|ed)|rate[sd]"
    r"|scored|assure[sd]|presents?|presented|characterise[sd]?|calls?|called|judge[sd])"
)
_OF_THEIR_OWN = re.compile(
    rf"\b{_SAYS}\b[^.;,]{{0,40}}?\b(?:its|their|her|his)(?P<own> own)? (?P<what>(?:[\w'’-]+ ){{1,5}}?)"
    r"(?:as|was|were|is|are|had been|has been|have been|to be|to have been)\b",
    re.IGNORECASE,
)
"""The Trust told us that its response was …"""
_BY_THEMSELVES = re.compile(
    rf"\bown (?:[\w-]+ ){{0,2}}?(?:report|review|account|audit|imr|analysis|summary|chronology|newsletter|website)\b[^.;]{{0,12}}\b{_SAYS}\b"
    rf"|\b(?:by|in) (?:its|their) own (?:account|words|report|view|estimation|assessment|reckoning)\b"
    rf"|\b{_SAYS} (?:itself|themselves) (?:as|to)\b",
    re.IGNORECASE,
)


def claimed(text: str, subjects: Subjects, clause: Clause, mark: Mark) -> bool:
    """Whether praise at a mark is what practitioners say of themselves: "its own report calls its work timely"."""
    if _BY_THEMSELVES.search(text, clause.start, mark.end):
        return True
    return any(
        (match["own"] or subjects.practice_between(*match.span("what")))
        and subjects.first_is_no_person(clause.start, match.start())
        for match in _OF_THEIR_OWN.finditer(text, clause.start, mark.end)
    )
