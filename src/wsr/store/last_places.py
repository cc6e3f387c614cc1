"""Where the passage of an extract stood before its words left the text: earlier versions of documents are kept."""

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from wsr.domain.judging import Judged, LastPlace
from wsr.store.tables import DocumentRow, PassageRow, SectionRow


def last_place(session: Session, review_id: int, judged: Judged) -> LastPlace | None:
    """
    The latest place of a judged extract's passage, and what there is of it in the present document of its kind.

    None when no version that has the passage is kept, as after a new reading of the same bytes, or when there is no
    document of the kind any more.
    """
    of_kind = and_(
        DocumentRow.review_id == review_id,
        DocumentRow.role == judged.role,
        DocumentRow.language == judged.language,
    )
    stood = session.execute(
        select(PassageRow.page_first, SectionRow.heading)
        .join(DocumentRow, DocumentRow.id == PassageRow.document_id)
        .outerjoin(
            SectionRow,
            and_(SectionRow.document_id == PassageRow.document_id, SectionRow.name == PassageRow.section),
        )
        .where(of_kind, PassageRow.key == judged.passage_key)
        .order_by(DocumentRow.id.desc(), PassageRow.ordinal)
        .limit(1)
    ).one_or_none()
    present = session.scalars(select(DocumentRow).where(of_kind, DocumentRow.is_current)).one_or_none()
    if stood is None or present is None:
        return None
    heading = stood.heading or ""
    same_heading = (
        select(SectionRow.name)
        .where(SectionRow.document_id == present.id, SectionRow.heading == heading, SectionRow.heading != "")
        .order_by(SectionRow.ordinal)
        .limit(1)
    )
    return LastPlace(
        document=present.name,
        section=session.scalar(same_heading),
        heading=heading,
        page=min(stood.page_first, present.pages),
    )
