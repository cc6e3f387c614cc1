"""What is said of a recommendation: by rules, and by people who look after the register."""

import datetime
from enum import StrEnum

from pydantic import Field

from wsr.domain.coding import Coding
from wsr.domain.dates import PartialDate
from wsr.domain.record import Record


class AddressedBody(Record):
    """A body that a recommendation addresses, resolved to one known body."""

    id: str
    name: str = Field(description="Its present name, whatever name is printed.")
    as_printed: str


class RecommendationCoding(Record):
    """What rules say of one recommendation; each code with the words that spoke for it."""

    themes: tuple[Coding, ...] = Field(description="High-level themes, best first; empty when none is clear.")
    codes: tuple[Coding, ...] = Field(
        description="Themes and sub-themes of practice, by the codebook in force, best first."
    )
    agencies: tuple[str, ...] = Field(
        description="Ids of the kinds of agency addressed; empty when nobody, or everybody, is."
    )
    bodies: tuple[AddressedBody, ...] = Field(description="The known bodies among the addressees.")
    action: str = Field(
        description="The verb that says what is to be done, as printed; empty when none does."
    )
    times: tuple[str, ...] = Field(
        description="Dates and time limits, as printed: in its own words first, then in an action plan."
    )


class RecommendationStatus(StrEnum):
    """What a person recorded of a recommendation; nothing is ever inferred into one."""

    ACCEPTED = "accepted"
    DONE = "done"
    IN_PART = "in_part"
    NOT_DONE = "not_done"
    SUPERSEDED = "superseded"


class StatusRecord(Record):
    """That a person recorded a status, at one time. Never changed: a later one stands beside it."""

    status: RecommendationStatus
    since: PartialDate | None = Field(default=None, description="From when it holds, as the person gave it.")
    note: str = ""
    evidence: str = Field(default="", description="An http or https address; empty when none was given.")
    person: str = Field(description="The name under which the person signs in.")
    recorded_at: datetime.datetime


class Bearing(StrEnum):
    """What a later extract has to do with a recommendation, as a person sees it."""

    SHOWS = "shows"
    """It shows the recommendation in practice."""
    REPEATS = "repeats"
    """It asks for the same again, or finds the same missing."""
    CONTRADICTS = "contradicts"


class Anchor(Record):
    """Where a record is fastened: a recommendation or an extract of a review, by key and words."""

    reference: str
    slug: str
    key: str = Field(description="As it was when the record was made.")
    text: str = Field(description="Its words at that time: by them it is found again.")


class Withdrawable(Record):
    """What a person recorded, and may be withdrawn: that it was made stays to be seen."""

    id: int
    note: str = ""
    person: str
    made_at: datetime.datetime
    withdrawn_by: str | None = None
    withdrawn_at: datetime.datetime | None = None

    @property
    def holds(self) -> bool:
        """Whether nobody has withdrawn it."""
        return self.withdrawn_at is None


class RecommendationLink(Withdrawable):
    """That a person linked a recommendation to a later extract; withdrawn by a record of its own."""

    recommendation: Anchor
    extract: Anchor
    bearing: Bearing


class RecordedStatus(Record):
    """A status with the recommendation that it was recorded of."""

    anchor: Anchor
    record: StatusRecord
