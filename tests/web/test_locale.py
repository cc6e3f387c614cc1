"""The Welsh catalogue is sound, and no word of a page stays outside the catalogues."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

import wsr
from wsr.web import labels

ROOT = Path(wsr.__file__).parent
METHODS = [("web/**.py", "python"), ("templates/**.html", "jinja2")]
KEYWORDS = {"_": None, "gettext": None, "later": None, "ngettext": (1, 2)}


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
