"""The filters of a search as options, the same for every command that searches."""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any

import typer

from wsr.domain.search import SearchQuery

Types = Annotated[list[str] | None, typer.Option("--type", help="CPR, APR, DHR, MHHR or SUSR.")]
Years = Annotated[list[str] | None, typer.Option("--year", help="Year of the review.")]
Boards = Annotated[list[str] | None, typer.Option("--board", help="Id of a board.")]
Sections = Annotated[list[str] | None, typer.Option("--section", help="Kind of section.")]
Languages = Annotated[list[str] | None, typer.Option("--language", help="en or cy.")]
Stances = Annotated[
    list[str] | None,
    typer.Option("--stance", help="identified, suggested, general, criticism or neutral."),
]
Themes = Annotated[list[str] | None, typer.Option("--theme", help="Id of a theme of the codebook.")]
Subthemes = Annotated[list[str] | None, typer.Option("--subtheme", help="theme/subtheme, by their ids.")]
Terms = Annotated[list[str] | None, typer.Option("--term", help="A term of the term list.")]
Agencies = Annotated[list[str] | None, typer.Option("--agency", help="Id of a kind of agency.")]
Decisions = Annotated[
    list[str] | None, typer.Option("--decided", help="Of extracts: undecided, kept, unsure or rejected.")
]
RecommendationThemes = Annotated[
    list[str] | None,
    typer.Option("--recommendation-theme", help="Of recommendations: id of a high-level theme."),
]
Addressees = Annotated[
    list[str] | None,
    typer.Option("--addressee", help="Of recommendations: id of the kind of agency addressed."),
]
Bodies = Annotated[
    list[str] | None,
    typer.Option(
        "--body", help="Of recommendations: id of a known body addressed, as --json gives it: gwent-police."
    ),
]
Levels = Annotated[
    list[str] | None,
    typer.Option("--level", help="Of recommendations: national, regional, board, agency or unknown."),
]
References = Annotated[list[str] | None, typer.Option("--reference", help="Only these reviews.")]
Stemmed = Annotated[bool, typer.Option("--stemmed", help="Match other forms of the words too.")]
AllSections = Annotated[
    bool, typer.Option("--all-sections", help="Search contents pages, letters, forms and glossaries too.")
]
Sample = Annotated[int | None, typer.Option(min=1, help="So many, drawn at random.", show_default=False)]
Seed = Annotated[int, typer.Option(help="The same seed draws the same sample.")]

_OPTIONS: dict[str, tuple[Any, Any]] = {
    "review_type": (Types, None),
    "year": (Years, None),
    "board": (Boards, None),
    "section_kind": (Sections, None),
    "language": (Languages, None),
    "stance": (Stances, None),
    "theme": (Themes, None),
    "subtheme": (Subthemes, None),
    "term": (Terms, None),
    "agency": (Agencies, None),
    "decided": (Decisions, None),
    "recommendation_theme": (RecommendationThemes, None),
    "addressee": (Addressees, None),
    "body": (Bodies, None),
    "level": (Levels, None),
    "reference": (References, None),
    "stemmed": (Stemmed, False),
    "all_sections": (AllSections, False),
    "sample": (Sample, None),
    "seed": (Seed, 1),
}
"""Field of SearchQuery -> the option that gives it, and its default."""


def filtered(command: Callable[..., None]) -> Callable[..., None]:
    """
    A command with the options of all filters, which it takes as one argument: `filters`, a SearchQuery without words.

    Its own options come first in its help.
    """
    own = inspect.signature(command)
    kept = [parameter for name, parameter in own.parameters.items() if name != "filters"]
    added = [
        inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=default, annotation=option)
        for name, (option, default) in _OPTIONS.items()
    ]

    @wraps(command)
    def run(**values: Any) -> None:
        given = {name: values.pop(name) for name in _OPTIONS}
        asked = {name: tuple(value) if isinstance(value, list) else value for name, value in given.items()}
        named = {name: value for name, value in asked.items() if value is not None}
        command(**values, filters=SearchQuery(**named))

    parameters = [*kept, *added]
    run.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in parameters} | {"return": None}
    return run
