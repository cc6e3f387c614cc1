"""Commands of the method and its results: terms, concordance, report."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from wsr.cli.app import AsJson, app, open_repository
from wsr.cli.filters import Stances, Terms, Themes, Types, Years, filtered
from wsr.cli.output import messages, print_json, print_table
from wsr.domain.concordance import Concordance, ConcordanceOrder
from wsr.domain.kinds import Language
from wsr.domain.parts import Grid
from wsr.domain.search import SearchQuery, Unit
from wsr.repository.concordance import concordance_of
from wsr.repository.method import TermChoice, count_list
from wsr.repository.recoding import version_named
from wsr.web.facets import names_of
from wsr.web.lines import bound, counts
from wsr.web.method_words import counts_sentence, term_method
from wsr.web.rates import term_grid, terms_by_type, terms_by_year, type_grid, year_grid
from wsr.web.results import limits
from wsr.web.wording import wording


@app.command()
def terms(
    context: typer.Context,
    term_list: Annotated[
        str | None,
        typer.Option("--list", help="A term list: its id, or id and version; the one in force without it."),
    ] = None,
    term: Terms = None,
    review_type: Types = None,
    year: Years = None,
    stance: Stances = None,
    theme: Themes = None,
    method: Annotated[bool, typer.Option("--method", help="Print how it was counted, in sentences.")] = False,
    json: AsJson = False,
) -> None:
    """Count what each term of a list found and added, raw and without duplicates, by type and year."""
    choice = TermChoice(
        term=tuple(term or ()),
        review_type=tuple(review_type or ()),
        year=tuple(year or ()),
        stance=tuple(stance or ()),
        theme=tuple(theme or ()),
    )
    english = wording(Language.EN)
    with open_repository(context) as repository:
        names = names_of(repository.coder().codebook)
        filters = limits(english, SearchQuery(**asdict(choice)), names)
        found = count_list(repository, choice, filters, term_list, _watched)
        counted_list = version_named(repository.term_lists(), found.term_list, repository.coder().terms)
    if json:
        print_json(found.model_dump(mode="json"))
        return
    if method:
        typer.echo("\n\n".join(term_method(english, found, counted_list)))
        return
    grids = (term_grid, type_grid, year_grid, terms_by_type, terms_by_year)
    for make in grids:
        _print_grid(make(english, found))
    typer.echo(
        f"Raw: {found.counts.raw_hits:,} hits. Without duplicates: {counts_sentence(english, found.counts.found)}."
    )
    for sentence in term_method(english, found, counted_list)[-5:]:
        typer.echo(sentence)


@app.command()
@filtered
def concordance(
    context: typer.Context,
    query: Annotated[str, typer.Argument(help="As for wsr search.")],
    by: Annotated[ConcordanceOrder, typer.Option(help="What lines are sorted by.")] = ConcordanceOrder.RESULT,
    words: Annotated[int, typer.Option(min=1, max=3, help="Words that they are sorted by.")] = 1,
    width: Annotated[int, typer.Option(min=0, max=1000, help="Characters on each side.")] = 60,
    unit: Annotated[Unit, typer.Option(help="passage or extract.")] = Unit.PASSAGE,
    json: AsJson = False,
    *,
    filters: SearchQuery,
) -> None:
    """Print every match of a search on a line of its own, the match in the middle; of terms alone, theirs."""
    asked = filters.model_copy(update={"text": query.strip(), "unit": unit})
    with open_repository(context) as repository:
        found = concordance_of(repository, asked, width, by, words)
    if json:
        _print_json_lines(found)
        return
    for line in found.lines:
        place = f"{line.hit.reference} p. {line.hit.page}"
        typer.echo(f"{place:<24} {line.left[-width:]:>{width}} [{line.keyword}] {line.right}")
    messages.print(counts(wording(Language.EN), found), markup=False)
    if found.most is not None:
        messages.print(bound(wording(Language.EN), found), markup=False)


def _watched(references: Sequence[str]) -> Iterator[str]:
    """The references, with a bar that moves as each is done."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=messages, transient=True, disable=not messages.is_terminal) as bar:
        task = bar.add_task("Counting", total=len(references))
        for reference in references:
            yield reference
            bar.advance(task)


def _print_grid(grid: Grid) -> None:
    print_table(grid.heads, grid.rows, title=grid.caption)
    typer.echo()


def _print_json_lines(found: Concordance) -> None:
    """A line for each match, then one with the counts."""
    for line in found.lines:
        hit = line.hit
        print_json(
            {
                **{name: getattr(hit, name) for name in ("reference", "year", "document", "section", "id", "key", "page")},
                "passage": hit.passage or hit.id,
                **line.model_dump(mode="json", exclude={"hit"}),
            }
        )  # fmt: skip
    print_json(
        {
            "lines": len(found.lines),
            "passages": found.passages,
            "reviews": found.reviews,
            "most": found.most,
            "unit": found.query.unit,
            "index_version": found.index_version,
        }
    )
