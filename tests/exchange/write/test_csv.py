"""CSV comes back from its readers as it was meant, and no cell of it is ever calculated."""

import csv as reader
import unicodedata
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.making import a_passage, an_export, an_extract
from wsr.domain.exports import Export
from wsr.exchange.write.columns import COLUMNS
from wsr.exchange.write.csv import ABOUT, csv, guarded

FORMULAS = (
    "=1+1",
    "+44",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "  =cmd|' /C calc'!A0",
    "\x00=1",
    "\u202e=1",
)


def read_back(export: Export) -> list[dict[str, str]]:
    """The rows as a program reads them that knows of UTF-8 with a mark."""
    written = "".join(csv(export)).encode("utf-8")
    return list(reader.DictReader(StringIO(written.decode("utf-8-sig"), newline="")))


def test_each_item_is_a_row_and_the_method_stands_in_the_first() -> None:
    """Names of columns are the shared ones; several values of a cell are parted by "; "."""
    first, second = read_back(an_export([an_extract(1), a_passage(2)]))

    assert [*(column.name for column in COLUMNS), ABOUT] == list(first)
    assert "communication; care" == first["themes"]
    assert ["communication", "care"] == first["themes"].split("; ")
    assert ("identified", "Nia Ddychmygol", "4.1", "9") == tuple(
        first[name] for name in ("stance", "decided_by", "passage_number", "page")
    )
    assert first["before"] + first["text"] + first["after"] == "First." + an_extract(1).text + " Last."
    assert "Made on 2 November 2031 (UTC)." in first[ABOUT]
    assert ("", "") == (second[ABOUT], second["stance"])


def test_an_empty_result_is_a_line_of_names() -> None:
    """No row is no item."""
    assert [] == read_back(an_export())


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_a_spreadsheet_would_calculate_has_an_apostrophe(text: str) -> None:
    """In any column, and behind blanks and marks that nobody sees."""
    (row,) = read_back(an_export([an_extract(1, text=text, section=text, before=text)]))

    for name in ("text", "section", "before"):
        assert row[name].startswith("'")
        assert row[name].endswith(text[-1])


@given(st.text(max_size=40))
def test_no_cell_begins_a_formula(text: str) -> None:
    """Whatever a PDF gives."""
    seen = [
        c
        for c in guarded(text)
        if unicodedata.category(c) not in ("Cc", "Cf", "Zs", "Zl", "Zp") or c in "\n\t\r"
    ]

    assert not "".join(seen).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@pytest.mark.parametrize(
    "text", ["Rhodd ‘ŵy’ i’r plentyn", 'She said "no", twice;\nthen left.', "x" * 40_000]
)
def test_other_texts_are_exact(text: str) -> None:
    """Welsh letters, quotation marks, line ends, long passages."""
    (row,) = read_back(an_export([an_extract(1, text=text)]))

    assert text == row["text"]


def test_the_same_export_gives_the_same_bytes() -> None:
    """Byte for byte."""
    assert list(csv(an_export([an_extract(1)]))) == list(csv(an_export([an_extract(1)])))
