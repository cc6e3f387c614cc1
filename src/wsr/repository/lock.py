"""One writer at a time: a lock on a file of the data folder, let go by the kernel when its holder dies."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wsr.errors import Busy, Message, StoreUnavailable

_POLL_SECONDS = 0.05


@contextmanager
def writing(path: Path, wait_seconds: float) -> Iterator[None]:
    """Hold the lock within it. Raises Busy when another process has held it for the whole waiting time."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StoreUnavailable(
            Message(
                "The data folder cannot be written: %(folder)s: %(fault)s.",
                folder=str(path.parent),
                fault=str(error.strerror),
            )
        ) from error
    try:
        _acquire(descriptor, wait_seconds)
        yield
    finally:
        os.close(descriptor)


def _acquire(descriptor: int, wait_seconds: float) -> None:
    deadline = time.monotonic() + wait_seconds
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() >= deadline:
                raise Busy(
                    Message(
                        "Another process is changing this repository. Wait until it has ended, then try again."
                    )
                ) from None
            time.sleep(_POLL_SECONDS)
