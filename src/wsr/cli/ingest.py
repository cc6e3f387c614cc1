"""The command that takes files in."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from wsr.cli.app import AsJson, ExitCode, app, open_repository
from wsr.cli.output import messages, print_json, print_table
from wsr.cli.preparing import read_for_meaning
from wsr.domain.kinds import Outcome, ReviewType
from wsr.domain.outcomes import FileOutcome
from wsr.repository.ingesting import Ingest

NOT_TAKEN = frozenset({Outcome.REJECTED, Outcome.HELD, Outcome.NEEDS_OCR})


@app.command("ingest")
def ingest_files(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(help="Files and folders.", exists=True)],
    manifest: Annotated[
        Path | None,
        typer.Option(help="CSV of facts that outrank the documents.", exists=True, dir_okay=False),
    ] = None,
    as_type: Annotated[
        ReviewType | None, typer.Option("--as", help="Take them as reviews of this type.", show_default=False)
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Files read at the same time.")] = os.cpu_count() or 1,
    json: AsJson = False,
) -> None:
    """Take review PDFs in: read them, keep them, index them."""
    with open_repository(context) as repository:
        run = Ingest(repository, paths, manifest=manifest, as_type=as_type, jobs=jobs)
        for entry in run.unused_lines:
            messages.print(
                f"Line {entry.line} of the manifest names {entry.file}, but no such file came.", markup=False
            )
        outcomes = list(report(run, len(run.files), as_json=json))
        read_for_meaning(repository)
    if not json:
        print_summary(outcomes)
    if any(outcome.outcome in NOT_TAKEN for outcome in outcomes):
        raise typer.Exit(ExitCode.SOME_NOT_TAKEN)


def report(outcomes: Iterable[FileOutcome], total: int, *, as_json: bool) -> Iterator[FileOutcome]:
    """The outcomes as they come: as JSON lines, or with a progress bar on a terminal and a line for each refusal."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(
        *columns, console=messages, transient=True, disable=as_json or not messages.is_terminal
    ) as bar:
        task = bar.add_task("Reading", total=total)
        for outcome in outcomes:
            bar.advance(task)
            if as_json:
                print_json(outcome.model_dump(mode="json"))
            elif outcome.detail:
                bar.console.print(f"{outcome.file}: {outcome.outcome}. {outcome.detail}", markup=False)
            yield outcome


def print_summary(outcomes: list[FileOutcome]) -> None:
    """How many files came to which outcome, with what they hold."""
    counts = Counter(outcome.outcome for outcome in outcomes)
    print_table(
        ("Outcome", "Files", "Pages", "Passages", "Recommendations", "Extracts"),
        (
            (
                outcome,
                counts[outcome],
                *(sum(getattr(o, field) for o in outcomes if o.outcome == outcome) for field in ("pages", "passages", "recommendations", "extracts")),
            )
            for outcome in Outcome
            if counts[outcome]
        ),
    )  # fmt: skip
