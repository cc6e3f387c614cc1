"""A website over a real repository: database, files and index in a folder of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.web.shelf import a_briefing, a_claim, a_report, code, extracts_of_the_report, hold, many_passages
from tests.web.signing import add_accounts, signed_in
from wsr.domain.kinds import ClaimSource, Status
from wsr.repository.repository import Repository
from wsr.repository.upkeep import recover
from wsr.settings import Settings
from wsr.web.app import create_app

OTHER_DATE = a_claim(
    "publication_date", "2018", source=ClaimSource.MANIFEST, document=None, page=None, quote=None
)


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Repository]:
    """Three published reviews and a held one, and three accounts; nothing changes the reviews."""
    settings = Settings(home=tmp_path_factory.mktemp("shelf"), answers_a_minute=0)
    with Repository.open(settings) as repository:
        hold(repository, "CPR2017-W91", a_report(), a_briefing(), claims=(OTHER_DATE,))
        code(repository, "CPR2017-W91", *extracts_of_the_report())
        hold(repository, "APR2021-W90", many_passages(45))
        hold(repository, "SUSR2025-92/NW", many_passages(1))
        hold(repository, "DHR2019-W98", many_passages(1), status=Status.HELD)
        add_accounts(repository)
        yield repository


@pytest.fixture(scope="session")
def client(shelf: Repository) -> Iterator[TestClient]:
    """A reader of the website; a fault inside it is an answer with status 500, not an exception."""
    with TestClient(create_app(shelf.settings, shelf), raise_server_exceptions=False) as reader:
        yield reader


@pytest.fixture(scope="session")
def curator(shelf: Repository) -> TestClient:
    """The browser of a curator who is signed in, over https."""
    return signed_in(shelf)


@pytest.fixture
def empty_home(tmp_path: Path) -> Iterator[Repository]:
    """A repository that holds nothing yet."""
    with Repository.open(Settings(home=tmp_path / "home")) as repository:
        recover(repository)
        yield repository
