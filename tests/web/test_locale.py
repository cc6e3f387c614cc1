"""The Welsh catalogue is sound, and no word of a page stays outside the catalogues."""

import ast
import gettext
import re
from collections.abc import Iterator
from enum import StrEnum
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

import wsr
from wsr.domain.dates import PartialDate
from wsr.domain.kinds import (
    ClaimSource,
    Criterion,
    Form,
    Language,
    Level,
    ReferenceSource,
    ReviewType,
    Role,
    SectionKind,
    YearBasis,
)
from wsr.domain.search import FACETS, SearchQuery, Sort
from wsr.errors import (
    IngestError,
    InvalidInput,
    Message,
    ProjectUnreadable,
    SettingsError,
    VocabularyError,
    WsrError,
)
from wsr.repository.repository import Repository
from wsr.vocabulary.agencies import agency_kinds
from wsr.web import errors, labels, search
from wsr.web.dates import written_date
from wsr.web.facets import names_of
from wsr.web.facts import facts
from wsr.web.results import finding, limits
from wsr.web.wording import say

ROOT = Path(wsr.__file__).parent
METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]
KEYWORDS = {"_": None, "gettext": None, "later": None, "Message": None, "ngettext": (1, 2)}


@pytest.fixture(scope="module")
def welsh() -> Catalog:
    """The catalogue of messages in Welsh."""
    with (ROOT / "locale" / "cy" / "LC_MESSAGES" / "wsr.po").open("rb") as file:
        return read_po(file, locale="cy")


def extracted() -> Iterator[str | tuple[str, ...]]:
    """Every message of the pages, found in the sources as translators' tools find it."""
    for _, _, message, _, _ in extract_from_dir(ROOT, METHODS, keywords=KEYWORDS):
        yield message
    yield from labels.REVIEW_TYPES_COUNTED.values()


