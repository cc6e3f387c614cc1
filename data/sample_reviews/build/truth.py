"""What a reader must find in a sample: derived from its source, with pages found in the finished PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hard_passages import of_prose, of_tables, placed_rows
from pages import Pages, collapse
from prose import NotFoundInPdfError, Prose, inlines, placed, searched, unsearched_phrases
from source import Document, Heading, Practice, Recommendation, Table, walk

Truth = dict[str, Any]


def of(document: Document, pdf: Path) -> Truth:
    """The whole expected result. Raises NotFoundInPdfError when words of the source are not found."""
    furniture = furniture_lines(document)
    pages = Pages(pdf, furniture)
    prose = placed(document, pages)
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
        "passages": [*of_prose(prose, pages), *of_tables(document, pages)],
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


def _furniture_as_printed(document: Document, pages: int) -> list[str]:
    """Running heads and feet in words, as page 2 prints them; words that the body has too are left out."""
    body = collapse(" ".join(i.text for block, _ in walk(document.blocks) for i in inlines(block)))
    printed = [
        line.replace("{pages}", str(pages)).replace("{page}", "2") for line in furniture_lines(document)
    ]
    long = [line for line in printed if len(collapse(line)) >= 8 and collapse(line) not in body]
    return list(dict.fromkeys(long))


def _not_searched(document: Document) -> list[str]:
    """Phrases that stand only in parts that are not searched."""
    rest = searched(document)
    phrases = dict.fromkeys(unsearched_phrases(document))
    return [phrase for phrase in phrases if len(phrase.split()) >= 5 and collapse(phrase) not in rest]


def _recommendations(prose: list[Prose]) -> Iterator[Prose]:
    seen: set[str] = set()
    for one in prose:
        if isinstance(one.block, Recommendation) and one.block.id not in seen:
            seen.add(one.block.id)
            yield one


def _recommendation(prose: Prose, document: Document, pages: Pages) -> Truth:
    """One recommendation; its pages are those of its fullest printing, its places the first page of each."""
    recommendation = prose.block
    assert isinstance(recommendation, Recommendation) and prose.place
    words = collapse(recommendation.text)
    fullest = pages.find(recommendation.text.replace("\n", " "), prose.place.start) or prose.place
    printed = {place.page_first for place in pages.find_all(recommendation.text)} | {fullest.page_first}
    for _, row, places in placed_rows(document, pages):
        if any(words in collapse(cell.text) for cell in row):
            printed.add(min(place.page_first for place in places))
    return {
        "label": recommendation.label and recommendation.label.rstrip(".:"),
        "text": recommendation.text,
        "addressees": list(recommendation.addressees),
        "level": recommendation.level,
        "page_first": fullest.page_first,
        "page_last": fullest.page_last,
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
