"""The commands for packs of practice, and for the topics that they can be made on."""

from pathlib import Path
from typing import Annotated

import typer

from wsr.cli.app import AsJson, app, open_repository, settings_of
from wsr.cli.exporting import site, written
from wsr.cli.filters import filtered
from wsr.cli.output import messages, print_json, print_table
from wsr.domain.kinds import Language
from wsr.domain.packs import PackKind
from wsr.domain.search import SearchQuery, Unit
from wsr.errors import Message, QueryError
from wsr.repository.candidates import PackQuery, candidates
from wsr.repository.method import provenance
from wsr.repository.packing import pack_of, topic_of, topics_of
from wsr.repository.regrouping import PATIENCE_OF_A_COMMAND
from wsr.web.pack_files import pack_file_name, write_pack
from wsr.web.pack_further import further
from wsr.web.pack_words import Teller, material_of
from wsr.web.wording import wording


@app.command()
@filtered
def pack(
    context: typer.Context,
    kind: Annotated[PackKind, typer.Argument(help="What the pack is for.")],
    query: Annotated[str, typer.Argument(help="As for wsr search.")] = "",
    topic: Annotated[str, typer.Option(help="The id of a topic; see wsr topics.")] = "",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="A file that ends in .docx, or .xlsx for a checklist."),
    ] = None,
    *,
    filters: SearchQuery,
) -> None:
    """Make a pack for practice: quoted words of reviews with their sources, chosen by rule."""
    if output is not None and output.suffix not in _SUFFIXES[kind]:
        raise typer.BadParameter(
            f"the file of such a pack ends in {' or '.join(_SUFFIXES[kind])}", param_hint="--output"
        )
    if kind is PackKind.ROLE and not filters.agency:
        raise typer.BadParameter(
            "a role guide is for one agency or role, such as general-practice", param_hint="--agency"
        )
    say_in = wording(Language.EN)
    with open_repository(context) as repository:
        asked = PackQuery(
            filters.model_copy(update={"text": query.strip(), "unit": Unit.EXTRACT}),
            topic_of(repository, topic) if topic else None,
        )
        found = candidates(repository, asked, patience=PATIENCE_OF_A_COMMAND)
        if not found.by_rule(kind):
            raise QueryError(_NOTHING)
        teller = Teller(
            say_in,
            Language.EN,
            site(settings_of(context)),
            repository.coder().codebook,
            provenance(repository),
            topics_of(repository),
        )
        links = further(teller, kind, asked)
        made = pack_of(kind, say_in, material_of(teller, kind, asked, found, found.by_rule(kind), links))
        path = output or Path(pack_file_name(made, "docx"))
        with written(path) as out:
            write_pack(made, path.suffix.removeprefix("."), out)
    messages.print(
        f"{made.about}: {made.title}. Reviews quoted: {len(made.reviews)}. Written to {path}.", markup=False
    )


@app.command()
def topics(context: typer.Context, json: AsJson = False) -> None:
    """List the topics, with the words that each searches for."""
    with open_repository(context) as repository:
        known = topics_of(repository).values()
    if json:
        for each in known:
            print_json(each.model_dump())
        return
    print_table(("Id", "Topic", "Words"), ((each.id, each.name, "; ".join(each.words)) for each in known))


_NOTHING = Message(
    "Nothing was found that could be quoted. Try another topic, fewer filters, or other words for the same thing."
)
_SUFFIXES = {kind: (".docx", ".xlsx") if kind is PackKind.CHECKLIST else (".docx",) for kind in PackKind}
