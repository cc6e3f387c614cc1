"""What the documents say of settings, commands, errors and decisions is true."""

import re
import subprocess
import sys
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import wsr.errors
from wsr.errors import WsrError
from wsr.settings import Settings

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", list(Settings.model_fields))
def test_every_setting_is_documented_as_it_is(name: str) -> None:
    """docs/settings.md has a line for each setting with its very description."""
    lines = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8").splitlines()
    (line,) = [line for line in lines if line.startswith(f"| `WSR_{name.upper()}` |")]

    assert line.endswith(f"| {Settings.model_fields[name].description} |")


def test_every_command_stands_in_the_readme() -> None:
    """The README's table of commands is the program's list of commands."""
    shown = subprocess.run(
        [sys.executable, "-m", "wsr", "--help"], capture_output=True, text=True, check=True, cwd=ROOT / "src"
    )
    commands = set(re.findall(r"^│ ([a-z-]+) ", shown.stdout.split("Commands")[1], re.MULTILINE))
    table = (ROOT / "README.md").read_text(encoding="utf-8").split("## Commands")[1].split("##")[0]

    assert commands == set(re.findall(r"`wsr ([a-z-]+)", table))


def test_the_tree_of_errors_is_drawn_whole() -> None:
    """The module of errors draws every error that it defines, and no other."""
    defined = {
        name
        for name, value in vars(wsr.errors).items()
        if isinstance(value, type) and issubclass(value, WsrError)
    }
    drawn = set(re.findall(r"^[│├└─ ]*([A-Z]\w+)", wsr.errors.__doc__ or "", re.MULTILINE)) - {"The", "Those"}

    assert defined == drawn


def test_decisions_are_numbered_once_and_complete() -> None:
    """Each decision has its own number, a decision and its consequences."""
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    numbers = [page.name[:4] for page in pages]

    assert len(set(numbers)) == len(numbers) > 0
    assert [] == [
        page.name
        for page in pages
        if not all(word in page.read_text(encoding="utf-8") for word in ("Decision", "Consequences"))
    ]


def test_the_lock_files_name_no_package_index() -> None:
    """Versions and hashes only: where packages come from is the reader's own choice."""
    texts = [
        (ROOT / name).read_text(encoding="utf-8") for name in ("requirements.lock", "requirements-dev.lock")
    ]

    assert [] == [
        line for text in texts for line in text.splitlines() if "://" in line or line.startswith("-")
    ]
    assert all("--hash=sha256:" in text for text in texts)


def test_every_runtime_dependency_is_pinned() -> None:
    """Each name in pyproject.toml stands in requirements.lock with one exact version a platform."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = set(
        re.findall(
            r"^([a-z0-9-]+)(?:\[[a-z0-9,-]+\])?==",
            (ROOT / "requirements.lock").read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    )
    wanted = {re.split(r"[<>=\[]", name)[0].replace(".", "-").lower() for name in project["dependencies"]}

    assert set() == wanted - pinned


def test_an_extra_that_is_asked_for_is_pinned_with_its_package() -> None:
    """Else pip takes “coverage[toml]” for another package than “coverage”, and finds no hash for it."""
    lock = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")
    pinned = {pin.name: pin.extras for pin in map(Requirement, re.findall(r"^\S+==\S+", lock, re.MULTILINE))}
    asked = [
        wanted
        for package in distributions()
        if package.name.lower() in pinned
        for wanted in map(Requirement, package.requires or ())
        if wanted.marker is None or wanted.marker.evaluate({"extra": ""})
    ]

    assert [] == [
        str(wanted) for wanted in asked if not wanted.extras <= pinned.get(wanted.name.lower(), set())
    ]
