"""Contents pages: the lines that list titles with their pages, and the titles they list."""

import itertools
import re
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from wsr.domain.kinds import SectionKind
from wsr.ingest.structure.lines import Line
from wsr.vocabulary.headings import kind_of_heading, plain_words

_ENTRY = re.compile(
    r"(?P<title>.*?\S)?\s*(?P<leaders>(?:\.{3,}|…+|(?:\. ){3,}|_{3,}|·{3,})[\s.…_·]*|\s)\s*"
    r"(?:(?:pages?|pp?\.?|tudalen)\s*)?(?P<page>\d{1,3}|[ivxl]{1,6})(?:\s*[-–]\s*\d{1,3})?",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"\.{3}|…{2}|(?:\. ){3}|_{3}|·{3}")
_FEWEST = 5
"""Without a heading that says so, so many entries below each other are a list of contents."""

_OPENING_PAGES = 6
"""A contents list that no heading tells stands on one of the first pages."""

_SENTENCE_END = re.compile(r"\w{2}[.!][’”')]?(?:\s+[^\W\d_]|$)")
"""What running text has and a list of titles has not, however badly it was read."""

_LONGEST_TITLE = 18
_MOST_PENDING = 2
"""A title may run over so many lines before the one that has its page."""

_WIDE = 1.2
"""White before a page number, in parts of the font size."""


@dataclass(slots=True)
class Contents:
    """The contents lists of a document, found line by line; without entries when it has none."""

    entry_of: dict[int, int] = field(default_factory=dict)
    """Number of the entry by the identity of its lines."""
    heads: set[int] = field(default_factory=set)
    """Lines that head a list ("Contents")."""
    titles: set[str] = field(default_factory=set)
    """The titles as plain words."""

    def add(self, lines: Sequence[Line]) -> None:
        """Take the lines as one entry."""
        number = len(self.entry_of)
        self.entry_of.update((id(line), number) for line in lines)
        text = " ".join(line.text for line in lines)
        match = _ENTRY.fullmatch(text)
        self.titles.add(plain_words(match["title"] or "" if match else text))


def contents_of(lines: Sequence[Line], page_count: int) -> Contents:
    """The contents lists of a document, in its lines in reading order."""
    contents = Contents()
    index = 0
    while index < len(lines):
        headed = is_contents_head(lines[index].text)
        start = index + headed
        entries = _entries(lines, start, page_count, headed)
        if headed and len(entries) < 2:
            entries = _bare_titles(lines, start)
        if len(entries) >= (2 if headed else _FEWEST):
            if headed:
                contents.heads.add(id(lines[index]))
            for entry in entries:
                contents.add(entry)
            index = start + sum(map(len, entries))
        else:
            index += 1
    contents.titles.discard("")
    return contents


def pages_of_titles(lines: Iterable[Line], machine_read: Container[int]) -> frozenset[int]:
    """
    The pages at the front, read from pictures, that have several lines and no sentence: they list, and head nothing.

    There the leaders and page numbers by which a contents list is known are read as letters, or not at all.
    """
    by_page: dict[int, list[str]] = defaultdict(list)
    for line in lines:
        if line.page <= _OPENING_PAGES and line.page in machine_read:
            by_page[line.page].append(line.text)
    return frozenset(
        page
        for page, texts in by_page.items()
        if len(texts) >= _FEWEST and not any(map(_SENTENCE_END.search, texts))
    )


def is_contents_head(text: str) -> bool:
    """True for "Contents" and the like, alone on its line."""
    return len(text) < 30 and kind_of_heading(text) is SectionKind.CONTENTS


def _entries(lines: Sequence[Line], start: int, page_count: int, headed: bool) -> list[list[Line]]:
    """The entries that follow each other from *start* on; without leaders, pages that do not go back."""
    entries: list[list[Line]] = []
    pending: list[Line] = []
    last = 0
    for line in lines[start:]:
        page = _page_of(line, headed, page_count)
        if page is not None and (page >= last or page == 0 or _LEADERS.search(line.text)):
            entries.append([*pending, line])
            pending, last = [], max(page, last)
        elif len(pending) < _MOST_PENDING and _may_be_title(line) and (headed or entries):
            pending.append(line)
        else:
            break
    return entries


def _may_be_title(line: Line) -> bool:
    return len(line.words) <= _LONGEST_TITLE and line.text[-1] not in ".;:" and len(line.text) < 110


def _page_of(line: Line, headed: bool, page_count: int) -> int | None:
    """The page that a line refers to, 0 for a roman one; None when it is no entry of a contents list."""
    match = _ENTRY.fullmatch(line.text)
    if not match or len((match["title"] or "").split()) > _LONGEST_TITLE + 8:
        return None
    leaders = len(match["leaders"]) > 2
    if not (leaders or _white_before_last(line) > _WIDE * line.size):
        return None
    if not match["page"].isdigit():
        return 0
    page = int(match["page"])
    return page if 0 < page <= page_count + 20 and (headed or leaders or match["title"]) else None


def _white_before_last(line: Line) -> float:
    """The widest white before the last three words: "Page 12" has its own."""
    words = line.words[-4:]
    return max((right.x0 - left.x1 for left, right in itertools.pairwise(words)), default=0.0)


def _bare_titles(lines: Sequence[Line], start: int) -> list[list[Line]]:
    """The short lines after a contents heading that has no page numbers, to the end of its page."""
    titles: list[list[Line]] = []
    for line in lines[start:]:
        if line.page != lines[start].page or len(line.words) > 12 or not _may_be_title(line):
            break
        if titles and plain_words(line.text) == plain_words(titles[0][0].text):
            break
        titles.append([line])
    return titles if len(titles) >= 3 else []
