"""CSL-JSON is read back as it was meant."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.exchange.entries import BARE, an_entry, hostile_titles, with_title
from wsr.domain.dates import PartialDate
from wsr.exchange.entry import Entry
from wsr.exchange.write.csl import csl


def read_back(*entries: Entry) -> list[dict[str, Any]]:
    """The items of the array."""
    found: list[dict[str, Any]] = json.loads("".join(csl(entries)).encode())
    return found


def test_a_review_becomes_a_report() -> None:
    """With the names of the schema."""
    assert [
        {
            "id": "cpr2031-w97",
            "type": "report",
            "author": [{"literal": "Nia Ddychmygol"}, {"literal": "Dr Al de Story"}],
            "title": "A quiet house",
            "publisher": "Harbour & Hills Safeguarding Board",
            "genre": "Child Practice Review",
            "number": "CPR2031-W97",
            "issued": {"date-parts": [[2031, 5, 17]]},
            "language": "en",
            "number-of-pages": "24",
            "source": "Wales Safeguarding Repository",
            "URL": "https://wsr.example/en/reviews/cpr2031-w97",
        }
    ] == read_back(an_entry())


def test_what_is_not_known_has_no_name() -> None:
    """Processors take an empty value for a known one."""
    (found,) = read_back(BARE)

    assert "CPR2031-W97" == found["title"]
    assert not {"author", "publisher", "issued"} & found.keys()


@pytest.mark.parametrize(("date", "parts"), [(PartialDate(2031), [2031]), (PartialDate(2031, 5), [2031, 5])])
def test_a_date_is_no_more_exact_than_known(date: PartialDate, parts: list[int]) -> None:
    """Only the parts that are known."""
    (found,) = read_back(an_entry(date=date))

    assert {"date-parts": [parts]} == found["issued"]


@hostile_titles
def test_every_title_is_read_back(title: str) -> None:
    """And the records around it."""
    entry = with_title(title)

    before, found, after = read_back(BARE, entry, BARE)

    assert entry.title == found["title"]
    assert before == after == read_back(BARE)[0]


def test_items_come_one_by_one() -> None:
    """The first is written before the second is read; no review makes an empty array."""

    def endless() -> Iterator[Entry]:
        yield an_entry()
        raise AssertionError("read ahead")

    assert next(csl(endless())).startswith('[\n{"id": "cpr2031-w97"')
    assert [] == read_back()
