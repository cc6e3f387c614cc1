"""Comma-separated values that Excel opens without being tricked, and pandas and R without being told anything."""

import re
from collections.abc import Iterator
from csv import QUOTE_ALL, writer
from io import StringIO
from unicodedata import category

from wsr.domain.exports import Export
from wsr.exchange.write.columns import COLUMNS, Cell, rows

BOM = "\ufeff"
"""Excel takes a file for UTF-8 by it."""

_STARTS_A_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
"""
What makes Excel, LibreOffice or Google Sheets take a cell for a formula, also behind blanks and in full width.

Source:
    OWASP, CSV Injection.
"""

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
"""Categories of blanks and marks: some readers drop them before they look for a formula."""

ABOUT = "about_this_export"
"""The last column: in the first row how everything was found, in the others nothing."""


def csv(export: Export) -> Iterator[str]:
    """
    A line of names, then one for each item; lines end with CR LF, every cell is in quotation marks.

    A text that a spreadsheet would take for a formula has an apostrophe before it: only there is the text not exact.
    """
    yield BOM + _line([*(column.name for column in COLUMNS), ABOUT])
    about = "\n".join(
        (export.method.title, *export.method.sentences, export.method.citation, export.method.notice)
    )
    for cells in rows(export):
        yield _line([*map(guarded, cells), guarded(about)])
        about = ""


def guarded(cell: Cell) -> str:
    """A cell as text that no spreadsheet calculates, without the control characters that none shows."""
    text = _CONTROLS.sub("", str(cell))
    first = next((c for c in text if c in "\t\r\n" or category(c) not in _UNSEEN), "")
    return f"'{text}" if first in _STARTS_A_FORMULA else text


def _line(cells: list[str]) -> str:
    out = StringIO(newline="")
    writer(out, quoting=QUOTE_ALL).writerow(cells)
    return out.getvalue()
