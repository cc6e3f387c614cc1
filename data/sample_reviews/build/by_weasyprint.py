"""Draws a sample review with WeasyPrint: HTML and CSS for paged media.

What the words are is decided by the source; how they look by `styles/STYLE.css`, where STYLE is the front
matter's `style`. Running heads and feet go into the corners of the page: `left<br>right` fills both ends of
a line, a single text the place that the front matter's `head_at` or `foot_at` names (center unless given).
"""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Sequence
from html import escape
from pathlib import Path

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
    Table,
    walk,
)
from symbol_font import write_symbol_font
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

STYLES = Path(__file__).parent / "styles"


def make(document: Document, pdf: Path) -> None:
    """Writes the PDF of a document; the same source gives the same bytes."""
    with tempfile.TemporaryDirectory() as folder:
        write_symbol_font(Path(folder) / "symbol.ttf")
        fonts = FontConfiguration()
        styles = [STYLES / "print.css", STYLES / f"{document.front['style']}.css"]
        rules = "".join(path.read_text(encoding="utf-8") for path in styles) + furniture(document)
        css = CSS(string=rules, font_config=fonts, base_url=folder)
        page = HTML(string=html(document), base_url=folder)
        tagged = bool(document.front.get("tagged"))
        page.write_pdf(pdf, stylesheets=[css], font_config=fonts, pdf_tags=tagged)


def html(document: Document) -> str:
    """The whole document as HTML."""
    body = _Body(document)
    review = document.review
    title = escape(str(review["title"]))
    language = {"en": "en-GB"}.get(review["language"], review["language"])
    return f'<html lang="{language}"><head><title>{title}</title></head><body>{body.all()}</body></html>'


def furniture(document: Document) -> str:
    """Page rules for the running head and foot."""
    boxes = []
    for edge, name in (("top", "head"), ("bottom", "foot")):
        line = document.front.get(f"running_{name}")
        if not line:
            continue
        parts = [part.strip() for part in line.split("<br>")]
        places = ["left", "right"] if len(parts) == 2 else [document.front.get(f"{name}_at", "center")]
        boxes += [
            f"@{edge}-{place} {{ content: {_content(part)} }}"
            for place, part in zip(places, parts, strict=True)
        ]
    return "@page {" + "".join(boxes) + "}"


def _content(text: str) -> str:
    """A CSS `content` value: quoted words, with counters for {page} and {pages}."""
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    for name in ("page", "pages"):
        quoted = quoted.replace(f"{{{name}}}", f'" counter({name}) "')
    return f'"{quoted}"'


