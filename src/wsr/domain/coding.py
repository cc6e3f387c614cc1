"""What is coded: extracts of passages, what the machine says of them, and what people have decided."""

import datetime
from enum import StrEnum
from typing import Any

from pydantic import Field, model_serializer, model_validator

from wsr.domain.kinds import SectionKind
from wsr.domain.record import Record


class Stance(StrEnum):
    """What the reviewer says of the practice; the coding guide defines each."""

    IDENTIFIED = "identified"
    """It was done, and the reviewer values it."""
    SUGGESTED = "suggested"
    """What good practice would have been in this case, or should now be."""
    GENERAL = "general"
    """A norm that stands without the case."""
    CRITICISM = "criticism"
    """It was missing, late or poor, stated as such."""
    NEUTRAL = "neutral"
    """The words are there, but nothing is judged."""


class Verdict(StrEnum):
    """What a person says of an extract."""

    KEEP = "keep"
    REJECT = "reject"
    UNSURE = "unsure"


class Decided(StrEnum):
    """How far people have come with an extract: the latest verdict on it, or that there is none."""

    UNDECIDED = "undecided"
    KEPT = "kept"
    UNSURE = "unsure"
    REJECTED = "rejected"


STATE_AFTER = {
    Verdict.KEEP: Decided.KEPT,
    Verdict.REJECT: Decided.REJECTED,
    Verdict.UNSURE: Decided.UNSURE,
}
"""What each verdict makes of an extract when it is the latest."""


class Reason(Record):
    """Why the machine says so: a rule, and the words of the text that it went by. Written "rule: words"."""

    rule: str = Field(description="The id of the rule: praise, negated_praise, modal_suggestion …")
    words: str = Field(description="As printed; empty when the rule goes by the place and not by words.")

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if isinstance(value, str):
            rule, _, words = value.partition(": ")
            return {"rule": rule, "words": words}
        return value

    @model_serializer
    def __str__(self) -> str:
        return f"{self.rule}: {self.words}" if self.words else self.rule


class Coding(Record):
    """One code given to one extract."""

    theme: str = Field(description="The id of a theme of the codebook.")
    subtheme: str | None = Field(default=None, description="The id of a sub-theme; None for the theme alone.")
    score: float = Field(default=1.0, description="How strongly the words speak for it; people give 1.")
    because: tuple[Reason, ...] = ()
    by: str = Field(default="machine", description='"machine", or the name of the person who gave it.')

    @property
    def code(self) -> str:
        """theme/subtheme, or the theme alone."""
        return f"{self.theme}/{self.subtheme}" if self.subtheme else self.theme


class Decision(Record):
    """What a person said of an extract, at one time. Never changed: a later one stands beside it."""

    person: str = Field(description="The name under which the person signs in.")
    decided_at: datetime.datetime
    verdict: Verdict
    stance: Stance | None = Field(default=None, description="None leaves the machine's.")
    codes: tuple[str, ...] | None = Field(
        default=None, description="theme/subtheme each; None leaves the machine's, an empty tuple says none."
    )
    start: int | None = Field(default=None, description="Other limits in the passage; None leaves them.")
    end: int | None = None
    note: str = ""
    codebook: str = Field(default="", description="The codebook that the codes are of, with its version.")


class Extract(Record):
    """A quoted stretch of one passage, usually a sentence: the unit that is coded and counted."""

    id: str = Field(description="Ordinal in the review: e1, e2 …")
    key: str = Field(description="Keeps through a re-parse and through new rules: see wsr.coding.keys.")
    document: str
    passage: str = Field(description="The id of its passage in the document.")
    start: int = Field(ge=0, description="Half-open offsets into the passage's text, in code points.")
    end: int
    text: str
    page: int = Field(ge=1, description="The page where the extract's passage begins.")
    terms: tuple[str, ...] = Field(default=(), description="Ids of the terms found in it, as they come.")
    term_counts: tuple[int, ...] = Field(default=(), description="How often each of `terms` stands in it.")
    distinct_hits: int = Field(
        default=0, description="How many stretches the terms cover; those that nest or overlap are one."
    )
    stance: Stance = Field(description="What the machine says; a person's stance is in the decision.")
    stance_because: tuple[Reason, ...] = ()
    codes: tuple[Coding, ...] = Field(
        default=(), description="The machine's, best first; empty when it abstains."
    )
    decision: Decision | None = Field(default=None, description="The latest decision of any person.")

    @property
    def decided(self) -> Decided:
        """How far people have come with it."""
        if self.decision is None:
            return Decided.UNDECIDED
        return STATE_AFTER[self.decision.verdict]

    @property
    def stance_in_force(self) -> Stance:
        """The person's stance where one decided, else the machine's."""
        return (self.decision and self.decision.stance) or self.stance

    @property
    def codes_in_force(self) -> tuple[str, ...]:
        """theme/subtheme each: the person's where one decided, else the machine's."""
        if self.decision is not None and self.decision.codes is not None:
            return self.decision.codes
        return tuple(coding.code for coding in self.codes)

    @property
    def scores_in_force(self) -> tuple[float, ...]:
        """How strongly the words speak for each of `codes_in_force`; 1 for what a person gave."""
        if self.decision is not None and self.decision.codes is not None:
            return (1.0,) * len(self.decision.codes)
        return tuple(coding.score for coding in self.codes)


class ExplainedSentence(Record):
    """What the machine says of one stretch of a text."""

    start: int
    end: int
    text: str
    terms: tuple[str, ...]
    stance: Stance
    stance_because: tuple[Reason, ...]
    codes: tuple[Coding, ...]


class Explanation(Record):
    """What the machine says of any text: the line that `wsr explain` prints."""

    id: str | int | None = Field(default=None, description="As it was given with the text.")
    text: str
    section_kind: SectionKind | None = None
    terms: tuple[str, ...]
    stance: Stance = Field(description="That of its most telling sentence.")
    stance_because: tuple[Reason, ...]
    codes: tuple[Coding, ...] = Field(description="Best first, only those above the threshold.")
    sentences: tuple[ExplainedSentence, ...]
