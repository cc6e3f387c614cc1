"""Commands of the method and its results: terms, concordance, report."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from wsr.cli.app import AsJson, app, open_repository
from wsr.cli.filters import Stances, Terms, Themes, Types, Years, filtered
from wsr.cli.output import messages, print_json, print_table
from wsr.cli.preparing import read_for_meaning
from wsr.domain.concordance import Concordance, ConcordanceOrder
from wsr.domain.kinds import Language
from wsr.domain.search import SearchQuery, Unit
from wsr.errors import InvalidQuery, Message
from wsr.repository.concordance import concordance_of
from wsr.repository.learning import answer_of
from wsr.repository.method import TermChoice, count_list, provenance
from wsr.repository.recoding import version_named
from wsr.repository.register import statuses_of
from wsr.repository.reporting import best_practice_report
from wsr.repository.repository import Repository
from wsr.web import learning_report
from wsr.web.facets import names_of
from wsr.web.learning_report import learning_parts
from wsr.web.lines import bound, counts
from wsr.web.method_words import counts_sentence, term_method
from wsr.web.parts import Grid, Part, as_markdown
from wsr.web.rates import term_grid, terms_by_type, terms_by_year, type_grid, year_grid
from wsr.web.report_parts import TITLE, report_parts
from wsr.web.results import limits
from wsr.web.wording import wording


class ReportFormat(StrEnum):
    """What a report is written as."""

    MARKDOWN = "markdown"
    HTML = "html"


class Report(StrEnum):
    """The reports there are."""

    BEST_PRACTICE = "best-practice"
    LEARNING = "learning"


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


@app.command()
def report(
    context: typer.Context,
    name: Annotated[Report, typer.Argument(help="best-practice or learning.")],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write to this file.", dir_okay=False, show_default=False),
    ] = None,
    format: Annotated[ReportFormat, typer.Option(help="markdown or html.")] = ReportFormat.MARKDOWN,
    recommendation: Annotated[
        str, typer.Option(metavar="SLUG/KEY", help="Of the register; what the report on learning is about.")
    ] = "",
) -> None:
    """Write a report from the present data."""
    with open_repository(context) as repository:
        title, parts = _REPORTS[name](repository, recommendation)
    if format is ReportFormat.MARKDOWN:
        text = as_markdown(title, parts)
    else:
        # Imported late: the web framework would double the start of every other command.
        from wsr.web.templating import report_file

        text = report_file(title, parts)
    if output is None:
        typer.echo(text, nl=False)
    else:
        output.write_text(text, encoding="utf-8")
        messages.print(f"The report is in {output}.", markup=False)


def _best_practice(repository: Repository, _: str) -> tuple[str, tuple[Part, ...]]:
    english, coder = wording(Language.EN), repository.coder()
    made = best_practice_report(repository)
    return english.gettext(TITLE), report_parts(english, Language.EN, made, coder.terms, coder.codebook)


def _learning(repository: Repository, recommendation: str) -> tuple[str, tuple[Part, ...]]:
    if not recommendation:
        raise InvalidQuery(
            "", Message("Say which recommendation the report is about: --recommendation SLUG/KEY.")
        )
    english, (slug, _, key) = wording(Language.EN), recommendation.partition("/")
    read_for_meaning(repository)
    found = answer_of(repository, slug, key)
    parts = learning_parts(
        english, Language.EN, found, statuses_of(repository, slug, key), provenance(repository)
    )
    return english.gettext(learning_report.TITLE), parts


_REPORTS = {Report.BEST_PRACTICE: _best_practice, Report.LEARNING: _learning}


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
