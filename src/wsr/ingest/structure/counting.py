"""Counting: the marks of a document's lines that are believed, and which numbered series count paragraphs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from wsr.ingest.structure.blocks import Block, Reading, ends_sentence
from wsr.ingest.structure.contents import Contents
from wsr.ingest.structure.lines import Line
from wsr.ingest.structure.marks import Mark, mark_of
from wsr.ingest.structure.numbering import Candidate, Numbering, numbering_of
from wsr.ingest.structure.paper import Paper
from wsr.ingest.structure.style import Style
from wsr.ingest.structure.tables import Table

_APART = 1.18
_PARAGRAPH_WORDS = 30
_LONG_SERIES = 12


def reading_of(paper: Paper, contents: Contents) -> tuple[Reading, Numbering]:
    """What is known of each line before blocks are made, and the numbered series."""
    marks: dict[int, Mark] = {}
    numbers: list[tuple[Line, Candidate]] = []
    for line, x0, starts_text in _placed(paper, contents):
        mark = mark_of(line)
        if mark is None:
            continue
        if mark.is_bullet:
            if mark.hanging or starts_text:
                marks[id(line)] = mark
        else:
            place = len(numbers)
            numbers.append((line, Candidate(place, mark, line.x0 - x0, line.words[0].bold, starts_text)))
    numbering = numbering_of([candidate for _, candidate in numbers])
    series = {id(line): numbering.series_of[candidate.index] for line, candidate in numbers
              if candidate.index in numbering.series_of}  # fmt: skip
    marks |= {id(line): candidate.mark for line, candidate in numbers if id(line) in series}
    return Reading(paper.style, marks, series, contents.entry_of), numbering


def _placed(paper: Paper, contents: Contents) -> Iterator[tuple[Line, float, bool]]:
    """Each line outside contents lists, with the left edge of its column, and whether a text may start there."""
    for region in paper.regions:
        above: Line | None = None
        for item in region.items:
            if isinstance(item, Table):
                above = None
                continue
            if id(item) not in contents.entry_of:
                yield item, region.x0, above is None or _may_start(above, item, paper.style)
            above = item


def _may_start(above: Line, line: Line, style: Style) -> bool:
    return (
        ends_sentence(above.text)
        or above.text[-1] in ":;"
        or line.baseline - above.baseline > _APART * style.leading_of(line.size)
        or abs(above.size - line.size) > 0.6
        or above.bold != line.bold
    )


def paragraph_series(blocks: Iterable[Block | Table], numbering: Numbering) -> frozenset[int]:
    """
    The series whose numbers count paragraphs; the others count list items.

    Numbers with a point (1.1) always do; plain ones do in documents without those, when their texts are long
    or go on and on.
    """
    words: Mapping[int, list[int]] = {number: [] for number in range(len(numbering.sizes))}
    for block in blocks:
        if isinstance(block, Block) and block.series is not None:
            words[block.series].append(len(block.text.split()))
    pointed = sum(
        size for size, style in zip(numbering.sizes, numbering.styles, strict=True) if style == "1.1"
    )
    return frozenset(
        number
        for number, counts in words.items()
        if numbering.styles[number] in ("1.1", "1-1")
        or (
            numbering.styles[number] in ("1.", "1")
            and pointed < _LONG_SERIES
            and counts
            and _count_paragraphs(counts)
        )
    )


def _count_paragraphs(counts: Sequence[int]) -> bool:
    return len(counts) >= _LONG_SERIES or sum(counts) / len(counts) >= _PARAGRAPH_WORDS
