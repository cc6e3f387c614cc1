"""Places where words of praise say nothing of practice, and what becomes of hits there."""

import re

from wsr.domain.coding import Reason
from wsr.domain.kinds import PassageKind, SectionKind

LEFT_OUT = frozenset(
    {SectionKind.CONTENTS, SectionKind.ADMIN, SectionKind.LETTER, SectionKind.GLOSSARY, SectionKind.FRONT}
)
"""Sections that speak of the document: hits there make no extract, and are counted as left out."""

_NEVER_PRACTICE = frozenset(
    {
        SectionKind.TERMS_OF_REFERENCE,
        SectionKind.RECOMMENDATIONS,
        SectionKind.ACTION_PLAN,
        SectionKind.METHODOLOGY,
        SectionKind.PROCESS,
        SectionKind.REVIEWER_STATEMENT,
    }
)
"""Sections that ask for practice or tell how the review was made: hits there are extracts, but neutral."""

_KIND_OF_PRACTICE = (
    r"(?:any\s+|all\s+|the\s+|both\s+|such\s+|and\s+|(?:examples?|areas?|instances?|elements?|aspects?)\s+of\s+)*"
    r"(?:good|best|effective|positive|notable|strong|sound)\s+(?:and\s+\w+\s+)?practices?\b"
)
_PURPOSE = re.compile(
    r"(?<!wish to )(?<!wishes to )(?<!like to )(?<!want to )(?<!pleased to )(?<!able to )(?<!we )(?<!would )(?<!I )"
    r"\b(?:highlight|identify|capture|recogni[sz]e|establish|consider|draw out|bring out|look for|seek out)(?:ing)?\s+"
    + _KIND_OF_PRACTICE,
    re.IGNORECASE,
)
"""The statutory purpose of every domestic homicide review, "(f) highlight good practice", and its like."""

_QUESTION = re.compile(
    r"[\s\d.()•▪–-]*(?:\([a-z]+\)\s*|[a-z]\)\s*)?(?:(?:consider|establish|examine|explore|determine|assess)\s+)?"
    r"(?:whether|to what extent|how far|how (?:well|effective(?:ly)?)|"
    r"to (?:identify|establish|consider|examine|determine|highlight|review|assess|explore))\b(?!.*,\s(?:the|a|an|she|he|they)\s)",
    re.IGNORECASE | re.DOTALL,
)
"""A question that the review is to answer: "Whether the assessments undertaken were timely"."""

_ASKED_FOR = re.compile(
    r"\b(?:Boards?|Partnerships?|Councils?|Trusts?|agencies|organisations|authorit(?:y|ies)|partners|Governments?|services)\s+"
    r"(?:should|must|to|are to|is to|will)\s+(?:\w+\s+){0,4}?(?:share|disseminate|promote|publici[sz]e|celebrate|build on|learn from"
    r"|remind)\b[^.;]{0,40}?\bpractice\b",
    re.IGNORECASE,
)
"""A recommendation by its form: "The Board should share good practice"."""


def left_out(section: SectionKind, passage: PassageKind) -> str | None:
    """Why hits of a passage make no extract: the kind of section, or "prompt"; None when they do."""
    if passage is PassageKind.PROMPT:
        return PassageKind.PROMPT.value
    return section.value if section in LEFT_OUT else None


def never_practice(section: SectionKind | None, text: str) -> Reason | None:
    """Why nothing in this place is practice that is judged; None when it may be."""
    if section in LEFT_OUT or section in _NEVER_PRACTICE:
        return Reason(rule="place", words=section.value)
    of_practice = "practice" in text.lower()
    purpose = _PURPOSE.search(text) if of_practice else None
    purpose = purpose or _QUESTION.match(text)
    purpose = purpose or (_ASKED_FOR.search(text) if of_practice else None)
    if purpose:
        return Reason(rule="purpose", words=purpose[0].strip(" (\n"))
    return None
