"""Memory and start of the server: the samples taken in, served, asked; what each moment costs."""

import argparse
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

import psutil

from wsr.samples import sample_reviews

MIB = 1 << 20
PAGES = (
    "/en/",
    "/en/search?q=supervision",
    "/en/search?q=%22was+not+brought%22",
    "/en/reviews",
    "/api/v1/reviews",
)


class Peak:
    """The most memory that a process and its children have held at once, sampled twenty times a second."""

    def __init__(self, process: psutil.Process) -> None:
        self.bytes = 0
        self._process = process
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "Peak":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(0.05):
            self.bytes = max(self.bytes, held(self._process))


def held(process: psutil.Process) -> int:
    """Memory of a process and its children that no other process shares, in bytes."""
    total = 0
    for one in (process, *process.children(recursive=True)):
        try:
            total += one.memory_full_info().uss
        except psutil.Error:
            continue
    return total


def main() -> None:
    """Print what ingesting and serving cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8765)
    port = parser.parse_args().port
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, "-m", "wsr", "--home", home]
        _measure_ingest([*command, "ingest", "--json", "--jobs", "2", str(sample_reviews())])
        _measure_server([*command, "serve", "--port", str(port)], f"http://127.0.0.1:{port}")


def _measure_ingest(command: list[str]) -> None:
    started = time.monotonic()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, **quiet) as process, Peak(psutil.Process(process.pid)) as peak:
        process.wait()
    print(
        f"ingest of the samples, two at a time: {time.monotonic() - started:.1f} s, peak {peak.bytes / MIB:.0f} MiB"
    )


def _measure_server(command: list[str], address: str) -> None:
    started = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(f"{address}/en/", process)
            print(f"start to first answered page: {time.monotonic() - started:.2f} s")
            server = psutil.Process(process.pid)
            print(f"server after the first page: {held(server) / MIB:.0f} MiB")
            for _ in range(40):
                for page in PAGES:
                    urllib.request.urlopen(address + page).read()
            print(f"server after {40 * len(PAGES)} pages: {held(server) / MIB:.0f} MiB")
        finally:
            process.terminate()


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        try:
            urllib.request.urlopen(url).read()
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.02)
    raise SystemExit("the server ended before it answered")


if __name__ == "__main__":
    main()
