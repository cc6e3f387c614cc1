"""Entries say what a bibliography needs, on one line each."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.entries import BARE, HOSTILE, an_entry
from wsr.domain.dates import PartialDate
from wsr.domain.exports import ExportedReview
from wsr.domain.holdings import ReviewSummary
from wsr.domain.kinds import Language, ReviewType, Status
from wsr.domain.review import Board
from wsr.exchange.entry import entry_of, one_line

ADDRESS = "https://wsr.example/en/reviews/susr2031-97-nw"


def a_summary(**facts: object) -> ReviewSummary:
    """A published review without board, year and date."""
    defaults: dict[str, object] = {
        "reference": "SUSR2031-97/NW", "slug": "susr2031-97-nw", "review_type": ReviewType.SUSR, "form": None,
        "title": "After the\nflood", "board": None, "year": None, "publication_date": None, "language": Language.EN,
        "status": Status.PUBLISHED, "pages": 3, "passages": 1, "recommendations": 0, "roles": (),
    }  # fmt: skip
    return ReviewSummary.model_validate(defaults | facts)


def test_an_entry_has_the_title_on_one_line() -> None:
    """Title pages break titles; a citation does not."""
    assert "After the flood" == entry_of(a_summary(), ADDRESS).title


def test_an_entry_names_the_board_and_the_kind() -> None:
    """Both in words."""
    board = Board(id="nw", name="Board of the North")

    entry = entry_of(a_summary(board=board), ADDRESS)

    assert ("Board of the North", "Single Unified Safeguarding Review") == (entry.board, entry.kind)


@pytest.mark.parametrize(
    ("facts", "date"),
    [
        ({}, None),
        ({"year": 2031}, "2031"),
        ({"year": 2031, "publication_date": "2031-05"}, "2031-05"),
    ],
)
def test_the_date_is_that_of_publication_else_the_year(facts: dict[str, object], date: str | None) -> None:
    """As exact as it is known, and no more."""
    found = entry_of(a_summary(**facts), ADDRESS).date

    assert (PartialDate.parse(date) if date else None) == found


def test_a_review_called_by_its_reference_has_no_title() -> None:
    """A citation would say it twice."""
    entry = entry_of(a_summary(title="SUSR2031-97/NW"), ADDRESS)

    assert ("", "SUSR2031-97/NW") == (entry.title, entry.name)


def test_authors_are_taken_from_records_that_hold_them() -> None:
    """A line of a list holds none."""
    shared = a_summary().model_dump(exclude={"status", "passages", "recommendations", "roles"})
    exported = ExportedReview(**shared, authors=("Nia\nDdychmygol", " "), address=ADDRESS)

    assert ("Nia Ddychmygol",) == entry_of(exported, ADDRESS).authors
    assert () == entry_of(a_summary(), ADDRESS).authors


def test_the_board_stands_as_author_where_nobody_is_named() -> None:
    """A reference manager sorts by author."""
    assert ("Nia Ddychmygol", "Dr Al de Story") == an_entry().creators
    assert ("Harbour & Hills Safeguarding Board",) == an_entry(authors=()).creators
    assert () == BARE.creators


@given(st.one_of(st.text(), st.sampled_from(list(HOSTILE.values()))))
def test_any_text_becomes_one_line(text: str) -> None:
    """No line ends, no control characters, none that turn the direction of writing; the rest stays in its order."""
    line = one_line(text)

    assert not {unicodedata.category(character) for character in line} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert line == one_line(line) == line.strip()
    assert [c for c in text if c.isalnum()] == [c for c in line if c.isalnum()]
