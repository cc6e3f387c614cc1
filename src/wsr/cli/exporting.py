"""The command that takes away what a search finds."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import mkstemp
from typing import Annotated, BinaryIO

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from wsr.cli.app import app, open_repository, settings_of
from wsr.cli.filters import filtered
from wsr.cli.output import messages
from wsr.domain.exports import Export, ExportedItem, ExportFormat
from wsr.domain.kinds import Language
from wsr.domain.search import SearchQuery, Sort, Unit
from wsr.errors import SettingsError
from wsr.exchange.formats import FORMATS
from wsr.settings import Settings
from wsr.web.exporting import export_of, file_name


@app.command()
@filtered
def export(
    context: typer.Context,
    format: Annotated[ExportFormat, typer.Argument(help="The format of the file.")],
    query: Annotated[str, typer.Argument(help="As for wsr search; everything without it.")] = "",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The file; - for standard output.", show_default=False),
    ] = None,
    unit: Annotated[Unit, typer.Option(help="What is counted and written.")] = Unit.EXTRACT,
    sort: Annotated[Sort, typer.Option(help="Order of the rows.")] = Sort.RELEVANCE,
    *,
    filters: SearchQuery,
) -> None:
    """Write everything that a search finds to a file, with how it was found; see docs/exports.md for the formats."""
    asked = filters.model_copy(update={"text": query.strip(), "unit": unit, "sort": sort})
    chosen = FORMATS[format]
    with open_repository(context) as repository:
        made = export_of(repository, asked, format, Language.EN, site(settings_of(context)))
        path = output or Path(file_name(asked, made.method, chosen.suffix))
        with written(path) as out, _watched(made) as watched:
            chosen.write(watched, out)
    where = "standard output" if str(path) == "-" else str(path)
    messages.print(f"{made.method.title}. Written to {where}.", markup=False)


def site(settings: Settings) -> str:
    """Where the website is read: https://example.org."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return settings.address or f"http://{host}:{settings.port}"


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """The file to write, put in its place when it is whole: an earlier one stays until then. Raises SettingsError."""
    if str(path) == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    part: Path | None = None
    try:
        descriptor, name = mkstemp(dir=path.absolute().parent, prefix=".wsr-")
        part = Path(name)
        with os.fdopen(descriptor, "wb") as file:
            yield file
        part.chmod(0o666 & ~_umask())
        part.replace(path)
    except OSError as error:
        raise SettingsError(
            f"{path} cannot be written: {error.strerror}. Name another file with --output."
        ) from error
    finally:
        if part:
            part.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def _watched(made: Export) -> Iterator[Export]:
    """The export, with a bar that moves as its items are written."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=messages, transient=True, disable=not messages.is_terminal) as bar:
        task = bar.add_task("Writing", total=made.method.counts.items)

        def counted() -> Iterator[ExportedItem]:
            for item in made.items:
                yield item
                bar.advance(task)

        yield replace(made, items=counted())
