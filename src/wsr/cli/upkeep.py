"""Commands that look after the repository: reindex, verify, rejected, release."""

from typing import Annotated

import typer

from wsr.cli.app import AsJson, ExitCode, app, open_repository
from wsr.cli.output import messages, print_json, print_table
from wsr.cli.preparing import read_for_meaning
from wsr.repository import upkeep


@app.command()
def reindex(context: typer.Context) -> None:
    """Build the search index anew beside the present one, then swap them."""
    with open_repository(context) as repository:
        count = upkeep.reindex(repository)
        read_for_meaning(repository)
    messages.print(f"The index has {count} reviews.")


@app.command()
def verify(context: typer.Context, json: AsJson = False) -> None:
    """Compare files, database and index, and name every difference."""
    with open_repository(context) as repository:
        differences = upkeep.verify(repository)
    if json:
        for difference in differences:
            print_json(difference.model_dump(mode="json"))
    elif differences:
        print_table(("Kind", "What", "What to do"), ((d.kind, d.subject, d.detail) for d in differences))
    else:
        messages.print("Files, database and index agree.")
    if differences:
        raise typer.Exit(ExitCode.ERROR)


@app.command()
def rejected(context: typer.Context, json: AsJson = False) -> None:
    """List the files that were not taken, and why."""
    with open_repository(context) as repository:
        files = upkeep.not_taken(repository)
    if json:
        for file in files:
            print_json(file.model_dump(mode="json"))
    elif files:
        print_table(
            ("File", "Outcome", "Reason", "Detail"),
            ((f.filename, f.outcome, f.reason, f.detail) for f in files),
        )
    else:
        messages.print("Every file was taken.")


@app.command()
def release(
    context: typer.Context, reference: Annotated[str, typer.Argument(help="Reference of a held review.")]
) -> None:
    """Publish a review that was held, after looking at the reasons."""
    with open_repository(context) as repository:
        reasons = upkeep.release(repository, reference)
    messages.print(f"{reference} is published. It had been held because:")
    for reason in reasons:
        messages.print(f"- {reason}", markup=False)
