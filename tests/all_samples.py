"""All samples, taken in once for a whole run of the tests, however many workers it has."""

import fcntl
from pathlib import Path

from wsr.domain.outcomes import FileOutcome
from wsr.repository.ingesting import Ingest
from wsr.repository.repository import Repository
from wsr.samples import sample_reviews
from wsr.settings import Settings


def taken_once(shared: Path) -> Path:
    """The data folder, below one that all workers know; the first who asks fills it, the others wait."""
    home = shared / "samples" / "home"
    with (shared / "samples.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _outcomes_file(home).exists():
            _take_in(home)
    return home


def outcomes_of(home: Path) -> list[FileOutcome]:
    """What became of each file, in the order of the run."""
    lines = _outcomes_file(home).read_text(encoding="utf-8").splitlines()
    return [FileOutcome.model_validate_json(line) for line in lines]


def _take_in(home: Path) -> None:
    with Repository.open(Settings.load(home)) as repository:
        outcomes = list(Ingest(repository, [sample_reviews()], jobs=2))
    said = "\n".join(outcome.model_dump_json() for outcome in outcomes)
    _outcomes_file(home).write_text(said, encoding="utf-8")


def _outcomes_file(home: Path) -> Path:
    return home.with_name("outcomes.jsonl")
