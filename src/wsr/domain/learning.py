"""Recommendations over time: what is alike, why, and what groups repeat each other."""

from pydantic import Field

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
