"""A workbook for Excel: how everything was found, a row for each item, a row for each review."""

import datetime
from collections import Counter
from collections.abc import Callable, Sequence
from tempfile import TemporaryDirectory
from typing import BinaryIO
from urllib.parse import urlsplit

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format

from wsr.domain.exports import Export, ExportedReview
from wsr.domain.search import Unit
from wsr.exchange.write.columns import COLUMNS, SEPARATOR, Cell, joined, rows
from wsr.exchange.write.sheets import (
    LINE,
    LINKS,
    LONG_TEXTS,
    LONGEST_CELL,
    PART,
    ROWS,
    Book,
    Heading,
    Table,
    in_parts,
    lines_of,
)

ITEMS = {
    Unit.EXTRACT: "Extracts",
    Unit.PASSAGE: "Passages",
    Unit.REVIEW: "Reviews found",
    Unit.RECOMMENDATION: "Recommendations",
}
"""What the sheet of items is called."""
REVIEWS = "Reviews"

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "use_zip64": True,
}
_WIDTHS = {
    "number": 9, "review_type": 12, "title": 32, "board": 28, "year": 7, "language": 10, "section": 28,
    "page": 7, "page_last": 10, "text": 80, "before": 40, "after": 40, "stance_label": 24, "stance_reasons": 40,
    "subthemes": 36, "theme_labels": 44, "note": 30, "machine_codes": 40, "address": 50, "citation": 60,
}  # fmt: skip
_HEADINGS = tuple(Heading(each.name, _WIDTHS.get(each.name, 16), each.name == "text") for each in COLUMNS)
_CONTINUED = ("text", "before", "after")
"""Columns whose texts may go on in further columns at the end: text_part_2 …"""
_REFERENCE = [column.name for column in COLUMNS].index("reference")

_FACTS: tuple[tuple[Heading, Callable[[ExportedReview], object]], ...] = (
    (Heading("reference", 16), lambda review: review.reference),
    (Heading("review_type", 12), lambda review: review.review_type),
    (Heading("form", 12), lambda review: review.form),
    (Heading("title", 60, sets_height=True), lambda review: review.title),
    (Heading("language", 10), lambda review: review.language),
    (Heading("board", 40), lambda review: review.board and review.board.name),
    (Heading("board_reference", 18), lambda review: review.board_reference),
    (Heading("authors", 30), lambda review: joined(review.authors)),
    (Heading("incident_date", 16), lambda review: review.incident_date),
    (Heading("report_date", 16), lambda review: review.report_date),
    (Heading("publication_date", 16), lambda review: review.publication_date),
    (Heading("year", 7), lambda review: review.year),
    (Heading("year_basis", 12), lambda review: review.year_basis),
    (Heading("pages", 8), lambda review: review.pages),
    (Heading("address", 50), lambda review: review.address),
)


def write(export: Export, out: BinaryIO) -> None:
    """
    The whole workbook, in the memory of a few rows; the same export gives the same bytes.

    Rows wait in a temporary folder of their own, which is gone at the end whatever happens. Raises OSError when there
    is no room for them, and what the items raise.
    """
    with TemporaryDirectory(prefix="wsr-") as folder:
        workbook = Workbook(out, {**_OPTIONS, "tmpdir": folder})
        try:
            _fill(workbook, export)
            workbook.close()
        except FileCreateError as error:
            raise OSError(*error.args) from error
        finally:
            for sheet in workbook.worksheets():
                sheet._opt_close()  # rows of a file that is not finished stay open otherwise


