"""A report as a Word document: headings, sentences, tables and quotations that lead to their sources."""

from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from wsr.domain.parts import Grid, Part, Quote, Report
from wsr.exchange.entry import one_line
from wsr.exchange.write.paragraphs import Links, paragraph, run
from wsr.exchange.write.styles import without_text
from wsr.exchange.write.word_package import write_package
from wsr.exchange.write.word_tables import Cell, table

_PALE = "EEF2F4"
_ACROSS = 160.0
"""Millimetres between the margins of a page."""
_DEEPEST = 3
"""The levels of headings that the styles know: a part of level 2 has Word's first."""


def write(report: Report, out: BinaryIO) -> None:
    """The whole document; the same report gives the same bytes."""
    with BytesIO() as addresses:
        body = map(str.encode, _Body(report, Links(addresses)).paragraphs())
        files = without_text(one_line(report.title), one_line(report.site), report.day)
        write_package(files, body, addresses, out)


class _Body:
    def __init__(self, report: Report, links: Links) -> None:
        self._report = report
        self._links = links

    def paragraphs(self) -> Iterator[str]:
        yield paragraph("Title", self._run(one_line(self._report.title)))
        if self._report.notice:
            yield paragraph("Notice", self._run(self._report.notice))
        for part in self._report.parts:
            yield from self._part(part)

    def _part(self, part: Part) -> Iterator[str]:
        yield paragraph(f"Heading{min(part.level - 1, _DEEPEST)}", self._run(one_line(part.heading)))
        for sentence in part.paragraphs:
            yield paragraph("Normal", self._run(sentence))
        for point in part.points:
            yield paragraph("ListBullet", self._run(point))
        for grid in part.grids:
            yield from self._grid(grid)
        for quote in part.quotes:
            yield from self._quote(quote)

    def _quote(self, quote: Quote) -> Iterator[str]:
        yield paragraph("Quote", run(quote.text, quote.language))
        for line in quote.lines:
            yield paragraph("Place", self._run(line))
        yield paragraph("Source", self._link(quote.source, quote.url))

    def _grid(self, grid: Grid) -> Iterator[str]:
        """A table below its caption, whose first column is twice as wide as each other."""
        yield paragraph("Review", self._run(grid.caption))
        one = _ACROSS / (len(grid.heads) + 1)
        head = [Cell(paragraph("CellHead", self._run(name)), _PALE) for name in grid.heads]
        links = grid.links or ("",) * len(grid.rows)
        rows = [
            [
                Cell(paragraph("Cell", self._link(first, link))),
                *(Cell(paragraph("Cell", self._run(cell))) for cell in others),
            ]
            for (first, *others), link in zip(grid.rows, links, strict=True)
        ]
        yield table((2 * one, *(one for _ in grid.heads[1:])), [head, *rows], head=True)
        yield paragraph("Cell")

    def _link(self, text: str, path: str) -> str:
        if not self._report.site or not path:
            return self._run(text)
        return self._links.to(self._report.site + path, shown=text)

    def _run(self, text: str) -> str:
        return run(text, self._report.language)
