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
from words import Inline, Note, Practice, Run, Words

__all__ = ["Inline", "Note", "Practice", "Run"]  # and what is defined here


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


class _Reader:
    def __init__(self, body: str, numbering: Numbering) -> None:
        self.numbering = numbering
        self.words = Words()
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
            return Item(self.words.read(text), match["marker"] or "", depth, attrs=attrs)
        if line.startswith("> "):
            return Quotation(self.words.read(re.sub(r"(^|\s)> ", r"\1", self._gather(line))), attrs=attrs)
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
        return Paragraph(self.words.read(text), number, attrs=attrs)

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
        return Heading(level, self.words.read(match[2]), kind, number, attrs=attrs)

    def _table(self, attrs: dict[str, str]) -> Table:
        rows = []
        while self.at < len(self.lines) and self.lines[self.at].startswith("|"):
            cells = re.findall(r"((?:\[\[.*?\]\]|[^|])*)\|", self.lines[self.at].strip()[1:])
            rows.append(tuple(self.words.read(cell.strip()) for cell in cells))
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
        label = attrs.get("label")
        if label == "next":
            label = self.numbering.paragraph()
        elif label:
            self.numbering.spend(label.rstrip("."))
        parts = tuple(
            replace(part, number=None) if isinstance(part, Paragraph) else part
            for part in self.blocks((*regions, "box"))
        )
        to = tuple(name.strip() for name in attrs.get("to", "").split(";") if name.strip())
        return Recommendation(attrs["id"], label, to, attrs.get("level", "unknown"), parts, attrs=attrs)
