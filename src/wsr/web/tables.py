"""Rows of tables, which a document's text keeps as cells joined by “ | ”."""

import re
from collections.abc import Sequence
from dataclasses import replace

from wsr.web.marking import Span, Stretch

_BETWEEN_CELLS = re.compile(r" *\| *")
_HOLDS_DIGITS = re.compile(r"\d{2}")
_LONGEST_HEAD = 60


def cell_ranges(text: str) -> list[Span]:
    """Where each cell of a row stands in its text; one range when it has no “|”."""
    gaps = [match.span() for match in _BETWEEN_CELLS.finditer(text)]
    starts = [0, *(end for _, end in gaps)]
    ends = [*(start for start, _ in gaps), len(text)]
    return list(zip(starts, ends, strict=True))


def spans_within(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    """The parts of the spans that lie in a range, counted from its beginning."""
    clipped = ((max(first, start), min(last, end)) for first, last in spans)
    return [(first - start, last - start) for first, last in clipped if first < last]


def stretches_within(stretches: Sequence[Stretch], ranges: Sequence[Span]) -> list[list[Stretch]]:
    """For each range the pieces of the stretches in it: the first piece of each has its anchor, the last its label."""
    pieces: list[list[Stretch]] = [[] for _ in ranges]
    for stretch in stretches:
        touched = [
            n for n, (start, end) in enumerate(ranges) if max(start, stretch.start) < min(end, stretch.end)
        ]
        for number in touched:
            pieces[number].append(
                replace(
                    stretch.within(*ranges[number]),
                    anchor=stretch.anchor if number == touched[0] else "",
                    label=stretch.label if number == touched[-1] else None,
                )
            )
    return pieces


def is_head(rows: Sequence[Sequence[str]]) -> bool:
    """
    Whether the first of the rows heads their columns: short words in every cell, no number, no sentence.

    A table of one row or one column has no head. Cells hold no mark of it, so this is a judgement by form.
    """
    first = rows[0]
    return (
        len(rows) > 1
        and len(first) > 1
        and len(first) >= max(len(row) for row in rows)
        and all(_heads(cell) for cell in first)
    )


def _heads(cell: str) -> bool:
    return 0 < len(cell) <= _LONGEST_HEAD and cell[-1] not in ".,;" and not _HOLDS_DIGITS.search(cell)
