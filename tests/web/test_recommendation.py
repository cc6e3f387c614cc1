"""The page of a recommendation: what it shows to anyone, and what curators may record there, by plain forms."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient
from httpx2 import Response

from tests.pdfs import make_review
from tests.web.reading import one, page_of, words
from tests.web.signing import OWN, add_accounts, browser_of, signed_in
from wsr.domain.recommendations import RecommendationStatus
from wsr.repository.ingesting import Ingest
from wsr.repository.linking import links_of
from wsr.repository.register import statuses_of
from wsr.repository.repository import Repository
from wsr.settings import Settings

ASKED = "The Board should ask every surgery by May 2027 how it follows up children who were not brought."
PRAISE = "It was good practice that the surgery rang the mother on three evenings."
EARLY, LATE = "cpr2019-w91", "cpr2021-w92"


@pytest.fixture(scope="module")
def reviews(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Repository]:
    """A review that recommends, and a later one that praises."""
    folder = tmp_path_factory.mktemp("arrivals")
    make_review(
        folder / "CPR2019-W91.pdf", recommendations=(ASKED, "<b>Bold</b> & plain things should be done.")
    )
    make_review(folder / "CPR2021-W92.pdf", date="May 2021", subject="Re: Child B", analysis=(PRAISE,))
    with Repository.open(Settings(home=tmp_path_factory.mktemp("home"))) as opened:
        list(Ingest(opened, [folder]))
        add_accounts(opened)
        yield opened


@pytest.fixture
def key(reviews: Repository, tmp_path: Path) -> str:
    """Of the first recommendation."""
    return reviews.review(EARLY).recommendations[0].key


@pytest.fixture
def address(key: str) -> str:
    """Its page."""
    return f"/en/reviews/{EARLY}/recommendations/{key}"


@pytest.fixture(scope="module")
def reader(reviews: Repository) -> TestClient:
    """Somebody without an account."""
    return browser_of(reviews)


@pytest.fixture(scope="module")
def curator(reviews: Repository) -> TestClient:
    """Somebody who may record."""
    return signed_in(reviews)


def send(browser: TestClient, page: str, end: str, **fields: str) -> Response:
    """What a form of the page is answered with."""
    token = one(page_of(browser, page), f"form[action$='{end}'] input[name=form_token]")["value"]
    return browser.post(page + end, data={"form_token": str(token), **fields}, headers=OWN)


def extract_of(reviews: Repository) -> str:
    """The permanent address of the praise."""
    key = next(e.key for e in reviews.review(LATE).extracts if e.text == PRAISE)
    return f"https://wsr.example/en/reviews/{LATE}/extracts/{key}"


def test_it_shows_words_places_facts_and_themes(reader: TestClient, address: str) -> None:
    """As printed, each with where it leads; and that nothing was recorded is no finding."""
    page = page_of(reader, address)
    text = words(one(page, "main"))

    assert ASKED == words(one(page, "blockquote"))
    assert "Recommendation 1" in words(one(page, "h1"))
    assert "Gwent Safeguarding Board" in text and "“ ask every" in text and "“ by May 2027 ”" in text
    assert "Primary care" in text and "every surgery" in text
    assert "Nobody has recorded a status. That says nothing about whether it was carried out." in text
    assert [] == page.select("main form")
    for link in page.select("main dl a"):
        assert reader.get(str(link["href"])).status_code in (200, 302), link["href"]


def test_text_is_never_markup(reader: TestClient, reviews: Repository) -> None:
    """What a document prints stays text."""
    other = reviews.review(EARLY).recommendations[1]
    page = page_of(reader, f"/en/reviews/{EARLY}/recommendations/{other.key}")

    assert other.text == words(one(page, "blockquote"))
    assert [] == page.select("blockquote b")


def test_the_review_leads_to_it(reader: TestClient, address: str) -> None:
    """From its table of recommendations; and back."""
    page = page_of(reader, f"/en/reviews/{EARLY}")

    assert address in [link["href"] for link in page.select(".wsr-recommendations a")]
    assert f"/en/reviews/{EARLY}#r1" in [link["href"] for link in page_of(reader, address).select("main a")]


def test_what_is_not_there_is_not_found(reader: TestClient) -> None:
    """An unknown key, an unknown review, a slug that cannot be one."""
    for slug, key in ((EARLY, "0" * 16), ("none", "0" * 16), ("..", "x")):
        assert 404 == reader.get(f"/en/reviews/{slug}/recommendations/{key}").status_code


@pytest.mark.parametrize("end", ["/statuses", "/links", "/links/1/withdraw"])
def test_readers_record_nothing(
    reader: TestClient, reviews: Repository, address: str, key: str, end: str
) -> None:
    """They are led to the form for signing in."""
    answer = reader.post(address + end, data={"status": "done"}, headers=OWN)

    assert 403 == answer.status_code or "/sign-in" in answer.headers["location"]
    assert () == statuses_of(reviews, EARLY, key) == links_of(reviews, EARLY, key)


@pytest.mark.parametrize("end", ["/statuses", "/links", "/links/1/withdraw"])
def test_other_sites_record_nothing(
    curator: TestClient, reviews: Repository, address: str, key: str, end: str
) -> None:
    """A form without our token, or from elsewhere, changes nothing."""
    before = statuses_of(reviews, EARLY, key)
    elsewhere = curator.post(address + end, data={"status": "done"}, headers={"Sec-Fetch-Site": "cross-site"})

    assert 403 == elsewhere.status_code
    assert before == statuses_of(reviews, EARLY, key)


def test_a_status_is_recorded_and_shown_as_what_it_is(
    curator: TestClient, reader: TestClient, reviews: Repository, address: str, key: str
) -> None:
    """With the name, the day, the note as text and the link to evidence."""
    fields = {
        "status": "in_part",
        "since": "2024-05",
        "note": "Two <i>of</i> five.",
        "evidence": "https://example.org/a",
    }
    answer = send(curator, address, "/statuses", **fields)
    page = page_of(reader, address)
    shown = one(page, ".wsr-recorded")

    assert (303, f"{address}#recorded") == (answer.status_code, answer.headers["location"])
    assert RecommendationStatus.IN_PART is statuses_of(reviews, EARLY, key)[-1].status
    assert "Done in part , since May 2024" in words(shown)
    assert "Recorded by megan on" in words(shown) and "Two <i>of</i> five." in words(shown)
    assert "https://example.org/a" == one(page, ".wsr-recorded a")["href"]


def test_no_status_stands_in_the_register(curator: TestClient, reader: TestClient, address: str) -> None:
    """With a filter for an agency it would be a table of agencies by status: they stand on the page of each alone."""
    send(curator, address, "/statuses", status="not_done", note="Seen there alone.")
    register = reader.get("/en/recommendations").text

    assert "Seen there alone." in reader.get(address).text
    assert "Seen there alone." not in register and "Not done" not in register


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({}, "status-accepted"),
        ({"status": "done", "since": "May"}, "since"),
        ({"status": "done", "since": "2999"}, "since"),
        ({"status": "done", "evidence": "javascript:alert(1)"}, "evidence"),
        ({"status": "done", "since": "2024", "evidence": "example.org"}, "evidence"),
        ({"status": "done", "note": "x" * 2001}, "note"),
    ],
)
def test_a_status_that_cannot_be_kept_comes_back(
    curator: TestClient, reviews: Repository, address: str, key: str, fields: dict[str, str], field: str
) -> None:
    """With what was typed, and a sentence that leads to the field."""
    before = statuses_of(reviews, EARLY, key)
    answer = send(curator, address, "/statuses", **fields)
    page = BeautifulSoup(answer.text, "html.parser")

    assert 400 == answer.status_code
    assert [f"#{field}"] == [link["href"] for link in page.select(".govuk-error-summary a")]
    assert page.select(f"#{field}")
    assert fields.get("since", "") == one(page, "#since")["value"]
    assert before == statuses_of(reviews, EARLY, key)


def test_a_status_that_does_not_exist_is_refused(curator: TestClient, address: str) -> None:
    """As any value that no form of ours sends."""
    assert 422 == send(curator, address, "/statuses", status="failed").status_code


def test_a_later_extract_is_linked_and_withdrawn(
    curator: TestClient, reader: TestClient, reviews: Repository, address: str, key: str
) -> None:
    """Shown on both pages while it holds; afterwards the recommendation tells who withdrew it."""
    extract = extract_of(reviews)
    answer = send(curator, address, "/links", extract=extract, bearing="shows", why="The same surgery.")
    assert (303, f"{address}#links") == (answer.status_code, answer.headers["location"])

    here = words(one(page_of(reader, address), ".wsr-linked"))
    there = page_of(reader, f"/en/reviews/{LATE}")
    assert "Shows it in practice" in here and PRAISE in here and "Linked by megan on" in here
    assert [address] == [
        link["href"] for link in there.select(".wsr-why a") if "Shows a recommendation" in words(link)
    ]

    (made,) = links_of(reviews, EARLY, key)
    assert 303 == send(curator, address, f"/links/{made.id}/withdraw").status_code
    assert "Withdrawn by megan on" in words(one(page_of(reader, address), ".wsr-linked"))
    assert "Shows a recommendation" not in reader.get(f"/en/reviews/{LATE}").text


@pytest.mark.parametrize(
    ("extract", "bearing", "field"),
    [
        ("", "shows", "extract"),
        ("https://example.org/", "shows", "extract"),
        (f"{LATE}/{'0' * 16}", "shows", "extract"),
        (f"none/{'0' * 16}", "shows", "extract"),
        (f"{LATE}/{'0' * 16}", "", "bearing-shows"),
    ],
)
def test_a_link_that_cannot_be_made_comes_back(
    curator: TestClient, reviews: Repository, address: str, key: str, extract: str, bearing: str, field: str
) -> None:
    """With what was typed and why."""
    before = links_of(reviews, EARLY, key)
    fields = {"extract": extract, **({"bearing": bearing} if bearing else {})}
    answer = send(curator, address, "/links", **fields)
    page = BeautifulSoup(answer.text, "html.parser")

    assert 400 == answer.status_code
    assert f"#{field}" in [link["href"] for link in page.select(".govuk-error-summary a")]
    assert extract == one(page, "#extract")["value"]
    assert before == links_of(reviews, EARLY, key)


def test_a_link_that_is_not_there_cannot_be_withdrawn(curator: TestClient, address: str) -> None:
    """The page says so."""
    token = one(page_of(curator, address), "form[action$='/links'] input[name=form_token]")["value"]
    answer = curator.post(f"{address}/links/999/withdraw", data={"form_token": str(token)}, headers=OWN)

    assert 400 == answer.status_code
    assert "no such link" in answer.text


@pytest.mark.parametrize(
    ("end", "opened"),
    [("/statuses", "Record a status"), ("/links", "Link an extract of a later review")],
)
def test_the_form_that_is_wrong_is_unfolded(curator: TestClient, address: str, end: str, opened: str) -> None:
    """Also when it was sent empty; what is wrong stands at the top and beside each field."""
    page = BeautifulSoup(send(curator, address, end).text, "html.parser")
    fold = one(page, "details[open]")

    assert opened == words(one(fold, "summary"))
    for link in page.select(".govuk-error-summary a"):
        assert fold.select(str(link["href"]))
        assert words(link) in words(one(fold, f"{link['href']}-error"))


def test_everything_wrong_with_a_status_is_said_at_once(curator: TestClient, address: str) -> None:
    """In the order of the fields."""
    fields = {"since": "May", "evidence": "example.org", "note": "x" * 2001}
    page = BeautifulSoup(send(curator, address, "/statuses", **fields).text, "html.parser")

    assert ["#status-accepted", "#since", "#evidence", "#note"] == [
        link["href"] for link in page.select(".govuk-error-summary a")
    ]


def test_a_line_of_a_note_ends_with_one_character(
    curator: TestClient, reviews: Repository, address: str, key: str
) -> None:
    """Browsers let so many be typed, and send two for each end of a line."""
    note = "Seen.\r\n" * 333
    answer = send(curator, address, "/links", extract=extract_of(reviews), bearing="repeats", why=note)

    assert 303 == answer.status_code
    assert note.replace("\r\n", "\n").strip() == links_of(reviews, EARLY, key)[-1].note


def test_programs_read_it_too(reader: TestClient, key: str) -> None:
    """With its coding, statuses and links, and nothing about who is asked for."""
    found = reader.get(f"/api/v1/recommendations/{EARLY}/{key}").json()

    assert (ASKED, "CPR2019-W91", "gwent") == (
        found["recommendation"]["text"],
        found["reference"],
        found["board"]["id"],
    )
    assert ["by May 2027"] == found["recommendation"]["coding"]["times"]
    assert "primary-care" in found["recommendation"]["themes"]
    assert {"statuses", "links"} <= set(found)
    assert 404 == reader.get(f"/api/v1/recommendations/{EARLY}/{'0' * 16}").status_code
