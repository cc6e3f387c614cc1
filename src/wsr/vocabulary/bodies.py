"""The bodies that recommendations name: boards, forces, health boards, councils, and those of the whole nation."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from wsr.vocabulary.boards import KnownBoard, find_boards

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


def body_of_board(board: KnownBoard) -> KnownBody:
    """A board as a body that can be addressed."""
    return KnownBody(board.id, board.name, _KINDS_OF_BOARDS[board.kind])


def names_own_board(phrase: str) -> str | None:
    """
    The kind of agency of the board that a phrase means without naming it ("the Board", "Y Bwrdd Diogelu"), else None.

    Such a phrase means the body that publishes the review.
    """
    plain = " ".join(phrase.casefold().split())
    for kind, words in _vocabulary()["own"].items():
        if plain in words:
            return str(kind)
    return None


@cache
def _vocabulary() -> dict[str, Any]:
    source = resources.files("wsr.vocabulary").joinpath("bodies.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)


def _mentions(text: str) -> Iterator[BodyMention]:
    owners, pattern = _names()
    for match in pattern.finditer(text):
        yield BodyMention(owners[_plain(match[0])], match.start(), match.end())
    codes, pattern = _codes()
    for match in pattern.finditer(text):
        yield BodyMention(codes[match[0]], match.start(), match.end())


@cache
def _names() -> tuple[dict[str, KnownBody], re.Pattern[str]]:
    """The bodies by all their names, made plain, and what finds a name in a text."""
    names = {name: body for entry, body in _entries() for name in entry["names"]}
    names |= dict(_councils())
    return {_plain(name): body for name, body in names.items()}, re.compile(
        rf"(?<!\w){_any_of(names)}(?!\w)", re.IGNORECASE
    )


@cache
def _codes() -> tuple[dict[str, KnownBody], re.Pattern[str]]:
    codes = {code: body for entry, body in _entries() for code in entry.get("codes", ())}
    longest_first = sorted(codes, key=lambda code: (-len(code), code))
    return codes, re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def _entries() -> Iterator[tuple[dict[str, Any], KnownBody]]:
    for entry in _vocabulary()["body"]:
        name = (*entry["names"], *entry.get("codes", ()))[0]
        yield entry, KnownBody(entry["id"], name, entry["kind"])


def _councils() -> Iterator[tuple[str, KnownBody]]:
    """Each council under every form that its name may have; the first of the file is the one shown."""
    councils = _vocabulary()["councils"]
    for place, names in councils["places"].items():
        body = KnownBody(f"{place}-council", f"{names[0]} Council", councils["kind"])
        for name in names:
            yield from ((f"{name} {after}", body) for after in councils["after"])
            yield from ((f"{before} {name}", body) for before in councils["before"])


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
