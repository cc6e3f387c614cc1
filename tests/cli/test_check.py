"""`wsr check-qdpx` as people and programs use it."""

from pathlib import Path

import pytest

from tests.cli.running import lines, run
from tests.exchange.projects import a_project, packed, unpacked, written

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("cli")]

PROJECT = a_project()
GOOD = written(PROJECT.head, PROJECT.sources)


def test_a_good_project_ends_well(tmp_path: Path) -> None:
    """Nothing on stdout for programs."""
    (tmp_path / "good.qdpx").write_bytes(GOOD)
    process = run(tmp_path, "check-qdpx", str(tmp_path / "good.qdpx"), "--json")

    assert (0, "") == (process.returncode, process.stdout)


def test_each_finding_is_a_line(tmp_path: Path) -> None:
    """With a reason that programs can go by; the exit code says that there are some."""
    members = unpacked(GOOD)
    members["project.qde"] = members["project.qde"].replace(b'endPosition="', b'endPosition="9999', 1)
    (tmp_path / "bad.qdpx").write_bytes(packed(members.items()))
    found = run(tmp_path, "check-qdpx", str(tmp_path / "bad.qdpx"), "--json")
    shown = run(tmp_path, "check-qdpx", str(tmp_path / "bad.qdpx"))

    assert (1, ["beyond_text"]) == (found.returncode, [line["reason"] for line in lines(found)])
    assert 1 == shown.returncode
    assert "beyond_text" in shown.stdout and "PlainTextSelection" in shown.stdout


def test_a_codebook_is_checked_as_one(tmp_path: Path) -> None:
    """By the ending of its name."""
    (tmp_path / "codes.qdc").write_text(
        '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes/></CodeBook>', encoding="utf-8"
    )
    process = run(tmp_path, "check-qdpx", str(tmp_path / "codes.qdc"), "--json")

    assert ["empty_element"] == [line["reason"] for line in lines(process)]


def test_a_file_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    """As with every command."""
    assert 2 == run(tmp_path, "check-qdpx", str(tmp_path / "none.qdpx")).returncode
