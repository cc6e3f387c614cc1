"""Draws a sample review with reportlab: platypus flowables on single, double or wide pages.

What the words are is decided by the source; how they look by the front matter's `look`, over the defaults
in `looks`. A part in `::: columns 2` stands on pages of two columns, or with `flowing` shares its first
and last page with the text around it; `::: landscape` turns the page; what `::: declared` holds is printed
elsewhere (a recommendation that only a cell of an action plan prints) and not drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from leaves import Feet, Leaves, Noted
from looks import Look
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    BalancedColumns,
    CondPageBreak,
    Flowable,
    NextPageTemplate,
    PageBreakIfNotEmpty,
    Spacer,
)
from reportlab.platypus import Paragraph as Words
from reportlab.platypus import Table as Grid
from reportlab.platypus.tableofcontents import TableOfContents
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
from typefaces import TICK_FACE

RULE = HexColor("#777777")


def make(document: Document, pdf: Path) -> None:
    """Writes the PDF of a document; the same source gives the same bytes."""
    look = Look(document.front)
    about = {"title": str(document.review["title"]), "author": "", "subject": "Fictional sample review"}
    total = 0
    for _ in ("to count the pages", "to print their number"):
        feet = Feet(notes(document), look.styles["note"])
        leaves = Leaves(str(pdf), look.sheet, look.furniture, feet, total, **about)
        leaves.begin_on(look["first"])
        leaves.multiBuild(_Story(look, feet).blocks(document.blocks))
        total = leaves.page


def notes(document: Document) -> dict[str, str]:
    """The markup of every footnote by its number."""
    blocks = [
        block
        for block, _ in walk(document.blocks)
        if isinstance(block, (Paragraph, Item, Quotation, Heading))
    ]
    runs = [run.note for block in blocks for run in block.inline.runs if run.note]
    return {str(note.number): escape(note.text) for note in runs}


def markup(inline: Inline) -> str:
    """The runs of a block in reportlab's markup; a note is a raised number that tells its page when drawn."""
    parts = []
    for run in inline.runs:
        if run.note:
            number = run.note.number
            parts.append(f'<super>{number}</super><onDraw name="_noted" label="{number}"/>')
            continue
        text = escape(run.text).replace("\n", "<br/>").replace("☐", f'<font name="{TICK_FACE}">☐</font>')
        text = f"<b>{text}</b>" if run.bold else text
        parts.append(f"<i>{text}</i>" if run.italic else text)
    return "".join(parts)


class Rows(Grid):
    """A table whose rows are cut at the page foot, as word processors cut them, before it is cut between rows."""

    def split(self, width: float, height: float) -> list[Flowable]:
        """The parts above and below the page turn; nothing when not even a line fits."""
        self._calc(width, height)
        parts: list[Rows] = self._splitRows(height, doInRowSplit=1)
        below = parts[1]._cellvalues[parts[1].repeatRows] if len(parts) == 2 else []
        return parts if any(below) else self._splitRows(height)  # no row is left that holds padding only


