"""P1: every hostile file ends within its limits, for a stated reason, and leaves no process and no file."""

from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.ingest.hostile import HOSTILE
from tests.ingest.pdfs import written
from tests.ingest.processes import fork_servers
from wsr.errors import Rejected
from wsr.ingest.sandbox import ParseTask, Sandbox
from wsr.settings import Settings

TIGHT = Settings(cpu_seconds=6.0, cpu_seconds_a_page=0.1, max_memory_bytes=400 << 20)
PATIENCE = 10.0


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """One sandbox for all files, under limits tighter than usual."""
    with Sandbox(TIGHT) as box:
        yield box


def test_there_are_enough_hostile_files() -> None:
    """The promise names twenty-five."""
    assert len(HOSTILE) >= 25


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=[pytest.mark.slow] if hostile.is_long else [])
        for name, hostile in HOSTILE.items()
    ],
)
def test_hostile_file_ends_for_a_reason(sandbox: Sandbox, tmp_path: Path, name: str) -> None:
    """The reason is one of those that fit the file; afterwards no child lives and no file is left."""
    hostile = HOSTILE[name]
    folder = tmp_path / "files"
    folder.mkdir()
    path = written(folder, hostile.make())

    refused = sandbox.parse(ParseTask(path=path, filename=path.name, sha256="0" * 64))

    assert isinstance(refused, Rejected)
    assert refused.reason in hostile.reasons, refused.detail
    assert [path] == list(tmp_path.rglob("*.*"))
    assert_no_child()


def assert_no_child() -> None:
    """Nothing but the fork server itself remains of this process's descendants."""
    below = [child for server in fork_servers() for child in server.children(recursive=True)]
    assert psutil.wait_procs(below, timeout=PATIENCE)[1] == []
