"""A review and its documents: the record that `wsr show --json` prints."""

import datetime

from pydantic import Field

from wsr.domain.claims import Claim
from wsr.domain.coding import Extract
from wsr.domain.dates import PartialDate
from wsr.domain.kinds import Criterion, Form, Language, ReferenceSource, ReviewType, Role, Status, YearBasis
from wsr.domain.passages import DocumentWarning, Passage, Recommendation, Section
from wsr.domain.record import Record

_ROLES = list(Role)
_LANGUAGES = (Language.EN, Language.CY)


class Board(Record):
    """The body that published the review, resolved to one known body."""

    id: str
    name: str


class Source(Record):
    """The file that a document was read from."""

    filename: str
    sha256: str
    bytes: int
    media_type: str = "application/pdf"
    extractor: str = Field(description="Name and version of what read it; a newer one reads it again.")
    ingested_at: datetime.datetime


class Document(Record):
    """One file of a review."""

    id: str = Field(description="d1, d2 … in the review, kept for ever.")
    role: Role
    language: Language
    version: int = Field(ge=1, description="Counts the files that took this role and language, 1 the first.")
    pages: int
    machine_read: bool = Field(description="True when its words come from OCR.")
    page_sizes: tuple[tuple[float, float], ...] = Field(
        description="Width and height of each page in points."
    )
    page_languages: tuple[Language, ...] = Field(description="The language of each page.")
    source: Source


def reading_order(role: Role, language: Language, document_id: str) -> tuple[int, int, int]:
    """What the documents of a review are sorted by: role, English before Welsh, the order in which they came."""
    return (_ROLES.index(role), _LANGUAGES.index(language), int(document_id.removeprefix("d")))


def year_of(
    publication: PartialDate | None, report: PartialDate | None, referred: int | None
) -> tuple[int | None, YearBasis | None]:
    """The year of a review and what it goes by: its publication, else its report, else its reference."""
    for date, basis in ((publication, YearBasis.PUBLICATION), (report, YearBasis.REPORT)):
        if date is not None:
            return date.year, basis
    return (referred, YearBasis.REFERENCE) if referred is not None else (None, None)


class ParsedDocument(Record):
    """
    What one file says by itself: the product of the parser, before it joins a review.

    Items carry the document id given to the parser. Recommendations are those of this file, merged within it.
    """

    role: Role
    language: Language
    pages: int
    machine_read: bool
    page_sizes: tuple[tuple[float, float], ...] = Field(
        description="Width and height of each page in points."
    )
    page_languages: tuple[Language, ...] = Field(description="The language of each page.")
    claims: tuple[Claim, ...]
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    recommendations: tuple[Recommendation, ...]
    agencies: tuple[str, ...] = Field(description="Ids of the kinds of agency named, in alphabetical order.")
    coded_agencies: tuple[str, ...] = Field(description='Agencies that the review only codes: "LA1".')
    warnings: tuple[DocumentWarning, ...]
    hold_reasons: tuple[str, ...] = Field(
        description="Sentences; any of them holds the review until released."
    )


class Review(Record):
    """
    One safeguarding review, with the parts of all its current documents, the English report first.

    The facts are those that win among the claims; all claims are kept beside them.
    """

    reference: str
    reference_as_printed: str | None
    reference_source: ReferenceSource
    slug: str
    review_type: ReviewType
    form: Form | None
    criteria: tuple[Criterion, ...]
    title: str
    language: Language
    status: Status
    board: Board | None
    board_reference: str | None
    board_reference_as_printed: str | None
    subjects: tuple[str, ...]
    authors: tuple[str, ...]
    incident_date: PartialDate | None
    report_date: PartialDate | None
    publication_date: PartialDate | None
    year: int | None
    year_basis: YearBasis | None
    pages: int = Field(description="Pages of the first document.")
    agencies: tuple[str, ...]
    coded_agencies: tuple[str, ...] = ()
    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    recommendations: tuple[Recommendation, ...]
    extracts: tuple[Extract, ...] = ()
    warnings: tuple[DocumentWarning, ...]
    hold_reasons: tuple[str, ...] = ()

    @property
    def day(self) -> datetime.date | None:
        """The last day that its date may mean: of its publication, else its report, else its year; None when undated."""
        dated = self.publication_date or self.report_date
        if dated is not None:
            return dated.latest
        return datetime.date(self.year, 12, 31) if self.year is not None else None

    @property
    def recommendation_count(self) -> int:
        """How many recommendations the review makes; a twin's translations of them are not counted again."""
        return sum(not self.is_translated(made) for made in self.recommendations)

    def is_translated(self, made: Recommendation) -> bool:
        """Whether a recommendation of the review is printed in documents of its other language only."""
        own = {document.id for document in self.documents if document.language is self.language}
        return all(place.document not in own for place in made.places)
