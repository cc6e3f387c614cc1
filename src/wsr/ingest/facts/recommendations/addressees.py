"""Whom a recommendation addresses, and at which level."""

import re

from wsr.domain.kinds import Level
from wsr.ingest.facts.recommendations.bodies import Bodies
from wsr.ingest.facts.recommendations.item import Item
from wsr.ingest.facts.recommendations.subject import subject_of, trimmed
from wsr.language.sentences import sentence_spans
from wsr.vocabulary.bodies import find_bodies, kind_alone
from wsr.vocabulary.recommendations import asking_word, level_named, opens_recommendations, says_local

_HEADING = re.compile(
    r"^\W*(?:\d[\d.]*\s+)?(?:(?:\w+\s+)?(?:recommendations?|actions?|argymhell\w*)(?:\s+(?=for|to|i\b)|\s*[–—:]\s*|\s+-\s+))?"
    r"(?:(?:for|to|i)\s+)?(?:the\s+)?(?P<body>.*?)\W*$",
    re.IGNORECASE,
)
_GENERAL_NOUN = re.compile(
    r"\s*\b(?:services?|practices?|teams?|education|housing|partners|agencies)$", re.IGNORECASE
)
_HIGHEST_FIRST = (Level.NATIONAL, Level.BOARD, Level.REGIONAL, Level.AGENCY)
_SHORT_HEADING = 6
"""Words of a heading that can still be the name of a level."""


def addressees_of(item: Item, bodies: Bodies) -> tuple[str, ...]:
    """
    The bodies a recommendation is addressed to, as printed and in order; empty when nobody is named.

    Named by its label or a column that says so; else as the subject of its first sentence; else by a column for
    who leads; else by the heading of its group. What somebody is to have done for them makes them no addressee.
    A subject without a name of its own ("Adult Services") is addressed with the agency that heads its group.
    """
    subject, group = subject_of(_first_sentence(item.text), bodies), _group(item.group, bodies)
    for phrase in (item.addressed, subject, item.lead, group):
        named = list(bodies.listed_in(trimmed(phrase)))
        if named:
            whole = _whole_of(named, group, bodies) if phrase is subject else []
            return tuple(dict.fromkeys([*named, *whole]))
    return ()


def level_of(item: Item, addressees: tuple[str, ...], bodies: Bodies) -> Level:
    """
    The level of a recommendation.

    What a column says, "local" where nobody is named; what a label or the heading of a group says of nation or
    region, or of nobody named; else that of the bodies addressed: national, then board, where there are several.
    """
    local = says_local(item.level)
    heading = item.group if len(item.group.split()) <= _SHORT_HEADING else ""
    for text in (item.level, item.label or "", heading):
        level = level_named(text) if text else None
        wide = level in (Level.NATIONAL, Level.REGIONAL)
        if level is not None and (wide or not addressees or (text is item.level and not local)):
            return level
    levels = {level for name in addressees if (level := bodies.level_of(name))}
    return next(
        (level for level in _HIGHEST_FIRST if level in levels), Level.BOARD if local else Level.UNKNOWN
    )


def _whole_of(named: list[str], group: str, bodies: Bodies) -> list[str]:
    """The one agency of which those named may be parts: that of the heading, where none of them is a known body."""
    if any(find_bodies(one) or bodies.level_of(one) is not Level.AGENCY for one in named):
        return []
    heads = list(bodies.listed_in(trimmed(group)))
    known = find_bodies(heads[0]) if len(heads) == 1 else []
    if not known or bodies.level_of(heads[0]) is not Level.AGENCY:
        return []
    return [] if known[0].body.kind in map(kind_alone, named) else heads


def _first_sentence(text: str) -> str:
    spans = sentence_spans(text.replace("\n", " "))
    return text[slice(*spans[0])] if spans else text


def _group(heading: str, bodies: Bodies) -> str:
    """
    The bodies that the heading of a group names.

    None by a heading that only opens the part, nor by one like "Joint services", which says what is spoken of.
    """
    addressed = re.search(r"\b(?:for|to|i)\b|[–—:]|\s-\s", heading) is not None
    if opens_recommendations(heading) and not addressed:
        return ""
    asked = asking_word(heading)
    match = _HEADING.match(heading[: asked.start()] if asked else heading)
    body = match["body"] if match else ""
    bare = _GENERAL_NOUN.sub("", body)
    return "" if bare != body and not addressed and bodies.level_of(bare) is None else body
