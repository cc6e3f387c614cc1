"""A review put together from its documents and claims. Pure."""

from collections.abc import Iterable, Sequence

from wsr.domain.claims import Claim, Facts
from wsr.domain.dates import PartialDate
from wsr.domain.kinds import (
    Criterion,
    Form,
    ReferenceSource,
    ReviewType,
    Status,
)
from wsr.domain.passages import DocumentWarning
from wsr.domain.references import find_references, slug_of
from wsr.domain.review import Board, Document, ParsedDocument, Review, reading_order, year_of
from wsr.ingest.facts.dates import FIELDS, order_warnings
from wsr.ingest.merging import merge_recommendations
from wsr.vocabulary.boards import board_by_id


def assemble(
    reference: str,
    reference_as_printed: str | None,
    reference_source: ReferenceSource,
    status: Status,
    documents: Sequence[tuple[Document, ParsedDocument]],
    claims: Iterable[Claim],
) -> Review:
    """
    The review of some documents, the English report first, with the facts that win among all claims.

    Args:
        reference: Canonical.
        reference_as_printed: None where it was assigned here.
        reference_source: Where the reference comes from.
        status: Whether it is shown.
        documents: The current documents, at least one, in any order.
        claims: Those of the manifest and of people, which outrank those of the documents.

    Facts of documents are taken from the first document that states them: a Welsh twin does not add "Plentyn A"
    to Child A. The year is that of publication, else of the report, else of the reference.
    """
    ordered = sorted(documents, key=lambda pair: in_reading_order(pair[0]))
    parts = [relabelled(parsed, document.id) for document, parsed in ordered]
    everything = (*(claim for parsed in parts for claim in parsed.claims), *claims)
    facts = Facts(everything)
    dates = {field: facts.date(field) for field in FIELDS}
    known = find_references(reference)
    year, basis = year_of(dates["publication_date"], dates["report_date"], known[0].year if known else None)
    board_reference = facts.one("board_reference")
    first = ordered[0][0]
    return Review(
        reference=reference,
        reference_as_printed=reference_as_printed,
        reference_source=reference_source,
        slug=slug_of(reference),
        review_type=ReviewType(facts.value("review_type") or known[0].review_type),
        form=Form(form) if (form := facts.value("form")) else None,
        criteria=tuple(Criterion(value) for value in facts.values("criteria")),
        title=facts.value("title") or reference,
        language=first.language,
        status=status,
        board=_board(facts.value("board")),
        board_reference=board_reference.value if board_reference else None,
        board_reference_as_printed=(board_reference.quote or board_reference.value)
        if board_reference
        else None,
        subjects=facts.values("subjects"),
        authors=facts.values("authors"),
        **dates,
        year=year,
        year_basis=basis,
        pages=first.pages,
        agencies=tuple(sorted({agency for parsed in parts for agency in parsed.agencies})),
        coded_agencies=tuple(dict.fromkeys(code for parsed in parts for code in parsed.coded_agencies)),
        documents=tuple(document for document, _ in ordered),
        claims=everything,
        sections=tuple(section for parsed in parts for section in parsed.sections),
        passages=tuple(passage for parsed in parts for passage in parsed.passages),
        recommendations=merge_recommendations(
            [(d.role, d.language, p.recommendations) for (d, _), p in zip(ordered, parts, strict=True)]
        ),
        warnings=_warnings(parts, dates),
        hold_reasons=tuple(dict.fromkeys(reason for parsed in parts for reason in parsed.hold_reasons)),
    )


def in_reading_order(document: Document) -> tuple[int, int, int]:
    """What documents are sorted by: role, English before Welsh, the order in which they came."""
    return reading_order(document.role, document.language, document.id)


def relabelled(parsed: ParsedDocument, document: str) -> ParsedDocument:
    """The same document with all its items under another document id."""

    if all(section.document == document for section in parsed.sections) and all(
        claim.document in (None, document) for claim in parsed.claims
    ):
        return parsed
    new = {"document": document}
    return parsed.model_copy(
        update={
            "claims": tuple(c.model_copy(update=new) if c.document else c for c in parsed.claims),
            "sections": tuple(section.model_copy(update=new) for section in parsed.sections),
            "passages": tuple(passage.model_copy(update=new) for passage in parsed.passages),
            "recommendations": tuple(
                r.model_copy(update={"places": tuple(place.model_copy(update=new) for place in r.places)})
                for r in parsed.recommendations
            ),
        }
    )


def _board(board_id: str | None) -> Board | None:
    known = board_by_id(board_id) if board_id else None
    return Board(id=known.id, name=known.name) if known else None


def _warnings(
    parts: Sequence[ParsedDocument], dates: dict[str, PartialDate | None]
) -> tuple[DocumentWarning, ...]:
    of_documents = [
        warning for parsed in parts for warning in parsed.warnings if warning.kind != "date_order"
    ]
    return (
        *of_documents,
        *order_warnings({field: date for field, date in dates.items() if date is not None}),
    )
