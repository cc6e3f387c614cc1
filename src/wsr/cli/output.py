"""Tables for people and JSON lines for programs, on stdout."""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

messages = Console(stderr=True, highlight=False)
"""Where progress and messages go."""

_UNBOUND = 10_000
"""Characters of a line that no screen bounds: tables in files and pipes are as wide as their cells."""


def print_json(record: Any) -> None:
    """One JSON value on one line."""
    sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def print_table(heads: Sequence[str], rows: Iterable[Sequence[object]], title: str | None = None) -> None:
    """A table whose cells are text, whatever brackets the text holds; a row a line unless a screen is narrower."""
    table = Table(title=title, title_justify="left", header_style="bold", show_edge=False, pad_edge=False)
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    Console(highlight=False, width=None if sys.stdout.isatty() else _UNBOUND).print(table)
