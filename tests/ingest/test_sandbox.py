"""The sandbox: what its children do is bound, and nothing that befalls them reaches this process."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from tests.ingest.hostile import bomb, empty_string_flood
from tests.ingest.pdfs import pdf_of, text, written
from tests.ingest.processes import fork_servers
from tests.ingest.test_hostile import PATIENCE, assert_no_child
from wsr.domain.kinds import ReviewType
from wsr.domain.review import ParsedDocument
from wsr.errors import NeedsOcr, PageNotFound, Rejected
from wsr.ingest.sandbox import ParseTask, Sandbox, refusal_of
from wsr.samples import sample_reviews
from wsr.settings import Settings

SAMPLE = sample_reviews() / "CPR2017-W91.pdf"
SOURCE = Path(__file__).parents[2] / "src"


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """A sandbox with the usual limits."""
    with Sandbox(Settings(), jobs=2) as box:
        yield box
    assert [] == fork_servers()


def task_of(path: Path, as_type: ReviewType | None = None) -> ParseTask:
    """The task to parse a file."""
    return ParseTask(path=path, filename=path.name, sha256="0" * 64, as_type=as_type)


def slow_file(folder: Path, name: str = "slow.pdf") -> Path:
    """A file that takes many seconds to read."""
    return written(folder, empty_string_flood(), name)


def test_a_review_is_parsed(sandbox: Sandbox) -> None:
    """What the child read of a review arrives whole."""
    parsed = sandbox.parse(task_of(SAMPLE))

    assert isinstance(parsed, ParsedDocument)
    assert parsed.pages == len(parsed.page_sizes) > 1
    assert len(parsed.passages) > 20


def test_results_come_in_the_order_of_the_tasks(sandbox: Sandbox, tmp_path: Path) -> None:
    """A small file does not overtake a large one, however many children read at a time."""
    small = [written(tmp_path, text_file(f"File {number}"), f"{number}.pdf") for number in range(6)]
    tasks = [task_of(path, ReviewType.CPR) for path in [SAMPLE, *small]]

    done = list(sandbox.parse_many(tasks))

    assert tasks == [task for task, _ in done]
    assert all(isinstance(parsed, ParsedDocument) for _, parsed in done)


def text_file(words: str) -> bytes:
    """A PDF of one page with some text."""
    return pdf_of(text(words) + text("The child was seen alone, and her wishes were recorded.", y=650))


def test_too_much_cpu_time_is_timed_out(tmp_path: Path) -> None:
    """P4: a file that takes longer than it may is ended and called so."""
    with Sandbox(Settings(cpu_seconds=1.0, cpu_seconds_a_page=0)) as box:
        refused = box.parse(task_of(slow_file(tmp_path)))

    assert isinstance(refused, Rejected)
    assert refused.reason == "timed_out"


def test_a_child_that_sleeps_is_timed_out(tmp_path: Path) -> None:
    """The clock on the wall ends a child that uses no CPU time at all."""
    with Sandbox(Settings(cpu_seconds=0.5, cpu_seconds_a_page=0)) as box:
        box.picture(SAMPLE, 1, 50)
        stopper = threading.Thread(target=while_reading(lambda server, child: child.suspend()))
        stopper.start()
        refused = box.parse(task_of(slow_file(tmp_path)))
        stopper.join()

    assert isinstance(refused, Rejected)
    assert refused.reason == "timed_out"


def while_reading(do: Callable[[psutil.Process, psutil.Process], None]) -> Callable[[], None]:
    """Do something to the fork server or to the child that reads a file, as soon as there is one."""

    def wait_and_do() -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            # Who has ended between being listed and being asked is looked for again.
            with contextlib.suppress(psutil.NoSuchProcess):
                for server in fork_servers():
                    for keeper in server.children():
                        for child in keeper.children():
                            do(server, child)
                            return
            time.sleep(0.01)

    return wait_and_do


def test_too_much_memory_is_out_of_memory(tmp_path: Path) -> None:
    """P4: a file that needs more memory than it may is ended and called so."""
    with Sandbox(Settings(max_memory_bytes=40 << 20)) as box:
        refused = box.parse(task_of(written(tmp_path, bomb())))

    assert isinstance(refused, Rejected)
    assert refused.reason == "out_of_memory"


def test_a_killed_child_is_out_of_memory(sandbox: Sandbox, tmp_path: Path) -> None:
    """The system kills what takes its last memory."""
    killer = threading.Thread(target=while_reading(lambda server, child: child.kill()))
    sandbox.picture(SAMPLE, 1, 50)
    killer.start()
    refused = sandbox.parse(task_of(slow_file(tmp_path)))
    killer.join()

    assert isinstance(refused, Rejected)
    assert refused.reason == "out_of_memory"
    assert_no_child()


def test_a_dead_fork_server_is_started_again(sandbox: Sandbox) -> None:
    """A server that was killed between two files is missed by nobody."""
    sandbox.picture(SAMPLE, 1, 50)
    for server in fork_servers():
        server.kill()
        server.wait()

    assert sandbox.picture(SAMPLE, 1, 50).startswith(b"RIFF")


def test_work_lost_with_the_fork_server_is_done_again(sandbox: Sandbox) -> None:
    """A server that is killed while a file is read takes its children along; the file is read by the next one."""
    sandbox.picture(SAMPLE, 1, 50)
    killer = threading.Thread(target=while_reading(lambda server, child: server.kill()))
    killer.start()
    parsed = sandbox.parse(task_of(SAMPLE))
    killer.join()

    assert isinstance(parsed, ParsedDocument)


def test_interrupting_leaves_no_process(tmp_path: Path) -> None:
    """Ctrl-C in the middle of a file ends the program, its fork server and all children."""
    slow_file(tmp_path)
    program = (
        "import signal, sys; from pathlib import Path\n"
        # what is started in the background of a shell is born deaf to Ctrl-C
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from wsr.ingest.sandbox import ParseTask, Sandbox; from wsr.settings import Settings\n"
        "tasks = [ParseTask(path=Path(sys.argv[1]), filename='a', sha256='0')] * 4\n"
        "with Sandbox(Settings(), jobs=2) as box:\n"
        "    list(box.parse_many(tasks))\n"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path / "slow.pdf")],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        stderr=subprocess.PIPE,
    )
    descendants = wait_for(lambda: at_least(5, psutil.Process(running.pid).children(recursive=True)))
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=PATIENCE * 3)

    assert b"KeyboardInterrupt" in errors
    assert psutil.wait_procs(descendants, timeout=PATIENCE)[1] == []


def at_least(count: int, found: list[psutil.Process]) -> list[psutil.Process]:
    """What was found, when there is enough of it."""
    return found if len(found) >= count else []


def wait_for(look: Callable[[], list[psutil.Process]]) -> list[psutil.Process]:
    """What looking finds, as soon as it finds something."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if found := look():
            return found
        time.sleep(0.02)
    raise AssertionError("nothing was found in time")


