"""Whether a clause says what holds in general, or what is to be done in this case. Pure."""

import re

from wsr.coding.stance.advice import is_addressed, recommendation
from wsr.coding.stance.clauses import Clause
from wsr.coding.stance.marks import Mark
from wsr.coding.stance.scope import Turned
from wsr.coding.stance.sentence import Sentence, Verdict
from wsr.coding.stance.tenets import tenet
from wsr.coding.stance.tense import Frame, names_the_case
from wsr.domain.coding import Stance
from wsr.vocabulary.stance import Role

_DUTY = re.compile(
    r"\b(?:should|must|ought|needs? to|it is \w+ practice to|it is (?:not|never) (?:enough|sufficient|for|right|safe|possible|necessary)"
    r"|(?:good|best|effective|safe|expected) practice (?:is|means|requires|suggests|includes|dictates|demands|recommends))\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:who|whom|whether|what|how|which|when|where|(?:insist\w*|request\w*|agree\w*|decid\w*|decision|demand\w*|order\w*|direct\w*|plan\w*|wish\w*|ask\w*|arrang\w*|recommend\w*|advice|advised) that)\s+(?:[\w'’-]+\s+){0,3}$",
    re.IGNORECASE,
)
"""Before a duty of which it is told that it was asked: "the muddle over who should visit was"."""
_DETRACTS = re.compile(
    r" not (?:to )?(?:detract|diminish|take away|lessen|obscure|cloud|mar|dim|overshadow|blind|distract)\b",
    re.IGNORECASE,
)
_PRAISED = frozenset({"commendation", "worth_saying", "beyond", "no_better", "charge_answered"})
"""Praise of a case, whatever duty is named beside it."""
_DEFINITE = re.compile(
    r"(?:;(?= (?:the|this|these|those|his|her|their)\b))?[\s•\-–\d.()\"“'‘]*(?:the|this|these|that|those|his|her|its|their|our|we|i|she|he|they|panel|reviewers|it (?!takes\b|costs\b|is (?:always|never|essential|important|vital|good|best|safe|safer|often|rarely|easy|hard|difficult|not enough|for)\b|can\b|cannot\b)|there (?:is|are)"
    r"|it (?:is|was) (?:a |an )?\w+ (?:that|practice that)|(?:Health Board|Trust|Council|Agency|School|Hospital|Practice) \w{1,2}(?:['’]s)?"
    r"|[a-z-]+(?: \w+)? (?:in|of|on|at|by|from) (?:the|this|these) [\w-]+ (?:assessment|plan|record|report|letter|file|notes|referral|review|minutes)s?)\b",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"[\s•\-–\d.()]*(?P<kind>(?:practitioners|professionals|families|children|parents|people|victims|adults|staff|agencies"
    r"|records|teams|managers|gps|doctors|nurses|midwives|teachers|schools|carers|young people|fathers|mothers"
    r"|social workers|health visitors|perpetrators|survivors|services|relationships|meetings|assessments|plans|referrals)"
    r"\b)(?! at\b)",
    re.IGNORECASE,
)
"""Subjects of a kind, not of the case."""
_BARE_PLURAL = re.compile(
    r"[\s•\-–\d.()]*(?P<kind>(?!(?:the|our|my|her|your|both|all|these|those|two|three|several|police|this|his|its|others)\b)(?:[\w'’-]+ ){0,2}?[\w'’-]+[^s\s]s"
    r" (?:need|are|have|do|may|can|should|must|will|rarely|often|seldom|usually|sometimes|deserve|expect|learn|remember))\b",
    re.IGNORECASE,
)
_CORRELATIVE = re.compile(
    r"[\s•\-–\d.()]*(?P<kind>the (?:\w+er|more|less)\b[^,;]*, the (?:\w+er|more|less)\b"
    r"|the (?:best|\w{3,}est) (?:[\w-]+ ){1,2}?are\b)",
    re.IGNORECASE,
)
"""The younger the child, the less …; the best plans are …"""
_GENERIC = re.compile(
    r"[\s•\-–.()]*(?!(?:The|This|These|That|Those|There|It|He|She|They|We|I|His|Her|Its|Their|Our|My|Section|Sections|Appendix|Chapter"
    r"|Part|Table|Paragraph|Figure|Page|Examples|Details|Names|Members|Copies|References|See|Both|All|Two|Three|Some|Several|At|In|On)\b)"
    r"(?P<kind>[A-Z][a-z-]+(?:\s[a-z'’-]+){0,4}?\s(?:is|are|can|may|does|do|affects|means|needs|has|have))\b(?!.*\d)",
    re.DOTALL,
)
"""A bare noun at the beginning with a present verb: "risk is", "older people may"."""
_IMPERATIVE = re.compile(
    r"[\s•▪*\-–\d.()]*(?:(?:if|when|where)\b[^,]{2,40},\s+)?(?P<kind>(?:ask|see|listen|check|share|think|be|keep|make|use|consider|remember|never|always|do|don['’]t"
    r"|look|find|follow|talk|speak|write|read|seek|challenge|escalate|believe|trust|involve|include|know|tell|take|give"
    r"|avoid|ensure|treat|assume|put|hold|start|stay|explain|get|let|offer|document|agree|act|understand|recognise|pick up"
    r"|hear|bring|go|reflect|respect|say|meet|wait|try|learn|watch|beware|don’t)\b)(?! (?:was|were|is|of)\b)",
    re.IGNORECASE,
)
_INDEFINITE = re.compile(
    r"[\s•\-–\d.()]*(?:a|an|any|every|each)\s(?:[\w'’-]+\s){1,4}?\w{3,}s\s", re.IGNORECASE
)
_SUPERLATIVE = re.compile(
    r"\bthe (?:very |single )?(?:most|best|clearest|fullest|\w{3,}est)\b", re.IGNORECASE
)


