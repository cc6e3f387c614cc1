"""Whom a recommendation addresses, and at which level."""

import re
from collections.abc import Iterator

from wsr.domain.kinds import Level
from wsr.ingest.facts.recommendations.item import Item
from wsr.language.sentences import sentence_spans
from wsr.vocabulary.agencies import find_coded_agencies
from wsr.vocabulary.boards import find_boards
from wsr.vocabulary.recommendations import (
    asking_word,
    body_level,
    infinitive_subject,
    level_named,
    names_nobody_first,
    opens_recommendations,
    radical,
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
_ASIDE = re.compile(
    r"[,;]\s*(?:through|via|with|working|in (?:partnership|consultation|conjunction)|as part|led|supported|within|by|for|since|all)\b.*$"
    r"|\s*\([^)]*\)",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"\s*;\s*|\s*/\s*|\s*\n\s*|\s*,\s*(?:and\s+)?"
    r"|\s+(?:and|&|ac|a|together with|along with|with|jointly with|in partnership with|in conjunction with)\s+",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"^\W*(?:\d[\d.]*\s+)?(?:(?:\w+\s+)?(?:recommendations?|actions?|argymhell\w*)\s+(?=for|to|i\b))?(?:(?:for|to|i)\s+)?(?:the\s+)?(?P<body>.*?)\W*$",
    re.IGNORECASE,
)
_CLAUSE_WORD = re.compile(r"(?:before|after|when|where|if)\b", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\s+(?:also |always |all |each |then )?be (?!able|aware|clear|responsible|mindful|alert)"
    r"(?!(?:asked|requested|encouraged|required|expected|invited|urged) to [a-z])\w+(?:ed|en|ld|de|ght|pt|nt|un|wn|ad)\b"
)
"""Who is told, offered or reminded is not asked to do it."""
_SUBJECT_MATTER = re.compile(
    r"(?:[A-Z]?[a-z-]+\s+)*(?:services?|practices?|teams?|education|housing|partners|agencies)", re.IGNORECASE
)
"""Headings without the name of a body: "Joint services" is what recommendations are about."""
_CONSIDERATION = re.compile(r"\W*(?:further |serious |urgent )?consideration\b", re.IGNORECASE)
_RECOMMENDED_TO = re.compile(
    r"\W*(?:it is|we) recommend(?:ed)? to (?:the )?(?P<body>.{3,80}?)\s+that\b", re.IGNORECASE
)
_UNTIL_VERB = r"(?=\s+(?:to|for|that|whether|asking|about|so|within|before|after|when|at|i|am)\b|[.,;]|$)"
_ASKED_OF = re.compile(
    rf"\b(?:considered|given|offered|reviewed|taken|made|provided|asked|commissioned)\b[^.]{{0,60}}?\bby\s+(?:the\s+)?(?P<body>.{{3,80}}?){_UNTIL_VERB}"
)
_NAME = r"(?:[A-Z][\w’'-]*|LA\d)(?:\s+(?:(?:and|of|for|the|&)\s+)*[A-Z][\w’'-]*)*"
_FIRST_NAME = re.compile(rf"^(?:[Tt]he\s+)?({_NAME})(?:\s+and\s+(?:the\s+)?({_NAME}))?")
_LAST_NAME = re.compile(rf"(?:\bthe\s+)?({_NAME})$")
_BEFORE_NAME = re.compile(r"^(?:(?:and|by|the|y|yr)\s+)+", re.IGNORECASE)
_HIGHEST_FIRST = (Level.NATIONAL, Level.BOARD, Level.REGIONAL, Level.AGENCY)
_NEAR = 15
"""Characters within which a modal belongs to the name before it."""
_LONGEST = 16
"""Words of the longest phrase that can still name bodies."""


def addressees_of(item: Item) -> tuple[str, ...]:
    """
    The bodies a recommendation is addressed to, as printed and in order; empty when nobody is named.

    Named by its label or a column that says so; else as the subject of its first sentence; else by a column for
    who leads; else by the heading of its group. What somebody is to have done for them makes them no addressee.
    """
    sentence = _first_sentence(item.text)
    for phrase in (item.addressed, _subject(sentence), item.lead, _group(item.group)):
        named = list(_bodies_in(_trimmed(phrase)))
        if named:
            return tuple(dict.fromkeys(named))
    return ()


def level_of(item: Item, addressees: tuple[str, ...]) -> Level:
    """The level: said by a column, a label or the heading of its group, else that of the body addressed, the highest of them."""
    for text in (item.level, item.label or "", item.group if len(item.group.split()) <= 6 else ""):
        level = level_named(text) if text else None
        if level is not None and (
            not addressees or level in (Level.NATIONAL, Level.REGIONAL) or text is item.level
        ):
            return level
    levels = {level for name in addressees if (level := _level_of_body(name))}
    return next((level for level in _HIGHEST_FIRST if level in levels), Level.UNKNOWN)


def _first_sentence(text: str) -> str:
    spans = sentence_spans(text.replace("\n", " "))
    return text[slice(*spans[0])] if spans else text


def _subject(sentence: str) -> str:
    """Who is asked: what stands before the asking words, or after "by" behind them, without preambles and asides."""
    told = _RECOMMENDED_TO.match(sentence)
    if told:
        return told["body"]
    preamble = _PREAMBLE.match(sentence)
    rest = sentence[preamble.end() :] if preamble else sentence
    passive = _ASKED_OF.search(rest)
    if passive and _CONSIDERATION.match(rest):
        return _trimmed(passive["body"])
    if preamble and (subjunctive := _subjunctive_subject(rest)):
        return subjunctive
    active = "" if names_nobody_first(rest) else _active_subject(rest)
    if _level_of_body(active) is not None:
        return active
    return _trimmed(passive["body"]) if passive else ""


def _subjunctive_subject(sentence: str) -> str:
    """The bodies with which a that-clause begins when no modal follows them: "that the Home Office amend …"."""
    named, asked = _FIRST_NAME.match(sentence), asking_word(sentence)
    if not named or _level_of_body(named[1]) is None or (asked and asked.start() <= named.end() + _NEAR):
        return ""
    return " and ".join(name for name in named.groups() if name)


def _active_subject(sentence: str) -> str:
    welsh = welsh_subject(sentence)
    if welsh is not None:
        return welsh
    asked = asking_word(sentence)
    if asked and _PASSIVE.match(sentence[asked.end() :]):
        return ""
    subject = _trimmed(sentence[: asked.start()] if asked else infinitive_subject(sentence) or "")
    last = _LAST_NAME.search(subject) if _CLAUSE_WORD.match(subject) else None
    return last[1] if last else subject


def _trimmed(phrase: str) -> str:
    phrase = _ASIDE.sub("", _CLAUSE.sub("", phrase.strip(" ,")))
    return phrase if len(phrase.split()) <= _LONGEST else ""


def _group(heading: str) -> str:
    """The bodies that the heading of a group names; one that only opens the part, or names a subject, names none."""
    addressed = re.search(r"\b(?:for|to|i)\b", heading) is not None
    if len(heading.split()) > _LONGEST or (opens_recommendations(heading) and not addressed):
        return ""
    asked = asking_word(heading)
    match = _HEADING.match(heading[: asked.start()] if asked else heading)
    body = match["body"] if match else ""
    return "" if _SUBJECT_MATTER.fullmatch(body) and not addressed else body


def _bodies_in(phrase: str) -> Iterator[str]:
    """The bodies that a phrase lists; it is parted only where each side names one by itself."""
    phrase = _BEFORE_NAME.sub("", phrase.strip(" :.,;–-"))
    if _level_of_body(phrase) is None:
        return
    for match in _JOINT.finditer(phrase):
        before, after = phrase[: match.start()], phrase[match.end() :]
        if _level_of_body(before) is not None and _level_of_body(after) is not None:
            yield from _bodies_in(before)
            yield from _bodies_in(after)
            return
        if match[0].strip() in (",", ";") and _level_of_body(before) is not None:
            phrase = before
            break
    yield radical(phrase)


def _level_of_body(phrase: str) -> Level | None:
    """The level of the body that a phrase names, a known board under any code or name among them; None for no body."""
    level = body_level(phrase) or (Level.AGENCY if find_coded_agencies(phrase) else None)
    if level is None and find_boards(phrase):
        return Level.NATIONAL if find_boards(phrase)[0].board.kind == "inspectorate" else Level.BOARD
    return level
