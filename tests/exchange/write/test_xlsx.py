"""A workbook holds text as text, everything that was found, and how; no text calculates, none is lost."""

import tempfile
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.utils.escape import unescape
from xlsxwriter import Workbook as Written

from tests.exchange.making import SITE, a_passage, a_review, an_export, an_extract
from tests.exchange.memory import peak
from wsr.domain.exports import Export, ExportedItem
from wsr.domain.search import SearchQuery, Unit
from wsr.exchange.write.characters import writable
from wsr.exchange.write.columns import COLUMNS
from wsr.exchange.write.sheets import LONGEST_CELL, Book, Heading, Table
from wsr.exchange.write.xlsx import write

NAMES = [column.name for column in COLUMNS]
NUMBERS = {column.name for column in COLUMNS if column.number}
HOSTILE = [
    "=HYPERLINK(\"http://x.example\";\"y\")", "+44 1", "-1", "@SUM(A1)", "\t=1+1", "\r=1", "\n=1", " =1", "＝1+1", "{=1}",
    "http://x.example/", "mailto:a@b.example", "internal:Reviews!A1", "external:c:\\x.xlsx", "file:///etc/passwd",
    "007", "1e5", "2016-05-17", "TRUE", "#REF!", "_x0041_ and _x000D_", "<r>&</r>", "<r><t>x</t></r>", "<r></r>", "<b>&amp;",
    "  blanks  ", "a\x00b\x0bc\x0cd\x1be", "\u202etxt.exe\u202c\u200f", "half \ud83d pair", "not \ufffe a \uffff character",
    "👪 family", "Tŷ’r Ŵyl – â ê î ô û ŷ", "one\n\ntwo", "'quoted", "",
]  # fmt: skip


def written(export: Export) -> bytes:
    """The bytes of the workbook."""
    out = BytesIO()
    write(export, out)
    return out.getvalue()


def opened(export: Export) -> Workbook:
    """The workbook as another library reads it, with formulas if there were any."""
    return load_workbook(BytesIO(written(export)), rich_text=False)


def items_of(book: Workbook, sheet: str = "Extracts") -> list[dict[str, Any]]:
    """The rows of a sheet by the names of its head."""
    head, *others = book[sheet].iter_rows(values_only=True)
    return [dict(zip(head, map(as_shown, row), strict=True)) for row in others]


def as_shown(value: Any) -> Any:
    """A value as Excel reads it: _x005F_ is an underscore that its notation of characters keeps apart."""
    return unescape(value) if isinstance(value, str) else value


def kinds(book: Workbook) -> set[tuple[str, str]]:
    """Type and name of column of every filled cell of the items."""
    head, *others = book["Extracts"].iter_rows()
    return {
        (cell.data_type, str(title.value))
        for row in others
        for title, cell in zip(head, row, strict=True)
        if cell.value is not None
    }


def test_it_says_first_how_everything_was_found() -> None:
    """Title, notice, method, counts, citation and what each column means stand on the first sheet."""
    export = an_export([an_extract()])
    book = opened(export)

    assert ["About this export", "Extracts", "Reviews"] == book.sheetnames
    said = [
        value for row in book.worksheets[0].iter_rows(values_only=True) for value in row if value is not None
    ]
    method = export.method
    expected = {method.title, method.notice, *method.sentences, method.citation, method.address}
    assert set() == expected - set(said)
    assert set() == {text for column in COLUMNS for text in (column.name, column.meaning)} - set(said)
    assert 4 == said.count(1)  # extracts, reviews, hits with and without duplicates


def test_a_row_holds_the_columns_of_the_other_table_files() -> None:
    """Under a head that stays in view and filters."""
    book = opened(an_export([an_extract(), an_extract(2)]))
    sheet = book["Extracts"]

    assert NAMES == [cell.value for cell in sheet[1]]
    assert "C2" == sheet.freeze_panes
    assert f"A1:{sheet.cell(3, len(NAMES)).coordinate}" == sheet.auto_filter.ref
    first, second = items_of(book)
    assert (1, "CPR2031-W97", 2031, 9, 10) == tuple(
        first[n] for n in ("number", "reference", "year", "page", "page_last")
    )
    assert "The worker asked again, which was good practice (2)." == second["text"]


