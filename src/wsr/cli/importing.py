"""The command that takes codes and codings from other programs: import-codes."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from wsr.cli.app import AsJson, ExitCode, app, open_repository
from wsr.cli.output import messages, print_json, print_table
from wsr.domain.imports import Imported, Misfit
from wsr.exchange.read.codings import read_codings
from wsr.exchange.read.qdc import read_qdc
from wsr.exchange.read.qdpx import read_qdpx
from wsr.repository.codebooks import ImportedCodebook, import_codebook
from wsr.repository.importing import import_codings, import_project
from wsr.repository.repository import Repository


@app.command("import-codes")
def import_codes(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            help="A project (.qdpx), a table of codings (.csv) or a codebook (.qdc).",
            exists=True,
            dir_okay=False,
        ),
    ],
    name: Annotated[
        str,
        typer.Option(
            "--as", help="The account whose decisions they become; for a codebook its id.", show_default=False
        ),
    ],
    user: Annotated[
        str | None,
        typer.Option(help="What a project calls the person, where several coded in it.", show_default=False),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be taken, change nothing.")
    ] = False,
    json: AsJson = False,
) -> None:
    """Take what a person coded in another program as that person's decisions, or its codes as a codebook."""
    with open_repository(context) as repository:
        if file.suffix.lower() == ".qdc":
            made = import_codebook(repository, read_qdc(file), name, file.stem, dry_run=dry_run)
            _say_codebook(made, dry_run=dry_run, as_json=json)
            return
        imported = _imported(repository, file, name, user, dry_run=dry_run)
    if json:
        print_json(imported.model_dump(mode="json"))
    else:
        _say(imported)
    if imported.misfits:
        raise typer.Exit(ExitCode.SOME_NOT_TAKEN)


def _imported(repository: Repository, file: Path, name: str, user: str | None, *, dry_run: bool) -> Imported:
    if file.suffix.lower() == ".csv":
        return import_codings(repository, read_codings(file), name, dry_run=dry_run)
    return import_project(repository, read_qdpx(file), name, user=user, dry_run=dry_run)


def _say(imported: Imported) -> None:
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
    _say_misfits(imported.misfits)
    would = "would be taken" if imported.dry_run else "taken"
    messages.print(
        f"{len(imported.taken)} decisions in {imported.reviews} reviews {would}, as those of {imported.person}. "
        f"{imported.unchanged} extracts were decided so already, {imported.as_the_rules} are as the rules have them.",
        markup=False,
    )
    for reason, times in Counter(one.reason for one in imported.misfits).items():
        messages.print(f"Not taken: {times} of the reason {reason}.", markup=False)


def _say_codebook(made: ImportedCodebook, *, dry_run: bool, as_json: bool) -> None:
    codebook = made.codebook
    if as_json:
        print_json(
            {
                "codebook": codebook.model_dump(mode="json", exclude={"classes"}),
                "misfits": [one.model_dump(mode="json") for one in made.misfits],
                "path": str(made.path),
                "is_new": made.is_new,
                "dry_run": dry_run,
            }
        )
        return
    _say_misfits(made.misfits)
    if not made.is_new:
        messages.print(f"{codebook.name} has these codes already; nothing was changed.", markup=False)
        return
    would = "would be" if dry_run else "is"
    messages.print(
        f"{codebook.name}, of {len(codebook.themes)} themes, {would} in {made.path}. "
        f'Put it in force with: wsr recode --codebook "{codebook.name}"',
        markup=False,
        soft_wrap=True,
    )


def _say_misfits(misfits: list[Misfit] | tuple[Misfit, ...]) -> None:
    if misfits:
        print_table(
            ("Not as it was", "Source", "Words", "Why"),
            ((one.reason, one.source, one.words, one.sentence) for one in misfits),
        )
