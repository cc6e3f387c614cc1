"""Joining: paragraphs and list items that a page turn, a column or a table cut in two made whole."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from wsr.ingest.structure.blocks import Block, ends_sentence, fits
from wsr.ingest.structure.tables import Table

_ALIGNED = 4.0
_OPEN_END = re.compile(
    r"\b(?:a|an|the|of|to|in|and|or|for|with|by|from|at|on|that|as|which|who|whose|its|their|his|her|was|were|is"
    r"|are|had|has|have|be|been|not|y|yr|yn|ac|i|o|ar|gan|neu|fel|bod|ei|eu)$",
    re.IGNORECASE,
)
"""A sentence does not end with one of these."""

Bottoms = Mapping[int, float]
"""How far down each page its text may reach: where notes begin, or where full pages end."""


def continues(block: Block, following: Block, bottoms: Bottoms) -> bool:
    """
    True when a block at the top of a page or column goes on with the one before.

    An unfinished sentence goes on with a small letter, or after a full line; after a full stop only a full
    last line at the foot of a full page, and text at the same indent, speak for one paragraph.
    """
    if not _may_continue(block, following):
        return False
    text, first = block.last.text, following.first.text[0]
    if text[-1] in ":;":
        return first.islower() and _is_full(block, following)
    if not ends_sentence(text):
        if first.islower() or text[-1] in ",-–(" or ends_open(text):
            return True
        return _is_full(block, following)
    if first.islower():
        return _is_full(block, following)
    return (
        _is_full(block, following)
        and block.last.baseline >= bottoms.get(block.last.page, 0.0) - 4 * block.size
        and abs(following.first.x0 - block.going_on_x0) <= _ALIGNED
        and not _is_indented(following)
    )


def ends_open(text: str) -> bool:
    """True when a text ends with a word that no sentence ends with ("of", "the")."""
    return bool(_OPEN_END.search(text[-12:]))


def _may_continue(block: Block, following: Block) -> bool:
    """False where place or type rule it out; words in bold at the start open a paragraph."""
    place, next_place = (block.last.page, block.last.region), (following.first.page, following.first.region)
    return (
        place < next_place
        and next_place[0] - place[0] <= 1
        and following.mark is None
        and not block.is_entry
        and not following.is_entry
        and abs(block.last.size - following.first.size) <= 0.6
        and (block.last.bold == following.first.bold or not (block.bold or following.bold))
        and (block.last.words[-1].bold or not following.first.words[0].bold)
    )


def _is_full(block: Block, following: Block) -> bool:
    return fits(following.first, block.last, block.right) <= 0.5 * block.last.size


def _is_indented(block: Block) -> bool:
    return len(block.lines) > 1 and block.first.x0 > block.lines[1].x0 + 0.8 * block.size


def joined_blocks(
    blocks: Sequence[Block | Table], heads: Iterable[int], bottoms: Bottoms
) -> list[tuple[int, Block | Table]]:
    """The blocks with cut ones made whole, each with its former place (of its first part)."""
    headings = set(heads)
    result: list[tuple[int, Block | Table]] = []
    open_at: int | None = None
    for index, block in enumerate(blocks):
        if isinstance(block, Table):
            result.append((index, block))
            continue
        if index in headings:
            open_at = None
            result.append((index, block))
            continue
        before = result[open_at][1] if open_at is not None else None
        if (
            isinstance(before, Block)
            and open_at is not None
            and _goes_on(before, block, len(result) - 1 - open_at, bottoms)
        ):
            result[open_at] = (result[open_at][0], _joined(before, block))
            continue
        open_at = len(result)
        result.append((index, block))
    return result


def _goes_on(before: Block, block: Block, between: int, bottoms: Bottoms) -> bool:
    if between == 0:
        return continues(before, block, bottoms)
    ending = before.last.text
    unfinished = not ends_sentence(ending) and ending[-1] not in ":;"
    return unfinished and block.first.text[0].islower() and continues(before, block, bottoms)


def _joined(block: Block, following: Block) -> Block:
    return replace(block, lines=block.lines + following.lines, right=following.right)
