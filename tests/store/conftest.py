"""A real database for each test: SQLite always, PostgreSQL where WSR_TEST_POSTGRESQL_URL names a server."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from wsr.store.database import Sessions, open_database


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'wsr.sqlite3'}"
        return
    url = os.environ.get("WSR_TEST_POSTGRESQL_URL")
    if not url:
        if os.environ.get("CI"):
            pytest.fail("WSR_TEST_POSTGRESQL_URL is not set, and CI must test PostgreSQL.")
        pytest.skip("WSR_TEST_POSTGRESQL_URL names no PostgreSQL server")
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    yield url


@pytest.fixture
def sessions(database_url: str) -> Iterator[Sessions]:
    """Sessions on an empty database of the present schema."""
    opened = open_database(database_url)
    yield opened
    opened.kw["bind"].dispose()
