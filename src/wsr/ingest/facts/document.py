"""A document with all that it says of its review: the finders' results put together."""

from wsr.domain.claims import Claim, winning, winning_all
from wsr.domain.dates import PartialDate
from wsr.domain.kinds import ReviewType, Role
from wsr.domain.passages import DocumentWarning
from wsr.domain.review import ParsedDocument
from wsr.ingest.facts.agencies import find_agencies, find_coded
from wsr.ingest.facts.authors import find_authors
from wsr.ingest.facts.board import find_board
from wsr.ingest.facts.dates import FIELDS, find_date_claims, order_warnings
from wsr.ingest.facts.form import find_criteria, find_form
from wsr.ingest.facts.privacy import find_hold_reasons, find_privacy_warnings
from wsr.ingest.facts.reading import Reading
from wsr.ingest.facts.recommendations import find_recommendations
from wsr.ingest.facts.reference import find_board_reference, find_reference
from wsr.ingest.facts.review_type import find_review_type
from wsr.ingest.facts.role import find_language, find_role
from wsr.ingest.facts.subjects import find_subjects
from wsr.ingest.facts.title import find_title
from wsr.ingest.flow import Flow
from wsr.ingest.pages import PdfFile

_WITH_FORM = frozenset({ReviewType.CPR, ReviewType.APR})


def build_document(
    pdf: PdfFile, flow: Flow, filename: str, document: str, as_type: ReviewType | None
) -> ParsedDocument:
    """
    What one file says: its role, its facts as claims, its parts, and why it should be held, if it should.

    Args:
        pdf: The pages as read, for the title page, hidden words and what the file says of itself.
        flow: Its sections and passages in reading order.
        filename: The name of the file, which may hold the reference.
        document: The id that its items carry.
        as_type: What type the curator says it is; then it is never rejected for its kind.

    Raises:
        Rejected: it is none of the five types of review (not_a_review).
    """
    reading = Reading(pdf, flow, filename, document)
    type_claims, warnings = find_review_type(reading, as_type)
    role = find_role(reading)
    claims = type_claims + _facts(reading, role, type_claims)
    recommendations, about_recommendations = find_recommendations(reading, role)
    agencies, coded = find_agencies(reading), find_coded(reading)
    claims += [*agencies, *coded]
    return ParsedDocument(
        role=role,
        language=find_language(reading),
        pages=len(pdf.pages),
        machine_read=any(page.machine_read for page in pdf.pages),
        page_sizes=tuple((page.width, page.height) for page in pdf.pages),
        page_languages=flow.page_languages,
        claims=tuple(claims),
        sections=flow.sections,
        passages=flow.passages,
        recommendations=recommendations,
        agencies=tuple(claim.value for claim in agencies),
        coded_agencies=tuple(claim.value for claim in coded),
        warnings=(
            *(DocumentWarning(kind=kind, detail=detail, page=page) for kind, detail, page in pdf.warnings),
            *flow.warnings,
            *warnings,
            *_about_facts(claims),
            *about_recommendations,
            *find_privacy_warnings(reading),
        ),
        hold_reasons=tuple(find_hold_reasons(reading)),
    )


def _facts(reading: Reading, role: Role, type_claims: list[Claim]) -> list[Claim]:
    stated = winning(type_claims, "review_type")
    review_type = ReviewType(stated.value) if stated else None
    form = find_form(reading) if review_type in _WITH_FORM else []
    subjects = find_subjects(reading)
    names = [claim.value for claim in subjects]
    return [
        *find_reference(reading),
        *form,
        *(find_criteria(reading) if review_type is ReviewType.SUSR else []),
        *find_title(reading, review_type, form[0].value if form else None, names),
        *find_board(reading, review_type),
        *find_board_reference(reading),
        *subjects,
        *find_authors(reading),
        *find_date_claims(reading, role),
    ]


def _about_facts(claims: list[Claim]) -> list[DocumentWarning]:
    dates = {field: PartialDate.parse(claim.value) for field in FIELDS if (claim := winning(claims, field))}
    warnings = order_warnings(dates)
    if winning(claims, "board") is None:
        detail = "It names no board, partnership or inspectorate of Wales that is known here."
        warnings.append(DocumentWarning(kind="board_unknown", detail=detail))
    references = {claim.value: claim for claim in winning_all(claims, "reference")}
    stated = {claim.value for claim in claims if claim.field == "reference"}
    if len(stated) > 1:
        detail = f"Its file name and its text give different references: {', '.join(sorted(stated))}."
        warnings.append(DocumentWarning(kind="reference_differs", detail=detail))
    return warnings if references is not None else []
