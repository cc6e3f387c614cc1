"""What a file repeats of reviews, passages and extracts, read for many hits at once."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import NamedTuple

from sqlalchemy import func, select, true
from sqlalchemy.orm import Session

from wsr.domain.claims import Claim, Facts
from wsr.domain.coding import Extract
from wsr.domain.dates import PartialDate
from wsr.domain.kinds import Language, Role, Status
from wsr.domain.review import reading_order
from wsr.store.extracts import extract_of
from wsr.store.tables import ClaimRow, DocumentRow, ExtractRow, PassageRow, ReviewRow

_FIELDS = ("authors", "incident_date", "report_date", "publication_date")


class HeldPassage(NamedTuple):
    """A passage without its boxes."""

    key: str
    number: str | None
    text: str
    page_first: int
    page_last: int


def winning_facts(session: Session, references: Collection[str] | None = None) -> dict[str, Facts]:
    """Who wrote each published review, or each of these, and its dates, by reference."""
    statement = (
        select(ReviewRow.reference, DocumentRow, ClaimRow)
        .join(ReviewRow, ReviewRow.id == ClaimRow.review_id)
        .outerjoin(DocumentRow, DocumentRow.id == ClaimRow.document_id)
        .where(
            ReviewRow.status == Status.PUBLISHED,
            ClaimRow.field.in_(_FIELDS),
            DocumentRow.id.is_(None) | DocumentRow.is_current,
            true() if references is None else ReviewRow.reference.in_(references),
        )
        .order_by(ClaimRow.id)
    )
    of_documents: dict[str, list[tuple[tuple[int, int, int], Claim]]] = defaultdict(list)
    others: dict[str, list[Claim]] = defaultdict(list)
    for reference, joined, row in session.execute(statement):
        document: DocumentRow | None = joined  # none for what the manifest or a person says
        claim = Claim(
            field=row.field,
            value=row.value,
            source=row.source,
            document=document.name if document else None,
            page=row.page,
            quote=row.quote,
        )
        if document is None:
            others[reference].append(claim)
        else:
            order = reading_order(Role(document.role), Language(document.language), document.name)
            of_documents[reference].append((order, claim))
    return {
        reference: Facts(
            [
                *(claim for _, claim in sorted(of_documents[reference], key=lambda pair: pair[0])),
                *others[reference],
            ]
        )
        for reference in {*of_documents, *others}
    }


def dates_of(session: Session, references: Collection[str]) -> dict[str, PartialDate]:
    """When these published reviews were published, else reported, else their year, by reference; undated ones are left out."""
    statement = select(ReviewRow.reference, ReviewRow.publication_date, ReviewRow.year).where(
        ReviewRow.status == Status.PUBLISHED, ReviewRow.reference.in_(references)
    )
    facts = winning_facts(session, references)
    found = {}
    for reference, published, year in session.execute(statement):
        known = facts.get(reference)
        reported = known.date("report_date") if known else None
        date = PartialDate.parse(published) if published else reported
        if date is None and year is not None:
            date = PartialDate(year)
        if date is not None:
            found[reference] = date
    return found


def passages_at(
    session: Session, places: Collection[tuple[str, str, str]]
) -> dict[tuple[str, str, str], HeldPassage]:
    """The passages of these places (slug, id of the document, id of the passage), by place."""
    wanted: dict[int, dict[int, tuple[str, str, str]]] = defaultdict(dict)
    documents = _documents(session, {slug for slug, _, _ in places})
    for slug, document, passage in places:
        if (slug, document) in documents:
            wanted[documents[slug, document]][_ordinal(passage)] = (slug, document, passage)
    found: dict[tuple[str, str, str], HeldPassage] = {}
    for document_id, places_of in wanted.items():
        statement = select(
            PassageRow.ordinal,
            PassageRow.key,
            PassageRow.number,
            PassageRow.text,
            PassageRow.page_first,
            PassageRow.page_last,
        ).where(PassageRow.document_id == document_id, PassageRow.ordinal.in_(places_of))
        for ordinal, key, number, text, first, last in session.execute(statement):
            found[places_of[ordinal]] = HeldPassage(key, number, text, first, last)
    return found


def extracts_by_key(
    session: Session, keys: Collection[tuple[str, str]]
) -> Iterator[tuple[tuple[str, str], Extract]]:
    """What the machine found under these keys, with the slug of its review; those that it did not find are left out."""
    statement = (
        select(ReviewRow.slug, ExtractRow)
        .join(ReviewRow, ReviewRow.id == ExtractRow.review_id)
        .where(ExtractRow.key.in_({key for _, key in keys}))
        .execution_options(yield_per=500)
    )
    for slug, row in session.execute(statement):
        if (slug, row.key) in keys:
            yield (slug, row.key), extract_of(row)


def term_hits(session: Session) -> Iterator[tuple[str, str, int, int]]:
    """Slug and key of each extract of a published review with terms in it, and its hits: all, and without duplicates."""
    statement = (
        select(ReviewRow.slug, ExtractRow.key, ExtractRow.terms, ExtractRow.distinct_hits)
        .join(ReviewRow, ReviewRow.id == ExtractRow.review_id)
        .where(ReviewRow.status == Status.PUBLISHED, ExtractRow.distinct_hits > 0)
        .execution_options(yield_per=1_000)
    )
    for slug, key, terms, distinct in session.execute(statement):
        yield slug, key, sum(count for _, count in terms), distinct


def longest_passage(session: Session) -> int:
    """Characters of the longest passage held, of any review; 0 when none is."""
    return session.scalar(select(func.max(func.length(PassageRow.text)))) or 0


def _documents(session: Session, slugs: Collection[str]) -> dict[tuple[str, str], int]:
    """The numbers of the current documents of these reviews, by slug and id."""
    statement = (
        select(ReviewRow.slug, DocumentRow.name, DocumentRow.id)
        .join(ReviewRow, ReviewRow.id == DocumentRow.review_id)
        .where(DocumentRow.is_current, ReviewRow.slug.in_(slugs))
    )
    return {(slug, name): number for slug, name, number in session.execute(statement)}


def _ordinal(passage: str) -> int:
    """Where a passage is kept: ids count from 1, as they were given when it was stored."""
    return int(passage.removeprefix("p")) - 1
