"""Furniture: running heads and feet, page numbers and banners, which are no part of the text."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from wsr.ingest.pages import Page, Word
from wsr.ingest.structure.edges import EdgeRow, edge_rows
from wsr.ingest.structure.grids import Grid
from wsr.ingest.structure.lines import text_of

_EDGE = 0.1
"""Running heads and feet mostly stand in this outer part of the page; further in, more must agree."""

_VERY_EDGE = 0.06
_CLEAR = 1.3
"""White, in lines, that sets furniture far from the edge apart from the text."""

_MOST_MARKED = 0.25
"""A file that marks more of its words as furniture marks them wrongly."""

_SAME_HEIGHT = 4.0
_WATERMARK_SIZE = 36.0

_PAGE_NUMBER = re.compile(r"[-–—|\[(]*(\d{1,4}|[ivxlc]{1,7})[-–—|\])]*")
_PAGE_OF = re.compile(
    r"(?:page|tudalen|pg\.?|p\.?)[-–:|]?(?P<a>\d{1,4}|[ivxlc]{1,7})(?:(?:of|o|/)\d{1,4})?"
    r"|(?P<b>\d{1,4})(?:of|/|o)\d{1,4}"
    r"|(?P<c>\d{1,4}|[ivxlc]{1,7})[|–-]+(?:page|tudalen)"
)
_BANNER_WORD = (
    r"(?:not)?protectivelymarked|official(?:[-–:]*sensitive)?|restricted|confidential|strictlyconfidential"
    r"|privateandconfidential|private&confidential|draft|cyfrinachol|swyddogol(?:[-–:]*sensitif)?"
)
_BANNER = re.compile(rf"\W*(?:{_BANNER_WORD})(?:[-–/|]+(?:{_BANNER_WORD}))?\W*")
_COUNTED = re.compile(
    r"(?:recommendation|argymhelliad|finding|theme|learningpoint|learning|lesson|action|appendix|atodiad|annex"
    r"|chapter|section|part|question|objective|reviewer|child|adult|case|figure|table|priority|outcome)"
)
"""Words whose number counts parts of the text, not pages."""

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class Cleared:
    """The words of a page without furniture, and the text of what was taken away."""

    words: list[Word]
    furniture: tuple[str, ...]


def cleared(
    pages: Sequence[Page], words: Sequence[list[Word]], grids: Sequence[Sequence[Grid]]
) -> list[Cleared]:
    """
    Each page without its furniture.

    Taken away are rows at the edge of pages whose text, numbers apart, comes again at the same height; rows
    that are only a page number, when the numbers follow the pages; banners of classification; rows that the
    file itself marks as furniture; and words of huge type that come again in one place. A repeated line in mid-page stays, and so does the head of a table.
    """
    rows = [row for args in zip(pages, words, grids, strict=True) for row in edge_rows(*args)]
    chosen = _outside_text(rows, _recurring(rows, len(pages)))
    chosen |= _page_numbers([row for row in rows if row not in chosen], chosen, len(pages))
    chosen |= {row for row in rows if row.depth <= _EDGE and _BANNER.fullmatch(row.compact)}
    if _marks_are_credible(words):
        chosen |= {row for row in rows if all(word.artifact for word in row.words)}
    if len(pages) == 1:
        chosen |= _apart([row for row in rows if row not in chosen])
    chosen |= _in_slots([row for row in rows if row not in chosen], chosen)
    taken = {id(word) for row in chosen for word in row.words} | _watermarks(words)
    by_page: dict[int, list[EdgeRow]] = defaultdict(list)
    for row in chosen:
        by_page[row.page].append(row)
    return [_without(own, taken, by_page[page.number]) for page, own in zip(pages, words, strict=True)]


def _marks_are_credible(words: Sequence[list[Word]]) -> bool:
    """True when a small part of the words only is marked by the file as furniture."""
    marked = sum(word.artifact for own in words for word in own)
    return marked <= _MOST_MARKED * sum(map(len, words))


def _without(words: list[Word], taken: set[int], rows: Sequence[EdgeRow]) -> Cleared:
    texts = [text_of(row.words) for row in sorted(rows, key=lambda row: row.words[0].baseline)]
    return Cleared([word for word in words if id(word) not in taken], tuple(texts))


def _recurring(rows: Iterable[EdgeRow], page_count: int) -> set[EdgeRow]:
    """Rows that come again at the same height on enough other pages."""
    groups: dict[tuple[bool, str], list[EdgeRow]] = defaultdict(list)
    for row in rows:
        if any(map(str.isalpha, row.key)):
            groups[row.at_top, row.key].append(row)
    return {
        row
        for group in groups.values()
        for level in _levels(group)
        if _is_running(level, page_count)
        for row in level
    }


def _outside_text(rows: Iterable[EdgeRow], recurring: set[EdgeRow]) -> set[EdgeRow]:
    """
    Of the recurring rows at each edge of a page, those outside its text.

    A row is within the text when another stands close before it, seen from the edge, or when wider white
    comes before it than after it, or when it is far from the edge without clear white.
    """
    kept: set[EdgeRow] = set()
    for edge in _edges(rows):
        outer = list(takewhile(lambda row: row in recurring or row.gap > _CLEAR, edge))
        found = [row for row in outer if row in recurring]
        if found:
            last = max(found, key=lambda row: (round(row.gap, 1), -row.rank))
            deepest = 1.0 if last.gap >= _CLEAR else _EDGE
            kept.update(row for row in found if row.rank <= last.rank and row.depth <= deepest)
    return kept


def _edges(rows: Iterable[EdgeRow]) -> Iterable[list[EdgeRow]]:
    """The rows of each edge of each page, the outermost first."""
    edges: dict[tuple[int, bool], list[EdgeRow]] = defaultdict(list)
    for row in rows:
        edges[row.page, row.at_top].append(row)
    return (sorted(edge, key=lambda row: row.rank) for edge in edges.values())


def _levels(rows: Sequence[EdgeRow]) -> Iterable[list[EdgeRow]]:
    """Rows of one text, parted by their height on the page."""
    level: list[EdgeRow] = []
    for row in sorted(rows, key=lambda row: row.height):
        if level and row.height - level[-1].height > _SAME_HEIGHT:
            yield level
            level = []
        level.append(row)
    yield level


def _is_running(rows: Sequence[EdgeRow], page_count: int) -> bool:
    on_pages = len({row.page for row in rows})
    share = on_pages / page_count
    if on_pages < 2 or (page_count > 6 and on_pages < 3):
        return False
    if _counts_parts(rows):
        return share > 0.6 and on_pages > 3
    if max(row.depth for row in rows) <= _EDGE:
        return True
    return share >= 0.3


def _counts_parts(rows: Sequence[EdgeRow]) -> bool:
    """True when the rows differ in a number that counts parts of the text ("Recommendation 3")."""
    return len({row.numbers for row in rows}) > 1 and bool(_COUNTED.match(rows[0].key))


def _page_numbers(rows: Sequence[EdgeRow], chosen: set[EdgeRow], page_count: int) -> set[EdgeRow]:
    """Outermost rows that are only a page number, when the numbers follow the pages."""
    outer = _outermost(rows, chosen)
    plain = {row for row in outer if _PAGE_OF.fullmatch(row.compact)}
    offsets: dict[EdgeRow, int] = {}
    for row in outer:
        match = _PAGE_NUMBER.fullmatch(row.compact)
        if match and row not in plain:
            value = int(match[1]) if match[1].isdigit() else _roman(match[1])
            offsets[row] = value - row.page
    common = Counter(offsets.values())
    for row, offset in offsets.items():
        alone = offset == 0 and row.gap > 1.5 and row.depth <= _EDGE and page_count < 3
        if common[offset] > 1 or alone:
            plain.add(row)
    return plain


def _outermost(rows: Iterable[EdgeRow], chosen: set[EdgeRow]) -> list[EdgeRow]:
    """The rows with nothing but furniture between them and the edge."""
    removed = Counter((row.page, row.at_top) for row in chosen)
    return [row for row in rows if row.rank <= removed[row.page, row.at_top]]


def _roman(text: str) -> int:
    digits = [_ROMAN[letter] for letter in text]
    return sum(
        -digit if digit < following else digit
        for digit, following in zip(digits, [*digits[1:], 0], strict=True)
    )


def _apart(rows: Iterable[EdgeRow]) -> set[EdgeRow]:
    """On a page alone, outermost rows at its very edge with much white between them and the text."""
    return {row for row in _outermost(rows, set()) if row.depth <= _VERY_EDGE and row.gap > 1.5}


def _in_slots(rows: Iterable[EdgeRow], chosen: set[EdgeRow]) -> set[EdgeRow]:
    """Outermost rows in the very place and type of running heads found, with another text (a chapter's)."""
    slots = Counter(map(_slot, chosen))
    return {
        row
        for row in _outermost(rows, chosen)
        if row.depth <= _EDGE and row.gap > 0.6 and slots[_slot(row)] >= 4
    }


_slot: Callable[[EdgeRow], tuple[bool, int, float, str]] = lambda row: (  # noqa: E731
    row.at_top,
    round(row.height / 2),
    row.size,
    row.font,
)


def _watermarks(words: Sequence[list[Word]]) -> set[int]:
    """Words of huge type that come again in the same place on three pages or more."""
    places: dict[tuple[str, int, int], list[int]] = defaultdict(list)
    for own in words:
        for word in own:
            if word.size >= _WATERMARK_SIZE:
                places[word.text, round(word.x0 / 6), round(word.baseline / 6)].append(id(word))
    return {name for same in places.values() if len(same) >= 3 for name in same}
