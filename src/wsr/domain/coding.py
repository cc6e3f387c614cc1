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


class Seen(Record):
    """What the machine said of an extract when a person decided about it."""

    stance: Stance | None = Field(description="None when the machine had not found the extract.")
    codes: tuple[str, ...] = Field(description="theme/subtheme each, best first.")
    version: str = Field(description="The term list, codebook and rules by which it said so.")


class Decision(Record):
    """What a person said of an extract, at one time. Never changed: a later one stands beside it."""

    person: str = Field(description="The name under which the person signs in.")
    decided_at: datetime.datetime
    verdict: Verdict
    stance: Stance | None = Field(
        default=None, description="None lets the machine's stand, as it was seen: that is affirmed by a keep."
    )
    codes: tuple[str, ...] | None = Field(
        default=None,
        description="theme/subtheme each; None lets the machine's stand, an empty tuple says none.",
    )
    start: int | None = Field(default=None, description="Other limits in the passage; None leaves them.")
    end: int | None = None
    note: str = ""
    codebook: str = Field(default="", description="The codebook that the codes are of, with its version.")
    seen: Seen | None = Field(default=None, description="None when it is not known what the machine said.")
    alone: bool | None = Field(
        default=None,
        description="Whether nothing of rules and others was shown; None when that is not known.",
    )

    @property
    def affirmed(self) -> Seen | None:
        """What the machine said and the person kept; None without a keep, and when it is not known."""
        return self.seen if self.verdict is Verdict.KEEP else None

    @property
    def said_stance(self) -> Stance | None:
        """What the person gave, or affirmed by keeping it; None when they said nothing of it, as far as is known."""
        if self.stance is not None or self.affirmed is None:
            return self.stance
        return self.affirmed.stance

    @property
    def said_codes(self) -> tuple[str, ...] | None:
        """As `said_stance`; who keeps what the machine had not found, and gives none, has said nothing of codes."""
        if self.codes is not None or self.affirmed is None:
            return self.codes
        return self.affirmed.codes if self.affirmed.stance is not None else None

    def or_seen(self, machine: Seen | None) -> "Decision":
        """The decision with this as what was seen, where that is not known: of decisions of earlier versions."""
        return self if self.seen is not None else self.model_copy(update={"seen": machine})

    def stance_over(self, machine: Stance) -> Stance:
        """The stance in force where the machine now says this: what was said, and later rules change none of it."""
        if self.affirmed is None:
            return self.stance or machine
        return self.said_stance or Stance.NEUTRAL

    def codes_over(self, machine: tuple[str, ...]) -> tuple[str, ...]:
        """The codes in force where the machine now gives these, as `stance_over`."""
        if self.affirmed is None:
            return self.codes if self.codes is not None else machine
        return self.said_codes or ()

    def departs_from(self, machine: Seen) -> bool:
        """Whether the machine now says something else than the person saw, of what the person kept and left to it."""
        seen = self.affirmed
        return seen is not None and (
            (
                self.stance is None
                and (machine.stance or Stance.NEUTRAL) is not (seen.stance or Stance.NEUTRAL)
            )
            or (self.codes is None and set(machine.codes) != set(seen.codes))
        )


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
    def found_by_rules(self) -> bool:
        """False for one that only a person has made: without a term, a stance and a reason."""
        return bool(self.terms or self.stance_because) or self.stance is not Stance.NEUTRAL

    @property
    def machine_codes(self) -> tuple[str, ...]:
        """theme/subtheme each, best first: what the machine says now."""
        return tuple(coding.code for coding in self.codes)

    @property
    def stance_in_force(self) -> Stance:
        """What a person gave or affirmed, else what the machine says now."""
        return self.decision.stance_over(self.stance) if self.decision else self.stance

    @property
    def codes_in_force(self) -> tuple[str, ...]:
        """theme/subtheme each: what a person gave or affirmed, else what the machine says now."""
        return self.decision.codes_over(self.machine_codes) if self.decision else self.machine_codes

    @property
    def scores_in_force(self) -> tuple[float, ...]:
        """How strongly the words speak for each of `codes_in_force`; 1 for what a person gave."""
        return tuple(coding.score for coding in self.codings_in_force)

    @property
    def codings_in_force(self) -> tuple[Coding, ...]:
        """Those of `codes_in_force`: a person's, who gives no reasons, where the person gave it or the machine does not."""
        decision = self.decision
        if decision is None:
            return self.codes
        machine = {} if decision.codes is not None else {coding.code: coding for coding in self.codes}
        return tuple(machine.get(code) or _given(code, decision.person) for code in self.codes_in_force)

    def as_seen(self, version: str) -> Seen:
        """What the machine says of it, for a decision that is made now."""
        stance = self.stance if self.found_by_rules else None
        return Seen(stance=stance, codes=self.machine_codes, version=version)


def _given(code: str, person: str) -> Coding:
    theme, _, subtheme = code.partition("/")
    return Coding(theme=theme, subtheme=subtheme or None, by=person)


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
