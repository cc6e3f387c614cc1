"""What the fork server makes of requests, and of whatever happens in a child."""

import json
import signal
import socket
from collections.abc import Callable

import psutil
import pytest

from wsr.errors import Message, NeedsOcr, PageNotFound, Rejected
from wsr.ingest.forkserver import keep, outcome_of, serve, wall_seconds
from wsr.ingest.protocol import DONE, LENGTH, NO_SUCH_PAGE, REFUSED
from wsr.samples import sample_reviews
from wsr.settings import Settings

SAMPLE = sample_reviews() / "CPR2017-W91.pdf"
LIMITS = Settings().model_dump(mode="json", include={"cpu_seconds", "max_memory_bytes"})


def picture_request(page: int) -> dict[str, object]:
    """The request to draw a page of a sample."""
    return {"work": "picture", "path": str(SAMPLE), "page": page, "dpi": 50, "settings": LIMITS}


def all_of(end: socket.socket) -> bytes:
    """All that comes until the other end is closed."""
    return b"".join(iter(lambda: end.recv(65_536), b""))


def test_the_keeper_adds_one_line_of_status() -> None:
    """What a child wrote, here nothing, is followed by how it ended."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        keep(picture_request(9000), theirs)
        theirs.close()

        assert [b"", b'{"status": 4, "is_late": false}'] == all_of(ours).split(b"\n")


def test_a_sandbox_that_went_away_ends_the_child() -> None:
    """Nobody waits for the answer any more: the child is killed, not left to finish."""
    ours, theirs = socket.socketpair()
    ours.close()
    with theirs:
        keep(picture_request(1), theirs)


def test_requests_are_served_until_the_end_is_closed() -> None:
    """Each request brings the socket for its answer."""
    control, server = socket.socketpair()
    answer, given = socket.socketpair()
    message = json.dumps(picture_request(1)).encode()
    others = set(psutil.Process().children())
    before = signal.getsignal(signal.SIGCHLD)
    try:
        with control, given:
            socket.send_fds(control, [LENGTH.pack(len(message))], [given.fileno()])
            control.sendall(message)
        with server, answer:
            serve(server)
            result, _, status = all_of(answer).rpartition(b"\n")
        psutil.wait_procs(set(psutil.Process().children()) - others, timeout=10)
    finally:
        signal.signal(signal.SIGCHLD, before)

    assert (b"RIFF", {"status": DONE, "is_late": False}) == (result[:4], json.loads(status))


def _raise(error: Exception) -> Callable[[], bytes]:
    def work() -> bytes:
        raise error

    return work


@pytest.mark.parametrize(
    ("error", "reason", "needs_ocr"),
    [
        (Rejected("encrypted", "It is locked."), "encrypted", False),
        (NeedsOcr("Install it."), "no_text", True),
        (MemoryError(), "out_of_memory", False),
        (RecursionError(), "damaged", False),
        (ZeroDivisionError("secret words of the file"), "damaged", False),
    ],
)
def test_every_failure_becomes_a_refusal(error: Exception, reason: str, needs_ocr: bool) -> None:
    """Whatever is raised in a child leaves it as a reason, without words of the file."""
    code, result = outcome_of(_raise(error))
    said = json.loads(result)

    assert (REFUSED, reason, needs_ocr) == (code, said["reason"], said["needs_ocr"])
    assert "secret" not in said["detail"]


def test_results_and_missing_pages() -> None:
    """Work that succeeds gives its bytes; a page that is not there has its own code."""
    assert outcome_of(lambda: b"bytes") == (DONE, b"bytes")
    assert outcome_of(_raise(PageNotFound(Message("No such page.")))) == (NO_SUCH_PAGE, b"")


def test_the_clock_knows_pages_and_scans() -> None:
    """Three times the CPU time of so many pages, and the time for reading scans; never for more pages than allowed."""
    settings = Settings(cpu_seconds=60, cpu_seconds_a_page=0.5, ocr_seconds_a_page=30, max_pages=100)

    assert (180, 195, 255) == tuple(
        wall_seconds(settings, pages, scans) for pages, scans in ((0, 0), (10, 0), (10, 2))
    )
    assert wall_seconds(settings, 9_999, 0) == 330
