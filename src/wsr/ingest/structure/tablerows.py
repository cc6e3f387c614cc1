"""Table rows: the tables of a document as rows, made whole over page turns, beside the heads of their columns."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from wsr.ingest.structure.blocks import ends_sentence
from wsr.ingest.structure.hyphens import Vocabulary, joined
from wsr.ingest.structure.joining import ends_open
from wsr.ingest.structure.tables import Cell, Row, Table

_ALIGNED = 6.0
_NUMBER = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table, perhaps printed in parts on two pages, and the heads of its columns."""

    parts: tuple[Row, ...]
    heads: tuple[str, ...]
    is_head: bool
    cells: tuple[tuple[Cell, ...], ...]
    """For each column its cells in the parts, from the top down."""

    def texts(self, vocabulary: Vocabulary) -> tuple[str, ...]:
        """The text of each column."""
        return tuple(
            joined([line.text for cell in column for line in cell.lines], vocabulary) for column in self.cells
        )


def rows_of_tables(tables: Sequence[Table], vocabulary: Vocabulary) -> list[list[TableRow]]:
    """
    The rows of each table, in order; a table that goes on with the one before has its heads.

    A head row printed again is left out, and a row that goes on over a page turn stands in the table where it
    begins.
    """
    result: list[list[TableRow]] = []
    before: Table | None = None
    heads: tuple[str, ...] = ()
    for table in tables:
        goes_on = before is not None and _goes_on(before, table)
        rows = list(table.rows)
        printed = _head_texts(rows[0], vocabulary)
        if goes_on and heads and printed == heads:
            rows = rows[1:]
        elif not goes_on:
            heads = printed if _is_head(table) else ()
        own: list[TableRow] = []
        for number, row in enumerate(rows):
            is_head = number == 0 and not goes_on and bool(heads)
            if number == 0 and goes_on and result and result[-1] and _is_rest(result[-1][-1], row):
                result[-1][-1] = _whole(result[-1][-1], row)
                continue
            own.append(_table_row(row, heads, is_head))
        result.append(own)
        before = table
    return result


def repeated_heads(tables: Sequence[Table], vocabulary: Vocabulary) -> list[tuple[int, str]]:
    """(page, text) of the head rows that are printed again where a table goes on."""
    repeated = []
    for before, table in itertools.pairwise(tables):
        texts = _head_texts(table.rows[0], vocabulary)
        if _goes_on(before, table) and texts and texts == _head_texts(before.rows[0], vocabulary):
            repeated.append((table.page, " | ".join(filter(None, texts))))
    return repeated


def _goes_on(before: Table, table: Table) -> bool:
    return (
        table.page == before.page + 1
        and len(before.xs) == len(table.xs)
        and all(abs(a - b) <= _ALIGNED for a, b in zip(before.xs, table.xs, strict=True))
    )


def _head_texts(row: Row, vocabulary: Vocabulary) -> tuple[str, ...]:
    return _table_row(row, (), is_head=True).texts(vocabulary)


def _is_head(table: Table) -> bool:
    """True when the first row names the columns: shaded or bold alone, and every cell short."""
    first, others = table.rows[0], table.rows[1:]
    if not others or len(first.cells) < 2 or any(cell.words > 12 for cell in first.cells):
        return False
    if sum(bool(cell.lines) for cell in first.cells) < 2:
        return False
    if first.shaded and not all(row.shaded for row in others):
        return True
    bold = all(line.bold for line in first.lines)
    return bold and not all(line.bold for row in others for line in row.lines)


def _table_row(row: Row, heads: tuple[str, ...], is_head: bool) -> TableRow:
    columns = max(cell.column_end for cell in row.cells)
    width = max(columns, len(heads))
    cells: list[tuple[Cell, ...]] = [()] * width
    for cell in row.cells:
        cells[cell.column] = (*cells[cell.column], cell)
    return TableRow((row,), heads, is_head, tuple(cells))


def _is_rest(above: TableRow, row: Row) -> bool:
    """True when the first row of a page is the rest of the last row of the page before."""
    if above.is_head:
        return False
    texts = [" ".join(line.text for line in cell.lines) for cell in row.cells]
    if not texts[0] and any(texts[1:]):
        return True
    endings = {
        column: cells[-1].lines[-1].text
        for column, cells in enumerate(above.cells)
        if cells and cells[-1].lines
    }
    pairs = [
        (endings[cell.column], text)
        for cell, text in zip(row.cells, texts, strict=True)
        if text and cell.column in endings
    ]
    return any(_runs_on(ending, text) for ending, text in pairs) and not _starts_anew(
        endings.get(0), texts[0]
    )


def _runs_on(ending: str, text: str) -> bool:
    return not ends_sentence(ending) and (text[0].islower() or ends_open(ending) or ending[-1] in ",-–")


def _starts_anew(ending: str | None, text: str) -> bool:
    """True when the first cell has a number or date of its own; a number alone may end what stands above."""
    if _NUMBER.fullmatch(text) and ending and ending[-1].isalpha():
        return False
    return bool(re.match(r"\d", text))


def _whole(above: TableRow, row: Row) -> TableRow:
    rest = _table_row(row, above.heads, is_head=False).cells
    width = max(len(rest), len(above.cells))
    columns = tuple((*_at(above.cells, column), *_at(rest, column)) for column in range(width))
    return replace(above, parts=(*above.parts, row), cells=columns)


def _at(cells: tuple[tuple[Cell, ...], ...], column: int) -> tuple[Cell, ...]:
    return cells[column] if column < len(cells) else ()