def norm(sentence: Sentence, clause: Clause, norms: list[Mark], turned: Turned, own: Frame) -> Verdict | None:
    """A norm: duty or the present tense, with no finite past and no person of the case."""
    duty = _duties(sentence.text, clause, norms, own)
    if any(mark.rule in _PRAISED for mark in turned.good):
        return None
    held = tenet(sentence, clause, own) if own.first != "past" else None
    if held and not names_the_case(sentence.text):
        return held
    if own.past and not (duty and own.first == "present"):
        return None
    of_the_case = names_the_case(sentence.text)
    if recommended := recommendation(sentence.text, clause):
        return recommended
    if of_the_case or (duty and is_addressed(sentence.text, clause)):
        return Verdict(Stance.SUGGESTED, 2, tuple(duty[:1])) if duty else None
    if duty or len(norms) > 1 or (norms and not _DEFINITE.match(sentence.text, clause.start)):
        return Verdict(Stance.GENERAL, 2, tuple(duty[:1] or norms[:2]))
    spoken = turned.good + turned.ill + turned.denials
    indefinite = (own.present and not _DEFINITE.match(sentence.text, clause.start)) or _INDEFINITE.match(
        sentence.text, clause.start
    ) is not None
    if indefinite and spoken and not _SUPERLATIVE.search(sentence.text):
        return Verdict(Stance.GENERAL, 1, tuple(spoken[:1]))
    return _of_a_kind(sentence, clause, own)


def _duties(text: str, clause: Clause, norms: list[Mark], own: Frame) -> list[Mark]:
    """The duties that are said outright: none of which it is told that it was asked, and none that concedes."""
    duty = [mark for mark in norms if _DUTY.match(text, mark.start) and not _DETRACTS.match(text, mark.end)]
    if own.past:
        duty = [mark for mark in duty if not _ASKED.search(text, clause.start, mark.start)]
    return duty


def _of_a_kind(sentence: Sentence, clause: Clause, own: Frame) -> Verdict | None:
    """What is said of all of a kind."""
    at = sentence.text, clause.start
    generic = None if own.past or sentence.frame.past or not own.present else _GENERIC.match(*at)
    kind = (
        generic
        or _CORRELATIVE.match(*at)
        or _IMPERATIVE.match(*at)
        or _BARE_PLURAL.match(*at)
        or (own.present and _KIND.match(*at))
    )
    if kind:
        return Verdict(Stance.GENERAL, 1, (Mark("kind", Role.NORM, 1, kind.start("kind"), kind.end()),))
    return None
