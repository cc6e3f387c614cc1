"""What people have decided about: extracts with where they stood, where they stand now, and every decision."""

from pydantic import Field

from wsr.domain.coding import Decision, Seen
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


class LastPlace(Record):
    """Where the passage of an extract stood in an earlier version of its document, as far as that is kept."""

    document: str = Field(description="The present document of the same kind.")
    section: str | None = Field(description="Its section of the same heading; None when it has none.")
    heading: str = Field(description="The heading that the passage stood under; empty for none.")
    page: int = Field(
        description="The page that the passage stood on, as far as the present document has one."
    )


class Unanchored(Record):
    """A judged extract whose words are in its review no more: for a person to look at."""

    reference: str
    slug: str
    judged: Judged
    stood: LastPlace | None = Field(
        default=None,
        description="None when no version with its passage is kept, or none of the kind is held.",
    )


class KeptOtherwise(Record):
    """An extract that a person kept as the machine had it, and of which the machine now says something else."""

    reference: str
    slug: str
    judged: Judged
    now: Seen = Field(description="What the machine says now.")
