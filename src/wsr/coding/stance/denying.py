"""What a negative denies: an act of practice, something else, or only a part of what is said. Pure."""

import re

from wsr.coding.stance.marks import Mark

_AUXILIARY = re.compile(
    r"\b(?:did|do|does|was|were|had|has|have|is|are|could|would|should|might|may|can|be|been|being|will|ought|remained?|appears?|appeared|seems?|seemed)"
    r"(?:\s+(?:\w+ly|also|still|then|simply|once|often|yet|ever|even|apparently))?\s*(?:,[^,]{2,40},\s*|\s)$",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(
    r"\s+(?:(?:\w+ly|always|fully|yet|ever|even|being|having|been)\s+)*(?:\w+ed|seen|told|made|done|given|taken|held|sent|kept|met|known|heard|read|shown|written|found|sought|brought"
    r"|drawn|spoken|understood|thought|put|set|led|paid|left|built|used|asked)\b",
    re.IGNORECASE,
)
_ACTS = (
    "ask|see|seen|saw|speak|spoke|spoken|tell|told|visit|ring|rang|rung|call|meet|met|look|read|write|wrote|written|record|note|check|share|pass|send|sent|refer|follow"
    r"|act(?!ua)|consider|explor|discuss|assess|review|plan|attend|offer|provid|give|gave|given|mak|made|take|took|taken|arrang|held|hold|challeng|question|escalat|notic|recogni"
    r"|identif|understand|understood|know|knew|known|listen|hear|heard|involv|invit|includ|consult|inform|explain|link|connect|monitor|test|us(?:e|ed|ing)\b|appl|complet|sign|reach|respond"
    r"|repl|answer|return|com(?:e|ing)\b|came|lead|led|own|coordinat|co-ordinat|seek|sought|obtain|find|found|mention|featur|appear|address|reflect|show|contain|cover|chang|bring|brought"
    r"|put|set|do\b|done|think|thought|treat|examin|investigat|verif|protect|safeguard|prevent|support|help|work|engag|communicat|co-operat|cooperat|liais|convene|trigger|activat|implement|embed"
    r"|translat|interpret|book|allocat|assign|transfer|hand|copied|copy|circulat|document|log|enter|updat|amend|evidenc|demonstrat|grasp|appreciat|realis|weigh|analy|bring|join|pursu|chas|request"
    r"|contact|notif|alert|warn|report|flag|rais|document|adher|compl|meet|match|fit|suit|exist|happen|occur|take place|get|got|go\b|gone|went|place|train|supervis|staff|attach|append|enclos|fund|commission|resourc|trac|measur|photograph|weigh|open|clos"
)
_ACT = re.compile(rf"(?:,[^,]{{2,50}},)?(?:[\s,]+[\w'’-]+){{0,2}}?[\s,]+(?:re-?|un)?(?:{_ACTS})", re.IGNORECASE)
"""Within three words after a negative: what practitioners ought to do."""
_PART = re.compile(r"(?:not|nor|never)$", re.IGNORECASE)
_SAYS_NOTHING = re.compile(r"\s+(?:accident|coincidence|surprise|wonder|secret|doubt|question|matter|mistake|exception|stranger)\b", re.IGNORECASE)


def is_of_a_part(text: str, mark: Mark) -> bool:
    """Whether a negative denies only a part of what is said: "before, not after, the meeting"."""
    if not _PART.match(text[mark.start : mark.end]):
        return _SAYS_NOTHING.match(text, mark.end) is not None
    if text[mark.start : mark.start + 3].lower() != "not":
        return False
    before = text[max(0, mark.start - 56) : mark.start]
    return bool(before.strip()) and not _AUXILIARY.search(before) and not _PARTICIPLE.match(text, mark.end)


def is_of_an_act(text: str, mark: Mark) -> bool:
    """Whether a negative denies what practitioners ought to do: "did not ask", "no record was made"."""
    return _ACT.match(text, mark.end) is not None
