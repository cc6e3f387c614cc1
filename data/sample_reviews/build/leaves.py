"""The leaves of a report drawn with reportlab: frames, running heads and feet, footnotes at the page foot."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

NOTE_GAP = 8.0
ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]


@dataclass(frozen=True)
class Furniture:
    """What every page prints besides the text; "left<br>right" in a line fills both of its ends."""

    head: str
    foot: str
    banner: str
    style: ParagraphStyle
    ruled: bool
    plain_first: bool
    front_pages: int
    """How many pages are numbered in roman before the arabic numbers begin; 0 means none."""

    def number(self, page: int) -> str:
        """The number printed on a page counted from 1."""
        return ROMAN[page - 1] if page <= self.front_pages else str(page - self.front_pages)


@dataclass(frozen=True)
class Sheet:
    """The measures of the text area in points, and the gap between two columns."""

    left: float
    right: float
    top: float
    bottom: float
    gap: float
    turned: bool = False
    """Whether landscape pages are portrait sheets with a rotation, as some distillers write them."""


@dataclass
class Feet:
    """The notes that wait for the foot of the page being filled."""

    texts: dict[str, str]
    style: ParagraphStyle
    waiting: list[tuple[Frame, Paragraph]] = field(default_factory=list)

    def note(self, number: str, width: float) -> Paragraph:
        """One note as it stands at the foot, wrapped to the width."""
        note = Paragraph(f"<super>{number}</super> {self.texts[number]}", self.style)
        note.wrap(width, 10_000)
        return note

    def height(self, numbers: list[str], width: float) -> float:
        """The room that these notes take on the page, with a rule above them."""
        room = sum(self.note(number, width).height for number in numbers)
        return room + (NOTE_GAP if numbers else 0)


class Noted(Paragraph):
    """A paragraph that keeps room at the foot of its page for the notes that it marks."""

    feet: Feet

    def notes(self) -> list[str]:
        """The numbers of the notes marked in this paragraph, or in this half of one."""
        return list(dict.fromkeys(mark.label for mark in _callbacks(self.frags) if mark.kind == "onDraw"))

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Size of the paragraph; too tall when its notes do not fit under it."""
        self.width_at_foot = width
        wide, high = super().wrap(width, height)
        fits = high + self.feet.height(self.notes(), width) <= height
        return wide, high if fits else height + 1.0

    def split(self, width: float, height: float) -> list[Flowable]:
        """The halves before and after the page turn, with room for the notes left in the first."""
        halves: list[Flowable] = super().split(width, height - self.feet.height(self.notes(), width))
        for half in halves:
            half.feet = self.feet
        return halves

    def draw(self) -> None:
        """Draws the words, and hands the notes to the foot of this page."""
        super().draw()
        numbers = self.notes()
        if not numbers:
            return
        frame = self._frame
        frame._y1p += self.feet.height(numbers, self.width_at_foot)
        self.feet.waiting += [(frame, self.feet.note(number, self.width_at_foot)) for number in numbers]


def _callbacks(frags: Any) -> Iterator[Any]:
    """The callbacks among the fragments of a paragraph, which wrapping breaks into nested lists of words."""
    if isinstance(frags, (list, tuple)):
        for frag in frags:
            yield from _callbacks(frag)
    elif hasattr(frags, "cbDefn"):
        yield frags.cbDefn


