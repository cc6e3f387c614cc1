"""A repository with one review and two people, and what it exports, for tests of what comes back."""

import io
from pathlib import Path

from tests.pdfs import make_review
from wsr.domain.exports import ExportFormat
from wsr.domain.kinds import Language
from wsr.domain.qda import Project
from wsr.domain.search import SearchQuery, Unit
from wsr.exchange.formats import FORMATS
from wsr.exchange.read.qdpx import read_qdpx
from wsr.repository.ingesting import Ingest
from wsr.repository.repository import Repository
from wsr.repository.upkeep import follow
from wsr.settings import Settings
from wsr.web.exporting import export_of

PRAISE = "It was good practice that the health visitor went back on three evenings."
THANKS = "The school is to be commended for keeping the mother informed."
PLAIN = "The mother moved to the town in March."
SLUG = "cpr2019-w91"


def make_home(folder: Path, home: Path) -> None:
    """A data folder with one review, and the accounts ifan and mari."""
    make_review(folder / "CPR2019-W91.pdf", analysis=(f"{PRAISE} {THANKS}", PLAIN))
    with Repository.open(Settings.load(home)) as repository:
        list(Ingest(repository, [folder]))
        for name in ("ifan", "mari"):
            repository.accounts.add(name, "a long and quiet sentence")


def take_in(folder: Path) -> None:
    """Take the arrivals of a folder into the data folder beside them."""
    with Repository.open(Settings.load(folder / "home")) as repository:
        refused = [outcome.file for outcome in Ingest(repository, [folder / "arrivals"]) if outcome.reason]
    assert [] == refused


def key(repository: Repository, words: str) -> str:
    """The key of the extract with these words."""
    return next(each.key for each in repository.review(SLUG).extracts if each.text == words)


def exported(repository: Repository) -> Project:
    """Everything, as another program reads it."""
    return read_qdpx(io.BytesIO(file_of(repository, ExportFormat.QDPX)))


def file_of(repository: Repository, format: ExportFormat) -> bytes:
    """The file that an export of all extracts makes."""
    with repository.writing():
        follow(repository)
    query = SearchQuery(unit=Unit.EXTRACT)
    export = export_of(repository, query, format, Language.EN, "https://wsr.example")
    out = io.BytesIO()
    FORMATS[format].write(export, out)
    return out.getvalue()
