"""What the statistics of a term list need of each extract: its terms and its place, without its text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from wsr.domain.kinds import Status
from wsr.store.tables import ExtractRow, JudgedRow, ReviewRow

NO_YEAR = "none"
"""How a filter names reviews whose year is not known."""


@dataclass(frozen=True, slots=True)
class PublishedReview:
    """A published review as statistics know it."""

    id: int
    reference: str
    review_type: str
    year: int | None
    coded_with: str | None


@dataclass(frozen=True, slots=True)
class FoundTerms:
    """The terms that the machine found in one extract, and where it stands."""

    review_id: int
    ordinal: int
    key: str
    document: str
    passage: str
    start: int
    end: int
    hits: dict[str, int]
    distinct: int
    stance: str
    codes: tuple[str, ...]


def published_reviews(
    session: Session, types: Sequence[str] = (), years: Sequence[str] = ()
) -> list[PublishedReview]:
    """The published reviews of some types and years, by reference; of all when none is named."""
    statement = select(
        ReviewRow.id, ReviewRow.reference, ReviewRow.review_type, ReviewRow.year, ReviewRow.coded_with
    ).where(ReviewRow.status == Status.PUBLISHED)
    if types:
        statement = statement.where(ReviewRow.review_type.in_(types))
    found = (PublishedReview(*row) for row in session.execute(statement.order_by(ReviewRow.reference)))
    return [review for review in found if not years or str(review.year or NO_YEAR) in years]


def found_terms(session: Session, reviews: Iterable[int]) -> Iterator[FoundTerms]:
    """
    One for each extract of these reviews in which the machine found a term, in the order of their texts.

    Of reviews in which people have decided, one for each extract: their decisions must be paired with all.
    """
    wanted = set(reviews)
    needed = (ExtractRow.distinct_hits > 0) | ExtractRow.review_id.in_(select(JudgedRow.review_id))
    for row in session.execute(_LIGHT.where(needed)):
        if row.review_id in wanted:
            yield FoundTerms(
                review_id=row.review_id,
                ordinal=row.ordinal,
                key=row.key,
                document=row.document,
                passage=row.passage,
                start=row.start,
                end=row.end,
                hits=dict(row.terms),
                distinct=row.distinct_hits,
                stance=row.stance,
                codes=tuple(_name(code) for code in row.codes),
            )


def texts(session: Session, extracts: Iterable[FoundTerms]) -> dict[tuple[int, int], str]:
    """The texts of some extracts, by number of review and ordinal."""
    by_review: dict[int, list[int]] = {}
    for extract in extracts:
        by_review.setdefault(extract.review_id, []).append(extract.ordinal)
    found: dict[tuple[int, int], str] = {}
    for number, ordinals in by_review.items():
        statement = select(ExtractRow.ordinal, ExtractRow.text).where(
            ExtractRow.review_id == number, ExtractRow.ordinal.in_(ordinals)
        )
        found |= {(number, ordinal): text for ordinal, text in session.execute(statement)}
    return found


def code_scores(session: Session) -> dict[tuple[str, str], dict[str, float]]:
    """How strongly words speak for each code that the machine gave, by reference and key of the extract."""
    statement = (
        select(ReviewRow.reference, ExtractRow.key, ExtractRow.codes)
        .join(ReviewRow, ReviewRow.id == ExtractRow.review_id)
        .where(ReviewRow.status == Status.PUBLISHED)
    )
    return {
        (reference, key): {_name(code): code["score"] for code in codes}
        for reference, key, codes in session.execute(statement)
    }


def _name(code: Mapping[str, Any]) -> str:
    return f"{code['theme']}/{code['subtheme']}" if code["subtheme"] else code["theme"]


_LIGHT = select(
    ExtractRow.review_id,
    ExtractRow.ordinal,
    ExtractRow.key,
    ExtractRow.document,
    ExtractRow.passage,
    ExtractRow.start,
    ExtractRow.end,
    ExtractRow.terms,
    ExtractRow.distinct_hits,
    ExtractRow.stance,
    ExtractRow.codes,
).order_by(ExtractRow.review_id, ExtractRow.ordinal)
