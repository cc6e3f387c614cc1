"""The first page: what this is, what is held, and the search box."""

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request, Response

from wsr.domain.holdings import Holdings
from wsr.domain.kinds import Language
from wsr.domain.search import SearchQuery, Unit
from wsr.domain.themes import ThemeCount
from wsr.errors import SearchIndexError
from wsr.repository.repository import Repository
from wsr.repository.themes import count_themes
from wsr.web import labels
from wsr.web.asked import RepositoryDep
from wsr.web.cards import ReviewCard, review_card
from wsr.web.form import SearchForm, search_form
from wsr.web.listing import ListParams, list_address
from wsr.web.params import ThemesParams
from wsr.web.roles import anyone
from wsr.web.templating import Page, language_of, render, told
from wsr.web.themes import CodeCard, theme_cards
from wsr.web.wording import Wording, counted, wording

router = APIRouter()


@router.get("/")
@anyone
def home_page(request: Request, repository: RepositoryDep) -> Response:
    """What the repository holds."""
    return render(
        request, home_context(language_of(request), repository.holdings(), practice_held(repository))
    )


@dataclass(frozen=True)
class PracticeHeld:
    """The extracts held, and the good practice identified among them by theme."""

    extracts: int
    query: SearchQuery
    """What the counts of the themes are of."""
    themes: tuple[ThemeCount, ...]


def practice_held(repository: Repository) -> PracticeHeld | None:
    """The extracts in sums; None while the index cannot count them, which must not keep the page away."""
    query = ThemesParams().query()
    try:
        extracts = repository.search(SearchQuery(unit=Unit.EXTRACT, per_page=1)).total
        return PracticeHeld(extracts, query, count_themes(repository, query))
    except SearchIndexError:
        return None


@dataclass(frozen=True)
class TypeCount:
    """How many reviews of one type are held."""

    count: str
    label: str
    url: str


@dataclass(frozen=True)
class YearCount:
    """How many reviews of one year are held."""

    year: int
    count: str
    url: str


@dataclass(frozen=True, kw_only=True)
class HomePage(Page):
    """The first page."""

    template: ClassVar[str] = "home.html"

    form: SearchForm = told("The search box.")
    holds: tuple[str, ...] = told("What is held in sums: reviews, documents, passages, extracts and more.")
    themes: tuple[CodeCard, ...] = told(
        "The themes with the good practice identified; none while nothing is found or the index cannot count."
    )
    types: tuple[TypeCount, ...] = told("The reviews held, by type; all five types.")
    years: tuple[YearCount, ...] = told("The reviews held, by year; undated ones are in none.")
    recent: tuple[ReviewCard, ...] = told("The reviews added last.")
    empty: bool = told("True when nothing is held yet.")


def home_context(language: Language, held: Holdings, practice: PracticeHeld | None) -> HomePage:
    """The page of what is held."""
    say_in, path = wording(language), f"/{language}/reviews"
    return HomePage(
        title=say_in.gettext("Wales Safeguarding Repository"),
        form=search_form(say_in, SearchQuery()),
        holds=(
            counted(say_in, "%(number)s review", "%(number)s reviews", held.reviews),
            counted(say_in, "%(number)s document", "%(number)s documents", held.documents),
            counted(say_in, "%(number)s passage", "%(number)s passages", held.passages),
            counted(say_in, "%(number)s recommendation", "%(number)s recommendations", held.recommendations),
            *_extracts(say_in, practice),
        ),
        themes=theme_cards(say_in, language, practice.query, practice.themes)
        if practice and practice.extracts
        else (),
        types=tuple(
            TypeCount(
                count=f"{number:,}",
                label=say_in.ngettext(*labels.REVIEW_TYPES_COUNTED[kind], number),
                url=list_address(path, ListParams(review_type=[kind.value])),
            )
            for kind, number in held.by_type.items()
        ),
        years=tuple(
            YearCount(year, f"{number:,}", list_address(path, ListParams(year=[str(year)])))
            for year, number in held.by_year.items()
        ),
        recent=tuple(review_card(say_in, language, summary) for summary in held.recent),
        empty=held.reviews == 0,
    )


def _extracts(say_in: Wording, practice: PracticeHeld | None) -> tuple[str, ...]:
    if practice is None:
        return ()
    return (counted(say_in, "%(number)s extract", "%(number)s extracts", practice.extracts),)
