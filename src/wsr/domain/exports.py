"""What is taken away: one item a hit with all that a reader of the file needs, and how it was found."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from pydantic import Field

from wsr.domain.codebook import Codebook, TermList
from wsr.domain.coding import Coding, Decision, Reason
from wsr.domain.dates import PartialDate
from wsr.domain.judging import Judged
from wsr.domain.kinds import Form, Language, ReviewType, YearBasis
from wsr.domain.method import Provenance
from wsr.domain.record import Record
from wsr.domain.review import Board, Review
from wsr.domain.search import SearchQuery, Unit


class ExportFormat(StrEnum):
    """The formats of files, by the name in an address and on the command line."""

    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"
    DOCX = "docx"
    RIS = "ris"
    BIBTEX = "bibtex"
    CSL = "csl"
    QDC = "qdc"
    QDPX = "qdpx"


class ExportedReview(Record):
    """The facts of a review that a file repeats beside what is quoted from it."""

    reference: str
    slug: str
    review_type: ReviewType
    form: Form | None
    title: str
    language: Language
    board: Board | None
    board_reference: str | None = None
    authors: tuple[str, ...] = ()
    incident_date: PartialDate | None = None
    report_date: PartialDate | None = None
    publication_date: PartialDate | None = None
    year: int | None
    year_basis: YearBasis | None = None
    pages: int = Field(description="Of its first document.")
    address: str = Field(description="Its page.")


class ExportedItem(Record):
    """One hit: an extract, a passage, a recommendation, or the passage that a review was found by."""

    unit: Unit
    review: ExportedReview
    document: str
    language: Language = Field(description="Of the page that it stands on.")
    section: str = Field(description="The heading; empty for the text before the first one.")
    section_kind: str
    passage: str = Field(description="The id of its passage.")
    passage_key: str
    passage_number: str | None = Field(description="As printed before the passage.")
    cited_number: str | None = Field(default=None, description="The number by which its paragraph is cited.")
    id: str
    key: str
    page: int
    page_last: int = Field(description="Where its passage ends.")
    start: int = Field(description="Half-open offsets into the passage, in code points.")
    end: int
    text: str
    before: str = Field(description="What stands before it in its passage; empty at the beginning.")
    after: str
    terms: tuple[str, ...] = ()
    term_counts: tuple[int, ...] = ()
    stance: str | None = Field(
        default=None, description="The one in force: a person's before the machine's. None for a passage."
    )
    stance_because: tuple[Reason, ...] = Field(default=(), description="The machine's reasons.")
    machine_stance: str | None = None
    codes: tuple[str, ...] = Field(default=(), description="Those in force, theme/subtheme each, best first.")
    machine_codes: tuple[Coding, ...] = ()
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
    action: str = Field(
        default="", description="Of a recommendation: the verb that says what is to be done, as printed."
    )
    times: tuple[str, ...] = Field(
        default=(), description="Of a recommendation: dates and time limits, as printed."
    )
    decided: str | None = Field(default=None, description="How far people have come with it.")
    decision: Decision | None = Field(default=None, description="The latest one.")
    address: str = Field(description="Its permanent address.")
    citation: str = Field(description="Ready to paste, without the day on which it was read.")

    @property
    def decided_by(self) -> str:
        """Who decided: the name of a person, or machine where nobody has; empty for a passage."""
        if self.stance is None:
            return ""
        return self.decision.person if self.decision else "machine"

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes in force, each once."""
        return tuple(dict.fromkeys(code.partition("/")[0] for code in self.codes))

    @property
    def subthemes(self) -> tuple[str, ...]:
        """The sub-themes in force, theme/subtheme each."""
        return tuple(code for code in self.codes if "/" in code)


class ExportCounts(Record):
    """What a file holds."""

    items: int = Field(description="Rows: extracts, passages or reviews, by the unit of the query.")
    reviews: int
    raw_hits: int | None = Field(
        default=None, description="Hits of the term list in the extracts, each term counted by itself."
    )
    distinct_hits: int | None = Field(
        default=None, description="The same without duplicates: those that overlap count once."
    )


class ExportMethod(Record):
    """How what a file holds was found. Printed whole, another researcher can repeat it."""

    title: str = Field(description="“Extracts on practice that match “risk””.")
    sentences: tuple[str, ...] = Field(description="The query, the filters, counts and versions.")
    query: SearchQuery
    counts: ExportCounts
    provenance: Provenance
    citation: str = Field(description="How to cite the whole, with its address and the day.")
    address: str = Field(description="The search itself.")
    notice: str = Field(description="What to bear in mind: who the texts are about, what is quoted.")

    @property
    def date(self) -> datetime.date:
        """The one date in a file that depends on the day on which it was made."""
        return self.provenance.date


@dataclass(frozen=True, slots=True)
class Export:
    """What is written to a file: how it was found, then everything found, read as it is asked for, once."""

    method: ExportMethod
    items: Iterator[ExportedItem]
    reviews: Iterable[ExportedReview]
    """The reviews that the items are of, by reference."""
    whole: Callable[[str], Review]
    """The whole review of a slug, read when it is asked for."""
    judged: Callable[[str], Sequence[Judged]]
    """What people decided about in the review of a slug, with all their decisions."""
    people: tuple[str, ...]
    """Who decided about anything in these reviews."""
    longest: int
    """Code points that no text, nor what stands before or after one, has more of."""
    codebook: Codebook
    terms: TermList
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """For each field the words for its values: stance, review_type, form, section_kind, theme, subtheme, decided."""

    def name(self, field: str, value: str | None) -> str:
        """The words for a value; the value itself when it has none, nothing for None."""
        return self.names.get(field, {}).get(value, value) if value is not None else ""
