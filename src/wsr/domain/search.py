"""One query object for page, counts, feed and export, and what a search gives back."""

from enum import StrEnum

from pydantic import Field

from wsr.domain.record import Record


class Unit(StrEnum):
    """What a search counts and shows."""

    PASSAGE = "passage"
    EXTRACT = "extract"
    REVIEW = "review"


class Sort(StrEnum):
    """The order of hits; ties are broken by reference, then by place in the review."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
    REFERENCE = "reference"


FACETS = ("review_type", "year", "board", "section_kind", "language")
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
        default=False, description="Search contents pages, letters, forms and glossaries too."
    )
    review_type: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    board: tuple[str, ...] = ()
    section_kind: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    reference: tuple[str, ...] = Field(default=(), description="Only these reviews (canonical references).")
    sort: Sort = Sort.RELEVANCE
    page: int = Field(default=1, ge=1)
    per_page: int = Field(default=20, ge=1, le=100)


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
    """One passage found. Everything that a result shows is here: no second look-up per hit."""

    reference: str
    slug: str
    review_type: str
    year: int | None
    title: str
    document: str = Field(description="The id of its document in the review.")
    section: str = Field(description="The heading of its section; empty for the text before the first one.")
    section_kind: str
    language: str
    id: str
    key: str
    page: int
    text: str
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
