"""Commands of the method: explain, recode."""

import json as json_lines
import sys
from collections.abc import Iterable, Iterator
from typing import Annotated, Any

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from wsr.cli.app import AsJson, app, open_repository, settings_of
from wsr.cli.output import messages, print_json, print_table
from wsr.cli.preparing import read_for_meaning
from wsr.domain.kinds import SectionKind
from wsr.domain.method import Recoding
from wsr.errors import InvalidInput
from wsr.repository.recoding import coder_named, newer_held
from wsr.repository.recoding import recode as recode_stored
from wsr.repository.repository import Repository

_Terms = Annotated[
    str | None, typer.Option(help="A term list: its id, or id and version.", show_default=False)
]
_Codebook = Annotated[
    str | None, typer.Option(help="A codebook: its id, or id and version.", show_default=False)
]


@app.command()
def explain(context: typer.Context, terms: _Terms = None, codebook: _Codebook = None) -> None:
    """
    Say what the machine makes of each line on standard input: plain text, or JSON with "text", "id", "section_kind".

    Prints one JSON line for each, in order. Another list or codebook is tried without being put in force.
    """
    settings = settings_of(context)
    with Repository.open(settings) as repository:
        coder = coder_named(repository, terms, codebook)
    for name, text, section in _asked(sys.stdin):
        print_json(coder.explain(text, section, name).model_dump(mode="json"))


@app.command()
def recode(
    context: typer.Context,
    terms: _Terms = None,
    codebook: _Codebook = None,
    every: Annotated[
        bool, typer.Option("--every", help="Code also what was coded with these very versions.")
    ] = False,
    json: AsJson = False,
) -> None:
    """Apply a term list, a codebook and the present rules to what is stored, and say what changed."""
    with open_repository(context) as repository:
        done = list(_shown(recode_stored(repository, terms, codebook, every=every), as_json=json))
        version, newer = repository.coder().version, newer_held(repository)
        read_for_meaning(repository)
    for option in newer:
        messages.print(f"Not in force, but held: what “wsr recode {option}” applies.", markup=False)
    if json:
        return
    print_table(
        ("Review", "Extracts", "Added", "Removed", "Stance changed", "Codes changed", "Terms changed", "Recommendations changed", "Kept, now otherwise", "Lost place"),
        (
            (r.reference, r.extracts, r.added, r.removed, sum(r.stance_changed.values()), r.codes_changed, r.terms_changed, r.recommendations_changed, r.kept_changed, r.unanchored)
            for r in done
        ),
    )  # fmt: skip
    typer.echo(f"{len(done)} reviews coded with {version}.")


def _shown(reports: Iterator[Recoding], *, as_json: bool) -> Iterator[Recoding]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, console=messages, transient=True, disable=as_json or not messages.is_terminal
    ) as bar:
        task = bar.add_task("Coding", total=None)
        for report in reports:
            bar.advance(task)
            if as_json:
                print_json(report.model_dump(mode="json"))
            yield report


def _asked(lines: Iterable[str]) -> Iterator[tuple[str | int | None, str, SectionKind | None]]:
    """The id, text and kind of section of each line; blank lines are left out. Raises InvalidInput."""
    for number, line in enumerate(lines, start=1):
        text = line.rstrip("\r\n")
        if not text.strip():
            continue
        if not text.lstrip().startswith("{"):
            yield None, text, None
            continue
        entry = _entry(text, number)
        try:
            section = SectionKind(entry["section_kind"]) if entry.get("section_kind") else None
        except ValueError:
            kinds = ", ".join(kind.value for kind in SectionKind)
            raise InvalidInput(
                f"Line {number}: “{entry['section_kind']}” is no kind of section. Use one of: {kinds}."
            ) from None
        yield entry.get("id"), entry["text"], section


def _entry(text: str, number: int) -> dict[str, Any]:
    try:
        entry = json_lines.loads(text)
    except ValueError as error:
        raise InvalidInput(f"Line {number} begins like JSON but is not: {error}.") from error
    if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
        raise InvalidInput(f'Line {number} has no "text".')
    if not isinstance(entry.get("id"), str | int | None):
        raise InvalidInput(f'Line {number}: an "id" is a text or a number.')
    return entry
