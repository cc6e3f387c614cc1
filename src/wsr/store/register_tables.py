"""The tables of the register: what rules say of recommendations, and what people recorded of them."""

import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from wsr.store.tables import Base


class RecommendationCodingRow(Base):
    """What rules say of a recommendation; made anew whenever its review is coded."""

    __tablename__ = "recommendation_coding"

    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    themes: Mapped[list[Any]]
    codes: Mapped[list[Any]]
    agencies: Mapped[list[Any]]
    bodies: Mapped[list[Any]]
    action: Mapped[str]
    times: Mapped[list[Any]]


class RecommendationStatusRow(Base):
    """A status that a person recorded; rows are added, never changed, whatever becomes of the text."""

    __tablename__ = "recommendation_status"

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    key: Mapped[str]
    text: Mapped[str]
    """The words of the recommendation when it was recorded: by them it is found again."""
    status: Mapped[str]
    since: Mapped[str | None]
    note: Mapped[str]
    evidence: Mapped[str]
    person: Mapped[str]
    recorded_at: Mapped[datetime.datetime]


class RecommendationLinkRow(Base):
    """A link from a recommendation to a later extract; a row that withdraws another names it."""

    __tablename__ = "recommendation_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    key: Mapped[str]
    text: Mapped[str]
    extract_review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    extract_key: Mapped[str]
    extract_text: Mapped[str]
    bearing: Mapped[str]
    note: Mapped[str]
    person: Mapped[str]
    made_at: Mapped[datetime.datetime]
    withdraws: Mapped[int | None] = mapped_column(ForeignKey("recommendation_link.id", ondelete="CASCADE"))
