"""What of the rows found a query keeps, how they are counted, and in which order they come. Pure."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from wsr.domain.coding import Decided, Stance
from wsr.domain.kinds import Language, Level, ReviewType, SectionKind
from wsr.domain.search import FACETS, FacetValue, SearchQuery, Sort, Unit
from wsr.errors import UnknownFilter
from wsr.index.evaluation import Matches
from wsr.index.facets import Facet, Mask, Strengths
from wsr.index.postings import Numbers
from wsr.index.sampling import shuffled
from wsr.index.table import Table

_CLOSED_LISTS: Mapping[str, tuple[str, ...]] = {
    "review_type": tuple(kind.value for kind in ReviewType),
    "section_kind": tuple(kind.value for kind in SectionKind),
    "language": tuple(language.value for language in Language),
    "stance": tuple(stance.value for stance in Stance),
    "decided": tuple(decided.value for decided in Decided),
    "level": tuple(level.value for level in Level),
}
"""Filters of which the values are known without an index; those of other filters may come and go."""


_FURTHER = 0.75
"""What each further row of the same review counts, of the one before it, in the order of strength."""


class Selection(NamedTuple):
    """The rows that a query keeps, in no order, and the counts of the whole result."""

    matches: Matches
    total: int
    total_reviews: int
    facets: dict[str, tuple[FacetValue, ...]]


def check_filters(query: SearchQuery) -> None:
    """
    Looks whether what the filters name exists.

    Raises:
        UnknownFilter: A value is on no list.
    """
    for name, allowed in _CLOSED_LISTS.items():
        for value in getattr(query, name):
            if value not in allowed:
                raise UnknownFilter(name, value, allowed)


def select(found: Matches, query: SearchQuery, table: Table) -> Selection:
    """
    The rows found that the query's filters keep, or the sample of them that it asks for.

    Each facet is counted as if it were not filtered; those of a sample are counted as they are.
    """
    found = _kept(found, _in_scope(query, table)[found.numbers])
    filters = {
        name: table.facets[name].having(values)[found.numbers]
        for name in FACETS
        if (values := getattr(query, name))
    }
    matches = _sampled(_kept(found, _every(filters, found.numbers.size)), query, table)
    facets = {}
    for name in FACETS:
        others = {other: mask for other, mask in filters.items() if other != name}
        as_they_are = name not in filters or query.sample is not None
        counted = matches if as_they_are else _kept(found, _every(others, found.numbers.size))
        facets[name] = _count(table.facets[name], counted.numbers, query, table)
    reviews = int(np.count_nonzero(np.bincount(table.review[matches.numbers], minlength=1)))
    total = reviews if query.unit is Unit.REVIEW else int(matches.numbers.size)
    return Selection(matches, total, reviews, facets)


def page_of(matches: Matches, query: SearchQuery, table: Table) -> Matches:
    """The rows of the page asked for, in order; empty after the last one."""
    wanted = query.page * query.per_page
    if query.sort is Sort.RELEVANCE and query.unit is not Unit.REVIEW:
        matches = _best(matches, wanted)
    return _kept(in_order(matches, query, table), slice(wanted - query.per_page, wanted))


def in_order(matches: Matches, query: SearchQuery, table: Table) -> Matches:
    """These rows in the order asked for; of each review only the first one when reviews are asked for."""
    order = np.lexsort(_keys(matches, query, table))
    if query.unit is Unit.REVIEW:
        order = _first_of_each(table.review[matches.numbers], order)
    return _kept(matches, order)


def _in_scope(query: SearchQuery, table: Table) -> Mask:
    scope = table.live if query.all_sections else table.live & ~table.only_on_request
    if Decided.REJECTED.value not in query.decided:
        scope = scope & ~table.rejected
    return scope & table.of_reviews(query.reference) if query.reference else scope


def _sampled(matches: Matches, query: SearchQuery, table: Table) -> Matches:
    if query.sample is None:
        return matches
    review = table.review[matches.numbers]
    if query.unit is Unit.REVIEW:
        found = np.unique(review)
        drawn = found[np.argsort(shuffled(table.review_draws()[found], query.seed))[: query.sample]]
        return _kept(matches, np.isin(review, drawn))
    draws = shuffled(table.draw[matches.numbers], query.seed)
    order = np.lexsort((table.place[matches.numbers], review, draws))
    return _kept(matches, np.sort(order[: query.sample]))


def _every(masks: Mapping[str, Mask], size: int) -> Mask:
    return np.logical_and.reduce(list(masks.values())) if masks else np.ones(size, dtype=bool)


def _count(facet: Facet, numbers: Numbers, query: SearchQuery, table: Table) -> tuple[FacetValue, ...]:
    rows, codes = facet.among(numbers)
    if query.unit is Unit.REVIEW:
        pairs = np.unique(table.review[rows].astype(np.int64) * len(facet.values) + codes)
        codes = (pairs % max(len(facet.values), 1)).astype(np.int32)
    counts = np.bincount(codes, minlength=len(facet.values))
    return tuple(
        FacetValue(value=value, label=name, count=int(count))
        for value, name, count in zip(facet.values, facet.names, counts, strict=True)
        if count
    )


def _best(matches: Matches, wanted: int) -> Matches:
    """Those among which the best so many are: all with the score of the last of these, or better."""
    if matches.scores.size <= wanted:
        return matches
    last = np.partition(matches.scores, -wanted)[-wanted]
    return _kept(matches, matches.scores >= last)


def _keys(matches: Matches, query: SearchQuery, table: Table) -> tuple[np.ndarray, ...]:
    """The keys of the order, the last one first: ties go by reference, then by place in the review."""
    review = table.review[matches.numbers]
    by_place = (table.place[matches.numbers], review)
    match query.sort:
        case Sort.RELEVANCE:
            return (*by_place, -matches.scores)
        case Sort.REFERENCE:
            return by_place
        case Sort.NEWEST:
            return (*by_place, -table.days()[review])
        case Sort.OLDEST:
            days = table.days()[review]
            return (*by_place, days, days == 0)
        case Sort.STRENGTH:
            return (*by_place, -_varied(_strengths(query, table)[matches.numbers], review))


def _strengths(query: SearchQuery, table: Table) -> Strengths:
    """How strongly each row speaks for the codes that a query asks for; without any for its strongest theme."""
    asked = "subtheme" if query.subtheme else "theme"
    return table.facets[asked].strongest(getattr(query, asked))


def _varied(strengths: Strengths, review: Numbers) -> Strengths:
    """The strengths, each further row of a review lessened: one review alone never fills the first page."""
    order = np.lexsort((np.arange(review.size), -strengths, review))
    _, first, counts = np.unique(review[order], return_index=True, return_counts=True)
    before = np.empty(review.size, dtype=np.float32)
    before[order] = np.arange(review.size) - np.repeat(first, counts)
    return strengths * np.float32(_FURTHER) ** before


def _first_of_each(review: Numbers, order: np.ndarray) -> np.ndarray:
    """The order without the rows that come after another of the same review."""
    _, first = np.unique(review[order], return_index=True)
    return order[np.sort(first)]


def _kept(matches: Matches, kept: np.ndarray | slice) -> Matches:
    return Matches(matches.numbers[kept], matches.scores[kept])
