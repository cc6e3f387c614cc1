"""What programs read in the head of a review's page: for reference managers, libraries and search engines."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wsr.domain.dates import PartialDate
from wsr.domain.review import Review
from wsr.exchange.entry import Entry, one_line
from wsr.web.addresses import citation_file_address, file_address
from wsr.web.citation_files import FORMATS
from wsr.web.quoting import Quoter
from wsr.web.reading import named_document


@dataclass(frozen=True)
class CitationFile:
    """One file for reference managers."""

    label: str
    url: str
    media_type: str


@dataclass(frozen=True)
class Metadata:
    """The review in the terms of several vocabularies, all from one entry; what is not known is not said."""

    metas: tuple[tuple[str, str], ...]
    """Names and contents of `meta` elements: Highwire's citation_… and Dublin Core."""
    report: dict[str, Any]
    """A Report of schema.org, for JSON-LD."""
    files: tuple[CitationFile, ...]
    address: str
    """The address by which the review is cited."""


def metadata(quoter: Quoter, review: Review) -> Metadata:
    """What is said of a review to programs."""
    entry = quoter.entry(review)
    return Metadata(
        metas=(*_highwire(quoter, review, entry), *_dublin_core(entry)),
        report=_report(quoter, review, entry),
        files=tuple(
            CitationFile(each.name, citation_file_address(review.slug, suffix), each.media_type)
            for suffix, each in FORMATS.items()
        ),
        address=entry.address,
    )


def _highwire(quoter: Quoter, review: Review, entry: Entry) -> Iterator[tuple[str, str]]:
    """Source: Google Scholar's inclusion guidelines; read by Zotero's and Mendeley's buttons too."""
    yield "citation_title", entry.name
    for name in entry.creators:
        yield "citation_author", name
    if entry.date:
        yield "citation_publication_date", str(entry.date).replace("-", "/")
    if entry.board:
        yield "citation_technical_report_institution", entry.board
    yield "citation_technical_report_number", entry.reference
    yield "citation_language", entry.language.value
    yield "citation_pdf_url", quoter.site + file_address(review.slug)
    yield "citation_fulltext_html_url", entry.address


def _dublin_core(entry: Entry) -> Iterator[tuple[str, str]]:
    yield "DC.title", entry.name
    for name in entry.creators:
        yield "DC.creator", name
    if entry.board:
        yield "DC.publisher", entry.board
    if entry.date:
        yield "DC.date", str(entry.date)
    yield "DC.type", "Text"
    yield "DC.identifier", entry.reference
    yield "DC.identifier", entry.address
    yield "DC.language", entry.language.value


def _report(quoter: Quoter, review: Review, entry: Entry) -> dict[str, Any]:
    board = {"@type": "Organization", "name": entry.board} if entry.board else None
    people = [{"@type": "Person", "name": name} for name in entry.authors]
    said = {
        "@context": "https://schema.org",
        "@type": "Report",
        "@id": entry.address,
        "url": entry.address,
        "name": entry.name,
        "reportNumber": entry.reference,
        "genre": entry.kind,
        "author": people or board,
        "publisher": board,
        "datePublished": _iso(entry.date),
        "inLanguage": entry.language.value,
        "isPartOf": {
            "@type": "WebSite",
            "name": quoter.say_in.gettext("Wales Safeguarding Repository"),
            "url": f"{quoter.site}/{quoter.language}/",
        },
        "encoding": [
            {
                "@type": "MediaObject",
                "contentUrl": quoter.site + file_address(review.slug, named_document(review, document.id)),
                "encodingFormat": one_line(document.source.media_type),
                "inLanguage": document.language.value,
            }
            for document in review.documents
        ],
    }
    return {name: value for name, value in said.items() if value}


def _iso(date: PartialDate | None) -> str:
    return str(date) if date else ""
