"""Whom a recommendation addresses, and at which level."""

import re
from collections.abc import Iterator

from wsr.domain.kinds import Level
from wsr.ingest.facts.recommendations.item import Item
from wsr.language.sentences import sentence_spans
from wsr.vocabulary.boards import find_boards
from wsr.vocabulary.recommendations import (
    asking_word,
    body_level,
    level_named,
    opens_recommendations,
    welsh_subject,
)

_PREAMBLE = re.compile(
    r"^\W*(?:(?:it is|the (?:review|panel|reviewers?|review panel)|we)\s+(?:therefore\s+|also\s+|further\s+)?"
    r"recommend(?:s|ed)?\s+that\s+|that\s+|argymhellir\s+(?:bod\s+|fod\s+)?)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"^(?:in order to|to|where|when|if|given|as|in view of|following|with|through|by)\b[^,]*,\s*",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r",\s*(?:through|via|working|in partnership|in consultation|in conjunction|with the support|as part|led|supported|within|by)\b.*$"
    r"|\s*\([^)]*\)|\s+(?:in|across|within|throughout)\s+(?:the|this|each)\s+(?:region|area|county|counties)\b",
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
_WRITES_TO = re.compile(
    r"\b(?:writes? to|written to|ysgrifennu at|asks?)\s+(?:the\s+)?(?P<body>.{3,80}?)(?=\s+(?:to|for|asking|about|so|i|am)\b|[.,;]|$)"
)
_ASKED_OF = re.compile(
    r"^[^.]{0,40}?\b(?:by|i)\s+(?:the\s+)?(?P<body>.{3,80}?)(?=\s+(?:to|i|that|whether)\b|[.,;]|$)"
)
_BODY_TO_DO = re.compile(r"^(?P<body>[^.;:]{3,120}?)\s+to\s+(?=[a-z])")
_LONGEST = 16
"""Words of the longest phrase that can still name bodies."""


def addressees_of(item: Item) -> tuple[str, ...]:
    """
    The bodies a recommendation is addressed to, as printed and in order; empty when nobody is named.

    Named by its label or a column of its table; else as the subject of its first sentence, with those to whom
    that subject is to write; else by the heading of its group.
    """
    sentence = _first_sentence(item.text)
    for phrases in ((item.addressed,), (_subject(sentence), _written_to(sentence)), (_group(item.group),)):
        named = [name for phrase in phrases for name in _bodies_in(phrase)]
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
    levels = [level for name in addressees if (level := _level_of_body(name))]
    if Level.NATIONAL in levels:
        return Level.NATIONAL
    return levels[0] if levels else Level.UNKNOWN


def _first_sentence(text: str) -> str:
    spans = sentence_spans(text.replace("\n", " "))
    return text[slice(*spans[0])] if spans else text


def _subject(sentence: str) -> str:
    """Who is asked: what stands before the asking words, or after "by" behind them, without preambles and asides."""
    sentence = _PREAMBLE.sub("", sentence)
    welsh = welsh_subject(sentence)
    if welsh is not None:
        return welsh
    asked = asking_word(sentence)
    if asked is None:
        match = _BODY_TO_DO.match(sentence)
        return _trimmed(match["body"]) if match else ""
    before = _trimmed(sentence[: asked.start()])
    if _level_of_body(before) is None:
        passive = _ASKED_OF.match(sentence[asked.end() :])
        return _trimmed(passive["body"]) if passive else ""
    return before


def _written_to(sentence: str) -> str:
    match = _WRITES_TO.search(sentence)
    return _trimmed(match["body"]) if match else ""


def _trimmed(phrase: str) -> str:
    phrase = _ASIDE.sub("", _CLAUSE.sub("", phrase.strip(" ,")))
    return phrase if len(phrase.split()) <= _LONGEST else ""


def _group(heading: str) -> str:
    """The bodies that the heading of a group names; a heading that only opens the part names none."""
    if opens_recommendations(heading) and not re.search(r"\b(?:for|to|i)\b", heading):
        return ""
    match = _HEADING.match(heading)
    return match["body"] if match and len(heading.split()) <= _LONGEST else ""


def _bodies_in(phrase: str) -> Iterator[str]:
    """The bodies that a phrase lists; it is parted only where each side names one by itself."""
    phrase = phrase.strip(" :.,;–-")
    if _level_of_body(phrase) is None:
        return
    for match in _JOINT.finditer(phrase):
        before, after = phrase[: match.start()], phrase[match.end() :]
        if _level_of_body(before) is not None and _level_of_body(after) is not None:
            yield from _bodies_in(before)
            yield from _bodies_in(after)
            return
    yield re.sub(r"^(?:the|y|yr)\s+", "", phrase, flags=re.IGNORECASE)


def _level_of_body(phrase: str) -> Level | None:
    """The level of the body that a phrase names, a known board under any code or name among them; None for no body."""
    level = body_level(phrase)
    if level is None and find_boards(phrase):
        return Level.NATIONAL if find_boards(phrase)[0].board.kind == "inspectorate" else Level.BOARD
    return level
