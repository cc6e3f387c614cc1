"""What the machine found in reviews, and the method that it was found with."""

import datetime
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from wsr.domain.codebook import Codebook, TermList
from wsr.domain.coding import Extract
from wsr.domain.kinds import Status
from wsr.store.tables import ExtractRow, MethodRow, ReviewRow


def replace_extracts(
    session: Session,
    review_id: int,
    extracts: Iterable[Extract],
    coded_with: str,
    left_out: Mapping[str, int],
) -> None:
    """Put what the machine finds in a review now in place of what it found before."""
    session.execute(delete(ExtractRow).where(ExtractRow.review_id == review_id))
    rows = [_row(review_id, number, extract) for number, extract in enumerate(extracts)]
    if rows:
        session.execute(insert(ExtractRow), rows)
    session.execute(
        update(ReviewRow)
        .where(ReviewRow.id == review_id)
        .values(coded_with=coded_with, left_out=dict(left_out))
    )


def load_extracts(session: Session, review_id: int) -> list[Extract]:
    """What the machine found in a review, in the order of its text."""
    statement = select(ExtractRow).where(ExtractRow.review_id == review_id).order_by(ExtractRow.ordinal)
    return [extract_of(row) for row in session.scalars(statement)]


def not_coded_with(session: Session, version: str) -> list[str]:
    """The references of reviews whose extracts were made with another version, or never, in order."""
    statement = (
        select(ReviewRow.reference)
        .where(ReviewRow.coded_with.is_distinct_from(version))
        .order_by(ReviewRow.reference)
    )
    return list(session.scalars(statement))


def never_coded(session: Session) -> list[str]:
    """The references of reviews whose extracts were never looked for, in order."""
    statement = select(ReviewRow.reference).where(ReviewRow.coded_with.is_(None))
    return list(session.scalars(statement.order_by(ReviewRow.reference)))


def hits_left_out(session: Session, references: Sequence[str] | None = None) -> dict[str, int]:
    """How many hits of terms made no extract, by reason, in all published reviews or in some of them."""
    statement = select(ReviewRow.reference, ReviewRow.left_out).where(ReviewRow.status == Status.PUBLISHED)
    wanted = None if references is None else set(references)
    counts: dict[str, int] = {}
    for reference, left_out in session.execute(statement):
        if wanted is None or reference in wanted:
            for reason, count in (left_out or {}).items():
                counts[reason] = counts.get(reason, 0) + count
    return dict(sorted(counts.items()))


def method_in_force(session: Session) -> tuple[TermList, Codebook] | None:
    """The term list and the codebook chosen last; None when none was ever chosen."""
    row = session.scalars(select(MethodRow).order_by(MethodRow.id.desc()).limit(1)).one_or_none()
    if row is None:
        return None
    return TermList.model_validate(row.terms), Codebook.model_validate(row.codebook)


def choose_method(session: Session, terms: TermList, codebook: Codebook, now: datetime.datetime) -> None:
    """Put a term list and a codebook in force; those before them are kept."""
    session.add(
        MethodRow(since=now, terms=terms.model_dump(mode="json"), codebook=codebook.model_dump(mode="json"))
    )


def _row(review_id: int, number: int, extract: Extract) -> dict[str, object]:
    return {
        "review_id": review_id,
        "ordinal": number,
        "key": extract.key,
        "document": extract.document,
        "passage": extract.passage,
        "start": extract.start,
        "end": extract.end,
        "text": extract.text,
        "page": extract.page,
        "terms": [list(pair) for pair in zip(extract.terms, extract.term_counts, strict=True)],
        "distinct_hits": extract.distinct_hits,
        "stance": extract.stance.value,
        "stance_because": [str(reason) for reason in extract.stance_because],
        "codes": [coding.model_dump(mode="json", exclude={"by"}) for coding in extract.codes],
    }


def extract_of(row: ExtractRow) -> Extract:
    """The record of an extract."""
    return Extract(
        id=f"e{row.ordinal + 1}",
        key=row.key,
        document=row.document,
        passage=row.passage,
        start=row.start,
        end=row.end,
        text=row.text,
        page=row.page,
        terms=[term for term, _ in row.terms],
        term_counts=[count for _, count in row.terms],
        distinct_hits=row.distinct_hits,
        stance=row.stance,
        stance_because=row.stance_because,
        codes=row.codes,
    )
