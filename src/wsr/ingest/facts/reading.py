"""A document as the finders of facts read it: its title page line by line, then its text in order."""

import re
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from wsr.domain.claims import Claim
from wsr.domain.kinds import UNSEARCHED_SECTIONS, ClaimSource, PassageKind, SectionKind
from wsr.domain.passages import Passage, Section
from wsr.ingest.flow import Flow
from wsr.ingest.pages import Page, PdfFile, Word
from wsr.vocabulary.headings import is_known_heading, kind_of_heading
from wsr.vocabulary.titles import names_part

_OPENING = 4000
"""Characters from the beginning in which a report says what it is and whose."""
_TITLE_PAGE = 150
"""Words on a page that may still be part of the title page."""
_WIDE_GAP = 2.5
"""Ems between words beyond which a line is two: logos and columns stand beside titles."""
_TITLE_LINES = 5
"""More lines of the largest size than these are no title: the page has type of one size."""
_LONG = 55
"""Characters of a line that is more likely a paragraph's than a title's."""
_CLOSE = 1.7
"""Ems from line to line within a paragraph."""
_FIRST_PARTS = frozenset({SectionKind.CONTENTS, SectionKind.INTRODUCTION, SectionKind.BACKGROUND})
_SPEAKING = frozenset(SectionKind) - UNSEARCHED_SECTIONS


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line of the title page."""

    page: int
    text: str
    size: float
    bold: bool
    baseline: float
    at_edge: bool
    """Where running heads and feet stand: in the top or bottom tenth of its page."""
    prose: bool = False
    """One of several long lines that follow each other: a paragraph, not a title."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A heading or a passage, in reading order."""

    page: int
    text: str
    section: Section
    passage: Passage | None
    """None for a heading."""


@dataclass(frozen=True)
class Reading:
    """A document read for its facts."""

    pdf: PdfFile
    flow: Flow
    filename: str
    document: str

    @cached_property
    def title_page(self) -> tuple[Line, ...]:
        """The lines of the title page from top to bottom, without running heads; up to the first section."""
        lines = [line for page in self._title_pages() for line in _lines(page) if not self._is_running(line)]
        return tuple(_marking_prose(_before_first_part(lines)))

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """Headings and passages in reading order; the form's own prompts are left out."""
        found: list[Stretch] = []
        passages: dict[str, list[Passage]] = {}
        for passage in self.flow.passages:
            passages.setdefault(passage.section, []).append(passage)
        for section in self.flow.sections:
            if section.heading:
                found.append(Stretch(section.page_first, section.heading, section, None))
            found += [
                Stretch(passage.page_first, passage.text, section, passage)
                for passage in passages.get(section.id, [])
                if passage.kind is not PassageKind.PROMPT
            ]
        return tuple(found)

    @cached_property
    def speaking(self) -> tuple[Stretch, ...]:
        """The stretches that speak of the case: not contents, the form's admin part, letters, glossaries."""
        return tuple(stretch for stretch in self.stretches if stretch.section.kind in _SPEAKING)

    @cached_property
    def opening(self) -> tuple[Stretch, ...]:
        """The first 4,000 characters of what speaks, as whole stretches."""
        found, length = [], 0
        for stretch in self.speaking:
            if length >= _OPENING:
                break
            found.append(stretch)
            length += len(stretch.text)
        return tuple(found)

    @cached_property
    def running_lines(self) -> tuple[tuple[int, str], ...]:
        """(page, text) of running heads and feet, each text once, at its first page."""
        seen: dict[str, int] = {}
        for page, text in self.flow.furniture:
            seen.setdefault(re.sub(r"\d+", "#", text), page)
        return tuple(
            (page, next(t for p, t in self.flow.furniture if p == page and re.sub(r"\d+", "#", t) == shape))
            for shape, page in seen.items()
        )

    def claim(self, field: str, value: str, page: int | None, quote: str) -> Claim:
        """A fact that the text states."""
        return Claim(
            field=field,
            value=value,
            source=ClaimSource.DOCUMENT,
            document=self.document,
            page=page,
            quote=" ".join(quote.split()),
        )

    def file_name_claim(self, field: str, value: str, quote: str) -> Claim:
        """A fact that the name of the file states."""
        return Claim(
            field=field, value=value, source=ClaimSource.FILE_NAME, document=self.document, quote=quote
        )

    def _is_running(self, line: Line) -> bool:
        """Whether a line is, or is part of, a running head or foot of its page."""
        return line.at_edge and any(
            page == line.page and line.text in text for page, text in self.flow.furniture
        )

    def _title_pages(self) -> list[Page]:
        """The first page with words, with the second where that goes on in as few words as title pages have."""
        pages = [page for page in self.pdf.pages if page.words][:2]
        both = len(pages) == 2 and all(len(page.words) < _TITLE_PAGE for page in pages)
        return pages if both and pages[0].number == 1 and len(pages[0].words) < 40 else pages[:1]


def _before_first_part(lines: list[Line]) -> list[Line]:
    """The lines down to the heading of the contents or of the first part of the text."""
    for at, line in enumerate(lines):
        opens = is_known_heading(line.text) and kind_of_heading(line.text) in _FIRST_PARTS
        if at and opens and not names_part(line.text):
            return lines[:at]
    return lines


def _lines(page: Page) -> list[Line]:
    """The lines of a page from top to bottom, of words that are seen and upright."""
    words = sorted(
        (word for word in page.words if word.upright and word.hidden is None and word.text.strip()),
        key=lambda word: (word.baseline, word.x0),
    )
    rows: list[list[Word]] = []
    for word in words:
        if rows and abs(rows[-1][-1].baseline - word.baseline) < 0.3 * max(word.size, 1):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_line(page, run) for row in rows for run in _runs(sorted(row, key=lambda word: word.x0))]


def _runs(row: list[Word]) -> list[list[Word]]:
    runs = [[row[0]]]
    for before, word in pairwise(row):
        if word.x0 - before.x1 > _WIDE_GAP * word.size:
            runs.append([])
        runs[-1].append(word)
    return runs


def _line(page: Page, words: list[Word]) -> Line:
    return Line(
        page=page.number,
        text=" ".join(word.text for word in words),
        size=round(max(word.size for word in words), 1),
        bold=all(word.bold for word in words),
        baseline=words[0].baseline,
        at_edge=not 0.1 * page.height < words[0].baseline < 0.9 * page.height,
    )


def _marking_prose(lines: list[Line]) -> list[Line]:
    """The lines, those of paragraphs marked: long ones set close to each other, a paragraph's last, long sentences."""
    largest = max((line.size for line in lines), default=0.0)
    titles = [line for line in lines if line.size >= 0.9 * largest]
    if len(titles) > _TITLE_LINES:
        titles = []
    return [
        replace(line, prose=line not in titles and _is_prose(line, lines[max(at - 1, 0) : at + 2]))
        for at, line in enumerate(lines)
    ]


def _is_prose(line: Line, around: list[Line]) -> bool:
    close = [other for other in around if other is not line and _are_close(line, other)]
    if len(line.text) <= _LONG:
        return line.text[-1:] in ".,;)" and any(
            len(o.text) > _LONG and o.baseline < line.baseline for o in close
        )
    goes_on = any(other.baseline > line.baseline and other.text[:1].islower() for other in close)
    return (
        any(len(other.text) > _LONG for other in close)
        or goes_on
        or ". " in line.text
        or line.text.endswith(".")
    )


def _are_close(line: Line, other: Line) -> bool:
    same_type = (line.page, line.size, line.bold) == (other.page, other.size, other.bold)
    return same_type and abs(line.baseline - other.baseline) < _CLOSE * line.size
