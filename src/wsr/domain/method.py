"""How results were found: what a term list found, and what a new method changed."""

from pydantic import Field

from wsr.domain.record import Record


class Recoding(Record):
    """What a new term list, codebook or version of the rules changed in one review."""

    reference: str
    extracts: int = Field(description="How many the machine finds now.")
    added: int
    removed: int
    stance_changed: dict[str, int] = Field(
        description='"neutral to identified" and how many, for the same extracts.'
    )
    codes_changed: int
    terms_changed: int
    unanchored: int = Field(description="Judged extracts whose words are in the review no more.")
