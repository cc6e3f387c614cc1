"""Which words in a clause say what would, could or should have been, and which speak ill of what was. Pure."""

import re

from wsr.coding.stance.clauses import Clause
from wsr.coding.stance.marks import Mark
from wsr.vocabulary.stance import Role

_RELATIVE = re.compile(
    r"(?<!,)(?<!, )\b(?:(?:who|which|that)\s+|(?:time|help|space|room|support|care|words|everything|all|anything) (?:that )?(?:he|she|they)\s+)$"
)
"""A wish by the way: "information which might have changed the decision"."""
_HAD = re.compile(r"had\b", re.IGNORECASE)
_OPENS = re.compile(
    r"(?:^[\s\d.•▪\-–()\"“‘]*|[,;:–—(]\s*|\b(?:and|but|that|also|not|different|avoided|prevented|earlier|sooner|more)\s+)$"
)
"""Before a "had" that stands for an "if"."""
_NOTHING = re.compile(r"\b(?:nothing|nobody|no one|no \w+|none|little)\s+$", re.IGNORECASE)
_COULD_NOT = re.compile(r"\b(?:could|can|might|may)(?: not|n['’]t| never| hardly| scarcely)\b", re.IGNORECASE)
"""What nobody could have done is no suggestion."""
_SEEMED = re.compile(
    r"(?:would|could|might|may)\s+(?:\w+\s+)?have\s+(?:\w+ly\s+)?(?:seemed|looked(?! like)|appeared|felt|been (?:known|thought|aware|in no doubt|in any doubt|able))\b"
    r"|could only have\b",
    re.IGNORECASE,
)
"""What was so, or may have been, in the words of what would have been."""
_RULE = re.compile(
    r"\b(?:polic(?:y|ies)|procedures?|guidance|protocols?|Act|law|regulations|standards?|code|pathways?|contract|order)\s+(?:\w+ly\s+|also\s+)?$"
)
"""Before a duty that a rule laid down: "the policy required a visit"."""
_WHATEVER = re.compile(r"\b(?:whatever|however|whichever)\b[^,;.]*$", re.IGNORECASE)
"""Before what may have been, and is conceded."""
_MONTH = re.compile(r"\bMay$")
_NOT_OF_QUALITY = re.compile(
    r"[\s\d.•▪\-–()]*(?:it|there|a|an|one|another|any|this|that|which|what|who)\b(?! (?:response|assessment|plan|work|support"
    r"|communication|decision|information|recording|record|meeting|review|process|approach|practice|intervention|oversight))",
    re.IGNORECASE,
)
"""Subjects of which it is said what would have been better to do: "it could have been more helpful to"."""
_TO_DO = re.compile(r"[\w\s,]{0,24}?\b(?:to|if|for|than)\b", re.IGNORECASE)


_HARM = (
    r"(?:died|perished|lost|drifted|disappeared|vanished|slept rough|starved|frozen|drowned|come to (?:serious )?harm|suffered|escalated|returned to|gone back to"
    r"|gone (?:un\w+|without|hungry|home to|back|missing|cold|astray)|remained (?:un\w+|hidden|at risk|alone|in|where|silent)|stayed (?:hidden|silent|where|un\w+)"
    r"|fallen (?:through|between|by)|slipped (?:through|past|by|away|out)|been (?:lost|dead|homeless|killed|harmed|hurt|abducted|trafficked|alone|in danger|left|un\w+|too late"
    r"|forgiven|excused|deterred|put off|daunted|discouraged|defeated|content|satisfied|tempted|overwhelmed|intimidated|fooled|taken in|fatal|worse|catastrophic|passed (?:over|by)|written off|forgotten))"
)
_AVERTED = re.compile(
    rf"(?:would|could|might|may)\s+(?:(?!not\b|never\b)[\w]+\s+){{0,3}}?have\s+(?:(?!not\b|never\b)\w+ly\s+)?{_HARM}\b"
    r"|(?:would|could|might|may)\s+(?:well\s+|easily\s+|so easily\s+|only too easily\s+|otherwise\s+)+have\s+(?:otherwise\s+)?(?:been\s+)?"
    r"(?:missed|overlooked|dismissed|ignored|lost|followed|set aside|explained away|let|left|looked|turned|walked|closed|passed|taken|treated|filed|accepted|assumed|written|excluded|refused|sent)\b",
    re.IGNORECASE,
)
"""What did not come to pass, and would have been worse."""
_OTHERWISE = re.compile(
    r"\b(?:otherwise|but for|without (?:which|whom|her|him|them|it|that|this|the)|if (?:it )?not for|lesser|weaker|less \w+ (?:\w+|team))\b",
    re.IGNORECASE,
)
_ALL_THAT = re.compile(
    r"(?:\b(?:everything|all|as (?:good|full|careful|quick|much|kind|thorough|clear|prompt) as|sooner than|better than|than)\s+(?:(?:that|what|which)\s+)?(?:(?:the\s+)?[\w'’-]+\s+)?"
    r"|\b(?:nobody|no one|no-one|any(?:one|body| \w+)(?: (?:reading|picking|opening|coming|taking)[^,;.]{0,30}?)?|few(?: \w+){0,2}|many|most|those who|others|not every \w+|not all \w+|a (?:lesser|weaker) \w+|a less \w+ \w+)\s+"
    r"|\b(?:right|proper|fitting|understandable|remarkable|credit\w*|inevitable) that (?:[\w'’-]+\s+){1,5}?)$",
    re.IGNORECASE,
)
"""Before a wish that measures what was done, or tells of what others would have done."""
_BACK = 90
"""Characters before a wish in which it is said what it measures."""
_EASIER = re.compile(
    r"(?:could|might)\s+(?:\w+ly\s+|just\s+|so easily\s+|well\s+)?have\s+(?:\w+ly\s+|just\s+)?(?:let|left|accepted|ignored|closed|taken|turned|walked|looked|asked for (?:him|her|them) to be|settled"
    r"|refused|waited|stopped|gone home|given up|sent (?:him|her|them|the)|said (?:no|nothing)|passed|relied|rested|treated|dismissed|excluded|discharged|assumed|hidden|blamed|stayed silent|shrugged|hung up)\b"
    r"[^;.]*?(?:;|,?\s+but\b|,?\s+yet\b|,?\s+and\s+(?:did not|chose)|\s+–)\s*(?:instead,?\s+)?(?:she|he|they|it|the|this|that|instead|did not|chose)\b",
    re.IGNORECASE,
)
"""The easier thing that somebody did not do."""
_INSTEAD = re.compile(
    r"(?:could|might)\s+(?:\w+\s+)?have\b[^.]*?[;,]\s*(?:but\s+|and\s+)?instead\b", re.IGNORECASE
)


