"""
Runs `wsr` in a process that kills itself after its N-th write: python dying.py N ARGUMENT…, or by tests/forked.py.

A write is what must be in order to survive a kill: an fsync, a rename, the removal of a file, a commit of the
database. Without a kill the number of writes is printed on stderr at the end.
"""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from sqlalchemy.engine.default import DefaultDialect

_at = _writes = 0


def _counted(act: Callable[..., Any]) -> Callable[..., Any]:
    def counting(*arguments: Any, **options: Any) -> Any:
        global _writes
        result = act(*arguments, **options)
        _writes += 1
        if _writes == _at:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    return counting


for name in ("fsync", "rename", "replace", "unlink", "remove"):
    setattr(os, name, _counted(getattr(os, name)))
DefaultDialect.do_commit = _counted(DefaultDialect.do_commit)  # type: ignore[method-assign]

from wsr.cli import main as wsr_main  # noqa: E402  (after the writes are counted)


def main() -> None:
    """Run the command, and count from here."""
    global _at, _writes
    _at, _writes = int(sys.argv.pop(1)), 0
    try:
        wsr_main()
    finally:
        print(f"writes: {_writes}", file=sys.stderr)


if __name__ == "__main__":
    main()
