"""
Everything that a query finds, with all that a file repeats of it: read piece by piece, in the memory of one piece.

    hits of one state of the index | their passages, codings and decisions from the store -> items
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from wsr.domain.claims import Facts
from wsr.domain.coding import Extract
from wsr.domain.exports import ExportCounts, ExportedItem, ExportedReview
from wsr.domain.holdings import ReviewSummary
from wsr.domain.judging import Judged
from wsr.domain.references import ReviewKey, find_references
from wsr.domain.review import year_of
from wsr.domain.search import Hit, SearchQuery, SearchResults, Unit
from wsr.errors import IndexUnavailable, Message
from wsr.repository.naming import named
from wsr.repository.repository import Repository
from wsr.repository.working_set import uncoded, undecided
from wsr.store.decisions import all_said, load_judged
from wsr.store.exported import (
    HeldPassage,
    extracts_by_key,
    longest_passage,
    passages_at,
    term_hits,
    winning_facts,
)
from wsr.store.reviews import published_revision

_PIECE = 500
"""Hits read from the store at once."""

_SHARED: set[str] = set(ExportedReview.model_fields) & set(ReviewSummary.model_fields) - {
    "year",
    "publication_date",
}


@dataclass(frozen=True, slots=True)
class Addresses:
    """What the website knows of addresses, and how what is found is cited."""

    review: Callable[[str], str]
    """From the slug of a review."""
    passage: Callable[[str, str], str]
    """From the slug and the key of a passage."""
    extract: Callable[[str, str], str]
    """From the slug and the key of an extract."""
    recommendation: Callable[[str, str], str]
    """From the slug and the key of a recommendation."""
    cite: Callable[[ExportedItem], str]
    """From an item without its citation."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What a query found: the counts, and the items, which can be gone through once."""

    results: SearchResults
    counts: ExportCounts
    reviews: tuple[ExportedReview, ...]
    """By reference."""
    people: tuple[str, ...]
    """Who decided about anything in these reviews, by name."""
    longest: int
    """Code points of the longest passage held."""
    items: Iterator[ExportedItem]


def exported(
    repository: Repository,
    query: SearchQuery,
    addresses: Addresses,
    places: Sequence[ReviewKey] | None = None,
) -> Exported:
    """
    All that a query finds, whatever its page, in its order; or of that the places of a working set, in theirs.

    The counts are those of the search page: one state of the index gives both. Raises QueryError or
    IndexUnavailable at once; an item raises IndexUnavailable when the store no longer has what the index found,
    which the next index will mend.
    """
    results, found, hits = repository.index.whole(query.model_copy(update={"page": 1}))
    if places is not None:
        found, hits = list(places), iter(_at(repository, query, places))
        of_reviews = len({slug for slug, _ in places})
        results = results.model_copy(update={"total": len(places), "total_reviews": of_reviews})
    slugs = {slug for slug, _ in found}
    known = _reviews(repository, addresses)
    with repository.session() as session:
        said = [each for each in all_said(session) if each.slug in slugs]
        longest = longest_passage(session)
    judged = _judged(repository, {each.slug for each in said})
    return Exported(
        results=named(results, repository.coder()),
        counts=_counts(repository, results, found, judged),
        reviews=tuple(review for slug, review in known.items() if slug in slugs),
        people=tuple(sorted({each.person for each in said})),
        longest=longest,
        items=_items(repository, query.unit, hits, known, judged, addresses),
    )


def _at(repository: Repository, query: SearchQuery, places: Sequence[ReviewKey]) -> list[Hit]:
    """The hits at these places, in their order: as many as somebody works through. Raises IndexUnavailable."""
    wanted = set(places)
    hits = repository.index.every(uncoded(undecided(query)))
    held = {(hit.slug, hit.key): hit for hit in hits if (hit.slug, hit.key) in wanted}
    if len(held) < len(wanted):
        raise _moved_on()
    return [held[place] for place in places]


def _moved_on() -> IndexUnavailable:
    return IndexUnavailable(Message("The reviews were changed while the file was made. Ask for it again."))


def _reviews(repository: Repository, addresses: Addresses) -> dict[str, ExportedReview]:
    """The published reviews by slug, in order of reference."""
    summaries = repository.summaries()
    with repository.session() as session:
        facts = winning_facts(session)
    return {
        summary.slug: _review(
            summary, facts.get(summary.reference, Facts(())), addresses.review(summary.slug)
        )
        for summary in summaries
    }


def _review(summary: ReviewSummary, facts: Facts, address: str) -> ExportedReview:
    named_years = find_references(summary.reference)
    published, reported = facts.date("publication_date"), facts.date("report_date")
    _, basis = year_of(published, reported, named_years[0].year if named_years else None)
    return ExportedReview(
        **summary.model_dump(include=_SHARED),
        authors=facts.values("authors"),
        incident_date=facts.date("incident_date"),
        report_date=reported,
        publication_date=published,
        year=summary.year,
        year_basis=basis,
        address=address,
    )


