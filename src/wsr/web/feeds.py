"""Feeds for those who follow a search, or the reviews held: what was added last comes first."""

import datetime
import uuid
from collections.abc import Callable, Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from wsr.domain.holdings import ReviewSummary
from wsr.domain.search import Hit, SearchQuery, SearchResults, Sort, Unit
from wsr.exchange.write.atom import MEDIA_TYPE, Feed, FeedEntry, atom
from wsr.repository.newest import NewestHits, newest_hits, newest_reviews
from wsr.web import labels
from wsr.web.addresses import (
    extract_address,
    feed_address,
    passage_address,
    recommendation_address,
    review_address,
    search_address,
)
from wsr.web.asked import RepositoryDep
from wsr.web.conditional import answer
from wsr.web.facets import Names, names_of
from wsr.web.listing import ListParams, list_address, listed
from wsr.web.paging import require_page
from wsr.web.params import SearchParams
from wsr.web.quoting import Quoter, quoter_of
from wsr.web.results import finding, limits, quoted
from wsr.web.roles import anyone
from wsr.web.wording import Wording, counted, say

router = APIRouter()

ENTRIES = 20
"""Entries of one page of a feed."""

_LIST = ListParams()

_OURS = uuid.UUID("5c0b7d0e-6d0c-4f0e-9a63-7f6f2f0f4b1d")
"""The space of names of what stands in feeds. It never changes: else every reader would see everything anew."""


@router.get("/search.atom")
@anyone
def search_feed(
    request: Request, params: Annotated[SearchParams, Query()], repository: RepositoryDep
) -> Response:
    """What a query finds, twenty entries a page, whatever order and length of page the query asks for."""
    query = params.query().model_copy(update={"sort": Sort.RELEVANCE, "per_page": ENTRIES})
    newest = newest_hits(repository, query)
    results = repository.search(query.model_copy(update={"page": 1}))
    names = names_of(repository.coder().codebook, results.facets)
    return _answer(request, feed_of_search(quoter_of(request), query.page, newest, results, names))


@router.get("/reviews.atom")
@anyone
def reviews_feed(
    request: Request, params: Annotated[ListParams, Query()], repository: RepositoryDep
) -> Response:
    """The reviews that the filters of the list leave, twenty entries a page."""
    moments = dict(newest_reviews(repository))
    left = listed(repository.summaries(), params.model_copy(update={"sort": Sort.REFERENCE}))
    dated = [(summary, moments[summary.slug]) for summary in left if summary.slug in moments]
    dated.sort(key=lambda pair: pair[1], reverse=True)
    return _answer(request, feed_of_reviews(quoter_of(request), params, dated))


def feed_of_search(
    quoter: Quoter, page: int, newest: NewestHits, results: SearchResults, names: Names
) -> Feed:
    """One page of the feed of a query. Raises PageNotFound for a page past the end."""
    say_in, language, query = quoter.say_in, quoter.language, results.query

    def address(number: int) -> str:
        return quoter.site + feed_address(language, query.model_copy(update={"page": number}))

    return Feed(
        id=_id("search", feed_address(language, query)),
        title=_title(say_in, _asked(say_in, query, names)),
        subtitle=finding(say_in, results),
        author=_site(say_in),
        language=language.value,
        updated=newest.last_change,
        page=quoter.site + search_address(language, query),
        links=_links(page, newest.total, address),
        entries=tuple(_of_hit(quoter, query.unit, hit, moment) for hit, moment in newest.hits),
    )


def feed_of_reviews(
    quoter: Quoter, params: ListParams, dated: Sequence[tuple[ReviewSummary, datetime.datetime]]
) -> Feed:
    """One page of the feed of these reviews, in their order. Raises PageNotFound for a page past the end."""
    say_in, path = quoter.say_in, f"/{quoter.language}/reviews"
    plain = params.model_copy(update={"sort": _LIST.sort, "per_page": _LIST.per_page, "page": 1})

    def address(number: int) -> str:
        return quoter.site + list_address(f"{path}.atom", plain.model_copy(update={"page": number}))

    start = (params.page - 1) * ENTRIES
    return Feed(
        id=_id("reviews", list_address(f"{path}.atom", plain)),
        title=_title(say_in, say_in.gettext("Reviews added last")),
        subtitle=counted(say_in, "%(number)s review", "%(number)s reviews", len(dated)),
        author=_site(say_in),
        language=quoter.language.value,
        updated=dated[0][1] if dated else None,
        page=quoter.site + list_address(path, plain),
        links=_links(params.page, len(dated), address),
        entries=tuple(_of_review(quoter, *pair) for pair in dated[start : start + ENTRIES]),
    )


def _of_hit(quoter: Quoter, unit: Unit, hit: Hit, moment: datetime.datetime) -> FeedEntry:
    """An entry has the same id in every feed that it stands in."""
    say_in, language = quoter.say_in, quoter.language
    place = hit.section or say(say_in, labels.SECTION_KINDS, hit.section_kind)
    if unit is Unit.REVIEW:
        address = review_address(language, hit.slug)
    elif unit is Unit.EXTRACT:
        address = extract_address(language, hit.slug, hit.key)
    elif unit is Unit.RECOMMENDATION:
        address = recommendation_address(language, hit.slug, hit.key)
    else:
        address = passage_address(language, hit.slug, hit.key)
    return FeedEntry(
        id=_id("review", hit.slug) if unit is Unit.REVIEW else _id(unit.value, hit.slug, hit.key),
        title=say_in.gettext("%(reference)s: %(place)s, page %(page)s")
        % {"reference": hit.reference, "place": place, "page": hit.page},
        updated=moment,
        address=quoter.site + address,
        text=hit.text,
        language=hit.language,
        category=say(say_in, labels.REVIEW_TYPES, hit.review_type),
    )


def _of_review(quoter: Quoter, summary: ReviewSummary, moment: datetime.datetime) -> FeedEntry:
    say_in = quoter.say_in
    board = summary.board.name if summary.board else ""
    said = (board, str(summary.year or say_in.gettext("undated")))
    return FeedEntry(
        id=_id("review", summary.slug),
        title=": ".join(dict.fromkeys((summary.reference, summary.title))),
        updated=moment,
        address=quoter.site + review_address(quoter.language, summary.slug),
        text=", ".join(part for part in said if part),
        language=summary.language.value,
        category=say(say_in, labels.REVIEW_TYPES, summary.review_type),
    )


def _asked(say_in: Wording, query: SearchQuery, names: Names) -> str:
    """What a query asks, on one line."""
    words = say_in.gettext("Search: %(text)s") % {"text": quoted(query.text)} if query.text else ""
    said = limits(say_in, query, names)
    return " ".join((f"{words}." if words and said else words, *said)).strip() or say_in.gettext("Search")


def _title(say_in: Wording, what: str) -> str:
    return f"{_site(say_in)}: {what}"


def _site(say_in: Wording) -> str:
    return say_in.gettext("Wales Safeguarding Repository")


def _links(page: int, total: int, address: Callable[[int], str]) -> tuple[tuple[str, str], ...]:
    """What the other pages are to this one. Raises PageNotFound for a page past the end."""
    last = max(1, -(-total // ENTRIES))
    require_page(page, last)
    named = {"self": page, "first": 1, "previous": page - 1, "next": page + 1, "last": last}
    return tuple((rel, address(number)) for rel, number in named.items() if 1 <= number <= last)


def _id(*names: str) -> str:
    return uuid.uuid5(_OURS, "\n".join(names)).urn


def _answer(request: Request, feed: Feed) -> Response:
    return answer(request, atom(feed), f"{MEDIA_TYPE}; charset=utf-8")
