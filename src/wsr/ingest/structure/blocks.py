"""Blocks: lines that belong together: a paragraph, a list item, a heading, before it is known which."""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wsr.ingest.structure.lines import Line
from wsr.ingest.structure.marks import Mark
from wsr.ingest.structure.regions import Region
from wsr.ingest.structure.style import Style
from wsr.ingest.structure.tables import Table

_TERMINAL = re.compile(r"[.!?…][\"'’”)\]]*$")
_GAP = 1.18
"""A distance of baselines larger than this many usual ones parts two paragraphs."""

_WIDE_GAP = 1.5
"""… and one larger than this also where a sentence would run on."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of a document's lines before they are put together; lines are named by identity."""

    style: Style
    marks: Mapping[int, Mark]
    """The believed marks."""
    series: Mapping[int, int]
    """The numbered series of a believed number."""
    entries: Mapping[int, int]
    """The contents entry that a line belongs to."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, with the mark before them."""

    lines: tuple[Line, ...]
    mark: Mark | None = None
    series: int | None = None
    """The numbered series that its mark belongs to."""
    right: float = 0.0
    """Where full lines of its column end."""
    is_entry: bool = False
    """True for an entry of a contents list."""
    column: tuple[float, float] = (0.0, 0.0)
    """Where the lines of its column begin and end."""

    @property
    def text(self) -> str:
        """Its words as printed, the mark included, lines joined by spaces."""
        return " ".join(line.text for line in self.lines)

    @property
    def body(self) -> str:
        """Its words without the mark."""
        return self.text[len(self.mark.printed) :].lstrip() if self.mark else self.text

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """Its last line."""
        return self.lines[-1]

    @property
    def bold(self) -> bool:
        """True when all of it is bold."""
        return all(line.bold for line in self.lines)

    @property
    def italic(self) -> bool:
        """True when all of it is italic."""
        return all(line.italic for line in self.lines)

    @property
    def is_set_in(self) -> bool:
        """True when it is set in from both sides of its column."""
        margin = 1.2 * self.size
        return (
            min(line.x0 for line in self.lines) > self.column[0] + margin
            and max(line.x1 for line in self.lines) < self.column[1] - margin
        )

    @property
    def size(self) -> float:
        """Font size of its first line."""
        return self.first.size

    @property
    def text_x0(self) -> float:
        """Where its text begins, after the mark."""
        return text_x0(self.first, self.mark)

    @property
    def going_on_x0(self) -> float:
        """Where its further lines begin; of a single line, where its text begins."""
        return self.lines[1].x0 if len(self.lines) > 1 else self.text_x0


def ends_sentence(text: str) -> bool:
    """True when a text ends with a full stop, question or exclamation mark, perhaps in quotes or brackets."""
    return bool(_TERMINAL.search(text))


def text_x0(line: Line, mark: Mark | None) -> float:
    """Where the text of a line begins, after its mark."""
    if mark and len(mark.printed) >= len(line.words[0].text) and len(line.words) > 1:
        return line.words[1].x0
    return line.words[0].x0


def fits(word_line: Line, above: Line, right: float) -> float:
    """How many points of room would stay if the first word of a line stood at the end of the one above."""
    word = word_line.words[0]
    return right - above.x1 - (word.x1 - word.x0) - 0.28 * above.size


def blocks_of(region: Region, reading: Reading) -> Iterator[Block | Table]:
    """The blocks and tables of a region, from the top down."""
    run: list[Line] = []
    for item in [*region.items, None]:
        if isinstance(item, Line):
            run.append(item)
            continue
        yield from _parted(run, reading, (region.x0, region.x1))
        run = []
        if item is not None:
            yield item


def _parted(lines: Sequence[Line], reading: Reading, column: tuple[float, float]) -> Iterator[Block]:
    block: list[Line] = []
    rights = _rights(lines, reading.style, column[1])
    for index, line in enumerate(lines):
        if block and _parts(lines, index, block, reading, rights[index - 1]):
            yield _block(block, reading, rights[index - 1], column)
            block = []
        block.append(line)
    if block:
        yield _block(block, reading, rights[-1], column)


