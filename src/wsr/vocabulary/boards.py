"""The bodies that publish reviews in Wales, found in text under all their names and codes."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal, NamedTuple

BoardKind = Literal["regional", "partnership", "inspectorate"]
_GAP = r"[\s\-‑–]{1,3}"


@dataclass(frozen=True, slots=True)
class KnownBoard:
    """A Regional Safeguarding Board, a Community Safety Partnership or Healthcare Inspectorate Wales."""

    id: str
    kind: BoardKind
    name: str
    welsh: str
    places: tuple[str, ...] = ()
    """Areas it is or was named after; with the patterns of its kind they give its names."""
    names: tuple[str, ...] = ()
    """Names that no pattern gives."""
    codes: tuple[str, ...] = ()
    """Abbreviations of its names, now and earlier."""
    reference_codes: tuple[str, ...] = ()
    """Further ones, too short to mean it anywhere but in its references."""
    areas: tuple[str, ...] = ()
    """The counties it covers: they speak for it only when no name or code does."""


class BoardMention(NamedTuple):
    """A place in a text that names a board; offsets are half-open."""

    board: KnownBoard
    start: int
    end: int


class _Spelling(NamedTuple):
    """Words that name boards: a pattern over running text, and whose words they are."""

    pattern: re.Pattern[str]
    owners: dict[str, KnownBoard]

    def mentions(self, text: str) -> Iterator[BoardMention]:
        for match in self.pattern.finditer(text):
            owner = self.owners.get(_plain(match["name"]))
            if owner is not None:
                yield BoardMention(owner, match.start(), match.end())


@cache
def boards() -> tuple[KnownBoard, ...]:
    """All known boards, in the order of the vocabulary file."""
    return tuple(
        KnownBoard(
            id=entry["id"],
            kind=entry["kind"],
            name=entry["name"],
            welsh=entry["welsh"],
            places=tuple(entry.get("places", ())),
            names=tuple(entry.get("names", ())),
            codes=tuple(entry.get("codes", ())),
            reference_codes=tuple(entry.get("reference_codes", ())),
            areas=tuple(entry.get("areas", ())),
        )
        for entry in _vocabulary()["board"]
    )


def board_by_id(board_id: str) -> KnownBoard | None:
    """The board with this id, or None."""
    return next((board for board in boards() if board.id == board_id), None)


def board_named(text: str) -> KnownBoard | None:
    """The board that a whole text is the id, a name or a code of; None when it is none or names several."""
    text = text.strip()
    by_id = board_by_id(text.lower())
    if by_id is not None:
        return by_id
    named = {m.board.id: m.board for m in find_boards(text) if m.end - m.start >= 0.8 * len(text)}
    return next(iter(named.values())) if len(named) == 1 else None


def find_boards(text: str) -> list[BoardMention]:
    """
    Every mention of a board by name or code, in the order printed; empty if there is none.

    Where one mention stands within a longer one ("Gwent Safeguarding" in "Gwent Safeguarding Board"), only
    the longer counts.
    """
    found = sorted(
        (mention for spelling in _spellings() for mention in spelling.mentions(text)),
        key=lambda mention: (mention.start, -mention.end),
    )
    kept: list[BoardMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def find_areas(text: str) -> list[BoardMention]:
    """Every county named, once for each board that covers it: weak evidence, for when no board is named."""
    return [
        BoardMention(board, match.start(), match.end())
        for match in _areas().finditer(text)
        for board in boards()
        if _plain(match["name"]) in map(_plain, board.areas)
    ]


@cache
def _vocabulary() -> dict[str, Any]:
    return tomllib.loads(
        resources.files("wsr.vocabulary").joinpath("boards.toml").read_text(encoding="utf-8")
    )


@cache
def _spellings() -> tuple[_Spelling, ...]:
    whole = {name: board for board in boards() for name in (board.name, board.welsh, *board.names)}
    codes = {code: board for board in boards() for code in board.codes}
    spellings = [
        _Spelling(_word(rf"(?P<name>{_any_of(whole)})", re.IGNORECASE), _owned(whole)),
        _Spelling(_word(rf"(?P<name>{_any_of(codes)})", re.NOFLAG), _owned(codes)),
    ]
    for pattern in _vocabulary()["pattern"]:
        of_kind = (board for board in boards() if board.kind == pattern["kind"])
        places = {place: board for board in of_kind for place in board.places}
        before, after = _any_of(pattern["before"]), _any_of(pattern["after"])
        tail = rf"(?:{_GAP}(?:{_any_of(pattern['tail'])}))?" if pattern["tail"] else ""
        place = rf"(?P<name>{_any_of(places)})"
        spellings += [
            _Spelling(_word(f"{place}{_GAP}(?:{after})", re.IGNORECASE), _owned(places)),
            _Spelling(_word(f"(?:{before}){_GAP}(?:the{_GAP})?{place}{tail}", re.IGNORECASE), _owned(places)),
        ]
    return tuple(spellings)


@cache
def _areas() -> re.Pattern[str]:
    return _word(rf"(?P<name>{_any_of(area for board in boards() for area in board.areas)})", re.NOFLAG)


def _owned(names: dict[str, KnownBoard]) -> dict[str, KnownBoard]:
    return {_plain(name): board for name, board in names.items()}


def _word(pattern: str, flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){pattern}(?!\w)", flags)


def _any_of(names: Iterable[str]) -> str:
    return "|".join(_tolerant(name) for name in sorted(set(names), key=lambda name: (-len(name), name)))


def _tolerant(name: str) -> str:
    """A pattern for a name with any spacing, hyphens, `&` for "and", and with or without its apostrophes."""
    words = [
        "(?:and|a|&)" if word in ("and", "a") else re.escape(word).replace("'", "['’‘]?")
        for word in re.split(r"[\s-]+", name)
    ]
    return _GAP.join(words)


def _plain(name: str) -> str:
    """A name as all its spellings share it."""
    words = re.split(r"[\s\-‑–]+", re.sub("['’‘]", "", name).casefold())
    return " ".join("and" if word in ("a", "&") else word for word in words)
