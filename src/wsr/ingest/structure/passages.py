"""Passages: blocks, notes and table rows as the finished records of a document."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from wsr.domain.kinds import PassageKind
from wsr.domain.passages import Box, Passage
from wsr.ingest.flow import TableCells
from wsr.ingest.structure.blocks import Block
from wsr.ingest.structure.hyphens import Vocabulary, joined
from wsr.ingest.structure.lines import Line, text_of
from wsr.ingest.structure.tablerows import TableRow
from wsr.ingest.structure.turning import Turn
from wsr.language.keys import passage_keys
from wsr.language.text import fixed


@dataclass(slots=True)
class Draft:
    """A passage before it has an id and a key."""

    section: str
    kind: PassageKind
    text: str
    boxes: tuple[Box, ...]
    number: str | None = None
    size: float = 0.0
    bullet: bool = False
    emphasis: str = ""
    cells: TableCells | None = None


@dataclass(slots=True)
class Drafts:
    """The passages drafted so far, in reading order; those without text are left out."""

    vocabulary: Vocabulary
    items: list[Draft] = field(default_factory=list)

    def add_block(self, block: Block, section: str, kind: PassageKind) -> None:
        """Draft the passage that a block makes."""
        text = fixed(unmarked_text(block, self.vocabulary))
        if not text:
            return
        mark = block.mark
        self.items.append(
            Draft(
                section=section,
                kind=kind,
                text=text,
                boxes=boxes_of(block.lines),
                number=mark.text if mark and not mark.is_bullet else None,
                size=block.size,
                bullet=mark is not None and mark.is_bullet,
                emphasis=opening_emphasis(block, text),
            )
        )

    def add_note(self, lines: Sequence[Line], section: str) -> None:
        """Draft the passage that the lines of a footnote make."""
        text = fixed(joined([line.text for line in lines], self.vocabulary))
        if text:
            self.items.append(
                Draft(section, PassageKind.FOOTNOTE, text, boxes_of(lines), lines[0].note, size=lines[0].size)
            )

    def add_row(self, row: TableRow, section: str, kind: PassageKind) -> None:
        """Draft the passage that a table row makes: its cells joined by " | "."""
        cells = tuple(map(fixed, row.texts(self.vocabulary)))
        if not any(cells):
            return
        text = fixed(" | ".join(cells))
        boxes = tuple(
            Box(page=part.page, x0=part.x0, y0=part.y0, x1=part.x1, y1=part.y1) for part in row.parts
        )
        heads = tuple(map(fixed, row.heads))
        size = next((line.size for part in row.parts for line in part.lines), 0.0)
        self.items.append(
            Draft(section, kind, text, boxes, size=size, cells=TableCells(cells, heads, row.is_head))
        )

    def passages(self, document: str, turns: Mapping[int, Turn]) -> tuple[Passage, ...]:
        """The finished passages, with ids in reading order and keys; their boxes on the pages as shown."""
        keys = passage_keys(draft.text for draft in self.items)
        return tuple(
            Passage(
                id=f"p{ordinal}",
                key=key,
                document=document,
                number=draft.number,
                section=draft.section,
                kind=draft.kind,
                text=draft.text,
                page_first=draft.boxes[0].page,
                page_last=draft.boxes[-1].page,
                boxes=tuple(turns[box.page].back(box) if box.page in turns else box for box in draft.boxes),
            )
            for ordinal, (draft, key) in enumerate(zip(self.items, keys, strict=True), start=1)
        )


def unmarked_text(block: Block, vocabulary: Vocabulary) -> str:
    """The text of a block without its mark, its lines joined and broken words mended."""
    texts = [line.text for line in block.lines]
    if block.mark:
        texts[0] = texts[0][len(block.mark.printed) :].lstrip()
    return joined([text for text in texts if text], vocabulary)


def opening_emphasis(block: Block, text: str) -> str:
    """The bold words that a block opens with, as they stand in its text; empty when none or all are bold."""
    words = [word for line in block.lines[:3] for word in line.words]
    if block.mark and len(block.mark.printed) >= len(words[0].text):
        words = words[1:]
    bold = 0
    while bold < len(words) and words[bold].bold:
        bold += 1
    if bold == 0 or block.bold:
        return ""
    opening = fixed(text_of(words[:bold]))
    return opening if re.search(r"\w", opening) and text.startswith(opening) else ""


def boxes_of(lines: Iterable[Line]) -> tuple[Box, ...]:
    """One box for each run of lines in one column of a page, in reading order."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and (runs[-1][-1].page, runs[-1][-1].region) == (line.page, line.region):
            runs[-1].append(line)
        else:
            runs.append([line])
    return tuple(
        Box(
            page=run[0].page,
            x0=round(min(line.x0 for line in run), 2),
            y0=round(min(line.y0 for line in run), 2),
            x1=round(max(line.x1 for line in run), 2),
            y1=round(max(line.y1 for line in run), 2),
        )
        for run in runs
    )
