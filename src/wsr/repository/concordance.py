"""
The concordance of any search: every match on a line of its own.

    all hits | their matches, or those of the terms asked for | at most so many lines | sort
"""

from collections.abc import Iterator

from wsr.coding.terms import TermFinder, distinct
from wsr.domain.concordance import Concordance, ConcordanceOrder
from wsr.domain.search import Hit, SearchQuery, Unit
from wsr.errors import InvalidQuery, Message
from wsr.language.concordance import concordance
from wsr.repository.repository import Repository

MOST_LINES = 20_000
"""Sorting needs all lines at once: more are not made."""


def concordance_of(
    repository: Repository,
    query: SearchQuery,
    width: int = 60,
    order: ConcordanceOrder = ConcordanceOrder.RESULT,
    words: int = 1,
    most: int | None = None,
) -> Concordance:
    """
    Every match of a search with what stands before and after it; see wsr.language.concordance for the options.

    The page of the query makes no difference; its sample does. Without words, the hits of the terms that it names
    are shown. A search for reviews is one for their passages. At most MOST_LINES lines are made, unless `most` says
    another number.

    Raises InvalidQuery for a query that gives nothing to show in the middle, and as a search does.
    """
    asked = query.model_copy(update={"unit": Unit.PASSAGE}) if query.unit is Unit.REVIEW else query
    if not asked.text and not asked.term:
        raise InvalidQuery(
            asked.text,
            Message("A concordance shows words with what stands around them: type at least one word."),
        )
    version, most = repository.index_version(), most or MOST_LINES
    hits, count, full = [], 0, False
    for hit in _hits(repository, asked):
        if count + len(hit.matches) > most:
            full = True
            break
        count += len(hit.matches)
        hits.append(hit)
    return Concordance(
        query=asked,
        lines=tuple(concordance(hits, width, order, words)),
        passages=len(hits),
        reviews=len({hit.reference for hit in hits}),
        most=most if full else None,
        index_version=version,
    )


def _hits(repository: Repository, query: SearchQuery) -> Iterator[Hit]:
    """The hits with a match in their text: one whose heading alone matches has no line."""
    found = repository.index.every(query)
    if not query.text:
        terms = repository.coder().terms
        some = tuple(term for term in terms.terms if term.id in query.term)
        if not some:
            return
        finder = TermFinder(terms.model_copy(update={"terms": some}))
        found = (hit.model_copy(update={"matches": tuple(distinct(finder.find(hit.text)))}) for hit in found)
    yield from (hit for hit in found if hit.matches)
