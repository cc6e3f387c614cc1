"""The kinds of agency that reviews name, and the codes under which they hide some."""

import re
import tomllib
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

_WORD = re.compile(r"\w+")
_BEGINNING = 4
"""Letters; shorter words are looked for whole."""


@dataclass(frozen=True, slots=True)
class AgencyKind:
    """A kind of agency: the police, general practice, a health board …"""

    id: str
    name: str
    words: re.Pattern[str]
    beginnings: frozenset[str]
    """How words begin of which a text has at least one wherever it names such an agency: a quick test."""


class AgencyMention(NamedTuple):
    """A place in a text that names an agency; offsets are half-open."""

    id: str
    start: int
    end: int


@cache
def agency_kinds() -> tuple[AgencyKind, ...]:
    """All kinds of agency, in the order of the vocabulary file."""
    return tuple(
        AgencyKind(entry["id"], entry["name"], _pattern(entry), _beginnings(entry))
        for entry in _vocabulary()["agency"]
    )


def first_mentions(text: str, besides: Container[str] = ()) -> list[AgencyMention]:
    """The first mention of each kind of agency in a text, in the order of the vocabulary file; not of those *besides*."""
    found = (next(_mentions(kind, text), None) for kind in _possible(text) if kind.id not in besides)
    return [mention for mention in found if mention is not None]


def all_mentions(text: str) -> list[AgencyMention]:
    """Every mention of each kind of agency in a text, kind by kind."""
    return [mention for kind in _possible(text) for mention in _mentions(kind, text)]


def addressed_kinds(phrase: str) -> list[str]:
    """
    The ids of the kinds of agency that a phrase names of which it is known that it addresses somebody.

    There "Education" and "the council" are agencies, which in running text they need not be.
    """
    named = {mention.id for mention in first_mentions(phrase)}
    plainer = {entry["id"] for entry in _vocabulary()["agency"] if _addressed(entry["id"]).search(phrase)}
    return [kind.id for kind in agency_kinds() if kind.id in named | plainer]


def find_coded_agencies(text: str) -> list[tuple[str, int]]:
    """The agencies that a text only codes ("LA1", "GP Practice 2") with their offsets, repeated ones included."""
    return [(" ".join(match[0].split()), match.start()) for match in _coded().finditer(text)]


def _possible(text: str) -> Iterator[AgencyKind]:
    """The kinds of which a text has a word that begins as theirs do."""
    present = {word[:_BEGINNING] for word in _WORD.findall(text.casefold())}
    return (kind for kind in agency_kinds() if not kind.beginnings.isdisjoint(present))


def _mentions(kind: AgencyKind, text: str) -> Iterator[AgencyMention]:
    return (AgencyMention(kind.id, *match.span()) for match in kind.words.finditer(text) if match["name"])


@cache
def _vocabulary() -> dict[str, Any]:
    source = resources.files("wsr.vocabulary").joinpath("agencies.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)


def _beginnings(entry: dict[str, Any]) -> frozenset[str]:
    """For each name the beginning of its longest word."""
    names = (*entry["words"], *entry.get("exact", []))
    return frozenset(max(_WORD.findall(name.casefold()), key=len)[:_BEGINNING] for name in names)


@cache
def _addressed(id: str) -> re.Pattern[str]:
    entry = next(entry for entry in _vocabulary()["agency"] if entry["id"] == id)
    words = "|".join(map(_tolerant, _longest_first(entry.get("addressed", []))))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)" if words else r"(?!)", re.IGNORECASE)


@cache
def _coded() -> re.Pattern[str]:
    coded = _vocabulary()["coded"]
    spaced = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in _longest_first(coded["words"]))
    joined = "|".join(coded["joined"])
    return re.compile(
        rf"(?<![\w-])(?:(?:{spaced})\s(?:\d{{1,2}}|[A-HJ-Z])|(?:{joined})\s?\d{{1,2}})(?![\w'’]|\.\d|-\d)"
    )


def _pattern(entry: dict[str, Any]) -> re.Pattern[str]:
    words = "|".join(map(_tolerant, _longest_first(entry["words"])))
    exact = "|".join(map(re.escape, _longest_first(entry.get("exact", []))))
    named = rf"(?i:{words})" + (f"|{exact}" if exact else "")
    other_meanings = "".join(rf"(?i:{_tolerant(word)})(?!\w)|" for word in entry.get("not", []))
    return re.compile(rf"(?<!\w)(?:{other_meanings}(?P<name>{named})(?!\w))")


def _tolerant(word: str) -> str:
    stem, star, _ = word.partition("*")
    pattern = r"[\s\-‑–]{1,3}".join(re.escape(part) for part in stem.split(" ")).replace("'", "['’]?")
    return pattern + (r"\w*" if star else "")


def _longest_first(words: list[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))
