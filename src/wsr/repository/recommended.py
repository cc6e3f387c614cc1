"""What reviews recommended about something: recommendations that have the words of a query, its theme or its agency."""

from itertools import islice

from wsr.domain.packs import Quotable
from wsr.domain.search import Hit, SearchQuery, Sort, Unit
from wsr.index.tokens import Limits
from wsr.repository.repository import Repository
from wsr.vocabulary.doing import doing_of

MOST = 1_000
"""Recommendations that are looked at, the best of them."""


def recommended(repository: Repository, query: SearchQuery, limits: Limits) -> list[Quotable]:
    """
    The recommendations that a query is about, best first; what it asks of extracts alone makes no difference.

    An agency is asked for where the text names it, or where it is addressed. Raises as a search does.
    """
    changes = {"stance": (), "term": (), "decided": (), "sample": None}
    order = Sort.RELEVANCE if query.text else Sort.STRENGTH
    asked = query.model_copy(update={**changes, "unit": Unit.RECOMMENDATION, "sort": order})
    ways = [asked]
    if query.agency and not query.addressee:
        ways.append(asked.model_copy(update={"agency": (), "addressee": query.agency}))
    hits = {
        (hit.slug, hit.key): hit for way in ways for hit in islice(repository.index.every(way, limits), MOST)
    }
    return [_of(hit) for hit in hits.values()]


def _of(hit: Hit) -> Quotable:
    shared = set(Quotable.model_fields) & set(Hit.model_fields)
    addressed = hit.addressee_kinds or tuple(sorted(doing_of(hit.text).agencies))
    return Quotable(**{**hit.model_dump(include=shared), "doers": addressed})
