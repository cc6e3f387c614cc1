"""`wsr decisions` as people and programs use it."""

from pathlib import Path

import pytest

from tests.cli.running import lines, run
from tests.pdfs import make_review
from wsr.domain.coding import Stance, Verdict
from wsr.repository.deciding import Choice, decide
from wsr.repository.ingesting import Ingest
from wsr.repository.repository import Repository
from wsr.settings import Settings

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("cli")]

PRAISE = "It was good practice that the health visitor went back on three evenings."
THANKS = "The school is to be commended for keeping the mother informed."


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with three decisions, one of them about words that a new version of the file has no more."""
    folder, home = tmp_path_factory.mktemp("arrivals"), tmp_path_factory.mktemp("home")
    make_review(folder / "CPR2019-W91.pdf", analysis=(PRAISE, THANKS))
    with Repository.open(Settings.load(home)) as repository:
        list(Ingest(repository, [folder]))
        keys = {each.text: each.key for each in repository.review("cpr2019-w91").extracts}
        decide(repository, "cpr2019-w91", keys[PRAISE], "mari", Choice(Verdict.KEEP, Stance.GENERAL, ()))
        decide(
            repository, "cpr2019-w91", keys[PRAISE], "ifan", Choice(Verdict.UNSURE, note="Is [it]\na norm?")
        )
        decide(repository, "cpr2019-w91", keys[THANKS], "mari", Choice(Verdict.REJECT))
        make_review(folder / "CPR2019-W91.pdf", analysis=(PRAISE,))
        list(Ingest(repository, [folder]))
    return home


def test_it_prints_one_line_for_each_decision(home: Path) -> None:
    """With review, words, person and time, and a mark where the words are gone."""
    shown = run(home, "decisions").stdout.splitlines()

    assert "3 decisions about 2 extracts; 1 words not found." == shown[-1]
    (first, second, third) = shown[-4:-1]
    assert "mari" in first and "keep" in first and "general" in first and "none" in first
    assert "ifan" in second and "Is [it] a norm?" in second
    assert THANKS[:40] in third and third.rstrip().endswith("words not found")


def test_programs_get_a_line_of_json_each(home: Path) -> None:
    """Whole words and times, whether they are found, and everything that was said."""
    records = lines(run(home, "decisions", "--json"))

    assert [(PRAISE, "mari", True), (PRAISE, "ifan", True), (THANKS, "mari", False)] == [
        (each["words"], each["person"], each["anchored"]) for each in records
    ]
    assert {"CPR2019-W91"} == {each["reference"] for each in records}
    assert ([], None) == (records[0]["codes"], records[1]["codes"])
