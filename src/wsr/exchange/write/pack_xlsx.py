"""An audit checklist as a workbook: the statements with columns to fill in, then how it was made."""

import datetime
from tempfile import TemporaryDirectory
from typing import BinaryIO
from urllib.parse import urlsplit

from xlsxwriter import Workbook

from wsr.domain.packs import Checklist, Pack
from wsr.exchange.write.sheets import LINE, Book, lines_of

_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_WIDTHS = (5, 16, 46, 16, 32, 22, 28, 12, 24, 13, 11)
"""Of characters; they are as narrow as can be read, because the sheet is printed on the width of one page."""
_STATEMENT, _REVIEW = _WIDTHS[2], _WIDTHS[5]
_SOURCE, _RATING = 4, 7
_FIRST = 3
"""The row of the first statement."""


def write(pack: Pack, out: BinaryIO) -> None:
    """The whole workbook; of a pack without a checklist only how it was made. The same pack gives the same bytes."""
    with TemporaryDirectory(prefix="wsr-") as folder:
        workbook = Workbook(out, {**_OPTIONS, "tmpdir": folder})
        made = datetime.datetime.combine(pack.day, datetime.time())
        workbook.set_properties(
            {
                "title": f"{pack.title}: {pack.about}",
                "author": "Wales Safeguarding Repository",
                "created": made,
            }
        )
        address = urlsplit(pack.address)
        book = Book(workbook, f"{address.scheme}://{address.netloc}")
        if pack.checklist:
            _fill(book, pack, pack.checklist)
        _about(book, pack)
        book.finish()
        workbook.close()


def _fill(book: Book, pack: Pack, made: Checklist) -> None:
    sheet = book.sheet(pack.about[:31])
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    book.put(sheet, 0, 0, f"{pack.title}: {pack.about}", book.title)
    heads = (made.heads[0], made.theme, made.heads[1], made.kind, made.heads[2], made.review, *made.heads[3:])
    for column, head in enumerate(heads):
        book.put(sheet, _FIRST - 1, column, head, book.head)
    for at, row in enumerate(made.rows, start=_FIRST):
        cells: tuple[str | int, ...] = (row.number, row.theme, row.statement, row.says)
        for column, cell in enumerate(cells):
            book.put(sheet, at, column, book.fitted(sheet.name, row.number, heads[column], cell))
        book.link(sheet, at, _SOURCE, row.source, row.address)
        book.put(sheet, at, _SOURCE + 1, row.review)
        sheet.set_row(at, LINE * max(3, lines_of(row.statement, _STATEMENT), lines_of(row.review, _REVIEW)))
    last = _FIRST + max(1, len(made.rows)) - 1
    sheet.data_validation(_FIRST, _RATING, last, _RATING, {"validate": "list", "source": list(made.ratings)})
    sheet.autofilter(_FIRST - 1, 0, last, len(heads) - 1)
    sheet.freeze_panes(_FIRST, 3)
    sheet.repeat_rows(_FIRST - 1)
    sheet.set_row(_FIRST - 1, LINE * 1.4)
    sheet.hide_gridlines(0)  # none is hidden: they are printed, for cells are filled in by hand too
    sheet.fit_to_pages(1, 0)


def _about(book: Book, pack: Pack) -> None:
    """How to use it, where to read more, how it was made."""
    sheet = book.sheet(pack.closing[-1].heading[:31])
    sheet.set_column(0, 0, 110)
    row = 0
    for part in (*pack.parts, *pack.closing):
        book.put(sheet, row, 0, part.heading, book.strong)
        said = [*part.paragraphs, *part.points, *(f"{link.text}: {link.address}" for link in part.links)]
        for sentence in said:
            row += 1
            book.put(sheet, row, 0, sentence)
            sheet.set_row(row, LINE * lines_of(sentence, 110))
        row += 2
