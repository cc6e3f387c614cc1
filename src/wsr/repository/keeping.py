"""Keeping a document that has been decided about: one transaction, after which its review is dirty."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wsr.coding.coder import Coder
from wsr.domain.claims import Claim
from wsr.domain.kinds import Outcome, Status
from wsr.domain.review import Document, ParsedDocument, Source
from wsr.ingest.decide import Decision
from wsr.ingest.extractor import EXTRACTOR
from wsr.language.keys import key_in_review
from wsr.repository.clock import now
from wsr.repository.coding import code
from wsr.repository.repository import assembled
from wsr.store import documents, reviews
from wsr.store.database import Session
from wsr.store.reviews import StoredReview


@dataclass(frozen=True, slots=True)
class Reading:
    """A file, what was read in it, and what is to become of it."""

    filename: str
    sha256: str
    bytes: int
    parsed: ParsedDocument
    decision: Decision
    claims: tuple[Claim, ...]
    """Those of the manifest."""


def keep(session: Session, reading: Reading, coder: Coder) -> int:
    """
    Store the document of a reading, found its review if it is new, bring the review's facts and extracts up to date.

    Gives the number of extracts found in the document.
    """
    decision = reading.decision
    document, parsed = _document(reading), _parsed(reading)
    if decision.outcome is Outcome.REPARSED:
        documents.replace_document(session, document, parsed)
    else:
        kept = reviews.load_review(session, decision.reference)
        if kept is None:
            kept = _founded(session, decision, document, parsed)
        documents.add_document(session, kept.id, document, parsed)
    _bring_up_to_date(session, _held(session, decision.reference), reading.claims)
    extracts = code(session, _held(session, decision.reference), coder)
    return sum(extract.document == document.id for extract in extracts)


def keep_claims(session: Session, reference: str, claims: Sequence[Claim]) -> None:
    """Let new facts of the manifest speak for a review whose documents have not changed."""
    kept = _held(session, reference)
    if set(_with_newer(kept.claims, claims)) != set(kept.claims):
        _bring_up_to_date(session, kept, claims)


def status_of(session: Session, kept: StoredReview) -> Status:
    """Held while a current document has reasons that nobody has released; a withdrawn review stays withdrawn."""
    if kept.status is Status.WITHDRAWN:
        return Status.WITHDRAWN
    return Status.HELD if documents.unreleased_reasons(session, kept.id) else Status.PUBLISHED


def _bring_up_to_date(session: Session, kept: StoredReview, claims: Sequence[Claim]) -> None:
    newer = _with_newer(kept.claims, claims)
    reviews.set_outside_claims(session, kept.id, newer)
    changed = replace(kept, claims=newer, status=status_of(session, kept), extracts=(), judged=())
    reviews.update_review(session, kept.id, assembled(changed))


def _with_newer(earlier: Sequence[Claim], later: Sequence[Claim]) -> tuple[Claim, ...]:
    """A later line of a manifest replaces what earlier ones said of the same field."""
    renewed = {(claim.source, claim.field) for claim in later}
    return (*(claim for claim in earlier if (claim.source, claim.field) not in renewed), *later)


def _held(session: Session, reference: str) -> StoredReview:
    kept = reviews.load_review(session, reference)
    assert kept is not None, "A decision names a review that is held, or founds it."
    return kept


def _founded(
    session: Session, decision: Decision, document: Document, parsed: ParsedDocument
) -> StoredReview:
    """A new review; it is not shown before its first document is kept, which is in the same transaction."""
    review = StoredReview(
        id=0,
        reference=decision.reference,
        reference_as_printed=decision.reference_as_printed,
        reference_source=decision.reference_source,
        status=Status.PUBLISHED,
        documents=((document, parsed),),
        claims=(),
    )
    return replace(review, id=reviews.add_review(session, assembled(review), now()))


def _document(reading: Reading) -> Document:
    decision, parsed = reading.decision, reading.parsed
    return Document(
        id=decision.document,
        role=decision.role,
        language=decision.language,
        version=decision.version,
        pages=parsed.pages,
        machine_read=parsed.machine_read,
        page_sizes=parsed.page_sizes,
        page_languages=parsed.page_languages,
        source=Source(
            filename=reading.filename,
            sha256=reading.sha256,
            bytes=reading.bytes,
            extractor=EXTRACTOR,
            ingested_at=now(),
        ),
    )


def _parsed(reading: Reading) -> ParsedDocument:
    """What was read, with keys that hold in the whole review, and what deciding about it found worth a warning."""
    parsed, decision = reading.parsed, reading.decision
    passages = tuple(
        passage.model_copy(update={"key": key_in_review(passage.key, decision.role, decision.language)})
        for passage in parsed.passages
    )
    return parsed.model_copy(
        update={"passages": passages, "warnings": (*parsed.warnings, *decision.warnings)}
    )
