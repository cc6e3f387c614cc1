"""Reviews: what is needed to assemble them, their standing, and how far the index has followed."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from wsr.domain.claims import Claim
from wsr.domain.coding import Extract
from wsr.domain.holdings import ReviewSummary
from wsr.domain.judging import Judged
from wsr.domain.kinds import ReferenceSource, ReviewType, Role, Status
from wsr.domain.recommendations import RecommendationCoding
from wsr.domain.review import Board, Document, ParsedDocument, Review
from wsr.errors import ReviewNotFound
from wsr.store.decisions import load_judged
from wsr.store.documents import load_documents
from wsr.store.extracts import load_extracts
from wsr.store.register import load_codings
from wsr.store.tables import ClaimRow, DocumentRow, PassageRow, ReviewRow


@dataclass(frozen=True, slots=True)
class StoredReview:
    """What is kept of a review: its names and standing, its current documents, the claims of no document."""

    id: int
    reference: str
    reference_as_printed: str | None
    reference_source: ReferenceSource
    status: Status
    documents: tuple[tuple[Document, ParsedDocument], ...]
    claims: tuple[Claim, ...]
    extracts: tuple[Extract, ...] = ()
    """The machine's."""
    judged: tuple[Judged, ...] = ()
    """What people decided about."""
    recommendations: Mapping[str, RecommendationCoding] = field(default_factory=dict)
    """What rules say of each recommendation, by key."""
    coded_with: str = ""
    """The version of `extracts`; empty before the review is coded."""


def load_review(session: Session, reference: str) -> StoredReview | None:
    """What is kept of the review of this canonical reference or slug, of any status; None when there is none."""
    row = _row(session, reference)
    if row is None:
        return None
    outside = (
        select(ClaimRow)
        .where(ClaimRow.review_id == row.id, ClaimRow.document_id.is_(None))
        .order_by(ClaimRow.id)
    )
    return StoredReview(
        id=row.id,
        reference=row.reference,
        reference_as_printed=row.reference_as_printed,
        reference_source=ReferenceSource(row.reference_source),
        status=Status(row.status),
        documents=tuple(load_documents(session, row.id)),
        claims=tuple(
            Claim(
                field=claim.field, value=claim.value, source=claim.source, page=claim.page, quote=claim.quote
            )
            for claim in session.scalars(outside)
        ),
        extracts=tuple(load_extracts(session, row.id)),
        judged=tuple(load_judged(session, row.id)),
        recommendations=load_codings(session, row.id),
        coded_with=row.coded_with or "",
    )


def add_review(session: Session, review: Review, now: datetime.datetime) -> int:
    """Make room for a review that is not held yet; returns its number in the database."""
    row = ReviewRow(
        reference=review.reference,
        slug=review.slug,
        added_at=now,
        revision=0,
        indexed_revision=0,
        **_facts(review),
    )
    session.add(row)
    session.flush()
    return row.id


def update_review(session: Session, review_id: int, review: Review) -> None:
    """Bring the facts that lists need up to date, and mark the review dirty for the index."""
    session.execute(
        update(ReviewRow)
        .where(ReviewRow.id == review_id)
        .values(revision=ReviewRow.revision + 1, **_facts(review))
    )


def mark_changed(session: Session, review_id: int) -> None:
    """Mark a review dirty for the index: its extracts or what people say of them have changed."""
    session.execute(
        update(ReviewRow).where(ReviewRow.id == review_id).values(revision=ReviewRow.revision + 1)
    )


def set_outside_claims(session: Session, review_id: int, claims: Sequence[Claim]) -> None:
    """Put the claims of the manifest and of people, which belong to no document, in place of the earlier ones."""
    session.execute(delete(ClaimRow).where(ClaimRow.review_id == review_id, ClaimRow.document_id.is_(None)))
    if claims:
        values = [
            {"review_id": review_id, "document_id": None} | c.model_dump(exclude={"document"}) for c in claims
        ]
        session.execute(insert(ClaimRow), values)


def dirty_reviews(session: Session) -> list[tuple[int, str, int]]:
    """The reviews that the index has not followed yet: number, reference, revision; in order of reference."""
    statement = (
        select(ReviewRow.id, ReviewRow.reference, ReviewRow.revision)
        .where(ReviewRow.indexed_revision < ReviewRow.revision)
        .order_by(ReviewRow.reference)
    )
    return [(number, reference, revision) for number, reference, revision in session.execute(statement)]


def mark_indexed(session: Session, review_id: int, revision: int) -> None:
    """Remember that the index has this revision; a change made since keeps the review dirty."""
    session.execute(
        update(ReviewRow)
        .where(ReviewRow.id == review_id, ReviewRow.indexed_revision < revision)
        .values(indexed_revision=revision)
    )


@dataclass(frozen=True, slots=True)
class KnownReview:
    """What tells a review from others, without its parts."""

    reference: str
    reference_source: ReferenceSource
    review_type: ReviewType
    board: str | None
    board_reference: str | None
    subjects: tuple[str, ...]
    incident_date: str | None


