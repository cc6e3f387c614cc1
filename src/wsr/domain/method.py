"""
How results were found: what each term of a list found, what another researcher needs to repeat it, and what a new
method changed.
"""

import datetime
from typing import Self

from pydantic import Field, model_validator

from wsr.domain.record import Record


class TermRow(Record):
    """One extract with the hits of a term list in it: what the statistics of a list are made from."""

    review: str = Field(description="The reference of its review.")
    review_type: str
    year: int | None
    extract: str = Field(description="Its key; different in one review.")
    hits: dict[str, int] = Field(description="The id of each term found in it, with the number of hits.")
    distinct: int = Field(description="The stretches that all hits cover together: overlapping hits are one.")

    @model_validator(mode="after")
    def _counts_agree(self) -> Self:
        if any(count < 1 for count in self.hits.values()):
            raise ValueError("A term found in an extract has at least one hit.")
        if not bool(self.hits) <= self.distinct <= sum(self.hits.values()):
            raise ValueError("Hits cover at least one stretch, and no more stretches than there are hits.")
        return self


class Counts(Record):
    """Hits, in extracts, in reviews."""

    hits: int = 0
    extracts: int = 0
    reviews: int = 0


class TermCounts(Record):
    """What one term of a list found."""

    term: str
    found: Counts
    new_extracts: int = Field(description="Extracts that no term before it in the list had found.")
    new_reviews: int = Field(description="Reviews in which no term before it had found anything.")
    shared: dict[str, float] = Field(
        description="For each other term that found some of its extracts, the share of them; in the list's order."
    )

    @property
    def within(self) -> tuple[str, ...]:
        """The terms that found every one of its extracts: counting both counts these twice."""
        return tuple(term for term, share in self.shared.items() if share == 1)


class GroupCounts(Record):
    """What a list found in the reviews of one type or year."""

    value: str = Field(description='The type, or the year; "" for reviews whose year is not known.')
    held: int = Field(ge=0, description="Reviews held of that type or year: the basis of the rates.")
    found: Counts = Field(description="By the whole list; its hits are de-duplicated.")
    terms: dict[str, Counts] = Field(description="By each term of the list, in its order, zeros too.")

    def rate(self, count: int) -> float | None:
        """So many for each review held; None where none is held."""
        return count / self.held if self.held else None


class ListCounts(Record):
    """What a term list found."""

    terms: tuple[TermCounts, ...] = Field(
        description="Every term, in the list's order, those that found nothing too."
    )
    raw_hits: int = Field(
        description="The hits of all terms added up: those that overlap count more than once."
    )
    found: Counts = Field(description="By the whole list; its hits are de-duplicated.")
    by_type: tuple[GroupCounts, ...]
    by_year: tuple[GroupCounts, ...]


class Provenance(Record):
    """What another researcher needs beside a question to get the same answer: versions, holdings, date."""

    term_list: str = Field(description="Id and version: best-practice 1.")
    codebook: str = Field(description="Id and version.")
    rules_version: str = Field(description="The version of the rules that the codings were made with.")
    index_version: str
    software_version: str
    date: datetime.date = Field(description="The day of the answer, in UTC.")
    reviews_held: int = Field(ge=0, description="Reviews that were searched.")


class Method(Provenance):
    """How a result was made; printed whole, another researcher can repeat it."""

    query: str = Field(description="As typed; empty when the term list alone was asked.")
    filters: tuple[str, ...] = Field(description="Each filter as a sentence, in the reader's language.")
    counts: ListCounts
    rejected: Counts = Field(
        default=Counts(),
        description="What people rejected; it is in none of the counts. Its hits are de-duplicated.",
    )
    left_out: dict[str, int] = Field(
        description="Hits that make no extract, by reason: a kind of section (contents, letter …), or prompt."
    )
    left_out_of_all_terms: bool = Field(
        default=True,
        description="True when those are hits of all terms of the list, also of those not asked for.",
    )
    coded_otherwise: int = Field(
        default=0, description="Reviews whose extracts were made with another list, codebook or other rules."
    )

    @property
    def left_out_in_all(self) -> int:
        """Hits that make no extract, whatever the reason."""
        return sum(self.left_out.values())


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
    recommendations_changed: int = Field(
        default=0, description="Recommendations with other themes or other kinds of agency."
    )
    kept_changed: int = Field(
        default=0,
        description="Extracts that a person kept as the machine had them then, and of which it now says something else.",
    )
    unanchored: int = Field(description="Judged extracts whose words are in the review no more.")
