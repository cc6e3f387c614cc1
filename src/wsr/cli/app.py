"""The program and what every command starts from: the data folder and its settings."""

from enum import IntEnum
from pathlib import Path
from typing import Annotated

import typer

from wsr import __version__
from wsr.repository.repository import Repository
from wsr.settings import Settings

app = typer.Typer(
    name="wsr",
    help="Wales Safeguarding Repository: ingest, search and read safeguarding reviews.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


class ExitCode(IntEnum):
    """What a command's end says to other programs."""

    DONE = 0
    ERROR = 1
    WRONG_USE = 2
    SOME_NOT_TAKEN = 3
    """Some files were rejected, held or need OCR."""


AsJson = Annotated[bool, typer.Option("--json", help="Print JSON lines instead of a table.")]


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"wsr {__version__}")
        raise typer.Exit


@app.callback()
def start(
    context: typer.Context,
    home: Annotated[
        Path | None,
        typer.Option(help="The data folder.", envvar="WSR_HOME", file_okay=False, show_default=False),
    ] = None,
    version: Annotated[
        bool,
        typer.Option("--version", help="Show the version and stop.", callback=_print_version, is_eager=True),
    ] = False,
) -> None:
    """Read the settings once; commands take them from here."""
    context.obj = Settings.load(home)


def settings_of(context: typer.Context) -> Settings:
    """The settings in force."""
    assert isinstance(context.obj, Settings)
    return context.obj


def open_repository(context: typer.Context) -> Repository:
    """The repository of the data folder, for a `with` block."""
    return Repository.open(settings_of(context))
