"""The review page: what is known about a review, its recommendations, and its whole text with the hits."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Annotated, ClassVar

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from wsr.domain.codebook import Codebook
from wsr.domain.coding import Extract
from wsr.domain.kinds import Language
from wsr.domain.recommendations import RecommendationLink
from wsr.domain.review import Document, Review
from wsr.domain.search import Hit, SearchQuery, SearchResults, Sort, Unit
from wsr.errors import IndexUnavailable, Message, QueryError
from wsr.repository.linking import links_to
from wsr.repository.repository import Repository
from wsr.web import labels
from wsr.web.addresses import export_address, review_address, search_address
from wsr.web.asked import RepositoryDep, SlugDep
from wsr.web.documents import DocumentLink, document_links
from wsr.web.export_links import ExportLinks, export_links, files_of
from wsr.web.extracts import PassageExtracts, extracts_by_passage
from wsr.web.facts import Fact, Statement, disagreements, facts, statements
from wsr.web.form import SearchForm, search_form
from wsr.web.hits import hit_marks, hits_in
from wsr.web.metadata import Metadata, metadata
from wsr.web.params import ReadingParams
from wsr.web.practice import Practice, practice
from wsr.web.quoting import SCRIPT, Quoter, quoter_of
from wsr.web.reading import Part, Reader, document_of, named_document, parts
from wsr.web.recommendations import RecommendationRow, recommendation_rows
from wsr.web.results import quoted
from wsr.web.roles import anyone
from wsr.web.selection import Selection
from wsr.web.templating import Page, language_of, render, told
from wsr.web.why import Teller
from wsr.web.wording import Wording, counted, say

router = APIRouter()


@router.get("/reviews/{slug}")
@anyone
def review_page(
    request: Request, slug: SlugDep, params: Annotated[ReadingParams, Query()], repository: RepositoryDep
) -> Response:
    """One review, read whole, with its extracts and the hits of the search that led to it."""
    review = repository.review(slug)
    reading = read(
        repository, review, document_of(review, params.document), params.query(), params.selection()
    )
    return render(request, review_context(quoter_of(request), reading))


@router.get("/reviews/{slug}/passages/{key}")
@anyone
def passage_link(request: Request, slug: SlugDep, key: str, repository: RepositoryDep) -> Response:
    """The permanent address of a passage: leads to its place in the current version."""
    passage = repository.passage_by_key(slug, key)
    document = named_document(repository.review(slug), passage.document)
    return RedirectResponse(
        review_address(language_of(request), slug, document=document, at=passage.id), status_code=302
    )


@router.get("/reviews/{slug}/extracts/{key}")
@anyone
def extract_link(request: Request, slug: SlugDep, key: str, repository: RepositoryDep) -> Response:
    """The permanent address of an extract: leads to its place in the current version."""
    extract = repository.extract_by_key(slug, key)
    document = named_document(repository.review(slug), extract.document)
    return RedirectResponse(
        review_address(language_of(request), slug, document=document, at=extract.id), status_code=302
    )


@dataclass(frozen=True)
class Reading:
    """A review, the document of it that is read, what a query finds in the review, and which extracts are marked."""

    review: Review
    document: Document
    query: SearchQuery
    hits: tuple[Hit, ...]
    trouble: Message | None
    """Why the hits could not be found; the review is shown all the same."""
    selection: Selection
    codebook: Codebook
    practice: SearchResults | None
    """What the index has of its extracts; None when it cannot answer."""

    links: Mapping[str, tuple[RecommendationLink, ...]]
    """Those of people from earlier recommendations to its extracts, by the key of the extract."""

    @property
    def extracts(self) -> tuple[Extract, ...]:
        """Those of the document that is read."""
        return tuple(each for each in self.review.extracts if each.document == self.document.id)

    @property
    def marks(self) -> list[tuple[str, str]]:
        """What an address says of what is marked."""
        return self.selection.pairs(self.query)


def read(
    repository: Repository, review: Review, document: Document, query: SearchQuery, selection: Selection
) -> Reading:
    """The reading of a document; a query that cannot be answered costs the marks of hits, never the review."""
    codebook, extracts = repository.coder().codebook, _extracts_found(repository, review)
    links = links_to(repository, review.slug)
    try:
        hits = hits_in(repository, review, query)
    except (QueryError, IndexUnavailable) as error:
        return Reading(review, document, query, (), error.message, selection, codebook, extracts, links)
    return Reading(review, document, query, hits, None, selection, codebook, extracts, links)


def _extracts_found(repository: Repository, review: Review) -> SearchResults | None:
    query = SearchQuery(unit=Unit.EXTRACT, reference=(review.reference,), sort=Sort.REFERENCE, per_page=1)
    try:
        return repository.search(query)
    except IndexUnavailable:
        return None


@dataclass(frozen=True, kw_only=True)
class ReviewPage(Page):
    """A review."""

    template: ClassVar[str] = "review.html"
    script: ClassVar[str] = SCRIPT

    reference: str = told("The canonical reference.")
    kind: str = told("“Child Practice Review”, with its form when it has one.")
    board: str = told("The body that published it; empty when unknown.")
    year: str = told("Its year; empty when unknown.")
    language: str = told("The language of the review’s title.")
    back_url: str | None = told("The search that led here; None when the reader came otherwise.")
    documents: tuple[DocumentLink, ...] = told("All its documents; one of them is current.")
    document_language: str = told("The language of the document that is read.")
    machine_read: bool = told("True when its words were read from pictures by a machine.")
    metadata: Metadata = told("The review for programs, and its files for reference managers.")
    citation: str = told("How to cite the review.")
    facts: tuple[Fact, ...] = told("What is known about the review.")
    statements: tuple[Statement, ...] = told("Every claim with its source.")
    disagreements: tuple[str, ...] = told("The names of facts on which sources disagree.")
    notes: tuple[str, ...] = told("What a person should know about how the documents were read.")
    recommendations: tuple[RecommendationRow, ...] = told("What the review asks for.")
    form: SearchForm = told("The form that searches within the review.")
    form_url: str = told("Where that form is sent.")
    form_document: str | None = told("The document that the form keeps; None for the first.")
    form_marks: tuple[tuple[str, str], ...] = told("What is marked, as the form keeps it: name and value.")
    found: str = told("“5 passages of this document match “…””; empty without a query.")
    first_hit: str = told("The id of the first passage that matches; empty when none does.")
    practice: Practice = told("What the document says of practice, in sums.")
    exports: ExportLinks | None = told("The files of the review’s extracts; None when there are none.")
    parts: tuple[Part, ...] = told("The text of the document, section by section.")


def review_context(quoter: Quoter, reading: Reading) -> ReviewPage:
    """The page of a reading."""
    language, say_in, review, document = quoter.language, quoter.say_in, reading.review, reading.document
    marks = hit_marks([hit for hit in reading.hits if hit.document == document.id])
    return ReviewPage(
        title=review.title,
        reference=review.reference,
        kind=_kind(say_in, review),
        board=review.board.name if review.board else "",
        year=str(review.year or ""),
        language=review.language.value,
        back_url=search_address(language, reading.query) if reading.query != SearchQuery() else None,
        documents=document_links(
            say_in, language, review, document, reading.query, reading.hits, reading.marks
        ),
        document_language=document.language.value,
        machine_read=document.machine_read,
        metadata=metadata(quoter, review),
        citation=quoter.of_review(review),
        facts=facts(say_in, review),
        statements=statements(say_in, language, review),
        disagreements=disagreements(say_in, review),
        notes=tuple(warning.detail for warning in review.warnings),
        recommendations=recommendation_rows(say_in, language, review),
        form=search_form(say_in, reading.query, reading.trouble),
        form_url=review_address(language, review.slug),
        form_document=named_document(review, document.id),
        form_marks=tuple(reading.marks),
        found=_found(say_in, reading, len(marks)),
        first_hit=next(iter(marks), ""),
        practice=_practice(say_in, language, reading),
        exports=_exports(say_in, reading),
        parts=parts(Reader(language, review, document, marks, extracts=_marked_extracts(quoter, reading))),
    )


def _exports(say_in: Wording, reading: Reading) -> ExportLinks | None:
    """The files of the extracts of the whole review, which say so where one of several documents is shown."""
    found = reading.practice
    if found is None:
        return None
    if len(reading.review.documents) == 1:
        return export_links(say_in, found)
    extracts = counted(say_in, "%(number)s extract", "%(number)s extracts", found.total)
    counts = say_in.gettext("%(extracts)s in all documents of this review") % {"extracts": extracts}
    return files_of(say_in, found.total, counts, partial(export_address, query=found.query))


def _practice(say_in: Wording, language: Language, reading: Reading) -> Practice:
    review, query = reading.review, reading.query

    def address(selection: Selection) -> str:
        return review_address(
            language,
            review.slug,
            query=query if query != SearchQuery() else None,
            document=named_document(review, reading.document.id),
            marks=selection.pairs(query),
            at="practice",
        )

    return practice(say_in, reading.codebook, reading.extracts, reading.selection, address)


def _marked_extracts(quoter: Quoter, reading: Reading) -> dict[str, PassageExtracts]:
    review = reading.review
    teller = Teller(quoter.language, review.slug, reading.codebook, quoter.of_extracts(review), reading.links)
    marked = [extract for extract in reading.extracts if reading.selection.takes(extract)]
    return extracts_by_passage(teller, reading.extracts, marked)


def _kind(say_in: Wording, review: Review) -> str:
    kind = say(say_in, labels.REVIEW_TYPES, review.review_type)
    if review.form is None:
        return kind
    form = say(say_in, labels.FORMS, review.form)
    return say_in.gettext("%(kind)s (%(form)s)") % {"kind": kind, "form": form.lower()}


def _found(say_in: Wording, reading: Reading, number: int) -> str:
    if not reading.query.text or reading.trouble:
        return ""
    message = say_in.ngettext(
        "%(passages)s of this document matches %(text)s.",
        "%(passages)s of this document match %(text)s.",
        number,
    )
    passages = counted(say_in, "%(number)s passage", "%(number)s passages", number)
    return message % {"passages": passages, "text": quoted(reading.query.text)}
