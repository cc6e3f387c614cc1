"""Printed pieces of work in Markdown."""

import re
from collections.abc import Iterator

from wsr.domain.parts import Grid, Part, Report

_MARKS = re.compile(r"([\\`*_\[\]<>|#])")


def as_markdown(report: Report) -> str:
    """The whole in Markdown; nothing in its words is taken for a mark."""
    head = [f"# {_plain(report.title)}", *([f"*{_plain(report.notice)}*"] if report.notice else [])]
    return "\n\n".join([*head, *(block for part in report.parts for block in _blocks(part))]) + "\n"


def _blocks(part: Part) -> Iterator[str]:
    yield f"{'#' * part.level} {_plain(part.heading)}"
    yield from map(_plain, part.paragraphs)
    if part.points:
        yield "\n".join(f"- {_plain(point)}" for point in part.points)
    for grid in part.grids:
        yield f"**{_plain(grid.caption)}**"
        yield "\n".join(_grid_lines(grid))
    for quote in part.quotes:
        yield "\n>\n".join(f"> {_plain(line)}" for line in (quote.text, *quote.lines, quote.source))


def _grid_lines(grid: Grid) -> Iterator[str]:
    yield _row(grid.heads)
    yield _row(("---", *("---:" for _ in grid.heads[1:])), plain=False)
    yield from map(_row, grid.rows)


def _row(cells: tuple[str, ...], *, plain: bool = True) -> str:
    return f"| {' | '.join(map(_plain, cells) if plain else cells)} |"


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
