"""Heads: which blocks are headings, with their number and level."""

import re
from dataclasses import dataclass

from wsr.ingest.structure.blocks import Block, ends_sentence
from wsr.ingest.structure.hyphens import Vocabulary, joined
from wsr.ingest.structure.marks import Mark, mark_of
from wsr.ingest.structure.style import Style
from wsr.ingest.structure.tables import Table
from wsr.vocabulary.headings import is_known_heading, plain_words

_LARGER = 0.9
"""Type larger than the body by so many points is a heading's."""

_MOST_LINES = 4
_MOST_WORDS = 42
_STRONG_WORDS = 22
_PLAIN_WORDS = 12

_SENTENCE_HEAD = re.compile(r"(?:finding|canfyddiad|theme|thema|learning point)\s+\d", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:(?:national|regional|local|board|agency)\s+)?(?:recommendation|argymhelliad|action)"
    r"\s*(?:no\.?\s*)?\d+[.:]?"
    r"|(?:reviewer|adolygydd)\s*\d?[.:]?",
    re.IGNORECASE,
)
"""Labels that stand before a text and head no part: of recommendations, of columns of the form."""

_LABELLED = re.compile(
    r"(?:learning point|key learning|theme|finding|lesson|pwynt dysgu|thema|canfyddiad|gwers)\s+\d+\s*[:.–-]\s*\w",
    re.IGNORECASE,
)
"""Counted parts: a line that begins so and stands alone is a heading in any type."""

_NO_HEAD = re.compile(
    r"re\s?:|(?:dear|annwyl|yours|yn gywir|yn ddiffuant)\b"
    r"|(?:name|signed|signature|date|enw|llofnod|llofnodwyd|dyddiad)\b.{0,3}$",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+\d{4}",
    re.IGNORECASE,
)
_NUMERIC_STYLES = ("1.", "1.1", "1")

_CHAPTER = re.compile(
    r"(?P<number>(?:chapter|pennod)\s+(?:[a-z]+|\d{1,2}))\s*[:.–—-]\s*(?P<text>\S.*)", re.IGNORECASE
)

Look = tuple[float, bool, bool, bool, bool]
"""How a heading is set: size, bold, capitals, underlined, not italic; greater is higher."""


@dataclass(frozen=True, slots=True)
class Head:
    """A heading among the blocks."""

    number: str | None
    text: str
    look: Look
    level: int = 1


@dataclass(frozen=True, slots=True)
class HeadContext:
    """What headings are told by, beside their own looks."""

    style: Style
    vocabulary: Vocabulary
    titles: frozenset[str] = frozenset()
    """Titles of the contents list as plain words."""
    contents_heads: frozenset[int] = frozenset()
    """Lines, by identity, that head a contents list."""
    underlined: frozenset[int] = frozenset()
    """Lines, by identity, with a rule drawn under all of them."""
    title_pages: frozenset[int] = frozenset()
    """Pages that only list titles, of which none heads a text there."""
    italic_body: bool = False


def head_of(block: Block, context: HeadContext) -> Head:
    """The heading that a block makes, its number apart."""
    mark = number_of(block)
    whole = joined([line.text for line in block.lines], context.vocabulary)
    text = whole[len(mark.printed) :].lstrip(" .:–-") if mark else whole
    number = mark.text if mark else None
    chapter = _CHAPTER.fullmatch(whole)
    if chapter:
        number, text = chapter["number"], chapter["text"]
    return Head(number, text or whole, look_of(block, context))


def number_of(block: Block) -> Mark | None:
    """The number of a heading: its believed mark, or what looks like one."""
    mark = block.mark or mark_of(block.first)
    if mark is None or mark.is_bullet or len(block.text) <= len(mark.printed):
        return None
    return mark if block.mark or mark.hanging or mark.style != "1" else None


def look_of(block: Block, context: HeadContext) -> Look:
    """How a block is set."""
    letters = [character for character in block.text if character.isalpha()]
    caps = len(letters) > 3 and all(map(str.isupper, letters))
    return (
        round(block.size * 2) / 2,
        block.bold,
        caps,
        all(id(line) in context.underlined for line in block.lines),
        not block.italic,
    )


