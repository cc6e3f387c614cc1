"""Documents of a review, with all that was read in them."""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, delete, insert, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from wsr.domain.claims import Claim
from wsr.domain.passages import Box, DocumentWarning, Passage, Place, Recommendation, Section
from wsr.domain.review import Document, ParsedDocument, Source
from wsr.store.tables import (
    ClaimRow,
    DocumentRow,
    PassageRow,
    RecommendationRow,
    ReviewRow,
    SectionRow,
    WarningRow,
)

_Part = type[SectionRow] | type[PassageRow] | type[RecommendationRow] | type[WarningRow] | type[ClaimRow]

_PARTS: dict[_Part, InstrumentedAttribute[int]] = {
    SectionRow: SectionRow.ordinal,
    PassageRow: PassageRow.ordinal,
    RecommendationRow: RecommendationRow.ordinal,
    WarningRow: WarningRow.ordinal,
    ClaimRow: ClaimRow.id,
}
"""The tables of parts, each with what puts its rows in order."""


def add_document(session: Session, review_id: int, document: Document, parsed: ParsedDocument) -> None:
    """Keep a document with its parts; it becomes the current one of its role and language."""
    for earlier in session.scalars(
        select(DocumentRow).where(
            DocumentRow.review_id == review_id,
            DocumentRow.role == document.role,
            DocumentRow.language == document.language,
        )
    ):
        earlier.is_current = False
    row = DocumentRow(review_id=review_id, name=document.id, is_current=True, **_facts(document, parsed))
    session.add(row)
    session.flush()
    _add_parts(session, row, parsed)


def replace_document(session: Session, document: Document, parsed: ParsedDocument) -> None:
    """
    Put a newer reading of the same bytes in the place of the earlier one.

    A release by a person stands unless the newer reading has found another reason to hold.
    """
    row = session.scalars(select(DocumentRow).where(DocumentRow.sha256 == document.source.sha256)).one()
    for part in _PARTS:
        session.execute(delete(part).where(part.document_id == row.id))
    if not set(parsed.hold_reasons) <= set(row.hold_reasons):
        row.released_at = None
    for name, value in _facts(document, parsed).items():
        setattr(row, name, value)
    session.flush()
    _add_parts(session, row, parsed)


def unreleased_reasons(session: Session, review_id: int) -> list[str]:
    """Why the current documents of a review are held: the reasons that nobody has released, in order."""
    statement = (
        select(DocumentRow.hold_reasons)
        .where(DocumentRow.review_id == review_id, DocumentRow.is_current, DocumentRow.released_at.is_(None))
        .order_by(DocumentRow.id)
    )
    return [reason for reasons in session.scalars(statement) for reason in reasons]


def release_documents(session: Session, review_id: int, now: datetime.datetime) -> None:
    """Remember that a person has released the current documents of a review."""
    session.execute(
        update(DocumentRow)
        .where(DocumentRow.review_id == review_id, DocumentRow.is_current, DocumentRow.released_at.is_(None))
        .values(released_at=now)
    )


