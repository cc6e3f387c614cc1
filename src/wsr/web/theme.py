"""The page of one theme: what it is, how often it is found, and the extracts themselves, best first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Annotated, ClassVar

from fastapi import APIRouter, Query, Request, Response

from wsr.domain.codebook import Codebook, Theme
from wsr.domain.coding import Stance
from wsr.domain.holdings import ReviewSummary
from wsr.domain.search import SearchQuery, SearchResults
from wsr.domain.themes import ThemeCount
from wsr.errors import Message, PageNotFound
from wsr.repository.themes import count_theme
from wsr.web.addresses import coding_address, search_address, shown_at_first, theme_address
from wsr.web.asked import RepositoryDep
from wsr.web.charts import Chart
from wsr.web.export_links import ExportLinks, export_links
from wsr.web.facets import Chip, Facet, chips, facets, names_of
from wsr.web.pack_form import pack_address_of
from wsr.web.paging import Paging, paging
from wsr.web.params import ThemeParams
from wsr.web.quoting import SCRIPT, Quoter, quoter_of
from wsr.web.results import Result, finding, limits, result
from wsr.web.review_rates import rate_charts
from wsr.web.roles import anyone
from wsr.web.templating import Page, render, told
from wsr.web.themes import CodeCard, code_card
from wsr.web.wording import Wording
from wsr.web.work import Work

router = APIRouter()

FILTERS = ("stance", "subtheme", "review_type", "year", "board", "agency", "decided")
"""The facets offered on the page, in the order shown; others may stand in an address."""

_IN_FORCE = (*FILTERS, "section_kind", "language", "term")


@router.get("/themes/{theme}")
@anyone
def theme_page(
    request: Request, theme: str, params: Annotated[ThemeParams, Query()], repository: RepositoryDep
) -> Response:
    """The extracts of one theme that the parameters leave."""
    codebook = repository.coder().codebook
    asked = named_theme(codebook, theme)
    query = params.of_theme(theme)
    shown = Shown(
        results=repository.search(query),
        count=count_theme(repository, query, asked),
        codebook=codebook,
        summaries=repository.summaries(),
    )
    return render(request, theme_context(quoter_of(request), shown))


def named_theme(codebook: Codebook, theme: str) -> Theme:
    """The theme of this id. Raises PageNotFound when the codebook in force has none."""
    for each in codebook.themes:
        if each.id == theme:
            return each
    raise PageNotFound(
        Message(
            "“%(theme)s” is not a theme of the codebook in force. Choose among: %(known)s.",
            theme=theme[:60],
            known=", ".join(each.id for each in codebook.themes),
        )
    )


@dataclass(frozen=True)
class Shown:
    """What the page is made of: the extracts found, the counts of the codes, and the reviews held."""

    results: SearchResults
    count: ThemeCount
    codebook: Codebook
    summaries: Sequence[ReviewSummary]

    @property
    def query(self) -> SearchQuery:
        """What was asked."""
        return self.results.query


@dataclass(frozen=True, kw_only=True)
class ThemePage(Page):
    """One theme."""

    template: ClassVar[str] = "theme.html"
    script: ClassVar[str] = SCRIPT

    card: CodeCard = told("The theme with its definition and counts, and its sub-themes with theirs.")
    only_identified: bool = told("True when just the good practice identified is shown, as at first.")
    all_url: str = told("The same with every stance.")
    first_url: str = told("The same with just the good practice identified.")
    charts: tuple[Chart, ...] = told("Rates by type of review and by year; none of a sample.")
    chips: tuple[Chip, ...] = told("The filters in force, each with the address without it.")
    clear_url: str = told("The theme without any filter, every stance shown.")
    search_url: str = told("The same extracts as a search, where words can be added.")
    packs_url: str = told("A pack for practice from these extracts.")
    coding_url: str = told("Where those who sign in decide about these extracts, one by one.")
    themes_url: str = told("The list of all themes.")
    finding: str = told("So many extracts in so many reviews, as a sentence.")
    limits: tuple[str, ...] = told("The filters and the order in force, as short sentences.")
    facets: tuple[Facet, ...] = told("The filters to choose from, with counts.")
    results: tuple[Result, ...] = told("The extracts of this page.")
    paging: Paging = told("The row of pages.")
    exports: ExportLinks | None = told("The files of all these extracts; None when there are none.")
    index_version: str = told("Names the state of the index that answered.")


def theme_context(quoter: Quoter, shown: Shown) -> ThemePage:
    """The page of what is shown. Raises PageNotFound for a page past the end."""
    language, say_in, query, theme = quoter.language, quoter.say_in, shown.query, shown.count.code
    names = names_of(shown.codebook, shown.results.facets)

    def address(changed: SearchQuery) -> str:
        return theme_address(language, theme, changed, "extracts")

    return ThemePage(
        title=say_in.gettext(shown.count.name),
        card=_card(say_in, shown, address),
        only_identified=query.stance == (Stance.IDENTIFIED,),
        all_url=address(query.model_copy(update={"stance": (), "page": 1})),
        first_url=address(query.model_copy(update={"stance": (Stance.IDENTIFIED.value,), "page": 1})),
        charts=rate_charts(say_in, shown.results, shown.summaries, partial(search_address, language)),
        chips=chips(say_in, query, names, address, _IN_FORCE),
        clear_url=address(shown_at_first(theme).model_copy(update={"stance": ()})),
        search_url=search_address(language, query.model_copy(update={"page": 1})),
        packs_url=pack_address_of(language, query),
        coding_url=coding_address(language, Work.of(query)),
        themes_url=f"/{language}/themes",
        finding=finding(say_in, shown.results),
        limits=limits(say_in, query, names),
        facets=facets(say_in, _of_theme(shown.results, theme), address, FILTERS),
        results=tuple(result(quoter, query, hit, shown.codebook) for hit in shown.results.hits),
        paging=paging(
            say_in,
            query.page,
            query.per_page,
            shown.results.total,
            lambda number: address(query.model_copy(update={"page": number})),
        ),
        exports=export_links(say_in, shown.results),
        index_version=shown.results.index_version,
    )


def _card(say_in: Wording, shown: Shown, address: Callable[[SearchQuery], str]) -> CodeCard:
    """The theme, each sub-theme with the way to all its extracts; all other filters stay."""
    every = shown.query.model_copy(update={"sample": None, "seed": 1, "page": 1})
    parts = tuple(
        code_card(say_in, each, address(every.model_copy(update={"subtheme": (each.code,)})))
        for each in shown.count.subthemes
    )
    whole = address(every.model_copy(update={"subtheme": ()}))
    return code_card(say_in, shown.count, whole, parts)


def _of_theme(results: SearchResults, theme: str) -> SearchResults:
    """The results with the counts of the theme's own sub-themes alone: its extracts may have others too."""
    own = tuple(each for each in results.facets["subtheme"] if each.value.startswith(f"{theme}/"))
    return results.model_copy(update={"facets": {**results.facets, "subtheme": own}})
