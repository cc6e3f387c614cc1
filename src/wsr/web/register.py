"""The register: the recommendations of all published reviews, searched, filtered, counted, as a table."""

from dataclasses import dataclass
from functools import partial
from typing import Annotated, ClassVar

from fastapi import APIRouter, Query, Request, Response
from markupsafe import Markup

from wsr.domain.codebook import Codebook
from wsr.domain.holdings import ReviewSummary
from wsr.domain.kinds import Language
from wsr.domain.search import Hit, SearchQuery, SearchResults, Sort
from wsr.errors import InvalidQuery, Message
from wsr.web import labels
from wsr.web.addresses import (
    concordance_address,
    feed_address,
    method_address,
    page_address,
    recommendation_address,
    register_address,
    review_address,
)
from wsr.web.asked import RepositoryDep
from wsr.web.charts import RECOMMENDATIONS, Chart
from wsr.web.export_links import ExportLinks, export_links
from wsr.web.facets import Chip, Facet, chips, facets, names_of, without_filters
from wsr.web.form import SearchForm, search_form
from wsr.web.marking import marked_text
from wsr.web.pack_form import pack_address_of
from wsr.web.paging import Paging, paging
from wsr.web.params import RegisterParams
from wsr.web.recommendations import recommendation_label
from wsr.web.results import finding, limits
from wsr.web.review_rates import rate_charts
from wsr.web.roles import anyone
from wsr.web.templating import Page, language_of, render, told
from wsr.web.wording import Wording, say, titled, wording

router = APIRouter()

FILTERS = (
    "recommendation_theme",
    "theme",
    "level",
    "addressee",
    "body",
    "review_type",
    "year",
    "board",
    "language",
)
"""The facets offered on the page, in the order shown; others may stand in an address."""

_SORTS = (Sort.NEWEST, Sort.OLDEST, Sort.REFERENCE, Sort.RELEVANCE)


@router.get("/recommendations")
@anyone
def register_page(
    request: Request, params: Annotated[RegisterParams, Query()], repository: RepositoryDep
) -> Response:
    """The recommendations that the parameters leave; a query that cannot be run is an error at the search box, status 400."""
    query, language, codebook = params.query(), language_of(request), repository.coder().codebook
    try:
        results = repository.search(query)
    except InvalidQuery as error:
        return render(request, _page(language, query, codebook, error.message), status=400)
    return render(request, register_context(language, results, codebook, repository.summaries()))


@dataclass(frozen=True)
class RegisterRow:
    """One recommendation as a row of the table."""

    label: str
    text: Markup
    """Whole, with the words asked for marked."""
    language: str
    url: str
    """Its own page."""
    reference: str
    review_url: str
    year: str
    board: str
    addressees: tuple[str, ...]
    bodies: tuple[str, ...]
    """The known bodies that they are, where other names are printed."""
    level: str
    themes: tuple[str, ...]
    page_label: str
    page_url: str


@dataclass(frozen=True)
class Register:
    """What a query found."""

    finding: str
    """“43 recommendations in 12 reviews match “supervision”.”"""
    limits: tuple[str, ...]
    of_bodies: bool
    """Whether only what is asked of named bodies is shown: then the page says what that leaves out."""
    facets: tuple[Facet, ...]
    charts: tuple[Chart, ...]
    """Rates by type of review and by year; none of a sample, nor of what is asked of one body."""
    rows: tuple[RegisterRow, ...]
    paging: Paging
    exports: ExportLinks | None
    concordance_url: str
    """Empty when no words are asked for."""
    method_url: str
    packs_url: str
    """A pack for practice from these."""
    feed_url: str
    """The same query as a feed."""
    index_version: str


@dataclass(frozen=True, kw_only=True)
class RegisterPage(Page):
    """The register of recommendations, or why a query cannot be answered."""

    template: ClassVar[str] = "register.html"

    form: SearchForm = told("The form as it was sent, with the error when the query cannot be run.")
    chips: tuple[Chip, ...] = told("The filters in force, each with the address without it.")
    clear_url: str = told("The same words without any filter.")
    register: Register | None = told("What was found; None when the query did not run.")


def register_context(
    language: Language,
    results: SearchResults,
    codebook: Codebook,
    summaries: list[ReviewSummary],
) -> RegisterPage:
    """The page of a query that ran. Raises PageNotFound for a page past the end."""
    say_in, query = wording(language), results.query
    names, address = names_of(codebook, results.facets), partial(register_address, language)
    boards = {each.reference: each.board.name for each in summaries if each.board}
    found = Register(
        finding=finding(say_in, results),
        limits=limits(say_in, query, names),
        facets=facets(say_in, results, address, FILTERS),
        of_bodies=bool(query.body),
        charts=() if query.body else rate_charts(say_in, results, summaries, address, RECOMMENDATIONS),
        rows=tuple(_row(say_in, language, hit, boards.get(hit.reference, "")) for hit in results.hits),
        paging=paging(
            say_in,
            query.page,
            query.per_page,
            results.total,
            lambda number: address(query.model_copy(update={"page": number})),
        ),
        exports=export_links(say_in, results),
        concordance_url=concordance_address(language, query) if query.text else "",
        method_url=method_address(language, query.model_copy(update={"page": 1})),
        packs_url=pack_address_of(language, query),
        feed_url=feed_address(language, query.model_copy(update={"page": 1})),
        index_version=results.index_version,
    )
    return _page(language, query, codebook, found=found, results=results)


def _page(
    language: Language,
    query: SearchQuery,
    codebook: Codebook,
    error: Message | None = None,
    found: Register | None = None,
    results: SearchResults | None = None,
) -> RegisterPage:
    say_in, address = wording(language), partial(register_address, language)
    title = say_in.gettext("Recommendations")
    names = names_of(codebook, results.facets) if results else names_of(codebook)
    return RegisterPage(
        title=titled(say_in, title, error),
        form=search_form(say_in, query, error, sorts=_SORTS),
        chips=chips(say_in, query, names, address),
        clear_url=address(without_filters(query)),
        register=found,
    )


def _row(say_in: Wording, language: Language, hit: Hit, board: str) -> RegisterRow:
    return RegisterRow(
        label=recommendation_label(say_in, hit.label),
        text=marked_text(hit.text, hit.matches),
        language=hit.language,
        url=recommendation_address(language, hit.slug, hit.key),
        reference=hit.reference,
        review_url=review_address(language, hit.slug),
        year=str(hit.year) if hit.year else say_in.gettext("undated"),
        board=board,
        addressees=hit.addressees,
        bodies=tuple(name for name in hit.addressee_bodies if name not in hit.addressees),
        level=say(say_in, labels.LEVELS, hit.level or ""),
        themes=tuple(say(say_in, labels.RECOMMENDATION_THEMES, theme) for theme in hit.recommendation_themes),
        page_label=say_in.gettext("page %(number)s") % {"number": hit.page},
        page_url=page_address(language, hit.slug, hit.page, document=hit.document, passage=hit.passage),
    )
