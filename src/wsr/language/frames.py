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
from functools import reduce
from operator import attrgetter, or_
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


class _Hint(NamedTuple):
    """What symbols that stand in a text say of the frames that may."""

    anchored: tuple[int, ...]
    """The numbers of the frames of which one of them is the rarest part."""
    mask: int
    """A bit for each of them."""


class Frames:
    """Frames under their ids, ready to be found in texts. Raises ValueError for a malformed one."""

    def __init__(self, frames: Mapping[str, str], classes: Mapping[str, Iterable[str]] | None = None) -> None:
        given = {name: tuple(members) for name, members in (classes or {}).items()}
        spelt = _Classes(given)
        made = [_frame(name, notation) for name, notation in frames.items()]
        symbols = {e.symbol for frame in made for part in frame.wanted + frame.unwanted for e in part}
        aside = f"@{ASIDE}" if ASIDE in given else None
        if aside:
            symbols.add(aside)
        self._symbols = Symbols({symbol: spelt.phrases(symbol) for symbol in sorted(symbols)}, aside)
        self._frames = made
        self._bits = {symbol: 1 << number for number, symbol in enumerate(sorted(symbols))}
        self._required = [self._mask(frame.required) for frame in made]
        self._anchored: dict[str, list[int]] = {}
        for number, frame in enumerate(made):
            anchor = min(sorted(frame.required), key=self._symbols.commonness)
            self._anchored.setdefault(anchor, []).append(number)
        self._hints: dict[frozenset[str], _Hint] = {}

    def find(self, text: str) -> list[Seen]:
        """The frames that stand in a text, each once, at its first place; in the order of their ids."""
        reading = self._symbols.read(text)
        search = _Search(reading)
        found = [seen for frame in self._possible(reading) if (seen := search.see(frame)) is not None]
        return sorted(found, key=attrgetter("id"))

    def _possible(self, reading: Reading) -> list[_Frame]:
        """The frames of which all that is required stands somewhere in a text."""
        hints = [self._hints.get(symbols) or self._hint(symbols) for _, symbols in reading.standing]
        present = reduce(or_, [hint.mask for hint in hints], 0)
        anchored = set[int]().union(*[hint.anchored for hint in hints])
        required = self._required
        return [self._frames[n] for n in anchored if required[n] & present == required[n]]

    def _hint(self, symbols: frozenset[str]) -> _Hint:
        """What symbols say, remembered: there are as many sets of them as the words of the frames give."""
        anchored = [number for symbol in symbols for number in self._anchored.get(symbol, ())]
        return self._hints.setdefault(symbols, _Hint(tuple(anchored), self._mask(symbols)))

    def _mask(self, symbols: Iterable[str]) -> int:
        return reduce(or_, (self._bits[symbol] for symbol in symbols), 0)


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


class _Classes:
    """Classes of words, and what the symbols that name them stand for."""

    def __init__(self, classes: Mapping[str, tuple[str, ...]]) -> None:
        self._classes = classes
        self._known: dict[str, tuple[Phrase, ...]] = {}

    def phrases(self, symbol: str, above: tuple[str, ...] = ()) -> Iterator[Phrase]:
        """The phrases that a symbol stands for, each as its words; a compound with a hyphen also as one word."""
        for choice in symbol.split("|"):
            choice = choice.strip().lower()
            yield from self._of_class(choice[1:], above) if choice.startswith("@") else _written(choice)

    def _of_class(self, name: str, above: tuple[str, ...]) -> tuple[Phrase, ...]:
        if name not in self._classes:
            raise ValueError(f"“@{name}” names a class of words that is not there.")
        if name in above:
            raise ValueError(f"“@{name}” names a class of words that holds itself.")
        if name not in self._known:
            within = (*above, name)
            self._known[name] = tuple(
                phrase for member in self._classes[name] for phrase in self.phrases(member, within)
            )
        return self._known[name]


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
