"""The program as tests of the command line run it, and what it prints for programs."""

import atexit
import json
import os
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import wsr
from tests.forked import Forked


def run(
    home: Path,
    *arguments: str,
    given: str = "",
    columns: int = 200,
    folder: Path | None = None,
) -> subprocess.CompletedProcess[str]:
    """One command in a process of its own, on a data folder; with its standard input, and in a folder."""
    return _program(columns).run(
        "--home", str(home), *arguments, given=given, folder=folder, environment=environment(columns)
    )


def lines(process: subprocess.CompletedProcess[str]) -> list[Any]:
    """The JSON lines of stdout."""
    return [json.loads(line) for line in process.stdout.splitlines()]


def environment(columns: int = 200) -> dict[str, str]:
    """That of a terminal so wide, without colours."""
    source = str(Path(wsr.__file__).parents[1])
    return {**os.environ, "PYTHONPATH": source, "COLUMNS": str(columns), "NO_COLOR": "1"}


@cache
def _program(columns: int) -> Forked:
    program = Forked(Path(__file__).with_name("program.py"), environment(columns))
    atexit.register(program.close)
    return program
