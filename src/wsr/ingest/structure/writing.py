"""Writing: blocks, rows and notes, in reading order, into sections and passages."""

import re
from collections.abc import Mapping

from wsr.domain.kinds import PassageKind, SectionKind
from wsr.ingest.structure.blocks import Block
from wsr.ingest.structure.heads import Head
from wsr.ingest.structure.lines import Line
from wsr.ingest.structure.outline import Outline
from wsr.ingest.structure.passages import Drafts
from wsr.ingest.structure.tablerows import TableRow
from wsr.ingest.structure.tables import Table
from wsr.vocabulary.headings import is_prompt

_CAPTION = re.compile(r"(?:figure|fig\.?|table|chart|diagram|ffigur|tabl|siart)\s+\d+\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"‘'].*[”\"’'][.,]?$", re.DOTALL)
_BEFORE_LETTER = frozenset(
    {
        SectionKind.RECOMMENDATIONS,
        SectionKind.ACTION_PLAN,
        SectionKind.APPENDIX,
        SectionKind.GLOSSARY,
        SectionKind.CONCLUSIONS,
        SectionKind.LEARNING,
    }
)
"""Kinds after which “Dear …” begins a letter that was bound with the review."""

_PROSE_WORDS = 12


class Writer:
    """Takes what a document holds piece by piece and keeps the sections and passages that it makes."""

    def __init__(
        self,
        outline: Outline,
        drafts: Drafts,
        notes: Mapping[int, list[Line]],
        counted: frozenset[int],
    ) -> None:
        self.outline = outline
        self.drafts = drafts
        self._notes = sorted((page, lines) for page, lines in notes.items() if lines)
        self._notes.reverse()
        self._counted = counted
        self._before_contents: str | None = None
        self._in_prompt = False

    def write_head(self, head: Head, block: Block | Table) -> None:
        """A heading begins a section."""
        page = block.page if isinstance(block, Table) else block.first.page
        self._write_notes(before=page)
        before = self.outline.current
        begun = self.outline.begin(head.text, head.number, head.level, page)
        self._before_contents = before.id if begun.kind is SectionKind.CONTENTS else None

    def begin_letter(self, page: int) -> None:
        """A letter without a heading begins, when the review has come so far; it is a section of its own."""
        self._write_notes(before=page)
        if self.outline.current.kind in _BEFORE_LETTER:
            self.outline.begin("", None, 1, page, SectionKind.LETTER)

    def write_block(self, block: Block) -> None:
        """A block becomes a passage of the current section."""
        self._write_notes(before=block.first.page)
        self.drafts.add_block(block, self._section(block), self._kind(block))

    def write_rows(self, table: Table, rows: list[TableRow]) -> None:
        """The rows of a table become passages of the current section."""
        self._write_notes(before=table.page)
        for row in rows:
            self.drafts.add_row(row, self.outline.current.id, PassageKind.TABLE_ROW)

    def end(self) -> None:
        """The notes of the last pages."""
        self._write_notes(before=1 << 30)

    def _write_notes(self, before: int) -> None:
        """Notes of a page stand after the text that begins on it."""
        while self._notes and self._notes[-1][0] < before:
            _, lines = self._notes.pop()
            for note in _parted_notes(lines):
                self.drafts.add_note(note, self.outline.current.id)

    def _section(self, block: Block) -> str:
        """The current section; prose after a contents list belongs to what stood before the list."""
        if self._before_contents and not block.is_entry and len(block.text.split()) > _PROSE_WORDS:
            return self._before_contents
        return self.outline.current.id

    def _kind(self, block: Block) -> PassageKind:
        if self._is_prompt(block):
            return PassageKind.PROMPT
        if block.mark:
            counts = block.series is not None and block.series in self._counted
            return PassageKind.PARAGRAPH if counts else PassageKind.LIST_ITEM
        if _CAPTION.match(block.text) and len(block.lines) <= 2 and len(block.text) < 160:
            return PassageKind.CAPTION
        if _is_quotation(block):
            return PassageKind.QUOTATION
        return PassageKind.PARAGRAPH

    def _is_prompt(self, block: Block) -> bool:
        """True for the form's own words without a number, and for the items of a list that they open."""
        is_item = block.mark is not None and block.mark.is_bullet
        if is_item and self._in_prompt:
            return True
        asked = is_prompt(block.body) and (block.mark is None or is_item)
        self._in_prompt = asked and not is_item and block.text[-1] in ":–-"
        return asked


def _is_quotation(block: Block) -> bool:
    """True for text set in from both sides, or in italics, that is somebody's own words."""
    quoted = bool(_QUOTED.match(block.text))
    if block.is_set_in:
        return quoted or block.italic
    return quoted and block.italic


def _parted_notes(lines: list[Line]) -> list[list[Line]]:
    """The lines of several footnotes, each begun by its mark."""
    notes: list[list[Line]] = []
    for line in lines:
        if not notes or line.note is not None:
            notes.append([])
        notes[-1].append(line)
    return notes
