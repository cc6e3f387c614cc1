"""The text of a document in reading order: what the structure finder hands to the finders of facts."""

from dataclasses import dataclass

from wsr.domain.kinds import Language
from wsr.domain.passages import DocumentWarning, Passage, Section


@dataclass(frozen=True, slots=True)
class TableCells:
    """The cells of a table row beside the heads of their columns, as read."""

    cells: tuple[str, ...]
    heads: tuple[str, ...]
    """Heads of the columns, of the table's first row (also when it stands on an earlier page); may be empty."""
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class Flow:
    """
    A whole document in reading order, furniture removed, as finished sections and passages.

    Passages are in reading order; section s0 holds what stands before the first heading (the title page).
    """

    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    tables: dict[str, TableCells]
    """By passage id, for passages of kind table_row."""
    emphasis: dict[str, str]
    """By passage id: its opening words in bold (a run-in head), when it has them."""
    sizes: dict[str, float]
    """By passage id: its font size; the title page is read by it."""
    bullets: frozenset[str]
    """Ids of passages printed with a bullet or list mark."""
    furniture: tuple[tuple[int, str], ...]
    """(page, text) of what was removed as running head or foot: it may name the board or the reference."""
    page_texts: tuple[str, ...]
    """Text of each page in reading order without furniture, one line a printed line."""
    page_languages: tuple[Language, ...]
    warnings: tuple[DocumentWarning, ...]
