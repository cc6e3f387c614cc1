"""A real repository in an empty folder, and files on their way to it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import Making
from tests.repository.shelf import make_home
from wsr.domain.outcomes import FileOutcome
from wsr.repository.ingesting import Ingest
from wsr.repository.repository import Repository
from wsr.settings import Settings


@pytest.fixture
def arrivals(tmp_path: Path) -> Path:
    """A folder for files that are to be taken in."""
    folder = tmp_path / "arrivals"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture
def home(request: pytest.FixtureRequest, copy_of: Callable[[Making, Path], None], tmp_path: Path) -> Path:
    """The data folder: empty, or in a module whose tests begin alike with what its `BEGINNING` made."""
    if make := getattr(request.module, "BEGINNING", None):
        copy_of(make, tmp_path)
    return tmp_path / "home"


@pytest.fixture
def repository(home: Path) -> Iterator[Repository]:
    """The repository of the data folder, which is empty as a rule."""
    with Repository.open(Settings.load(home)) as opened:
        yield opened


class Taking:
    """Takes a folder in and gives the outcomes by file name."""

    def __init__(self, repository: Repository, folder: Path) -> None:
        self._repository = repository
        self._folder = folder

    def __call__(self, manifest: Path | None = None) -> dict[str, FileOutcome]:
        """One run over the folder."""
        run = Ingest(self._repository, [self._folder], manifest=manifest)
        return {Path(outcome.file).name: outcome for outcome in run}


@pytest.fixture
def take(repository: Repository, arrivals: Path) -> Taking:
    """Takes the folder of arrivals in."""
    return Taking(repository, arrivals)


@pytest.fixture(scope="session")
def coded_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one review and two accounts; not to be changed."""
    home = tmp_path_factory.mktemp("home")
    make_home(tmp_path_factory.mktemp("arrivals"), home)
    return home


@pytest.fixture
def shelf(coded_home: Path, tmp_path: Path) -> Iterator[Repository]:
    """A repository with one review and two accounts."""
    shutil.copytree(coded_home, tmp_path / "home")
    with Repository.open(Settings.load(tmp_path / "home")) as opened:
        yield opened
