"""
A table of codings: what `wsr export csv` writes, after a person has changed it in a spreadsheet, or one made by hand.

A row names a review and an extract, by `key` or by its words in `text`, and says of it what these columns say:
`decided`, `stance`, `themes` and `subthemes` (or `codes`), `note`. Other columns do not matter.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from wsr.errors import ProjectUnreadable

MOST_BYTES = 100_000_000

_NEEDED = ("key", "text")
"""One of them says which extract is meant."""

_GUARDED = re.compile(r"'(?= *[=+\-@\t\r\n＝＋－＠])")
"""The apostrophe that keeps a spreadsheet from taking a text for a formula."""

_BETWEEN = re.compile(r"\s*;\s*")
_MARKS = ",;\t"


@dataclass(frozen=True, slots=True)
class Row:
    """What one row says. None where there is no such column, "" or () where the cell is empty."""

    number: int
    """Of its line, the head being 1; a text with line ends makes lines of its own."""
    reference: str
    key: str
    text: str
    decided: str | None
    stance: str | None
    codes: tuple[str, ...] | None
    """Themes and theme/sub-theme, as written."""
    note: str | None
    decided_at: str | None
    """When the decision was made that the row was written from."""


def read_codings(file: Path) -> list[Row]:
    """
    The rows of a file.

    UTF-8, or what Excel writes in western Europe; parted by commas, semicolons or tabs. Raises ProjectUnreadable:
    too_large, no_columns, malformed_csv.
    """
    if file.stat().st_size > MOST_BYTES:
        raise ProjectUnreadable("too_large", f"The file has more than {MOST_BYTES:,} bytes.")
    text = _decoded(file.read_bytes())
    head = text.partition("\n")[0]
    mark = max(_MARKS, key=head.count)
    table = csv.DictReader(StringIO(text, newline=""), delimiter=mark, strict=True)
    try:
        columns = {name.strip().casefold(): name for name in table.fieldnames or () if name}
        if "reference" not in columns or not columns.keys() & set(_NEEDED):
            raise ProjectUnreadable(
                "no_columns",
                "The file needs a column “reference”, and “key” or “text”, named in its first line.",
            )
        return [_row(table.line_num, _Cells(cells, columns)) for cells in table]
    except csv.Error as error:
        raise ProjectUnreadable("malformed_csv", f"Line {table.line_num} cannot be read: {error}.") from error


class _Cells:
    """The cells of a row by the plain names of their columns."""

    def __init__(self, cells: Mapping[str, str | None], columns: Mapping[str, str]) -> None:
        self._cells = cells
        self._columns = columns

    def get(self, column: str) -> str | None:
        """The text of a cell as it was before a spreadsheet was guarded from it; None without such a column."""
        if column not in self._columns:
            return None
        return _GUARDED.sub("", (self._cells.get(self._columns[column]) or "").strip(), count=1)

    def values(self, *columns: str) -> tuple[str, ...] | None:
        """The values of some columns together; None when there is none of them."""
        found = [cell for column in columns if (cell := self.get(column)) is not None]
        return tuple(value for cell in found for value in _BETWEEN.split(cell) if value) if found else None


def _row(number: int, cells: _Cells) -> Row:
    decided, stance = cells.get("decided"), cells.get("stance")
    return Row(
        number=number,
        reference=cells.get("reference") or "",
        key=cells.get("key") or "",
        text=cells.get("text") or "",
        decided=None if decided is None else decided.casefold(),
        stance=None if stance is None else stance.casefold(),
        codes=_codes(cells),
        note=cells.get("note"),
        decided_at=cells.get("decided_at"),
    )


def _codes(cells: _Cells) -> tuple[str, ...] | None:
    """The codes of a row; a theme whose sub-theme stands beside it is not said twice."""
    themes, others = cells.values("themes"), cells.values("subthemes", "codes")
    if themes is None and others is None:
        return None
    below = {code.partition("/")[0] for code in others or () if "/" in code}
    return tuple(dict.fromkeys((*(others or ()), *(theme for theme in themes or () if theme not in below))))


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def by_reference(rows: Iterable[Row]) -> Iterator[tuple[str, list[Row]]]:
    """The rows of each review, in the order in which reviews come."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.reference.casefold(), []).append(row)
    yield from found.items()
