"""What came back from other programs: decisions taken, and what did not fit."""

from pydantic import Field

from wsr.domain.coding import Decision
from wsr.domain.record import Record


class Misfit(Record):
    """Something in a file that nothing was made of."""

    reason: str = Field(description="A short fixed word: unknown_source, unknown_code, text_not_found …")
    sentence: str
    source: str = Field(default="", description="The text concerned, as the file calls it.")
    words: str = Field(default="", description="The words that were coded.")


class TakenDecision(Record):
    """One decision that was taken, or would be."""

    reference: str
    key: str = Field(description="Of the extract.")
    words: str = Field(description="Of the extract, within the person's limits.")
    is_new: bool = Field(description="True when neither the rules nor anybody had found an extract there.")
    decision: Decision


class Imported(Record):
    """What a file of codings gave."""

    person: str
    dry_run: bool = Field(description="True when nothing was changed.")
    taken: tuple[TakenDecision, ...]
    unchanged: int = Field(description="Extracts of which the file says what the person had decided already.")
    as_the_rules: int = Field(
        description="Extracts of which the file says what the rules say, and not who says so."
    )
    misfits: tuple[Misfit, ...]

    @property
    def reviews(self) -> int:
        """In how many reviews decisions were taken."""
        return len({one.reference for one in self.taken})