def load_documents(session: Session, review_id: int) -> list[tuple[Document, ParsedDocument]]:
    """The current documents of a review with all their parts, in the order in which they came."""
    rows = session.scalars(
        select(DocumentRow)
        .where(DocumentRow.review_id == review_id, DocumentRow.is_current)
        .order_by(DocumentRow.id)
    ).all()
    parts = _Parts(session, [row.id for row in rows])
    return [(document_of(row), parts.parsed(row)) for row in rows]


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document held, without its parts: enough to tell what a newly read file is to it."""

    reference: str
    document: Document
    is_current: bool


def known_documents(session: Session) -> list[KnownDocument]:
    """Every document held, of any review and version, in the order in which they came."""
    statement = select(ReviewRow.reference, DocumentRow).join(ReviewRow).order_by(DocumentRow.id)
    return [
        KnownDocument(reference, document_of(row), row.is_current)
        for reference, row in session.execute(statement)
    ]


def document_text(session: Session, sha256: str) -> str:
    """The passages of a document, one a line."""
    statement = (
        select(PassageRow.text)
        .join(DocumentRow, DocumentRow.id == PassageRow.document_id)
        .where(DocumentRow.sha256 == sha256)
        .order_by(PassageRow.ordinal)
    )
    return "\n".join(session.scalars(statement))


def first_pages(session: Session, review_id: int) -> dict[tuple[str, str], int]:
    """The page on which each passage of the current documents of a review begins, by document and passage."""
    statement = (
        select(DocumentRow.name, PassageRow.name, PassageRow.page_first)
        .join(PassageRow, PassageRow.document_id == DocumentRow.id)
        .where(DocumentRow.review_id == review_id, DocumentRow.is_current)
    )
    return {(document, passage): page for document, passage, page in session.execute(statement)}


def document_of(row: DocumentRow) -> Document:
    """The record of a document."""
    return Document(
        id=row.name,
        role=row.role,
        language=row.language,
        version=row.version,
        pages=row.pages,
        machine_read=row.machine_read,
        page_sizes=row.page_sizes,
        page_languages=row.page_languages,
        source=Source(
            filename=row.filename,
            sha256=row.sha256,
            bytes=row.bytes,
            media_type=row.media_type,
            extractor=row.extractor,
            ingested_at=row.ingested_at,
        ),
    )


def _facts(document: Document, parsed: ParsedDocument) -> dict[str, Any]:
    return {
        "role": document.role,
        "language": document.language,
        "version": document.version,
        "pages": parsed.pages,
        "machine_read": parsed.machine_read,
        "page_sizes": parsed.page_sizes,
        "page_languages": parsed.page_languages,
        "agencies": parsed.agencies,
        "coded_agencies": parsed.coded_agencies,
        "hold_reasons": parsed.hold_reasons,
        "filename": document.source.filename,
        "sha256": document.source.sha256,
        "bytes": document.source.bytes,
        "media_type": document.source.media_type,
        "extractor": document.source.extractor,
        "ingested_at": document.source.ingested_at,
    }


def _add_parts(session: Session, row: DocumentRow, parsed: ParsedDocument) -> None:
    own: dict[str, Any] = {"document_id": row.id}
    rows: dict[type, list[dict[str, Any]]] = {
        SectionRow: [
            own | {"ordinal": n, "name": item.id} | item.model_dump(exclude={"id", "document"})
            for n, item in enumerate(parsed.sections)
        ],
        PassageRow: [
            own
            | {"ordinal": n, "name": item.id, "boxes": [[b.page, b.x0, b.y0, b.x1, b.y1] for b in item.boxes]}
            | item.model_dump(exclude={"id", "document", "boxes"})
            for n, item in enumerate(parsed.passages)
        ],
        RecommendationRow: [
            own
            | {"ordinal": n, "name": item.id, "places": [[p.section, p.page] for p in item.places]}
            | item.model_dump(exclude={"id", "places"})
            for n, item in enumerate(parsed.recommendations)
        ],
        WarningRow: [own | {"ordinal": n} | item.model_dump() for n, item in enumerate(parsed.warnings)],
        ClaimRow: [
            own | {"review_id": row.review_id} | item.model_dump(exclude={"document"})
            for item in parsed.claims
        ],
    }
    for table, values in rows.items():
        if values:
            session.execute(insert(table), values)


class _Parts:
    """The parts of some documents, fetched with one statement a table."""

    def __init__(self, session: Session, documents: Sequence[int]) -> None:
        self._rows: dict[type, dict[int, list[Any]]] = {}
        for table, order in _PARTS.items():
            statement: Select[Any] = select(table).where(table.document_id.in_(documents)).order_by(order)
            grouped: dict[int, list[Any]] = defaultdict(list)
            for row in session.scalars(statement):
                grouped[row.document_id].append(row)
            self._rows[table] = grouped

    def parsed(self, row: DocumentRow) -> ParsedDocument:
        """What was read in one of the documents."""
        return ParsedDocument(
            role=row.role,
            language=row.language,
            pages=row.pages,
            machine_read=row.machine_read,
            page_sizes=row.page_sizes,
            page_languages=row.page_languages,
            claims=[_claim(part, row.name) for part in self._rows[ClaimRow][row.id]],
            sections=[_section(part, row.name) for part in self._rows[SectionRow][row.id]],
            passages=[_passage(part, row.name) for part in self._rows[PassageRow][row.id]],
            recommendations=[
                _recommendation(part, row.name) for part in self._rows[RecommendationRow][row.id]
            ],
            agencies=row.agencies,
            coded_agencies=row.coded_agencies,
            warnings=[
                DocumentWarning(kind=part.kind, detail=part.detail, page=part.page)
                for part in self._rows[WarningRow][row.id]
            ],
            hold_reasons=row.hold_reasons,
        )


def _claim(row: ClaimRow, document: str | None) -> Claim:
    return Claim(
        field=row.field, value=row.value, source=row.source, document=document, page=row.page, quote=row.quote
    )


def _section(row: SectionRow, document: str) -> Section:
    return Section(
        id=row.name,
        document=document,
        number=row.number,
        heading=row.heading,
        kind=row.kind,
        level=row.level,
        page_first=row.page_first,
    )


def _passage(row: PassageRow, document: str) -> Passage:
    return Passage(
        id=row.name,
        key=row.key,
        document=document,
        number=row.number,
        section=row.section,
        kind=row.kind,
        text=row.text,
        page_first=row.page_first,
        page_last=row.page_last,
        boxes=[Box(page=page, x0=x0, y0=y0, x1=x1, y1=y1) for page, x0, y0, x1, y1 in row.boxes],
    )


def _recommendation(row: RecommendationRow, document: str) -> Recommendation:
    return Recommendation(
        id=row.name,
        key=row.key,
        label=row.label,
        text=row.text,
        addressees=row.addressees,
        level=row.level,
        themes=row.themes,
        page_first=row.page_first,
        page_last=row.page_last,
        places=[Place(document=document, section=section, page=page) for section, page in row.places],
    )