def test_the_fork_server_knows_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    """P3: neither the address of the database nor anything else of the environment reaches it."""
    monkeypatch.setenv("WSR_DATABASE_URL", "postgresql://somebody:secret@example/wsr")
    monkeypatch.setenv("SECRET", "secret")
    with Sandbox(Settings()) as box:
        box.picture(SAMPLE, 1, 50)
        (server,) = fork_servers()

        assert "secret" not in str(server.environ())
        assert "secret" not in str(server.cmdline())


def test_a_page_is_drawn(sandbox: Sandbox) -> None:
    """The picture of a page is WebP."""
    picture = sandbox.picture(SAMPLE, 2, 50)

    assert (b"RIFF", b"WEBP") == (picture[:4], picture[8:12])


def test_a_page_that_is_not_there(sandbox: Sandbox) -> None:
    """Asking for a page past the end says so."""
    with pytest.raises(PageNotFound, match="no page 9000"):
        sandbox.picture(SAMPLE, 9000, 50)


def test_a_picture_of_no_pdf(sandbox: Sandbox, tmp_path: Path) -> None:
    """What cannot be drawn is refused."""
    with pytest.raises(Rejected, match="damaged"):
        sandbox.picture(written(tmp_path, b"no pdf"), 1, 50)


@pytest.mark.parametrize(
    ("code", "result", "reason"),
    [
        (None, b"", "timed_out"),
        (-signal.SIGXCPU, b"", "timed_out"),
        (-signal.SIGKILL, b"", "out_of_memory"),
        (-signal.SIGSEGV, b"", "damaged"),
        (1, b"", "damaged"),
        (3, b"not json", "damaged"),
        (3, b'{"reason": "because", "detail": "", "needs_ocr": false}', "damaged"),
        (3, b'{"reason": "encrypted", "detail": "", "needs_ocr": false}', "encrypted"),
    ],
)
def test_every_end_of_a_child_has_a_reason(code: int | None, result: bytes, reason: str) -> None:
    """However a child ends, and whatever it wrote, the refusal has one of the known reasons."""
    assert reason == refusal_of(code, result).reason


def test_needing_ocr_is_told_apart() -> None:
    """A refusal for want of tesseract arrives as what it is."""
    said = json.dumps({"reason": "no_text", "detail": "Install it.", "needs_ocr": True}).encode()

    assert isinstance(refusal_of(3, said), NeedsOcr)
