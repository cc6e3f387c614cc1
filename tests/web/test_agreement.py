"""The page that says how far people agree."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.conftest import Making
from tests.making import a_parsed_document, a_section
from tests.web.reading import one, page_of, words
from tests.web.shelf import hold
from tests.web.signing import add_accounts, signed_in
from wsr.domain.coding import Extract, Stance, Verdict
from wsr.domain.kinds import SectionKind
from wsr.repository.deciding import Choice, decide
from wsr.repository.recoding import recode
from wsr.repository.repository import Repository
from wsr.settings import Settings

SLUG = "cpr2017-w91"
REVIEWS = "learning-and-reflections/learning-from-reviews"


def praised(folder: Path) -> None:
    """A review of 24 extracts, and accounts."""
    texts = (f"It was good practice that the nurse rang {n} times." for n in range(10, 34))
    with Repository.open(Settings(home=folder / "home")) as opened:
        section = a_section(0, "Analysis", SectionKind.ANALYSIS)
        hold(opened, "CPR2017-W91", a_parsed_document(*texts, sections=(section,)))
        list(recode(opened))
        add_accounts(opened)


@pytest.fixture
def repository(copy_of: Callable[[Making, Path], None], tmp_path: Path) -> Iterator[Repository]:
    """A repository with a review of 24 extracts."""
    copy_of(praised, tmp_path)
    with Repository.open(Settings(home=tmp_path / "home")) as opened:
        yield opened


@pytest.fixture
def extracts(repository: Repository) -> tuple[Extract, ...]:
    """Its extracts, about all of which Mari and Ifan have decided; they differ on the stance of every other one."""
    found = repository.review(SLUG).extracts
    for number, extract in enumerate(found):
        decide(repository, SLUG, extract.key, "Mari", Choice(Verdict.KEEP))
        stance = Stance.GENERAL if number % 2 else None
        decide(repository, SLUG, extract.key, "Ifan", Choice(Verdict.KEEP, stance, (REVIEWS,), note="<b>"))
    return found


@pytest.fixture
def reader(repository: Repository) -> TestClient:
    """A curator who reads its website: the page names people, so it is for those who code."""
    return signed_in(repository)


def test_figures_stand_with_their_intervals_and_what_they_mean(
    reader: TestClient, extracts: tuple[Extract, ...]
) -> None:
    """Numbers and words, and the reason where there is no number."""
    page = page_of(reader, "/en/agreement")
    rows = {words(one(row, "th")): [words(cell) for cell in row.select("td")] for row in page.select(".wsr-agreement tbody tr")}  # fmt: skip

    assert 24 == len(extracts)
    assert "24 extracts decided about by at least two people." == words(one(page, ".wsr-lead"))
    assert ["24", "24 (100%)", "0", *["not defined: all said the same of every extract"] * 2] == rows[
        "Verdict"
    ]
    assert words(one(page, "#alone")).startswith("Judged alone: 0 of 24.")
    stance = rows["What is said of practice"]
    assert ["24", "12 (50%)", "12", "0.00"] == [*stance[:3], stance[3].split()[0]]
    assert "between" in stance[4] and "worse than chance" in stance[4]
    assert "Ifan and Mari" == words(one(page, "#agreement-0"))
    assert "1 is complete agreement" in words(one(page, "main"))


def test_disagreements_stand_side_by_side(reader: TestClient, extracts: tuple[Extract, ...]) -> None:
    """With a link to the passage, what differs marked, and notes as they were typed; long lists have pages."""
    page = page_of(reader, "/en/agreement")
    first = page.select(".wsr-difference")[0]
    lines = {words(one(row, "th")): [words(cell) for cell in row.select("td")] for row in first.select("tbody tr")}  # fmt: skip

    assert "24 extracts in 1 review" in words(one(page, "main"))
    assert extracts[0].text == words(one(first, "blockquote"))
    link = str(one(first, "h3 a")["href"])
    assert link.startswith(f"/en/reviews/{SLUG}") and link.endswith("#p1")
    assert 'id="p1"' in reader.get(link.partition("#")[0]).text
    assert ["Ifan", "Mari"] == [words(head) for head in first.select("thead th")]
    assert lines["Codes differs"][0].endswith(": Learning from reviews")
    assert lines["Codes differs"][1].endswith("(the machine’s, kept)")
    assert ["<b>", "–"] == lines["Note"]
    assert 20 == len(page.select(".wsr-difference"))
    assert 4 == len(page_of(reader, "/en/agreement?page=2").select(".wsr-difference"))


def test_of_three_people_each_pair_can_be_looked_at(
    repository: Repository, reader: TestClient, extracts: tuple[Extract, ...]
) -> None:
    """Alpha over everybody, kappa for each pair, and links to two alone."""
    decide(repository, SLUG, extracts[0].key, "Siân", Choice(Verdict.REJECT))
    page = page_of(reader, "/en/agreement")
    two = page_of(reader, "/en/agreement?person=Ifan&person=Si%C3%A2n")

    assert ["Everybody", "Ifan and Mari", "Ifan and Siân", "Mari and Siân"] == [
        words(head) for head in page.select("h2[id^=agreement-]")
    ]
    assert "/en/agreement?person=Ifan&person=Si%C3%A2n" in [link["href"] for link in page.select("main a")]
    assert "1 extract decided about by at least two people." == words(one(two, ".wsr-lead"))
    assert "not defined: too few extracts" in words(one(two, "table.wsr-agreement"))


def test_it_says_when_nobody_can_be_compared(repository: Repository, reader: TestClient) -> None:
    """One person alone is named; the page says what to do."""
    key = repository.review(SLUG).extracts[0].key
    decide(repository, SLUG, key, "Mari", Choice(Verdict.KEEP))
    page = page_of(reader, "/en/agreement")

    assert "Fewer than two people have decided about the same extracts." == words(one(page, ".wsr-lead"))
    assert ["Mari: 1 extract"] == [words(item) for item in page.select("main li")]
    assert [] == page.select("table")
