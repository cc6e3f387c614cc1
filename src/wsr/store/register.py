"""The register in the store: codings of recommendations, and what people recorded; records are added, never changed."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Select, delete, insert, select
from sqlalchemy.orm import Session, aliased

from wsr.domain.kinds import Status
from wsr.domain.recommendations import (
    Anchor,
    Bearing,
    RecommendationCoding,
    RecommendationLink,
    RecordedStatus,
    StatusRecord,
)
from wsr.store.register_tables import (
    RecommendationCodingRow,
    RecommendationLinkRow,
    RecommendationStatusRow,
)
from wsr.store.tables import ReviewRow


def replace_codings(session: Session, review_id: int, codings: Mapping[str, RecommendationCoding]) -> None:
    """Put what rules say of the recommendations of a review now, by key, in place of what they said before."""
    session.execute(delete(RecommendationCodingRow).where(RecommendationCodingRow.review_id == review_id))
    rows = [
        {"review_id": review_id, "key": key, **coding.model_dump(mode="json")}
        for key, coding in codings.items()
    ]
    if rows:
        session.execute(insert(RecommendationCodingRow), rows)


def load_codings(session: Session, review_id: int) -> dict[str, RecommendationCoding]:
    """What rules say of the recommendations of a review, by key."""
    statement = select(RecommendationCodingRow).where(RecommendationCodingRow.review_id == review_id)
    return {
        row.key: RecommendationCoding(
            themes=row.themes,
            codes=row.codes,
            agencies=row.agencies,
            bodies=row.bodies,
            action=row.action,
            times=row.times,
        )
        for row in session.scalars(statement)
    }


def add_status(session: Session, review_id: int, key: str, text: str, record: StatusRecord) -> None:
    """Keep a status that a person recorded of the recommendation with this key and these words."""
    row = RecommendationStatusRow(
        review_id=review_id,
        key=key,
        text=text,
        **record.model_dump(exclude={"since"}),
        since=str(record.since) if record.since else None,
    )
    session.add(row)
    session.flush()


def statuses(session: Session, slug: str | None = None) -> list[RecordedStatus]:
    """Every status recorded in a published review, or in all of them; by reference, the earliest first."""
    statement = (
        select(RecommendationStatusRow, ReviewRow.reference, ReviewRow.slug)
        .join(ReviewRow, ReviewRow.id == RecommendationStatusRow.review_id)
        .where(ReviewRow.status == Status.PUBLISHED)
        .order_by(ReviewRow.reference, RecommendationStatusRow.id)
    )
    found = session.execute(statement if slug is None else statement.where(ReviewRow.slug == slug)).all()
    return [
        RecordedStatus(
            anchor=Anchor(reference=reference, slug=own, key=row.key, text=row.text),
            record=StatusRecord(
                status=row.status,
                since=row.since,
                note=row.note,
                evidence=row.evidence,
                person=row.person,
                recorded_at=row.recorded_at,
            ),
        )
        for row, reference, own in found
    ]


def add_link(
    session: Session,
    reviews: tuple[int, int],
    anchors: tuple[Anchor, Anchor],
    said: Mapping[str, object],
    withdraws: int | None = None,
) -> int:
    """
    Keep a link, or its withdrawal; gives back its number.

    Args:
        session: The transaction.
        reviews: The numbers of the review of the recommendation and of that of the extract.
        anchors: The recommendation and the extract.
        said: bearing, note, person and made_at.
        withdraws: The number of the link that is withdrawn.
    """
    recommendation, extract = anchors
    row = RecommendationLinkRow(
        review_id=reviews[0],
        key=recommendation.key,
        text=recommendation.text,
        extract_review_id=reviews[1],
        extract_key=extract.key,
        extract_text=extract.text,
        withdraws=withdraws,
        **said,
    )
    session.add(row)
    session.flush()
    return row.id


def links_from(session: Session, slug: str) -> list[RecommendationLink]:
    """The links from recommendations of a review to extracts of published ones, the earliest first."""
    return list(_links(session, _made().where(_ASKING.slug == slug)))


def links_to(session: Session, slug: str) -> list[RecommendationLink]:
    """The links from recommendations of published reviews to extracts of this one, the earliest first."""
    return list(_links(session, _made().where(_ANSWERING.slug == slug)))


def all_links(session: Session) -> list[RecommendationLink]:
    """Every link between published reviews, also those withdrawn, the earliest first."""
    return list(_links(session, _made()))


_ASKING = aliased(ReviewRow)
"""The review of the recommendation."""
_ANSWERING = aliased(ReviewRow)
"""The review of the extract."""

_Made = Select[RecommendationLinkRow, ReviewRow, ReviewRow]


def _made() -> _Made:
    """Links that were made, with their two reviews; both are published."""
    return (
        select(RecommendationLinkRow, _ASKING, _ANSWERING)
        .join(_ASKING, _ASKING.id == RecommendationLinkRow.review_id)
        .join(_ANSWERING, _ANSWERING.id == RecommendationLinkRow.extract_review_id)
        .where(
            RecommendationLinkRow.withdraws.is_(None),
            _ASKING.status == Status.PUBLISHED,
            _ANSWERING.status == Status.PUBLISHED,
        )
        .order_by(RecommendationLinkRow.id)
    )


def _links(session: Session, statement: _Made) -> Iterable[RecommendationLink]:
    found = session.execute(statement).all()
    wanted = select(RecommendationLinkRow).where(
        RecommendationLinkRow.withdraws.in_([row.id for row, _, _ in found])
    )
    withdrawn = {
        row.withdraws: row for row in session.scalars(wanted.order_by(RecommendationLinkRow.id.desc()))
    }
    for row, asking, answering in found:
        gone = withdrawn.get(row.id)
        yield RecommendationLink(
            id=row.id,
            recommendation=Anchor(reference=asking.reference, slug=asking.slug, key=row.key, text=row.text),
            extract=Anchor(
                reference=answering.reference,
                slug=answering.slug,
                key=row.extract_key,
                text=row.extract_text,
            ),
            bearing=Bearing(row.bearing),
            note=row.note,
            person=row.person,
            made_at=row.made_at,
            withdrawn_by=gone.person if gone else None,
            withdrawn_at=gone.made_at if gone else None,
        )
