"""The report for a panel: by whom and when, what people recorded, and nothing that nobody recorded."""

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup

from tests.pdfs import make_early_and_late
from tests.web.reading import words
from tests.web.signing import OWN, add_accounts, browser_of
from wsr.domain.dates import PartialDate
from wsr.domain.kinds import Language
from wsr.domain.learning import AnswerOrder
from wsr.domain.parts import Part, Report
from wsr.domain.recommendations import Bearing, RecommendationStatus
from wsr.domain.references import ReviewKey
from wsr.repository.ingesting import Ingest
from wsr.repository.learning import answer, answer_of
from wsr.repository.linking import link, withdraw
from wsr.repository.register import StatusChoice, record_status
from wsr.repository.repository import Repository
from wsr.settings import Settings
from wsr.web.learning_report import panel_report

FIRST = "GP practices should flag the records of children who were not brought to appointments."
SECOND = "Surgeries must put an alert on the notes of any child who is not brought to an appointment."
OTHER = "Housing officers should refer tenants who hoard to the fire service."
PRAISE = "It was good practice that the surgery rang when the child was not brought to an appointment."
DRAFT = "General practice to flag children who are not brought to appointments."


@pytest.fixture(scope="module")
def reviews(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Repository]:
    """Two reviews that recommend the same; the later one praises. Somebody recorded something of the earlier."""
    folder = tmp_path_factory.mktemp("arrivals")
    make_early_and_late(folder, (FIRST, OTHER), (SECOND,), (PRAISE,))
    with Repository.open(Settings(home=tmp_path_factory.mktemp("home"))) as opened:
        list(Ingest(opened, [folder]))
        add_accounts(opened)
        first = place(opened, "cpr2019-w91")
        (praise,) = (each for each in opened.review("cpr2021-w92").extracts if each.text == PRAISE)
        extract = ("cpr2021-w92", praise.key)
        accepted = StatusChoice(RecommendationStatus.ACCEPTED, PartialDate(2019, 9), "By the board.")
        record_status(opened, *first, "megan", accepted)
        link(opened, first, extract, Bearing.SHOWS, "ann.rees", "The same surgery.")
        gone = link(opened, first, extract, Bearing.CONTRADICTS, "ann.rees")
        withdraw(opened, first, gone.id, "megan")
        yield opened


def place(repository: Repository, slug: str) -> ReviewKey:
    """Of the first recommendation of a review."""
    return slug, repository.review(slug).recommendations[0].key


def on_draft(repository: Repository) -> Report:
    """The report on the draft, by date."""
    found = answer(repository, DRAFT).in_order(AnswerOrder.DATE)
    return panel_report(repository, Language.EN, "https://wsr.example", found)


def part(report: Report, id: str) -> Part:
    """The part of this name."""
    (found,) = (each for each in report.parts if each.id == id)
    return found


def test_each_earlier_one_tells_when_by_whom_and_to_whom(reviews: Repository) -> None:
    """In a table, and below a heading of its own with the words, the board, the addressees and the place."""
    report = on_draft(reviews)
    (grid,) = part(report, "earlier").grids
    (quote,) = part(report, "earlier-1").quotes

    assert ["1. CPR2019-W91", "2. CPR2021-W92"] == [row[0].partition(",")[0] for row in grid.rows]
    assert "May 2021" == grid.rows[1][1]
    assert part(report, "earlier-2").heading.startswith("2. May 2021: ")
    assert FIRST == quote.text
    assert "CPR2019-W91, page" in quote.source
    assert any(line.startswith("Addressed to: GP practices. Level: ") for line in quote.lines)
    assert any(line.startswith("Alike in: ") and "missed appointments" in line for line in quote.lines)
    assert grid.links[0] == quote.url


def test_what_people_recorded_is_told_with_name_and_day_and_nothing_else(reviews: Repository) -> None:
    """Of the one that has anything; a link that was withdrawn is not told; of the other it is said that nobody did."""
    report = on_draft(reviews)
    told = part(report, "recorded-1")
    status, linked = told.points

    assert status.startswith("Accepted since September 2019. Recorded by megan on ")
    assert "By the board." in status
    assert linked.startswith(f"Shows it in practice: CPR2021-W92, “{PRAISE}”. Linked by ann.rees on ")
    assert not [each for each in report.parts if each.id == "recorded-2"]
    assert any("nobody recorded anything: 1." in text for text in part(report, "recorded").paragraphs)


def test_the_page_tells_the_last_status_beside_the_recommendation(reviews: Repository) -> None:
    """With name and day, to anyone; of those of which nobody recorded anything it says nothing."""
    response = browser_of(reviews).post("/en/learning", data={"draft": DRAFT, "order": "date"}, headers=OWN)
    first, second = BeautifulSoup(response.text, "html.parser").select("#earlier ~ ol > li")

    assert "Accepted since September 2019 . Recorded by megan on" in words(first)
    assert "Recorded by" not in words(second)


def test_what_was_recorded_of_the_one_asked_about_stands_first(reviews: Repository) -> None:
    """Of one of the register; a draft has no records."""
    asked = "cpr2019-w91", reviews.review("cpr2019-w91").recommendations[1].key
    found = answer_of(reviews, *asked)
    before = panel_report(reviews, Language.EN, "", found, asked)
    assert any("Nobody has recorded a status" in text for text in part(before, "recorded").paragraphs)

    record_status(reviews, *asked, "megan", StatusChoice(RecommendationStatus.IN_PART))
    after = panel_report(reviews, Language.EN, "", found, asked)
    assert part(after, "recorded").points[0].startswith("Done in part. Recorded by megan on ")
    assert "The recommendation" == part(after, "asked").heading
    assert not part(on_draft(reviews), "recorded").points


def test_method_and_limits_are_told(reviews: Repository) -> None:
    """Who judges, what was compared by what, the order, dates, versions."""
    said = " ".join(part(on_draft(reviews), "method").paragraphs)

    for sentence in ("for a person to judge", "ranker “lexical 3”", "the oldest first", "in reviews dated after", "state of the index"):  # fmt: skip
        assert sentence in said


def test_nothing_alike_is_a_report_too(reviews: Repository) -> None:
    """It says so, and lists nothing."""
    found = answer(reviews, "Bus drivers should be trained to use the ramps of new vehicles.")
    report = panel_report(reviews, Language.EN, "", found)

    assert ["asked", "earlier", "later", "recorded", "method"] == [each.id for each in report.parts]
    assert "No earlier recommendation is alike." in part(report, "earlier").paragraphs
    assert not any(each.quotes for each in report.parts[1:])
