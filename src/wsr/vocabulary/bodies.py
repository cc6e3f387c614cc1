"""The bodies that recommendations name: boards, forces, health boards, councils, and those of the whole nation."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from wsr.vocabulary.boards import KnownBoard, boards, find_boards

_WORD = re.compile(r"\w+")
_GAP = r"[\s\-‑–]{1,3}"
_KINDS_OF_BOARDS = {
    "regional": "safeguarding-board",
    "partnership": "community-safety-partnership",
    "inspectorate": "inspectorate",
}
"""For each kind of board the kind of agency that it is."""


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A body under its present name."""

    id: str
    name: str
    kind: str
    """The id of its kind of agency; empty where it is of none."""
    also: str = ""
    """That of another kind which it is of as well; empty for most."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The ids of all kinds that it is of."""
        return tuple(kind for kind in (self.kind, self.also) if kind)


class BodyMention(NamedTuple):
    """A place in a text that names a body; offsets are half-open."""

    body: KnownBody
    start: int
    end: int


def find_bodies(text: str) -> list[BodyMention]:
    """Every mention of a known body, in the order printed; of names that lie within each other the longer one."""
    boards = [BodyMention(body_of_board(m.board), m.start, m.end) for m in find_boards(text)]
    found = sorted([*boards, *_mentions(text)], key=lambda one: (one.start, -one.end))
    kept: list[BodyMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def body_names() -> dict[str, str]:
    """The present name of every known body, as it calls itself, by id: of boards, and of all others."""
    known = (
        *map(body_of_board, boards()),
        *(body for _, body in _entries()),
        *(body for _, body in _places()),
    )
    return {body.id: body.name for body in known}


def body_of_board(board: KnownBoard) -> KnownBody:
    """A board as a body that can be addressed."""
    return KnownBody(board.id, board.name, _KINDS_OF_BOARDS[board.kind])


def names_own_board(phrase: str) -> str | None:
    """
    The kind of agency of the board that a phrase means without naming it ("the Board", "Chair of the Board"), else None.

    Such a phrase means the body that publishes the review.
    """
    return next((kind for kind, own in _own().items() if own.fullmatch(phrase.strip(" .,:;"))), None)


def kind_alone(phrase: str) -> str | None:
    """The kind of body that a phrase names without saying which ("the Health Board"), else None."""
    plain = re.sub(r"^(?:the|yr?)\s+", "", " ".join(phrase.casefold().split()))
    return next((kind for kind, words in _vocabulary()["alone"].items() if plain in words), None)


@cache
def _vocabulary() -> dict[str, Any]:
    source = resources.files("wsr.vocabulary").joinpath("bodies.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)


def _mentions(text: str) -> Iterator[BodyMention]:
    owners, by_first_word = _names()
    for word in _WORD.finditer(text):
        pattern = by_first_word.get(word[0].casefold())
        match = pattern.match(text, word.start()) if pattern else None
        if match is not None:
            yield BodyMention(owners[_plain(match[0])], match.start(), match.end())
    codes, pattern = _codes()
    for match in pattern.finditer(text):
        yield BodyMention(codes[match[0]], match.start(), match.end())
    places, pattern = _departments()
    for match in pattern.finditer(text):
        yield BodyMention(places[_plain(match[0])], match.start(), match.end())


@cache
def _names() -> tuple[dict[str, KnownBody], dict[str, re.Pattern[str]]]:
    """The bodies by all their names, made plain; and for each first word of a name what finds those that begin so."""
    names = {name: body for entry, body in _entries() for name in entry["names"]}
    names |= {**dict(_of_places("health_boards", "places")), **dict(_of_places("commissioners", "forces"))}
    names |= dict(_councils())
    by_first_word: dict[str, list[str]] = defaultdict(list)
    for name in names:
        by_first_word[_WORD.findall(name)[0].casefold()].append(name)
    return {_plain(name): body for name, body in names.items()}, {
        first: re.compile(rf"{_any_of(some)}(?!\w)", re.IGNORECASE) for first, some in by_first_word.items()
    }


@cache
def _codes() -> tuple[dict[str, KnownBody], re.Pattern[str]]:
    codes = {code: body for entry, body in _entries() for code in entry.get("codes", ())}
    longest_first = sorted(codes, key=lambda code: (-len(code), code))
    return codes, re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def _entries() -> Iterator[tuple[dict[str, Any], KnownBody]]:
    for entry in _vocabulary()["body"]:
        name = (*entry["names"], *entry.get("codes", ()))[0]
        yield entry, KnownBody(entry["id"], name, entry["kind"], entry.get("also", ""))


def _of_places(forms: str, places: str) -> Iterator[tuple[str, KnownBody]]:
    """The bodies that are called by such forms after their places."""
    for entry, body in _entries():
        yield from _formed(_vocabulary()[forms], entry.get(places, ()), body)


def _councils() -> Iterator[tuple[str, KnownBody]]:
    """Each council under every form that its name may have."""
    for names, body in _places():
        yield from _formed(_vocabulary()["councils"], names, body)


def _places() -> Iterator[tuple[list[str], KnownBody]]:
    """The names of each place that has a council, with it."""
    councils = _vocabulary()["councils"]
    for place, names in councils["places"].items():
        called = councils["called"].get(place, f"{names[0]} {councils['after'][0]}")
        yield names, KnownBody(f"{place}-council", called, councils["kind"])


def _formed(forms: dict[str, Any], places: Iterable[str], body: KnownBody) -> Iterator[tuple[str, KnownBody]]:
    for place in places:
        yield from ((f"{place} {after}", body) for after in forms["after"])
        yield from ((f"{before} {place}", body) for before in forms["before"])


@cache
def _departments() -> tuple[dict[str, KnownBody], re.Pattern[str]]:
    """The councils by their places, and what finds a place before a department: "Swansea and Neath Port Talbot social services"."""
    places = {_plain(name): body for names, body in _places() for name in names}
    named = _any_of(name for names, _ in _places() for name in names)
    departments = _any_of(_vocabulary()["councils"]["departments"])
    others = rf"(?:(?:,\s+|\s+(?:and|&)\s+){named})*"
    return places, re.compile(rf"(?<!\w){named}(?={others}{_GAP}{departments}(?!\w))", re.IGNORECASE)


@cache
def _own() -> dict[str, re.Pattern[str]]:
    """For each kind of board the phrases that mean the one which publishes the review."""
    parts = _vocabulary()["own_parts"]
    article = rf"(?:{_any_of(parts['articles'])}\s+)?"
    before = rf"(?:{article}{_any_of(parts['before'])}\s+)?"
    groups = rf"['’]s?\s+(?:[\w-]+\s+){{0,4}}?{_any_of(parts['groups'])}"
    after = rf"(?:{groups}|(?:['’]s?)?(?:\s+{_any_of(parts['after'])})?)"
    return {
        kind: re.compile(f"{before}{article}{_any_of(words)}{after}", re.IGNORECASE)
        for kind, words in _vocabulary()["own"].items()
    }


def _any_of(names: Iterable[str]) -> str:
    return (
        "(?:" + "|".join(_tolerant(name) for name in sorted(names, key=lambda name: (-len(name), name))) + ")"
    )


def _tolerant(name: str) -> str:
    words = [
        "(?:and|&)" if word == "and" else re.escape(word).replace("'", "['’]?")
        for word in re.split(r"[\s-]+", name)
    ]
    return _GAP.join(words)


def _plain(name: str) -> str:
    """A name as all its spellings share it."""
    words = re.split(r"[\s\-‑–]+", re.sub("['’]", "", name).replace("&", "and").casefold())
    return " ".join(words)
