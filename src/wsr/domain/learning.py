"""Recommendations over time: what is alike, why, and what groups repeat each other."""

import datetime

from pydantic import Field

from wsr.domain.coding import Stance
from wsr.domain.dates import PartialDate
from wsr.domain.record import Record

LIMIT_OF_DRAFT = 4_000
"""Characters that a draft recommendation may have."""


class Likeness(Record):
    """One reason why two texts are alike."""

    words: str = Field(description="As the earlier text prints them.")
    asked: str = Field(description="As the draft prints them; may be the same.")
    family: str | None = Field(
        description="What both say, where it is known by a family of words; null where just the words are shared."
    )

    def __str__(self) -> str:
        same = self.words.casefold() == self.asked.casefold()
        said = self.words if same else f"{self.words} ~ {self.asked}"
        return f"{self.family}: {said}" if self.family else said


class Alike(Record):
    """A text that is alike."""

    index: int = Field(description="Its place among the texts that were ranked, from 0.")
    score: float = Field(description="0 to 1; 1 for a text against itself.")
    because: tuple[Likeness, ...] = Field(description="What weighs most first.")


class EarlierRecommendation(Record):
    """A recommendation of the past that is like a draft."""

    reference: str
    slug: str
    year: int | None
    board: str = Field(description="The body that published the review; empty when unknown.")
    document: str
    passage: str = Field(description="The id of the passage in which it begins; may be empty.")
    id: str
    key: str
    label: str | None = Field(description="As printed before it; None when it has none.")
    page: int
    language: str
    text: str
    score: float
    because: tuple[Likeness, ...]
    matches: tuple[tuple[int, int], ...] = Field(
        description="Where the words of the reasons stand in `text`: half-open, in order, not overlapping."
    )


class LaterExtract(Record):
    """An extract of a later review on the subject of a draft."""

    reference: str
    slug: str
    year: int | None
    document: str
    passage: str = Field(description="The id of the passage that it is quoted from.")
    key: str
    page: int
    language: str
    text: str
    stance: Stance
    score: float
    because: tuple[Likeness, ...]
    matches: tuple[tuple[int, int], ...] = Field(
        description="Where the words of the reasons stand in `text`: half-open, in order, not overlapping."
    )


class Answer(Record):
    """What was recommended before a draft, and what later reviews found."""

    text: str = Field(description="What was asked.")
    reference: str = Field(description="Of its own review, when it is one of the register; else empty.")
    before: PartialDate | None = Field(
        description="Nothing of this day or after it is among the earlier ones."
    )
    after: PartialDate | None = Field(description="Nothing of this day or before it is among the later ones.")
    earlier: tuple[EarlierRecommendation, ...] = Field(description="Best first.")
    later: tuple[LaterExtract, ...] = Field(
        description="Good practice, then what is suggested, then criticism; of each best first."
    )
    earlier_left_off: int = Field(description="Further ones that are alike, and are not listed.")
    later_left_off: int
    earlier_undated: int = Field(description="Those alike of reviews without any date, when a limit is set.")
    later_undated: int
    index_version: str


class Confirmed(Record):
    """Who said last that a recommendation belongs with others."""

    person: str
    made_at: datetime.datetime


class GroupMember(Record):
    """A recommendation of a group."""

    reference: str
    slug: str
    year: int | None
    board_name: str = Field(default="", description="The body that published the review; empty when unknown.")
    key: str
    label: str | None
    language: str
    text: str
    confirmed: Confirmed | None = Field(
        default=None, description="None when likeness alone put it into the group, and nobody has said so."
    )


class RepeatedGroup(Record):
    """Recommendations of several reviews that repeat each other, as rules see it and people say."""

    subjects: tuple[str, ...] = Field(
        description="The families of words that all of them name; may be empty."
    )
    members: tuple[GroupMember, ...] = Field(description="By year, undated ones last, then by reference.")

    @property
    def reviews(self) -> int:
        """How many reviews they are of."""
        return len({member.reference for member in self.members})

    @property
    def confirmed(self) -> Confirmed | None:
        """Who said last that some of them belong together; None when nobody has."""
        said = [member.confirmed for member in self.members if member.confirmed]
        return max(said, key=lambda each: each.made_at, default=None)
