"""The themes: what each means and how much is held of it, as a list."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Query, Request, Response

from wsr.domain.coding import Stance
from wsr.domain.kinds import Language
from wsr.domain.search import SearchQuery
from wsr.domain.themes import CodeCount, ThemeCount
from wsr.repository.themes import count_themes
from wsr.web import labels
from wsr.web.addresses import shown_at_first, theme_address, themes_address
from wsr.web.asked import RepositoryDep
from wsr.web.params import ThemesParams
from wsr.web.roles import anyone
from wsr.web.templating import Page, language_of, render, told
from wsr.web.wording import Wording, counted, say, wording

router = APIRouter()


@router.get("/themes")
@anyone
def themes_page(
    request: Request, params: Annotated[ThemesParams, Query()], repository: RepositoryDep
) -> Response:
    """The themes of the codebook in force with what is held of each."""
    query = params.query()
    codebook, themes = repository.coder().codebook.name, count_themes(repository, query)
    return render(request, themes_context(language_of(request), query, codebook, themes))


@dataclass(frozen=True)
class CodeCard:
    """What a page says of a theme or sub-theme."""

    name: str
    definition: str
    includes: tuple[str, ...]
    excludes: tuple[str, ...]
    counts: str
    """“12 extracts in 5 reviews”."""
    url: str
    """The extracts of it, on the page of its theme."""
    subthemes: tuple["CodeCard", ...] = ()


@dataclass(frozen=True)
class StanceChoice:
    """What may be counted, and where choosing it leads."""

    label: str
    url: str
    current: bool


@dataclass(frozen=True, kw_only=True)
class ThemesPage(Page):
    """The list of themes."""

    template: ClassVar[str] = "themes.html"

    stances: tuple[StanceChoice, ...] = told("What may be counted: each stance, and all of them.")
    themes: tuple[CodeCard, ...] = told("The themes in the order of the codebook, with their sub-themes.")
    codebook: str = told("Id and version of the codebook in force.")


def themes_context(
    language: Language, query: SearchQuery, codebook: str, themes: tuple[ThemeCount, ...]
) -> ThemesPage:
    """The page of these counts."""
    say_in = wording(language)
    return ThemesPage(
        title=say_in.gettext("Themes of practice"),
        stances=_stances(say_in, language, query.stance),
        themes=theme_cards(say_in, language, query, themes),
        codebook=codebook,
    )


def theme_cards(
    say_in: Wording, language: Language, query: SearchQuery, themes: tuple[ThemeCount, ...]
) -> tuple[CodeCard, ...]:
    """A card for each theme, with links to the page that shows just what was counted."""
    return tuple(
        code_card(
            say_in,
            theme,
            theme_address(language, theme.code, _of_theme(query, theme.code)),
            tuple(
                code_card(
                    say_in,
                    each,
                    theme_address(language, theme.code, _of_theme(query, theme.code, each.code), "extracts"),
                )
                for each in theme.subthemes
            ),
        )
        for theme in themes
    )


def code_card(
    say_in: Wording, counted_code: CodeCount, url: str, parts: tuple[CodeCard, ...] = ()
) -> CodeCard:
    """The card of a theme or sub-theme."""
    return CodeCard(
        name=say_in.gettext(counted_code.name),
        definition=say_in.gettext(counted_code.definition),
        includes=tuple(map(say_in.gettext, counted_code.includes)),
        excludes=tuple(map(say_in.gettext, counted_code.excludes)),
        counts=say_in.gettext("%(passages)s in %(reviews)s")
        % {
            "passages": counted(say_in, "%(number)s extract", "%(number)s extracts", counted_code.extracts),
            "reviews": counted(say_in, "%(number)s review", "%(number)s reviews", counted_code.reviews),
        },
        url=url,
        subthemes=parts,
    )


def _of_theme(query: SearchQuery, theme: str, subtheme: str = "") -> SearchQuery:
    """What a theme's page shows when it begins with the stances of a query."""
    asked = {"stance": query.stance, "subtheme": (subtheme,) if subtheme else ()}
    return shown_at_first(theme).model_copy(update=asked)


def _stances(say_in: Wording, language: Language, chosen: tuple[str, ...]) -> tuple[StanceChoice, ...]:
    each = [(say(say_in, labels.STANCES, stance), (stance.value,)) for stance in Stance]
    choices: list[tuple[str, tuple[str, ...]]] = [*each, (say_in.gettext("All of these"), ())]
    return tuple(
        StanceChoice(label, themes_address(language, stances), stances == chosen)
        for label, stances in choices
    )
