"""What a negative denies: an act of practice, something else, or only a part of what is said. Pure."""

import re
from collections.abc import Mapping

from wsr.coding.stance.attachment import acts_beside
from wsr.coding.stance.clauses import Clause
from wsr.coding.stance.marks import Mark
from wsr.coding.stance.scope import is_hypothetical
from wsr.coding.stance.sentence import Sentence
from wsr.vocabulary.stance import Role

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
    r"|contact|begin|began|begun|start|notif|alert|warn|report|flag|rais|document|adher|compl|meet|match|fit|suit|exist|happen|occur|take place|get|got|go\b|gone|went|place|train|supervis|staff|attach|append|enclos|fund|commission|resourc|trac|measur|photograph|weigh|open|clos"
)
_ACT = re.compile(
    rf"(?:,[^,]{{2,90}},)?(?:[\s,]+[\w'’-]+){{0,2}}?[\s,]+(?:re-?|un)?(?:{_ACTS})", re.IGNORECASE
)
"""Within three words after a negative: what practitioners ought to do."""
_PART = re.compile(r"(?:not|nor|never)$", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"\s+(?:accident|coincidence|surprise|wonder|secret|doubt|question|matter|mistake|exception|stranger)\b",
    re.IGNORECASE,
)


_PASSIVE = re.compile(r"\b(?:was|were|been|be|being|is|are)\b[^.;]{0,12}$", re.IGNORECASE)
_STATE = re.compile(
    r" (?:\w+ )?\w+ing\b| (?:at|in|on|a|an|the|his|her|well|able|happy|keen|sure)\b", re.IGNORECASE
)
"""After "was not": what somebody did or was, and not what was done to them."""
_BEEN = re.compile(
    r" (?:\w+ly )?been (?:\w+ly )?(?:asked|seen|told|heard|listened|consulted|informed|visited|invited|involved|included|offered|given|shown|spoken|believed|assessed|considered|referred|warned|followed"
    r"|recorded|shared|sent|made|checked|reviewed|explored|explained|interviewed|examined|supported|protected|contacted|taken seriously|notified)\b",
    re.IGNORECASE,
)
"""After "had not": what was not done to them."""
_BARE_PARTICIPLE = re.compile(r"(?<!did)(?<!had) not \w+ed\b")
_HAS = re.compile(
    r"\b(?:had|has|have|knew|known|heard|understood|wanted|took|gave|said|saw|made|ate|told|trusted|expressed|reported|disclosed|showed)\s+$"
)
"""Before "no" or "nothing" in what somebody had or did."""
_OWN = re.compile(
    r"\b(?:since|because|as|when|if|until|where|while)\s+(?:his|her|their|(?:the )?[\w]+['’]s)\s+(?:[\w-]+\s+){1,2}(?:had|was|were|did|has|is|would|could)\s+$",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"not\b(?<=would not|could not)[^,;.]{2,50}\b(?:until|unless|without|before)\b", re.IGNORECASE
)
"""A refusal that asks for something first: "would not ring off without a date"."""
_OBSERVED = re.compile(
    r"\b(?P<verb>noted|noticed|observed|saw|said|recorded|thought|considered|realised|recognised|felt|remarked|spotted|seen|wrote|queried|understood|told)\b(?:\s+[\w'’]+){0,3}?\s+(?:(?:that|how|why)\s+)?"
    r"(?:the |this |his |her |their |an? )?(?:[\w'’]+ )?(?:explanations?|accounts?|stor(?:y|ies)|history|injur\w+|bruis\w*|marks?|version|answers?|words|behaviour|presentation|picture|figures?|dates?|times?|symptoms?|something|things|child\w*|bab(?:y|ies)|boy|girl|she|he|they|(?:Child|Adult|Mr|Mrs|Ms|Miss) \w+)\b[^,;.:]{0,20}$",
    re.IGNORECASE,
)
_REVIEWS = re.compile(
    r"\b(?:imrs?|reviews?|reviewers?|reports?|panel|author|inspect\w*|audit\w*|investigat\w*|inquiry|coroner)\b",
    re.IGNORECASE,
)
"""Those whose remarks are judgements."""
_KNEW = re.compile(r"\b(?:knew|known|heard|understood|suspected|seen|noticed)\s+$")
_AND_HAD = re.compile(r"\band (?:had|has|have)\s+$")
_WOULD_NOT = re.compile(
    r"(?:would not|did not (?:assume|simply|just|merely|wait|rely|accept|leave|close|stop|discharge|hesitate|dismiss))\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|she|they)\b[\w\s]{0,10}$", re.IGNORECASE)