class Leaves(BaseDocTemplate):
    """A document whose pages are `single`, `double` or `wide`; the contents page hears of its headings."""

    def __init__(
        self, target: Any, sheet: Sheet, furniture: Furniture, feet: Feet, total: int, **about: str
    ) -> None:
        super().__init__(target, pagesize=A4, invariant=1, **about)
        self.sheet, self.furniture, self.feet, self.total = sheet, furniture, feet, total
        self.marks = itertools.count()
        width, height = A4
        across, down = width - sheet.left - sheet.right, height - sheet.top - sheet.bottom
        half = (across - sheet.gap) / 2
        single = Frame(sheet.left, sheet.bottom, across, down, 0, 0, 0, 0, id="single")
        columns = [
            Frame(sheet.left + n * (half + sheet.gap), sheet.bottom, half, down, 0, 0, 0, 0, id=f"column{n}")
            for n in (0, 1)
        ]
        wide = Frame(
            sheet.left, sheet.bottom, height - 2 * sheet.left, width - sheet.top - sheet.bottom, 0, 0, 0, 0
        )
        templates = [
            PageTemplate("single", [single], self._furnish, self._foot),
            PageTemplate("double", columns, self._furnish, self._foot),
            PageTemplate("wide", [wide], self._furnish_wide, self._foot, pagesize=landscape(A4)),
        ]
        templates[-1].rotation = 90 if sheet.turned else 0
        self.addPageTemplates(templates)

    def begin_on(self, template: str) -> None:
        """Makes the first page one of this template."""
        self._firstPageTemplateIndex = [one.id for one in self.pageTemplates].index(template)

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - reportlab calls it
        """Tells the contents page of a heading, with a link to it."""
        entry = getattr(flowable, "entry", None)
        if entry is not None:
            level, text = entry
            key = f"h{next(self.marks)}"
            self.canv.bookmarkPage(key)
            self.notify("TOCEntry", (level, text, self.page, key))

    def beforeDocument(self) -> None:  # noqa: N802 - reportlab calls it
        """Starts the marks and the notes anew, because a document with contents is built more than once."""
        self.marks = itertools.count()
        self.feet.waiting.clear()
        self.canv.setNamedCB("_noted", lambda *_: None)

    def _furnish_wide(self, canvas: Canvas, doc: BaseDocTemplate) -> None:
        if self.sheet.turned:
            canvas.translate(A4[0], 0)
            canvas.rotate(90)
        self._furnish(canvas, doc, wide=True)

    def _furnish(self, canvas: Canvas, doc: BaseDocTemplate, *, wide: bool = False) -> None:
        for frame in self.pageTemplate.frames:
            frame._y1p = frame._y1 + frame._bottomPadding
        width, height = landscape(A4) if wide else A4
        furniture = self.furniture
        if doc.page == 1 and furniture.plain_first:
            return
        canvas.saveState()
        canvas.setFillColor(furniture.style.textColor)
        canvas.setStrokeColor(furniture.style.textColor)
        canvas.setLineWidth(0.4)
        left, right = self.sheet.left, width - (self.sheet.left if wide else self.sheet.right)
        self._line(canvas, furniture.head, left, right, height - 13 * mm)
        self._line(canvas, furniture.foot, left, right, 11 * mm)
        if furniture.banner:
            canvas.setFont(furniture.style.fontName, 9)
            canvas.drawCentredString(width / 2, height - 8 * mm, furniture.banner)
        if furniture.ruled and furniture.head:
            canvas.line(left, height - 14.5 * mm, right, height - 14.5 * mm)
        canvas.restoreState()

    def _line(self, canvas: Canvas, text: str, left: float, right: float, y: float) -> None:
        parts = text.replace("{page}", self.furniture.number(self.page)).replace("{pages}", str(self.total))
        canvas.setFont(self.furniture.style.fontName, self.furniture.style.fontSize)
        match parts.split("<br>"):
            case [start, end]:
                canvas.drawString(left, y, start.strip())
                canvas.drawRightString(right, y, end.strip())
            case [middle]:
                canvas.drawCentredString((left + right) / 2, y, middle)

    def _foot(self, canvas: Canvas, doc: BaseDocTemplate) -> None:
        """Draws the waiting notes at the foot of their columns, the first one highest, under a rule."""
        waiting, self.feet.waiting = self.feet.waiting, []
        canvas.setLineWidth(0.5)
        for frame, notes in itertools.groupby(waiting, lambda pair: pair[0]):
            y = self.sheet.bottom
            for _, note in reversed(list(notes)):
                note.drawOn(canvas, frame._x1, y)
                y += note.height
            canvas.line(frame._x1, y + NOTE_GAP / 2, frame._x1 + 40 * mm, y + NOTE_GAP / 2)
