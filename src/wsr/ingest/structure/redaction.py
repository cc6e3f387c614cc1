"""Redaction: where a name or phrase was taken out of a text, marked so that nobody reads on unaware."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from wsr.ingest.pages import Fill, Word
from wsr.ingest.structure.blocks import Block, ends_sentence
from wsr.ingest.structure.lines import Line, text_of

MARK = "[redacted]"

_BLANK = 3.0
"""White in the midst of a running line, in parts of the font size, that is no space between words."""

_TIMES_USUAL = 4.0
"""… and so many times the other spaces of its line, for justified text is set wide."""

_FEWEST_WORDS = 5
_LOST_START = (",", ";")


def with_redactions(block: Block, fills: Mapping[int, Sequence[Fill]]) -> Block:
    """
    The block with a mark where something was evidently taken out; the block itself where nothing was.

    Evident are a filled box between two words of a line, a wide blank in the midst of a sentence, and text
    that begins with a comma. Nothing is guessed or repaired.
    """
    if block.is_entry:
        return block
    lines = tuple(
        _marked_line(line, fills.get(line.page, ()), is_prose=_in_sentence(block, number))
        for number, line in enumerate(block.lines)
    )
    if block.body.startswith(_LOST_START) or block.body == ".":
        lines = (_with_lost_start(lines[0], block), *lines[1:])
    return block if lines == block.lines else replace(block, lines=lines)


def _in_sentence(block: Block, number: int) -> bool:
    """True for a line in the midst of a paragraph of several lines."""
    if len(block.lines) < 2:
        return False
    return number + 1 < len(block.lines) or not ends_sentence(block.lines[number - 1].text)


def _with_lost_start(line: Line, block: Block) -> Line:
    printed = block.mark.printed if block.mark else ""
    rest = line.text[len(printed) :].lstrip()
    return replace(line, text=f"{printed} {MARK}{rest}".lstrip())


def _marked_line(line: Line, fills: Sequence[Fill], is_prose: bool) -> Line:
    words = line.words
    gaps = [right.x0 - left.x1 for left, right in pairwise(words)]
    if not gaps or max(gaps) < line.size:
        return line
    usual = median(gaps)
    taken = [
        _is_covered(left, right, fills) or (is_prose and _is_blank(line, number, gaps, usual))
        for number, (left, right) in enumerate(pairwise(words))
    ]
    return _with_marks(line, taken) if any(taken) else line


def _is_covered(left: Word, right: Word, fills: Sequence[Fill]) -> bool:
    """True when a filled box as high as the line takes the room between two words."""
    gap, size = right.x0 - left.x1, left.size
    if gap < size:
        return False
    return any(
        0.5 * size < fill.y1 - fill.y0 < 2.0 * size
        and fill.y0 < left.baseline - 0.2 * size
        and fill.y1 > left.baseline - 0.5 * size
        and min(fill.x1, right.x0) - max(fill.x0, left.x1) > 0.5 * gap
        and fill.x0 > left.x0
        and fill.x1 < right.x1
        for fill in fills
    )


def _is_blank(line: Line, number: int, gaps: Sequence[float], usual: float) -> bool:
    """True for a wide blank with text on both sides; a number before or one word at the right is none."""
    gap = gaps[number]
    return (
        number > 0
        and number + 2 < len(line.words) >= _FEWEST_WORDS
        and gap > _BLANK * line.size
        and gap > _TIMES_USUAL * usual
        and not ends_sentence(line.words[number].text)
        and line.words[number].text[-1] != ":"
    )


def _with_marks(line: Line, taken: Sequence[bool]) -> Line:
    parts: list[list[Word]] = [[line.words[0]]]
    for is_taken, word in zip(taken, line.words[1:], strict=True):
        if is_taken:
            parts.append([])
        parts[-1].append(word)
    return replace(line, text=f" {MARK} ".join(map(text_of, parts)))
