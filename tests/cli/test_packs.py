"""The commands for packs and topics as other programs use them."""

from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.cli.running import lines, run
from tests.pdfs import make_review

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("cli")]

OWN = "[[topic]]\nid = 'doors'\nname = 'Doors'\nwords = ['the door']\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one review and a topic of its own."""
    folder, home = tmp_path_factory.mktemp("arrivals"), tmp_path_factory.mktemp("home")
    make_review(
        folder / "CPR2019-W91.pdf",
        analysis=(
            "It was good practice that the health visitor knocked at the door again.",
            "The police responded in a timely and effective way.",
        ),
    )
    assert 0 == run(home, "ingest", str(folder)).returncode
    (home / "topics.toml").write_text(OWN, encoding="utf-8")
    return home


def test_a_pack_is_written_to_a_file(home: Path, tmp_path: Path) -> None:
    """A Word document; a checklist as a workbook too. What was made is said beside, not on stdout."""
    made = run(home, "pack", "session", "--topic", "doors", "-o", str(tmp_path / "a.docx"))
    sheet = run(home, "pack", "checklist", "timely", "-o", str(tmp_path / "a.xlsx"))

    assert (0, "", 0) == (made.returncode, made.stdout, sheet.returncode)
    assert "Doors" in made.stderr
    words = "\n".join(each.text for each in Document(str(tmp_path / "a.docx")).paragraphs)
    assert "knocked at the door again" in words
    assert "The police responded" not in words
    assert "The police responded" in load_workbook(tmp_path / "a.xlsx").worksheets[0]["C4"].value


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("pack", "session", "--topic", "nothing"), 1, "“nothing” is no topic"),
        (("pack", "session", "door", "-o", "a.xlsx"), 2, ".docx"),
        (("pack", "role", "door"), 2, "--agency"),
        (("pack", "session", "nowhere", "-o", "a.docx"), 1, "Nothing was found"),
    ],
)
def test_what_cannot_be_made_is_said(home: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    """And nothing is written."""
    answer = run(home, *arguments)

    assert code == answer.returncode
    assert said in answer.stderr


def test_topics_are_listed_with_their_words(home: Path) -> None:
    """Those of the data folder among them."""
    found = {each["id"]: each for each in lines(run(home, "topics", "--json"))}

    assert ["the door"] == found["doors"]["words"]
    assert "coercive control" in found["coercive-control"]["words"]
    assert "Doors" in run(home, "topics").stdout
