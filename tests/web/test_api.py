"""The API says what its description says, page by page to the end."""

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from wsr.domain.review import Review
from wsr.exchange.formats import FORMATS
from wsr.repository.repository import Repository

API = "/api/v1"


def _links(header: str) -> dict[str, str]:
    return {name: address for address, name in re.findall(r'<([^>]+)>; rel="(\w+)"', header)}


@pytest.mark.parametrize(
    ("address", "items", "total"),
    [("/search?q=supervision", "hits", 46), ("/reviews?per_page=2", "reviews", 3)],
)
def test_a_long_list_is_read_through_its_links(
    client: TestClient, address: str, items: str, total: int
) -> None:
    """From first to last by rel=next, everything once; the last page has no next."""
    seen: list[str] = []
    following: str | None = API + address
    while following:
        response = client.get(following)
        body, links = response.json(), _links(response.headers["link"])
        seen += [f"{item['slug']} {item.get('id')}" for item in body[items]]
        assert {"first", "last"} <= set(links)
        assert ("prev" in links) == (body["page"] > 1)
        following = links.get("next")

    assert total == body["total"] == len(seen) == len(set(seen))
    assert body["page"] == body["pages"]


def test_a_search_answers_with_counts_facets_and_matches(client: TestClient) -> None:
    """The same query under the same names as the page, and the state of the index."""
    body = client.get(f"{API}/search?q=nurse&year=2018").json()
    (hit,) = body["hits"]

    assert ("nurse", "passage", 1, 1, 1, 1) == tuple(
        body[name] for name in ("query", "unit", "total", "total_reviews", "page", "pages")
    )
    assert ("CPR2017-W91", "p3", [[11, 16]]) == (hit["reference"], hit["id"], hit["matches"])
    assert [{"value": "CPR", "label": "Child Practice Review", "count": 1}] == body["facets"]["review_type"]
    assert body["index_version"]


def test_a_review_is_the_record(client: TestClient, shelf: Repository) -> None:
    """Whole, and readable as the record again; why it was once held is not for readers."""
    body = client.get(f"{API}/reviews/cpr2017-w91").json()

    assert shelf.review("cpr2017-w91") == Review.model_validate(body)
    assert [] == body["hold_reasons"]


def test_extracts_are_given_as_found_and_as_decided(client: TestClient) -> None:
    """Reasons are strings; what a person decided stands beside what rules say."""
    found = client.get(f"{API}/reviews/cpr2017-w91").json()["extracts"]
    first, third = found[0], found[2]

    assert {
        "id": "e1",
        "passage": "p2",
        "text": "The health visitor kept on trying.",
        "page": 1,
        "terms": ["kept on trying"],
        "stance": "identified",
        "stance_because": ["kept_at_it: kept on trying"],
        "codes": [
            {
                "theme": "care-and-support",
                "subtheme": "persistent-care",
                "score": 2.5,
                "because": ["cue: kept on trying"],
                "by": "machine",
            }
        ],
        "decision": None,
    }.items() <= first.items()
    assert {"key", "start", "end"} <= set(first)
    assert ("suggested", "keep", "general", ["communication/multi-agency-working"]) == (
        third["stance"],
        *(third["decision"][name] for name in ("verdict", "stance", "codes")),
    )


def test_the_list_is_filtered_and_ordered_like_its_page(client: TestClient) -> None:
    """Newest first unless asked otherwise."""
    body = client.get(f"{API}/reviews?review_type=APR&review_type=SUSR").json()

    assert ["APR2021-W90", "SUSR2025-92/NW"] == sorted(item["reference"] for item in body["reviews"])
    assert 2 == body["total"]


def test_what_is_said_of_the_api_is_true(client: TestClient) -> None:
    """Each operation is described, and each of its answers keeps to the description."""
    described = client.get("/api/openapi.json").json()
    paths: dict[str, Any] = described["paths"]

    records = ("search", "themes", "reviews", "reviews/{slug}", "recommendations/{slug}/{key}")
    files = paths.pop(f"{API}/export/{{format}}")["get"]["responses"]["200"]["content"]

    assert {each.media_type.partition(";")[0] for each in FORMATS.values()} == set(files)
    assert {f"{API}/{name}" for name in records} == set(paths)
    key = client.get(f"{API}/search?unit=recommendation").json()["hits"][0]["key"]
    for path, operations in paths.items():
        assert ["get"] == list(operations)
        responses = operations["get"]["responses"]
        assert {"422", "503"} <= set(responses) - {"200"}
        for status in set(responses) - {"200"}:
            assert ["application/problem+json"] == list(responses[status]["content"]), path
        answer = responses["200"]["content"]["application/json"]["schema"]["$ref"].rsplit("/", 1)[1]
        body = client.get(path.replace("{slug}", "cpr2017-w91").replace("{key}", key)).json()
        assert set(described["components"]["schemas"][answer]["properties"]) == set(body)


def test_every_reference_of_the_description_leads_somewhere(client: TestClient) -> None:
    """No $ref without its schema."""
    described = client.get("/api/openapi.json")
    wanted = set(re.findall(r'"#/components/schemas/([^"]+)"', described.text))

    assert set() == wanted - set(described.json()["components"]["schemas"])


def test_no_page_of_the_framework_is_offered(client: TestClient) -> None:
    """They fetch scripts from elsewhere."""
    assert {404} == {client.get(path).status_code for path in ("/docs", "/redoc", "/openapi.json")}


def test_extracts_are_searched_as_on_the_page(client: TestClient) -> None:
    """The same query under the same names: what is in force of each, and the counts with names."""
    found = client.get(f"{API}/search?q=record&unit=extract&theme=communication").json()
    (hit,) = found["hits"]

    assert ("extract", 1, 1) == (found["unit"], found["total"], found["total_reviews"])
    assert ("e3", "p3", "general", ["communication/multi-agency-working"], "kept") == (
        hit["id"],
        hit["passage"],
        hit["stance"],
        hit["codes"],
        hit["decided"],
    )
    assert {"value": "communication", "label": "Communication", "count": 1} in found["facets"]["theme"]
    assert {"value": "kept", "label": "Kept by a person", "count": 1} in found["facets"]["decided"]
