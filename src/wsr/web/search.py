"""The search page: one query object in the address makes the page, its counts and its links."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Annotated, ClassVar

from fastapi import APIRouter, Query, Request, Response

from wsr.domain.codebook import Codebook
from wsr.domain.kinds import Language
from wsr.domain.search import SearchQuery, SearchResults, Unit
from wsr.errors import InvalidQuery
from wsr.web.addresses import (
    coding_address,
    concordance_address,
    feed_address,
    method_address,
    search_address,
)
from wsr.web.asked import RepositoryDep
from wsr.web.export_links import ExportLinks, export_links
from wsr.web.facets import Chip, Facet, chips, facets, names_of, without_filters
from wsr.web.form import SearchForm, search_form
from wsr.web.other_words import OtherWordLinks, Suggestion, other_word_links
from wsr.web.pack_form import pack_address_of
from wsr.web.paging import Paging, paging
from wsr.web.params import SearchParams
from wsr.web.quoting import SCRIPT, Quoter, quoter_of
from wsr.web.results import Result, finding, limits, result
from wsr.web.roles import anyone
from wsr.web.templating import Page, language_of, render, told
from wsr.web.wording import Wording, wording
from wsr.web.work import Work

router = APIRouter()

_PHRASE_MARKS = re.compile(r'"(?:~\d+)?')


@router.get("/search")
@anyone
def search_page(
    request: Request, params: Annotated[SearchParams, Query()], repository: RepositoryDep
) -> Response:
    """The passages, extracts or reviews that a query finds; one that cannot be run is an error at the search box, status 400."""
    query, codebook = params.query(), repository.coder().codebook
    try:
        results = repository.search(query)
    except InvalidQuery as error:
        return render(request, refused(language_of(request), query, codebook, error), status=400)
    return render(request, found(quoter_of(request), results, codebook))


@dataclass(frozen=True)
class Answer:
    """What a query found."""

    finding: str
    """“43 passages in 12 reviews match “information sharing”.”"""
    limits: tuple[str, ...]
    """The filters, switches and order in force, as short sentences."""
    facets: tuple[Facet, ...]
    results: tuple[Result, ...]
    paging: Paging
    spellings: tuple[Suggestion, ...]
    """Near spellings, when nothing was found."""
    wider: tuple[Suggestion, ...]
    """Wider searches, when nothing was found."""
    index_version: str
    concordance_url: str
    """Each match on a line of its own; empty when the query has neither words nor terms."""
    method_url: str
    """How these results were found."""
    feed_url: str
    """The same query as a feed, which also those may follow who have found nothing yet."""
    exports: ExportLinks | None
    """The files of the whole result; None when it is empty."""
    packs_url: str
    """A pack for practice from what was found."""
    coding_url: str
    """Where those who sign in decide about these extracts, one by one; empty for passages and reviews."""


@dataclass(frozen=True, kw_only=True)
class SearchPage(Page):
    """The answer to a search, or why there is none."""

    template: ClassVar[str] = "search.html"
    script: ClassVar[str] = SCRIPT

    form: SearchForm = told("The form as it was sent, with the error when the query cannot be run.")
    chips: tuple[Chip, ...] = told("The filters in force, each with the address without it.")
    clear_url: str = told("The same words without any filter.")
    also: OtherWordLinks = told("Other words for what was typed, to be added and taken away.")
    answer: Answer | None = told("What was found; None when the query did not run.")


def found(quoter: Quoter, results: SearchResults, codebook: Codebook) -> SearchPage:
    """The page of a query that ran. Raises PageNotFound for a page past the end."""
    language, say_in, query = quoter.language, quoter.say_in, results.query
    names, address = names_of(codebook, results.facets), partial(search_address, language)
    return SearchPage(
        title=_title(say_in, query),
        form=search_form(say_in, query),
        chips=chips(say_in, query, names, address),
        clear_url=address(without_filters(query)),
        also=other_word_links(query, address),
        answer=Answer(
            finding=finding(say_in, results),
            limits=limits(say_in, query, names),
            facets=facets(say_in, results, address),
            results=tuple(result(quoter, query, hit, codebook) for hit in results.hits),
            paging=paging(
                say_in,
                query.page,
                query.per_page,
                results.total,
                lambda number: address(query.model_copy(update={"page": number})),
            ),
            spellings=tuple(
                Suggestion(text, _changed(language, query, text=text)) for text in results.suggestions
            ),
            wider=() if results.total else tuple(_wider(say_in, language, query)),
            index_version=results.index_version,
            concordance_url=concordance_address(language, query) if query.text or query.term else "",
            method_url=method_address(language, query.model_copy(update={"page": 1})),
            feed_url=feed_address(language, query.model_copy(update={"page": 1})),
            exports=export_links(say_in, results),
            packs_url=pack_address_of(language, query),
            coding_url=coding_address(language, Work.of(query)) if query.unit is Unit.EXTRACT else "",
        ),
    )


def refused(language: Language, query: SearchQuery, codebook: Codebook, error: InvalidQuery) -> SearchPage:
    """The page of a query that cannot be run: what to change, beside what was typed."""
    say_in, address = wording(language), partial(search_address, language)
    return SearchPage(
        title=say_in.gettext("Error: %(title)s") % {"title": _title(say_in, query)},
        form=search_form(say_in, query, error.message),
        chips=chips(say_in, query, names_of(codebook), address),
        clear_url=address(without_filters(query)),
        also=other_word_links(query, address),
        answer=None,
    )


def _title(say_in: Wording, query: SearchQuery) -> str:
    if not query.text:
        return say_in.gettext("Search the reviews")
    return say_in.gettext("Search: %(text)s") % {"text": query.text}


def _changed(language: Language, query: SearchQuery, **changes: object) -> str:
    return search_address(language, query.model_copy(update={**changes, "page": 1}))


def _wider(say_in: Wording, language: Language, query: SearchQuery) -> Iterator[Suggestion]:
    if '"' in query.text:
        url = _changed(language, query, text=_PHRASE_MARKS.sub(" ", query.text).strip())
        yield Suggestion(say_in.gettext("Search for the words anywhere in a passage"), url)
    bare = without_filters(query)
    if bare != query.model_copy(update={"page": 1}):
        yield Suggestion(say_in.gettext("Search without the filters"), search_address(language, bare))
    if not query.stemmed:
        url = _changed(language, query, stemmed=True)
        yield Suggestion(say_in.gettext("Match other forms of the words too"), url)
    if not query.all_sections:
        url = _changed(language, query, all_sections=True)
        yield Suggestion(say_in.gettext("Search contents pages, letters, forms and glossaries too"), url)
