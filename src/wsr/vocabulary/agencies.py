"""The kinds of agency that reviews name, and the codes under which they hide some."""

import re
import tomllib
from collections.abc import Container
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

_WORD = re.compile(r"\w+")
_SAID_OF = re.compile(
    r"\s+(?:(?!employed|seconded|led|managed|staffed|hosted|provided|delivered)\w+ed\s+(?:by|on|with|in|within|at|to|from|through)|working\s+(?:in|with|across|for)|who|which|that)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_BRACKET = re.compile(r"\(([^)]*)\)")
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
    found = []
    present = {word[:_BEGINNING] for word in _WORD.findall(text.casefold())}
    for kind in agency_kinds():
        if kind.id in besides or kind.beginnings.isdisjoint(present):
            continue
        match = next((match for match in kind.words.finditer(text) if match["name"]), None)
        if match is not None:
            found.append(AgencyMention(kind.id, match.start(), match.end()))
    return found


def addressed_kinds(phrase: str) -> list[str]:
    """
    The ids of the kinds of agency that a phrase names of which it is known that it addresses somebody.

    There "Education" and "the council" are agencies, which in running text they need not be. Where the phrase is the
    plain word for a kind ("Health", "all partner agencies in Gwent") it names that kind alone; what is only said of
    those addressed, as in "providers commissioned by the council", names none.
    """
    named = {id for part in _parts(head_of(phrase)) for id in _kinds_of_part(part)}
    return [kind.id for kind in agency_kinds() if kind.id in named]


def plain_kind(phrase: str) -> str | None:
    """The kind of agency that a phrase means by a word which says so only by itself: "Health", "Commissioners"; else None."""
    return next(
        (id for id, plain in _plain_kinds().items() if plain.fullmatch(phrase.strip(" .,:;()"))), None
    )


def head_of(phrase: str) -> str:
    """A phrase without what is said of those whom it names: "providers" of "providers commissioned by the council"; what an agency itself provides or employs is left whole."""
    return _SAID_OF.sub("", phrase)


def names_thing(phrase: str) -> bool:
    """Whether a phrase is about something that an agency has or does, as "police notifications", and not about it."""
    return _thing().search(phrase) is not None


def agency_spans(phrase: str) -> list[tuple[int, int]]:
    """Where a phrase names any kind of agency, as half-open offsets: what lies within is one name."""
    patterns = [pattern for kind in agency_kinds() for pattern in (kind.words, _addressed(kind.id))]
    return [match.span() for pattern in patterns for match in pattern.finditer(phrase)]


def find_coded_agencies(text: str) -> list[tuple[str, int]]:
    """The agencies that a text only codes ("LA1", "GP Practice 2") with their offsets, repeated ones included."""
    return [(" ".join(match[0].split()), match.start()) for match in _coded().finditer(text)]


def _parts(phrase: str) -> list[str]:
    """A phrase without its brackets, and what stands in each of them."""
    return [_BRACKET.sub(" ", phrase), *_BRACKET.findall(phrase)]


def _kinds_of_part(part: str) -> set[str]:
    plain = plain_kind(part)
    if plain is not None:
        return {plain}
    named = {mention.id for mention in first_mentions(part)}
    return named | {
        kind.id
        for kind in agency_kinds()
        if any(match["name"] for match in _addressed(kind.id).finditer(part))
    }


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
    return _pattern({"words": entry.get("addressed", []), "not": entry.get("not", [])})


@cache
def _thing() -> re.Pattern[str]:
    """The noun that a phrase ends with, before what it is "of" or "for"."""
    things = "|".join(map(_tolerant, _longest_first(_vocabulary()["things"])))
    further = r"(?:of|for|in|on|at|by|from|to|with|within|between|about)\b"
    return re.compile(
        rf"^(?:(?!\b{further})[^,;])*?(?<![\w'’])(?:{things})(?=\s+{further}|\W*$)", re.IGNORECASE
    )


@cache
def _plain_kinds() -> dict[str, re.Pattern[str]]:
    plain = _vocabulary()["plain"]
    before = "|".join(map(_tolerant, _longest_first(plain["before"])))
    after = "|".join(map(_tolerant, _longest_first(plain["after"])))
    return {
        entry["id"]: re.compile(
            rf"(?:(?:{before})\s+)*(?:{'|'.join(map(_tolerant, _longest_first(entry['plain'])))})(?:\s+(?:{after})\b.*)?",
            re.IGNORECASE | re.DOTALL,
        )
        for entry in _vocabulary()["agency"]
        if "plain" in entry
    }


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
    named = "|".join(each for each in (rf"(?i:{words})" if words else "", exact) if each) or "(?!)"
    other_meanings = "".join(rf"(?i:{_tolerant(word)})(?!\w)|" for word in entry.get("not", []))
    return re.compile(rf"(?<!\w)(?:{other_meanings}(?P<name>{named})(?!\w))")


def _tolerant(word: str) -> str:
    stem, star, _ = word.partition("*")
    pattern = r"[\s\-‑–]{1,3}".join(re.escape(part) for part in stem.split(" ")).replace("'", "['’]?")
    return pattern + (r"\w*" if star else "")


def _longest_first(words: list[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))
