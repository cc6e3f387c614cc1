"""The prose of a document in reading order, each block with its place in the finished PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pages import Pages, Place, collapse
from source import Block, Document, Heading, Inline, Item, Paragraph, Quotation, Recommendation, Table, walk

UNSEARCHED = {"admin", "letter", "glossary", "prompt"}
"""Regions whose words are kept but not searched."""


class NotFoundInPdfError(Exception):
    """Words of the source are not in the PDF as pdftotext reads it: the producer lost or reordered them."""


@dataclass(frozen=True)
class Prose:
    """A block of words, the regions around it, and where it stands; a heading on a cover stands nowhere."""

    block: Heading | Paragraph | Item | Quotation | Recommendation
    inline: Inline
    regions: tuple[str, ...]
    place: Place | None


def placed(document: Document, pages: Pages) -> list[Prose]:
    """All prose in order with its places. Raises NotFoundInPdfError."""
    found: list[Prose] = []
    at = 0
    for block, regions in walk(document.blocks):
        if not isinstance(block, (Heading, Paragraph, Item, Quotation, Recommendation)):
            continue
        heading = isinstance(block, Heading)
        if (heading and "cover" in regions) or (not heading and "contents" in regions):
            continue
        for inline in inlines(block):
            place = None
            if not heading:
                begin = 0 if "cover" in regions else at
                place = pages.find(inline, begin) or pages.find(inline)
                if place is None and collapse(inline.text):
                    raise NotFoundInPdfError(f"{document.file}: {inline.text[:90]!r}")
                if place and place.start >= at and "cover" not in regions:
                    at = place.end
            found.append(Prose(block, inline, regions, place))
    return _with_headings(found, pages, document.file)


def _with_headings(found: list[Prose], pages: Pages, file: str) -> list[Prose]:
    """A heading stands last before the prose that follows it, so that contents pages are passed over."""
    placed: list[Prose] = []
    limit = len(pages.stream)
    for prose in reversed(found):
        place = prose.place
        if isinstance(prose.block, Heading):
            place = pages.find_last(prose.inline.text, 0, limit)
            if place is None:
                raise NotFoundInPdfError(f"{file}: the heading {prose.inline.text!r}")
        if place and "cover" not in prose.regions:
            limit = min(limit, place.start)
        placed.append(Prose(prose.block, prose.inline, prose.regions, place))
    return placed[::-1]


def inlines(block: Block) -> list[Inline]:
    """The texts of a block: one, those of a recommendation's parts, or those of a table's cells."""
    if isinstance(block, Table):
        return [cell for row in block.rows for cell in row]
    if isinstance(block, Recommendation):
        return [part.inline for part in block.parts if isinstance(part, (Paragraph, Item))]
    return [block.inline] if isinstance(block, (Heading, Paragraph, Item, Quotation)) else []


def searched(document: Document) -> str:
    """The collapsed words of all parts that are searched."""
    return "".join(
        collapse(inline.text)
        for block, regions in walk(document.blocks)
        if not UNSEARCHED.intersection(regions)
        for inline in inlines(block)
    )


def unsearched_phrases(document: Document) -> Iterator[str]:
    """The first eight words of each block in parts that are kept but not searched."""
    for block, regions in walk(document.blocks):
        if UNSEARCHED.intersection(regions):
            yield from (" ".join(inline.text.split()[:8]) for inline in inlines(block))
