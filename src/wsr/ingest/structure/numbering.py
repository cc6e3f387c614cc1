"""Numbering: which numbers at the start of lines really count paragraphs or list items."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from wsr.ingest.structure.marks import Mark

_ALIGNED = 14.0
"""Numbers of one series stand within so many points of each other, in from the left of their column."""

_OPEN = 40
"""So many of the last series may still go on."""

_MOST_MISSED = 3
"""A series may miss so many numbers, lost in conversion, and still go on."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number at the start of a line: where, how far in from the left, and how strong it looks."""

    index: int
    """Place of its line in the document."""
    mark: Mark
    indent: float
    bold: bool
    starts_text: bool
    """True when the line before it ended its sentence, or stands apart from it."""


@dataclass(slots=True)
class _Series:
    style: str
    indent: float
    bold: bool
    members: list[Candidate] = field(default_factory=list)

    @property
    def last(self) -> tuple[int, ...]:
        return self.members[-1].mark.value


@dataclass(frozen=True, slots=True)
class Numbering:
    """The series found: for each believed line the length of its series, and which is the main one."""

    series_of: dict[int, int]
    """Number of the series by place of the line."""
    sizes: tuple[int, ...]
    """Members of each series."""
    styles: tuple[str, ...]


def numbering_of(candidates: Sequence[Candidate]) -> Numbering:
    """
    The candidates that follow the number before them in a series of their own form and place.

    A first number (1, a, i, n.1) may begin a series; it is believed when a second follows, or when it stands
    clearly apart from its text. All others are taken for years, amounts and the like.

    Source:
        218 numbered paragraphs of a real report followed by "next expected number" to 215.
    """
    found: list[_Series] = []
    for candidate in candidates:
        series = _continued(found, candidate)
        if series:
            series.members.append(candidate)
        elif _may_begin(candidate):
            found.append(_Series(candidate.mark.style, candidate.indent, candidate.bold, [candidate]))
    kept = [series for series in found if _is_believed(series)]
    return Numbering(
        series_of={member.index: n for n, series in enumerate(kept) for member in series.members},
        sizes=tuple(len(series.members) for series in kept),
        styles=tuple(series.style for series in kept),
    )


def _continued(found: Sequence[_Series], candidate: Candidate) -> _Series | None:
    """
    The latest series that a candidate goes on with: the exact next number before a gap.

    One of the same weight comes first; headings in bold may count on with the paragraphs.
    """
    fitting = [series for series in reversed(found[-_OPEN:]) if _fits(series, candidate)]
    fitting.sort(key=lambda series: series.bold != candidate.bold)
    for series in fitting:
        if _follows(series.last, candidate.mark.value, missed=0):
            return series
    if not (candidate.mark.hanging or candidate.starts_text):
        return None
    for series in fitting:
        if (
            len(series.members) > 1
            and series.bold == candidate.bold
            and _follows(series.last, candidate.mark.value, _MOST_MISSED)
        ):
            return series
    return None


def _fits(series: _Series, candidate: Candidate) -> bool:
    if series.style != candidate.mark.style:
        return False
    if len(candidate.mark.value) > 1:
        return True
    return abs(series.indent - candidate.indent) <= _ALIGNED


def _follows(last: tuple[int, ...], value: tuple[int, ...], missed: int) -> bool:
    """True when a number is one of the next after the last: 1.2 or 2.1 or 1.1.1 after 1.1."""
    for depth in range(min(len(last), len(value))):
        step = value[depth] - last[depth]
        if step:
            rest = value[depth + 1 :]
            return 1 <= step <= 1 + missed and all(part <= 1 + missed for part in rest)
    return len(value) > len(last) and all(part <= 1 + missed for part in value[len(last) :])


def _may_begin(candidate: Candidate) -> bool:
    mark = candidate.mark
    if not (candidate.starts_text or mark.hanging):
        return False
    if len(mark.value) > 1:
        return mark.value[-1] <= 1 + _MOST_MISSED
    return mark.value[0] == 1


def _is_believed(series: _Series) -> bool:
    if len(series.members) > 1:
        return True
    only = series.members[0]
    return only.mark.style not in ("1", "(a)", "(i)") and only.mark.hanging and only.starts_text
