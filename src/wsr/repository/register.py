"""The register of recommendations: each by its address, and the statuses that people record of it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from wsr.coding.fastening import find_fastened
from wsr.domain.dates import PartialDate
from wsr.domain.passages import Recommendation
from wsr.domain.recommendations import Anchor, RecommendationStatus, RecordedStatus, StatusRecord
from wsr.domain.references import ReviewKey
from wsr.domain.review import Review
from wsr.errors import DecisionRefused, Message, NoteTooLong, PageNotFound
from wsr.repository.clock import now
from wsr.repository.notes import kept_note
from wsr.repository.repository import Repository
from wsr.store import groups, register
from wsr.store.reviews import published_revision

LONGEST_ADDRESS = 2_000
"""Characters of an address of evidence."""


@dataclass(frozen=True, slots=True)
class StatusChoice:
    """What a person says of a recommendation."""

    status: RecommendationStatus
    since: PartialDate | None = None
    note: str = ""
    evidence: str = ""


def recommendation_at(repository: Repository, slug: str, key: str) -> tuple[Review, Recommendation]:
    """
    The recommendation of a permanent address, in the current version of its review.

    A key that it had in an earlier version leads there too, where a record keeps the words of that time. Raises
    ReviewNotFound or PageNotFound.
    """
    review = repository.review(slug)
    for one in review.recommendations:
        if one.key == key:
            return review, one
    with repository.session() as session:
        anchors = [each.anchor for each in register.statuses(session, review.slug)]
        anchors += [each.recommendation for each in register.links_from(session, review.slug)]
        anchors += groups.anchors(session, review.slug)
    for anchor in anchors:
        if anchor.key == key and (found := find_fastened(anchor, review.recommendations)):
            return review, found
    raise PageNotFound(
        Message(
            "This recommendation is not in the current version of the review. "
            "Look for its words in the review itself."
        )
    )


def record_status(
    repository: Repository, slug: str, key: str, person: str, choice: StatusChoice
) -> StatusRecord:
    """
    Keep what a person says of a recommendation of a published review, beside all that was recorded before.

    What the latest record of the same person says already adds nothing: a form sent twice. Raises ReviewNotFound,
    PageNotFound, or DecisionRefused saying what to change.
    """
    for message in refusals(choice.since, choice.evidence, choice.note).values():
        raise DecisionRefused(message)
    review, made = recommendation_at(repository, slug, key)
    record = StatusRecord(
        status=choice.status,
        since=choice.since,
        note=kept_note(choice.note),
        evidence=choice.evidence,
        person=person,
        recorded_at=now(),
    )
    earlier = statuses_of(repository, slug, made.key)
    if earlier and record == earlier[-1].model_copy(update={"recorded_at": record.recorded_at}):
        return earlier[-1]
    with repository.session() as session:
        number, _ = published_revision(session, review.slug)
        register.add_status(session, number, made.key, made.text, record)
    return record


def refusals(since: PartialDate | None, evidence: str, note: str) -> dict[str, Message]:
    """Why what a person says cannot be kept, by field: since, evidence, note; empty when it can."""
    wrong = {}
    if since is not None and since.earliest > now().date():
        wrong["since"] = Message("The date lies in the future. Give the day from which it holds.")
    if evidence and not _is_web_address(evidence):
        wrong["evidence"] = Message(
            "The link to evidence must be a whole address that begins with https:// or http://. Copy it from the "
            "browser."
        )
    try:
        kept_note(note)
    except NoteTooLong as error:
        wrong["note"] = error.message
    return wrong


def statuses_of(repository: Repository, slug: str, key: str) -> tuple[StatusRecord, ...]:
    """Every status recorded of a recommendation, the earliest first. Raises ReviewNotFound."""
    review = repository.review(slug)
    with repository.session() as session:
        recorded = register.statuses(session, review.slug)
    return tuple(
        each.record
        for each in recorded
        if (found := find_fastened(each.anchor, review.recommendations)) and found.key == key
    )


def latest_statuses(
    repository: Repository, slugs: Collection[str] | None = None
) -> dict[ReviewKey, StatusRecord]:
    """The last status recorded of each recommendation that has any; of these reviews alone when they are named."""
    found: dict[ReviewKey, StatusRecord] = {}
    for each, made in _placed(repository, slugs):
        if made is not None:
            found[each.anchor.slug, made.key] = each.record
    return found


def unanchored_statuses(repository: Repository) -> list[RecordedStatus]:
    """The statuses whose recommendations are in their reviews no more, by reference: for a person to look at."""
    return [each for each, made in _placed(repository) if made is None]


def anchor_of(review: Review, made: Recommendation) -> Anchor:
    """What a record about a recommendation is fastened by."""
    return Anchor(reference=review.reference, slug=review.slug, key=made.key, text=made.text)


def _placed(
    repository: Repository, slugs: Collection[str] | None = None
) -> Iterable[tuple[RecordedStatus, Recommendation | None]]:
    """Every recorded status with the recommendation that it is of now."""
    with repository.session() as session:
        recorded = [each for each in register.statuses(session) if slugs is None or each.anchor.slug in slugs]
    reviews = {slug: repository.review(slug) for slug in {each.anchor.slug for each in recorded}}
    for each in recorded:
        yield each, find_fastened(each.anchor, reviews[each.anchor.slug].recommendations)


def _is_web_address(text: str) -> bool:
    if len(text) > LONGEST_ADDRESS or not text.isprintable() or " " in text:
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
