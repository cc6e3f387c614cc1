"""One query object for page, counts, feed and export, and what a search gives back."""

from enum import StrEnum

from pydantic import Field, field_validator

from wsr.domain.record import Record
from wsr.domain.references import parse_reference


class Unit(StrEnum):
    """What a search counts and shows."""

    PASSAGE = "passage"
    EXTRACT = "extract"
    REVIEW = "review"
    RECOMMENDATION = "recommendation"


class Sort(StrEnum):
    """The order of hits; ties are broken by reference, then by place in the review."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
    REFERENCE = "reference"
    STRENGTH = "strength"
    """How strongly the words speak for the codes asked for, or for any; extracts of many reviews among the first."""


MANY_VALUED = (
    "stance",
    "theme",
    "subtheme",
    "term",
    "agency",
    "decided",
    "recommendation_theme",
    "addressee",
    "body",
    "level",
)
"""The facets of which a row may have any number of values."""

FACETS = ("review_type", "year", "board", "section_kind", "language", *MANY_VALUED)
"""The fields that are counted over the whole result, in the order shown."""


class SearchQuery(Record):
    """
    What is asked: words, filters, order and page.

    Values of one filter are alternatives; different filters must all hold. A blank `text` asks for
    everything that the filters leave.
    """

    text: str = ""
    unit: Unit = Unit.PASSAGE
    stemmed: bool = Field(default=False, description="Match other forms of the words too.")
    all_sections: bool = Field(
        default=False,
        description="Search contents pages, letters, forms and glossaries too; of recommendations those that a "
        "review prints again in its other language.",
    )
    review_type: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    board: tuple[str, ...] = ()
    section_kind: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    stance: tuple[str, ...] = Field(
        default=(), description="Of an extract, a person's before the machine's; of any extract of a passage."
    )
    theme: tuple[str, ...] = ()
    subtheme: tuple[str, ...] = Field(default=(), description="theme/subtheme each.")
    term: tuple[str, ...] = Field(
        default=(), description="Ids of terms of the list that reviews are coded with."
    )
    agency: tuple[str, ...] = Field(default=(), description="Ids of kinds of agency that the text names.")
    decided: tuple[str, ...] = Field(
        default=(),
        description="How far people have come with it; rejected extracts are found by naming them only.",
    )
    recommendation_theme: tuple[str, ...] = Field(
        default=(), description="Ids of high-level themes; of a recommendation."
    )
    addressee: tuple[str, ...] = Field(
        default=(), description="Ids of kinds of agency that a recommendation is addressed to."
    )
    body: tuple[str, ...] = Field(
        default=(), description="Ids of known bodies, boards included, that a recommendation is addressed to."
    )
    level: tuple[str, ...] = Field(default=(), description="Whom a recommendation binds.")
    reference: tuple[str, ...] = Field(
        default=(),
        description="Only these reviews: their references, in any form; kept in the canonical one.",
    )
    sample: int | None = Field(default=None, ge=1, description="Keep so many at random, of the whole result.")
    seed: int = Field(default=1, description="The same seed draws the same sample of the same result.")
    sort: Sort = Sort.RELEVANCE
    page: int = Field(default=1, ge=1)
    per_page: int = Field(default=20, ge=1, le=100)

    @field_validator("reference")
    @classmethod
    def _canonical(cls, references: tuple[str, ...]) -> tuple[str, ...]:
        """As people type them: any dash, case and spaces."""
        return tuple(found.canonical if (found := parse_reference(one)) else one for one in references)


class Snippet(Record):
    """A piece of a passage's text with the matches marked, as alternating plain and marked stretches."""

    parts: tuple[tuple[str, bool], ...] = Field(
        description="(text, is it a match); joined they are the piece."
    )
    starts_inside: bool = Field(description="True when text before it was left out.")
    ends_inside: bool

    @property
    def text(self) -> str:
        """The piece without marks."""
        return "".join(text for text, _ in self.parts)


class Hit(Record):
    """One passage, extract or recommendation found. Everything that a result shows is here: no second look-up per hit."""

    reference: str
    slug: str
    review_type: str
    year: int | None
    title: str
    board_name: str = Field(default="", description="The body that published the review; empty when unknown.")
    document: str = Field(description="The id of its document in the review.")
    section: str = Field(description="The heading of its section; empty for the text before the first one.")
    section_kind: str
    language: str
    id: str = Field(description="Of the passage, of the extract or of the recommendation.")
    key: str
    passage: str = Field(
        default="",
        description="The id of the passage; of a passage its own. Of a recommendation where it begins; empty when unknown.",
    )
    number: str | None = Field(default=None, description="The number by which its paragraph is cited.")
    page: int
    text: str
    terms: tuple[str, ...] = Field(default=(), description="Of an extract: the terms found in it.")
    stance: str | None = Field(default=None, description="Of an extract: the stance in force.")
    codes: tuple[str, ...] = Field(
        default=(), description="Of an extract or a recommendation: the codes in force, best first."
    )
    decided: str | None = Field(default=None, description="Of an extract: how far people have come with it.")
    plainness: int = Field(
        default=0, description="Of an extract: how plainly it says what it thinks of practice, 0 to 3."
    )
    label: str | None = Field(default=None, description="Of a recommendation: as printed before it.")
    addressees: tuple[str, ...] = Field(default=(), description="Of a recommendation: as printed.")
    level: str | None = Field(default=None, description="Of a recommendation: whom it binds.")
    recommendation_themes: tuple[str, ...] = Field(
        default=(), description="Of a recommendation: its high-level themes, best first."
    )
    addressee_kinds: tuple[str, ...] = Field(
        default=(), description="Of a recommendation: ids of the kinds of agency addressed."
    )
    addressee_bodies: tuple[str, ...] = Field(
        default=(), description="Of a recommendation: the known bodies addressed, by their present names."
    )
    addressee_body_ids: tuple[str, ...] = Field(
        default=(), description="Their ids, in the same order: the values of the filter `body`."
    )
    action: str = Field(
        default="", description="Of a recommendation: the verb that says what is to be done, as printed."
    )
    times: tuple[str, ...] = Field(
        default=(), description="Of a recommendation: dates and time limits, as printed."
    )
    snippet: Snippet
    matches: tuple[tuple[int, int], ...] = Field(
        default=(), description="Where the matches stand in `text`: half-open, in order, not overlapping."
    )
    score: float
    because: tuple[str, ...] = Field(
        description="The words of the text that matched, as printed, without repeats."
    )


class FacetValue(Record):
    """How many hits have one value."""

    value: str
    label: str = Field(
        description="The value in words. The index gives only the names of boards; the rest is said to the reader."
    )
    count: int


class SearchResults(Record):
    """The answer to a SearchQuery: one page of hits, the counts of the whole result."""

    query: SearchQuery
    total: int
    total_reviews: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[FacetValue, ...]] = Field(
        description="For each of FACETS the values over the whole result; a filtered facet counts as if it were not."
    )
    suggestions: tuple[str, ...] = Field(
        default=(), description="Near spellings, offered when nothing was found."
    )
    index_version: str = Field(description="Names the generation of the index that answered.")

    @property
    def pages(self) -> int:
        """How many pages the result has; 0 when it is empty."""
        return -(-self.total // self.query.per_page)
