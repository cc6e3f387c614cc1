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
    r"|\b(?:congratulat|prid|commend|prais|flatter|pat)\w*\s+(?:itself|themselves|himself|herself)\b"
    r"|\b(?:proud|pride|confident) (?:of|in) (?:its|their)\b"
    rf"|\b{_SAYS} (?:itself|themselves) (?:as|to)\b",
    re.IGNORECASE,
)

_ACCORDING = re.compile(
    rf"\b(?:according to|(?:in|on) the (?:view|opinion|words|estimation|eyes|account|telling) of|(?:as|so)(?= the [\w ]+ (?:maintain|claim|assert|put|see|say|contend))) (?P<who>[^,;.]{{3,40}}),"
    r"|\b(?P<distant>maintain(?:s|ed) that|claim(?:s|ed) (?:that|to)|assert(?:s|ed) that|contend(?:s|ed)|profess(?:es|ed)|purport(?:s|ed))\b"
    rf"|\b(?P<says>{_SAYS}) (?:that )?it\b(?! (?:would|should|could|is|was) \w+ (?:to|that)\b)",
    re.IGNORECASE,
)
"""According to the provider, … ; the provider says that it …"""

_OF_AN_AGENCY = re.compile(
    rf"\b(?:imrs?|(?:individual )?(?:management |internal |agency |serious incident )(?:reviews?|reports?)|agency['’]s (?:own )?(?:report|review|account|analysis)"
    rf"|(?:imr|report|review) author)\b[^.;]{{0,40}}?\b(?:states?|stated|asserts?|asserted|claims?|claimed|maintains?|maintained|contends?|says?|said|insists?|suggests?"
    rf"|presents?|portrays?|describe[sd]?|characterises?|speaks? of|puts?)\b"
    rf"|\b(?:described|presented|characterised|portrayed|put|reported|represented) to (?:the (?:panel|review\w*|chair|author\w*)|us)\b|\b(?:panel|review(?:ers?)?|chair|authors?|we) (?:was|were|has been|have been) (?:told|assured|informed|advised)\b(?! by (?:\w+ ){1, 3}?(?:mother|father|family|families|parents?|sister|brother|daughter|son|wife|husband|grand\w+|partner|friends?|neighbours?))"
    rf"|\b(?:assertion|claim|assurance|contention|submission) that\b",
    re.IGNORECASE,
)
"""What an agency's report states or claims, and does not find."""
_SELF = ("own ", "self", "selves", "proud", "prid", "confident")
_REPORTS = (
    "imr",
    "report",
    "review",
    "author",
    "panel",
    "chair",
    "to us",
    "we were",
    "we have",
    "assert",
    "claim",
    "assurance",
    "contention",
    "submission",
)
_THEIRS = (" its ", " their ", " her ", " his ")
_TOLD = (
    "ccording",
    "the view",
    "opinion",
    "the words",
    "the eyes",
    "estimation",
    "account",
    "telling",
    "so the",
    "as the",
    " it",
    "maintain",
    "claim",
    "assert",
    "contend",
    "profess",
    "purport",
)
_BORNE_OUT = re.compile(
    r"\b(?:panel|chair|review(?:ers?)?|authors?|we|i|records?|evidence|chronolog\w+|logs?|files?|notes)\b[^.;]{0,24}?\b(?:agrees?|agreed|concurs?|concurred|endorses?|endorsed|shares?|upholds?"
    r"|supports?|supported|confirms?|confirmed|welcomes?|bears?|bore|accepts?|accepted|is satisfied|are satisfied|sees no reason|found nothing|rightly|justly)\b(?! to differ)"
    r"|\bborne out\b|\b(?:and|which) (?:rightly|justly|with reason)\b|\bnothing\b[^.;]{0,40}\b(?:to differ|otherwise|to the contrary|contradict\w*|disagree)\b",
    re.IGNORECASE,
)
"""Somebody who judges it says the same."""
_NOT_BORNE_OUT = re.compile(
    r"\b(?:not|never|unable|cannot|hardly|no|none|nor|nothing|nobody|disagree\w*)\b", re.IGNORECASE
)
_BEFORE = 24
_ON = 6
"""Characters after praise in which it is said to be of oneself: "proud of its"."""


def claimed(text: str, subjects: Subjects, clause: Clause, mark: Mark) -> bool:
    """Whether praise at a mark is what practitioners say of themselves: "its own report calls its work timely"."""
    return _is_claim(text, subjects, clause, mark) and not is_borne_out(text)


def _is_claim(text: str, subjects: Subjects, clause: Clause, mark: Mark) -> bool:
    before = text[clause.start : mark.end + _ON].lower()
    if _has(before, _SELF) and _BY_THEMSELVES.search(text, clause.start, mark.end + _ON):
        return True
    if _has(before, _REPORTS) and _OF_AN_AGENCY.search(text, clause.start, mark.start):
        return True
    own = _OF_THEIR_OWN.finditer(text, clause.start, mark.end) if _has(before, _THEIRS) else ()
    told = _ACCORDING.finditer(text, clause.start, mark.start) if _has(before, _TOLD) else ()
    return any(
        (match["own"] or subjects.practice_between(*match.span("what")))
        and subjects.last_is_no_person(clause.start, match.start())
        for match in own
    ) or any(_is_agencys(subjects, clause, match) for match in told)


def _has(words: str, any_of: tuple[str, ...]) -> bool:
    """Whether one of some beginnings of words stands there, which is sooner seen than a claim."""
    return any(each in words for each in any_of)


def is_borne_out(text: str) -> bool:
    """Whether whoever judges practice says that a claim is right: "and the Panel agrees"."""
    said = _BORNE_OUT.search(text)
    return (
        said is not None and _NOT_BORNE_OUT.search(text, max(0, said.start() - _BEFORE), said.end()) is None
    )


def _is_agencys(subjects: Subjects, clause: Clause, match: re.Match[str]) -> bool:
    """Whether it is an agency's own account of what it did."""
    if match["who"]:
        return subjects.last_is_practitioner(*match.span("who"))
    return subjects.last_is_practitioner(clause.start, match.start())