def _block(lines: Sequence[Line], reading: Reading, right: float, column: tuple[float, float]) -> Block:
    first = id(lines[0])
    return Block(
        lines=tuple(lines),
        mark=reading.marks.get(first),
        series=reading.series.get(first),
        right=right,
        is_entry=first in reading.entries,
        column=column,
    )


def _rights(lines: Sequence[Line], style: Style, right: float) -> list[float]:
    """For each line, where a full line would end: its own stretch of close lines when that is even."""
    rights: list[float] = []
    for stretch in _stretches(lines, style):
        own = max(line.x1 for line in stretch)
        even = len(stretch) >= 3 and all(
            fits(below, above, own) <= 0 for above, below in itertools.pairwise(stretch)
        )
        rights += [own if even else right] * len(stretch)
    return rights


def _stretches(lines: Sequence[Line], style: Style) -> Iterable[list[Line]]:
    stretch: list[Line] = []
    for line in lines:
        if stretch and line.baseline - stretch[-1].baseline > _GAP * style.leading_of(line.size):
            yield stretch
            stretch = []
        stretch.append(line)
    if stretch:
        yield stretch


def _parts(lines: Sequence[Line], index: int, block: Sequence[Line], reading: Reading, right: float) -> bool:
    """True when a new block begins with the line at *index*."""
    line, above = lines[index], lines[index - 1]
    entry = reading.entries.get(id(above))
    if entry is not None or id(line) in reading.entries:
        return entry != reading.entries.get(id(line))
    if id(line) in reading.marks or abs(line.size - above.size) > 0.6:
        return True
    return (
        _changes_weight(above, line)
        or _stands_apart(lines, index, reading.style, right)
        or _steps_in_or_out(lines, index, block, reading.marks.get(id(block[0])), right)
        or _could_have_stood_above(above, line, right)
    )


def _changes_weight(above: Line, line: Line) -> bool:
    """True where bold or italic text begins or ends with the line, unless the sentence runs on."""
    if above.bold == line.bold and above.italic == line.italic:
        return False
    if above.bold and not line.bold:
        return not line.words[0].bold
    if line.bold and not above.bold:
        return not above.words[-1].bold and (ends_sentence(above.text) or not line.text[0].islower())
    return ends_sentence(above.text) and len(above.words) > 2 and len(line.words) > 2


def _stands_apart(lines: Sequence[Line], index: int, style: Style, right: float) -> bool:
    """True when the white above a line is larger than within paragraphs here."""
    line, above = lines[index], lines[index - 1]
    gap = line.baseline - above.baseline
    usual = style.leading_of(line.size)
    runs_on = line.text[0].islower() and not ends_sentence(above.text) and above.text[-1] not in ":;"
    if gap <= (_WIDE_GAP if runs_on else _GAP) * usual:
        return False
    around = [
        lower.baseline - upper.baseline
        for upper, lower in zip(lines[max(0, index - 4) : index + 4], lines[max(0, index - 4) + 1 : index + 5],
                                strict=False)
        if abs(upper.size - lower.size) < 0.6
    ]  # fmt: skip
    least = min((step for step in around if step > 0.9 * line.size), default=usual)
    if gap > _GAP * least:
        return True
    return fits(line, above, right) > 0 or ends_sentence(above.text)


def _steps_in_or_out(
    lines: Sequence[Line], index: int, block: Sequence[Line], mark: Mark | None, right: float
) -> bool:
    """True when a line begins further in, or further out, than its block goes on."""
    line, above = lines[index], lines[index - 1]
    step = line.size
    if len(block) == 1:
        start = text_x0(above, mark)
        if line.x0 < above.x0 - 0.6 * step:
            return mark is not None or fits(line, above, right) > 0
        return line.x0 > start + 0.8 * step and (fits(line, above, right) > 0 or ends_sentence(above.text))
    going_on = block[1].x0
    if line.x0 < going_on - 0.8 * step:
        return True
    return line.x0 > going_on + 0.8 * step and (ends_sentence(above.text) or fits(line, above, right) > 0)


def _could_have_stood_above(above: Line, line: Line, right: float) -> bool:
    """True when the line above was left short although the first word of this one had room there."""
    room = fits(line, above, right)
    if room <= 0.5 * line.size:
        return False
    if ends_sentence(above.text) or above.text[-1] in ":;":
        return True
    return not line.text[0].islower() and room > 1.5 * line.size