def test_numbers_stand_in_columns_of_numbers_alone() -> None:
    """All other cells are text."""
    found = kinds(opened(an_export([an_extract(passage_number="4")])))

    assert NUMBERS == {name for kind, name in found if kind == "n"}
    assert {"n", "s"} == {kind for kind, _ in found}


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_is_text_and_exact(text: str) -> None:
    """What looks like a formula, a link, a number, a date or markup, or is no XML, becomes a string with all its characters."""
    item = an_extract(text="x", before=text, section=text, document=text)
    book = opened(an_export([item], notice=text))
    (row,) = items_of(book)

    assert {writable(text) or None} == {row["before"], row["section"], row["document"]}
    assert {"n", "s"} == {kind for kind, _ in kinds(book)}
    assert {f"{SITE}/reviews/cpr2031-w97/extracts/k1"} == {
        cell.hyperlink.target for row in book["Extracts"].iter_rows() for cell in row if cell.hyperlink
    }


@pytest.mark.parametrize(
    ("text", "marked"),
    [("=1+1", True), (" \u200b@SUM", True), ("＋1", True), ("-", True), ("good", False), ("", False)],
)
def test_what_looks_like_a_formula_is_marked_as_text(text: str, marked: bool) -> None:
    """It stays text when somebody types into the cell; nothing is put before it."""
    sheet = opened(an_export([an_extract(section=text)]))["Extracts"]

    assert marked == bool(sheet.cell(2, NAMES.index("section") + 1).quotePrefix)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=3, max_size=3))
def test_no_text_is_lost(texts: list[str]) -> None:
    """Whatever the characters."""
    before, section, title = texts
    book = opened(an_export([an_extract(before=before, section=section, review=a_review(title=title))]))
    (row,) = items_of(book)

    assert [writable(text) or None for text in texts] == [row["before"], row["section"], row["title"]]
    assert {"n", "s"} == {kind for kind, _ in kinds(book)}


def test_the_permanent_address_is_a_link() -> None:
    """To our own site; a foreign one is text."""
    foreign = an_extract(2, address="https://elsewhere.example/x")
    longer = an_extract(3, address=f"{SITE}/{'x' * 2_080}")
    book = opened(an_export([an_extract(), foreign, longer]))
    column = NAMES.index("address") + 1
    links = [book["Extracts"].cell(row, column).hyperlink for row in (2, 3, 4)]

    assert [f"{SITE}/reviews/cpr2031-w97/extracts/k1", None, None] == [link and link.target for link in links]
    assert "https://elsewhere.example/x" == items_of(book)[1]["address"]


