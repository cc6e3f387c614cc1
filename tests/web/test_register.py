"""The register of recommendations, read strictly: search, filters, table, rates; and what it does not show."""

from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from tests.web.reading import one, page_of, words
from wsr.domain.recommendations import Bearing, RecommendationStatus
from wsr.vocabulary.codebooks import recommendation_codebook
from wsr.web import labels

PAGE = "/en/recommendations"
ASKED = "The Board should ask how missed visits are recorded."
SHARED = "Schools should share their records."


def page(client: TestClient, query: str = "") -> BeautifulSoup:
    """The register."""
    return page_of(client, PAGE + query)


def texts(page: BeautifulSoup) -> list[str]:
    """The recommendations of the table."""
    return [item.get_text() for item in page.select(".wsr-register__text")]


def test_every_recommendation_stands_in_the_table_once(client: TestClient) -> None:
    """With its review, whom it addresses and its level, and links to its page, its review and the original."""
    shown = page(client)
    first = shown.select("tbody tr")[0]

    assert [ASKED, SHARED] == texts(shown)
    assert "2 recommendations in 1 review." == words(one(shown, ".wsr-finding__main"))
    assert "CPR2017-W91" in words(first) and "The Board; Health" in words(first)
    board = words(one(BeautifulSoup(str(first), "html.parser"), ".wsr-register__bodies"))
    assert "Gwent Safeguarding Board" == board
    assert "Level: Board or partnership" in words(first)
    links = [str(link["href"]) for link in first.select("a")]
    assert links[0].startswith("/en/reviews/cpr2017-w91/recommendations/")
    assert "/en/reviews/cpr2017-w91" in links
    assert any("/pages/1" in link for link in links)


def test_words_are_searched_exactly_and_marked(client: TestClient) -> None:
    """Other forms by a switch."""
    shown = page(client, "?q=records")

    assert [SHARED] == texts(shown)
    assert ["records"] == [words(mark) for mark in shown.select(".wsr-register__text mark")]
    assert [] == texts(page(client, "?q=recorder"))
    assert 2 == len(texts(page(client, "?q=records&stemmed=true")))


def test_a_query_that_cannot_be_run_is_an_error_at_the_box(client: TestClient) -> None:
    """Status 400, and the words stay."""
    answer = client.get(f"{PAGE}?q=%22records")
    shown = BeautifulSoup(answer.text, "html.parser")

    assert 400 == answer.status_code
    assert "There is a problem" in answer.text
    assert '"records' == one(shown, "#q")["value"]


def test_filters_are_links_and_removable(client: TestClient) -> None:
    """A facet's count is what choosing it gives; its chip takes it away."""
    shown = page(client)
    chosen = next(a for a in shown.select(".wsr-facets a") if "Board or partnership" in words(a))
    left = page_of(client, str(chosen["href"]))
    (chip,) = left.select(".wsr-chip")

    assert "1 recommendation" in words(chosen)
    assert [ASKED] == texts(left)
    assert "Level:" in words(chip) and "Board or partnership" in words(chip)
    assert texts(shown) == texts(page_of(client, str(chip["href"])))


def test_the_bodies_asked_are_a_filter(client: TestClient) -> None:
    """By an id that stays, shown by its name: in the facet, the chip, the sentence of the search and the API."""
    left = page(client, "?body=gwent")
    (section,) = (part for part in left.select(".wsr-facet") if "Named body" in words(part))
    (chosen,) = section.select("a")
    (chip,) = left.select(".wsr-chip")
    answer = client.get("/api/v1/search?unit=recommendation&body=gwent").json()

    assert "Gwent Safeguarding Board" in words(chosen) and "1 recommendation" in words(chosen)
    assert "of nobody named is not among them" in words(one(left, ".wsr-finding"))
    assert page(client).select("figure") and not left.select("figure")
    assert [ASKED] == texts(left)
    assert [{"value": "gwent", "label": "Gwent Safeguarding Board", "count": 1}] == answer["facets"]["body"]
    assert "Named body:" in words(chip) and "Gwent Safeguarding Board" in words(chip)
    assert "Named body: Gwent Safeguarding Board." in words(one(left, ".wsr-finding__limits"))
    assert "gwent" == one(left, "input[name=body]")["value"]


