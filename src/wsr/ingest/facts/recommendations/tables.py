"""Recommendations that stand in the rows of a table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from wsr.ingest.facts.reading import Reading, Stretch
from wsr.ingest.facts.recommendations.item import Item, Part, item_at
from wsr.ingest.flow import TableCells
from wsr.vocabulary.recommendations import asks, column_of, label_of, speaks_of_recommendations

_LEADING_NUMBER = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2}){0,3})[.):]?\s+(?=\S)")
_UNFINISHED = re.compile(r"[^.!?:;”\"’')]\s*$")


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column of a table says what; None for what no column says."""

    text: int | None
    addressee: int | None
    lead: int | None
    number: int | None
    level: int | None

    @classmethod
    def of(cls, heads: tuple[str, ...]) -> "_Columns":
        def first(name: str) -> int | None:
            return next((at for at, head in enumerate(heads) if column_of(head, name)), None)

        text = first("recommendation")
        return cls(
            text if text is not None else first("action"),
            first("addressee"),
            first("lead"),
            first("number"),
            first("level"),
        )


def items_of_rows(
    reading: Reading, rows: list[Stretch], part: Part, region: int, group: str
) -> Iterator[Item]:
    """
    The recommendations of table rows that follow each other, in their order.

    Read from the column headed "Recommendation", else "Action". A row without a recommendation goes on with the
    one before when that was cut by a turn of the page, is otherwise another action for it, and says nothing new;
    a row with a single filled cell heads a group. A table without such a column holds none.
    """
    current: Item | None = None
    for stretch in rows:
        assert stretch.passage is not None
        table = reading.flow.tables[stretch.passage.id]
        columns = _Columns.of(table.heads)
        if table.is_head or columns.text is None:
            continue
        text = _cell(table, columns.text)
        filled = [cell for cell in table.cells if cell.strip()]
        if text and current is not None and _goes_on(current, text, _cell(table, columns.number)):
            current = current.continued(text, stretch.passage.page_last)
        elif len(filled) == 1 and len(table.heads) > 2 and not asks(filled[0]):
            group = filled[0]
        elif text and not speaks_of_recommendations(text):
            if current is not None:
                yield current
            current = _item_of_row(item_at(stretch, part, region), table, columns, group)
    if current is not None:
        yield current


def _item_of_row(item: Item, table: TableCells, columns: _Columns, group: str) -> Item:
    text, label = _cell(table, columns.text), _cell(table, columns.number) or None
    number = label
    printed = label_of(text) or label_of(text.split("\n")[0], alone=True)
    leading = _LEADING_NUMBER.match(text)
    if printed is not None and text[printed.end :].strip():
        label, number, text = printed.printed, printed.number, text[printed.end :]
    elif leading and (label is None or label == leading[1]):
        label, number, text = leading[1], leading[1], text[leading.end() :]
    named = label_of(label, alone=True) if label else None
    return replace(
        item,
        paragraphs=(text.strip(),),
        label=label.rstrip(".") if label else None,
        number=named.number if named else number.rstrip(".") if number else None,
        addressed=_cell(table, columns.addressee),
        lead=_cell(table, columns.lead),
        level=_cell(table, columns.level),
        group=group,
    )


def _goes_on(current: Item, text: str, number: str) -> bool:
    return not number and (text[:1].islower() or _UNFINISHED.search(current.text) is not None)


def _cell(table: TableCells, column: int | None) -> str:
    return table.cells[column].strip() if column is not None and column < len(table.cells) else ""
