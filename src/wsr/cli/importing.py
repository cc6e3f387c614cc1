"""The command that takes codings from other programs: import-codes."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from wsr.cli.app import AsJson, ExitCode, app, open_repository
from wsr.cli.output import messages, print_json, print_table
from wsr.domain.imports import Imported
from wsr.exchange.read.qdpx import read_qdpx
from wsr.repository.importing import import_project


@app.command("import-codes")
def import_codes(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A project: .qdpx.", exists=True, dir_okay=False)],
    person: Annotated[
        str, typer.Option("--as", help="The account whose decisions they become.", show_default=False)
    ],
    user: Annotated[
        str | None,
        typer.Option(help="What the file calls the person, where several coded in it.", show_default=False),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be taken, change nothing.")
    ] = False,
    json: AsJson = False,
) -> None:
    """Take what a person coded in NVivo, ATLAS.ti, MAXQDA or QualCoder as that person's decisions."""
    project = read_qdpx(file)
    with open_repository(context) as repository:
        imported = import_project(repository, project, person, user=user, dry_run=dry_run)
    if json:
        print_json(imported.model_dump(mode="json"))
    else:
        _print(imported)
    if imported.misfits:
        raise typer.Exit(ExitCode.SOME_NOT_TAKEN)


def _print(imported: Imported) -> None:
    if imported.taken:
        print_table(
            ("Review", "Verdict", "Stance", "Codes", "", "Words"),
            (
                (
                    one.reference,
                    one.decision.verdict,
                    one.decision.stance,
                    None if one.decision.codes is None else ", ".join(one.decision.codes) or "none",
                    "new extract" if one.is_new else None,
                    one.words,
                )
                for one in imported.taken
            ),
        )
    if imported.misfits:
        print_table(
            ("Not taken", "Source", "Words", "Why"),
            ((one.reason, one.source, one.words, one.sentence) for one in imported.misfits),
        )
    verb = "would be taken" if imported.dry_run else "taken"
    messages.print(
        f"{len(imported.taken)} decisions in {imported.reviews} reviews {verb} as {imported.person}'s; "
        f"{imported.unchanged} were decided so already; {imported.as_the_rules} say what the rules say.",
        markup=False,
    )
    for reason, times in Counter(one.reason for one in imported.misfits).items():
        messages.print(f"Not taken: {times} of the reason {reason}.", markup=False)
