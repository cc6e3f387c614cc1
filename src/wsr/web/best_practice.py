"""The best-practice page: what each term of the list found, by type and year, and how; nothing but an address asks it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Annotated, ClassVar
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field

from wsr.domain.coding import Stance
from wsr.domain.kinds import Language, ReviewType
from wsr.domain.method import Method
from wsr.domain.parts import Grid
from wsr.domain.search import SearchQuery, Unit
from wsr.repository.method import TermChoice, count_list, years_held
from wsr.repository.repository import Repository
from wsr.web import labels
from wsr.web.addresses import concordance_address, search_address, site_address
from wsr.web.asked import RepositoryDep
from wsr.web.facets import label_of, names_of
from wsr.web.method_words import LEFT_OUT, citation, counts_sentence, term_method
from wsr.web.rates import term_grid, terms_by_type, terms_by_year, type_grid, year_grid
from wsr.web.results import limits
from wsr.web.roles import anyone
from wsr.web.templating import Page, language_of, render, told
from wsr.web.wording import Wording, counted, say, wording

router = APIRouter()


class TermParams(BaseModel):
    """The parameters of the page; those of a search that mean the same."""

    term: list[str] = Field(default=[], description="Terms of the list in force; all without it.")
    review_type: list[str] = Field(default=[], description="CPR, APR, DHR, MHHR or SUSR.")
    year: list[str] = Field(default=[], description="Four digits, or none for reviews that are not dated.")
    stance: list[str] = Field(default=[], description="The stance in force.")
    theme: list[str] = Field(default=[], description="The id of a theme of the codebook.")

    def choice(self) -> TermChoice:
        """What they ask to be counted; blank values are as if they were absent."""
        return TermChoice(**{name: tuple(filter(None, values)) for name, values in self})


@dataclass(frozen=True)
class Tick:
    """A value that can be ticked."""

    value: str
    label: str
    ticked: bool


@dataclass(frozen=True)
class Ticks:
    """The values of one filter."""

    name: str
    label: str
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, kw_only=True)
class BestPracticePage(Page):
    """What a term list found."""

    template: ClassVar[str] = "best_practice.html"

    lead: str = told("What the list is and where it comes from.")
    finding: str = told("“88 hits in 84 extracts in 19 reviews”, without duplicates.")
    raw: str = told("The raw count, and why it is higher; empty when nothing was found.")
    limits: tuple[str, ...] = told("The filters in force, a sentence each.")
    groups: tuple[Ticks, ...] = told("What can be ticked.")
    terms: Grid = told("What each term found; each leads to its extracts.")
    groupings: tuple[Grid, ...] = told("What was found by type and by year.")
    details: tuple[Grid, ...] = told("The same for each term.")
    left_out: Grid | None = told("Hits that make no extract, by reason; None when there are none.")
    method: tuple[str, ...] = told("How this was counted, in sentences.")
    citation: str = told("How to cite this page.")
    extracts_url: str = told("The extracts that are counted here, as a search.")
    concordance_url: str = told("Each hit on a line of its own.")
    clear_url: str = told("The page without any filter; empty when there is none.")


@router.get("/best-practice")
@anyone
def best_practice_page(
    request: Request, params: Annotated[TermParams, Query()], repository: RepositoryDep
) -> Response:
    """What the terms of the list in force found."""
    language, choice = language_of(request), params.choice()
    names = names_of(repository.coder().codebook)
    filters = limits(wording(language), SearchQuery(**asdict(choice)), names)
    method = count_list(repository, choice, filters)
    return render(request, _page(language, repository, choice, method, site_address(request)))


def _page(
    language: Language, repository: Repository, choice: TermChoice, method: Method, site: str
) -> BestPracticePage:
    say_in, terms = wording(language), repository.coder().terms
    _ = say_in.gettext
    path, asked = f"/{language}/best-practice", _pairs(choice)
    found = _query(choice, tuple(each.term for each in method.counts.terms))
    title = _("Best practice: what the terms found")
    return BestPracticePage(
        title=title,
        lead=_("%(terms)s of the list “%(title)s”, each with what it found in %(reviews)s. %(source)s")
        % {
            "terms": counted(say_in, "%(number)s term", "%(number)s terms", len(method.counts.terms)),
            "title": terms.title,
            "reviews": counted(say_in, "%(number)s published review", "%(number)s published reviews", method.reviews_held),
            "source": terms.source,
        },
        finding=counts_sentence(say_in, method.counts.found),
        raw=_raw(say_in, method),
        limits=method.filters,
        groups=tuple(_groups(say_in, repository, choice)),
        terms=term_grid(say_in, method, lambda term: search_address(language, _query(choice, (term,)))),
        groupings=(type_grid(say_in, method), year_grid(say_in, method)),
        details=(terms_by_type(say_in, method), terms_by_year(say_in, method)),
        left_out=_left_out(say_in, method),
        method=term_method(say_in, method, terms),
        citation=citation(say_in, title, method, site + path + (f"?{urlencode(asked)}" if asked else "")),
        extracts_url=search_address(language, found),
        concordance_url=concordance_address(language, found),
        clear_url=path if asked else "",
    )  # fmt: skip


def _raw(say_in: Wording, method: Method) -> str:
    """The raw count, and why it is higher than the one without duplicates; empty when nothing was found."""
    if not method.counts.raw_hits:
        return ""
    if method.counts.raw_hits == method.counts.found.hits:
        return say_in.gettext("No two hits overlap here: added up term by term there are as many.")
    return say_in.gettext(
        "Added up term by term there are %(hits)s. That is more wherever terms overlap: “effective communication” is a "
        "hit of “effective” too, and co-operation one of cooperation. Above, every stretch of text counts once."
    ) % {"hits": counted(say_in, "%(number)s hit", "%(number)s hits", method.counts.raw_hits)}


def _query(choice: TermChoice, terms: tuple[str, ...]) -> SearchQuery:
    return SearchQuery(unit=Unit.EXTRACT, **{**asdict(choice), "term": terms})


def _pairs(choice: TermChoice) -> list[tuple[str, str]]:
    return [(name, value) for name, values in asdict(choice).items() for value in values]


def _groups(say_in: Wording, repository: Repository, choice: TermChoice) -> Iterable[Ticks]:
    coder = repository.coder()
    values: dict[str, list[tuple[str, str]]] = {
        "term": [(term.id, term.id) for term in coder.terms.terms],
        "review_type": [(kind.value, say(say_in, labels.REVIEW_TYPES, kind)) for kind in ReviewType],
        "year": [(year, label_of(say_in, "year", year, {})) for year in years_held(repository)],
        "stance": [(stance.value, say(say_in, labels.STANCES, stance)) for stance in Stance],
        "theme": [(theme.id, say_in.gettext(theme.name)) for theme in coder.codebook.themes],
    }
    chosen = asdict(choice)
    for name, options in values.items():
        ticks = (Tick(value, label, value in chosen[name]) for value, label in options)
        yield Ticks(name, say(say_in, labels.FACETS, name), tuple(ticks))


def _left_out(say_in: Wording, method: Method) -> Grid | None:
    if not method.left_out:
        return None
    return Grid(
        caption=say_in.gettext("Hits that make no extract"),
        heads=(say_in.gettext("Where they stand"), say_in.gettext("Hits")),
        rows=tuple(
            (say(say_in, LEFT_OUT, reason), f"{count:,}") for reason, count in method.left_out.items()
        ),
    )
