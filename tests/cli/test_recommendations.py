"""`wsr recommendations` and `wsr status` as people and programs use them."""

from pathlib import Path

import pytest

from tests.cli.running import lines, run
from tests.pdfs import make_review
from wsr.domain.search import SearchQuery, Unit
from wsr.repository.group_records import split
from wsr.repository.ingesting import Ingest
from wsr.repository.repository import Repository
from wsr.settings import Settings

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("cli")]

ASKED = "The Board should ask every surgery how it follows up children who were not brought."
RECOMMENDATIONS = SearchQuery(unit=Unit.RECOMMENDATION)
OTHER = "Schools must train their staff about neglect by the end of 2027."


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a review of two recommendations, and an account."""
    folder, home = tmp_path_factory.mktemp("arrivals"), tmp_path_factory.mktemp("home")
    make_review(folder / "CPR2019-W91.pdf", recommendations=(ASKED, OTHER))
    with Repository.open(Settings.load(home)) as repository:
        list(Ingest(repository, [folder]))
        repository.accounts.add("mari", "kettle ladder fern")
    return home


def test_recommendations_are_listed_with_what_was_recorded_last(home: Path) -> None:
    """Filtered as a search is; a status only where somebody recorded one."""
    (asked,) = lines(run(home, "recommendations", "surgery", "--addressee", "safeguarding-board", "--json"))
    assert (ASKED, "CPR2019-W91", "board", None) == (
        asked["text"], asked["reference"], asked["level"], asked["status"],
    )  # fmt: skip
    assert "primary-care" in asked["themes"]
    assert "safeguarding-board" in asked["addressee_kinds"] and asked["action"]
    assert 1 == len(asked["addressee_body_ids"]) == len(asked["addressee_bodies"])
    of_the_body = run(home, "recommendations", "--body", asked["addressee_body_ids"][0], "--json")
    assert [ASKED] == [each["text"] for each in lines(of_the_body)]
    assert [] == lines(run(home, "recommendations", "--body", "estyn", "--json"))
    assert f"/en/reviews/cpr2019-w91/recommendations/{asked['key']}" == asked["address"]

    recorded = run(
        home, "status", "cpr2019-w91", asked["key"], "in_part", "--person", "mari", "--since", "2024-05"
    )
    listed = lines(run(home, "recommendations", "--sort", "reference", "--json"))
    assert "Recorded: in_part, by mari." == recorded.stdout.strip()
    assert [("in_part", "mari", "2024-05"), None] == [
        each["status"] and (each["status"]["status"], each["status"]["person"], each["status"]["since"])
        for each in listed
    ]
    shown = run(home, "recommendations").stdout
    assert "2 recommendations in 1 review" == shown.splitlines()[-1]
    assert "in_part by mari" in shown


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--person", "nobody"), "There is no account “nobody”"),
        (("--person", "mari", "--since", "May"), "“May” is not a date"),
        (("--person", "mari", "--evidence", "ftp://example.org"), "https://"),
    ],
)
def test_what_cannot_be_recorded_is_refused(home: Path, options: tuple[str, ...], said: str) -> None:
    """With a sentence and exit code 1."""
    (asked,) = lines(run(home, "recommendations", "surgery", "--json"))
    refused = run(home, "status", "cpr2019-w91", asked["key"], "done", *options)

    assert 1 == refused.returncode
    assert said in refused.stderr


def test_what_is_found_no_more_is_listed(home: Path, tmp_path: Path) -> None:
    """For a person to look at, and by nobody else decided."""
    assert "0 statuses and 0 links" in run(home, "recommendations", "--lost").stdout
    (asked,) = lines(run(home, "recommendations", "surgery", "--json"))
    run(home, "status", "cpr2019-w91", asked["key"], "accepted", "--person", "mari")
    make_review(tmp_path / "CPR2019-W91.pdf", recommendations=(OTHER,))
    with Repository.open(Settings.load(home)) as repository:
        places = [(each.slug, each.key) for each in repository.index.every(RECOMMENDATIONS)]
        split(repository, places[:1], places[1:], "mari", together=False)
        list(Ingest(repository, [tmp_path]))
    lost = lines(run(home, "recommendations", "--lost", "--json"))
    told = run(home, "recommendations", "--lost").stdout

    assert {ASKED} == {each["anchor"]["text"] for each in lost}
    assert "accepted" == lost[-2]["record"]["status"]
    assert "apart" == lost[-1]["group_record"]["says"]
    assert "and 1 recommendations that records of groups name" in " ".join(told.split())
