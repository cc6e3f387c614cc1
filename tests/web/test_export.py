"""Files of a result hold just what its page counts, whole, and nothing is left behind."""

import csv
import json
import re
import tempfile
from io import StringIO
from pathlib import Path
from random import Random

import pytest
from fastapi.testclient import TestClient

from tests.exchange.opening import HOLDS
from wsr.domain.exports import ExportFormat
from wsr.exchange.formats import FORMATS

EXPORT, SEARCH = "/api/v1/export", "/api/v1/search"


def rows(client: TestClient, query: str) -> list[dict[str, str]]:
    """The rows of the CSV of a query."""
    answer = client.get(f"{EXPORT}/csv?{query}")
    assert 200 == answer.status_code
    return list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"), newline="")))


def fifty_queries() -> list[str]:
    """As a reader's address has them."""
    draw = Random(42)
    words = ["", "record", '"kept on trying"', "supervision", "nurse OR calls", "record*", "nothingatall"]
    filters = [
        "",
        "&review_type=CPR",
        "&stance=identified",
        "&theme=communication",
        "&year=2018",
        "&decided=rejected",
    ]
    return [
        f"q={draw.choice(words)}&unit={draw.choice(['passage', 'extract', 'review', 'recommendation'])}{draw.choice(filters)}"
        f"{draw.choice(['', '&all_sections=true', '&stemmed=true', '&sample=2&seed=5'])}"
        for _ in range(50)
    ]


@pytest.mark.parametrize("query", fifty_queries())
def test_page_api_and_files_count_alike(client: TestClient, query: str) -> None:
    """As much is in every file as the search says, when the program that it is for opens it."""
    counted = client.get(f"{SEARCH}?{query}").json()
    page = client.get(f"/en/search?{query}").text
    about, *lines = map(json.loads, client.get(f"{EXPORT}/jsonl?{query}").text.splitlines())
    expected = {"items": counted["total"], "reviews": counted["total_reviews"]}

    assert expected == {name: about["counts"][name] for name in expected}
    for format, (count, what) in HOLDS.items():
        # a recommendation in a table, or over several paragraphs, is no stretch of one paragraph to select
        selected = format is ExportFormat.QDPX and "unit=recommendation" in query
        if what in expected and not selected:
            assert expected[what] == count(client.get(f"{EXPORT}/{format}?{query}").content), format
    assert [hit["key"] for hit in counted["hits"]] == [line["key"] for line in lines][:20]
    (unit,) = re.findall(r"unit=(\w+)", query)
    said = f"{counted['total']:,} {unit}" if counted["total"] == 1 else f"{counted['total']:,} {unit}s"
    assert said in page
    assert (f"Export these {said}" in page) == (counted["total"] > 1)


@pytest.mark.parametrize("format", list(ExportFormat))
def test_every_format_is_a_file_with_a_name(
    client: TestClient, format: ExportFormat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An attachment with its media type, its size, no trace left on the disk; the same bytes again."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    first, second = (client.get(f"{EXPORT}/{format}?q=record") for _ in range(2))

    assert 200 == first.status_code
    assert first.headers["content-type"].split(";")[0] == FORMATS[format].media_type.split(";")[0]
    assert re.fullmatch(
        rf'attachment; filename="wsr_record_\d{{4}}-\d\d-\d\d\.{re.escape(FORMATS[format].suffix)}"',
        first.headers["content-disposition"],
    )
    assert "nosniff" == first.headers["x-content-type-options"]
    assert first.content == second.content != b""
    assert [] == list(tmp_path.iterdir())


def test_a_reader_who_has_the_file_is_not_sent_it_again(client: TestClient) -> None:
    """By its ETag; another query has another."""
    tag = client.get(f"{EXPORT}/csv?q=record").headers["etag"]

    assert 304 == client.get(f"{EXPORT}/csv?q=record", headers={"If-None-Match": tag}).status_code
    assert tag != client.get(f"{EXPORT}/csv?q=calls").headers["etag"]


def test_what_cannot_be_searched_cannot_be_exported(client: TestClient) -> None:
    """The same sentence as the search page gives, as problem+json; an unknown format is a wrong parameter."""
    refused = client.get(f'{EXPORT}/csv?q="open')
    unknown = client.get(f"{EXPORT}/pdf?q=record")

    assert (400, "application/problem+json") == (refused.status_code, refused.headers["content-type"])
    assert client.get(f'{SEARCH}?q="open').json()["detail"] == refused.json()["detail"]
    assert 422 == unknown.status_code


def test_pages_offer_the_files_of_what_they_show(client: TestClient) -> None:
    """The search, a theme, a review: each says how much, and its links lead to just that."""
    for page in ("/en/search?q=record", "/en/themes/communication?stance=", "/en/reviews/cpr2017-w91"):
        text = client.get(page).text
        (extent,) = re.findall(r"Export th(?:ese|is result:) ([\d,]+) \w+", text)
        (address,) = re.findall(r'href="(/api/v1/export/csv[^"]+)"', text)
        assert int(extent) == len(rows(client, address.partition("?")[2].replace("&amp;", "&")))


def test_addresses_in_files_are_those_of_the_website(client: TestClient) -> None:
    """Each permanent address leads to the words."""
    for row in rows(client, "q=record&unit=extract"):
        assert row["address"].startswith("http://testserver/en/reviews/")
        assert 200 == client.get(row["address"]).status_code
        assert row["address"] in row["citation"]


def test_a_working_set_is_exported_as_it_is_worked_through(curator: TestClient, client: TestClient) -> None:
    """All of it, in its order, what people rejected too; only for those who sign in, and not to who decides alone."""
    page = curator.get("/en/coding?sample=4&seed=3").text
    (size,) = re.findall(r"Export these (\d+) extracts", page)
    (address,) = re.findall(r'href="(/en/working-set/jsonl[^"]+)"', page)
    answer = curator.get(address.replace("&amp;", "&"))
    _, *lines = map(json.loads, answer.text.splitlines())

    assert int(size) == len(lines) == 4
    assert "private, no-store" == answer.headers["cache-control"]
    assert 303 == client.get(address, follow_redirects=False).status_code
    assert "/working-set/" not in curator.get("/en/coding?alone=true").text
