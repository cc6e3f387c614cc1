"""`wsr import-codes` as people and programs use it."""

import re
import shutil
from pathlib import Path

import pytest

from tests.cli.running import lines, run
from tests.exchange.projects import packed, unpacked
from tests.repository.shelf import THANKS, make_home

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("cli")]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one review and two accounts; not to be changed."""
    home = tmp_path_factory.mktemp("home")
    make_home(tmp_path_factory.mktemp("arrivals"), home)
    return home


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    shutil.copytree(made, tmp_path / "home")
    return tmp_path / "home"


@pytest.fixture
def project(home: Path, tmp_path: Path) -> Path:
    """An export in which somebody has coded the thanks to a code of ours and to one of theirs."""
    path = tmp_path / "project.qdpx"
    assert 0 == run(home, "export", "qdpx", "-o", str(path)).returncode
    members = unpacked(path.read_bytes())
    text = members["project.qde"].decode()
    care = re.search(r'<Code guid="([^"]+)" name="Care and support"', text)
    assert care
    user, code, coding = (f"00000000-0000-4000-8000-00000000000{n}" for n in range(1, 4))
    text = text.replace("</Users>", f'<User guid="{user}" name="Ifan Jones"/></Users>')
    text = text.replace("</Codes>", f'<Code guid="{code}" name="Thanks" isCodable="true"/></Codes>')
    own = "".join(
        f'<Coding guid="{coding[:-1]}{n}" creatingUser="{user}"><CodeRef targetGUID="{each}"/></Coding>'
        for n, each in enumerate((care[1], code), start=4)
    )
    name = re.escape(THANKS)
    text, times = re.subn(
        rf'(name="{name}".*?)</PlainTextSelection>',
        rf"\1{own}</PlainTextSelection>",
        text,
        count=1,
        flags=re.DOTALL,
    )
    assert times
    path.write_bytes(packed({**members, "project.qde": text.encode()}.items()))
    return path


def test_codings_of_a_project_become_decisions(home: Path, project: Path) -> None:
    """First tried, then taken; the exit code says that something did not fit."""
    assert 0 == run(home, "check-qdpx", str(project)).returncode
    dry = run(home, "import-codes", str(project), "--as", "ifan", "--dry-run", "--json")
    wet = run(home, "import-codes", str(project), "--as", "ifan")
    (said,) = lines(dry)

    assert (3, True, ["care-and-support"]) == (
        dry.returncode,
        said["dry_run"],
        said["taken"][0]["decision"]["codes"],
    )
    assert ["unknown_code"] == [one["reason"] for one in said["misfits"]]
    assert 3 == wet.returncode
    assert "care-and-support" in wet.stdout and "“Thanks” is no code" in wet.stdout
    assert "1 decisions in 1 reviews taken, as those of ifan." in wet.stderr
    assert ["ifan"] == [line["person"] for line in lines(run(home, "decisions", "--json"))]


def test_a_codebook_is_put_among_those_that_can_be_chosen(home: Path, tmp_path: Path) -> None:
    """Its name is the one given."""
    codes = tmp_path / "Our codes.qdc"
    assert 0 == run(home, "export", "qdc", "-o", str(codes)).returncode
    process = run(home, "import-codes", str(codes), "--as", "ours", "--json")
    (said,) = lines(process)

    assert (0, "ours", "Our codes", True) == (
        process.returncode,
        said["codebook"]["id"],
        said["codebook"]["title"],
        said["is_new"],
    )
    assert (home / "codebooks" / "ours-1.toml").is_file()
    assert 0 == run(home, "recode", "--codebook", "ours").returncode


def test_a_table_of_codings_is_taken(home: Path, tmp_path: Path) -> None:
    """By the ending of its name."""
    table = tmp_path / "codings.csv"
    table.write_text(f"reference,text,decided\nCPR2019-W91,{THANKS},kept\n", encoding="utf-8")
    process = run(home, "import-codes", str(table), "--as", "mari", "--json")

    assert (0, ["keep"]) == (
        process.returncode,
        [one["decision"]["verdict"] for one in lines(process)[0]["taken"]],
    )


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04"])
def test_what_cannot_be_read_is_an_error_of_one_sentence(home: Path, tmp_path: Path, content: bytes) -> None:
    """And nothing is changed."""
    (tmp_path / "bad.qdpx").write_bytes(content)
    process = run(home, "import-codes", str(tmp_path / "bad.qdpx"), "--as", "ifan")

    assert (1, "wsr: The file is not a ZIP archive, or a broken one.\n") == (
        process.returncode,
        process.stderr,
    )


def test_a_person_without_an_account_is_refused(home: Path, project: Path) -> None:
    """The sentence names the command that lists them."""
    process = run(home, "import-codes", str(project), "--as", "evan")

    assert 1 == process.returncode
    assert "wsr user list" in process.stderr