@pytest.mark.parametrize("character", ["x", "é\n"])
def test_a_text_longer_than_a_cell_goes_on_in_marked_columns(character: str) -> None:
    """Joined they are the text; columns are there for the longest text, empty in other rows."""
    text = f"={character * 40_000}end"
    book = opened(an_export([an_extract(), an_extract(2, text=text, after=text, citation="c")]))
    short, long = items_of(book)
    parts = [name for name in long if name == "text" or name.startswith("text_part_")]

    assert ["About this export", "Extracts", "Reviews"] == book.sheetnames
    assert -(-len(text) // 32_000) == len(parts)
    assert text == "".join(long[name] or "" for name in parts)
    assert text == "".join(long[name.replace("text", "after")] or "" for name in parts)
    assert [an_extract().text] == [short[name] for name in parts if short[name]]
    assert all(len(each or "") <= LONGEST_CELL for each in long.values() if isinstance(each, str))


@pytest.mark.parametrize("character", ["x", "👪", "é\n"])
def test_any_other_cell_that_is_too_long_stands_whole_on_a_sheet_of_its_own(character: str) -> None:
    """In parts that joined are what it says; the cell shows the beginning and where the whole is."""
    citation = f"={character * 40_000}end"
    book = opened(an_export([an_extract(), an_extract(2, citation=citation)]))
    row = items_of(book)[1]

    assert ["About this export", "Extracts", "Reviews", "Long texts"] == book.sheetnames
    assert "".join(part["text"] for part in items_of(book, "Long texts")) == citation
    assert {("Extracts", 2, "citation")} == {
        (p["sheet"], p["row"], p["column"]) for p in items_of(book, "Long texts")
    }
    shown, _, mark = row["citation"].partition(" … ")
    assert citation.startswith(shown)
    assert "[cut here; whole on the sheet “Long texts”]" == mark
    assert len(row["citation"].encode("utf-16-le")) // 2 <= LONGEST_CELL


def test_a_text_as_long_as_a_cell_is_not_cut() -> None:
    """The limit is Excel's."""
    text = "x" * LONGEST_CELL
    book = opened(an_export([an_extract(text=text, citation="c")]))

    assert text == items_of(book)[0]["text"]
    assert "Long texts" not in book.sheetnames


def test_reviews_stand_once_each() -> None:
    """With their facts, and how many rows are of each."""
    other = a_review(slug="apr2030-w02", board=None, year=None, form=None)
    book = opened(an_export([an_extract(1), an_extract(2, review=other), an_extract(3)]))
    rows = items_of(book, "Reviews")

    assert [
        ("APR2030-W02", None, None, 1),
        ("CPR2031-W97", "Harbour & Hills Safeguarding Board", 2031, 2),
    ] == [(row["reference"], row["board"], row["year"], row["rows"]) for row in rows]


@pytest.mark.parametrize(
    ("unit", "sheet"),
    [(Unit.PASSAGE, "Passages"), (Unit.REVIEW, "Reviews found"), (Unit.EXTRACT, "Extracts")],
)
def test_sheets_are_called_by_what_was_found(unit: Unit, sheet: str) -> None:
    """Passages have the same columns, empty where they say nothing."""
    book = opened(an_export([a_passage()], query=SearchQuery(unit=unit)))

    (row,) = items_of(book, sheet)
    assert (None, None) == (row["stance"], row["themes"])


def test_an_empty_export_is_a_workbook() -> None:
    """That says how nothing was found."""
    book = opened(an_export())

    assert [] == items_of(book)
    assert [] == items_of(book, "Reviews")


def test_the_same_export_gives_the_same_bytes() -> None:
    """On every day, but for the date of the method."""
    assert written(an_export([an_extract(), a_passage(2)])) == written(
        an_export([an_extract(), a_passage(2)])
    )


def table_of(rows: int, link: str = "") -> Workbook:
    """A table on sheets of three rows each."""
    out = BytesIO()
    workbook = Written(out, {"constant_memory": True})
    table = Table(Book(workbook, "https://wsr.example"), "Rows", [Heading("number"), Heading("text")], rows=3)
    for number in range(1, rows + 1):
        table.add((number, link or f"row {number}"))
    table.finish()
    workbook.close()
    return load_workbook(out)


def test_a_table_goes_on_when_a_sheet_is_full() -> None:
    """Under the same head, filtered too."""
    book = table_of(5)

    assert ["Rows", "Rows 2", "Rows 3"] == book.sheetnames
    assert [1, 2, 3, 4, 5] == [row["number"] for name in book.sheetnames for row in items_of(book, name)]
    assert ["A1:B3", "A1:B3", "A1:B2"] == [sheet.auto_filter.ref for sheet in book]
    assert ["Rows"] == table_of(2).sheetnames


def stopping(items: Iterator[ExportedItem]) -> Iterator[ExportedItem]:
    """Items that end in an error."""
    yield from islice(items, 3)
    raise LookupError("gone")


def test_nothing_is_left_behind_when_the_items_stop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither rows in a temporary folder, nor half a workbook."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    out = BytesIO()

    with pytest.raises(LookupError):
        write(an_export(stopping(an_extract(number) for number in range(9)), 9), out)

    assert b"" == out.getvalue()
    assert [] == list(tmp_path.iterdir())


def test_thousands_of_items_need_little_more_memory_than_a_hundred(tmp_path: Path) -> None:
    """Their rows wait on disk; heights of rows and links are kept until the end, less than 2 kB each."""
    most = peak(write, 2_000, tmp_path / "file") - peak(write, 100, tmp_path / "file")

    assert most < 4_000_000
