"""A citation says who, when, what and where, and what is not known leaves no gap."""

import datetime
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

from tests.exchange.entries import BARE, HOSTILE, an_entry
from wsr.domain.search import Hit
from wsr.exchange.citation import Quotation, cite_extract, cite_review, cited_in
from wsr.exchange.entry import one_line

ENGLISH = NullTranslations()
WELSH = Path(__file__).parents[2] / "src/wsr/locale/cy/LC_MESSAGES/wsr.po"
DAY = datetime.date(2031, 11, 2)
AT = "https://wsr.example/en/reviews/cpr2031-w97/extracts/k1"


def quoted(number: str | None = "4.12", text: str = "She asked again.") -> Quotation:
    """Words on page 9."""
    return Quotation(text=text, page=9, number=number, address=AT)


def test_a_review_is_cited_with_all_that_is_known() -> None:
    """Board, year, title, reference, address and the day on which it was read."""
    assert (
        "Harbour & Hills Safeguarding Board (2031). A quiet house. CPR2031-W97. "
        "https://wsr.example/en/reviews/cpr2031-w97 (accessed 2 November 2031)."
    ) == cite_review(ENGLISH, an_entry(), DAY)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"board": ""}, "A quiet house (2031). CPR2031-W97. "),
        ({"board": "", "date": None}, "A quiet house (n.d.). CPR2031-W97. "),
        ({"title": ""}, "Harbour & Hills Safeguarding Board (2031). CPR2031-W97. "),
        ({"board": "", "title": ""}, "CPR2031-W97 (2031). "),
        ({"title": "Who asked?"}, "Harbour & Hills Safeguarding Board (2031). Who asked? CPR2031-W97. "),
        ({"title": "A life."}, "Harbour & Hills Safeguarding Board (2031). A life. CPR2031-W97. "),
    ],
)
def test_what_is_not_known_leaves_no_gap(facts: dict[str, object], expected: str) -> None:
    """No empty brackets, no doubled stops."""
    cited = cite_review(ENGLISH, an_entry(**facts), DAY)

    assert cited.startswith(expected + "https://")


def test_words_are_cited_with_their_place() -> None:
    """Reference, paragraph and page stand beside the words; the address is that of the words."""
    assert (
        "“She asked again.” (CPR2031-W97, para 4.12, p. 9). Harbour & Hills Safeguarding Board (2031). "
        f"A quiet house. {AT} (accessed 2 November 2031)."
    ) == cite_extract(ENGLISH, an_entry(), quoted(), DAY)


def test_a_paragraph_without_number_is_named_by_its_page() -> None:
    """The page is always known."""
    assert "(CPR2031-W97, p. 9). " in cite_extract(ENGLISH, an_entry(), quoted(number=None), DAY)


def test_words_of_a_review_of_which_nothing_is_known_are_cited_all_the_same() -> None:
    """By the reference."""
    cited = cite_extract(ENGLISH, BARE, quoted(None, "Yes."), DAY)

    assert f"“Yes.” (CPR2031-W97, p. 9). CPR2031-W97 (n.d.). {AT} (accessed 2 November 2031)." == cited


def test_the_day_of_reading_may_be_left_out() -> None:
    """A file is the same on every day."""
    assert cite_review(ENGLISH, an_entry()).endswith(". https://wsr.example/en/reviews/cpr2031-w97.")
    assert cite_extract(ENGLISH, an_entry(), quoted()).endswith(f". A quiet house. {AT}.")


def test_a_citation_is_said_in_welsh() -> None:
    """The words around what was printed; that itself is never translated."""
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(WELSH.read_bytes()), locale="cy"))
    compiled.seek(0)

    cited = cite_extract(Translations(compiled), an_entry(date=None), quoted(), DAY)

    assert "“She asked again.” (CPR2031-W97, para. 4.12, t. 9). " in cited
    assert "(d.d.). A quiet house. " in cited
    assert cited.endswith("(cyrchwyd 2 Tachwedd 2031).")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_citation_is_one_line_whatever_is_quoted(text: str) -> None:
    """Rows of tables have line breaks, and files may hold anything."""
    cited = cite_extract(ENGLISH, an_entry(), quoted(text=text), DAY)

    assert cited == one_line(cited)
    assert f"“{one_line(text)}”" in cited


def test_a_hit_is_cited_by_what_it_shows() -> None:
    """On one line; a review called by its reference has no title."""
    hit = a_hit(title="A quiet\nhouse", board_name="The Board", year=2031)

    assert "“She asked again.” (CPR2031-W97, para 4.12, p. 9). The Board (2031). A quiet house. " in (
        cite_extract(ENGLISH, cited_in(hit), quoted(), DAY)
    )
    assert "p. 9). CPR2031-W97 (n.d.). https" in (
        cite_extract(ENGLISH, cited_in(a_hit(title="CPR2031-W97", year=None)), quoted(), DAY)
    )


def a_hit(**facts: object) -> Hit:
    """A passage found in a review of whose board nothing is known."""
    defaults: dict[str, object] = {
        "reference": "CPR2031-W97", "slug": "cpr2031-w97", "review_type": "CPR", "document": "d1", "section": "",
        "section_kind": "analysis", "language": "en", "id": "p1", "key": "k", "page": 9, "text": "She asked again.",
        "snippet": {"parts": (), "starts_inside": False, "ends_inside": False}, "score": 1.0, "because": (),
    }  # fmt: skip
    return Hit.model_validate(defaults | facts)
