"""Linking a later extract from the page that compares: both ends are named by address, and no draft is."""

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient
from httpx2 import Response

from tests.pdfs import make_early_and_late
from tests.web.reading import one, page_of, words
from tests.web.signing import OWN, add_accounts, browser_of, signed_in
from wsr.repository.ingesting import Ingest
from wsr.repository.linking import links_of
from wsr.repository.repository import Repository
from wsr.settings import Settings

ASKED = "GP practices should flag the records of children who were not brought to appointments."
PRAISE = "It was good practice that the surgery rang when the child was not brought to an appointment."
AGAIN = "Surgeries must put an alert on the notes of any child who is not brought to an appointment."
DRAFT = "Zebrafinch surgeries to mark the notes of any child who is not brought to an appointment."
EARLY, LATE = "cpr2019-w91", "cpr2021-w92"


@pytest.fixture(scope="module")
def reviews(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Repository]:
    """A review that recommends, and a later one that praises and recommends the same."""
    folder = tmp_path_factory.mktemp("arrivals")
    make_early_and_late(folder, (ASKED,), (AGAIN,), (PRAISE,))
    with Repository.open(Settings(home=tmp_path_factory.mktemp("home"))) as opened:
        list(Ingest(opened, [folder]))
        add_accounts(opened)
        yield opened


@pytest.fixture(scope="module")
def curator(reviews: Repository) -> TestClient:
    """Somebody who may link."""
    return signed_in(reviews)


@pytest.fixture(scope="module")
def names(reviews: Repository) -> dict[str, str]:
    """The extract and both recommendations, as addresses name them."""
    (praise,) = (each for each in reviews.review(LATE).extracts if each.text == PRAISE)
    return {
        "extract": f"{LATE}/{praise.key}",
        "early": f"{EARLY}/{reviews.review(EARLY).recommendations[0].key}",
        "late": f"{LATE}/{reviews.review(LATE).recommendations[0].key}",
    }


def sent(curator: TestClient, names: dict[str, str], **fields: object) -> Response:
    """What the form is answered with."""
    data: dict[str, object] = {
        "extract": names["extract"],
        "recommendation": [names["early"], names["late"]],
        "form_token": form_token(curator, names),
        **fields,
    }
    return curator.post("/en/learning/link", data=data, headers=OWN)


def form_token(curator: TestClient, names: dict[str, str]) -> str:
    """What the form carries unseen."""
    page = page_of(curator, f"/en/learning/link?extract={names['extract']}&recommendation={names['early']}")
    return str(one(page, "main input[name=form_token]")["value"])


def test_each_later_extract_of_an_answer_leads_to_its_form(
    curator: TestClient, names: dict[str, str]
) -> None:
    """In a tab of its own, which is said, so that the draft stays; its address holds no word of the draft."""
    response = curator.post("/en/learning", data={"draft": DRAFT}, headers=OWN)
    (link,) = BeautifulSoup(response.text, "html.parser").select('main a[href*="/learning/link"]')

    assert ("_blank", "noopener") == (link["target"], " ".join(link["rel"]))
    assert "opens a new tab" in words(link)
    assert "zebrafinch" not in str(link["href"]).casefold()
    page = page_of(curator, str(link["href"]))
    assert PRAISE in words(one(page, "blockquote"))
    assert [names["early"]] == [each["value"] for each in page.select("input[name=to]")]


def test_a_link_is_made_and_told_on_both_pages(
    curator: TestClient, reviews: Repository, names: dict[str, str]
) -> None:
    """Once, however often the form is sent; the page says what was linked and how to go on."""
    first = sent(curator, names, to=names["early"], bearing="shows", why="The same surgery.")
    again = sent(curator, names, to=names["early"], bearing="shows")
    (made,) = links_of(reviews, *names["early"].split("/"))
    page = page_of(curator, first.headers["location"])
    reader = browser_of(reviews)
    recommendation = page_of(reader, f"/en/reviews/{EARLY}/recommendations/{names['early'].split('/')[1]}")

    assert (303, first.headers["location"]) == (again.status_code, again.headers["location"])
    assert ("megan", "The same surgery.") == (made.person, made.note)
    assert "It is linked." in words(one(page, "#made"))
    assert "Shows a recommendation of CPR2019-W91 in practice" in words(one(page, "#made"))
    assert "Linked by megan on" in words(one(page, ".wsr-linked"))
    assert PRAISE in words(one(recommendation, ".wsr-linked"))
    assert "Shows a recommendation of CPR2019-W91" in words(
        one(page_of(reader, f"/en/reviews/{LATE}"), "main")
    )


