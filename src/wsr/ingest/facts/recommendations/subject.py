"""Who is asked by a sentence that asks for something."""

import re

from wsr.ingest.facts.recommendations.bodies import Bodies
from wsr.vocabulary.agencies import addressed_kinds, names_thing, plain_kind
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
    r"|since|all)\b.*$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*\((?P<within>[^)]*)\)")
_SHORT_FORM = re.compile(r"[A-Z&\s/]{2,12}s?$")
_BESIDE = re.compile(
    r"\W*(?:with|including|supported|via|through|formerly|previously|now|known|such|e\.?g|i\.?e|see|and|or|as|not|if|where)\b",
    re.IGNORECASE,
)
_DONE = r"(?:\w+(?:ed|en|ld|de|ght|pt|nt|un|und|wn|ad)|done|set|put|met)\b"
_ABLE = r"(?:able|aware|clear|responsible|mindful|alert)\b"
_PASSIVE = re.compile(
    rf"\s+(?:also |always |all |each |then )?be (?!{_ABLE})"
    r"(?!(?:asked|requested|encouraged|required|expected|invited|urged) to [a-z])"
    rf"{_DONE}"
)
"""Who is told, offered or reminded is not asked to do it."""
_TO_BE_DONE = re.compile(rf"[^.;:]{{2,90}}?\s+to be (?:\w+ly )?(?!{_ABLE}){_DONE}")
_IS_SOMETHING = re.compile(
    rf"\s+(?:always |also )?be (?!{_ABLE}|asked|requested|encouraged|required|expected|invited|urged)"
)
"""Behind "Health should": then it is no agency, but what people have."""
_CONSIDERATION = re.compile(r"\W*(?:further |serious |urgent )?consideration\b", re.IGNORECASE)
_RECOMMENDED_TO = re.compile(
    r"\W*(?:it is|we) recommend(?:ed)? to (?:the )?(?P<body>.{3,80}?)\s+that\b", re.IGNORECASE
)
_ASKED_OF = re.compile(
    rf"(?:\bbe|(?i:consideration) is) (?:\w+ly |also |then )?{_DONE}(?P<between>(?:(?!\b(?:that|which|who|when|where|whether|if|before|after|until)\b)[^.;]){{0,80}}?)"
    rf"(?<!\w)by\s+(?:the\s+)?(?P<body>.{{3,80}}?)"
    r"(?=\s+(?:to|for|that|whether|asking|about|so|within|before|after|when|at|until)\b"
    r"|\s+(?:in|on|from|of|as)\s+(?:each|every|all|any|its|their|order|writing|part|a|an)\b|[.,;:]|$)"
)
_DEED_BESIDE = re.compile(rf"\s+(?:and|or)\s+{_DONE}\s+$")
_DEED_LAST = re.compile(rf"(?<!\w){_DONE}\s+$")
_FOR = re.compile(
    r"\W*(?:(?:\w+\s+)?(?:recommendation|action)s?\s+)?for\s+(?:the\s+)?(?P<body>.{3,80})$", re.IGNORECASE
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
    agent = _agent(rest)
    if agent and _CONSIDERATION.match(rest):
        return agent
    subjunctive = _subjunctive_subject(rest, bodies) if preamble else ""
    active = subjunctive or ("" if names_nobody_first(rest) else _active_subject(rest))
    return active if bodies.level_of(active) is not None and not names_thing(active) else agent


def trimmed(phrase: str) -> str:
    """A phrase without a clause before it and asides behind it; empty when it is too long to name bodies."""
    phrase = _ASIDE.sub("", _CLAUSE.sub("", _BRACKET.sub(_part_within, phrase.strip(" ,"))))
    return phrase if len(phrase.split()) <= _LONGEST else ""


def _part_within(bracket: re.Match[str]) -> str:
    """A bracket where it names a part or a lead, as in "Torfaen Council (Education)"; a short form or an aside is left out."""
    within = bracket["within"]
    aside = _SHORT_FORM.match(within) or _BESIDE.match(within)
    return "" if aside or not addressed_kinds(within) else bracket[0]


def _agent(sentence: str) -> str:
    """Who is to do what "should be done … by" them; empty without one, and where that is the deed of another: "visits made by"."""
    passive = _ASKED_OF.search(sentence)
    if passive is None:
        return ""
    between = passive["between"]
    another = _DEED_LAST.search(between) and not _DEED_BESIDE.fullmatch(between)
    body = trimmed(passive["body"])
    return "" if another or names_thing(body) else body


def _announced(sentence: str) -> str:
    """The body with which a sentence begins before a colon: "Torfaen Council (Education): the policy should …"; else empty."""
    head, colon, _ = sentence.partition(":")
    asked_of = _FOR.match(head)
    if colon and asked_of and asking_word(head) is None and not names_thing(asked_of["body"]):
        return asked_of["body"]
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
    subject = trimmed(sentence[: asked.start()] if asked else infinitive_subject(sentence) or "")
    if asked and _PASSIVE.match(sentence[asked.end() :]):
        return ""
    if not asked and _TO_BE_DONE.match(sentence):
        return ""
    if asked and plain_kind(subject) and _IS_SOMETHING.match(sentence[asked.end() :]):
        return ""
    last = _LAST_NAME.search(subject) if _CLAUSE_WORD.match(subject) else None
    return last[1] if last else subject
