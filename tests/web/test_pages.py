"""What holds for every page: sound HTML, its outline, its links, its documented context."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields
from itertools import pairwise
from typing import Any, ClassVar
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient
from jinja2.runtime import Context, missing

from tests.web.packs import PACK
from tests.web.reading import CURATORS_PAGES, PAGES, page_of
from tests.web.signing import CURATOR, OWN, sign_in
from wsr.repository.repository import Repository
from wsr.web.app import create_app
from wsr.web.templating import Page, Templates


def all_pages(kind: type[Page] = Page) -> Iterator[type[Page]]:
    """Every class of page context."""
    for subclass in kind.__subclasses__():
        yield subclass
        yield from all_pages(subclass)


@pytest.fixture(
    scope="module",
    params=[
        *(("client", *page) for page in PAGES.items()),
        *(("curator", *page) for page in CURATORS_PAGES.items()),
    ],
    ids=lambda param: f"{param[0]}-{param[1]}",
)
def page(request: pytest.FixtureRequest) -> BeautifulSoup:
    """Each page in turn, as a reader sees it or as a curator does."""
    visitor, address, status = request.param
    return page_of(request.getfixturevalue(visitor), address, status)


def test_a_page_says_its_language_title_and_main_heading(page: BeautifulSoup) -> None:
    """One lang, one title that ends with the name of the site, one h1, one main."""
    assert page.html is not None and "en" == page.html["lang"]
    assert page.title is not None and page.title.text.endswith("Wales Safeguarding Repository")
    assert (1, 1) == (len(page.select("h1")), len(page.select("main")))


def test_headings_step_down_one_level_at_a_time(page: BeautifulSoup) -> None:
    """A reader who moves by headings misses no level."""
    levels = [int(heading.name[1]) for heading in page.select("h1, h2, h3, h4, h5, h6")]
    content = levels[levels.index(1) :]

    assert [] == [pair for pair in pairwise(content) if pair[1] > pair[0] + 1]


@pytest.mark.parametrize(
    ("address", "marked"),
    [
        ("/en/themes", {"themes": "page"}),
        ("/en/themes/communication", {"themes": "true"}),
        ("/en/reviews/cpr2017-w91", {"reviews": "true"}),
        ("/en/reviews/cpr2017-w91/pages/1", {"reviews": "true"}),
        ("/en/coding", {"coding": "page"}),
        ("/en/coding/cpr2017-w91/078acc85fce430c3", {"coding": "true"}),
        ("/en/account", {"account": "page"}),
        ("/en/learning", {"recommendations": "true"}),
        ("/en/", {}),
        ("/en/accessibility", {}),
    ],
)
def test_the_navigation_marks_the_page_or_the_part_that_it_is_in(
    curator: TestClient, address: str, marked: dict[str, str]
) -> None:
    """WAI-ARIA: “page” is the page itself; a page below it is not what the link leads to, so it says “true”."""
    links = page_of(curator, address).select(".wsr-nav a[aria-current]")
    assert marked == {str(each["href"]).removeprefix("/en/"): each["aria-current"] for each in links}


def test_ids_are_unique(page: BeautifulSoup) -> None:
    """No two elements have one id."""
    ids = [element["id"] for element in page.select("[id]")]

    assert len(ids) == len(set(ids))


def test_nothing_is_inline_and_nothing_comes_from_elsewhere(page: BeautifulSoup) -> None:
    """No script but in a file of ours, no style, no handler; every address begins with one slash, “?” or “#”."""
    data = 'script[type="application/ld+json"]'  # which browsers do not run
    assert [] == page.select(f"style, [style], iframe, object, embed, script:not([src]):not({data})")
    assert [] == [each for each in page.select(f"script:not({data})") if each.text]
    assert [] == [
        element for element in page.find_all(True) if any(name.startswith("on") for name in element.attrs)
    ]
    addresses = [element[name] for name in ("href", "src", "action") for element in page.select(f"[{name}]")]
    assert [] == [
        address
        for address in addresses
        if not str(address).startswith(("/", "?", "#")) or "//" in address[:2]
    ]


def test_every_field_has_its_label(page: BeautifulSoup) -> None:
    """A control without a label has no name for a screen reader."""
    labelled = {label["for"] for label in page.select("label[for]")}

    assert (
        set()
        == {field["id"] for field in page.select("input:not([type=hidden]), select, textarea")} - labelled
    )


def test_no_link_leads_nowhere(client: TestClient) -> None:
    """Each address in each page answers, and each place it names is there."""
    answers = {address: client.get(address).text for address in PAGES}
    linked = {
        urljoin(address, str(element.get("href") or element.get("src")))
        for address, text in answers.items()
        for element in BeautifulSoup(text, "html.parser").select("a[href], link[href], img[src]")
    }

    assert set() == {address for address in linked if not _leads_somewhere(client, address)}


def _leads_somewhere(client: TestClient, address: str) -> bool:
    whole, _, place = address.partition("#")
    response = client.get(whole, follow_redirects=False)
    reached = response.status_code in (PAGES.get(whole, 200), 302)
    return reached and (not place or f'id="{place}"' in response.text)


@pytest.mark.parametrize("kind", list(all_pages()), ids=lambda kind: kind.__name__)
def test_each_field_of_a_context_says_what_it_means(kind: type[Page]) -> None:
    """A sentence beside each, and one for the whole."""
    assert kind.__doc__
    assert [] == [entry.name for entry in fields(kind) if not str(entry.metadata.get("help")).endswith(".")]


def test_templates_use_just_what_contexts_document(
    shelf: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over every page in every state: each documented name is used, and no other name is looked for."""
    app = create_app(shelf.settings, shelf)
    templates: Templates = app.state.templates
    for environment in templates.environments.values():
        monkeypatch.setattr(environment, "context_class", Watched)
    with TestClient(app, base_url="https://testserver") as reader:
        for address in PAGES:
            reader.get(address)
        reader.post("/en/packs", data=PACK, headers=OWN)
        reader.post("/en/learning", data={"draft": ""}, headers=OWN)
        sign_in(reader, CURATOR)
        for address in CURATORS_PAGES:
            reader.get(address)

    documented = {kind.template: {entry.name for entry in fields(kind)} for kind in all_pages()}
    assert documented == {name: Watched.found[name] & documented[name] for name in documented}
    assert {} == {name: keys for name, keys in Watched.missed.items() if keys}


class Watched(Context):
    """The names that templates look for: found ones and missed ones, by template."""

    found: ClassVar[dict[str, set[str]]] = defaultdict(set)
    missed: ClassVar[dict[str, set[str]]] = defaultdict(set)

    def resolve_or_missing(self, key: str) -> Any:
        """The value of a name, which is remembered."""
        value = super().resolve_or_missing(key)
        if self.name and not self.name.startswith(("govuk", "components/", "macros/")):
            (self.missed if value is missing else self.found)[self.name].add(key)
        return value
