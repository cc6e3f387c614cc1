"""What tests of several parts need."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from sqlalchemy import create_engine, text

from tests.all_samples import taken_once

settings.register_profile("wsr", deadline=None)  # no test asserts a time
settings.load_profile("wsr")

Making = Callable[[Path], None]
"""Fills an empty folder, always with the same."""

_RECOMMENDED = PasswordHash.recommended


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are named by their argument: their content may hold the second in which they were made (ZIP, PDF), and the
    workers of one run, which collect one after another, would then not agree on the names of the tests."""
    return argname if isinstance(val, bytes) else None


LONGEST = (
    "browser",
    "tests/repository/test_kill.py",
    "samples",
    "tests/test_package.py",
    "postgresql",
    "cli",
)
"""What takes minutes together, longest first: begun last, it would leave the other workers with nothing to do."""


@pytest.hookimpl(tryfirst=True)  # before the groups are read
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Side by side, the tests of a file stay in one worker, which makes what they share once; the longest begin."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return
    ranks = dict.fromkeys(items, len(LONGEST))
    for item in items:
        file = item.nodeid.partition("::")[0]
        if (mark := item.get_closest_marker("xdist_group")) is None:
            item.add_marker(pytest.mark.xdist_group(file))
        group = mark.args[0] if mark else file
        if group in LONGEST:
            ranks[item] = LONGEST.index(group)
    items.sort(key=ranks.__getitem__)


@pytest.fixture(scope="session", autouse=True)
def little_work() -> Iterator[None]:
    """Passwords are hashed as ever, with the least work that Argon2 allows: hundreds of tests sign in."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PasswordHash, "recommended", lambda: PasswordHash((Argon2Hasher(1, 8, 1),)))
        yield


@pytest.fixture
def full_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords are hashed with the work that is recommended."""
    monkeypatch.setattr(PasswordHash, "recommended", _RECOMMENDED)


@pytest.fixture(scope="session")
def copy_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Making, Path], None]:
    """Puts what a function makes into a folder; it is made once and copied, so that each test may change its own."""
    made: dict[Making, Path] = {}

    def copy(make: Making, folder: Path) -> None:
        if make not in made:
            made[make] = tmp_path_factory.mktemp("made")
            make(made[make])
        shutil.copytree(made[make], folder, dirs_exist_ok=True)

    return copy


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with all samples, the same for all workers: to be copied, not to be opened."""
    base = tmp_path_factory.getbasetemp()
    return taken_once(base.parent if "PYTEST_XDIST_WORKER" in os.environ else base)


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
