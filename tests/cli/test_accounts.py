"""`wsr user`: accounts made, listed, disabled and given another password, as programs and people type it."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import environment, run

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("cli")]

PASSWORD = "kettle ladder fern"


def user(home: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """One command, with what is typed into it."""
    return run(home, "user", *arguments, given=typed)


def test_an_account_is_made_listed_disabled_and_enabled(tmp_path: Path) -> None:
    """JSON lines to stdout, sentences to stderr, and the password nowhere."""
    made = user(
        tmp_path, "add", "Megan", "--display-name", "Megan Prosser", "--password-stdin", typed=PASSWORD + "\n"
    )
    admin = user(tmp_path, "add", "ann.rees", "--admin", "--password-stdin", typed=PASSWORD)
    disabled = user(tmp_path, "disable", "megan")
    ann, megan = (json.loads(line) for line in user(tmp_path, "list", "--json").stdout.splitlines())
    enabled = user(tmp_path, "enable", "megan")
    renewed = user(tmp_path, "password", "megan", "--password-stdin", typed="bramble harbour oak\n")
    table = user(tmp_path, "list").stdout

    assert [0] * 5 == [run.returncode for run in (made, admin, disabled, enabled, renewed)]
    assert {"name", "display_name", "role", "created_at", "disabled_at"} == set(ann)
    assert ("ann.rees", "admin", None) == (ann["name"], ann["role"], ann["disabled_at"])
    assert ("megan", "Megan Prosser", "curator") == (megan["name"], megan["display_name"], megan["role"])
    assert megan["disabled_at"] is not None
    assert "Megan Prosser" in table
    assert PASSWORD not in "".join(
        run.stdout + run.stderr for run in (made, admin, disabled, enabled, renewed)
    )


@pytest.mark.parametrize(
    ("arguments", "typed", "sentence"),
    [
        (("add", "megan", "--password-stdin"), "short\n", "at least 12 characters"),
        (("add", "megan", "--password-stdin"), "", "at least 12 characters"),
        (("add", "megan"), PASSWORD, "use a terminal, or --password-stdin"),
        (("add", "no spaces", "--password-stdin"), PASSWORD, "letters a to z"),
        (("disable", "nobody"), "", "no account “nobody”"),
        (("password", "nobody", "--password-stdin"), PASSWORD, "no account “nobody”"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    tmp_path: Path, arguments: tuple[str, ...], typed: str, sentence: str
) -> None:
    """On stderr, with exit code 1 and nothing made."""
    run = user(tmp_path, *arguments, typed=typed)

    assert (1, "") == (run.returncode, run.stdout)
    assert sentence in run.stderr and 1 == run.stderr.count("\n")
    assert "" == user(tmp_path, "list", "--json").stdout


def test_on_a_terminal_the_password_is_typed_twice_and_not_shown(tmp_path: Path) -> None:
    """The account is made when both are the same. The blank after the colon comes when echoing has ended."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "wsr", "--home", str(tmp_path), "user", "add", "megan"]
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment(), start_new_session=True
    ) as process:
        os.close(theirs)
        shown = _until(ours, "Password: ")
        os.write(ours, f"{PASSWORD}\n".encode())
        shown += _until(ours, "Once more: ")
        os.write(ours, f"{PASSWORD}\n".encode())
        shown += _until(ours, "can sign in now")
        assert 0 == process.wait(timeout=60)
    os.close(ours)

    assert PASSWORD not in shown
    assert "megan" in user(tmp_path, "list", "--json").stdout


def _until(terminal: int, words: str) -> str:
    shown = ""
    while words not in shown:
        shown += os.read(terminal, 4096).decode()
    return shown
