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

_PURPOSE = re.compile(
    r"(?:^|[(\s])(?:highlight|identify|capture|recogni[sz]e|establish)(?:ing)?\s+(?:any\s+|examples?\s+of\s+|areas?\s+of\s+)*"
    r"(?:good|best|effective|positive)\s+practice\b",
    re.IGNORECASE,
)
"""The statutory purpose of every domestic homicide review, "(f) highlight good practice", and its like."""


def left_out(section: SectionKind, passage: PassageKind) -> str | None:
    """Why hits of a passage make no extract: the kind of section, or "prompt"; None when they do."""
    if passage is PassageKind.PROMPT:
        return PassageKind.PROMPT.value
    return section.value if section in LEFT_OUT else None


def never_practice(section: SectionKind | None, text: str) -> Reason | None:
    """Why nothing in this place is practice that is judged; None when it may be."""
    if section in LEFT_OUT or section in _NEVER_PRACTICE:
        return Reason(rule="place", words=section.value)
    if purpose := _PURPOSE.search(text):
        return Reason(rule="purpose", words=purpose[0].strip(" ("))
    return None
