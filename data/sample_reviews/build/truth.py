"""What a reader must find in a sample: derived from its source, with pages found in the finished PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pages import Pages, Place, collapse
from source import (
    Document,
    Heading,
    Inline,
    Item,
    Paragraph,
    Practice,
    Quotation,
    Recommendation,
    Table,
    walk,
)

UNSEARCHED = {"admin", "letter", "glossary", "prompt"}
"""Regions whose words are kept but not searched."""

Truth = dict[str, Any]


class NotFoundInPdfError(Exception):
    """Words of the source are not in the PDF as pdftotext reads it: the producer lost or reordered them."""


@dataclass(frozen=True)
class Prose:
    """A block of words in reading order, the regions around it, and where it stands."""

    block: Heading | Paragraph | Item | Quotation | Recommendation
    inline: Inline
    regions: tuple[str, ...]
    place: Place | None


def of(document: Document, pdf: Path) -> Truth:
    """The whole expected result. Raises NotFoundInPdfError when words of the source are not found."""
    furniture = furniture_lines(document)
    pages = Pages(pdf, furniture)
    prose = _placed(document, pages)
    front, review = document.front, document.review
    return {
        "file": document.file,
        "producer": front["producer"],
        "layouts": front["layouts"],
        "fictional": True,
        "outcome": {
            "outcome": front.get("outcome", "accepted"),
            "role": front.get("role", "report"),
            "language": review["language"],
            "reference": review["reference"],
        },
        "review": _review(review, pages.count),
        "sections": [_section(p) for p in prose if isinstance(p.block, Heading)],
        "passages": [*_passages(prose, pages), *_table_rows(document, pages)],
        "never_in_text": _furniture_as_printed(document, pages.count),
        "not_searched": _not_searched(document),
        "recommendations": [_recommendation(p, document, pages) for p in _recommendations(prose)],
        "good_practice": list(_good_practice(document, prose, pages)),
    }


def furniture_lines(document: Document) -> list[str]:
    """Running heads and feet as lines, {page} and {pages} standing for the numbers; parts at a tab apart."""
    given = [document.front.get("running_head"), document.front.get("running_foot")]
    given += document.front.get("furniture", [])
    lines = [line for line in given if line]
    parts = [part.strip() for line in lines for part in re.split(r"\t|\\t|<br>", line) if part.strip()]
    return [re.sub(r"\t|\\t|<br>", " ", line) for line in lines] + parts


def _review(review: dict[str, Any], pages: int) -> Truth:
    text = {k: v.isoformat() if hasattr(v, "isoformat") else v for k, v in review.items()}
    dated = next(((b, text[b]) for b in ("publication_date", "report_date") if text.get(b)), None)
    referred = re.search(r"\d{4}", str(text["reference"]))
    basis, year = dated if dated else ("reference", referred[0] if referred else None)
    printed = text.get("board_reference")
    return {
        "reference": text["reference"],
        "reference_source": text.get("reference_source", "file_name"),
        "review_type": text["review_type"],
        "form": text.get("form"),
        "criteria": text.get("criteria", []),
        "title": text["title"],
        "language": text["language"],
        "board": text["board"],
        "board_reference": normal_board_reference(printed),
        "board_reference_as_printed": printed,
        "subjects": text.get("subjects", []),
        "authors": text.get("authors", []),
        "incident_date": text.get("incident_date"),
        "report_date": text.get("report_date"),
        "publication_date": text.get("publication_date"),
        "year": int(str(year)[:4]) if year else None,
        "year_basis": basis.removesuffix("_date") if year else None,
        "pages": pages,
        "agencies": text.get("agencies", []),
        "coded_agencies": text.get("coded_agencies", []),
    }


def normal_board_reference(printed: str | None) -> str | None:
    """`CTMSB 05-2017` as "CTMSB 5/2017"; a reference in another pattern stays as it is printed."""
    match = re.fullmatch(r"(.*?[A-Z].*?) ?([NS]?)0*(\d+)[ /-](\d{4})", printed or "")
    return f"{match[1]} {match[2]}{match[3]}/{match[4]}" if match else printed


def _placed(document: Document, pages: Pages) -> list[Prose]:
    """All prose in order with its places; a heading stands last before the prose that follows it."""
    found: list[Prose] = []
    at = 0
    for block, regions in walk(document.blocks):
        if "contents" in regions or not isinstance(
            block, (Heading, Paragraph, Item, Quotation, Recommendation)
        ):
            continue
        if isinstance(block, Heading) and "cover" in regions:
            continue
        for inline in _inlines(block):
            place = None
            if not isinstance(block, Heading):
                begin = 0 if "cover" in regions else at
                place = pages.find(inline, begin) or pages.find(inline)
                if place is None and collapse(inline.text):
                    raise NotFoundInPdfError(f"{document.file}: {inline.text[:90]!r}")
                if place and place.start >= at and "cover" not in regions:
                    at = place.end
            found.append(Prose(block, inline, regions, place))
    return _with_headings(found, pages, document)


def _with_headings(found: list[Prose], pages: Pages, document: Document) -> list[Prose]:
    placed: list[Prose] = []
    limit = len(pages.stream)
    for prose in reversed(found):
        place = prose.place
        if isinstance(prose.block, Heading):
            place = pages.find_last(prose.inline.text, 0, limit)
            if place is None:
                raise NotFoundInPdfError(f"{document.file}: the heading {prose.inline.text!r}")
        if place and "cover" not in prose.regions:
            limit = min(limit, place.start)
        placed.append(Prose(prose.block, prose.inline, prose.regions, place))
    return placed[::-1]


def _inlines(block: Heading | Paragraph | Item | Quotation | Recommendation) -> list[Inline]:
    if isinstance(block, Recommendation):
        return [part.inline for part in block.parts if isinstance(part, (Paragraph, Item))]
    return [block.inline]


def _section(prose: Prose) -> Truth:
    heading = prose.block
    assert isinstance(heading, Heading) and prose.place
    return {
        "number": heading.number,
        "heading": prose.inline.text.replace("\n", " "),
        "kind": heading.kind,
        "level": heading.level,
        "page_first": prose.place.page_first,
    }


KINDS = {Paragraph: "paragraph", Item: "list_item", Quotation: "quotation"}


def _passages(prose: list[Prose], pages: Pages) -> Iterator[Truth]:
    """Passages that are hard to get whole, each with every reason why."""
    for one in prose:
        if type(one.block) not in KINDS or one.place is None or "cover" in one.regions:
            continue
        if why := _why(one, pages):
            assert isinstance(one.block, (Paragraph, Item, Quotation))
            number = one.block.marker if isinstance(one.block, Item) else getattr(one.block, "number", None)
            yield {
                "text": one.inline.text.replace("\n", " "),
                "number": (number or "").rstrip(".") or None,
                "kind": KINDS[type(one.block)],
                "page_first": one.place.page_first,
                "page_last": one.place.page_last,
                "why": ", ".join(why),
            }
        yield from _notes(one, pages)


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
        page = place.page_first
        text, number = note.text, str(note.number)
        yield {
            "text": text,
            "number": number,
            "kind": "footnote",
            "page_first": page,
            "page_last": place.page_last,
        } | {"why": "footnote"}


def _table_rows(document: Document, pages: Pages) -> Iterator[Truth]:
    """Body rows of tables of three columns or more, with their cells."""
    before = 0
    for block, regions in walk(document.blocks):
        if isinstance(block, (Paragraph, Item)) and (place := pages.find(block.inline, before)):
            before = place.end
        if not isinstance(block, Table) or len(block.rows[0]) < 3 or UNSEARCHED.intersection(regions):
            continue
        at = before
        for row in block.rows if "headless" in block.attrs else block.rows[1:]:
            places = [p for p in (_cell(cell, pages, at) for cell in row) if p]
            if not places:
                continue
            at = places[0].start
            cells = [cell.text.replace("\n", " ") for cell in row]
            yield {
                "text": " | ".join(cells),
                "cells": cells,
                "number": None,
                "kind": "table_row",
                "page_first": min(p.page_first for p in places),
                "page_last": max(p.page_last for p in places),
                "why": f"row of a table ({block.attrs.get('table', 'plain')})",
            }


def _cell(cell: Inline, pages: Pages, after: int) -> Place | None:
    """Where a cell of some length stands; short ones (a date, Yes) say too little to be looked for."""
    if len(collapse(cell.text)) < 20:
        return None
    return pages.find(cell, after) or pages.find(cell)


def _furniture_as_printed(document: Document, pages: int) -> list[str]:
    """Running heads and feet in words, as page 2 prints them; words that the body has too are left out."""
    body = collapse(" ".join(inline.text for inline in _all_inlines(document)))
    printed = [
        line.replace("{pages}", str(pages)).replace("{page}", "2") for line in furniture_lines(document)
    ]
    long = [line for line in printed if len(collapse(line)) >= 8 and collapse(line) not in body]
    return list(dict.fromkeys(long))


def _all_inlines(document: Document) -> Iterator[Inline]:
    for block, _ in walk(document.blocks):
        if isinstance(block, Table):
            yield from (cell for row in block.rows for cell in row)
        elif isinstance(block, (Heading, Paragraph, Item, Quotation, Recommendation)):
            yield from _inlines(block)


def _not_searched(document: Document) -> list[str]:
    """Phrases of eight words that stand only in parts that are not searched."""
    searched, apart = "", []
    for block, regions in walk(document.blocks):
        inlines = [cell for row in block.rows for cell in row] if isinstance(block, Table) else []
        if isinstance(block, (Heading, Paragraph, Item, Quotation, Recommendation)):
            inlines = _inlines(block)
        for inline in inlines:
            if UNSEARCHED.intersection(regions):
                apart.append(" ".join(inline.text.split()[:8]))
            else:
                searched += collapse(inline.text)
    return [
        text for text in dict.fromkeys(apart) if len(text.split()) >= 5 and collapse(text) not in searched
    ]


def _recommendations(prose: list[Prose]) -> Iterator[Prose]:
    seen: set[str] = set()
    for one in prose:
        if isinstance(one.block, Recommendation) and one.block.id not in seen:
            seen.add(one.block.id)
            yield one


def _recommendation(prose: Prose, document: Document, pages: Pages) -> Truth:
    recommendation = prose.block
    assert isinstance(recommendation, Recommendation) and prose.place
    words = collapse(recommendation.text)
    whole = pages.find(recommendation.text.replace("\n", " "), prose.place.start) or prose.place
    printed = {place.page_first for place in pages.find_all(recommendation.text)} | {prose.place.page_first}
    for block, _ in walk(document.blocks):
        for row in block.rows if isinstance(block, Table) else ():
            repeated = [cell for cell in row if words in collapse(cell.text)]
            places = [pages.find(cell) for cell in repeated]
            if None in places:
                raise NotFoundInPdfError(f"the recommendation {recommendation.text[:90]!r} in a table")
            printed |= {place.page_first for place in places if place}
    return {
        "label": recommendation.label,
        "text": recommendation.text,
        "addressees": list(recommendation.addressees),
        "level": recommendation.level,
        "page_first": min(printed),
        "page_last": whole.page_last if min(printed) == prose.place.page_first else min(printed),
        "places": [{"page": page} for page in sorted(printed)],
    }


def _good_practice(document: Document, prose: list[Prose], pages: Pages) -> Iterator[Truth]:
    for one in prose:
        yield from (_practice(p, pages, one.place.start if one.place else 0) for p in one.inline.practices)
    for block, _ in walk(document.blocks):
        for row in block.rows if isinstance(block, Table) else ():
            yield from (_practice(p, pages, 0) for cell in row for p in cell.practices)


def _practice(practice: Practice, pages: Pages, after: int) -> Truth:
    place = pages.find(practice.text, after) or pages.find(practice.text)
    if place is None:
        raise NotFoundInPdfError(f"the practice sentence {practice.text[:90]!r}")
    themes = list(practice.themes)
    return {"text": practice.text, "page": place.page_first, "stance": practice.stance, "themes": themes}
