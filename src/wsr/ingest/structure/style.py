"""Style: the type in which most of a document is set, against which heads, notes and gaps are measured."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wsr.ingest.structure.lines import Line


@dataclass(frozen=True, slots=True)
class Style:
    """The body type of a document."""

    size: float
    """Font size of most letters."""
    bold: bool
    """True when the body itself is set in bold."""
    leading: float
    """Distance of the baselines of most lines that follow each other, for the body size."""
    bottom: float
    """How far down, as a part of the page height, full pages reach."""

    def leading_of(self, size: float) -> float:
        """The usual distance of baselines for another size."""
        return self.leading * size / self.size


def style_of(lines: Sequence[Line], heights: dict[int, float]) -> Style:
    """The body type of a document; twelve points for one without text."""
    letters: Counter[tuple[float, bool]] = Counter()
    for line in lines:
        letters[round(line.size * 2) / 2, line.bold] += len(line.text)
    size, bold = max(letters, key=lambda kind: letters[kind], default=(12.0, False))
    return Style(size, bold, _leading(lines, size), _bottom(lines, heights))


def _leading(lines: Sequence[Line], size: float) -> float:
    steps: Counter[float] = Counter()
    for above, below in pairwise(lines):
        step = below.baseline - above.baseline
        together = (above.page, above.region) == (below.page, below.region)
        body = abs(above.size - size) < 0.6 and abs(below.size - size) < 0.6
        if together and body and 0.9 * size < step < 2.6 * size:
            steps[round(step * 2) / 2] += 1
    return max(steps, key=lambda step: (steps[step], -step), default=1.2 * size)


def _bottom(lines: Iterable[Line], heights: dict[int, float]) -> float:
    lowest: dict[int, float] = {}
    for line in lines:
        share = line.baseline / heights[line.page]
        lowest[line.page] = max(lowest.get(line.page, 0.0), share)
    shares = sorted(lowest.values())
    return shares[int(0.7 * (len(shares) - 1))] if shares else 1.0
