"""Small documents for tests, given line by line: a title page as words with sizes, then headings and passages."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from wsr.domain.kinds import Language, PassageKind, SectionKind
from wsr.domain.passages import Box, Passage, Section
from wsr.ingest.facts.reading import Reading
from wsr.ingest.flow import Flow, TableCells
from wsr.ingest.pages import Page, PdfFile, Word

_LINE = 30.0


@dataclass(frozen=True)
class Title:
    """A line of the title page, 12 points unless said otherwise; `beside` puts it on the line before."""

    text: str
    size: float = 12.0
    hidden: str | None = None
    gap: float = _LINE
    """Points below the line before."""


@dataclass(frozen=True)
class Heading:
    """A heading that opens a section."""

    text: str
    kind: SectionKind = SectionKind.OTHER
    level: int = 1
    number: str | None = None
    page: int = 2


@dataclass(frozen=True)
class Text:
    """A passage; `bold` are its opening words in bold."""

    text: str
    number: str | None = None
    bullet: bool = False
    kind: PassageKind = PassageKind.PARAGRAPH
    page: int = 2
    page_last: int = 0
    bold: str = ""


@dataclass(frozen=True)
class Row:
    """A table row under the heads of its columns."""

    cells: tuple[str, ...]
    heads: tuple[str, ...] = ()
    page: int = 2
    page_last: int = 0
    is_head: bool = False


@dataclass
class _Parts:
    sections: list[Section] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    tables: dict[str, TableCells] = field(default_factory=dict)
    emphasis: dict[str, str] = field(default_factory=dict)
    bullets: set[str] = field(default_factory=set)


def a_reading(
    *parts: Title | Heading | Text | Row,
    filename: str = "review.pdf",
    running: Sequence[str] = (),
    language: Language = Language.EN,
    **pdf_facts: Any,
) -> Reading:
    """A document with these parts in order; running lines stand on page 2."""
    titles = [part for part in parts if isinstance(part, Title)]
    made = _made([part for part in parts if not isinstance(part, Title)], titles)
    last = max((passage.page_last for passage in made.passages), default=1)
    texts = tuple(
        "\n".join(passage.text for passage in made.passages if passage.page_first == page)
        for page in range(1, last + 1)
    )
    flow = Flow(
        sections=tuple(made.sections),
        passages=tuple(made.passages),
        tables=made.tables,
        emphasis=made.emphasis,
        sizes={},
        bullets=frozenset(made.bullets),
        furniture=tuple((2, line) for line in running),
        page_texts=texts,
        page_languages=(language,) * last,
        warnings=(),
    )
    pages = (_title_page(titles), *(_page(number, 200) for number in range(2, last + 1)))
    return Reading(PdfFile(pages=pages, **pdf_facts), flow, filename, "d1")


def _made(parts: Sequence[Heading | Text | Row], titles: Sequence[Title]) -> _Parts:
    made = _Parts()
    _add_section(made, Heading("", SectionKind.FRONT, level=0, page=1))
    for title in titles:
        if title.hidden is None:
            _add_passage(made, Text(title.text, page=1))
    for part in parts:
        if isinstance(part, Heading):
            _add_section(made, part)
        elif isinstance(part, Text):
            _add_passage(made, part)
        else:
            text = Text(
                " | ".join(part.cells), kind=PassageKind.TABLE_ROW, page=part.page, page_last=part.page_last
            )
            name = _add_passage(made, text)
            made.tables[name] = TableCells(part.cells, part.heads, part.is_head)
    return made


def _add_section(made: _Parts, part: Heading) -> None:
    made.sections.append(
        Section(
            id=f"s{len(made.sections)}", document="d1", number=part.number, heading=part.text, kind=part.kind,
            level=part.level, page_first=part.page,
        )
    )  # fmt: skip


def _add_passage(made: _Parts, part: Text) -> str:
    name = f"p{len(made.passages) + 1}"
    made.passages.append(
        Passage(
            id=name, key=name.rjust(16, "0"), document="d1", number=part.number, section=made.sections[-1].id, kind=part.kind,
            text=part.text, page_first=part.page, page_last=part.page_last or part.page,
            boxes=(Box(page=part.page, x0=72, y0=72, x1=500, y1=90),),
        )
    )  # fmt: skip
    if part.bullet:
        made.bullets.add(name)
    if part.bold:
        made.emphasis[name] = part.bold
    return name


def _title_page(titles: Sequence[Title]) -> Page:
    words: list[Word] = []
    baseline = 100.0
    for title in titles:
        baseline += title.gap
        left = 72.0
        for text in title.text.split():
            width = 0.5 * title.size * len(text)
            words.append(
                Word(
                    text=text, x0=left, y0=baseline - title.size, x1=left + width, y1=baseline + 3, baseline=baseline,
                    size=title.size, font="Sans", hidden=title.hidden,
                )
            )  # fmt: skip
            left += width + 0.3 * title.size
    return Page(number=1, width=595, height=842, words=tuple(words))


def _page(number: int, count: int) -> Page:
    word = Word(text="word", x0=72, y0=90, x1=100, y1=102, baseline=100, size=11, font="Sans")
    return Page(number=number, width=595, height=842, words=(word,) * count)
