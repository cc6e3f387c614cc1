"""Sheets of a workbook that are written row by row: text that stays text, and tables longer than one sheet can be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from unicodedata import category

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from wsr.exchange.write.characters import writable
from wsr.exchange.write.columns import Cell

ROWS = 1_048_576
LONGEST_CELL = 32_767
LONGEST_LINK = 2_079
LINKS = 65_530
"""
What a sheet, a cell, a link and a sheet again can hold; characters are counted in UTF-16.

Source:
    Microsoft, Excel specifications and limits.
"""

LONG_TEXTS = "Long texts"
_CUT = f" … [cut here; whole on the sheet “{LONG_TEXTS}”]"
PART = 32_000
"""Characters of a part of a text that is longer than a cell."""

LINE = 15.0
_MOST_LINES = 27
"""Points of a line of text, and how many of them Excel shows in one row."""

_STARTS_A_FORMULA = "=+-@＝＋－＠"


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a column."""

    name: str
    width: int = 14
    """In digits of the standard font."""
    sets_height: bool = False
    """Rows are as high as the text in this column needs; other cells show what fits."""


class Book:
    """A workbook and how its cells look; `site` is where its links lead: https://example.org."""

    def __init__(self, workbook: Workbook, site: str) -> None:
        def look(**facts: object) -> Format:
            return workbook.add_format({"valign": "top", "text_wrap": True, **facts})

        self.workbook = workbook
        self.title, self.strong = look(bold=True, font_size=16, text_wrap=False), look(bold=True)
        self.head = look(bold=True, bottom=1, bg_color="#E8EDF2", text_wrap=False)
        self._text, self._guarded = look(), look(quote_prefix=True)
        self._number, self._link = look(num_format="0", align="left"), look(font_color="#0B5394", underline=1)
        self._inside = f"{site}/"
        self._long: Table | None = None

    def sheet(self, name: str) -> Worksheet:
        """A new sheet after those that there are, for A4 across."""
        sheet = self.workbook.add_worksheet(name)
        sheet.set_paper(9)
        sheet.set_landscape()
        return sheet

    def put(self, sheet: Worksheet, row: int, column: int, cell: Cell, look: Format | None = None) -> None:
        """A number as a number, an address of the site as a link, all else as text: never a formula, nothing guessed."""
        if isinstance(cell, int):
            sheet.write_number(row, column, cell, look or self._number)
            return
        if self._is_link(cell) and sheet.hlink_count < LINKS:
            sheet.write_url(row, column, cell, look or self._link, cell)
            return
        look = look or (self._guarded if _starts_a_formula(cell) else self._text)
        if cell.startswith("<r>") and cell.endswith("</r>"):
            # xlsxwriter takes such a text for markup of its own; in stretches it escapes them
            sheet.write_rich_string(row, column, "<", "r", cell[2:], look)
        else:
            sheet.write_string(row, column, cell, look)

    def link(self, sheet: Worksheet, row: int, column: int, text: str, address: str) -> None:
        """Text that leads to an address of the site; to no other."""
        if self._is_link(address) and sheet.hlink_count < LINKS:
            sheet.write_url(row, column, address, self._link, text)
        else:
            self.put(sheet, row, column, text)

    def fitted(self, sheet: str, row: Cell, column: str, cell: Cell) -> Cell:
        """What a cell can show; a text that is too long is cut, and stands whole on a sheet of its own."""
        if isinstance(cell, int):
            return cell
        text = writable(cell)
        if len(text) <= LONGEST_CELL // 2 or _length(text) <= LONGEST_CELL:
            return text
        if self._long is None:
            heads = (
                Heading("sheet"),
                Heading("row"),
                Heading("column"),
                Heading("part"),
                Heading("text", 100),
            )
            self._long = Table(self, LONG_TEXTS, heads)
        for number, part in enumerate(_parts(text, PART), start=1):
            self._long.add((sheet, row, column, number, part))
        return next(_parts(text, PART)) + _CUT

    def finish(self) -> None:
        """To be called when all rows are written."""
        if self._long is not None:
            self._long.finish()

    def _is_link(self, text: str) -> bool:
        return text.startswith(self._inside) and text.isprintable() and _length(text) <= LONGEST_LINK


class Table:
    """
    Rows under a head that stays in view and filters, on as many sheets as they need: “Extracts”, “Extracts 2” …

    The first cell names its row for people.
    """

    def __init__(self, book: Book, name: str, headings: Sequence[Heading], rows: int = ROWS) -> None:
        self._book, self._name, self._headings, self._rows = book, name, headings, rows
        self._sheets = 0
        self._begin()

    def add(self, cells: Sequence[Cell]) -> None:
        """One row, a cell for each heading."""
        if self._next == self._rows:
            self.finish()
            self._begin()
        lines = 1
        for column, (heading, cell) in enumerate(zip(self._headings, cells, strict=True)):
            shown = self._book.fitted(self._name, cells[0], heading.name, cell)
            if heading.sets_height:
                lines = max(lines, lines_of(str(shown), heading.width))
            if shown != "":
                self._book.put(self._sheet, self._next, column, shown)
        self._sheet.set_row(self._next, LINE * lines)
        self._next += 1

    def finish(self) -> None:
        """To be called after the last row."""
        self._sheet.autofilter(0, 0, self._next - 1, len(self._headings) - 1)

    def _begin(self) -> None:
        self._sheets += 1
        self._sheet = self._book.sheet(self._name if self._sheets == 1 else f"{self._name} {self._sheets}")
        self._sheet.freeze_panes(1, 2)
        self._sheet.repeat_rows(0)
        for column, heading in enumerate(self._headings):
            self._sheet.set_column(column, column, heading.width)
            self._book.put(self._sheet, 0, column, heading.name, self._book.head)
        self._next = 1


def lines_of(text: str, width: int) -> int:
    """How many lines a text takes in a column of this width, no more than a row can show."""
    needed = sum(max(1, ceil(len(line) / width)) for line in text.split("\n"))
    return min(needed, _MOST_LINES)


def _starts_a_formula(text: str) -> bool:
    """Whether a spreadsheet might take it for one when it is typed again, also behind blanks and what is not seen."""
    first = next((c for c in text if category(c) not in ("Cc", "Cf", "Zs", "Zl", "Zp")), "")
    return first != "" and first in _STARTS_A_FORMULA


def in_parts(text: str) -> list[str]:
    """The text whole where a cell can hold it, else in parts; joined they are the text. Nothing for no text."""
    shown = writable(text)
    if _length(shown) <= LONGEST_CELL:
        return [shown] if shown else []
    return list(_parts(shown, PART))


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _parts(text: str, longest: int) -> Iterator[str]:
    """The text in parts of at most so many characters of UTF-16; joined they are the text."""
    while text:
        part = text[:longest].encode("utf-16-le")[: 2 * longest].decode("utf-16-le", "ignore")
        yield part
        text = text[len(part) :]
