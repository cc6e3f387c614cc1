"""Passages that are hard to get whole, with every reason why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pages import Pages, Place, collapse
from prose import UNSEARCHED, NotFoundInPdfError, Prose, inlines
from source import Document, Heading, Inline, Item, Paragraph, Quotation, Recommendation, Table, walk

Truth = dict[str, Any]
OUT_OF_ORDER = {"cover", "contents", "declared"}
"""Regions whose words stand elsewhere too, so that they say nothing of how far a reader has come."""

IN_A_TABLE = {"declared", "ruled-recommendations"}
"""Regions whose recommendations are printed as rows."""

KINDS = {Paragraph: "paragraph", Item: "list_item", Quotation: "quotation"}


def of_prose(prose: list[Prose], pages: Pages) -> Iterator[Truth]:
    """Paragraphs, items and quotations that something cuts or crowds, footnotes, and cut recommendations."""
    for one in prose:
        if one.place is None or "cover" in one.regions:
            continue
        why = _why(one, pages)
        if isinstance(one.block, Recommendation):
            if one.place.page_last > one.place.page_first and not IN_A_TABLE.intersection(one.regions):
                yield _recommendation(one.block, one.inline.text, one.place, pages)
        elif why and type(one.block) in KINDS:
            kind = "prompt" if "prompt" in one.regions else KINDS[type(one.block)]
            kind = one.block.attrs.get("as", kind)
            yield _passage(one.inline.text, _number(one.block), kind, one.place, why)
            yield from _notes(one, pages)


def _recommendation(block: Recommendation, text: str, place: Place, pages: Pages) -> Truth:
    """A recommendation cut by a page turn; a label in words that runs into the text belongs to it."""
    label = block.label or ""
    number = label if label[:1].isdigit() else None
    if label and not number:
        text = f"{pages.run_in(label, place)} {text}"
    why = ["recommendation cut by a page turn"]
    return _passage(text, number, KINDS[type(block.parts[0])], place, why)


def placed_rows(document: Document, pages: Pages) -> Iterator[tuple[Table, tuple[Inline, ...], list[Place]]]:
    """Each body row of each searched table, with the places of its longer cells; rows of short cells are left out."""
    at = 0
    for block, regions in walk(document.blocks):
        passed_over = isinstance(block, (Table, Heading)) or OUT_OF_ORDER.intersection(regions)
        for inline in () if passed_over else inlines(block):
            place = pages.find(inline, at)
            at = place.end if place else at
        if not isinstance(block, Table) or UNSEARCHED.intersection(regions):
            continue
        for row in block.rows if "headless" in block.attrs else block.rows[1:]:
            if places := _cells(row, pages, at):
                at = places[0].start
                yield block, row, places


def of_tables(document: Document, pages: Pages) -> Iterator[Truth]:
    """Body rows of named tables and of those with three columns or more, with their cells."""
    for table, row, places in placed_rows(document, pages):
        if len(row) < 2 or "as" in table.attrs or (len(row) < 3 and "table" not in table.attrs):
            continue
        cells = [_flat(cell.text) for cell in row]
        first, last = min(p.page_first for p in places), max(p.page_last for p in places)
        whole = Place(places[0].start, places[-1].end, first, last)
        why = f"row of a table ({table.attrs.get('table', 'plain')})"
        yield _passage(" | ".join(cells), None, "table_row", whole, [why]) | {"cells": cells}


def _passage(text: str, number: str | None, kind: str, place: Place, why: list[str]) -> Truth:
    return {
        "text": _flat(text),
        "number": (number or "").rstrip(".") or None,
        "kind": kind,
        "page_first": place.page_first,
        "page_last": place.page_last,
        "why": ", ".join(why),
    }


def _flat(text: str) -> str:
    return " ".join(text.split())


def _number(block: object) -> str | None:
    return block.marker if isinstance(block, Item) else getattr(block, "number", None)


def _why(prose: Prose, pages: Pages) -> list[str]:
    assert prose.place
    reasons = {
        "cut by a page turn": prose.place.page_last > prose.place.page_first,
        "hyphenated at a line end": pages.hyphenated(prose.place),
        "has a footnote mark": any(run.note for run in prose.inline.runs),
        "in a column": "columns" in prose.regions,
        "in a box": bool({"box", "boxes"}.intersection(prose.regions)),
        "list item": isinstance(prose.block, Item),
        "quotation": isinstance(prose.block, Quotation),
    }
    return [why for why, holds in reasons.items() if holds]


def _notes(prose: Prose, pages: Pages) -> Iterator[Truth]:
    for note in (run.note for run in prose.inline.runs if run.note):
        place = pages.find(note.text)
        if place is None:
            raise NotFoundInPdfError(f"the note {note.text[:90]!r}")
        yield _passage(note.text, str(note.number), "footnote", place, ["footnote"])


def _cells(row: tuple[Inline, ...], pages: Pages, after: int) -> list[Place]:
    """Where the whole row stands, else its cells of some length; short ones (a date, Yes) say too little."""
    whole = pages.find_all(" ".join(cell.text for cell in row))
    if len(collapse("".join(cell.text for cell in row))) >= 20 and whole:
        return [next((place for place in whole if place.start >= after), whole[0])]
    long = [cell for cell in row if len(collapse(cell.text)) >= 20]
    found = [place for cell in long if (place := pages.find(cell, after))]
    return found or [place for cell in long if (place := pages.find(cell))]
