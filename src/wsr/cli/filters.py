"""The filters of a search as options, the same for every command that searches."""

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
References = Annotated[list[str] | None, typer.Option("--reference", help="Only these reviews.")]
Stemmed = Annotated[bool, typer.Option("--stemmed", help="Match other forms of the words too.")]
AllSections = Annotated[
    bool, typer.Option("--all-sections", help="Search contents pages, letters, forms and glossaries too.")
]
Sample = Annotated[int | None, typer.Option(min=1, help="So many, drawn at random.", show_default=False)]
Seed = Annotated[int, typer.Option(help="The same seed draws the same sample.")]


def query_of(text: str, **given: Any) -> SearchQuery:
    """The query with these options; a filter that was not given filters nothing."""
    filters = {name for name, field in SearchQuery.model_fields.items() if field.default == ()}
    asked = {name: tuple(value or ()) if name in filters else value for name, value in given.items()}
    return SearchQuery(text=text.strip(), **asked)