def _fill(workbook: Workbook, export: Export) -> None:
    method = export.method
    made = datetime.datetime.combine(method.date, datetime.time())  # Excel’s times have no zone
    workbook.set_properties(
        {
            "title": method.title,
            "author": "Wales Safeguarding Repository",
            "comments": method.citation,
            "created": made,
        }
    )
    address = urlsplit(method.address)
    book = Book(workbook, f"{address.scheme}://{address.netloc}")
    _about(book, export)
    parts = 1 if export.longest <= LONGEST_CELL else -(-export.longest // PART)
    table = Table(book, ITEMS[method.query.unit], [*_HEADINGS, *_continuations(parts)])
    reviews = Table(book, REVIEWS, [*(heading for heading, _ in _FACTS), Heading("rows", 8)])
    found: Counter[Cell] = Counter()
    for cells in rows(export):
        table.add(cells if parts == 1 else _continued(cells, parts))
        found[cells[_REFERENCE]] += 1
    for review in export.reviews:
        reviews.add([*(_cell(value(review)) for _, value in _FACTS), found[review.reference]])
    for each in (table, reviews, book):
        each.finish()


def _continuations(parts: int) -> list[Heading]:
    return [Heading(f"{name}_part_{part}", 40) for name in _CONTINUED for part in range(2, parts + 1)]


def _continued(cells: Sequence[Cell], parts: int) -> list[Cell]:
    """The cells with what is longer than a cell gone on in the columns at the end; joined they are the text."""
    shown, more = list(cells), []
    for at in (next(n for n, column in enumerate(COLUMNS) if column.name == name) for name in _CONTINUED):
        first, *rest = in_parts(str(cells[at])) or [""]
        shown[at] = first
        kept, beyond = rest[: parts - 2], rest[parts - 2 :]
        more += [*kept, "".join(beyond), *[""] * (parts - 2 - len(kept))]
    return shown + more


def _cell(value: object) -> Cell:
    return value if isinstance(value, int) else str(value or "")


def _about(book: Book, export: Export) -> None:
    """The first sheet: labels at the left, what they name beside them."""
    sheet = book.sheet("About this export")
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 100)
    row = 0

    def line(label: str, said: Cell = "", look: Format | None = None) -> None:
        nonlocal row
        if label:
            book.put(sheet, row, 0, label, look or book.strong)
        if said != "":
            shown = book.fitted(sheet.name, label, "", said)
            book.put(sheet, row, 1, shown)
            sheet.set_row(row, LINE * lines_of(str(shown), 100))
        row += 1

    method, counts = export.method, export.method.counts
    line(method.title, look=book.title)
    sheet.set_row(0, 2 * LINE)
    line("Please bear in mind", method.notice)
    for number, sentence in enumerate(method.sentences):
        line("" if number else "How these were found", sentence)
    line(ITEMS[method.query.unit], counts.items)
    line(REVIEWS, counts.reviews)
    if counts.raw_hits is not None and counts.distinct_hits is not None:
        line("Hits of the term list", counts.raw_hits)
        line("Without duplicates", counts.distinct_hits)
    line("To be cited as", method.citation)
    line("The search itself", method.address)
    for number, sentence in enumerate(_reading(ITEMS[method.query.unit], counts.items)):
        line("" if number else "How to read the cells", sentence)
    line("")
    line("Column", "What it means")
    for column in COLUMNS:
        line(column.name, column.meaning)
    line("rows", f"On the sheet “{REVIEWS}”: how many rows of this export are of the review.")


def _reading(items: str, count: int) -> list[str]:
    said = [
        f"A cell that holds several values parts them by “{SEPARATOR}”, which stands in none of them.",
        "An empty cell says that it is not known, or that it does not apply.",
        "Text is as printed, without control characters. No cell is a formula; dates are text.",
        f"A text longer than the {LONGEST_CELL:,} characters of a cell goes on in columns at the end, text_part_2 and so "
        "on, and so does what stands before or after it. Any other cell that is too long is cut, and stands whole on the "
        f"sheet “{LONG_TEXTS}”; columns and sheet are there when they are needed.",
    ]
    if count > LINKS:
        said.append(f"Excel has room for {LINKS:,} links on a sheet; addresses after that are text.")
    if count >= ROWS:
        said.append(
            f"Excel has room for {ROWS:,} rows on a sheet; the others are on “{items} 2” and those after it."
        )
    return said
