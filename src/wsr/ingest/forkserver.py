"""
The process from which the children that read files are forked: its imports are done, it never reads a file.

    sandbox ──request──▶ fork server ──fork──▶ keeper ──fork──▶ child
       ▲                                         │                │
       └───────────── status ────────────────────┴──── result ────┘

The keeper waits for its child with a clock in its hand, kills the child's whole process group, and adds one
line of status. Started by `wsr.ingest.sandbox` as a program of its own: forking a process that has threads, as
the web server has, is not safe.
"""

import json
import os
import select
import signal
import socket
import struct
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from wsr.errors import NeedsOcr, PageNotFound, Rejected
from wsr.ingest import limits
from wsr.ingest.pdfium import draw_page
from wsr.ingest.protocol import DONE, LENGTH, NO_SUCH_PAGE, REFUSED
from wsr.ingest.task import ParseTask
from wsr.ingest.worker import parse_file
from wsr.settings import Settings

_NOTICE = struct.Struct("!II")
_WALL_TIMES = 3
"""The clock on the wall may run so many times as long as the time of the CPU: machines are shared."""
_BLINK = 0.005


def serve(control: socket.socket) -> None:
    """Fork a keeper for each request, until the other end of *control* is closed."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        head, handles, _, _ = socket.recv_fds(control, LENGTH.size, 1)
        if len(head) < LENGTH.size or not handles:
            return
        request = json.loads(_exactly(control, LENGTH.unpack(head)[0]))
        with socket.socket(fileno=handles[0]) as answer:
            if os.fork() == 0:
                control.close()
                limits.die_with_parent()
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                keep(request, answer)
                os._exit(0)


def _exactly(control: socket.socket, size: int) -> bytes:
    """So many bytes of a stream, fewer only at its end."""
    received = b""
    while len(received) < size and (part := control.recv(size - len(received))):
        received += part
    return received


def keep(request: dict[str, Any], answer: socket.socket) -> None:
    """Fork the child, wait for its end or make it, and write the status line."""
    settings = Settings.model_construct(**request["settings"])
    notice, announce = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(notice)
        os._exit(_work(request, settings, answer, announce))
    os.close(announce)
    try:
        is_late = _wait(child, settings, answer, notice)
    finally:
        os.close(notice)
    for kill in (os.kill, os.killpg):
        with suppress(ProcessLookupError, PermissionError):
            kill(child, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    with suppress(OSError):
        answer.sendall(b"\n" + json.dumps({"status": status, "is_late": is_late}).encode())


def _wait(child: int, settings: Settings, answer: socket.socket, notice: int) -> bool:
    """Wait until the child has ended, the sandbox has gone away, or time is up: whether it is up."""
    began = time.monotonic()
    deadline = began + wall_seconds(settings, 0, 0)
    waiting: list[Any] = [notice, answer]
    while not _has_ended(child):
        left = deadline - time.monotonic()
        if left <= 0:
            return True
        for ready in select.select(waiting, [], [], left if notice in waiting else _BLINK)[0]:
            if ready is answer:
                return False
            message = os.read(notice, _NOTICE.size)
            if len(message) < _NOTICE.size:
                waiting.remove(notice)
            else:
                deadline = began + wall_seconds(settings, *_NOTICE.unpack(message))
    return False


def _has_ended(child: int) -> bool:
    """Whether the child has ended; it stays to be waited for, so that its group keeps its number."""
    return os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT | os.WNOHANG) is not None


def cpu_seconds(settings: Settings, pages: int) -> float:
    """The CPU time that a file of so many pages may take."""
    return settings.cpu_seconds + settings.cpu_seconds_a_page * min(pages, settings.max_pages)


def wall_seconds(settings: Settings, pages: int, scans: int) -> float:
    """The time by the clock that a file may take, so many of whose pages are read as pictures."""
    reading = settings.ocr_seconds_a_page * min(scans, settings.max_pages)
    return _WALL_TIMES * cpu_seconds(settings, pages) + reading


def _work(request: dict[str, Any], settings: Settings, answer: socket.socket, announce: int) -> int:
    """What the child does: bind itself, do what is asked, write the result. Gives its exit code."""
    os.setsid()
    limits.die_with_parent()
    _be_silent()
    most = cpu_seconds(settings, settings.max_pages)
    limits.confine(settings.max_memory_bytes, settings.cpu_seconds, most)

    def tell(pages: int, scans: int) -> None:
        limits.allow_cpu(cpu_seconds(settings, pages))
        os.write(announce, _NOTICE.pack(pages, scans))

    code, result = outcome_of(lambda: _result(request, settings, tell))
    with suppress(OSError):
        answer.sendall(result)
    return code


def _result(request: dict[str, Any], settings: Settings, tell: Callable[[int, int], None]) -> bytes:
    if request["work"] == "picture":
        return draw_page(Path(request["path"]), request["page"], request["dpi"])
    task = ParseTask.model_validate(request["task"])
    return parse_file(task, settings, tell).model_dump_json().encode()


def outcome_of(work: Callable[[], bytes]) -> tuple[int, bytes]:
    """Exit code and result of the work, or the refusal that its failure amounts to: nothing else leaves a child."""
    try:
        return DONE, work()
    except PageNotFound:
        return NO_SUCH_PAGE, b""
    except Rejected as refusal:
        return REFUSED, _refusal(refusal.reason, refusal.detail, isinstance(refusal, NeedsOcr))
    except MemoryError:
        return REFUSED, _refusal("out_of_memory", "The file needs more memory than it is given.")
    except RecursionError:
        return REFUSED, _refusal("damaged", "The file is nested in itself and cannot be read.")
    except Exception as error:  # noqa: BLE001  # the boundary of the child process
        kind = type(error).__name__
        return REFUSED, _refusal("damaged", f"The file cannot be read: what reads it met {kind}.")


def _refusal(reason: str, detail: str, needs_ocr: bool = False) -> bytes:
    return json.dumps({"reason": reason, "detail": detail, "needs_ocr": needs_ocr}).encode()


def _be_silent() -> None:
    """Let nothing that the child prints reach the terminal: it may quote the file."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for handle in (0, 1, 2):
        os.dup2(nothing, handle)
    os.close(nothing)


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as end:
        serve(end)
