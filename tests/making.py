"""Small true records for tests: made in a line, complete and valid."""

import datetime
from typing import Any

from wsr.domain.kinds import Language, Level, PassageKind, Role, SectionKind
from wsr.domain.passages import Box, Passage, Place, Recommendation, Section
from wsr.domain.review import Document, ParsedDocument, Source

NOON = datetime.datetime(2026, 5, 4, 12, 0, tzinfo=datetime.UTC)


def a_section(
    number: int = 0, /, heading: str = "", kind: SectionKind = SectionKind.FRONT, **facts: Any
) -> Section:
    """A section on page 1, of the name s0, s1 …"""
    defaults: dict[str, Any] = {"document": "d1", "number": None, "level": min(number, 1), "page_first": 1}
    return Section(**{**defaults, "id": f"s{number}", "heading": heading, "kind": kind, **facts})


def a_passage(number: int, /, text: str, section: str = "s0", **facts: Any) -> Passage:
    """A paragraph on page 1, of the name p1, p2 …"""
    defaults: dict[str, Any] = {
        "key": f"key{number:09d}",
        "document": "d1",
        "number": None,
        "kind": PassageKind.PARAGRAPH,
        "page_first": 1,
        "page_last": 1,
        "boxes": (Box(page=1, x0=72, y0=72 + 20 * number, x1=520, y1=86 + 20 * number),),
    }
    return Passage(**{**defaults, "id": f"p{number}", "text": text, "section": section, **facts})


def a_recommendation(number: int, /, text: str, **facts: Any) -> Recommendation:
    """A recommendation to nobody in particular, printed on page 1."""
    defaults: dict[str, Any] = {
        "key": f"rec{number:09d}",
        "label": f"Recommendation {number}",
        "addressees": (),
        "level": Level.UNKNOWN,
        "page_first": 1,
        "page_last": 1,
        "places": (Place(document="d1", section="s0", page=1),),
    }
    return Recommendation(**{**defaults, "id": f"r{number}", "text": text, **facts})


def a_document(sha256: str = "a" * 64, **facts: Any) -> Document:
    """The English report of a review, one A4 page."""
    source = Source(filename="review.pdf", sha256=sha256, bytes=1000, extractor="test 1", ingested_at=NOON)
    defaults: dict[str, Any] = {
        "id": "d1",
        "role": Role.REPORT,
        "language": Language.EN,
        "version": 1,
        "pages": 1,
        "machine_read": False,
        "page_sizes": ((595.0, 842.0),),
        "page_languages": (Language.EN,),
        "source": source,
    }
    return Document(**{**defaults, **facts})


def a_parsed_document(*texts: str, **facts: Any) -> ParsedDocument:
    """What was read in an English report of one page: one paragraph for each text."""
    defaults: dict[str, Any] = {
        "role": Role.REPORT,
        "language": Language.EN,
        "pages": 1,
        "machine_read": False,
        "page_sizes": ((595.0, 842.0),),
        "page_languages": (Language.EN,),
        "claims": (),
        "sections": (a_section(),),
        "passages": tuple(a_passage(number, text) for number, text in enumerate(texts, start=1)),
        "recommendations": (),
        "agencies": (),
        "coded_agencies": (),
        "warnings": (),
        "hold_reasons": (),
    }
    return ParsedDocument(**{**defaults, **facts})
