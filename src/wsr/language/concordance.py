"""Concordances: from hits with their matches to lines with the match in the middle. Pure."""

import re
from collections.abc import Iterable

from wsr.domain.concordance import ConcordanceLine, ConcordanceOrder
from wsr.domain.search import Hit
from wsr.language.folding import fold_words, unaccented

MOST_WORDS = 3
"""Words that lines may be sorted by."""

_SPACE = re.compile(r"\s+")
_NUMBER = re.compile(r"(\d+)")


def concordance(
    hits: Iterable[Hit],
    width: int = 60,
    order: ConcordanceOrder = ConcordanceOrder.RESULT,
    words: int = 1,
) -> list[ConcordanceLine]:
    """
    A line for each match of each hit; none for a hit without matches.

    Args:
        width: The most characters of context on each side. It is cut between words: one that does not fit is left out.
        words: How many words before or after the match lines are sorted by, 1 to 3, whatever the width. Their case
            and accents make no difference, and fewer words come first. Ties are broken by reference, then by place.
    """
    if not 1 <= words <= MOST_WORDS or width < 0:
        raise ValueError(
            f"Lines are sorted by 1 to {MOST_WORDS} words, not {words}, and cut to a width of 0 or more."
        )
    lines = [_line(hit, start, end, width) for hit in hits for start, end in hit.matches]
    if order is ConcordanceOrder.RESULT:
        return lines
    context = _words_before if order is ConcordanceOrder.LEFT else _words_after
    return sorted(lines, key=lambda line: (context(line)[:words], _place(line)))


def _line(hit: Hit, start: int, end: int, width: int) -> ConcordanceLine:
    before, after = _on_one_line(hit.text[:start]), _on_one_line(hit.text[end:])
    right = _beginning(after, width)
    left = _beginning(before[::-1], width)[::-1]
    return ConcordanceLine(
        hit=hit,
        start=start,
        end=end,
        left=left,
        keyword=_on_one_line(hit.text[start:end]),
        right=right,
        starts_inside=left.lstrip() != before.lstrip(),
        ends_inside=right.rstrip() != after.rstrip(),
    )


def _beginning(text: str, width: int) -> str:
    """So many characters of a text at most, beside the space before the first word, without a part of a word."""
    lead = len(text) - len(text.lstrip())
    piece = text[: lead + width]
    if len(piece) < len(text) and not text[len(piece)].isspace() and not piece[-1:].isspace():
        piece = piece[: piece.rfind(" ", lead) + 1] if " " in piece[lead:] else piece[:lead]
    return piece if len(piece) == len(text) else piece.rstrip() or piece[:lead]


def _on_one_line(text: str) -> str:
    return _SPACE.sub(" ", text)


def _words_before(line: ConcordanceLine) -> tuple[str, ...]:
    return tuple(map(unaccented, reversed(fold_words(line.hit.text[: line.start]))))


def _words_after(line: ConcordanceLine) -> tuple[str, ...]:
    return tuple(map(unaccented, fold_words(line.hit.text[line.end :])))


def _place(line: ConcordanceLine) -> tuple[str, list[tuple[int, str]], int]:
    """By reference, document and passage in their natural order (p9 before p10), and offset."""
    hit = line.hit
    numbered = _NUMBER.split(f"{hit.document} {hit.passage or hit.id} {hit.id}")
    return hit.reference, [(int(part) if part.isdigit() else 0, part) for part in numbered], line.start
