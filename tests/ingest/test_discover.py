"""The files that a run takes in."""

from pathlib import Path

import pytest

from wsr.errors import IngestError
from wsr.ingest.discover import find_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with reviews, a letter in another format, and what lies beside them."""
    for name in (
        "b.pdf", "A/report", "A/letter.docx", "a.pdf", ".hidden.pdf", ".git/x.pdf", "__pycache__/y.pdf", "~$letter.docx",
        "a.expected.json", "notes.md", "manifest.csv", "make.py",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    return tmp_path


def test_a_folder_gives_all_that_may_be_a_review_in_order_of_path(folder: Path) -> None:
    """Whatever the ending; hidden files, notes, lists and scripts are left out."""
    assert ["A/letter.docx", "A/report", "a.pdf", "b.pdf"] == [
        str(p.relative_to(folder)) for p in find_files([folder])
    ]


def test_a_named_file_is_taken_whatever_it_is(folder: Path) -> None:
    """The person who names a file wants to hear about it."""
    assert [folder / "notes.md"] == find_files([folder / "notes.md"])


def test_a_file_is_taken_once(folder: Path) -> None:
    """Also when it is named beside its folder, or through a link."""
    (folder / "link.pdf").symlink_to(folder / "a.pdf")

    assert 4 == len(find_files([folder, folder / "a.pdf", folder / "A"]))


def test_a_missing_path_is_said_to_be_missing(tmp_path: Path) -> None:
    """Nothing is skipped in silence."""
    with pytest.raises(IngestError, match=r"There is no file or folder .*nowhere"):
        find_files([tmp_path / "nowhere"])
