"""RELIABILITY W1: whatever stands in a document, a query or an address is shown as text and does nothing."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote
from xml.etree.ElementTree import Element

import html5lib
import pytest
from fastapi.testclient import TestClient

from tests.web.hostile import MARKER, PAYLOADS, a_hostile_report, hostile_extracts
from tests.web.shelf import code, hold
from wsr.repository.repository import Repository
from wsr.settings import Settings
from wsr.web.app import create_app

OWN_ELEMENTS = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "link",
        "body",
        "a",
        "header",
        "svg",
        "rect",
        "desc",
        "text",
        "figcaption",
        "span",
        "nav",
        "ul",
        "li",
        "div",
        "p",
        "main",
        "section",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "form",
        "label",
        "input",
        "button",
        "strong",
        "details",
        "summary",
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "ol",
        "article",
        "mark",
        "blockquote",
        "footer",
        "figure",
        "img",
        "select",
        "option",
        "code",
        "q",
    ]
)
"""All that the templates write."""

OWN_ATTRIBUTES = frozenset(
    [
        "lang",
        "class",
        "charset",
        "name",
        "content",
        "rel",
        "href",
        "type",
        "id",
        "viewbox",
        "width",
        "height",
        "aria-hidden",
        "focusable",
        "x",
        "y",
        "min",
        "rx",
        "fill",
        "aria-label",
        "aria-current",
        "aria-labelledby",
        "aria-describedby",
        "aria-invalid",
        "role",
        "tabindex",
        "for",
        "value",
        "autocomplete",
        "method",
        "action",
        "scope",
        "colspan",
        "data-label",
        "src",
        "alt",
        "start",
        "checked",
        "selected",
        "preserveaspectratio",
        "data-module",
        "title",
        "hidden",
        "data-copied",
        "data-done",
        "data-said",
        "data-refused",
        "download",
    ]
)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A website that holds the hostile review."""
    home: Path = tmp_path_factory.mktemp("hostile")
    with Repository.open(Settings(home=home, contact=PAYLOADS[0])) as repository:
        hold(repository, "CPR2020-W66", a_hostile_report())
        code(repository, "CPR2020-W66", *hostile_extracts())
        with TestClient(create_app(repository.settings, repository)) as client:
            yield client


def _harmless(text: str) -> str:
    """The text of a page, whose every element and attribute must be one that the templates write."""
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    everything = [element for element in page.iter() if isinstance(element.tag, str)]
    scripts = [element for element in everything if element.tag.rpartition("}")[2] == "script"]
    assert [] == [script.attrib for script in scripts if not _is_ours(script)]
    elements = [element for element in everything if element not in scripts]
    assert set() == {element.tag.rpartition("}")[2] for element in elements} - OWN_ELEMENTS
    assert set() == {name.lower() for element in elements for name in element.attrib} - OWN_ATTRIBUTES
    addresses = [
        element.attrib[name]
        for element in elements
        for name in ("href", "src", "action")
        if name in element.attrib
    ]
    assert [] == [a for a in addresses if not (a.startswith(("/", "#")) and not a.startswith("//"))]
    return "".join(page.itertext())


def _is_ours(script: Element) -> bool:
    """Whether it is the script of the page, without words of its own, or data that no browser runs."""
    if "src" in script.attrib:
        is_named = script.attrib["src"].startswith("/static/quoting.js?v=")
        return is_named and script.attrib.keys() == {"src", "defer"} and not script.text
    data = json.loads(script.text or "")
    return script.attrib == {"type": "application/ld+json"} and data["@type"] == "Report"


def test_a_recommendation_is_text_on_its_own_page(reader: TestClient) -> None:
    """Its label, its words and whom it addresses."""
    hits = reader.get("/api/v1/search?unit=recommendation&per_page=100").json()["hits"]
    assert len(hits) == len(PAYLOADS)
    for hit, payload in list(zip(sorted(hits, key=lambda hit: int(hit["id"][1:])), PAYLOADS, strict=True))[
        ::4
    ]:
        shown = _harmless(reader.get(f"/en/reviews/cpr2020-w66/recommendations/{hit['key']}").text)
        assert payload in shown


@pytest.mark.parametrize(
    "address",
    [
        "/en/",
        "/en/reviews",
        "/en/accessibility",
        f"/en/search?q={MARKER}&per_page=100",
        "/en/search?unit=extract&per_page=100",
        "/en/themes/communication?stance=&per_page=100",
        "/en/recommendations?per_page=100",
        "/en/reviews/cpr2020-w66",
        f"/en/reviews/cpr2020-w66?q={MARKER}",
        "/en/reviews/cpr2020-w66/pages/1?passage=p7",
    ],
)
def test_every_field_of_a_document_is_text(reader: TestClient, address: str) -> None:
    """The page has only our own elements, and the forty texts read as they were written."""
    shown = _harmless(reader.get(address).text)

    if "cpr2020" in address or MARKER in address or "recommendations" in address:
        assert [] == [text for text in PAYLOADS if text not in shown]


@pytest.mark.parametrize("text", PAYLOADS)
@pytest.mark.parametrize(
    "address",
    [
        "/en/search?q={}",
        "/en/search?q=x&board={}",
        "/en/search?q=x&year={}",
        "/en/search?q=x&reference={}",
        "/en/search?q=x&sort={}",
        "/en/search?q=x&page={}",
        "/en/search?{}=1",
        "/en/search?unit=extract&theme={}",
        "/en/themes?stance={}",
        "/en/themes/{}",
        "/en/themes/communication?agency={}",
        "/en/reviews?board={}",
        "/en/reviews?year={}",
        "/en/reviews/{}",
        "/en/reviews/cpr2017-w91?q={}",
        "/en/reviews/cpr2017-w91?document={}",
        "/en/reviews/cpr2017-w91/passages/{}",
        "/en/reviews/cpr2017-w91/pages/{}",
        "/en/reviews/cpr2017-w91/pages/1?passage={}",
        "/reviews/{}.pdf",
        "/reviews/{}.ris",
        "/reviews/{}.csl.json",
        "/en/search.atom?page={}",
        "/en/reviews.atom?page={}",
        "/{}",
    ],
)
def test_what_is_asked_comes_back_as_text_or_not_at_all(client: TestClient, address: str, text: str) -> None:
    """In words, filters, names and parameters; never a fault of ours."""
    response = client.get(address.format(quote(text, safe="")))

    assert response.status_code < 500
    assert response.headers["content-type"].startswith("text/html")
    _harmless(response.text)


@pytest.mark.parametrize("text", PAYLOADS)
def test_programs_get_it_as_data(client: TestClient, text: str) -> None:
    """JSON says that it is JSON, and nothing may guess otherwise."""
    response = client.get("/api/v1/search", params={"q": text})

    assert response.headers["content-type"] in ("application/json", "application/problem+json")
    assert "nosniff" == response.headers["x-content-type-options"]
