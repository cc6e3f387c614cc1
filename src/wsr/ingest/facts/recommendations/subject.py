"""Who is asked by a sentence that asks for something."""

import re

from wsr.ingest.facts.recommendations.bodies import Bodies
from wsr.vocabulary.bodies import find_bodies
from wsr.vocabulary.recommendations import (
    asking_word,
    infinitive_subject,
    names_nobody_first,
    present_request,
    welsh_subject,
)

_PREAMBLE = re.compile(
    r"^\W*(?:(?:it is|the (?:review|panel|reviewers?|review panel)|we)\s+(?:therefore\s+|also\s+|further\s+)?"
    r"recommend(?:s|ed)?\s+that\s+|that\s+|argymhellir\s+(?:bod\s+|fod\s+)?)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"^(?:in order to|to|where|when|if|given|as|in view of|following|with|through|by|before|after|at|for|on)\b[^,]*,\s*",
    re.IGNORECASE,
)
_CLAUSE_WORD = re.compile(r"(?:before|after|when|where|if)\b", re.IGNORECASE)
_ASIDE = re.compile(
    r"[,;]\s*(?:through|via|with|working|in (?:partnership|consultation|conjunction)|as part|led|supported|within|by|for"
    r"|since|all)\b.*$|\s*\([^)]*\)",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"\s+(?:also |always |all |each |then )?be (?!able|aware|clear|responsible|mindful|alert)"
    r"(?!(?:asked|requested|encouraged|required|expected|invited|urged) to [a-z])"
    r"\w+(?:ed|en|ld|de|ght|pt|nt|un|wn|ad)\b"
)
"""Who is told, offered or reminded is not asked to do it."""
_CONSIDERATION = re.compile(r"\W*(?:further |serious |urgent )?consideration\b", re.IGNORECASE)
_RECOMMENDED_TO = re.compile(
    r"\W*(?:it is|we) recommend(?:ed)? to (?:the )?(?P<body>.{3,80}?)\s+that\b", re.IGNORECASE
)
_ASKED_OF = re.compile(
    r"\b(?:considered|given|offered|reviewed|taken|made|provided|asked|commissioned)\b[^.]{0,60}?\bby\s+(?:the\s+)?"
    r"(?P<body>.{3,80}?)(?=\s+(?:to|for|that|whether|asking|about|so|within|before|after|when|at)\b|[.,;]|$)"
)
_NAME = r"(?:[A-Z][\w’'-]*|LA\d)(?:\s+(?:(?:and|of|for|the|&)\s+)*[A-Z][\w’'-]*)*"
_FIRST_NAME = re.compile(rf"^(?:[Tt]he\s+)?({_NAME})(?:\s+and\s+(?:the\s+)?({_NAME}))?")
_LAST_NAME = re.compile(rf"(?:\bthe\s+)?({_NAME})$")
_NEAR = 15
"""Characters within which a modal belongs to the name before it."""
_LONGEST = 16
"""Words of the longest phrase that can still name bodies."""


def subject_of(sentence: str, bodies: Bodies) -> str:
    """
    The phrase that names who is asked; empty when the sentence names nobody.

    What stands before the asking words, or after "by" behind them: "Consideration should be given by the Home
    Office". Preambles ("It is recommended that"), clauses before the subject and asides after it are left out. Who
    is to be told or offered something is not asked.
    """
    told = _RECOMMENDED_TO.match(sentence)
    if told:
        return told["body"]
    preamble = _PREAMBLE.match(sentence)
    rest = sentence[preamble.end() :] if preamble else sentence
    announced = _announced(rest)
    if announced:
        return announced
    passive = _ASKED_OF.search(rest)
    if passive and _CONSIDERATION.match(rest):
        return trimmed(passive["body"])
    subjunctive = _subjunctive_subject(rest, bodies) if preamble else ""
    active = subjunctive or ("" if names_nobody_first(rest) else _active_subject(rest))
    if bodies.level_of(active) is not None:
        return active
    return trimmed(passive["body"]) if passive else ""


def trimmed(phrase: str) -> str:
    """A phrase without a clause before it and asides behind it; empty when it is too long to name bodies."""
    phrase = _ASIDE.sub("", _CLAUSE.sub("", phrase.strip(" ,")))
    return phrase if len(phrase.split()) <= _LONGEST else ""


def _announced(sentence: str) -> str:
    """The body with which a sentence begins before a colon: "Torfaen Council (Education): the policy should …"; else empty."""
    head, colon, _ = sentence.partition(":")
    named = find_bodies(head)
    first = named and named[0].start <= len("The ")
    return head if colon and first and asking_word(head) is None else ""


def _subjunctive_subject(sentence: str, bodies: Bodies) -> str:
    """The bodies with which a that-clause begins when no modal follows them: "that the Home Office amend …"."""
    named, asked = _FIRST_NAME.match(sentence), asking_word(sentence)
    if not named or bodies.level_of(named[1]) is None or (asked and asked.start() <= named.end() + _NEAR):
        return ""
    return " and ".join(name for name in named.groups() if name)


def _active_subject(sentence: str) -> str:
    welsh = welsh_subject(sentence)
    if welsh is not None:
        return welsh
    present = present_request(sentence)
    if present:
        return trimmed(present["who"])
    asked = asking_word(sentence)
    if asked and _PASSIVE.match(sentence[asked.end() :]):
        return ""
    subject = trimmed(sentence[: asked.start()] if asked else infinitive_subject(sentence) or "")
    last = _LAST_NAME.search(subject) if _CLAUSE_WORD.match(subject) else None
    return last[1] if last else subject
