"""The curator's manifest: what it says, and how it says what is wrong with it."""

from pathlib import Path

import pytest

from wsr.domain.kinds import ClaimSource, Language, ReviewType, Role
from wsr.errors import ManifestError
from wsr.ingest.manifest import Manifest, read_manifest


def _write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "list.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_facts_are_read_in_normal_form(tmp_path: Path, encoding: str) -> None:
    """References, boards, dates and lists are normalised, with what was written as quote; a mark is no matter."""
    path = _write(
        tmp_path,
        "file,reference,role,type,board,subjects,publication_date\r\n"
        'a.pdf,cpr 2019–W3,Executive Summary,DARDR,Mid & West Wales Safeguarding Board,"Child A; Plentyn Â",2019-05\r\n',
        encoding,
    )
    manifest = read_manifest(path)

    assert (Role.EXECUTIVE_SUMMARY, ReviewType.DHR) == (
        manifest.role_for("a.pdf"),
        manifest.type_for("a.pdf"),
    )
    reference = manifest.reference_for("a.pdf")
    assert reference is not None
    assert ("CPR2019-W03", "cpr 2019–W3") == (reference.canonical, reference.as_printed)
    assert [
        ("reference", "CPR2019-W03"), ("review_type", "DHR"), ("board", "mid-and-west-wales"),
        ("subjects", "Child A"), ("subjects", "Plentyn Â"), ("publication_date", "2019-05"),
    ] == [(claim.field, claim.value) for claim in manifest.claims_for("a.pdf")]  # fmt: skip
    assert {ClaimSource.MANIFEST} == {claim.source for claim in manifest.claims_for("a.pdf")}


def test_blank_cells_and_lines_and_unknown_files_say_nothing(tmp_path: Path) -> None:
    """Nothing is read into a gap."""
    manifest = read_manifest(_write(tmp_path, "file,title,language\n\na.pdf,,cy\n,,\n"))

    assert ((), Language.CY) == (manifest.claims_for("a.pdf"), manifest.language_for("a.pdf"))
    assert ((), None) == (manifest.claims_for("b.pdf"), manifest.reference_for("b.pdf"))
    assert () == Manifest().claims_for("a.pdf")


def test_a_path_names_one_of_two_files_of_the_same_name(tmp_path: Path) -> None:
    """The line with the longest path that fits is meant."""
    manifest = read_manifest(_write(tmp_path, "file,title\nreport.pdf,Any\nnorth/report.pdf,North\n"))

    titles = [
        manifest.claims_for(name)[0].value
        for name in ("north/report.pdf", "south/report.pdf", "in/north/report.pdf")
    ]
    assert ["North", "Any", "North"] == titles


def test_lines_without_a_file_are_told(tmp_path: Path) -> None:
    """A misspelt name can be shown."""
    manifest = read_manifest(_write(tmp_path, "file\na.pdf\nmisspelt.pdf\n"))

    assert ["misspelt.pdf"] == [str(entry.file) for entry in manifest.unused(["x/a.pdf"])]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Line 1 of list.csv must name the columns"),
        ("name,title\n", "one of them “file”"),
        (
            "file,colour\n",
            "Line 1 of list.csv has the column “colour”, which is not known. Known are: file, reference",
        ),
        ("file,title,title\n", "has the column “title” twice"),
        (
            "file,reference\na.pdf,CPR19\n",
            "Line 2 of list.csv, column “reference”: “CPR19” is not a reference",
        ),
        ("file,board\n\na.pdf,Narnia\n", "Line 3 of list.csv, column “board”: “Narnia” is no board"),
        ("file,role\na.pdf,novel\n", "“novel” is not one of report, executive_summary"),
        ("file,report_date\na.pdf,May 2019\n", "'May 2019' is not a date"),
        ("file,source_url\na.pdf,board.wales\n", "is not a web address"),
        ("file,title\n,A\n", "Line 2 of list.csv names no file"),
        ("file\na.pdf\na.pdf\n", "Line 3 of list.csv names a.pdf again; line 2 has it already"),
        ("file\na.pdf,b\n", "Line 2 of list.csv has 2 cells, but there are 1 columns"),
        ('file\n"a.pdf\n', "is no valid CSV"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, sentence: str) -> None:
    """A sentence names the line, the column and what to write."""
    with pytest.raises(ManifestError) as error:
        read_manifest(_write(tmp_path, text))

    assert sentence in str(error.value)


def test_a_file_of_another_encoding_or_none_is_refused(tmp_path: Path) -> None:
    """Not guessed at: a wrong guess would spoil Welsh names."""
    with pytest.raises(ManifestError, match="is not UTF-8"):
        read_manifest(_write(tmp_path, "file,title\na.pdf,Môn\n", "latin-1"))
    with pytest.raises(ManifestError, match="cannot be read"):
        read_manifest(tmp_path / "missing.csv")