def judged_of(repository: Repository, slug: str) -> list[Judged]:
    """What people have decided about in a published review, with all their decisions. Raises ReviewNotFound."""
    with repository.session() as session:
        number, _ = published_revision(session, slug)
        return load_judged(session, number)


def _judged(repository: Repository, slugs: Iterable[str]) -> dict[ReviewKey, Extract]:
    """The extracts of these reviews that people have decided about, merged with what the machine says of them."""
    return {
        (slug, extract.key): extract
        for slug in sorted(slugs)
        for extract in repository.review(slug).extracts
        if extract.decision is not None
    }


def _counts(
    repository: Repository,
    results: SearchResults,
    places: Iterable[ReviewKey],
    judged: Mapping[ReviewKey, Extract],
) -> ExportCounts:
    if results.query.unit is not Unit.EXTRACT:
        return ExportCounts(items=results.total, reviews=results.total_reviews)
    wanted = set(places)
    people = [judged[place] for place in wanted & judged.keys()]
    raw = sum(sum(extract.term_counts) for extract in people)
    distinct = sum(extract.distinct_hits for extract in people)
    wanted -= judged.keys()
    with repository.session() as session:
        for slug, key, hits, without_duplicates in term_hits(session):
            if (slug, key) in wanted:
                raw += hits
                distinct += without_duplicates
    return ExportCounts(
        items=results.total, reviews=results.total_reviews, raw_hits=raw, distinct_hits=distinct
    )


def _items(
    repository: Repository,
    unit: Unit,
    hits: Iterator[Hit],
    reviews: Mapping[str, ExportedReview],
    judged: Mapping[ReviewKey, Extract],
    addresses: Addresses,
) -> Iterator[ExportedItem]:
    while piece := list(islice(hits, _PIECE)):
        keys = {(hit.slug, hit.key) for hit in piece if hit.stance is not None} - judged.keys()
        with repository.session() as session:
            passages = passages_at(session, {_place(hit) for hit in piece if hit.passage})
            extracts = dict(extracts_by_key(session, keys))
        for hit in piece:
            passage, extract = passages.get(_place(hit)) or _without(unit, hit), None
            if hit.stance is not None:
                extract = judged.get((hit.slug, hit.key)) or extracts.get((hit.slug, hit.key))
            if passage is None or hit.slug not in reviews or (hit.stance is not None and extract is None):
                raise _moved_on()
            yield _cited(_item(unit, hit, reviews[hit.slug], passage, extract), addresses)


_OF_RECOMMENDATIONS = {
    "codes",
    "label",
    "addressees",
    "level",
    "recommendation_themes",
    "addressee_kinds",
    "addressee_bodies",
    "action",
    "times",
}


def _place(hit: Hit) -> tuple[str, str, str]:
    return hit.slug, hit.document, hit.passage


def _without(unit: Unit, hit: Hit) -> HeldPassage | None:
    """What stands for the passage of a recommendation that is the cell of a row, or runs over several: its own words."""
    if unit is not Unit.RECOMMENDATION:
        return None
    return HeldPassage(key="", number=None, text=hit.text, page_first=hit.page, page_last=hit.page)


def _item(
    unit: Unit, hit: Hit, review: ExportedReview, passage: HeldPassage, extract: Extract | None
) -> ExportedItem:
    start, end = (extract.start, extract.end) if extract else (0, len(passage.text))
    coded = _coding(extract) if extract else {}
    if unit is Unit.RECOMMENDATION:
        passage, (start, end) = passage._replace(text=hit.text), (0, len(hit.text))
        coded = hit.model_dump(include=_OF_RECOMMENDATIONS)
    return ExportedItem(
        unit=unit,
        review=review,
        document=hit.document,
        language=hit.language,
        section=hit.section,
        section_kind=hit.section_kind,
        passage=hit.passage,
        passage_key=passage.key,
        passage_number=passage.number,
        cited_number=hit.number,
        id=hit.id,
        key=hit.key,
        page=hit.page,
        page_last=passage.page_last,
        start=start,
        end=end,
        text=passage.text[start:end],
        before=passage.text[:start],
        after=passage.text[end:],
        **coded,
        address="",
        citation="",
    )


def _coding(extract: Extract) -> dict[str, Any]:
    return {
        "terms": extract.terms,
        "term_counts": extract.term_counts,
        "stance": extract.stance_in_force.value,
        "stance_because": extract.stance_because,
        "machine_stance": extract.stance.value,
        "codes": extract.codes_in_force,
        "machine_codes": extract.codes,
        "decided": extract.decided.value,
        "decision": extract.decision,
    }


def _cited(item: ExportedItem, addresses: Addresses) -> ExportedItem:
    """The item with its permanent address and its citation."""
    of_unit = {Unit.EXTRACT: addresses.extract, Unit.RECOMMENDATION: addresses.recommendation}
    at = of_unit.get(item.unit, addresses.passage)
    item = item.model_copy(update={"address": at(item.review.slug, item.key)})
    return item.model_copy(update={"citation": addresses.cite(item)})
