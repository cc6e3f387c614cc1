"""
A program that is imported once and then run many times, each time in a process of its own.

    test ──arguments, streams──▶ server (has imported the program) ──fork──▶ the run
      ▲                             │
      └───────── exit code ─────────┘

A run is what `python -m …` would be, with its own streams, folder and environment, without the two seconds in which
the same modules are imported and taken apart again. Some tests still start the program itself: tests/test_docs.py,
tests/test_package.py, and the one that types a password on a terminal.
"""

import gc
import json
import multiprocessing
import os
import runpy
import socket
import struct
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

_LENGTH = struct.Struct("!I")
_CODE = struct.Struct("!i")


class Forked:
    """A program, imported in an environment; *script* imports it and has its `main`."""

    def __init__(self, script: Path, environment: Mapping[str, str]) -> None:
        self._control, theirs = socket.socketpair()
        with theirs:
            self._server = subprocess.Popen(
                [sys.executable, "-P", __file__, str(theirs.fileno()), str(script)],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env=environment,
            )

    def run(
        self,
        *arguments: str,
        environment: Mapping[str, str],
        given: str = "",
        folder: Path | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """One run to its end, in a folder: its code, what it printed, and what it said on stderr."""
        request = json.dumps([arguments, str(folder or Path.cwd()), dict(environment)]).encode()
        with TemporaryFile() as entered, TemporaryFile() as printed, TemporaryFile() as said:
            entered.write(given.encode())
            entered.seek(0)
            streams = [stream.fileno() for stream in (entered, printed, said)]
            socket.send_fds(self._control, [_LENGTH.pack(len(request))], streams)
            self._control.sendall(request)
            (code,) = _CODE.unpack(_exactly(self._control, _CODE.size))
            return subprocess.CompletedProcess([*arguments], code, _text(printed), _text(said))

    def close(self) -> None:
        """End the server."""
        self._control.close()
        self._server.wait(timeout=60)


def _text(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode()


def _exactly(control: socket.socket, size: int) -> bytes:
    received = b""
    while len(received) < size:
        part = control.recv(size - len(received))
        if not part:
            raise EOFError("the other end is gone")
        received += part
    return received


def _serve(control: socket.socket, main: Callable[[], None]) -> None:
    """One run for each request, until the other end is closed."""
    fork = multiprocessing.get_context("fork")
    while True:
        head, streams, _, _ = socket.recv_fds(control, _LENGTH.size, 3)
        if not head:
            return
        arguments, folder, environment = json.loads(_exactly(control, *_LENGTH.unpack(head)))
        run = fork.Process(target=_run, args=(main, streams, arguments, folder, environment))
        run.start()
        for stream in streams:
            os.close(stream)
        run.join()
        assert run.exitcode is not None
        control.sendall(_CODE.pack(run.exitcode))


def _run(
    main: Callable[[], None],
    streams: Sequence[int],
    arguments: Sequence[str],
    folder: str,
    environment: Mapping[str, str],
) -> None:
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    sys.stdin = open(0, closefd=False)  # noqa: SIM115 - it stays open to the end
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv[:] = ["wsr", *arguments]
    main()


def _main() -> None:
    control, script = sys.argv[1:]
    program = runpy.run_path(script)
    gc.freeze()  # else each run copies what the collector only looks at
    with socket.socket(fileno=int(control)) as ours:
        _serve(ours, program["main"])


if __name__ == "__main__":
    _main()
