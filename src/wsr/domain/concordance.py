"""A concordance: every match of a search on a line of its own, with what stands before and after it."""

from enum import StrEnum

from pydantic import Field

from wsr.domain.record import Record
from wsr.domain.search import Hit, SearchQuery


class ConcordanceOrder(StrEnum):
    """What the lines are sorted by."""

    RESULT = "result"
    """The order of the hits, and within each that of the text."""
    LEFT = "left"
    """The words before the match, the nearest first."""
    RIGHT = "right"
    """The words after it."""


class ConcordanceLine(Record):
    """One match; `left`, `keyword` and `right` joined are the piece of text around it, on one line."""

    hit: Hit = Field(description="The passage or extract that it stands in.")
    start: int = Field(ge=0, description="Half-open offsets of the match into the hit's text.")
    end: int
    left: str
    keyword: str
    right: str
    starts_inside: bool = Field(description="True when text before it was left out.")
    ends_inside: bool


class Concordance(Record):
    """The lines of a search, and how much they are of it."""

    query: SearchQuery
    lines: tuple[ConcordanceLine, ...] = Field(description="In the order asked for.")
    passages: int = Field(description="Passages or extracts that the lines stand in.")
    reviews: int
    most: int | None = Field(
        default=None,
        description="How many lines are made at most, when there are more: then these are the first.",
    )
    index_version: str
