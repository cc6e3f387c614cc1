"""`wsr agreement` as people and programs use it."""

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


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder where two people disagree about an extract."""
    folder, home = tmp_path_factory.mktemp("arrivals"), tmp_path_factory.mktemp("home")
    make_review(folder / "CPR2019-W91.pdf", analysis=(PRAISE,))
    with Repository.open(Settings.load(home)) as repository:
        list(Ingest(repository, [folder]))
        key = next(e.key for e in repository.review("cpr2019-w91").extracts if e.text == PRAISE)
        decide(repository, "cpr2019-w91", key, "Mari", Choice(Verdict.KEEP, stance=Stance.GENERAL))
        decide(repository, "cpr2019-w91", key, "Ifan", Choice(Verdict.UNSURE, note="Is [it] a norm?"))
    return home


def test_it_prints_a_table_and_the_disagreements(home: Path) -> None:
    """With the reason where a figure is not defined, and what each person said."""
    shown = run(home, "agreement")

    assert 0 == shown.returncode
    assert "Ifan decided about 1; Mari decided about 1" in shown.stdout
    assert "Kappa Ifan / Mari" in shown.stdout
    assert "not defined: too few extracts" in shown.stdout
    assert "1 extracts in 1 reviews that people disagree about" in shown.stdout
    assert "unsure; Is [it] a norm?" in shown.stdout
    assert "0 of 1 were judged alone" in shown.stdout
    assert "keep; general" in shown.stdout


def test_programs_get_the_whole_record(home: Path) -> None:
    """One JSON object on one line."""
    (record,) = lines(run(home, "agreement", "--person", "Mari", "--person", "Ifan", "--json"))

    assert {
        "codebook",
        "coders",
        "pairs",
        "extracts",
        "alone",
        "compared",
        "disagreements",
        "draws",
        "fewest",
    } == set(record)
    assert [["Ifan", "Mari"]] == record["pairs"]
    assert ["verdict"] == record["disagreements"][0]["about"]
    assert None is record["compared"][0]["alpha"]["value"]


def test_it_says_when_there_is_nobody_to_compare(home: Path, tmp_path: Path) -> None:
    """One person alone, a repository without decisions, or a name that nobody has."""
    alone, empty, wrong = (
        run(home, "agreement", "--person", "Mari"),
        run(tmp_path / "new", "agreement"),
        run(home, "agreement", "--person", "Nobody"),
    )

    assert "Fewer than two people decided about the same extracts: Mari decided about 1.\n" == alone.stdout
    assert "Fewer than two people decided about the same extracts.\n" == empty.stdout
    assert (1, "") == (wrong.returncode, wrong.stdout)
    assert "Choose among: Ifan, Mari." in wrong.stderr
