"""One review as a file of a reference manager."""

import json

import pytest
from fastapi.testclient import TestClient

FILES = {
    "ris": ("application/x-research-info-systems", "TI  - Concise Child Practice Review: Child Q\r\n"),
    "bib": ("application/x-bibtex", "@techreport{cpr2017-w91,"),
    "csl.json": ("application/vnd.citationstyles.csl+json", '"number": "CPR2017-W91"'),
}


@pytest.mark.parametrize("suffix", FILES)
def test_a_file_has_its_kind_its_name_and_the_review(client: TestClient, suffix: str) -> None:
    """As an attachment in UTF-8, which a reader's own cache may ask about."""
    media_type, said = FILES[suffix]
    answered = client.get(f"/reviews/CPR2017-W91.{suffix}")

    assert (200, f"{media_type}; charset=utf-8") == (answered.status_code, answered.headers["content-type"])
    assert f'attachment; filename="cpr2017-w91.{suffix}"' == answered.headers["content-disposition"]
    assert said in answered.content.decode()
    assert "http://testserver/en/reviews/cpr2017-w91" in answered.text
    again = client.get(f"/reviews/cpr2017-w91.{suffix}", headers={"If-None-Match": answered.headers["etag"]})
    assert 304 == again.status_code


def test_the_authors_named_are_in_it(client: TestClient) -> None:
    """The page of a review knows them."""
    (item,) = json.loads(client.get("/reviews/cpr2017-w91.csl.json").content)

    assert [{"literal": "R. Reviewer"}] == item["author"]
    assert {"date-parts": [[2018]]} == item["issued"]


@pytest.mark.parametrize("suffix", FILES)
@pytest.mark.parametrize("slug", ["dhr2019-w98", "none2000-w01", "..%2fx", "%0a"])
def test_there_is_none_of_a_review_that_is_not_shown(client: TestClient, slug: str, suffix: str) -> None:
    """Held, unknown or impossible: a page that says so."""
    assert 404 == client.get(f"/reviews/{slug}.{suffix}").status_code


def test_pages_and_files_are_no_part_of_the_api(client: TestClient) -> None:
    """Its description names none of them."""
    paths = client.get("/api/openapi.json").json()["paths"]

    assert [] == [path for path in paths if not path.startswith("/api/v1/")]
