"""RIS is read back by a reader of RIS as it was meant."""

from collections.abc import Iterator
from typing import Any

import pytest
import rispy

from tests.exchange.entries import BARE, an_entry, hostile_titles, with_title
from wsr.domain.dates import PartialDate
from wsr.exchange.entry import Entry
from wsr.exchange.write.ris import ris


def read_back(*entries: Entry) -> list[dict[str, Any]]:
    """What a reader makes of the bytes."""
    written = "".join(ris(entries)).encode()
    found: list[dict[str, Any]] = rispy.loads(written.decode())
    return found


def test_a_review_becomes_a_report() -> None:
    """Every fact in the field where reference managers look for it."""
    found = read_back(an_entry())

    assert [
        {
            "type_of_reference": "RPRT",
            "id": "cpr2031-w97",
            "authors": ["Nia Ddychmygol", "Dr Al de Story"],
            "title": "A quiet house",
            "year": "2031",
            "date": "2031/05/17/",
            "publisher": "Harbour & Hills Safeguarding Board",
            "type_of_work": "Child Practice Review",
            "issn": "CPR2031-W97",
            "language": "en",
            "name_of_database": "Wales Safeguarding Repository",
            "urls": ["https://wsr.example/en/reviews/cpr2031-w97"],
        }
    ] == found


def test_what_is_not_known_has_no_line() -> None:
    """An empty line would be read as an empty fact."""
    (found,) = read_back(BARE)

    assert "CPR2031-W97" == found["title"]
    assert not {"authors", "year", "date", "publisher"} & found.keys()


@pytest.mark.parametrize(
    ("date", "written"), [(PartialDate(2031), "2031///"), (PartialDate(2031, 5), "2031/05//")]
)
def test_a_date_is_no_more_exact_than_known(date: PartialDate, written: str) -> None:
    """The slashes stay, as the format wants them."""
    (found,) = read_back(an_entry(date=date))

    assert written == f"{found['date']}"


@hostile_titles
def test_no_title_breaks_out_of_its_line(title: str) -> None:
    """Nor adds a record, nor loses a letter."""
    entry = with_title(title)

    before, found, after = read_back(BARE, entry, BARE)

    assert entry.title == found["title"]
    assert read_back(BARE) == [before] == [after]
    assert read_back(an_entry())[0].keys() == found.keys()


def test_every_line_ends_with_cr_lf() -> None:
    """As the format says; a blank line follows each record."""
    written = "".join(ris([an_entry(), BARE]))

    assert written.count("\r\n") == written.count("\n") == written.count("\r")
    assert 2 == written.count("ER  - \r\n\r\n")


def test_records_come_one_by_one() -> None:
    """The first is written before the second is read: a long list is never held whole."""

    def endless() -> Iterator[Entry]:
        yield an_entry()
        raise AssertionError("read ahead")

    assert next(ris(endless())).startswith("TY  - RPRT\r\n")
    assert "" == "".join(ris([]))
