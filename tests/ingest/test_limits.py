"""P3: what a confined process cannot do; each trial is made in a process of its own."""

import os
import resource
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from wsr.ingest import limits

FAILED, DONE = 7, 0


def confined(trial: Callable[[], object]) -> int:
    """How a trial ends in a confined child: DONE, FAILED, or minus the signal that ended it."""
    child = os.fork()
    if child == 0:
        limits.confine(200 << 20, cpu_seconds=5, most_cpu_seconds=10)
        try:
            trial()
        except (OSError, MemoryError):
            os._exit(FAILED)
        os._exit(DONE)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_confined_process_can_compute() -> None:
    """The limits leave room for work."""
    assert confined(lambda: bytes(50 << 20)) == DONE


def test_memory_is_bound() -> None:
    """More memory than given is refused."""
    assert confined(lambda: bytes(300 << 20)) == FAILED


def test_no_file_is_written(tmp_path: Path) -> None:
    """A byte written to a file ends the process, or is refused."""
    path = tmp_path / "file"

    assert confined(lambda: path.write_bytes(b"x")) != DONE
    assert not path.exists() or path.read_bytes() == b""


def test_few_files_are_open() -> None:
    """A hundred handles are too many."""
    assert confined(lambda: [os.open(os.devnull, os.O_RDONLY) for _ in range(100)]) == FAILED


def test_no_core_is_dumped() -> None:
    """The memory of a child that crashes, which holds the file, is not written to disk."""

    def look() -> None:
        if resource.getrlimit(resource.RLIMIT_CORE) != (0, 0):
            raise OSError("a core could be dumped")

    assert confined(look) == DONE


def test_cpu_time_is_allowed_up_to_the_hard_limit() -> None:
    """A child may raise its own time, not past what its parent allowed."""

    def look() -> None:
        limits.allow_cpu(8)
        first = resource.getrlimit(resource.RLIMIT_CPU)
        limits.allow_cpu(1_000)
        if (first, resource.getrlimit(resource.RLIMIT_CPU)) != ((9, 12), (12, 12)):
            raise OSError("other limits")

    assert confined(look) == DONE


def test_no_network() -> None:
    """A listener on this machine cannot be reached, where the kernel permits that."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = server.getsockname()

        def call() -> None:
            socket.create_connection(address, timeout=2).close()

        ended = confined(call)
    if ended == DONE:
        pytest.skip("this kernel lets no process leave the network")

    assert ended == FAILED
