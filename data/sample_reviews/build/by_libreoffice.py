"""A document as a flat ODT, and that as a PDF by LibreOffice Writer."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pyphen
from fodt_styles import (
    DEFAULTS,
    NAMESPACES,
    cell_styles,
    font_faces,
    list_style,
    master_pages,
    page_layouts,
    paragraph_styles,
    width,
    word_styles,
)
from source import (
    Block,
    Document,
    Heading,
    Inline,
    Item,
    PageBreak,
    Paragraph,
    Quotation,
    Recommendation,
    Region,
    Run,
    Table,
    walk,
)

STYLE_IN = {"cover": "Cover", "prompt": "Prompt", "letter": "Letter", "glossary": "Body"}
MASTER_OF = {"landscape": "Wide", "letter": "Letter", "roman": "Roman"}


def make(document: Document, pdf: Path) -> None:
    """Writes the PDF. Raises CalledProcessError when LibreOffice fails."""
    look = DEFAULTS | document.front.get("look", {})
    with tempfile.TemporaryDirectory() as folder:
        flat = Path(folder) / f"{pdf.stem}.fodt"
        flat.write_text(_Writer(document, look).document(), encoding="utf-8")
        tagged = json.dumps({"UseTaggedPDF": {"type": "boolean", "value": str(bool(look["tagged"])).lower()}})
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        command += ["--convert-to", f"pdf:writer_pdf_Export:{tagged}", "--outdir", folder, str(flat)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        pdf.write_bytes(_without_clock((Path(folder) / pdf.name).read_bytes(), str(document.front["made"])))


def _without_clock(data: bytes, day: str) -> bytes:
    """The same file with its making dated by the source and its identity by its content, so that builds repeat."""
    stamp = f"/CreationDate(D:{day.replace('-', '')}090000Z')".encode()
    data = re.sub(rb"/CreationDate\(D:\d{14}Z'\)", stamp, data)
    data = re.sub(rb"/DocChecksum /\w{32}", b"/DocChecksum /" + b"0" * 32, data)
    data = re.sub(rb"/ID \[ <\w{32}>\s<\w{32}> \]", b"/ID [ <%s>\n<%s> ]" % (b"0" * 32, b"0" * 32), data)
    name = hashlib.md5(data, usedforsecurity=False).hexdigest().upper().encode()
    return data.replace(b"/ID [ <" + b"0" * 32 + b">\n<" + b"0" * 32, b"/ID [ <" + name + b">\n<" + name)


class _Writer:
    """Writes blocks in order; remembers the page change that the next paragraph must carry."""

    def __init__(self, document: Document, look: dict[str, Any]) -> None:
        self.source = document
        self.look = look
        roman = any(isinstance(b, Region) and b.name == "roman" for b in document.blocks)
        self.change: dict[str, str] = {"master": "RomanFirst" if roman else "First"}
        self.derived: dict[tuple[str, str], str] = {}
        self.tables: list[str] = []
        self.headings = self.sections = 0
        welsh = document.review["language"] == "cy"
        self.hyphens = (
            pyphen.Pyphen(lang="en_GB", left=3, right=3) if look["hyphenate"] and not welsh else None
        )

    def document(self) -> str:
        body = self.blocks(self.source.blocks)
        front = self.source.front
        masters = master_pages(self.look, front.get("running_head") or "", front.get("running_foot") or "")
        automatic = (
            "".join(self.derived.values())
            + "".join(self.tables)
            + cell_styles(self.look)
            + page_layouts(self.look)
        )
        styles = "".join(paragraph_styles(self.look)) + list_style(self.look) + word_styles(self.look)
        title = escape(str(front["review"]["title"]))
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMESPACES} '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" '
            'office:mimetype="application/vnd.oasis.opendocument.text">'
            f"<office:meta><dc:title>{title}</dc:title></office:meta>{font_faces(self.look)}"
            f"<office:styles>{styles}</office:styles><office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:master-styles>{masters}</office:master-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document>"
        )

    def blocks(self, blocks: Sequence[Block], region: str = "") -> str:
        ends = [not isinstance(after, Item) for after in blocks[1:]] + [True]
        return "".join(
            self.item(block, last=end) if isinstance(block, Item) else self.block(block, region)
            for block, end in zip(blocks, ends, strict=True)
        )

    def block(self, block: Block, region: str) -> str:
        match block:
            case PageBreak():
                self.change["break"] = "page"
                return ""
            case Heading():
                return self.heading(block, region)
            case Paragraph():
                return self.paragraph(block, region)
            case Item():
                return self.item(block)
            case Quotation():
                return self.p("Quotation", self.words(block.inline))
            case Table():
                return self.table(block)
            case Recommendation():
                return self.recommendation(block)
            case Region():
                return self.region(block)
        raise TypeError(f"cannot draw {block!r}")

    # words

    def words(self, inline: Inline, *, hyphenate: bool = True) -> str:
        return "".join(self.run(run, hyphenate) for run in inline.runs)

    def run(self, run: Run, hyphenate: bool) -> str:
        if run.note:
            text = f'<text:p text:style-name="Footnote">{escape(run.note.text)}</text:p>'
            cite = f"<text:note-citation>{run.note.number}</text:note-citation>"
            return f'<text:note text:note-class="footnote">{cite}<text:note-body>{text}</text:note-body></text:note>'
        plain = run.text
        if self.hyphens and hyphenate:
            plain = re.sub(r"[^\W\d_]{7,}", lambda m: self.hyphens.inserted(m[0], "\u00ad"), plain)  # type: ignore[union-attr]
        text = escape(plain).replace("\n", "<text:line-break/>")
        name = "Strong" if run.bold else "Emphasis" if run.italic else ""
        return f'<text:span text:style-name="{name}">{text}</text:span>' if name else text

    # paragraphs

    def p(self, style: str, words: str, level: int = 0) -> str:
        tag = f'text:h text:outline-level="{level}"' if level else "text:p"
        return f'<{tag} text:style-name="{self.styled(style)}">{words}</{tag.split()[0]}>'

    def styled(self, style: str) -> str:
        """The style's name, or that of a derived style that carries the pending change of page."""
        if not self.change:
            return style.replace(" ", "")
        master, start = self.change.get("master"), self.change.get("number")
        before = "" if master else ' fo:break-before="page"'
        after = f' style:page-number="{start}"' if start else ""
        at = f' style:master-page-name="{master}"' if master else ""
        name = f"P{len(self.derived) + 1}"
        self.derived[style, name] = (
            f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{style.replace(" ", "")}"{at}>'
            f"<style:paragraph-properties{before}{after}/></style:style>"
        )
        self.change = {}
        return name

    def heading(self, block: Heading, region: str) -> str:
        words = self.words(block.inline, hyphenate=False)
        if region == "cover":
            return self.p("Title" if block.level == 1 else "Subtitle", words)
        self.headings += 1
        mark = f'<text:bookmark text:name="h{self.headings}"/>'
        number, style = block.number or "", f"Heading {block.level}"
        if number and re.search(r"[A-Za-z]{3}", number):
            words = f"{escape(number)}: {words}"
        elif number:
            words, style = f"{number}{self.look['dot']}<text:tab/>{words}", f"{style} numbered"
        return self.p(style, mark + words, block.level)

    def paragraph(self, block: Paragraph, region: str) -> str:
        words = self.words(block.inline)
        if block.number:
            return self.p("Numbered", f"{block.number}{self.look['dot']}<text:tab/>{words}")
        return self.p(block.attrs.get("style", STYLE_IN.get(region, "Body")).capitalize(), words)

    def item(self, block: Item, *, last: bool = False) -> str:
        words = self.words(block.inline)
        if block.marker:
            return self.p(f"Marked {block.depth}", f"{block.marker}<text:tab/>{words}")
        return self.bullet(words, block.depth, " last" if last else "")

    def bullet(self, words: str, depth: int, last: str) -> str:
        inner = f"<text:list-item>{self.p(f'List {depth}{last}', words)}</text:list-item>"
        for _ in range(depth - 1):
            inner = (
                f'<text:list-item><text:list text:style-name="Bullets">{inner}</text:list></text:list-item>'
            )
        return f'<text:list text:style-name="Bullets">{inner}</text:list>'

    def recommendation(self, block: Recommendation) -> str:
        out = []
        for place, part in enumerate(block.parts):
            assert isinstance(part, (Paragraph, Item))
            words, label = self.words(part.inline), block.label
            if place == 0 and label and not re.search(r"[A-Za-z]{2}", label):
                out.append(self.p("Numbered", f"{label}{self.look['dot']}<text:tab/>{words}"))
            elif place == 0 and label and "heading" in block.attrs:
                out += [self.p("Bold", escape(label)), self.p("Body", words)]
            elif place == 0 and label:
                strong = f'<text:span text:style-name="Strong">{escape(label)}:</text:span> '
                out.append(self.p("Body", strong + words))
            else:
                out.append(self.item(part) if isinstance(part, Item) else self.p("Body", words))
        return "".join(out)

    # regions

    def region(self, block: Region) -> str:
        if block.name in MASTER_OF:
            if block.name != "roman":
                self.change = {"master": MASTER_OF[block.name]}
            inside = self.blocks(block.blocks, block.name)
            self.change = {"master": "Standard"} | ({"number": "1"} if block.name == "roman" else {})
            return inside
        if block.name == "contents":
            return self.contents(block)
        if block.name == "frame":
            return self.frame(block)
        if block.name == "box":
            return self.grid([[("Shaded", self.blocks(block.blocks))]], [100]) + self.p("Gap", "")
        if block.name == "boxes":
            return self.boxes(block)
        if block.name == "columns":
            self.sections += 1
            return (
                f'<text:section text:style-name="TwoColumns" text:name="columns{self.sections}">'
                f"{self.blocks(block.blocks)}</text:section>"
            )
        return self.blocks(block.blocks, block.name)

    def contents(self, block: Region) -> str:
        """Entries with dot leaders; the page is a reference field that Writer fills in."""
        depth = int(block.attrs.get("depth", "1"))
        out = [self.blocks(block.blocks, "contents")]
        headings = [
            b for b, regions in walk(self.source.blocks) if isinstance(b, Heading) and "cover" not in regions
        ]
        for n, heading in enumerate(headings, 1):
            if heading.level > depth or n <= self.headings or "unlisted" in heading.attrs:
                continue
            number = heading.number or ""
            number += ": " if re.search(r"[A-Za-z]{3}", number) else "<text:tab/>" if number else ""
            page = (
                f'<text:bookmark-ref text:reference-format="page" text:ref-name="h{n}">0</text:bookmark-ref>'
            )
            words = self.words(heading.inline, hyphenate=False)
            out.append(self.p(f"Contents {min(heading.level, 2)}", f"{number}{words}<text:tab/>{page}"))
        return "".join(out)

    def frame(self, block: Region) -> str:
        """The form of the time: one ruled frame round the page, headings as shaded rows."""
        rows: list[list[tuple[str, str]]] = []
        for inner in block.blocks:
            words = self.block(inner, "")
            if isinstance(inner, Heading) and inner.level == 1:
                rows.append([("Shaded", words)])
            elif rows and rows[-1][0][0] == "Frame":
                rows[-1] = [("Frame", rows[-1][0][1] + words)]
            else:
                rows.append([("Frame", words)])
        return self.grid(rows, [100])

    def boxes(self, block: Region) -> str:
        """Boxes side by side, `across` to a row."""
        across = int(block.attrs.get("across", "2"))
        cells = [("Shaded", self.blocks(b.blocks)) for b in block.blocks if isinstance(b, Region)]
        rows = [cells[n : n + across] for n in range(0, len(cells), across)]
        rows[-1] += [("Bare", self.p("Gap", ""))] * (across - len(rows[-1]))
        return self.grid(rows, [100 // across] * across)

    # tables

    def table(self, block: Table) -> str:
        widths = [float(w) for w in block.attrs.get("widths", "").split(",") if w]
        rows = [[("Grid", self.cell(cell, "Cell")) for cell in row] for row in block.rows]
        if "headless" not in block.attrs:
            rows[0] = [("GridHead", self.cell(cell, "Cell head")) for cell in block.rows[0]]
        if "plain" in block.attrs:
            rows = [[("Bare", words) for _, words in row] for row in rows]
        heads = 0 if "headless" in block.attrs or "repeat_head" not in block.attrs else 1
        return self.grid(rows, widths or [100 / len(rows[0])] * len(rows[0]), heads) + self.p("Gap", "")

    def cell(self, inline: Inline, style: str) -> str:
        """One paragraph for each line of the cell."""
        lines = self.words(inline, hyphenate=False).split("<text:line-break/>")
        return "".join(self.p(style, line) for line in lines)

    def grid(self, rows: list[list[tuple[str, str]]], widths: list[float], heads: int = 0) -> str:
        name = f"T{len(self.tables) + 1}"
        full = width(self.look)
        columns = ""
        style = f'<style:style style:name="{name}" style:family="table"><style:table-properties table:align="margins" style:may-break-between-rows="true" table:border-model="collapsing"/></style:style>'
        for n, share in enumerate(widths):
            style += (
                f'<style:style style:name="{name}.{n}" style:family="table-column"><style:table-column-properties '
                f'style:column-width="{full * share / sum(widths):.3f}cm" style:rel-column-width="{round(share * 600)}*"/></style:style>'
            )
            columns += f'<table:table-column table:style-name="{name}.{n}"/>'
        self.tables.append(style)
        drawn = [
            "<table:table-row>"
            + "".join(
                f'<table:table-cell table:style-name="{look}">{words}</table:table-cell>'
                for look, words in row
            )
            + "</table:table-row>"
            for row in rows
        ]
        head = f"<table:table-header-rows>{''.join(drawn[:heads])}</table:table-header-rows>" if heads else ""
        return f'<table:table table:name="{name}" table:style-name="{name}">{columns}{head}{"".join(drawn[heads:])}</table:table>'
