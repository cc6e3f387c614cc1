"""Browsers can search the site by its description."""

import datetime
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations
from defusedxml import ElementTree
from fastapi.testclient import TestClient

from tests.web.reading import PAGES, one, page_of
from wsr.domain.kinds import Language
from wsr.exchange.write.opensearch import LONGEST_NAME, opensearch
from wsr.web import quoting
from wsr.web.description import SHORT_NAME, description_of
from wsr.web.quoting import Quoter

NAMESPACE = "{http://a9.com/-/spec/opensearch/1.1/}"
WELSH = Path(__file__).parents[2] / "src/wsr/locale/cy/LC_MESSAGES/wsr.po"


def test_the_description_leads_to_answers(client: TestClient) -> None:
    """Filled in, each address answers."""
    answered = client.get("/en/opensearch.xml")
    urls = ElementTree.fromstring(answered.content).findall(f"{NAMESPACE}Url")

    assert "application/opensearchdescription+xml" == answered.headers["content-type"]
    for url in urls:
        address = url.get("template").replace("{searchTerms}", "school%20nurse")
        found = client.get(address.removeprefix("http://testserver"))
        assert (200, url.get("type")) == (
            found.status_code,
            found.headers["content-type"].partition(";")[0],
        )
    assert 3 == len(urls)


@pytest.mark.parametrize("address", list(PAGES))
def test_every_page_names_it(client: TestClient, address: str) -> None:
    """Also pages of errors: whoever lands there may want to search."""
    link = one(page_of(client, address, PAGES[address]), 'head link[rel="search"]')

    assert ("/en/opensearch.xml", "application/opensearchdescription+xml", SHORT_NAME) == (
        link["href"],
        link["type"],
        link["title"],
    )


def test_it_is_said_in_welsh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Within the same sixteen characters, and leading to the Welsh pages."""
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(WELSH.read_bytes()), locale="cy"))
    compiled.seek(0)
    welsh = Translations(compiled)
    monkeypatch.setattr(quoting, "wording", lambda language: welsh)

    described = description_of(Quoter(Language.CY, "https://wsr.example", datetime.date(2031, 5, 4)))

    assert SHORT_NAME != described.name
    assert len(described.name) <= LONGEST_NAME
    assert "https://wsr.example/cy/search?q={searchTerms}" == described.page
    assert b"<Language>cy</Language>" in opensearch(described)
