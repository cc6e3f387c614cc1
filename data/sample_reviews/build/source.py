"""The source of a sample review: its front matter, and its light Markdown as typed blocks.

The format is described in the README of the folder above. Every producer renders the same blocks and
`truth` derives the expected result from them, so whatever a reader must find is decided here, once:
numbers of headings and paragraphs, notes, labels, good-practice marks.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml
from numbering import Numbering


@dataclass(frozen=True)
class Note:
    """A footnote: the number printed at its mark, and its text."""

    number: int
    text: str


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style; a run with a note has no text and is the note's mark."""

    text: str
    bold: bool = False
    italic: bool = False
    note: Note | None = None


@dataclass(frozen=True)
class Practice:
    """A sentence about practice, with the stance and the themes that a careful coder would give it."""

    text: str
    stance: str
    themes: tuple[str, ...]


@dataclass(frozen=True)
class Inline:
    """The words of one block: runs in order, and the practice marked in them. A newline is a line break."""

    runs: tuple[Run, ...] = ()
    practices: tuple[Practice, ...] = ()

    @property
    def text(self) -> str:
        """The words without the marks of notes."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Block:
    """What all blocks have: the attributes written in braces, e.g. {kind=analysis landscape}."""

    attrs: dict[str, str] = field(default_factory=dict, kw_only=True)


@dataclass(frozen=True)
class Heading(Block):
    """A heading of level 1 to 4; `kind` is inherited from the heading above when not given."""

    level: int
    inline: Inline
    kind: str
    number: str | None = None


@dataclass(frozen=True)
class Paragraph(Block):
    """A paragraph, with the number printed before it if any."""

    inline: Inline
    number: str | None = None


@dataclass(frozen=True)
class Item(Block):
    """One list item; `marker` is "" for a bullet, else as printed: "1." or "(a)". Depth 1 is outermost."""

    inline: Inline
    marker: str = ""
    depth: int = 1


@dataclass(frozen=True)
class Quotation(Block):
    """Words quoted as a block of their own."""

    inline: Inline


@dataclass(frozen=True)
class Table(Block):
    """Rows of cells; the first row is the head unless the attribute `headless` is set."""

    rows: tuple[tuple[Inline, ...], ...]


@dataclass(frozen=True)
class Recommendation(Block):
    """A recommendation as printed: label or none, its parts (Paragraph, Item), whom it is addressed to."""

    id: str
    label: str | None
    addressees: tuple[str, ...]
    level: str
    parts: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The text without the label; parts are separated by a newline."""
        return "\n".join(part.inline.text for part in self.parts if isinstance(part, (Paragraph, Item)))


@dataclass(frozen=True)
class Region(Block):
    """A fenced part: cover, contents, prompt, letter, statement, admin, glossary, box, columns, rotated …"""

    name: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class PageBreak(Block):
    """A forced new page."""


UNNUMBERED = {"cover", "contents", "prompt", "letter", "statement", "admin", "glossary", "box", "boxes"}
"""Regions whose paragraphs and headings never take a number of the series."""

KIND_OF_REGION = {"cover": "front", "contents": "contents", "letter": "letter", "admin": "admin"}
KIND_OF_REGION |= {"glossary": "glossary", "prompt": "admin", "statement": "reviewer_statement"}


@dataclass(frozen=True)
class Document:
    """A whole source: its path, its front matter and its blocks."""

    path: Path
    front: dict[str, Any]
    blocks: tuple[Block, ...]

    @property
    def file(self) -> str:
        """The name of the PDF."""
        return str(self.front["file"])

    @property
    def review(self) -> dict[str, Any]:
        """What the front matter says of the review."""
        review: dict[str, Any] = self.front["review"]
        return review


def read(path: Path) -> Document:
    """The document in a source file. Raises ValueError naming the line that cannot be understood."""
    _, front, body = re.split(r"^---[ \t]*$", path.read_text(encoding="utf-8"), maxsplit=2, flags=re.M)
    matter = yaml.safe_load(front)
    reader = _Reader(body, Numbering(str(matter.get("numbering", "none")), matter.get("heading_numbers")))
    return Document(path, matter, reader.blocks())


