"""The server: its port, its stop, and what it keeps to itself."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from wsr.errors import SettingsError
from wsr.repository.repository import Repository
from wsr.repository.upkeep import recover
from wsr.settings import Settings
from wsr.web.server import Server

PROGRAM = """
import sys
from pathlib import Path
from wsr.settings import Settings
from wsr.web.server import Server

server = Server(Settings(home=Path(sys.argv[1]), port=0))
print(server.url, flush=True)
server.run()
"""


def test_a_taken_port_is_one_sentence(tmp_path: Path) -> None:
    """It names the port and says what to do."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(SettingsError, match=f"Port {port} of 127.0.0.1 cannot be used.*--port"):
            Server(Settings(home=tmp_path, port=port))


def test_an_address_that_is_not_ours_is_one_sentence(tmp_path: Path) -> None:
    """Nor can the server listen for another machine."""
    with pytest.raises(SettingsError, match=r"192\.0\.2\.1"):
        Server(Settings(home=tmp_path, host="192.0.2.1", port=0))


@pytest.fixture
def running(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server of its own process over an empty repository, and its address."""
    home = tmp_path / "home"
    with Repository.open(Settings(home=home)) as repository:
        recover(repository)
    server = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(home)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert server.stdout is not None
    try:
        yield server, server.stdout.readline().strip()
    finally:
        server.kill()
        server.wait()


def _form(url: str, fields: str) -> urllib.request.Request:
    return urllib.request.Request(url, fields.encode(), {"Sec-Fetch-Site": "same-origin"})


def _get(url: str | urllib.request.Request) -> int:
    for _ in range(100):
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError("The server does not answer.")


def test_it_serves_stops_when_told_and_keeps_what_readers_ask_to_itself(
    running: tuple[subprocess.Popen[str], str],
) -> None:
    """RELIABILITY A5 and D5: a clean end, and no word of a query in anything that it prints."""
    server, url = running
    statuses = [
        _get(f"{url}/en/"),
        _get(f"{url}/en/search?q=canaryword"),
        _get(f"{url}/en/search?q=%22canaryword"),
        _get(f"{url}/en/search?q=canaryword&page=canaryword"),
        _get(f"{url}/en/reviews/canaryword"),
        _get(f"{url}/api/v1/search?q=canaryword"),
        _get(f"{url}/en/sign-in?next=/en/search?q=canaryword"),
        _get(_form(f"{url}/en/sign-in", "name=canaryword&password=canaryword")),
        _get(_form(f"{url}/en/account", "present=canaryword")),
    ]
    server.send_signal(signal.SIGTERM)
    out, err = server.communicate(timeout=30)

    assert [200, 200, 400, 422, 404, 200, 200, 403, 403] == statuses
    assert "canaryword" not in out + err
    assert server.returncode in (0, -signal.SIGTERM)


def test_a_traceback_goes_without_its_words() -> None:
    """The place of a fault is logged, not what its message or its cause says."""
    program = """import logging.config
from wsr.web.server import LOGGING
logging.config.dictConfig(LOGGING)
try:
    try:
        raise ValueError("canaryword")
    except ValueError as cause:
        raise RuntimeError("canaryword too") from cause
except RuntimeError:
    logging.getLogger("uvicorn.error").exception("Exception in ASGI application")
"""
    run = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )

    assert "Exception in ASGI application" in run.stderr
    assert "line 6, in <module>\nValueError\nled to\n" in run.stderr
    assert "line 8, in <module>\nRuntimeError\n" in run.stderr
    assert "canaryword" not in run.stderr
