"""What becomes of a file that has been read: which outcome, which review, which document. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from wsr.domain.claims import winning
from wsr.domain.kinds import ClaimSource, Language, Outcome, ReferenceSource, ReviewType, Role
from wsr.domain.passages import DocumentWarning
from wsr.domain.references import Reference, find_references, local_reference, parse_reference
from wsr.domain.review import ParsedDocument
from wsr.ingest.belonging import HeldReview, review_of
from wsr.ingest.manifest import Manifest
from wsr.language.shingles import Shingles, overlap, shingles

SAME_TEXT = 0.9
"""Overlap from which a document repeats another of its role and language."""
SAME_REVIEW = 0.5
"""Overlap from which a document with the board reference of another is a corrected issue of it."""


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """A document that the store holds, as far as deciding needs it."""

    reference: str
    document: str
    role: Role
    language: Language
    version: int
    sha256: str
    filename: str
    extractor: str
    is_current: bool = True


@dataclass(frozen=True)
class Known:
    """What the store holds: all documents of all versions, all reviews of any status, sketches of texts."""

    documents: tuple[HeldDocument, ...] = ()
    reviews: tuple[HeldReview, ...] = ()
    sketches: Mapping[str, Shingles] = field(default_factory=dict)
    """Shingles of the current documents by sha256; it may make them when asked."""

    def with_sha256(self, sha256: str) -> HeldDocument | None:
        """The document that was read from these bytes, or None."""
        return next((held for held in self.documents if held.sha256 == sha256), None)

    def of(self, reference: str) -> list[HeldDocument]:
        """All documents of a review."""
        return [held for held in self.documents if held.reference == reference]

    def is_held(self, reference: str) -> bool:
        """Whether there is a review of this reference."""
        return any(review.reference == reference for review in self.reviews) or bool(self.of(reference))


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a file. A document that is not kept (unchanged, duplicate) names the one it repeats."""

    outcome: Outcome
    reference: str
    reference_as_printed: str | None
    reference_source: ReferenceSource
    document: str
    role: Role
    language: Language
    version: int
    founds_review: bool
    """Whether the review begins with this document."""
    detail: str | None = None
    """A sentence: which document it repeats, why it is held."""
    warnings: tuple[DocumentWarning, ...] = ()

    @property
    def is_kept(self) -> bool:
        """Whether the document, or its new reading, is to be stored."""
        return self.outcome not in (Outcome.UNCHANGED, Outcome.DUPLICATE)


def decide_by_bytes(sha256: str, filename: str, known: Known, extractor: str) -> Decision | None:
    """
    What becomes of bytes that are held already; None for bytes never seen.

    Unchanged under the same name and read by the same extractor, reparsed if that is another, a duplicate under
    another name. Can be asked before the file is read; reparsed asks that it be read.
    """
    held = known.with_sha256(sha256)
    if held is None:
        return None
    same_name = held.filename == filename
    outcome = Outcome.UNCHANGED if held.extractor == extractor else Outcome.REPARSED
    return Decision(
        outcome=outcome if same_name or outcome is Outcome.REPARSED else Outcome.DUPLICATE,
        reference=held.reference,
        reference_as_printed=None,
        reference_source=_source_held(held.reference, known),
        document=held.document,
        role=held.role,
        language=held.language,
        version=held.version,
        founds_review=False,
        detail=None if same_name else f"The same file is held as {held.filename} of {held.reference}.",
    )


def decide(
    parsed: ParsedDocument, sha256: str, filename: str, manifest: Manifest, known: Known, extractor: str
) -> Decision:
    """
    What becomes of a file that has been read.

    bytes held? | its own reference (manifest, file name, text) | repeats a text? | belongs to a review? | local

    With a reference of its own it is a new version of the document of its role and language, a companion of
    the review, or the first of it. Without one it is a duplicate of a text it repeats; a document of the review
    it clearly belongs to (see wsr.ingest.belonging); else the first of a review with the next local reference.
    A document with reasons to hold is held, whichever of these it is.
    """
    by_bytes = decide_by_bytes(sha256, filename, known, extractor)
    if by_bytes is not None:
        return _reread(by_bytes, parsed, manifest, filename, known)
    role = manifest.role_for(filename) or parsed.role
    language = manifest.language_for(filename) or parsed.language
    text = shingles("\n".join(passage.text for passage in parsed.passages))
    own = _own_reference(parsed, filename, manifest)
    alike, share = _most_alike(text, role, language, known)
    if own is not None:
        decision = _placed(own[0].canonical, own[1], own[0].as_printed, role, language, known)
        if alike is not None and share >= SAME_TEXT and alike.reference != decision.reference:
            decision = _warned(
                decision,
                "near_duplicate",
                f"Its text is nearly that of {alike.filename} of {alike.reference}.",
            )
        return _held(_type_checked(decision, own[0], parsed), parsed)
    if alike is not None and share >= SAME_TEXT:
        repeated = _placed(alike.reference, _source_held(alike.reference, known), None, role, language, known)
        return replace(
            repeated,
            outcome=Outcome.DUPLICATE,
            document=alike.document,
            version=alike.version,
            detail=f"Its text is that of {alike.filename} of {alike.reference}.",
        )
    return _held(_without_reference(parsed, filename, role, language, text, known), parsed)


