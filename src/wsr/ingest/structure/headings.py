"""Headings: those of the body of a document, without the lines of its title page."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from wsr.ingest.structure.blocks import Block, ends_sentence
from wsr.ingest.structure.heads import Head, HeadContext, head_of, is_head, look_of
from wsr.ingest.structure.levels import with_levels
from wsr.ingest.structure.tables import Table
from wsr.vocabulary.headings import is_known_heading, is_prompt, kind_of_heading, plain_words

_PROSE_WORDS = 12
_FACT = re.compile(r"[^:]{3,40}:\s.*\d")
"""A line of a title page that states a fact ("Report published: 27 March 2015")."""


def with_whole_heads(blocks: Sequence[Block | Table], context: HeadContext) -> list[Block | Table]:
    """The blocks, the lines of one heading that were taken for several put together."""
    result: list[Block | Table] = []
    for index, block in enumerate(blocks):
        before = result[-1] if result else None
        if (
            isinstance(before, Block)
            and isinstance(block, Block)
            and _goes_on(before, block, context)
            and is_head(block, _at(blocks, index + 1), context)
            and is_head(before, block, context)
        ):
            result[-1] = replace(before, lines=before.lines + block.lines)
        else:
            result.append(block)
    return result


def _goes_on(before: Block, block: Block, context: HeadContext) -> bool:
    """True when two lines set alike stand as close as lines of one heading do."""
    step = block.first.baseline - before.last.baseline
    return (
        look_of(before, context) == look_of(block, context)
        and (before.last.page, before.last.region) == (block.first.page, block.first.region)
        and 0 < step <= 1.3 * block.size
        and block.mark is None
        and before.text[-1] not in ":.?!"
        and not is_known_heading(block.text)
        and len(before.lines) + len(block.lines) <= 3
    )


def find_headings(blocks: Sequence[Block | Table], context: HeadContext) -> dict[int, Head]:
    """The headings by their place among the blocks, with levels; empty when the document has none."""
    found: dict[int, Head] = {}
    for index, block in enumerate(blocks):
        if isinstance(block, Table):
            head = _table_head(block, context)
            if head:
                found[index] = head
        elif is_head(block, _at(blocks, index + 1), context):
            found[index] = head_of(block, context)
    first = _first_of_body(blocks, found, context)
    return with_levels(_with_text(blocks, {i: head for i, head in found.items() if i >= first}, context))


def _table_head(table: Table, context: HeadContext) -> Head | None:
    """The heading that stands in the first cell of a small table, when the contents list has its title."""
    first = table.rows[0]
    if len(table.rows) > 3 or not first.cells[0].lines:
        return None
    block = Block(first.cells[0].lines)
    if plain_words(block.text) not in context.titles or not (block.bold or block.size > context.style.size):
        return None
    return head_of(block, context)


def _with_text(
    blocks: Sequence[Block | Table], found: Mapping[int, Head], context: HeadContext
) -> dict[int, Head]:
    """The headings without lines that nothing follows on their page: the names under a letter."""
    kept: dict[int, Head] = {}
    page_after = 0
    empty = True
    for index in range(len(blocks) - 1, -1, -1):
        head = found.get(index)
        if head is None:
            empty = False
            continue
        page = _page(blocks[index])
        if empty and page_after != page and head.number is None and not _is_known(head, context):
            continue
        kept[index] = head
        page_after, empty = page, True
    return dict(sorted(kept.items()))


def _first_of_body(blocks: Sequence[Block | Table], found: Mapping[int, Head], context: HeadContext) -> int:
    """Place of the first heading that is not a line of the title page."""
    contents_page = min(
        (_page(block) for block in blocks if isinstance(block, Block) and _heads_contents(block, context)),
        default=0,
    )
    looks = Counter(head.look for index, head in found.items() if _heads_text(blocks, found, index))
    largest = max((head.look for head in found.values()), default=None)
    for index, head in found.items():
        block = blocks[index]
        page = _page(block)
        if page > 2 or (isinstance(block, Block) and _heads_contents(block, context)):
            return index
        if (1 < contents_page <= 4 and page == 1) or (isinstance(block, Block) and _FACT.match(block.text)):
            continue
        title = head.look == largest and looks[head.look] < 2
        known = head.number is not None or _is_known(head, context) or not _says_nothing(head)
        if title and (not known or not _is_prose(blocks, index + 1, found)):
            continue
        if (known or looks[head.look] > 1) and _opens_text(blocks, found, index, known):
            return index
    return len(blocks)


def _is_prose(blocks: Sequence[Block | Table], index: int, found: Mapping[int, Head]) -> bool:
    """True when running text, or the form's own words, stand there."""
    block = _at(blocks, index)
    if not isinstance(block, Block) or index in found:
        return False
    return len(block.text.split()) > _PROSE_WORDS or is_prompt(block.text)


def _heads_text(blocks: Sequence[Block | Table], found: Mapping[int, Head], index: int) -> bool:
    return index + 1 < len(blocks) and index + 1 not in found


def _says_nothing(head: Head) -> bool:
    return kind_of_heading(head.text) is None


def _heads_contents(block: Block, context: HeadContext) -> bool:
    return id(block.first) in context.contents_heads


def _is_known(head: Head, context: HeadContext) -> bool:
    return is_known_heading(head.text) or plain_words(head.text) in context.titles


def _opens_text(blocks: Sequence[Block | Table], found: Mapping[int, Head], index: int, known: bool) -> bool:
    """True when running text, a list or a table follows, perhaps after a lower heading."""
    following = index + 1
    if following in found and found[following].look < found[index].look:
        following += 1
    if following >= len(blocks) or following in found:
        return False
    block = blocks[following]
    if isinstance(block, Table) or block.mark is not None or len(block.text.split()) > _PROSE_WORDS:
        return True
    return known and (block.text[-1] in ":–" or is_prompt(block.text) or ends_sentence(block.text))


def _at(blocks: Sequence[Block | Table], index: int) -> Block | Table | None:
    return blocks[index] if index < len(blocks) else None


def _page(block: Block | Table) -> int:
    return block.page if isinstance(block, Table) else block.first.page