def is_head(block: Block, following: Block | Table | None, context: HeadContext) -> bool:
    """True when a block heads what follows."""
    if block.is_entry or not _may_be_head(block):
        return False
    if id(block.first) in context.contents_heads:
        return True
    if block.first.page in context.title_pages:
        return False
    if is_confirmed(block, context):
        return True
    words = len(block.body.split())
    if _is_strong(block, context):
        return _reads_as_head(block, words, context) and not _leads_in(block, following, context)
    return words <= _PLAIN_WORDS and not ends_sentence(block.text) and _plain_head(block, following, context)


def _may_be_head(block: Block) -> bool:
    """False for what no heading is: bullets, long text, unfinished clauses, dates, letters' phrases."""
    text = block.body
    if (block.mark and block.mark.is_bullet) or not any(map(str.isalpha, text)):
        return False
    if len(block.lines) > _MOST_LINES or len(text.split()) > _MOST_WORDS or text[-1] in ",;":
        return False
    if _LABEL.fullmatch(text) or _NO_HEAD.match(text) or _DATE.fullmatch(block.text):
        return False
    return not text[0].islower() and text[0] not in "([,.•@"


def is_confirmed(block: Block, context: HeadContext) -> bool:
    """True when the contents list has this very title."""
    words = plain_words(block.body)
    return words in context.titles and len(words) > 3 and not ends_sentence(block.text)


def _is_strong(block: Block, context: HeadContext) -> bool:
    """True for type that stands out from the body: larger, bold, capitals or underlined."""
    size, bold, caps, underlined, _ = look_of(block, context)
    return (
        size > context.style.size + _LARGER
        or (bold and not context.style.bold and size > context.style.size - 1.6)
        or (caps and len(block.body) > 4)
        or underlined
    )


def _reads_as_head(block: Block, words: int, context: HeadContext) -> bool:
    if block.text.endswith("?"):
        return True
    if block.size > context.style.size + _LARGER:
        return words <= _STRONG_WORDS or not ends_sentence(block.text)
    if ends_sentence(block.text):
        return bool(_SENTENCE_HEAD.match(block.text)) or (words <= 6 and block.mark is not None)
    return words <= _STRONG_WORDS


def _leads_in(block: Block, following: Block | Table | None, context: HeadContext) -> bool:
    """True for a line of body size that ends with a colon and has its list below."""
    return (
        block.text.endswith(":")
        and block.size <= context.style.size + _LARGER
        and isinstance(following, Block)
        and following.mark is not None
    )


def _plain_head(block: Block, following: Block | Table | None, context: HeadContext) -> bool:
    """True for body type that is a heading by its words, its number, or a short italic line."""
    if len(block.lines) > 1:
        return False
    if block.mark is None and _LABELLED.match(block.text):
        return True
    if not isinstance(following, Block):
        return following is not None and block.mark is None and is_known_heading(block.text)
    if block.mark is None and is_known_heading(block.text):
        return not block.text.endswith(":") and not _is_strong(following, context)
    if block.mark and following.mark and _is_child(following.mark.value, block.mark.value):
        return True
    prose = len(following.body.split()) > _PLAIN_WORDS
    if _is_read_from_picture(block):
        return prose and block.mark is None and block.text[-1] not in ":”\"'"
    if block.italic and not following.italic:
        text_follows = prose or (following.mark is not None and not following.mark.is_bullet)
        return (
            not context.italic_body and text_follows and block.mark is None and block.text[-1] not in ":”\"'"
        )
    return (
        block.mark is not None
        and block.mark.style in _NUMERIC_STYLES
        and prose
        and (is_known_heading(block.body) or (following.series != block.series and following.mark is None))
    )


def _is_read_from_picture(block: Block) -> bool:
    """True for words read by OCR, which does not tell bold type: a short line alone over prose is a heading."""
    return block.first.words[0].confidence is not None


def _is_child(value: tuple[int, ...], parent: tuple[int, ...]) -> bool:
    return len(value) == len(parent) + 1 and value[: len(parent)] == parent and value[-1] == 1