def _own_reference(
    parsed: ParsedDocument, filename: str, manifest: Manifest
) -> tuple[Reference, ReferenceSource] | None:
    given = manifest.reference_for(filename)
    if given is not None:
        return given, ReferenceSource.MANIFEST
    claim = winning(parsed.claims, "reference")
    found = find_references(claim.quote or claim.value) if claim else []
    if claim is None or not found:
        return None
    source = ReferenceSource.FILE_NAME if claim.source is ClaimSource.FILE_NAME else ReferenceSource.TEXT
    return found[0], source


def _without_reference(
    parsed: ParsedDocument, filename: str, role: Role, language: Language, text: Shingles, known: Known
) -> Decision:
    review = review_of(parsed, filename, role, known.reviews)
    if review is not None:
        decision = _placed(review.reference, review.reference_source, None, role, language, known)
        current = [
            d
            for d in known.of(review.reference)
            if d.document == decision.document or _same_kind(d, role, language)
        ]
        if not any(_same_kind(held, role, language) for held in current):
            return decision
        if any(
            overlap(text, known.sketches.get(d.sha256, frozenset())) >= SAME_REVIEW
            for d in current
            if d.is_current
        ):
            return decision
    year = _year(parsed)
    review_type = _type(parsed)
    reference = _next_local(review_type, year, known)
    decision = _placed(reference, ReferenceSource.ASSIGNED, None, role, language, known)
    if role is not Role.REPORT:
        name = role.value.replace("_", " ")
        decision = _warned(
            decision, "companion_alone", f"It is a {name}, but no review was found to which it belongs."
        )
    return decision


def _placed(
    reference: str, source: ReferenceSource, printed: str | None, role: Role, language: Language, known: Known
) -> Decision:
    """The document in its review: first of it, companion, or new version of its role and language."""
    documents = known.of(reference)
    earlier = [held for held in documents if _same_kind(held, role, language)]
    is_held = known.is_held(reference)
    outcome = Outcome.NEW_VERSION if earlier else Outcome.COMPANION if is_held else Outcome.ACCEPTED
    numbers = [int(held.document.removeprefix("d")) for held in documents]
    return Decision(
        outcome=outcome,
        reference=reference,
        reference_as_printed=printed,
        reference_source=source,
        document=f"d{max(numbers, default=0) + 1}",
        role=role,
        language=language,
        version=max((held.version for held in earlier), default=0) + 1,
        founds_review=not is_held,
    )


def _reread(
    decision: Decision, parsed: ParsedDocument, manifest: Manifest, filename: str, known: Known
) -> Decision:
    """A reading by a newer parser keeps the document's review and id; its role and language may be new."""
    if decision.outcome is not Outcome.REPARSED:
        return decision
    role = manifest.role_for(filename) or parsed.role
    language = manifest.language_for(filename) or parsed.language
    if (role, language) == (decision.role, decision.language):
        return decision
    others = [held for held in known.of(decision.reference) if held.document != decision.document]
    version = 1 + max((held.version for held in others if _same_kind(held, role, language)), default=0)
    return replace(decision, role=role, language=language, version=version)


def _most_alike(
    text: Shingles, role: Role, language: Language, known: Known
) -> tuple[HeldDocument | None, float]:
    shares = [
        (overlap(text, known.sketches.get(held.sha256, frozenset())), held)
        for held in known.documents
        if held.is_current and _same_kind(held, role, language)
    ]
    share, held = max(shares, key=lambda pair: pair[0], default=(0.0, None))
    return held, share


def _same_kind(held: HeldDocument, role: Role, language: Language) -> bool:
    return (held.role, held.language) == (role, language)


def _source_held(reference: str, known: Known) -> ReferenceSource:
    source = next(
        (review.reference_source for review in known.reviews if review.reference == reference), None
    )
    return source or ReferenceSource.ASSIGNED


def _held(decision: Decision, parsed: ParsedDocument) -> Decision:
    if not parsed.hold_reasons:
        return decision
    return replace(decision, outcome=Outcome.HELD, detail=" ".join(parsed.hold_reasons))


def _warned(decision: Decision, kind: str, detail: str) -> Decision:
    return replace(decision, warnings=(*decision.warnings, DocumentWarning(kind=kind, detail=detail)))


def _type_checked(decision: Decision, own: Reference, parsed: ParsedDocument) -> Decision:
    stated = {
        claim.value
        for claim in parsed.claims
        if claim.field == "review_type" and claim.source is ClaimSource.DOCUMENT
    }
    if stated and own.review_type.value not in stated:
        detail = f"Its reference is that of a {own.review_type.value}, but its text says {', '.join(sorted(stated))}."
        return _warned(decision, "type_differs", detail)
    return decision


def _type(parsed: ParsedDocument) -> ReviewType:
    claim = winning(parsed.claims, "review_type")
    assert claim is not None, "A document without a type is rejected when it is read."
    return ReviewType(claim.value)


def _year(parsed: ParsedDocument) -> int | None:
    for date in ("publication_date", "report_date"):
        claim = winning(parsed.claims, date)
        if claim is not None:
            return int(claim.value[:4])
    return None


def _next_local(review_type: ReviewType, year: int | None, known: Known) -> str:
    """The next local reference of a type and year; numbers once given are never given again."""
    prefix = re.compile(rf"{review_type.value}{year or ''}-L(\d+)")
    given = [match for review in known.reviews if (match := prefix.fullmatch(review.reference))]
    number = max((int(match[1]) for match in given), default=0) + 1
    reference = local_reference(review_type, year, number)
    assert parse_reference(reference) is not None
    return reference
