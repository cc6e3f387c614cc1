"""The tables. What a document says is kept as read; the facts of a review are those that won among its claims."""

import datetime
from typing import Any

from sqlalchemy import JSON, DateTime, ForeignKey, Index, MetaData, Text, TypeDecorator, UniqueConstraint
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Moment(TypeDecorator[datetime.datetime]):
    """A time with its offset, kept in UTC: SQLite forgets offsets, so they are put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self, value: datetime.datetime | None, dialect: Dialect
    ) -> datetime.datetime | None:
        """The time in UTC. A time without an offset is a programmer's mistake."""
        assert value is None or value.tzinfo is not None, "Times carry their offset."
        return value and value.astimezone(datetime.UTC)

    def process_result_value(
        self, value: datetime.datetime | None, dialect: Dialect
    ) -> datetime.datetime | None:
        """The time with the offset of UTC."""
        return value and value.replace(tzinfo=datetime.UTC) if value and value.tzinfo is None else value


class Base(DeclarativeBase):
    """Names of constraints are fixed, so that migrations can name them on every database."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {str: Text, dict[str, Any]: JSON, list[Any]: JSON, datetime.datetime: Moment}  # noqa: RUF012


class ReviewRow(Base):
    """A review: its names, its status, the facts that lists and filters need, and how far the index follows."""

    __tablename__ = "review"

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    reference_as_printed: Mapped[str | None]
    reference_source: Mapped[str]
    slug: Mapped[str] = mapped_column(unique=True)
    status: Mapped[str]
    review_type: Mapped[str]
    form: Mapped[str | None]
    title: Mapped[str]
    language: Mapped[str]
    board_id: Mapped[str | None]
    board_name: Mapped[str | None]
    board_reference: Mapped[str | None]
    subjects: Mapped[list[Any]]
    incident_date: Mapped[str | None]
    publication_date: Mapped[str | None]
    year: Mapped[int | None]
    recommendations: Mapped[int]
    added_at: Mapped[datetime.datetime]
    coded_with: Mapped[str | None]
    """The versions of term list, codebook and rules that its extracts were made with."""
    left_out: Mapped[dict[str, Any] | None]
    """How many hits of terms made no extract, by reason."""
    revision: Mapped[int]
    """Counts the changes that the index must follow."""
    indexed_revision: Mapped[int]
    """The revision that the index has; the review is dirty while it is lower."""

    __table_args__ = (Index(None, "status", "review_type"),)


class DocumentRow(Base):
    """One file of a review as read."""

    __tablename__ = "document"

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"))
    name: Mapped[str]
    """d1, d2 … in the review."""
    role: Mapped[str]
    language: Mapped[str]
    version: Mapped[int]
    is_current: Mapped[bool]
    pages: Mapped[int]
    machine_read: Mapped[bool]
    page_sizes: Mapped[list[Any]]
    page_languages: Mapped[list[Any]]
    agencies: Mapped[list[Any]]
    coded_agencies: Mapped[list[Any]]
    hold_reasons: Mapped[list[Any]]
    released_at: Mapped[datetime.datetime | None]
    """When a person looked at the reasons and let it be shown all the same."""
    filename: Mapped[str]
    sha256: Mapped[str] = mapped_column(unique=True)
    bytes: Mapped[int]
    media_type: Mapped[str]
    extractor: Mapped[str]
    ingested_at: Mapped[datetime.datetime]

    __table_args__ = (UniqueConstraint("review_id", "name"),)


class SectionRow(Base):
    """A headed part of a document."""

    __tablename__ = "section"

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    number: Mapped[str | None]
    heading: Mapped[str]
    kind: Mapped[str]
    level: Mapped[int]
    page_first: Mapped[int]


class PassageRow(Base):
    """A passage of a document."""

    __tablename__ = "passage"

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    key: Mapped[str] = mapped_column(index=True)
    number: Mapped[str | None]
    section: Mapped[str]
    kind: Mapped[str]
    text: Mapped[str]
    page_first: Mapped[int]
    page_last: Mapped[int]
    boxes: Mapped[list[Any]]
    """[page, x0, y0, x1, y1] each."""


class RecommendationRow(Base):
    """A recommendation of a document, merged within it."""

    __tablename__ = "recommendation"

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    key: Mapped[str] = mapped_column(index=True)
    label: Mapped[str | None]
    text: Mapped[str]
    addressees: Mapped[list[Any]]
    level: Mapped[str]
    themes: Mapped[list[Any]]
    page_first: Mapped[int]
    page_last: Mapped[int]
    places: Mapped[list[Any]]
    """[section, page] each."""


class ClaimRow(Base):
    """A stated fact; those of the manifest or of a person belong to no document."""

    __tablename__ = "claim"

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"), index=True)
    field: Mapped[str]
    value: Mapped[str]
    source: Mapped[str]
    page: Mapped[int | None]
    quote: Mapped[str | None]


class WarningRow(Base):
    """Something about a document that a person should know."""

    __tablename__ = "warning"

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    detail: Mapped[str]
    page: Mapped[int | None]


class NotTakenRow(Base):
    """A file that did not become a document, and why; it leaves the list when its bytes are taken."""

    __tablename__ = "not_taken"

    filename: Mapped[str] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(primary_key=True)
    outcome: Mapped[str]
    reason: Mapped[str | None]
    detail: Mapped[str]
    bytes: Mapped[int]
    seen_at: Mapped[datetime.datetime]


class ExtractRow(Base):
    """What the machine found in a review; made anew whenever its text or the rules change."""

    __tablename__ = "extract"

    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(index=True)
    document: Mapped[str]
    passage: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    text: Mapped[str]
    page: Mapped[int]
    terms: Mapped[list[Any]]
    """[id, how often] each."""
    distinct_hits: Mapped[int]
    stance: Mapped[str]
    stance_because: Mapped[list[Any]]
    codes: Mapped[list[Any]]


class JudgedRow(Base):
    """An extract that people have decided about; never deleted by a re-parse or by new rules."""

    __tablename__ = "judged"

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"))
    key: Mapped[str]
    role: Mapped[str]
    language: Mapped[str]
    passage_key: Mapped[str]
    quote: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]
    start: Mapped[int]
    document: Mapped[str | None]
    """Where it stands now; none when its words are in the text no more."""
    passage: Mapped[str | None]
    end: Mapped[int | None]

    __table_args__ = (UniqueConstraint("review_id", "key"),)


class DecisionRow(Base):
    """What a person said of a judged extract at one time; rows are added, never changed."""

    __tablename__ = "decision"

    id: Mapped[int] = mapped_column(primary_key=True)
    judged_id: Mapped[int] = mapped_column(ForeignKey("judged.id", ondelete="CASCADE"), index=True)
    person: Mapped[str] = mapped_column(index=True)
    decided_at: Mapped[datetime.datetime]
    verdict: Mapped[str]
    stance: Mapped[str | None]
    codes: Mapped[list[Any] | None]
    start_shift: Mapped[int | None]
    """How far the person's limits lie from those of the judged extract; none when they are the same."""
    end_shift: Mapped[int | None]
    note: Mapped[str]
    codebook: Mapped[str]
    seen_stance: Mapped[str | None]
    """What the machine said when the person decided; `seen_with` is none where that is not known."""
    seen_codes: Mapped[list[Any] | None]
    seen_with: Mapped[str | None]
    alone: Mapped[bool | None]


class MethodRow(Base):
    """The term list and the codebook in force from a time on, whole; the last row is in force."""

    __tablename__ = "method"

    id: Mapped[int] = mapped_column(primary_key=True)
    since: Mapped[datetime.datetime]
    terms: Mapped[dict[str, Any]]
    codebook: Mapped[dict[str, Any]]