def wishes(text: str, clause: Clause, marks: list[Mark]) -> list[Mark]:
    """The marks of what would have been that hold in a clause: not those in another sense or by the way."""
    lapses = [mark for mark in marks if mark.role is Role.LAPSE]
    lapses += wanting(text, clause, marks)
    return [
        mark
        for mark in marks
        if mark.role is Role.WISH
        and not _RELATIVE.search(text, max(0, mark.start - 24), mark.start)
        and not _only_tells(text, mark)
        and not _is_averted(text, clause, mark)
        and not any(
            mark.start < lapse.end and lapse.start < mark.end
            for lapse in lapses
            if mark.rule == "opportunity" or lapse.rule == "could_be_better"
        )
    ]


def wanting(text: str, clause: Clause, marks: list[Mark]) -> list[Mark]:
    """Those that say that what was done was not as good as it could have been."""
    return [
        mark._replace(role=Role.LAPSE, weight=2)
        for mark in marks
        if mark.role is Role.WISH and _is_of_quality(text, clause, mark)
    ]


def easier(text: str, marks: list[Mark]) -> list[Mark]:
    """Praise for the easier or the worse thing that somebody did not do, or that did not come to pass."""
    return [
        mark._replace(rule="averted", role=Role.HONOUR, weight=2)
        for mark in marks
        if mark.role is Role.WISH and _is_worse(text, mark)
    ]


def _is_worse(text: str, mark: Mark) -> bool:
    if _NOTHING.search(text, max(0, mark.start - 12), mark.start):
        return False
    return any(each.match(text, mark.start) for each in (_AVERTED, _EASIER, _INSTEAD))


def was_avoided(text: str, mark: Mark) -> bool:
    """Whether it is said of a harm that did not come that somebody kept it from coming."""
    return _AVERTED.match(text, mark.start) is None or _OTHERWISE.search(text, 0, mark.end + 12) is not None


def _is_averted(text: str, clause: Clause, mark: Mark) -> bool:
    """Whether a wish tells of a harm that did not come, or of what others would have done, or measures what was done."""
    if _is_worse(text, mark):
        return True
    if _OTHERWISE.search(text, clause.start, mark.end) and not text[mark.start :].startswith("should"):
        return True
    return _ALL_THAT.search(text[max(clause.start, mark.start - _BACK) : mark.start]) is not None


def _only_tells(text: str, mark: Mark) -> bool:
    """Whether "had" is the verb of its clause, or "May" is the month."""
    if _RULE.search(text, max(0, mark.start - 40), mark.start):
        return True
    if _WHATEVER.search(text, max(0, mark.start - 60), mark.start):
        return True
    if _COULD_NOT.search(text, mark.start, mark.end) or _SEEMED.match(text, mark.start):
        return True
    if not _HAD.match(text, mark.start):
        return False
    return not _OPENS.search(text[: mark.start]) or _MONTH.search(text[mark.start : mark.end]) is not None


def _is_of_quality(text: str, clause: Clause, mark: Mark) -> bool:
    """Whether a mark says that something which was done could have been better."""
    return (
        mark.rule == "could_be_better"
        and not _NOT_OF_QUALITY.match(text, clause.start)
        and not _TO_DO.match(text, mark.end)
    )