class _Body:
    def __init__(self, document: Document) -> None:
        self.document = document
        headings = [(b, r) for b, r in walk(document.blocks) if isinstance(b, Heading)]
        self.ids = {id(heading): f"h{n}" for n, (heading, _) in enumerate(headings)}
        self.listed = [h for h, regions in headings if not {"cover", "contents"}.intersection(regions)]

    def all(self) -> str:
        return self.blocks(self.document.blocks)

    def blocks(self, blocks: Sequence[Block]) -> str:
        """Neighbouring list items become one list; everything else stands for itself."""
        parts = []
        for is_item, group in itertools.groupby(blocks, lambda block: isinstance(block, Item)):
            neighbours = list(group)
            parts += [self.items(neighbours)] if is_item else map(self.block, neighbours)
        return "\n".join(parts)

    def block(self, block: Block) -> str:
        match block:
            case Heading():
                return self.heading(block)
            case Paragraph():
                return f"<p{_classes(block, numbered=block.number)}>{_number(block.number)}{inline(block.inline)}</p>"
            case Quotation():
                return f"<blockquote><p>{inline(block.inline)}</p></blockquote>"
            case Table():
                return self.table(block)
            case Recommendation():
                return self.recommendation(block)
            case Region(name="contents"):
                return self.contents(block)
            case Region(name="ruled-recommendations"):
                return self.ruled_recommendations(block)
            case Region():
                return self.region(block)
            case PageBreak():
                return '<div class="page-break"></div>'
        raise TypeError(f"no drawing for {type(block).__name__}")

    def heading(self, heading: Heading) -> str:
        tag = f"h{heading.level}"
        number = _number(heading.number)
        return (
            f'<{tag} id="{self.ids[id(heading)]}"{_classes(heading)}>{number}{inline(heading.inline)}</{tag}>'
        )

    def items(self, items: list[Block]) -> str:
        lines = []
        for item in items:
            assert isinstance(item, Item)
            marker = escape(item.marker) or '<span class="bullet"></span>'
            kind = "ordered" if item.marker else "bulleted"
            lines.append(
                f'<li class="{kind} depth-{item.depth}"><span class="marker">{marker}</span>{inline(item.inline)}</li>'
            )
        return f"<ul>{''.join(lines)}</ul>"

    def table(self, table: Table) -> str:
        widths = table.attrs.get("widths", "")
        columns = "".join(f'<col style="width:{width}%">' for width in widths.split(",") if width)
        headless = "headless" in table.attrs
        body = [row(cells, "td") for cells in (table.rows if headless else table.rows[1:])]
        head = "" if headless else row(table.rows[0], "th")
        if "repeat_head" in table.attrs:
            head = f"<thead>{head}</thead>"
        else:
            body, head = [head, *body], ""
        kind = table.attrs.get("table", "plain")
        drawn = f'<table class="{kind}">{columns}{head}<tbody>{"".join(body)}</tbody></table>'
        return f'<div class="landscape">{drawn}</div>' if "landscape" in table.attrs else drawn

    def recommendation(self, recommendation: Recommendation) -> str:
        label = f'<span class="label">{escape(recommendation.label)}</span>' if recommendation.label else ""
        first, *rest = recommendation.parts
        assert isinstance(first, Paragraph)
        opening = f"<p>{label}{inline(first.inline)}</p>"
        return f'<div class="recommendation">{opening}{self.blocks(rest)}</div>'

    def ruled_recommendations(self, region: Region) -> str:
        """Recommendations as a ruled table of their own: number, text, level, addressees."""
        head = "".join(f"<th>{word}</th>" for word in ("No.", "Recommendation", "Level", "Addressed to"))
        rows = []
        for one in region.blocks:
            assert isinstance(one, Recommendation)
            to = escape("; ".join(one.addressees))
            cells = escape(one.label or ""), self.blocks(one.parts), one.level.capitalize(), to
            rows.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
        widths = "".join(f'<col style="width:{width}%">' for width in (8, 56, 12, 24))
        return f'<table class="recommendations">{widths}<thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'

    def contents(self, region: Region) -> str:
        depth = int(region.attrs.get("depth", 1))
        lines = [
            f'<a class="entry level-{h.level}" href="#{self.ids[id(h)]}">{_number(h.number)}{inline(h.inline, notes=False)}</a>'
            for h in self.listed
            if h.level <= depth
        ]
        return f'<nav class="contents">{self.blocks(region.blocks)}{"".join(lines)}</nav>'

    def region(self, region: Region) -> str:
        name, *rest = region.name, *region.attrs
        style = ""
        if name == "columns":
            style = f' style="columns: {next((word for word in rest if word.isdigit()), 2)}"'
            rest = [word for word in rest if not word.isdigit()]
        return f'<section class="{" ".join([name, *rest])}"{style}>{self.blocks(region.blocks)}</section>'


def row(cells: Sequence[Inline], tag: str) -> str:
    """One table row."""
    return "<tr>" + "".join(f"<{tag}>{inline(cell)}</{tag}>" for cell in cells) + "</tr>"


def inline(words: Inline, *, notes: bool = True) -> str:
    """The runs of a block, with footnotes where they are marked."""
    parts = []
    for run in words.runs:
        if run.note:
            parts.append(f'<span class="note">{escape(run.note.text)}</span>' if notes else "")
            continue
        text = escape(run.text).replace("\n", "<br>")
        text = f"<b>{text}</b>" if run.bold else text
        parts.append(f"<i>{text}</i>" if run.italic else text)
    return "".join(parts)


def _number(number: str | None) -> str:
    return f'<span class="number">{escape(number)}</span>' if number else ""


def _classes(block: Block, *, numbered: str | None = None) -> str:
    names = [name for name, value in block.attrs.items() if value == "true"]
    names += ["numbered"] if numbered else []
    return f' class="{" ".join(names)}"' if names else ""
