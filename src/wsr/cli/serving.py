"""Commands that serve the website: serve, demo."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wsr.cli.app import app, settings_of
from wsr.cli.ingest import print_summary, report
from wsr.cli.output import messages
from wsr.cli.preparing import read_for_meaning
from wsr.repository import upkeep
from wsr.repository.ingesting import Ingest
from wsr.repository.repository import Repository
from wsr.samples import sample_reviews
from wsr.settings import Settings

if TYPE_CHECKING:
    from wsr.web.server import Server

Host = Annotated[str | None, typer.Option(help="Address to listen on.", show_default=False)]
Port = Annotated[int | None, typer.Option(help="Port to listen on.", min=0, max=65535, show_default=False)]


@app.command()
def serve(context: typer.Context, host: Host = None, port: Port = None) -> None:
    """Serve the website of the data folder."""
    _serve(_listening(settings_of(context), host, port))


@app.command()
def demo(context: typer.Context, host: Host = None, port: Port = None) -> None:
    """Put the fictional sample reviews into a fresh data folder and serve them."""
    given = settings_of(context)
    with tempfile.TemporaryDirectory(prefix="wsr-demo-") as folder:
        home = given.home if "home" in given.model_fields_set else Path(folder)
        settings = _listening(given.model_copy(update={"home": home, "demo": True}), host, port)
        server = _server(settings)
        with Repository.open(settings) as repository:
            run = Ingest(repository, [sample_reviews()])
            print_summary(list(report(run, len(run.files), as_json=False)))
            read_for_meaning(repository)
        _announce_and_run(server)


def _serve(settings: Settings) -> None:
    server = _server(settings)
    with Repository.open(settings) as repository:
        upkeep.recover(repository)
        repository.alike.rankers.check()
    _announce_and_run(server)


def _server(settings: Settings) -> "Server":
    # Imported late: the web framework would double the start of every other command.
    from wsr.web.server import Server

    return Server(settings)


def _announce_and_run(server: "Server") -> None:
    messages.print(f"wsr is at {server.url} (Ctrl+C stops it).")
    server.run()


def _listening(settings: Settings, host: str | None, port: int | None) -> Settings:
    given = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    return settings.model_copy(update=given)
