"""Sheets: small pages of Word records, typed line by line as a typewriter would, for the structure finder."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from wsr.domain.kinds import PassageKind, SectionKind
from wsr.ingest.flow import Flow
from wsr.ingest.pages import Fill, Page, PdfFile, Rule, Word
from wsr.ingest.structure import find_flow

LETTER = 0.5
"""Width of every letter and space, in parts of the font size."""


@dataclass
class Sheet:
    """An A4 page; text is set from the top down at *y*, words wrap at the right margin."""

    number: int = 1
    width: float = 595.0
    height: float = 842.0
    left: float = 72.0
    right: float = 523.0
    y: float = 90.0
    size: float = 11.0
    leading: float = 1.25
    after: float = 0.75
    words: list[Word] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)

    def at(
        self,
        x: float,
        y: float,
        text: str,
        size: float | None = None,
        bold: bool = False,
        italic: bool = False,
        **facts: object,
    ) -> float:
        """Set words on one baseline; "**" around words makes them bold. Gives back where they end."""
        size = size or self.size
        for part in text.split(" "):
            marked = part.startswith("**")
            plain = part.replace("**", "")
            bold = bold or marked
            end = x + LETTER * size * len(plain)
            word = Word(
                plain, x, y - 0.8 * size, end, y + 0.2 * size, y, size,
                "Serif-Bold" if bold else "Serif", bold, italic,
            )  # fmt: skip
            if plain:
                self.words.append(word._replace(**facts))  # type: ignore[arg-type]
            if part.endswith("**") and (len(part) > 2 or not marked):
                bold = False
            x = end + LETTER * size
        return x - LETTER * size

    def lines(self, *lines: str, x: float | None = None, size: float | None = None, **facts: object) -> None:
        """Set lines as given, one below the other, then leave the white of a paragraph."""
        size = size or self.size
        for line in lines:
            self.at(self.left if x is None else x, self.y, line, size, **facts)  # type: ignore[arg-type]
            self.y += self.leading * size
        self.y += self.after * size

    def text(
        self, text: str, mark: str = "", hang: float = 0.0, x: float | None = None, **facts: object
    ) -> None:
        """Set a paragraph that wraps at the right margin, with a mark before it and a hanging indent."""
        left = self.left if x is None else x
        if mark:
            self.at(left, self.y, mark)
        room = int((self.right - left - hang) / (LETTER * self.size))
        self.lines(*_wrapped(text, room), x=left + hang, **facts)

    def table(self, rows: Sequence[Sequence[str]], widths: Sequence[float], bold_head: bool = True) -> None:
        """Set a ruled table; a cell may have several lines, parted by a line feed."""
        xs = [self.left]
        for width in widths:
            xs.append(xs[-1] + width)
        top = self.y - self.size
        for number, row in enumerate(rows):
            self.rules.append(Rule(xs[0], self.y - self.size, xs[-1], self.y - self.size))
            depth = max(cell.count("\n") + 1 for cell in row)
            for x, cell in zip(xs, row, strict=False):
                for step, line in enumerate(cell.split("\n")):
                    self.at(x + 4, self.y + step * 1.2 * self.size, line, bold=bold_head and number == 0)
            self.y += depth * 1.2 * self.size + 4
        bottom = self.y - self.size
        self.rules.append(Rule(xs[0], bottom, xs[-1], bottom))
        self.rules += [Rule(x, top, x, bottom) for x in xs]
        self.y += 1.5 * self.size

    def frame(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Rule a box."""
        self.rules += [Rule(x0, y, x1, y) for y in (y0, y1)]
        self.rules += [Rule(x, y0, x, y1) for x in (x0, x1)]

    def page(self) -> Page:
        """The finished page."""
        return Page(
            self.number, self.width, self.height, tuple(self.words), tuple(self.rules), tuple(self.fills)
        )


def _wrapped(text: str, room: int) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word.replace("**", "")) > room:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def flow_of(*sheets: Sheet) -> Flow:
    """What the structure finder makes of the sheets."""
    pages = tuple(replace(sheet.page(), number=number) for number, sheet in enumerate(sheets, start=1))
    return find_flow(PdfFile(pages), "d1")


def texts(flow: Flow) -> list[str]:
    """The texts of all passages, in reading order."""
    return [passage.text for passage in flow.passages]


def headings(flow: Flow) -> list[str]:
    """The headings, in order."""
    return [section.heading for section in flow.sections if section.heading]


def rows(flow: Flow) -> list[str]:
    """The texts of the table rows."""
    return [passage.text for passage in flow.passages if passage.kind is PassageKind.TABLE_ROW]


def kinds(flow: Flow) -> list[SectionKind]:
    """The kinds of the sections with a heading, in order."""
    return [section.kind for section in flow.sections if section.heading]


PROSE = (
    "The health visitor saw the family each week and wrote down what she saw, and when the family moved to "
    "another town she rang the new team before the first visit so that nothing that mattered was lost."
)
"""A neutral paragraph of several lines."""

OTHER = (
    "The school wrote to the clinic in March, and the clinic answered by telephone on the same day; a note of "
    "the call was kept by the school nurse, who took it with her to the meeting of the team in April."
)
"""Another paragraph of several lines."""