def walk(blocks: Sequence[Block], regions: tuple[str, ...] = ()) -> Iterator[tuple[Block, tuple[str, ...]]]:
    """Every block in order with the names of the regions around it; a recommendation's parts are not entered."""
    for block in blocks:
        yield block, regions
        if isinstance(block, Region):
            yield from walk(block.blocks, (*regions, block.name))


def attributes(text: str) -> dict[str, str]:
    """`kind=analysis landscape widths="1,2"` as a dictionary; a bare word has the value "true"."""
    pairs = (word.partition("=") for word in shlex.split(text))
    return {name: value if equals else "true" for name, equals, value in pairs}


_INLINE = re.compile(
    r"(?P<practice>\[\[(?P<codes>[^|\]]*)\|)|(?P<end>\]\])|\^\[(?P<note>[^\]]*)\]|(?P<bold>\*\*)|(?P<italic>\*)|<br>"
)


def curly(text: str) -> str:
    """Straight quotation marks turned into typographic ones."""
    text = re.sub(r'(^|[\s(\[–—‘/])"', r"\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s(\[–—“/])'", r"\1‘", text).replace("'", "’")


class _Reader:
    def __init__(self, body: str, numbering: Numbering) -> None:
        self.numbering = numbering
        self.notes = 0
        self.kind = "front"
        self.kinds: dict[int, str] = {}
        wanted = re.findall(r"^::: *recommendation([^\n]*)\n(.*?)^:::$", body, flags=re.M | re.S)
        self.recommended = {attributes(head).get("id", ""): (attributes(head), text) for head, text in wanted}
        self.lines = self._repeated(body).splitlines()
        self.at = 0

    def _repeated(self, body: str) -> str:
        """The body with each @text(id) and @label(id) replaced by that recommendation's own words."""

        def words(match: re.Match[str]) -> str:
            head, text = self.recommended[match[2]]
            flat = re.sub(r"\s+", " ", re.sub(r"^\s*- ", "", text.strip(), flags=re.M))
            return head.get("label", "") if match[1] == "label" else flat

        return re.sub(r"@(text|label)\((\w+)\)", words, body)

    def blocks(self, regions: tuple[str, ...] = ()) -> tuple[Block, ...]:
        found: list[Block] = []
        attrs: dict[str, str] = {}
        while self.at < len(self.lines):
            line = self.lines[self.at].rstrip()
            if line == ":::":
                self.at += 1
                return tuple(found)
            if not line:
                self.at += 1
            elif match := re.fullmatch(r"\{(.*)\}", line):
                attrs = attributes(match[1])
                self.at += 1
            else:
                found.append(self._block(line, attrs, regions))
                attrs = {}
        if regions:
            raise ValueError(f"the region {regions[-1]!r} is not closed by :::")
        return tuple(found)

    def _block(self, line: str, attrs: dict[str, str], regions: tuple[str, ...]) -> Block:
        if line.startswith(":::"):
            return self._region(line, regions)
        if line == "<<<page>>>":
            self.at += 1
            return PageBreak()
        if line.startswith("#"):
            self.at += 1
            return self._heading(line, regions)
        if line.startswith("|"):
            return self._table(attrs)
        if match := re.match(r"(?P<indent> *)(?:-|(?P<marker>\d+\.|\([a-z]+\)|[a-z]\)))\s+(?=\S)", line):
            text = self._gather(line[match.end() :])
            depth = 1 + len(match["indent"]) // 2
            return Item(self.inline(text), match["marker"] or "", depth, attrs=attrs)
        if line.startswith("> "):
            return Quotation(self.inline(re.sub(r"(^|\s)> ", r"\1", self._gather(line))), attrs=attrs)
        return self._paragraph(self._gather(line), attrs, regions)

    def _gather(self, first: str) -> str:
        """The first line and those that go on from it, up to a blank line or another kind of block."""
        parts = [first]
        self.at += 1
        while self.at < len(self.lines):
            line = self.lines[self.at].rstrip()
            if line.startswith("> ") != first.startswith("> "):
                break
            if not line or re.match(r"\s*(?:#|\||:::|<<<|- |\d+\. |\([a-z]+\) |[a-z]\) |\{[^}]*\}$)", line):
                break
            parts.append(line.strip())
            self.at += 1
        return " ".join(parts)

    def _paragraph(self, text: str, attrs: dict[str, str], regions: tuple[str, ...]) -> Paragraph:
        numbered = not UNNUMBERED.intersection(regions) and "unnumbered" not in attrs
        number = self.numbering.paragraph() if numbered else None
        return Paragraph(self.inline(text), number, attrs=attrs)

    def _heading(self, line: str, regions: tuple[str, ...]) -> Heading:
        match = re.fullmatch(r"(#+)\s+(.*?)\s*(?:\{(.*)\})?", line)
        if match is None:
            raise ValueError(f"not a heading: {line!r}")
        level, attrs = len(match[1]), attributes(match[3] or "")
        fixed = next((KIND_OF_REGION[name] for name in reversed(regions) if name in KIND_OF_REGION), None)
        inherited = next((self.kinds[n] for n in range(level - 1, 0, -1) if n in self.kinds), "other")
        kind = attrs.get("kind") or fixed or inherited
        if not fixed:
            self.kinds = {n: k for n, k in self.kinds.items() if n < level} | {level: kind}
        plain = bool(UNNUMBERED.intersection(regions))
        number = attrs.get("number") if plain else self.numbering.heading(level, attrs)
        return Heading(level, self.inline(match[2]), kind, number, attrs=attrs)

    def _table(self, attrs: dict[str, str]) -> Table:
        rows = []
        while self.at < len(self.lines) and self.lines[self.at].startswith("|"):
            cells = re.findall(r"((?:\[\[.*?\]\]|[^|])*)\|", self.lines[self.at].strip()[1:])
            rows.append(tuple(self.inline(cell.strip()) for cell in cells))
            self.at += 1
        if len({len(row) for row in rows}) != 1:
            raise ValueError(f"rows of one table have different numbers of cells: {rows[0][0].text!r} …")
        return Table(tuple(rows), attrs=attrs)

    def _region(self, line: str, regions: tuple[str, ...]) -> Block:
        name, _, rest = line.removeprefix(":::").strip().partition(" ")
        attrs = attributes(rest)
        self.at += 1
        if name != "recommendation":
            return Region(name, self.blocks((*regions, name)), attrs=attrs)
        if label := attrs.get("label"):
            self.numbering.spend(label.rstrip("."))
        parts = tuple(
            replace(part, number=None) if isinstance(part, Paragraph) else part
            for part in self.blocks((*regions, "box"))
        )
        to = tuple(name.strip() for name in attrs.get("to", "").split(";") if name.strip())
        return Recommendation(attrs["id"], label, to, attrs.get("level", "unknown"), parts, attrs=attrs)

    def inline(self, text: str) -> Inline:
        """The runs and practice marks of one block's text."""
        runs: list[Run] = []
        practices: list[Practice] = []
        bold = italic = False
        opened: tuple[str, int] | None = None
        at = 0

        def add(piece: str) -> None:
            if piece:
                runs.append(Run(piece, bold, italic))

        text = curly(text)
        for match in _INLINE.finditer(text):
            add(text[at : match.start()])
            at = match.end()
            if match["practice"]:
                opened = match["codes"].strip(), len(runs)
                at += len(text[at:]) - len(text[at:].lstrip())
            elif match["end"] and opened:
                stance, _, themes = opened[0].partition(" ")
                said = "".join(run.text for run in runs[opened[1] :]).strip()
                practices.append(Practice(said, stance, tuple(filter(None, re.split(r"[,\s]+", themes)))))
                opened = None
            elif match["note"] is not None:
                self.notes += 1
                runs.append(Run("", note=Note(self.notes, match["note"].strip())))
            elif match["bold"]:
                bold = not bold
            elif match["italic"]:
                italic = not italic
            else:
                add("\n")
        add(text[at:])
        if opened:
            raise ValueError(f"a practice mark is not closed by ]] in {text[:60]!r}")
        return Inline(tuple(runs), tuple(practices))
