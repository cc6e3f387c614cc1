"""Links from recommendations to later extracts, as people make and withdraw them; shown on the pages of both."""

from collections.abc import Iterable

from wsr.coding.fastening import find_fastened
from wsr.domain.coding import Extract
from wsr.domain.recommendations import Anchor, Bearing, RecommendationLink
from wsr.domain.references import ReviewKey
from wsr.domain.review import Review
from wsr.errors import DecisionRefused, Message
from wsr.repository.clock import now
from wsr.repository.notes import kept_note
from wsr.repository.register import anchor_of, recommendation_at
from wsr.repository.repository import Repository
from wsr.store import register
from wsr.store.reviews import published_revision


def link(
    repository: Repository,
    recommendation: ReviewKey,
    extract: ReviewKey,
    bearing: Bearing,
    person: str,
    note: str = "",
) -> RecommendationLink:
    """
    Keep that an extract of a later review shows, repeats or contradicts a recommendation.

    Args:
        repository: Where both are.
        recommendation: The slug of its review and its key.
        extract: The same of an extract of another review, which must not be older.
        bearing: What it has to do with the recommendation.
        person: Who says so.
        note: Why, in the person's words.

    A link that holds already is given back as it is. Raises ReviewNotFound, PageNotFound, or DecisionRefused saying
    what to change.
    """
    said = {"bearing": bearing.value, "note": kept_note(note), "person": person, "made_at": now()}
    review, made = recommendation_at(repository, *recommendation)
    later = repository.review(extract[0])
    found = repository.extract_by_key(*extract)
    if why := refusal(review, later):
        raise DecisionRefused(why)
    for each in links_of(repository, review.slug, made.key):
        if each.holds and each.bearing is bearing and _leads_to(each, later, found):
            return each
    anchors = (
        anchor_of(review, made),
        Anchor(reference=later.reference, slug=later.slug, key=found.key, text=found.text),
    )
    with repository.session() as session:
        numbers = (
            published_revision(session, review.slug)[0],
            published_revision(session, later.slug)[0],
        )
        number = register.add_link(session, numbers, anchors, said)
        return next(each for each in register.links_from(session, review.slug) if each.id == number)


def refusal(review: Review, later: Review) -> Message | None:
    """
    Why no extract of one review can be linked to a recommendation of the other; None when it can.

    It is of the same review, or surely older; undated ones are left to the person.
    """
    if later.slug == review.slug:
        return Message("The extract is of the same review. Choose one of a later review.")
    if review.day is not None and later.day is not None and later.day < review.day:
        return Message(
            "%(later)s is older than %(reference)s: what it found cannot follow from the recommendation. "
            "Choose an extract of a later review.",
            later=later.reference,
            reference=review.reference,
        )
    return None


def withdraw(repository: Repository, recommendation: ReviewKey, number: int, person: str) -> None:
    """
    Keep that a link holds no more; what was said before stays to be seen.

    One that is withdrawn already stays as it is. Raises ReviewNotFound, PageNotFound, or DecisionRefused when the
    recommendation has no such link.
    """
    review, made = recommendation_at(repository, *recommendation)
    for each in links_of(repository, review.slug, made.key):
        if each.id == number:
            if each.holds:
                _withdraw(repository, each, person)
            return
    raise DecisionRefused(Message("The recommendation has no such link. Open its page again."))


def links_of(repository: Repository, slug: str, key: str) -> tuple[RecommendationLink, ...]:
    """The links of a recommendation, also those withdrawn, the earliest first. Raises ReviewNotFound."""
    review = repository.review(slug)
    with repository.session() as session:
        found = register.links_from(session, review.slug)
    return tuple(
        each
        for each in found
        if (made := find_fastened(each.recommendation, review.recommendations)) and made.key == key
    )


def links_to(repository: Repository, slug: str) -> dict[str, tuple[RecommendationLink, ...]]:
    """The links that hold to the extracts of a review, by the key that each extract has now. Raises ReviewNotFound."""
    review = repository.review(slug)
    with repository.session() as session:
        found = [each for each in register.links_to(session, review.slug) if each.holds]
    by_key: dict[str, tuple[RecommendationLink, ...]] = {}
    for each in found:
        extract = find_fastened(each.extract, review.extracts)
        if extract is not None:
            by_key[extract.key] = (*by_key.get(extract.key, ()), each)
    return by_key


def extract_now(repository: Repository, each: RecommendationLink) -> Extract | None:
    """The extract that a link leads to, in the current version of its review; None when its words are there no more."""
    return find_fastened(each.extract, repository.review(each.extract.slug).extracts)


def unanchored_links(repository: Repository) -> list[RecommendationLink]:
    """The links that hold of which one end is in its review no more: for a person to look at."""
    with repository.session() as session:
        found = [each for each in register.all_links(session) if each.holds]
    return list(_loose(repository, found))


def _loose(repository: Repository, links: Iterable[RecommendationLink]) -> Iterable[RecommendationLink]:
    for each in links:
        recommendations = repository.review(each.recommendation.slug).recommendations
        if (
            find_fastened(each.recommendation, recommendations) is None
            or extract_now(repository, each) is None
        ):
            yield each


def _withdraw(repository: Repository, each: RecommendationLink, person: str) -> None:
    said = {"bearing": each.bearing.value, "note": "", "person": person, "made_at": now()}
    with repository.session() as session:
        numbers = (
            published_revision(session, each.recommendation.slug)[0],
            published_revision(session, each.extract.slug)[0],
        )
        register.add_link(session, numbers, (each.recommendation, each.extract), said, each.id)


def _leads_to(each: RecommendationLink, review: Review, extract: Extract) -> bool:
    if each.extract.slug != review.slug:
        return False
    now_there = find_fastened(each.extract, review.extracts)
    return now_there is not None and now_there.key == extract.key
