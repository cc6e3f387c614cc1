"""The text of a document as a page shows it: sections under headings, passages grouped into blocks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from markupsafe import Markup

from wsr.domain.kinds import Language, PassageKind
from wsr.domain.passages import Passage, Section
from wsr.domain.review import Document, Review
from wsr.errors import Message, PageNotFound
from wsr.web.addresses import page_address, passage_address
from wsr.web.extracts import PassageExtracts
from wsr.web.hits import HitMark
from wsr.web.marking import Span, Stretch, marked_text
from wsr.web.tables import cell_ranges, is_head, spans_within, stretches_within
from wsr.web.wording import Wording, wording

FIRST_HEADING = 3
"""The level in HTML of a review's highest headings: the page's title is 1, “The review” is 2."""


@dataclass(frozen=True)
class Line:
    """One passage: its text with hits and extracts marked, and where it leads."""

    id: str
    number: str
    permalink: str
    permalink_words: str
    page: str
    """“p. 12”"""
    page_words: str
    """What its page leads to, for those who cannot see where it stands."""
    page_url: str
    language: str
    """The language of the passage when it is not that of its document; else empty."""
    spoken: str
    """The language of the passage."""
    cells: tuple[Markup, ...]
    """The cells of a table row; for other kinds one item, the whole text."""
    hit: HitMark | None
    extracts: PassageExtracts | None
    asked: bool
    """Whether it is the passage that the address asks for."""


@dataclass(frozen=True)
class Block:
    """Neighbouring passages that make one thing: a list, a table, or a single paragraph."""

    kind: str
    lines: tuple[Line, ...]
    head: tuple[Markup, ...]
    """The cells of a table's first row, when it heads the columns; that line is still in `lines`."""
    columns: int


@dataclass(frozen=True)
class Part:
    """One section with its heading as HTML wants it."""

    id: str
    kind: str
    number: str
    heading: str
    level: int
    """2 to 6: never more than one deeper than the heading before it."""
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Reader:
    """What a text is read for: whose it is, in which language of the pages, with which hits and extracts."""

    language: Language
    review: Review
    document: Document
    hits: Mapping[str, HitMark]
    asked: str | None = None
    """The id of a passage to be shown up."""
    extracts: Mapping[str, PassageExtracts] = field(default_factory=dict)

    @property
    def named_document(self) -> str | None:
        """How addresses name the document: not at all when it is the review's first."""
        return named_document(self.review, self.document.id)


def document_of(review: Review, name: str | None) -> Document:
    """The document of this name, the first one without a name. Raises PageNotFound when there is none."""
    for document in review.documents:
        if name in (None, document.id):
            return document
    raise PageNotFound(
        Message(
            "%(reference)s has no document of that name; it has %(count)s.",
            reference=review.reference,
            count=len(review.documents),
        )
    )


def named_document(review: Review, document: str) -> str | None:
    """The name of a document in addresses; None for the first, which they mean without one."""
    return None if document == review.documents[0].id else document


def parts(reader: Reader, page: int | None = None) -> tuple[Part, ...]:
    """The sections of the document in reading order with their passages: all, or those that stand on a page."""
    review, document = reader.review, reader.document
    passages = [item for item in review.passages if item.document == document.id and _is_on(item, page)]
    by_section = {name: list(group) for name, group in groupby(passages, key=lambda item: item.section)}
    sections = [
        item
        for item in review.sections
        if item.document == document.id
        and (item.id in by_section or (item.heading and page in (None, item.page_first)))
    ]
    levels = iter(heading_levels([section.level for section in sections if section.heading]))
    return tuple(
        _part(reader, item, next(levels) if item.heading else FIRST_HEADING, by_section.get(item.id, []))
        for item in sections
    )


def _is_on(passage: Passage, page: int | None) -> bool:
    return page is None or passage.page_first <= page <= passage.page_last


def _blocks(reader: Reader, passages: Iterable[Passage]) -> tuple[Block, ...]:
    """The passages as blocks: neighbours that are list items or table rows stand together."""
    grouped = groupby(enumerate(passages), key=lambda pair: _togetherness(*pair))
    return tuple(_block(reader, [passage for _, passage in group]) for _, group in grouped)


def heading_levels(levels: Sequence[int]) -> list[int]:
    """The HTML levels for a document's heading levels: no step down skips one, none is past 6."""
    made: list[int] = []
    before = FIRST_HEADING - 1
    for level in levels:
        before = min(FIRST_HEADING + max(level, 1) - 1, before + 1, 6)
        made.append(before)
    return made


def _togetherness(place: int, passage: Passage) -> tuple[str, int]:
    joins = passage.kind in (PassageKind.LIST_ITEM, PassageKind.TABLE_ROW)
    return passage.kind, -1 if joins else place


def _part(reader: Reader, section: Section, level: int, passages: list[Passage]) -> Part:
    return Part(
        id=section.id,
        kind=section.kind.value,
        number=section.number or "",
        heading=section.heading,
        level=level,
        blocks=_blocks(reader, passages),
    )


def _block(reader: Reader, passages: list[Passage]) -> Block:
    lines = tuple(_line(reader, passage) for passage in passages)
    is_table = passages[0].kind is PassageKind.TABLE_ROW
    has_head = is_table and is_head([_raw_cells(item.text) for item in passages])
    return Block(
        kind=passages[0].kind.value,
        lines=lines,
        head=lines[0].cells if has_head else (),
        columns=max(len(line.cells) for line in lines),
    )


def _line(reader: Reader, passage: Passage) -> Line:
    language = reader.document.page_languages[passage.page_first - 1]
    hit, extracts = reader.hits.get(passage.id), reader.extracts.get(passage.id)
    say_in, slug, page = wording(reader.language), reader.review.slug, passage.page_first
    return Line(
        id=passage.id,
        number=passage.number or "",
        permalink=passage_address(reader.language, slug, passage.key),
        permalink_words=_permalink_words(say_in, passage.number),
        page=say_in.gettext("p. %(number)s") % {"number": page},
        page_words=say_in.gettext("Page %(number)s of the original, with this passage boxed")
        % {"number": page},
        page_url=page_address(
            reader.language, slug, page, document=reader.named_document, passage=passage.id
        ),
        language="" if language is reader.document.language else language.value,
        spoken=language.value,
        cells=_cells(passage, hit.spans if hit else (), extracts.stretches if extracts else ()),
        hit=hit,
        extracts=extracts,
        asked=passage.id == reader.asked,
    )


def _permalink_words(say_in: Wording, number: str | None) -> str:
    if number is None:
        return say_in.gettext("Permanent link to this passage")
    return say_in.gettext("Permanent link to passage %(number)s") % {"number": number}


def _raw_cells(text: str) -> list[str]:
    return [text[start:end] for start, end in cell_ranges(text)]


def _cells(passage: Passage, spans: Sequence[Span], stretches: Sequence[Stretch]) -> tuple[Markup, ...]:
    is_row = passage.kind is PassageKind.TABLE_ROW
    ranges = cell_ranges(passage.text) if is_row else [(0, len(passage.text))]
    pieces = stretches_within(stretches, ranges)
    return tuple(
        marked_text(passage.text[start:end], spans_within(spans, start, end), own)
        for (start, end), own in zip(ranges, pieces, strict=True)
    )
