"""What a body that is named, or somebody from now on, is asked to do. Pure."""

import re

from wsr.coding.stance.clauses import Clause
from wsr.coding.stance.marks import Mark
from wsr.coding.stance.sentence import Verdict
from wsr.domain.coding import Stance
from wsr.vocabulary.stance import Role

_ADDRESSED = re.compile(
    r"(?:^|(?<=[\s(]))(?:[Tt]he|[Tt]his|[Bb]y the|[Tt]hat the|[Bb]oth|[Ee]ach)\s(?:[A-Z][\w'’-]*\s|and\s|the\s|of\s|for\s){0,6}?"
    r"(?:Board|Boards|Trust|Trusts|Council|Councils|Partnership|Force|Police|Constabulary|Service|Services|Association|Authority|Authorities|Government|Agency|Hospital"
    r"|School|College|University|Practice|Surgery|Department|Directorate|Ministers?|Constable|Commissioner|Office|Provider|Company|Charity|Team|Unit|Group|Panel|Safeguarding|Probation)\b"
    r"|^[\s\d.()•–-]*(?:Probation|Housing|Education|Police|Social [Ss]ervices|[A-Z][a-z]+['’]s [Ss]ervices)(?: and [\w ]{3,40})?\s(?:should|must|need|needs|ought)\b"
)
"""A body that is asked to do something: "the Health Board should"."""
_RECOMMENDS = re.compile(
    r"[\s\d.()•–-]*(?P<kind>(?:recommendation|proposal|suggestion)s?(?:\s(?:no\.?\s?)?\d{1,2})?)\s*[:.–]?\s*(?:that|the|for)\b",
    re.IGNORECASE,
)
"""A recommendation by its number: "Recommendation 6: that the force"."""
_FROM_NOW = re.compile(
    r"\b(?:in (?:the )?future|from now on|going forward|as (?:a|the|one) (?:first|next|further) step|henceforth|in the meantime|as a matter of urgency|within (?:the next )?\w+ (?:weeks|months))\b",
    re.IGNORECASE,
)
_ONE_BODY = re.compile(
    r"\bthe (?:[\w'’-]+ ){0,4}?(?:home|ward|surgery|service|team|hospital|school|college|provider|unit|association|partnership|force|county|charity|refuge|clinic|practice|nursery)\s(?:should|needs? to|must|ought to)\b"
    r"(?!.*\b(?:always|never|any|every|each|whenever|wherever|whatever|where|when)\b)(?<!\bany\b)",
    re.IGNORECASE,
)
"""One body of this case that is asked to do something."""


def is_addressed(text: str, clause: Clause) -> bool:
    """Whether a duty in a clause is laid on a body that is named, or for the time that is to come."""
    return any(each.search(text, clause.start, clause.end) for each in (_ADDRESSED, _FROM_NOW, _ONE_BODY))


def recommendation(text: str, clause: Clause) -> Verdict | None:
    """A suggestion where a clause says of itself that it recommends."""
    found = _RECOMMENDS.match(text, clause.start)
    if found is None:
        return None
    return Verdict(Stance.SUGGESTED, 2, (Mark("kind", Role.NORM, 2, *found.span("kind")),))
