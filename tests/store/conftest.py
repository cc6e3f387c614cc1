"""A real database for each test: SQLite always, PostgreSQL where WSR_TEST_POSTGRESQL_URL names a server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from wsr.store.database import Sessions, open_database

ON_POSTGRESQL = [pytest.mark.postgresql, pytest.mark.xdist_group("postgresql")]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=ON_POSTGRESQL)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'wsr.sqlite3'}"
    url: str = request.getfixturevalue("postgresql_url")
    return url


@pytest.fixture
def sessions(database_url: str) -> Iterator[Sessions]:
    """Sessions on an empty database of the present schema."""
    opened = open_database(database_url)
    yield opened
    opened.kw["bind"].dispose()
