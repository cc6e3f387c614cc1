"""What tests of several parts need."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, text

settings.register_profile("wsr", deadline=None)  # no test asserts a time
settings.load_profile("wsr")


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
