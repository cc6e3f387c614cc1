"""Paper: the pages of a document with their furniture and notes set apart and their text in reading order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wsr.ingest.pages import Fill, Page, PdfFile, Rule, Word
from wsr.ingest.structure.furniture import cleared
from wsr.ingest.structure.grids import Grid, grids_of
from wsr.ingest.structure.lines import Line
from wsr.ingest.structure.notes import without_notes
from wsr.ingest.structure.regions import Region, regions_of
from wsr.ingest.structure.ruled import blocks_of, layouts_of, ruled_of
from wsr.ingest.structure.style import Style, style_of
from wsr.ingest.structure.tables import Box, Table
from wsr.ingest.structure.turning import Turn, turned
from wsr.ingest.structure.words import seen_words


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as laid out: what its pages hold, before its lines are put together."""

    regions: tuple[Region, ...]
    """Of all pages, in reading order, without notes."""
    notes: dict[int, list[Line]]
    """The lines of footnotes by page."""
    furniture: tuple[tuple[int, str], ...]
    style: Style
    heights: dict[int, float]
    """Height of each page."""
    fills: dict[int, Sequence[Fill]]
    """Filled areas of each page."""
    turns: dict[int, Turn]
    """How pages were turned, by their numbers, whose text runs up or down."""
    underlined: frozenset[int]
    """Lines, by identity, that have a rule drawn under them."""

    @property
    def bottoms(self) -> dict[int, float]:
        """How far down the text of each page may reach: where its notes begin, or where full pages end."""
        bottoms = {page: self.style.bottom * height for page, height in self.heights.items()}
        return bottoms | {page: notes[0].y0 for page, notes in self.notes.items() if notes}

    @property
    def lines(self) -> list[Line]:
        """The lines outside tables, in reading order."""
        return [item for region in self.regions for item in region.items if isinstance(item, Line)]

    @property
    def tables(self) -> list[Table]:
        """The tables, in reading order."""
        return [item for region in self.regions for item in region.items if isinstance(item, Table)]


def paper_of(pdf: PdfFile) -> Paper:
    """
    What the pages of a file hold.

    pages turned upright | words | grids | furniture taken away | tables and boxes | regions | notes
    """
    pages, turns = zip(*map(turned, pdf.pages), strict=True) if pdf.pages else ((), ())
    words = [seen_words(page) for page in pages]
    grids = [grids_of(page) for page in pages]
    clear = cleared(pages, words, grids)
    regions = _with_room(_regions(pages, [own.words for own in clear], grids))
    heights = {page.number: page.height for page in pages}
    lines = [item for region in regions for item in region.items if isinstance(item, Line)]
    style = style_of(lines, heights)
    rules = {page.number: page.rules for page in pages}
    parted = [without_notes(region, style, rules[region.page]) for region in regions]
    notes: dict[int, list[Line]] = {}
    for region, own_notes in parted:
        notes.setdefault(region.page, []).extend(own_notes)
    return Paper(
        regions=tuple(region for region, _ in parted),
        notes=notes,
        furniture=tuple((page.number, text) for page, own in zip(pages, clear, strict=True)
                        for text in own.furniture),
        style=style,
        heights=heights,
        fills={page.number: page.fills for page in pages},
        turns={page.number: turn for page, turn in zip(pages, turns, strict=True) if turn},
        underlined=frozenset(id(line) for line in lines if _is_underlined(line, rules[line.page])),
    )  # fmt: skip


def _with_room(regions: Sequence[Region]) -> list[Region]:
    """The regions of single columns as wide as the text of most pages: a title alone fills no line."""
    widths = sorted(region.x1 - region.x0 for region in regions if _is_page_wide(region))
    if not widths:
        return list(regions)
    usual = widths[len(widths) // 2]
    return [
        replace(region, x1=max(region.x1, region.x0 + usual))
        if not (region.boxed or region.narrow)
        else region
        for region in regions
    ]


def _is_page_wide(region: Region) -> bool:
    return not (region.boxed or region.narrow) and len(region.items) > 8


def _regions(
    pages: Sequence[Page], words: Sequence[list[Word]], grids: Sequence[Sequence[Grid]]
) -> list[Region]:
    """The regions of all pages in reading order."""
    ruled = [ruled_of(*args) for args in zip(pages, words, grids, strict=True)]
    layouts = layouts_of([part for parts, _ in ruled for part in parts])
    regions: list[Region] = []
    before: list[Region] = []
    for page, (parts, outside) in zip(pages, ruled, strict=True):
        blocks: list[Table | Box] = []
        for part in parts:
            for block in blocks_of(part, id(part) in layouts):
                blocks = _nested(block, blocks)
        before = regions_of(page.number, outside, blocks, before)
        regions += before
    return regions


def _nested(block: Table | Box, blocks: Sequence[Table | Box]) -> list[Table | Box]:
    """The blocks with one more; those that lie in a box stand within it."""
    if isinstance(block, Table):
        return [*blocks, block]
    inner = [one for one in blocks if _lies_in(one, block)]
    outer = [one for one in blocks if not _lies_in(one, block)]
    return [*outer, replace(block, blocks=tuple(inner))]


def _lies_in(block: Table | Box, box: Box) -> bool:
    middle = (block.y0 + block.y1) / 2
    left = block.xs[0] if isinstance(block, Table) else block.x0
    return box.y0 <= middle <= box.y1 and box.x0 - 4 <= left <= box.x1


def _is_underlined(line: Line, rules: Sequence[Rule]) -> bool:
    return any(
        rule.y0 == rule.y1
        and -0.05 * line.size < rule.y0 - line.baseline < 0.3 * line.size
        and min(rule.x0, rule.x1) < line.x0 + 0.1 * (line.x1 - line.x0)
        and line.x1 - 0.1 * (line.x1 - line.x0) < max(rule.x0, rule.x1) < line.x1 + 20
        for rule in rules
    )
