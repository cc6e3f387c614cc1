"""Commands that read: show, list, search."""

from textwrap import shorten
from typing import Annotated, Any

import typer

from wsr.cli.app import AsJson, app, open_repository
from wsr.cli.filters import filtered
from wsr.cli.output import print_json, print_table
from wsr.domain.coding import Decided
from wsr.domain.kinds import Language
from wsr.domain.review import Review
from wsr.domain.search import Hit, SearchQuery, SearchResults, Sort, Unit
from wsr.web.facets import in_words
from wsr.web.results import counts_in_words
from wsr.web.wording import wording

_WIDTH = 80
"""Characters of an extract shown in a table; --json has it whole."""


@app.command()
def show(
    context: typer.Context,
    reference: Annotated[str, typer.Argument(help="Reference or slug: CPR2019-W91.")],
    json: AsJson = False,
) -> None:
    """Show one review, published or held."""
    with open_repository(context) as repository:
        review = repository.any_review(reference)
    if json:
        print_json(review.model_dump(mode="json"))
    else:
        _print_review(review)


@app.command("list")
def list_reviews(context: typer.Context, json: AsJson = False) -> None:
    """List the reviews held, of every status."""
    with open_repository(context) as repository:
        summaries = repository.summaries(None)
    if json:
        for summary in summaries:
            print_json(summary.model_dump(mode="json"))
        return
    print_table(
        ("Reference", "Type", "Year", "Board", "Title", "Status", "Pages", "Passages", "Recommendations"),
        (
            (s.reference, s.review_type, s.year, s.board and s.board.name, s.title, s.status, s.pages, s.passages, s.recommendations)
            for s in summaries
        ),
    )  # fmt: skip


@app.command()
@filtered
def search(
    context: typer.Context,
    query: Annotated[
        str,
        typer.Argument(
            help='Words, "phrases", AND OR NOT, word*, "near phrases"~5, heading:word; all without it.'
        ),
    ] = "",
    unit: Annotated[Unit, typer.Option(help="What is counted and shown.")] = Unit.PASSAGE,
    sort: Annotated[Sort, typer.Option(help="Order of the hits.")] = Sort.RELEVANCE,
    page: Annotated[int, typer.Option(min=1, help="Page of the result.")] = 1,
    per_page: Annotated[int, typer.Option(min=1, max=100, help="Hits on a page.")] = 20,
    json: AsJson = False,
    *,
    filters: SearchQuery,
) -> None:
    """Search the passages, the extracts or the recommendations of the published reviews."""
    asked = filters.model_copy(
        update={"text": query.strip(), "unit": unit, "sort": sort, "page": page, "per_page": per_page}
    )
    with open_repository(context) as repository:
        results = repository.search(asked)
    if json:
        print_json(results_as_json(results))
    else:
        _print_results(results)


def results_as_json(results: SearchResults) -> dict[str, Any]:
    """A result in the shape that other programs rely on."""
    return {
        "query": results.query.text,
        "unit": results.query.unit,
        "total": results.total,
        "total_reviews": results.total_reviews,
        "hits": [_hit_as_json(hit) for hit in results.hits],
        "facets": {
            name: [value.model_dump(mode="json") for value in values]
            for name, values in in_words(wording(Language.EN), results.facets).items()
        },
        "suggestions": list(results.suggestions),
        "index_version": results.index_version,
    }


def _hit_as_json(hit: Hit) -> dict[str, Any]:
    return {**hit.model_dump(mode="json", exclude={"snippet"}), "snippet": hit.snippet.text}


def _print_results(results: SearchResults) -> None:
    typer.echo(counts_in_words(wording(Language.EN), results))
    for hit in results.hits:
        section = f", {hit.section}" if hit.section else ""
        typer.echo(f"\n{hit.reference} ({hit.year or 'no year'}){section}, page {hit.page}, {hit.id}")
        if hit.stance:
            typer.echo("  " + "; ".join((hit.stance, *hit.codes, *_decided(hit))))
        if hit.level:
            typer.echo("  " + "; ".join((hit.level, *hit.addressees, *hit.recommendation_themes)))
        typer.echo(
            "  "
            + "".join(typer.style(text, bold=True) if found else text for text, found in hit.snippet.parts)
        )
    if results.suggestions:
        typer.echo(f"Did you mean: {', '.join(results.suggestions)}?")


def _decided(hit: Hit) -> tuple[str, ...]:
    return () if hit.decided in (None, Decided.UNDECIDED) else (f"{hit.decided} by a person",)


def _print_review(review: Review) -> None:
    facts = (
        ("Title", review.title),
        ("Type", " ".join(filter(None, (review.review_type, review.form, *review.criteria)))),
        ("Board", review.board and review.board.name),
        ("Board's reference", review.board_reference),
        ("Status", review.status),
        ("Subjects", ", ".join(review.subjects)),
        ("Reviewers", ", ".join(review.authors)),
        ("Incident", review.incident_date),
        ("Report", review.report_date),
        ("Published", review.publication_date),
        ("Agencies", ", ".join(review.agencies)),
    )
    print_table(("", review.reference), ((name, value) for name, value in facts if value))
    print_table(
        ("Document", "Role", "Language", "Version", "Pages", "File"),
        ((d.id, d.role, d.language, d.version, d.pages, d.source.filename) for d in review.documents),
    )
    print_table(
        ("Section", "Kind", "Page"),
        ((f"{'  ' * max(s.level - 1, 0)}{s.number or ''} {s.heading}".rstrip(), s.kind, s.page_first) for s in review.sections),
    )  # fmt: skip
    print_table(
        ("Recommendation", "Addressed to", "Level", "Page", "Text"),
        (
            (r.label or r.id, ", ".join(r.addressees), r.level, r.page_first, r.text)
            for r in review.recommendations
        ),
    )
    print_table(
        ("Extract", "Page", "Stance", "Codes", "Terms", "Decided", "Text"),
        (
            (e.id, e.page, e.stance_in_force, ", ".join(e.codes_in_force), ", ".join(e.terms), e.decided, shorten(e.text, _WIDTH, placeholder=" …"))
            for e in review.extracts
        ),
    )  # fmt: skip
    for reason in review.hold_reasons:
        typer.echo(f"Held: {reason}")
    for warning in review.warnings:
        typer.echo(f"Warning: {warning.detail}")
