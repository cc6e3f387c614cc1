"""The hits of a query within one review: found once, numbered in reading order, linked to each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wsr.domain.review import Review
from wsr.domain.search import Hit, SearchQuery, Sort
from wsr.repository.repository import Repository
from wsr.web.marking import Span


@dataclass(frozen=True)
class HitMark:
    """A passage that matches: its number among those of the document, and its neighbours' ids."""

    number: int
    total: int
    spans: tuple[Span, ...]
    """The matched words, as offsets into the passage's text."""
    previous: str
    """The id of the hit before it; empty for the first."""
    next: str


def hits_in(repository: Repository, review: Review, query: SearchQuery) -> tuple[Hit, ...]:
    """
    Every passage of the review that matches the words of a query, in the order of the review.

    The filters of the query chose reviews and sections for a list; reading, one wants all places. Nothing is
    found for a query without words. Raises InvalidQuery and IndexUnavailable as a search does.
    """
    if not query.text:
        return ()
    asked = SearchQuery(
        text=query.text,
        stemmed=query.stemmed,
        all_sections=query.all_sections,
        reference=(review.reference,),
        sort=Sort.REFERENCE,
        per_page=100,
    )
    found = list(_all_pages(repository, asked))
    order = {(passage.document, passage.id): at for at, passage in enumerate(review.passages)}
    known = [hit for hit in found if (hit.document, hit.id) in order]
    return tuple(sorted(known, key=lambda hit: order[hit.document, hit.id]))


def hit_marks(hits: Sequence[Hit]) -> dict[str, HitMark]:
    """The hits of one document by passage id; `hits` are in reading order."""
    names = ["", *(hit.id for hit in hits), ""]
    return {
        hit.id: HitMark(number, len(hits), hit.matches, names[number - 1], names[number + 1])
        for number, hit in enumerate(hits, start=1)
    }


def _all_pages(repository: Repository, query: SearchQuery) -> Iterator[Hit]:
    page = 1
    while True:
        results = repository.search(query.model_copy(update={"page": page}))
        yield from results.hits
        if page >= results.pages:
            return
        page += 1
