"""What a query finds, the reviews added last first: for those who follow a search."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wsr.domain.references import ReviewKey
from wsr.domain.search import Hit, SearchQuery, Sort
from wsr.repository.repository import Repository
from wsr.store.reviews import shown_since

Shown = Mapping[str, tuple[str, datetime.datetime]]
"""By slug: the reference of a review and since when it is shown."""


@dataclass(frozen=True)
class NewestHits:
    """One page of what a query finds, in order of the day on which its review came to be shown, the latest first."""

    total: int
    hits: tuple[tuple[Hit, datetime.datetime], ...]
    """Each with the moment since which its review is shown."""
    last_change: datetime.datetime | None
    """That of the first of all hits; None when nothing was found."""


def newest_hits(repository: Repository, query: SearchQuery) -> NewestHits:
    """
    A page of what a query finds; its own order is not asked for. Within a review hits stand in reading order.

    Raises QueryError or IndexUnavailable, as a search does. A page past the end is empty.
    """
    asked = query.model_copy(update={"sort": Sort.REFERENCE, "page": 1})
    with repository.session() as session:
        shown = shown_since(session)
    places = [place for place in repository.index.keys(asked) if place[0] in shown]
    places.sort(key=lambda place: shown[place[0]][1], reverse=True)
    start = (query.page - 1) * query.per_page
    wanted = places[start : start + query.per_page]
    found = dict(_found(repository, asked, set(wanted), shown))
    return NewestHits(
        total=len(places),
        hits=tuple((found[place], shown[place[0]][1]) for place in wanted if place in found),
        last_change=shown[places[0][0]][1] if places else None,
    )


def newest_reviews(repository: Repository) -> list[tuple[str, datetime.datetime]]:
    """The slugs of the published reviews, each with the moment since which it is shown, the latest first."""
    with repository.session() as session:
        shown = shown_since(session)
    dated = [(slug, moment) for slug, (_, moment) in shown.items()]
    return sorted(dated, key=lambda pair: pair[1], reverse=True)


def _found(
    repository: Repository, query: SearchQuery, wanted: set[ReviewKey], shown: Shown
) -> Iterator[tuple[ReviewKey, Hit]]:
    """The hits at these places, read from the reviews concerned alone."""
    if not wanted:
        return
    references = tuple(sorted({shown[slug][0] for slug, _ in wanted}))
    left = set(wanted)
    for hit in repository.index.every(query.model_copy(update={"reference": references, "sample": None})):
        place = (hit.slug, hit.key)
        if place in left:
            left.remove(place)
            yield place, hit
        if not left:
            return