_WORDS_ON = re.compile(r"(?:\s+[\w'’-]+){0,3}")


def not_done(
    sentence: Sentence, clause: Clause, denials: list[Mark], of: Mapping[Role, list[Mark]]
) -> list[Mark]:
    """The negatives that deny an act of practice, with the words that they deny."""
    text = sentence.text
    found = []
    for mark in denials:
        if mark.start in sentence.answered or _is_a_fact(text, mark, of) or _is_of_a_part(text, mark):
            continue
        if _UNTIL.match(text, mark.start) and acts_beside(sentence, clause, mark):
            continue
        if _is_observed(sentence, clause, mark) or _is_condition(sentence, mark):
            continue
        if _is_active(sentence, mark) and _is_persons(sentence, clause, mark):
            continue
        is_act = _is_of_an_act(text, mark) or not acts_beside(sentence, clause, mark)
        weight = 2 if is_act and not is_hypothetical(text, mark) else 1
        words = _WORDS_ON.match(text, mark.end)
        found.append(Mark("not_done", Role.NEGATOR, weight, mark.start, words.end() if words else mark.end))
    return found


def _is_a_fact(text: str, mark: Mark, of: Mapping[Role, list[Mark]]) -> bool:
    """Whether a negative tells a mere fact, or is part of an act of worth: "would not sign"."""
    if any(fact.start <= mark.start < fact.end for fact in of[Role.NO_FAULT]):
        return True
    return any(
        deed.weight > 1 and _WOULD_NOT.match(text, deed.start) and deed.start <= mark.start < deed.end
        for deed in of[Role.DEED]
    )


def _is_observed(sentence: Sentence, clause: Clause, mark: Mark) -> bool:
    """Whether a practitioner remarked upon what a negative says: "noted that the account did not fit the injury"."""
    saw = _OBSERVED.search(sentence.text, clause.start, mark.start)
    if saw is None or _REVIEWS.search(sentence.text, clause.start, saw.start()):
        return False
    seen = Mark("observed", Role.DEED, 0, *saw.span("verb"))
    return sentence.subjects.acts(seen, clause.start) is Role.PRACTITIONER


def _is_condition(sentence: Sentence, mark: Mark) -> bool:
    """Whether a negative tells, by the way, of what was a person's: "since his speech had not cleared"."""
    owned = _OWN.search(sentence.text, max(0, mark.start - 40), mark.start)
    return owned is not None and not sentence.subjects.practice_between(owned.start(), mark.start)


def _is_active(sentence: Sentence, mark: Mark) -> bool:
    """Whether a negative is about what somebody did or had, and not about what was done to them."""
    text = sentence.text
    if _BEEN.match(text, mark.end):
        return False
    if _BARE_PARTICIPLE.match(text, max(0, mark.start - 1)):
        return False
    if _PASSIVE.search(text, max(0, mark.start - 12), mark.start) and not _STATE.match(text, mark.end):
        return False
    word = text[mark.start : mark.end].lower()
    if word in ("not", "never", "nor") or word.endswith(("n't", "n’t")):
        return True
    had = _HAS.search(text, max(0, mark.start - 10), mark.start) is not None
    return had and (
        sentence.subjects.person_close_before(mark)
        or _AND_HAD.search(text, max(0, mark.start - 10), mark.start) is not None
        or _KNEW.search(text, max(0, mark.start - 14), mark.start) is not None
    )


def _is_persons(sentence: Sentence, clause: Clause, mark: Mark) -> bool:
    """Whether a negative is about what a person who is no practitioner did not do."""
    if sentence.subjects.acts(mark, clause.start) is Role.PERSON:
        return True
    by_the_way = any(start < mark.start < end for start, end in sentence.subordinate)
    return by_the_way and _PRONOUN.search(sentence.text, max(0, mark.start - 16), mark.start) is not None


def _is_of_a_part(text: str, mark: Mark) -> bool:
    """Whether a negative denies only a part of what is said: "before, not after, the meeting"."""
    if not _PART.match(text[mark.start : mark.end]):
        return _SAYS_NOTHING.match(text, mark.end) is not None
    if text[mark.start : mark.start + 3].lower() != "not":
        return False
    before = text[max(0, mark.start - 56) : mark.start]
    return bool(before.strip()) and not _AUXILIARY.search(before) and not _PARTICIPLE.match(text, mark.end)


def _is_of_an_act(text: str, mark: Mark) -> bool:
    """Whether a negative denies what practitioners ought to do: "did not ask", "no record was made"."""
    return _ACT.match(text, mark.end) is not None
