"""Recommendations over time: what is alike, why, and what groups repeat each other."""

import datetime
from enum import StrEnum
from typing import Self

from pydantic import Field

from wsr.domain.coding import Extract, Stance
from wsr.domain.dates import PartialDate
from wsr.domain.kinds import Language, Level
from wsr.domain.recommendations import RecommendationLink, StatusRecord
from wsr.domain.record import Record

LIMIT_OF_DRAFT = 4_000
"""Characters that a draft recommendation may have."""


class AnswerOrder(StrEnum):
    """The order in which what is alike is listed."""

    SCORE = "score"
    """The most alike first."""
    DATE = "date"
    """The oldest review first, undated ones last; of one day the most alike first."""


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


class Meaning(Record):
    """That a model of sentences puts two texts near each other."""

    nearness: float = Field(
        description="0 as texts that have nothing to do with each other, 1 as a text and itself."
    )
    alone: bool = Field(
        description="Whether it is the only reason: the words of both would not list the text."
    )

    def __str__(self) -> str:
        said = f"alike in meaning ({self.nearness:.2f})"
        return f"{said} though few words are shared" if self.alone else said


class Alike(Record):
    """A text that is alike."""

    index: int = Field(description="Its place among the texts that were ranked, from 0.")
    score: float = Field(description="0 to 1; 1 for a text against itself.")
    because: tuple[Likeness, ...] = Field(description="What weighs most first.")
    meaning: Meaning | None = Field(default=None, description="None where nothing, or no model, says so.")


class RankedBy(Record):
    """What a list goes by, beside words and families of words."""

    model: str | None = Field(
        default=None, description="The model of sentences that the site names; None for none."
    )
    sha256: str = Field(default="", description="Of that model.")
    waiting: int = Field(
        default=0,
        description="Texts that it has still to read; until it has, lists of such texts go by words alone.",
    )


class Found(Record):
    """What was found for a draft, with the reasons."""

    score: float
    because: tuple[Likeness, ...] = Field(description="What both say, the weightiest first; may be empty.")
    meaning: Meaning | None = None

    @property
    def reasons(self) -> tuple[Likeness | Meaning, ...]:
        """All reasons, what a model says of the meaning first; never empty."""
        return ((self.meaning,) if self.meaning else ()) + self.because


class EarlierRecommendation(Found):
    """A recommendation of the past that is like a draft."""

    reference: str
    slug: str
    year: int | None
    date: PartialDate | None = Field(
        description="When its review was published, else reported, else its year."
    )
    board: str = Field(description="The body that published the review; empty when unknown.")
    document: str
    passage: str = Field(description="The id of the passage in which it begins; may be empty.")
    id: str
    key: str
    label: str | None = Field(description="As printed before it; None when it has none.")
    page: int
    language: str
    text: str
    matches: tuple[tuple[int, int], ...] = Field(
        description="Where the words of the reasons stand in `text`: half-open, in order, not overlapping."
    )


class LaterExtract(Found):
    """An extract of a later review on the subject of a draft."""

    reference: str
    slug: str
    year: int | None
    date: PartialDate | None = Field(
        description="When its review was published, else reported, else its year."
    )
    document: str
    passage: str = Field(description="The id of the passage that it is quoted from.")
    key: str
    page: int
    language: str
    text: str
    stance: Stance
    score: float
    because: tuple[Likeness, ...]
    meaning: Meaning | None = None
    matches: tuple[tuple[int, int], ...] = Field(
        description="Where the words of the reasons stand in `text`: half-open, in order, not overlapping."
    )


class Answer(Record):
    """What was recommended before a draft, and what later reviews found."""

    text: str = Field(description="What was asked.")
    language: Language = Field(description="Of that text; English where it does not tell.")
    reference: str = Field(description="Of its own review, when it is one of the register; else empty.")
    before: PartialDate | None = Field(
        description="Nothing of this day or after it is among the earlier ones."
    )
    after: PartialDate | None = Field(description="Nothing of this day or before it is among the later ones.")
    order: AnswerOrder = AnswerOrder.SCORE
    earlier: tuple[EarlierRecommendation, ...] = Field(description="In that order.")
    later: tuple[LaterExtract, ...] = Field(
        description="Good practice, then what is suggested, then criticism; each in that order."
    )
    earlier_left_off: int = Field(description="Further ones that are alike, and are not listed.")
    later_left_off: int
    earlier_undated: int = Field(description="Those alike of reviews without any date, when a limit is set.")
    later_undated: int
    by: RankedBy = Field(default=RankedBy(), description="What they were found by.")
    recommendations_compared: int
    extracts_compared: int
    ranker: str = Field(description="Name and version of what told likeness.")
    index_version: str

    def in_order(self, order: AnswerOrder) -> Self:
        """The answer by likeness, in which it is made, in an order; what is listed stays what is most alike."""
        if order is AnswerOrder.SCORE:
            return self
        stances = list(dict.fromkeys(each.stance for each in self.later))
        return self.model_copy(
            update={
                "order": order,
                "earlier": tuple(sorted(self.earlier, key=_age)),
                "later": tuple(
                    sorted(self.later, key=lambda each: (stances.index(each.stance), *_age(each)))
                ),
            }
        )

    @property
    def undated_listed(self) -> int:
        """How many of those listed, earlier and later, are of reviews without any date."""
        dates = [each.date for each in self.earlier] + [each.date for each in self.later]
        return dates.count(None)


def _age(each: EarlierRecommendation | LaterExtract) -> tuple[datetime.date, float]:
    """A date known by its year or month stands at the end of it, as limits on dates take it."""
    return each.date.latest if each.date else datetime.date.max, -each.score


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


class Standing(Record):
    """What a panel asks of a recommendation: whom it addresses, what people recorded of it, what it repeats."""

    addressees: tuple[str, ...] = Field(description="As printed.")
    level: Level
    statuses: tuple[StatusRecord, ...] = Field(description="The earliest first.")
    links: tuple[tuple[RecommendationLink, Extract | None], ...] = Field(
        description="Those that hold, each with the extract as its review has it now; None when it has it no more."
    )
    repeats: RepeatedGroup | None = Field(description="The group that it is of; None when it is of none.")
