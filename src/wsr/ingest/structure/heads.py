"""Heads: which blocks are headings, with their number and level."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wsr.ingest.structure.blocks import Block, ends_sentence
from wsr.ingest.structure.marks import Mark, mark_of
from wsr.ingest.structure.style import Style
from wsr.ingest.structure.tables import Table
from wsr.vocabulary.headings import is_known_heading, plain_words

_LARGER = 0.9
"""Type larger than the body by so many points is a heading's."""

_MOST_LINES = 4
_MOST_WORDS = 32
_BODY_SIZE_WORDS = 22
_PLAIN_WORDS = 12

_SENTENCE_HEAD = re.compile(r"(?:finding|canfyddiad|theme|thema)\s+\d", re.IGNORECASE)
_LABEL_ONLY = re.compile(
    r"(?:(?:national|regional|local|board|agency)\s+)?(?:recommendation|argymhelliad|action)\s*(?:no\.?\s*)?\d+[.:]?",
    re.IGNORECASE,
)
_SALUTATION = re.compile(r"(?:dear|annwyl|yours|re:)\b", re.IGNORECASE)
_CHAPTER = re.compile(
    r"(?:chapter|pennod|part|rhan)\s+(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|un|dau|tri|pedwar|pump|chwech|saith|wyth|naw|deg|\d{1,2}|[ivx]{1,4})\b",
    re.IGNORECASE,
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
    titles: frozenset[str]
    """Titles of the contents list as plain words."""
    contents_heads: frozenset[int]
    underlined: frozenset[int]
    """Lines, by identity, with a rule drawn under all of them."""
    italic_body: bool = False


def find_heads(blocks: Sequence[Block | Table], context: HeadContext) -> dict[int, Head]:
    """The headings by their place among the blocks, with levels; those of a title page are none."""
    found: dict[int, Head] = {}
    for index, block in enumerate(blocks):
        if isinstance(block, Block) and not block.is_entry and _is_head(blocks, index, context):
            found[index] = _head(block, context)
    first = _first_of_body(blocks, found, context)
    return with_levels({index: head for index, head in found.items() if index >= first})


def _head(block: Block, context: HeadContext) -> Head:
    mark = _number(block)
    text = block.text[len(mark.printed) :].lstrip(" .:–-") if mark else block.text
    return Head(mark.text if mark else None, text or block.text, _look(block, context))


def _number(block: Block) -> Mark | None:
    """The number of a heading: its believed mark, or what looks like one."""
    mark = block.mark or mark_of(block.first)
    return mark if mark and not mark.is_bullet and len(block.text) > len(mark.printed) else None


def _look(block: Block, context: HeadContext) -> Look:
    letters = [character for character in block.text if character.isalpha()]
    caps = len(letters) > 3 and all(map(str.isupper, letters))
    return (
        round(block.size * 2) / 2,
        block.bold,
        caps,
        all(id(line) in context.underlined for line in block.lines),
        not block.italic,
    )


def _is_head(blocks: Sequence[Block | Table], index: int, context: HeadContext) -> bool:
    block = blocks[index]
    assert isinstance(block, Block)
    if not _may_be_head(block):
        return False
    if id(block.first) in context.contents_heads:
        return True
    words = len(block.body.split())
    if _confirmed(block, context):
        return True
    if _is_strong(block, context):
        return _reads_as_head(block, words, context)
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    return words <= _PLAIN_WORDS and not ends_sentence(block.text) and _plain_head(block, following, context)


def _may_be_head(block: Block) -> bool:
    """False for what no heading is: bullets, long text, unfinished clauses, letters' phrases."""
    text = block.body
    if (block.mark and block.mark.is_bullet) or not any(map(str.isalpha, text)):
        return False
    if len(block.lines) > _MOST_LINES or len(text.split()) > _MOST_WORDS or text[-1] in ",;":
        return False
    if _LABEL_ONLY.fullmatch(text) or _SALUTATION.match(text):
        return False
    return not text[0].islower() and text[0] not in "([,.•@"


def _confirmed(block: Block, context: HeadContext) -> bool:
    """True when the contents list has this very title."""
    words = plain_words(block.body)
    return words in context.titles and (len(words) > 3) and not ends_sentence(block.text)


def _is_strong(block: Block, context: HeadContext) -> bool:
    """True for type that stands out from the body: larger, bold, capitals or underlined."""
    size, bold, caps, underlined, _ = _look(block, context)
    return (
        size > context.style.size + _LARGER
        or (bold and not context.style.bold and size > context.style.size - 1.6)
        or (caps and len(block.body) > 4)
        or underlined
    )


def _reads_as_head(block: Block, words: int, context: HeadContext) -> bool:
    if block.size > context.style.size + _LARGER:
        return words <= _BODY_SIZE_WORDS or not ends_sentence(block.text)
    if ends_sentence(block.text) and not block.text.endswith("?"):
        return bool(_SENTENCE_HEAD.match(block.text)) or (words <= 6 and block.mark is not None)
    return words <= _BODY_SIZE_WORDS


def _plain_head(block: Block, following: Block | Table | None, context: HeadContext) -> bool:
    """True for body type that is a heading by its words, its number, or a short italic line."""
    if len(block.lines) > 1:
        return False
    if block.mark is None and is_known_heading(block.text):
        return not block.text.endswith(":")
    if not isinstance(following, Block):
        return False
    if block.mark and following.mark and _is_child(following.mark.value, block.mark.value):
        return True
    prose = len(following.body.split()) > _PLAIN_WORDS
    if block.italic and not following.italic:
        return not context.italic_body and prose and block.mark is None and block.text[-1] not in ":”\"'"
    return (
        block.mark is not None
        and block.mark.style in ("1.", "1.1", "1")
        and prose
        and following.series != block.series
        and (is_known_heading(block.body) or following.mark is None)
    )


def _is_child(value: tuple[int, ...], parent: tuple[int, ...]) -> bool:
    return len(value) == len(parent) + 1 and value[: len(parent)] == parent and value[-1] == 1


def _first_of_body(blocks: Sequence[Block | Table], found: Mapping[int, Head], context: HeadContext) -> int:
    """Place of the first heading that is not a line of the title page."""
    looks: Counter[Look] = Counter(
        head.look for index, head in found.items() if _page(blocks[index]) > _page(blocks[0])
    )
    for index, head in found.items():
        block = blocks[index]
        assert isinstance(block, Block)
        if id(block.first) in context.contents_heads or _page(block) > 2:
            return index
        known = head.number is not None or _is_known(head, context)
        if (known or looks[head.look] > 0) and _opens_text(blocks, found, index):
            return index
    return len(blocks)


def _is_known(head: Head, context: HeadContext) -> bool:
    return is_known_heading(head.text) or plain_words(head.text) in context.titles


def _opens_text(blocks: Sequence[Block | Table], found: Mapping[int, Head], index: int) -> bool:
    """True when running text, a list or a table follows, perhaps after a lower heading."""
    following = index + 1
    if following in found and found[following].look < found[index].look:
        following += 1
    if following >= len(blocks) or following in found:
        return False
    block = blocks[following]
    return isinstance(block, Table) or block.mark is not None or len(block.text.split()) > _PLAIN_WORDS


def _page(block: Block | Table) -> int:
    return block.page if isinstance(block, Table) else block.first.page


def with_levels(found: Mapping[int, Head]) -> dict[int, Head]:
    """The headings with levels by their numbers, and for those without by their looks."""
    depths = _depths(found)
    levels: dict[Look, int] = {}
    highest = 0
    for look in sorted({head.look for head in found.values()}, reverse=True):
        highest = depths.get(look, highest + 1 if look not in depths else highest)
        levels[look] = highest
    result = {}
    for index, head in found.items():
        depth = _depth(head)
        level = depth if depth and head.look in depths else levels[head.look]
        result[index] = Head(head.number, head.text, head.look, max(1, min(level, 6)))
    return result


def _depths(found: Mapping[int, Head]) -> dict[Look, int]:
    """For looks whose headings are mostly numbered, the depth of most of the numbers."""
    numbered: dict[Look, Counter[int]] = {}
    for head in found.values():
        numbered.setdefault(head.look, Counter())[_depth(head)] += 1
    return {
        look: depths.most_common(1)[0][0]
        for look, depths in numbered.items()
        if depths.most_common(1)[0][0] > 0
    }


def _depth(head: Head) -> int:
    """How deep the number of a heading is: 1 for "2" and "Chapter Two", 2 for "2.1"; 0 without one."""
    if head.number:
        return len(re.split(r"[.–-]", head.number))
    return 1 if _CHAPTER.match(head.text) else 0
