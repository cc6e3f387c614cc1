"""
Frames: patterns of words and of classes of words, found in a text wherever their parts stand. Pure.

The notation is that of `wsr.language.patterns`, whose groups here hold words and phrases only, and three signs more:

    @family      any word or phrase of that class; classes may hold classes
    a .. b & c   both parts, in any order and at any distance in the text
    a & !b       the first part, where the second is nowhere in the text

Phrases of the class "aside" are passed over: what their words would say in another place does not count.
Each word is looked up once for all frames, and a frame is tried only where its rarest part is present, so that
thousands of frames and tens of thousands of words cost little.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from typing import NamedTuple

from wsr.language.symbols import Phrase, Place, Reading, Symbols

_PART = re.compile(r"\((?P<group>[^()]*)\)(?P<may>\?)?|\.\.(?P<gap>\d*)|(?P<word>[^\s()?&!]+)(?P<maybe>\?)?")
_STOP = re.compile(r"[.:;!?](?:\s|$)|[•\n]")
_APART = re.compile(r"[,.:;!?•]")
ASIDE = "aside"
"""The class whose phrases are passed over: their words count for no frame."""

_USUAL_GAP = 3


class Seen(NamedTuple):
    """A frame found in a text: the stretches where its parts stand, half-open, and the numbers of its words."""

    id: str
    stretches: tuple[tuple[int, int], ...]
    words: frozenset[int]


class _Element(NamedTuple):
    symbol: str
    """The alternatives as written: equal ones are looked up once."""
    optional: bool
    gap: int
    """How many other words may stand before it; -1 where it must follow at once."""


_Sequence = tuple[_Element, ...]


class _Frame(NamedTuple):
    id: str
    wanted: tuple[_Sequence, ...]
    unwanted: tuple[_Sequence, ...]
    required: frozenset[str]


class Frames:
    """Frames under their ids, ready to be found in texts. Raises ValueError for a malformed one."""

    def __init__(self, frames: Mapping[str, str], classes: Mapping[str, Iterable[str]] | None = None) -> None:
        given = {name: tuple(members) for name, members in (classes or {}).items()}
        made = [_frame(name, notation) for name, notation in frames.items()]
        symbols = {e.symbol for frame in made for part in frame.wanted + frame.unwanted for e in part}
        aside = f"@{ASIDE}" if ASIDE in given else None
        if aside:
            symbols.add(aside)
        self._symbols = Symbols({symbol: _members(symbol, given) for symbol in sorted(symbols)}, aside)
        self._by_anchor: dict[str, list[_Frame]] = {}
        for frame in made:
            anchor = min(sorted(frame.required), key=self._symbols.commonness)
            self._by_anchor.setdefault(anchor, []).append(frame)
        self._anchors = frozenset(self._by_anchor)

    def find(self, text: str) -> list[Seen]:
        """The frames that stand in a text, each once, at its first place; in the order of their ids."""
        reading = self._symbols.read(text)
        search, present = _Search(reading), reading.present
        found = [
            seen
            for symbol in self._anchors & present
            for frame in self._by_anchor[symbol]
            if frame.required <= present and (seen := search.see(frame)) is not None
        ]
        return sorted(found, key=attrgetter("id"))


class _Search:
    """One text, searched for frames."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def see(self, frame: _Frame) -> Seen | None:
        """The frame's first place, or None."""
        found = []
        for sequence in frame.wanted:
            places = self._follow(sequence, 0, None)
            if places is None:
                return None
            found.append(places)
        if any(self._follow(sequence, 0, None) is not None for sequence in frame.unwanted):
            return None
        spans = self._reading.spans
        stretches = sorted((spans[part[0][0]][0], spans[part[-1][1] - 1][1]) for part in found)
        words = frozenset(at for part in found for start, end in part for at in range(start, end))
        return Seen(frame.id, tuple(stretches), words)

    def _follow(self, sequence: _Sequence, number: int, before: int | None) -> list[Place] | None:
        """The places of the elements from *number* on, where the one before ended at word *before*."""
        if number == len(sequence):
            return []
        element = sequence[number]
        for place in self._reading.places(element.symbol):
            if before is not None and not self._may_follow(before, place[0], element.gap):
                continue
            rest = self._follow(sequence, number + 1, place[1])
            if rest is not None:
                return [place, *rest]
        return self._follow(sequence, number + 1, before) if element.optional else None

    def _may_follow(self, before: int, start: int, gap: int) -> bool:
        if not 0 <= start - before <= max(gap, 0):
            return False
        between = self._reading.between(before - 1, start)
        return between == " " or (_APART if gap < 0 else _STOP).search(between) is None


def _frame(name: str, notation: str) -> _Frame:
    wanted: list[_Sequence] = []
    unwanted: list[_Sequence] = []
    for part in notation.split("&"):
        negative = part.strip().startswith("!")
        sequence = _sequence(part.strip().removeprefix("!"), notation)
        (unwanted if negative else wanted).append(sequence)
    if not wanted:
        raise ValueError(f"“{notation}” is not a pattern: it must ask for a word before it excludes one.")
    required = frozenset(e.symbol for sequence in wanted for e in sequence if not e.optional)
    return _Frame(name, tuple(wanted), tuple(unwanted), required)


def _sequence(part: str, notation: str) -> _Sequence:
    """The elements of a part in order; gaps go to the element after them."""
    elements: list[_Element] = []
    done, gap = 0, -1
    for match in _PART.finditer(part):
        if part[done : match.start()].strip():
            raise ValueError(
                f"“{notation}” is not a pattern: {part[done : match.start()].strip()!r} is out of place."
            )
        done = match.end()
        if match["gap"] is not None:
            gap = int(match["gap"] or _USUAL_GAP)
            continue
        symbol = match["word"] if match["group"] is None else match["group"]
        elements.append(_Element(symbol.lower(), bool(match["may"] or match["maybe"]), gap))
        gap = -1
    if part[done:].strip() or gap >= 0 or not elements or elements[0].gap >= 0:
        raise ValueError(f"“{notation}” is not a pattern: each part must begin and end with a word.")
    if all(element.optional for element in elements):
        raise ValueError(f"“{notation}” is not a pattern: all its words are optional.")
    return tuple(elements)


def _members(
    symbol: str, classes: Mapping[str, tuple[str, ...]], above: tuple[str, ...] = ()
) -> Iterator[Phrase]:
    """The phrases that a symbol stands for, each as its words; a compound with a hyphen also as one word."""
    for choice in symbol.split("|"):
        choice = choice.strip().lower()
        if choice.startswith("@"):
            name = choice[1:]
            if name not in classes:
                raise ValueError(f"“@{name}” names a class of words that is not there.")
            if name in above:
                raise ValueError(f"“@{name}” names a class of words that holds itself.")
            for member in classes[name]:
                yield from _members(member, classes, (*above, name))
        else:
            yield from _written(choice)


def _written(choice: str) -> Iterator[Phrase]:
    pieces = choice.replace("’", "'").split()
    if not pieces or not all(re.fullmatch(r"[\w.'-]+\*?", piece) for piece in pieces):
        raise ValueError(f"“{choice}” is not a word or a phrase.")
    forms: list[Phrase] = [()]
    for piece in pieces:
        apart = tuple(filter(None, piece.split("-")))
        ways = {apart, ("".join(apart),)}
        forms = [(*form, *way) for form in forms for way in sorted(ways)]
    yield from forms
