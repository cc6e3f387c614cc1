"""What people say of groups of recommendations that repeat each other: records, added and never changed."""

from enum import StrEnum

from pydantic import Field

from wsr.domain.recommendations import Anchor, Withdrawable
from wsr.domain.record import Record


class Grouping(StrEnum):
    """What a record says of the recommendations that it names."""

    TOGETHER = "together"
    """All of them repeat each other."""
    APART = "apart"
    """Those of different parts do not; of those of one part nothing is said."""


class RecordedMember(Record):
    """A recommendation that a record names."""

    anchor: Anchor
    part: int = Field(description="From 0; what is told together is all of one part.")


class GroupRecord(Withdrawable):
    """That a person said which recommendations repeat each other, or do not; withdrawn by a record of its own."""

    says: Grouping
    members: tuple[RecordedMember, ...] = Field(description="Those of published reviews, as they were told.")
