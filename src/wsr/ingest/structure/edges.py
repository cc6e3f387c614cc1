"""Edge rows: the rows of words near the top and bottom of a page, where furniture stands."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wsr.ingest.pages import Page, Word
from wsr.ingest.structure.grids import Grid
from wsr.ingest.structure.lines import rows_of, text_of
from wsr.ingest.structure.words import common_size

_DEEPEST = 0.22
"""No furniture stands further from the edge of its page than this part of its height."""

_MOST_ROWS = 8
"""… nor further in than so many rows."""

_TABLE_SHARE = 0.12
"""Rows in a table higher than this part of the page are its own."""

_DIGITS = re.compile(r"\d+")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, eq=False)
class EdgeRow:
    """A row of words near the top or bottom of a page."""

    page: int
    words: tuple[Word, ...]
    compact: str
    """Its text in lower case without spaces."""
    key: str
    """The same with each number as #."""
    at_top: bool
    height: float
    """Points from the edge of the page to its baseline."""
    depth: float
    """The same as a part of the page's height."""
    rank: int
    """Rows between it and the edge."""
    gap: float
    """White between it and the next row further in, in lines of its own size."""
    size: float
    font: str

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers printed in it."""
        return tuple(int(number) for number in _DIGITS.findall(self.compact) if len(number) < 9)


def edge_rows(page: Page, words: Sequence[Word], grids: Sequence[Grid]) -> list[EdgeRow]:
    """The rows near both edges of a page, the outermost of each edge first; rows of tables are left out."""
    rows = rows_of(words)
    if not rows:
        return []
    top = _from_edge(page, rows, at_top=True)
    bottom = _from_edge(page, rows[::-1], at_top=False)
    taken = {id(row.words[0]) for row in top if row.depth <= 0.5}
    tables = [g for g in grids if not g.is_frame and g.y1 - g.y0 > _TABLE_SHARE * page.height]
    return [
        row
        for row in [*top, *(row for row in bottom if id(row.words[0]) not in taken)]
        if not any(_within(row, table) for table in tables)
    ]


def _from_edge(page: Page, rows: Sequence[list[Word]], at_top: bool) -> Iterable[EdgeRow]:
    found = []
    for rank, row in enumerate(rows[:_MOST_ROWS]):
        height = row[0].baseline if at_top else page.height - row[0].baseline
        if height > _DEEPEST * page.height:
            break
        following = rows[rank + 1] if rank + 1 < len(rows) else None
        compact = _SPACES.sub("", text_of(row)).lower()
        size = common_size(row)
        found.append(
            EdgeRow(
                page=page.number,
                words=tuple(row),
                compact=compact,
                key=_DIGITS.sub("#", compact),
                at_top=at_top,
                height=height,
                depth=height / page.height,
                rank=rank,
                gap=_white(row, following) / size if following else 99.0,
                size=size,
                font=row[0].font,
            )
        )
    return found


def _white(row: Sequence[Word], following: Sequence[Word]) -> float:
    first, second = sorted((row, following), key=lambda words: words[0].baseline)
    return min(word.y0 for word in second) - max(word.y1 for word in first)


def _within(row: EdgeRow, grid: Grid) -> bool:
    word = row.words[0]
    return grid.x0 <= word.x0 and word.x1 <= grid.x1 + 1 and grid.y0 <= word.baseline <= grid.y1