def test_a_body_that_nothing_is_asked_of_has_its_name_too(client: TestClient) -> None:
    """Nothing is found, and the page says what was asked for."""
    left = page(client, "?body=estyn")

    assert [] == texts(left)
    assert "Estyn" in words(one(left, ".wsr-chip"))


def test_the_form_keeps_filters_and_order(client: TestClient) -> None:
    """Nothing of the address is lost by searching for words."""
    shown = page(client, "?level=board&sort=oldest")
    kept = {str(field["name"]): field["value"] for field in shown.select(".wsr-search input[type=hidden]")}

    assert "board" == kept["level"]
    assert "oldest" == one(shown, "#sort option[selected]")["value"]
    assert "strength" not in {option["value"] for option in shown.select("#sort option")}


def test_rates_are_given_for_reviews_held(client: TestClient) -> None:
    """With a table of the numbers, and bars that lead to the recommendations."""
    shown = page(client)
    by_type = shown.select(".wsr-chart")[0]
    row = next(row for row in by_type.select("tbody tr") if "Child Practice" in words(row))

    assert ["2", "1", "2.0"] == [words(cell) for cell in row.select("td")]
    target = urlsplit(str(by_type.select("li a")[0]["href"]))
    assert (PAGE, ["CPR"]) == (target.path, parse_qs(target.query)["review_type"])


def test_pages_are_turned(client: TestClient) -> None:
    """And a page past the end is not there."""
    assert 1 == len(texts(page(client, "?per_page=1&page=2")))
    assert 404 == client.get(f"{PAGE}?per_page=1&page=3").status_code
    assert 422 == client.get(f"{PAGE}?page=x").status_code
    assert 400 == client.get(f"{PAGE}?level=village").status_code


def test_the_search_page_and_the_api_find_recommendations_too(client: TestClient) -> None:
    """Under the same names, with the same counts."""
    found = client.get("/api/v1/search?unit=recommendation&q=records").json()
    shown = page_of(client, "/en/search?unit=recommendation&q=records")
    (hit,) = found["hits"]

    assert (1, SHARED, "unknown", None) == (found["total"], hit["text"], hit["level"], hit["label"])
    assert "1 recommendation in 1 review matches “records”." == words(one(shown, ".wsr-finding__main"))
    feed = client.get("/en/search.atom?unit=recommendation&q=records").text
    assert f"/en/reviews/cpr2017-w91/recommendations/{hit['key']}" in feed
    link = str(one(shown, ".wsr-result__title a")["href"])
    assert link == f"/en/reviews/cpr2017-w91/recommendations/{hit['key']}"


@pytest.mark.parametrize("format", ["csv", "jsonl", "ris", "qdpx", "xlsx", "docx"])
def test_files_of_recommendations_can_be_taken_away(client: TestClient, format: str) -> None:
    """The register offers them, and they say what they hold."""
    address = f"/api/v1/export/{format}?q=records&unit=recommendation"
    link = next(
        a for a in page(client, "?q=records").select(".wsr-export__list a") if f"/{format}?" in str(a["href"])
    )
    answer = client.get(address)

    assert parse_qs(urlsplit(address).query).items() <= parse_qs(urlsplit(str(link["href"])).query).items()
    assert 200 == answer.status_code
    if format in ("csv", "jsonl"):
        assert SHARED in answer.text and "/recommendations/" in answer.text


def test_the_words_for_themes_are_those_of_the_codebook() -> None:
    """The pages may not know the vocabulary, so that the two are compared here."""
    assert labels.RECOMMENDATION_THEMES == {t.id: t.name for t in recommendation_codebook().themes}
    assert {*RecommendationStatus} == set(labels.RECOMMENDATION_STATUSES)
    assert {*Bearing} == set(labels.BEARINGS)
