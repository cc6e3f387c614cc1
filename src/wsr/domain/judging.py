"""What people have decided about: extracts with where they stood, where they stand now, and every decision."""

from pydantic import Field

from wsr.domain.coding import Decision
from wsr.domain.kinds import Language, Role
from wsr.domain.record import Record


class Standing(Record):
    """Where an extract stands in the present text; offsets are half-open, in code points of the passage."""

    document: str
    passage: str
    passage_key: str
    start: int
    end: int


class Judged(Record):
    """An extract that people have decided about. Its key never changes, whatever becomes of the text."""

    key: str
    role: Role = Field(description="Of the document that it was decided in.")
    language: Language
    passage_key: str = Field(description="The passage where it was last found.")
    quote: str = Field(description="Its words when they were first decided about.")
    before: str = Field(
        description="The text before it in its passage, to tell it from the same words elsewhere."
    )
    after: str
    start: int = Field(description="Where it began in its passage when it was last found.")
    standing: Standing | None = Field(description="None when its words are in the text no more.")
    decisions: tuple[Decision, ...] = Field(description="All of them, the earliest first.")

    @property
    def decision(self) -> Decision | None:
        """The latest one."""
        return self.decisions[-1] if self.decisions else None


class Unanchored(Record):
    """A judged extract whose words are in its review no more: for a person to look at."""

    reference: str
    slug: str
    judged: Judged
