"""
Words that a reader cannot see: covered, of the colour of their own background, or without ink. Pure.

In a safeguarding review such words may be a person's name. They are marked, never indexed, and hold the review
until a person has looked. An invisible layer behind a page picture is something else: the text of a scan, read
by a machine.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from wsr.ingest.pages import Fill, Page, Word
from wsr.ingest.painted import Colour, PaintedBox, PaintedPage, PaintedPicture, PaintedWord
from wsr.ingest.rules import merged_rules

COVERED, BACKGROUND, INVISIBLE = "covered", "background colour", "invisible"
_WHITE: Colour = (1.0, 1.0, 1.0)
_SAME = 0.06
"""Difference of each part of a colour that the eye does not tell."""
_PAGE_PICTURE = 0.8
"""Part of the page that pictures cover on a scan that brings its text (PDF.md, section 5)."""
_OCR_LAYER = 25
"""So many characters without ink behind a page picture are the text layer of a scan."""
_COVERING = 0.5
"""Part of a word's width that a box must hide to cover it."""
_UNREADABLE = 1.0
"""Points: smaller type is not there to be read."""
_SHARED = 11
"""The first fields of a painted word are those of a word."""

_Thing = PaintedBox | PaintedPicture


def page_of(painted: PaintedPage) -> Page:
    """The page with each word marked by why it cannot be seen, None for those that can."""
    share = picture_share(painted)
    reasons, machine_read = _reasons(painted, share)
    return Page(
        number=painted.number,
        width=painted.width,
        height=painted.height,
        words=tuple(
            Word(*word[:_SHARED], reason, None, word.artifact)  # type: ignore[arg-type, call-arg]
            for word, reason in zip(painted.words, reasons, strict=True)
        ),
        rules=merged_rules(painted.lines),
        fills=tuple(Fill(*box[:4]) for box in painted.boxes if not _alike(box.colour, _WHITE)),
        picture_share=share,
        machine_read=machine_read,
    )


def picture_share(painted: PaintedPage) -> float:
    """The part of the page that pictures cover, 0 to 1; pictures over each other count once at most."""
    area = sum((p.x1 - p.x0) * (p.y1 - p.y0) for p in painted.pictures)
    return min(1.0, area / (painted.width * painted.height))


def _reasons(painted: PaintedPage, share: float) -> tuple[list[str | None], bool]:
    """Why each word cannot be seen, and whether the words are the text layer of a scan."""
    words = painted.words
    beneath, above = _layers(words, [*painted.boxes, *painted.pictures])
    if share >= _PAGE_PICTURE:
        behind = [
            word.invisible or any(isinstance(thing, PaintedPicture) for thing in above.get(index, ()))
            for index, word in enumerate(words)
        ]
        if (
            sum(len(word.text) for word, is_behind in zip(words, behind, strict=True) if is_behind)
            >= _OCR_LAYER
        ):
            return _reasons_on_scan(painted, behind, beneath, above), True
    white = {colour for colour in {word.colour for word in words} if _alike(colour, _WHITE)}
    return [
        _reason(word, beneath.get(index), above.get(index, ()))
        if word.invisible
        or word.size < _UNREADABLE
        or word.colour in white
        or index in beneath
        or index in above
        else None
        for index, word in enumerate(words)
    ], False


def _reason(word: PaintedWord, beneath: _Thing | None, above: Sequence[_Thing]) -> str | None:
    if word.invisible or word.size < _UNREADABLE:
        return INVISIBLE
    if above:
        return COVERED
    if beneath is None:
        return BACKGROUND if _alike(word.colour, _WHITE) else None
    if isinstance(beneath, PaintedBox) and beneath.opaque and _alike(word.colour, beneath.colour):
        return BACKGROUND
    return None


def _reasons_on_scan(
    painted: PaintedPage,
    behind: Sequence[bool],
    beneath: Mapping[int, _Thing],
    above: Mapping[int, Sequence[_Thing]],
) -> list[str | None]:
    """On a scan the words lie behind the picture; only a box painted on the picture hides them."""
    reasons: list[str | None] = []
    first = min((picture.order for picture in painted.pictures), default=0)
    for index, word in enumerate(painted.words):
        over, under = above.get(index, ()), beneath.get(index)
        if behind[index]:
            boxes = [thing for thing in (*over, under) if isinstance(thing, PaintedBox) and thing.opaque]
            reasons.append(COVERED if any(box.order > first for box in boxes) else None)
        else:
            reasons.append(_reason(word, under, over))
    return reasons


def _layers(
    words: Sequence[PaintedWord], things: Iterable[_Thing]
) -> tuple[dict[int, _Thing], dict[int, list[_Thing]]]:
    """By the index of a word: what was last painted beneath its middle, and the opaque things painted over it."""
    beneath: dict[int, _Thing] = {}
    above: dict[int, list[_Thing]] = {}
    ordered = sorted(things, key=lambda thing: thing.order)
    if not ordered:
        return beneath, above
    shelf = sorted((_middle(word), index) for index, word in enumerate(words))
    middles = [middle for middle, _ in shelf]
    for thing in ordered:
        for _, index in shelf[bisect_left(middles, thing.y0) : bisect_right(middles, thing.y1)]:
            word = words[index]
            if word.order > thing.order:
                if thing.x0 <= (word.x0 + word.x1) / 2 <= thing.x1:
                    beneath[index] = thing
            elif thing.opaque and _hides(thing, word):
                above.setdefault(index, []).append(thing)
    return beneath, above


def _middle(word: PaintedWord) -> float:
    """The height at which the small letters of a word have their middle."""
    return word.baseline - 0.25 * word.size if word.upright else (word.y0 + word.y1) / 2


def _hides(thing: _Thing, word: PaintedWord) -> bool:
    overlap = min(thing.x1, word.x1) - max(thing.x0, word.x0)
    return overlap >= _COVERING * (word.x1 - word.x0) and overlap > 0


@lru_cache(maxsize=4_096)
def _alike(one: Colour | None, other: Colour | None) -> bool:
    """Whether two known colours look the same."""
    if one is None or other is None:
        return False
    return all(abs(a - b) <= _SAME for a, b in zip(one, other, strict=True))
