"""Where files are parsed and drawn: in children of a fork server, under limits, apart from everything else."""

import json
import os
import socket
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from signal import SIGKILL, SIGXCPU, Signals
from types import TracebackType
from typing import Any, Self

from pydantic import ValidationError

from wsr.domain.kinds import Rejection
from wsr.domain.review import ParsedDocument
from wsr.errors import Message, NeedsOcr, PageNotFound, Rejected
from wsr.ingest.protocol import DONE, LENGTH, NO_SUCH_PAGE, REFUSED
from wsr.ingest.task import ParseTask
from wsr.settings import Settings

__all__ = ["ParseTask", "Sandbox"]

_MAX_RESULT = 400_000_000
_LIMITS = {
    "max_file_bytes", "max_pages", "max_memory_bytes", "cpu_seconds", "cpu_seconds_a_page", "max_page_bytes",
    "max_page_glyphs", "max_form_depth", "ocr_seconds_a_page",
}  # fmt: skip
"""The settings that a child is told; it learns nothing of the database or the data folder."""
_PATIENCE = 5.0
_TRIES = 2
"""A fork server that was killed takes what it was doing with it; that is done once more by the next one."""
_PASSED = ("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH", "TMPDIR")


class Sandbox:
    """
    A fork server and the files being read in its children, at most *jobs* at a time.

    May be used from several threads. Without children it costs one sleeping process; leaving it ends them all.
    """

    def __init__(self, settings: Settings, jobs: int = 1) -> None:
        self._settings = settings.model_dump(mode="json", include=_LIMITS)
        self._jobs = jobs
        self._server = _ForkServer()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.close()

    def parse_many(self, tasks: Iterable[ParseTask]) -> Iterator[tuple[ParseTask, ParsedDocument | Rejected]]:
        """Each task with what its file says, or why it was not taken; in the order given."""
        waiting: deque[tuple[ParseTask, Future[ParsedDocument | Rejected]]] = deque()
        pool = ThreadPoolExecutor(self._jobs, thread_name_prefix="sandbox")
        try:
            for task in tasks:
                waiting.append((task, pool.submit(self.parse, task)))
                if len(waiting) > 2 * self._jobs:
                    yield _finished(waiting)
            while waiting:
                yield _finished(waiting)
        except BaseException:
            self._server.close()
            raise
        finally:
            pool.shutdown(cancel_futures=True)

    def parse(self, task: ParseTask) -> ParsedDocument | Rejected:
        """What the file of a task says, or why it was not taken."""
        code, result = self._server.run(
            {"work": "parse", "task": task.model_dump(mode="json"), "settings": self._settings}
        )
        if code != DONE:
            return refusal_of(code, result)
        try:
            return ParsedDocument.model_validate_json(result)
        except ValidationError:
            return Rejected(
                "damaged", "What was read of the file makes no sense; it may be built to mislead."
            )

    def picture(self, path: Path, page: int, dpi: int) -> bytes:
        """
        The picture of a page, counted from 1, as WebP.

        Raises PageNotFound, and Rejected when the file cannot be drawn.
        """
        work = {"work": "picture", "path": str(path), "page": page, "dpi": dpi, "settings": self._settings}
        code, result = self._server.run(work)
        if code == NO_SUCH_PAGE:
            raise PageNotFound(Message("This document has no page %(page)s.", page=page))
        if code != DONE:
            raise refusal_of(code, result)
        return result


def _finished(
    waiting: deque[tuple[ParseTask, Future[ParsedDocument | Rejected]]],
) -> tuple[ParseTask, ParsedDocument | Rejected]:
    task, future = waiting.popleft()
    return task, future.result()


def refusal_of(code: int | None, result: bytes) -> Rejected:
    """
    Why a child gave no result.

    Args:
        code: its exit code; minus the signal that ended it; None when the clock on the wall did.
        result: what it wrote.
    """
    if code is None or code == -SIGXCPU:
        return Rejected("timed_out", "Reading the file took longer than a file may take; it may be damaged.")
    if code == -SIGKILL:
        return Rejected(
            "out_of_memory", "Reading the file was ended by the system, which was short of memory."
        )
    if code == REFUSED:
        try:
            said = json.loads(result)
            if said["needs_ocr"]:
                return NeedsOcr(str(said["detail"]))
            return Rejected(Rejection(said["reason"]).value, str(said["detail"]))
        except (ValueError, KeyError, TypeError):
            pass
    how = Signals(-code).name if code < 0 else f"code {code}"
    return Rejected("damaged", f"What reads the file broke off ({how}); the file is damaged.")


class _ForkServer:
    """The fork server as seen from here: started when first needed, started again when it has died."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._answers: set[socket.socket] = set()
        self._session = 0

    def run(self, work: dict[str, Any]) -> tuple[int | None, bytes]:
        """The exit code of the child that did the work (None: too late), and what it wrote."""
        session = self._session
        for _ in range(_TRIES):
            ours, theirs = socket.socketpair()
            with ours:
                with theirs:
                    self._send(work, ours, theirs, session)
                answer = _all_of(ours)
                with self._lock:
                    self._answers.discard(ours)
            result, _, status = answer.rpartition(b"\n")
            if status.startswith(b"{"):
                said = json.loads(status)
                return (None if said["is_late"] else said["status"]), result
        return 1, b""

    def close(self) -> None:
        """End the server and all its children."""
        with self._lock:
            self._session += 1
            for answer in tuple(self._answers):
                with suppress(OSError):
                    answer.shutdown(socket.SHUT_RDWR)
            self._stop()

    def _send(self, work: dict[str, Any], ours: socket.socket, theirs: socket.socket, session: int) -> None:
        """Hand the work to the server, unless this was closed since the session began."""
        message = json.dumps(work).encode()
        with self._lock:
            if session != self._session:
                return
            if self._process is None or self._process.poll() is not None:
                self._stop()
                self._start()
            assert self._control is not None
            self._answers.add(ours)
            with suppress(OSError):
                socket.send_fds(self._control, [LENGTH.pack(len(message))], [theirs.fileno()])
                self._control.sendall(message)

    def _start(self) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "wsr.ingest.forkserver", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env=_environment(),
                start_new_session=True,
            )
        self._control = ours

    def _stop(self) -> None:
        if self._control is not None:
            self._control.close()
        if self._process is not None:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout=_PATIENCE)
            self._process.kill()
            self._process.wait()
        self._control = self._process = None


def _environment() -> dict[str, str]:
    """What the fork server sees of the environment: where programs and this package are, and nothing else."""
    kept = {name: os.environ[name] for name in _PASSED if name in os.environ}
    return kept | {"PYTHONPATH": str(Path(__file__).parents[2]), "LANG": "C.UTF-8"}


def _all_of(answer: socket.socket) -> bytes:
    """All that is written before the other end closes; nothing when it is more than any result can be."""
    parts, size = [], 0
    while part := answer.recv(1 << 20):
        parts.append(part)
        size += len(part)
        if size > _MAX_RESULT:
            return b'\n{"status": 1, "is_late": false}'
    return b"".join(parts)