def calls(*names: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a function or class of one of these names in the sources, with its place."""
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
                if name in names:
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def told_to_readers(kind: type[WsrError] = WsrError) -> Iterator[str]:
    """The names of all errors that may reach a page: not those told to whoever runs the commands."""
    if kind not in (SettingsError, IngestError, VocabularyError, InvalidInput, ProjectUnreadable):
        yield kind.__name__
        for subclass in kind.__subclasses__():
            yield from told_to_readers(subclass)


def is_sentence(argument: ast.expr) -> bool:
    """Whether it is words written in the source, in one piece or put together."""
    text = argument.value if isinstance(argument, ast.Constant) else ""
    return isinstance(argument, (ast.JoinedStr, ast.BinOp)) or (isinstance(text, str) and " " in text)


def test_every_sentence_of_an_error_for_readers_is_marked() -> None:
    """It is given as a Message, which the translators' tools find; a bare sentence would stay English."""
    assert [] == [
        place for place, call in calls(*told_to_readers(), "_refuse") if any(map(is_sentence, call.args))
    ]


def test_every_message_is_written_in_one_piece() -> None:
    """Its template is a literal: what is put together first cannot be looked up, nor found in the sources."""
    assert [] == [
        place
        for place, call in calls("Message")
        if not place.startswith(("errors.py", "message.py")) and not isinstance(call.args[0], ast.Constant)
    ]


def test_every_sentence_of_an_error_is_said_in_welsh(welsh: Catalog) -> None:
    """An error added without its Welsh is missed here."""
    templates = {call.args[0].value for _, call in calls("Message") if isinstance(call.args[0], ast.Constant)}

    assert set() == templates - {message.id for message in welsh if message.string}


def test_welsh_has_the_six_forms_of_plural(welsh: Catalog) -> None:
    """Babel's own default has five: an update of the catalogue must not bring it in."""
    assert 6 == welsh.num_plurals


def test_each_welsh_message_is_one_of_the_pages(welsh: Catalog) -> None:
    """A message that was changed in a page is found here, not by a reader."""
    known = {message if isinstance(message, str) else message[0] for message in extracted()}

    assert (
        set()
        == {message.id if isinstance(message.id, str) else message.id[0] for message in welsh if message.id}
        - known
    )


def test_welsh_messages_keep_their_placeholders(welsh: Catalog) -> None:
    """What a message is filled with stands in its translation too."""
    assert [] == [error for message in welsh for error in message.check(welsh)]


def test_the_catalogue_says_what_it_holds(welsh: Catalog) -> None:
    """Compiled as it is for use, it answers in Welsh."""
    compiled = BytesIO()
    write_mo(compiled, welsh)
    compiled.seek(0)
    translations = Translations(compiled)

    assert "Chwilio" == translations.gettext("Search")
    assert "Adolygiad Ymarfer Plant" == translations.ngettext(
        "Child Practice Review", "Child Practice Reviews", 12
    )


class Bracketed(gettext.NullTranslations):
    """A made-up language whose every message stands in ⟦brackets⟧."""

    def gettext(self, message: str) -> str:
        """The message in brackets."""
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The message for a number, in brackets."""
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "templates").glob("*.html")))
def test_no_word_of_a_template_stays_outside_the_catalogues(name: str) -> None:
    """What is neither filled in nor a message is punctuation, or Welsh that is always Welsh."""
    source = (ROOT / "templates" / name).read_text(encoding="utf-8")
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", source, flags=re.DOTALL)
    elements = BeautifulSoup(f"<div>{text}</div>", "html.parser")
    for always_the_same in elements.select("code, [lang=cy]"):
        always_the_same.decompose()
    spoken = [str(element[key]) for key in ("aria-label", "alt") for element in elements.select(f"[{key}]")]

    parts_of_tags = re.compile(r'lang=" "|wsr-[\w-]+|aria-[a-z]+="[^"]*"')  # what macros write into a tag
    words = parts_of_tags.sub("", " ".join([elements.get_text(), *spoken]))
    assert [] == re.findall(r"\w{2,}", words)


@pytest.mark.parametrize("kind", sorted(labels.FIELDS))
def test_facts_are_said_in_the_language_of_the_page(kind: str) -> None:
    """Labels go through the catalogue where they are said."""
    assert f"⟦{labels.FIELDS[kind]}⟧" == say(Bracketed(), labels.FIELDS, kind)


def test_a_whole_page_is_said_through_the_catalogue(shelf: Repository) -> None:
    """Titles, sentences, counts, facets and dates of the pages made by modules are messages too."""
    language = Bracketed()
    results = shelf.search(SearchQuery(text="record", year=("2018",), stemmed=True))

    assert finding(language, results).startswith("⟦⟦⟦5 passages⟧ in ⟦1 review⟧⟧ match")
    assert all(
        sentence.startswith("⟦")
        for sentence in limits(language, results.query, names_of(shelf.coder().codebook))
    )
    assert "7 ⟦May⟧ 2016" == written_date(language, PartialDate.parse("2016-05-07"))
    assert all(fact.label.startswith("⟦") for fact in facts(language, shelf.review("cpr2017-w91")))


def test_an_error_is_said_through_the_catalogue(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """On its own page, and beside what was typed; the values are filled in afterwards."""
    for module in (errors, search):
        monkeypatch.setattr(module, "wording", lambda language: Bracketed())

    assert "⟦No review is held under “none2000-w01”." in client.get("/en/reviews/none2000-w01").text
    assert "⟦A quotation mark is not closed." in client.get("/en/search?q=%22record").text
    assert "⟦Page 7⟧" == Message("Page %(page)s", page=7).said(Bracketed().gettext)


def test_agencies_have_their_words() -> None:
    """Every kind of agency that reviews can name."""
    assert {kind.id for kind in agency_kinds()} <= set(labels.AGENCIES)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (ReviewType, labels.REVIEW_TYPES),
        (ReviewType, labels.REVIEW_TYPES_COUNTED),
        (Criterion, labels.CRITERIA),
        (Form, labels.FORMS),
        (Language, labels.LANGUAGES),
        (Role, labels.ROLES),
        (SectionKind, labels.SECTION_KINDS),
        (Level, labels.LEVELS),
        (Sort, labels.SORTS),
        (ClaimSource, labels.CLAIM_SOURCES),
        (ReferenceSource, labels.REFERENCE_SOURCES),
        (YearBasis, labels.YEAR_BASES),
    ],
)
def test_every_value_of_a_closed_list_has_its_words(values: type[StrEnum], words: dict[str, object]) -> None:
    """A value added to the domain is missed here, not by a reader."""
    assert set() == set(values) - set(words)
    assert set() == set(FACETS) - set(labels.FACETS)
