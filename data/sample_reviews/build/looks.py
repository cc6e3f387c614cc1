"""How a reportlab sample looks: the front matter's `look` over these defaults, as styles and measures."""

from __future__ import annotations

from typing import Any

from leaves import Furniture, Sheet
from reportlab.lib.colors import HexColor, white
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from typefaces import SYMBOL, TICK_FACE, register, register_symbol

DEFAULTS: dict[str, Any] = {
    "face": "Liberation Serif",
    "headings": "Liberation Sans",
    "size": 11,
    "leading": 14.5,
    "justified": False,
    "hyphenated": False,
    "colour": "#1f2f46",  # of headings, and of the dark head of tables
    "bullets": ["\uf0b7", "\uf0a7"],  # at depth 1 and 2
    "margins": [25, 25, 24, 22],  # left, right, top, bottom, in mm
    "gap": 8,  # between two columns, in mm
    "number": "hanging",  # hanging | run_in
    "indent": 30,  # of paragraphs behind a hanging number, in points
    "recommendation": "own_line",  # own_line | run_in
    "cell": 9,  # size of words in tables
    "contents_depth": 2,  # levels of heading that the contents page lists
    "front_pages": 0,  # how many pages are numbered in roman
    "banner": "",  # a classification at the top of every page
    "ruled": True,  # a line under the running head
    "first": "single",  # single | wide: the pages outside columns and landscape parts
    "plain_first": True,  # no head and foot on page 1
    "turned": False,  # landscape pages are rotated portrait sheets
}


class Look:
    """The styles by name, the sheet and the furniture of one document."""

    def __init__(self, front: dict[str, Any]) -> None:
        self.given = DEFAULTS | front.get("look", {})
        for family in {self["face"], self["headings"], TICK_FACE}:
            register(family)
        register_symbol()
        self.numbered = front.get("numbering", "none") != "none"
        self.colour = HexColor(self["colour"])
        self.styles = self._prose() | self._headings() | self._cover() | self._small()
        left, right, top, bottom = (side * mm for side in self["margins"])
        self.sheet = Sheet(left, right, top, bottom, self["gap"] * mm, self["turned"])
        self.furniture = Furniture(
            front.get("running_head") or "",
            front.get("running_foot") or "",
            self["banner"],
            self.styles["furniture"],
            self["ruled"],
            self["plain_first"],
            self["front_pages"],
        )

    def __getitem__(self, name: str) -> Any:
        return self.given[name]

    def _bullet_face(self, depth: int) -> str:
        face: str = SYMBOL if self["bullets"][depth] >= "\ue000" else self["face"]
        return face

    def _prose(self) -> dict[str, ParagraphStyle]:
        size, leading = self["size"], self["leading"]
        body = ParagraphStyle(
            "body",
            fontName=self["face"],
            fontSize=size,
            leading=leading,
            spaceAfter=leading * 0.5,
            alignment=TA_JUSTIFY if self["justified"] else TA_LEFT,
            allowWidows=0,
            allowOrphans=0,
        )
        if self["hyphenated"]:
            body.hyphenationLang, body.embeddedHyphenation = "en_GB", 1
        numbered = ParagraphStyle("numbered", body)
        if self["number"] == "hanging" and self.numbered:
            numbered.leftIndent = self["indent"]
        quotation = {"leftIndent": numbered.leftIndent + 22, "rightIndent": 22}
        return {
            "body": body,
            "numbered": numbered,
            "quotation": ParagraphStyle("quotation", body, fontName=f"{self['face']} Italic", **quotation),
            "label": ParagraphStyle(
                "label", body, fontName=f"{self['face']} Bold", spaceAfter=2, spaceBefore=4
            ),
        } | self._items(numbered)

    def _items(self, numbered: ParagraphStyle) -> dict[str, ParagraphStyle]:
        """Items stand to the right of numbered paragraphs; bullets may need a face of their own."""
        left = numbered.leftIndent
        item = ParagraphStyle(
            "item1",
            numbered,
            leftIndent=left + 16,
            bulletIndent=left + 2,
            spaceAfter=self["leading"] * 0.3,
            bulletFontName=self["face"],
            bulletFontSize=self["size"],
        )
        deeper = ParagraphStyle("item2", item, leftIndent=left + 32, bulletIndent=left + 18)
        return {
            "item1": item,
            "item2": deeper,
            "bullet1": ParagraphStyle("bullet1", item, bulletFontName=self._bullet_face(0)),
            "bullet2": ParagraphStyle("bullet2", deeper, bulletFontName=self._bullet_face(1)),
        }

    def _headings(self) -> dict[str, ParagraphStyle]:
        size, bold = self["size"], f"{self['headings']} Bold"
        sizes = {1: (size + 4, 14, 7), 2: (size + 1, 9, 4), 3: (size, 6, 3), 4: (size, 6, 2)}
        return {
            f"h{level}": ParagraphStyle(
                f"h{level}",
                fontName=bold,
                fontSize=points,
                leading=points * 1.2,
                spaceBefore=before,
                spaceAfter=after,
                textColor=self.colour,
                bulletFontName=bold,
                bulletFontSize=points,
            )
            for level, (points, before, after) in sizes.items()
        }

    def _cover(self) -> dict[str, ParagraphStyle]:
        face, bold = self["headings"], f"{self['headings']} Bold"

        def line(name: str, size: float, before: float, font: str = bold, **more: Any) -> ParagraphStyle:
            return ParagraphStyle(
                name,
                fontName=font,
                fontSize=size,
                leading=size * 1.3,
                spaceBefore=before,
                alignment=TA_CENTER,
                **more,
            )

        framed = {
            "borderColor": self.colour,
            "borderWidth": 0.8,
            "borderPadding": 8,
            "leftIndent": 10,
            "rightIndent": 10,
        }
        return {
            "board": line("board", 15, 10, textColor=self.colour),
            "title": line("title", 24, 60, textColor=self.colour),
            "subtitle": line("subtitle", 15, 12),
            "line": line("line", 11, 10, face),
            "banner": line("banner", 11, 0),
            "notice": line("notice", 10, 40, face, spaceAfter=24, **framed),
            "heading_line": line("heading_line", 14, 4, textColor=self.colour),
            "small_line": line("small_line", 10, 3, face, spaceAfter=12),
        }

    def _small(self) -> dict[str, ParagraphStyle]:
        face, cell = self["face"], self["cell"]
        plain = ParagraphStyle("cell", fontName=self["headings"], fontSize=cell, leading=cell * 1.25)
        entry = ParagraphStyle(
            "entry1", fontName=face, fontSize=self["size"], leading=self["leading"], rightIndent=24
        )
        note = self["size"] - 2
        return {
            "cell": plain,
            "head": ParagraphStyle("head", plain, fontName=f"{self['headings']} Bold", textColor=white),
            "entry1": ParagraphStyle("entry1", entry, spaceBefore=4, fontName=f"{face} Bold"),
            "entry2": ParagraphStyle("entry2", entry, leftIndent=16),
            "prompt": ParagraphStyle(
                "prompt",
                fontName=f"{face} Italic",
                fontSize=self["size"] - 1.5,
                leading=self["leading"] - 2,
                spaceAfter=3,
            ),
            "note": ParagraphStyle("note", fontName=face, fontSize=note, leading=note * 1.2),
            "furniture": ParagraphStyle(
                "furniture", fontName=self["headings"], fontSize=8.5, textColor=HexColor("#444444")
            ),
        }