class _Story:
    """The flowables of a document's blocks, in order."""

    def __init__(self, look: Look, feet: Feet) -> None:
        self.look, self.feet, self.styles = look, feet, look.styles
        width = A4[0] - look.sheet.left - look.sheet.right
        self.widths = {
            "single": width,
            "double": (width - look.sheet.gap) / 2,
            "wide": A4[1] - 2 * look.sheet.left,
        }
        self.template = look["first"]
        self.flowing = False

    def blocks(self, blocks: Sequence[Block], region: str = "") -> list[Flowable]:
        found: list[Flowable] = []
        for block in blocks:
            found += self.block(block, region)
        return found

    def block(self, block: Block, region: str) -> list[Flowable]:
        match block:
            case Heading():
                return [
                    *([] if region == "box" else self.room(f"h{block.level}")),
                    self.heading(block, region),
                ]
            case Paragraph():
                return [self.paragraph(block, region)]
            case Item():
                return [self.item(block, region)]
            case Quotation():
                return [self.words(markup(block.inline), self.styles["quotation"])]
            case Table():
                return [self.table(block), Spacer(1, 8)]
            case Recommendation():
                return self.recommendation(block)
            case PageBreak():
                return [PageBreakIfNotEmpty()]
            case Region():
                return self.region(block)
        raise TypeError(f"no drawing for {type(block).__name__}")

    def words(self, text: str, style: ParagraphStyle, bullet: str | None = None) -> Noted:
        words = Noted(text, style, bulletText=bullet)
        words.feet = self.feet
        return words

    def room(self, style: str) -> list[Flowable]:
        """Goes on to the next column or page when a heading and two lines would not fit on this one."""
        above = self.styles[style]
        height = above.spaceBefore + 2 * above.leading + above.spaceAfter + 3 * self.look["leading"]
        height += 2 * self.styles["h2"].leading if style == "h1" else 0  # often followed by a sub-heading
        return [] if self.flowing else [CondPageBreak(height)]

    def heading(self, heading: Heading, region: str) -> Flowable:
        if region == "cover":
            return self.words(markup(heading.inline), self.styles["title"])
        number = f"{heading.number}&nbsp;&nbsp;" if heading.number else ""
        drawn = self.words(number + markup(heading.inline), self.styles[f"h{heading.level}"])
        if region not in ("contents", "box") and heading.level <= self.look["contents_depth"]:
            drawn.entry = heading.level - 1, number + escape(heading.inline.text)
        return drawn

    def paragraph(self, paragraph: Paragraph, region: str) -> Flowable:
        text = markup(paragraph.inline)
        if region == "cover":
            return self.words(text, self.styles[paragraph.attrs.get("style", "line")])
        if region == "prompt":
            return self.words(text, self.styles["prompt"])
        style = self.styles[paragraph.attrs.get("style", "numbered" if paragraph.number else "body")]
        if paragraph.number and self.look["number"] == "run_in":
            return self.words(f"{paragraph.number}&nbsp;&nbsp;{text}", style)
        return self.words(text, style, paragraph.number)

    def item(self, item: Item, region: str) -> Flowable:
        if region == "prompt":
            return self.words(f"– {markup(item.inline)}", self.styles["prompt"])
        bullet = item.marker or self.look["bullets"][item.depth - 1]
        style = self.styles[f"{'item' if item.marker else 'bullet'}{item.depth}"]
        return self.words(markup(item.inline), style, bullet)

    def recommendation(self, recommendation: Recommendation) -> list[Flowable]:
        label = recommendation.label and escape(recommendation.label)
        first, *rest = recommendation.parts
        if not label:
            return self.blocks(recommendation.parts, "recommendation")
        assert isinstance(first, Paragraph)
        if self.look["recommendation"] == "own_line":
            drawn = [
                *self.room("label"),
                self.words(label, self.styles["label"]),
                self.words(markup(first.inline), self.styles["body"]),
            ]
        else:
            drawn = [self.words(f"<b>{label}</b> {markup(first.inline)}", self.styles["body"])]
        return [*drawn, *self.blocks(rest, "recommendation")]

    def table(self, table: Table) -> Rows:
        width = self.widths[self.template]
        count = len(table.rows[0])
        shares = [float(share) for share in table.attrs.get("widths", "").split(",") if share] or [
            1.0
        ] * count
        headless = "headless" in table.attrs
        cells = [
            [Words(markup(cell), self.styles["head" if n == 0 and not headless else "cell"]) for cell in row]
            for n, row in enumerate(table.rows)
        ]
        rules: list[tuple[object, ...]] = [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), 4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ]
        if table.attrs.get("table") != "glossary":
            rules.append(("GRID", (0, 0), (-1, -1), 0.5, RULE))
        if not headless:
            rules.append(("BACKGROUND", (0, 0), (-1, 0), self.look.colour))
        return Rows(
            cells,
            [width * share / sum(shares) for share in shares],
            style=rules,
            repeatRows=int("repeat_head" in table.attrs),
            splitInRow=1,
        )

    def region(self, region: Region) -> list[Flowable]:
        name = region.name
        special: dict[str, Callable[[Region], list[Flowable]]] = {
            "contents": self.contents,
            "columns": self.columns,
            "landscape": self.landscape,
            "boxes": self.boxes,
            "box": lambda region: [self.box(region)],
            "declared": lambda _: [],
        }
        return special[name](region) if name in special else self.blocks(region.blocks, name)

    def contents(self, region: Region) -> list[Flowable]:
        table = TableOfContents(dotsMinLevel=0, formatter=self.look.furniture.number)
        table.levelStyles = [self.styles["entry1"], self.styles["entry2"]]
        return [*self.blocks(region.blocks, "contents"), table]

    def columns(self, region: Region) -> list[Flowable]:
        self.template, self.flowing = "double", "flowing" in region.attrs
        inside = self.blocks(region.blocks)
        self.template, self.flowing = self.look["first"], False
        if "flowing" in region.attrs:
            return [BalancedColumns(inside, innerPadding=self.look.sheet.gap)]
        return self.turned("double", inside)

    def landscape(self, region: Region) -> list[Flowable]:
        self.template = "wide"
        inside = self.blocks(region.blocks)
        self.template = self.look["first"]
        return self.turned("wide", inside)

    def turned(self, template: str, inside: list[Flowable]) -> list[Flowable]:
        """Flowables on pages of another template, and back to those that the document began with."""
        back = [NextPageTemplate(self.look["first"]), PageBreakIfNotEmpty()]
        return [NextPageTemplate(template), PageBreakIfNotEmpty(), *inside, *back]

    def boxes(self, region: Region) -> list[Flowable]:
        """Boxes two by two, the last of an odd number over the whole width."""
        width = self.widths["single"]
        found = [self.blocks(box.blocks, "box") for box in region.blocks if isinstance(box, Region)]
        rows = [found[n : n + 2] for n in range(0, len(found), 2)]
        rules = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("GRID", (0, 0), (-1, -1), 1, self.look.colour)]
        rules += [(f"{side}PADDING", (0, 0), (-1, -1), 7) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
        if len(rows[-1]) == 1:
            rows[-1].append([])
            rules.append(("SPAN", (0, len(rows) - 1), (1, len(rows) - 1)))
        return [Grid(rows, [width / 2, width / 2], style=rules)]

    def box(self, region: Region) -> Grid:
        """One ruled box over the whole width."""
        rules = [
            ("BOX", (0, 0), (-1, -1), 0.8, self.look.colour),
            ("BACKGROUND", (0, 0), (-1, -1), HexColor("#f2f4f7")),
        ]
        return Grid(
            [[self.blocks(region.blocks, "box")]], [self.widths[self.template]], style=rules, spaceAfter=8
        )