def test_a_number_in_an_address_tells_of_no_link_that_is_not_there(
    curator: TestClient, names: dict[str, str]
) -> None:
    """What is said of a link is read from its record."""
    page = page_of(curator, f"/en/learning/link?extract={names['extract']}&made=99")

    assert not page.select("#made")


def test_what_cannot_follow_is_not_offered_and_not_taken(
    curator: TestClient, reviews: Repository, names: dict[str, str]
) -> None:
    """A recommendation of the same review; the page says that it was left out, and the form refuses it."""
    page = page_of(
        curator,
        f"/en/learning/link?extract={names['extract']}&recommendation={names['early']}&recommendation={names['late']}",
    )
    answer = sent(curator, names, to=names["late"], bearing="repeats")

    assert "Left out" in words(one(page, "fieldset.wsr-options p"))
    assert 400 == answer.status_code
    assert "of the same review" in words(
        one(BeautifulSoup(answer.text, "html.parser"), ".govuk-error-summary")
    )
    assert () == links_of(reviews, *names["late"].split("/"))


@pytest.mark.parametrize(
    ("fields", "at"),
    [
        ({"bearing": "shows"}, "to-1"),
        ({"bearing": "shows", "to": "cpr2019-w91/other"}, "to-1"),
        ({"to": "early"}, "bearing-shows"),
        ({"to": "early", "bearing": "contradicts", "why": "a" * 5_001}, "why"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    curator: TestClient, reviews: Repository, names: dict[str, str], fields: dict[str, str], at: str
) -> None:
    """What was chosen and written stays."""
    before = links_of(reviews, *names["early"].split("/"))
    fields = {**fields, **({"to": names["early"]} if fields.get("to") == "early" else {})}
    answer = sent(curator, names, **fields)
    page = BeautifulSoup(answer.text, "html.parser")

    assert 400 == answer.status_code
    assert page.select(f'.govuk-error-summary a[href="#{at}"]')
    assert page.select(f"#{at}") and page.select(f"#{at}-error")
    assert fields.get("why", "") == one(page, "#why").get_text(strip=True)
    assert before == links_of(reviews, *names["early"].split("/"))


def test_a_recommendation_that_is_there_no_more_leaves_the_others(
    curator: TestClient, names: dict[str, str]
) -> None:
    """Its review may be withdrawn while somebody chooses: the page says so, and what was written stays."""
    gone = "cpr2018-w77/0123456789abcdef"
    answer = sent(
        curator, names, recommendation=[names["early"], gone], to=gone, bearing="shows", why="As said."
    )
    page = BeautifulSoup(answer.text, "html.parser")

    assert 400 == answer.status_code
    assert [names["early"]] == [each["value"] for each in page.select("input[name=to]")]
    assert "in no published review now: 1" in words(page)
    assert "As said." == one(page, "#why").get_text(strip=True)


def test_readers_cannot_link(reviews: Repository, names: dict[str, str]) -> None:
    """They are led to sign in, and back."""
    reader = browser_of(reviews)
    address = f"/en/learning/link?extract={names['extract']}&recommendation={names['early']}"

    assert reader.get(address).headers["location"].startswith("/en/sign-in?next=%2Fen%2Flearning%2Flink")
    assert (
        403 == reader.post("/en/learning/link", data={"extract": names["extract"]}, headers=OWN).status_code
    )


@pytest.mark.parametrize("query", ["extract=x", "extract=../x", f"extract={LATE}/none", "extract=none/none"])
def test_an_extract_that_is_not_there_is_not_found(curator: TestClient, query: str) -> None:
    """Whatever is asked for."""
    assert 404 == curator.get(f"/en/learning/link?{query}").status_code
