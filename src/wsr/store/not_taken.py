"""The files that did not become documents, so that none is dropped silently."""

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from wsr.domain.outcomes import NotTaken
from wsr.store.tables import NotTakenRow


def remember(session: Session, file: NotTaken) -> None:
    """Keep, or bring up to date, why a file was not taken."""
    session.merge(NotTakenRow(**file.model_dump()))


def forget(session: Session, sha256: str) -> None:
    """Take a file off the list: its bytes have been taken now."""
    session.execute(delete(NotTakenRow).where(NotTakenRow.sha256 == sha256))


def all_not_taken(session: Session) -> list[NotTaken]:
    """The files that were not taken, by name."""
    rows = session.scalars(select(NotTakenRow).order_by(NotTakenRow.filename, NotTakenRow.sha256))
    return [
        NotTaken(
            filename=row.filename,
            sha256=row.sha256,
            outcome=row.outcome,
            reason=row.reason,
            detail=row.detail,
            bytes=row.bytes,
            seen_at=row.seen_at,
        )
        for row in rows
    ]