def known_reviews(session: Session) -> list[KnownReview]:
    """Every review held, of any status, by reference."""
    return [
        KnownReview(
            reference=row.reference,
            reference_source=ReferenceSource(row.reference_source),
            review_type=ReviewType(row.review_type),
            board=row.board_id,
            board_reference=row.board_reference,
            subjects=tuple(row.subjects),
            incident_date=row.incident_date,
        )
        for row in session.scalars(select(ReviewRow).order_by(ReviewRow.reference))
    ]


def references(session: Session, status: Status | None = None) -> list[str]:
    """The canonical references held, in order; of one status when it is given."""
    statement = select(ReviewRow.reference).order_by(ReviewRow.reference)
    return list(session.scalars(statement if status is None else statement.where(ReviewRow.status == status)))


def published_numbers(session: Session) -> list[tuple[int, str]]:
    """The numbers and references of the published reviews, by reference."""
    statement = (
        select(ReviewRow.id, ReviewRow.reference)
        .where(ReviewRow.status == Status.PUBLISHED)
        .order_by(ReviewRow.reference)
    )
    return [(number, reference) for number, reference in session.execute(statement)]


def published_revision(session: Session, slug: str) -> tuple[int, int]:
    """Number and revision of the published review with this slug. Raises ReviewNotFound for any other."""
    statement = select(ReviewRow.id, ReviewRow.revision).where(
        ReviewRow.slug == slug, ReviewRow.status == Status.PUBLISHED
    )
    found = session.execute(statement).one_or_none()
    if found is None:
        raise ReviewNotFound(slug)
    return found.id, found.revision


def shown_since(session: Session) -> dict[str, tuple[str, datetime.datetime]]:
    """The published reviews by slug: reference, and when each was added or the last of its documents released."""
    released = func.max(DocumentRow.released_at)
    statement = (
        select(ReviewRow.slug, ReviewRow.reference, ReviewRow.added_at, released)
        .outerjoin(DocumentRow, (DocumentRow.review_id == ReviewRow.id) & DocumentRow.is_current)
        .where(ReviewRow.status == Status.PUBLISHED)
        .group_by(ReviewRow.slug, ReviewRow.reference, ReviewRow.added_at)
    )
    return {
        slug: (reference, max(added, later or added))
        for slug, reference, added, later in session.execute(statement)
    }


def summaries(session: Session, *, newest_added: int | None = None) -> list[ReviewSummary]:
    """One line a review, of any status: by reference, or the last ones added first."""
    passages = (
        select(DocumentRow.review_id, func.count().label("passages"))
        .join(PassageRow, PassageRow.document_id == DocumentRow.id)
        .where(DocumentRow.is_current)
        .group_by(DocumentRow.review_id)
        .subquery()
    )
    statement = select(ReviewRow, func.coalesce(passages.c.passages, 0)).outerjoin(
        passages, passages.c.review_id == ReviewRow.id
    )
    if newest_added is None:
        statement = statement.order_by(ReviewRow.reference)
    else:
        statement = (
            statement.where(ReviewRow.status == Status.PUBLISHED)
            .order_by(ReviewRow.added_at.desc(), ReviewRow.id.desc())
            .limit(newest_added)
        )
    rows = session.execute(statement).all()
    documents = _current_documents(session)
    return [_summary(row, count, documents.get(row.id, [])) for row, count in rows]


def _current_documents(session: Session) -> dict[int, list[tuple[str, int]]]:
    found: dict[int, list[tuple[str, int]]] = {}
    statement = (
        select(DocumentRow.review_id, DocumentRow.role, DocumentRow.pages)
        .where(DocumentRow.is_current)
        .order_by(DocumentRow.id)
    )
    for review_id, role, pages in session.execute(statement):
        found.setdefault(review_id, []).append((role, pages))
    return found


def _summary(row: ReviewRow, passages: int, documents: list[tuple[str, int]]) -> ReviewSummary:
    in_order = sorted(documents, key=lambda document: list(Role).index(Role(document[0])))
    return ReviewSummary(
        reference=row.reference,
        slug=row.slug,
        review_type=row.review_type,
        form=row.form,
        title=row.title,
        board=Board(id=row.board_id, name=row.board_name or row.board_id) if row.board_id else None,
        year=row.year,
        publication_date=row.publication_date,
        language=row.language,
        status=row.status,
        pages=in_order[0][1] if in_order else 0,
        passages=passages,
        recommendations=row.recommendations,
        roles=tuple(role for role, _ in in_order),
    )


def _row(session: Session, name: str) -> ReviewRow | None:
    return session.scalars(
        select(ReviewRow).where((ReviewRow.reference == name) | (ReviewRow.slug == name.lower()))
    ).one_or_none()


def _facts(review: Review) -> dict[str, object]:
    return {
        "reference_as_printed": review.reference_as_printed,
        "reference_source": review.reference_source,
        "status": review.status,
        "review_type": review.review_type,
        "form": review.form,
        "title": review.title,
        "language": review.language,
        "board_id": review.board.id if review.board else None,
        "board_name": review.board.name if review.board else None,
        "board_reference": review.board_reference,
        "subjects": review.subjects,
        "incident_date": str(review.incident_date) if review.incident_date else None,
        "publication_date": str(review.publication_date) if review.publication_date else None,
        "year": review.year,
        "recommendations": review.recommendation_count,
    }
