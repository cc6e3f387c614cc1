"""The tables of what people say of groups of recommendations that repeat each other."""

import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from wsr.store.tables import Base


class GroupRecordRow(Base):
    """What a person said at one time; rows are added, never changed. A row that withdraws another names it."""

    __tablename__ = "group_record"

    id: Mapped[int] = mapped_column(primary_key=True)
    says: Mapped[str]
    note: Mapped[str]
    person: Mapped[str]
    made_at: Mapped[datetime.datetime]
    withdraws: Mapped[int | None] = mapped_column(ForeignKey("group_record.id", ondelete="CASCADE"))


class GroupRecordMemberRow(Base):
    """A recommendation that a record names."""

    __tablename__ = "group_record_member"

    record_id: Mapped[int] = mapped_column(
        ForeignKey("group_record.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    """In the order in which they were told, from 0."""
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    key: Mapped[str]
    text: Mapped[str]
    """The words of the recommendation when it was recorded: by them it is found again."""
    part: Mapped[int]
