"""What tests of several parts need."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, text

settings.register_profile("wsr", deadline=None)  # no test asserts a time
settings.load_profile("wsr")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are named by their argument: their content may hold the second in which they were made (ZIP, PDF), and the
    workers of one run, which collect one after another, would then not agree on the names of the tests."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture
def postgresql_url() -> Iterator[str]:
    """The address of an empty PostgreSQL database; tests that use it carry the mark and the group postgresql."""
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
