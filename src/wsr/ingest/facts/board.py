"""The body that commissioned and published the review."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from wsr.domain.claims import Claim
from wsr.domain.kinds import ReviewType
from wsr.ingest.facts.reading import Reading
from wsr.vocabulary.boards import BoardKind, BoardMention, find_areas, find_boards

_KINDS: dict[ReviewType, BoardKind] = {
    ReviewType.CPR: "regional",
    ReviewType.APR: "regional",
    ReviewType.SUSR: "regional",
    ReviewType.DHR: "partnership",
    ReviewType.MHHR: "inspectorate",
}
"""Which kind of body publishes which type; another kind counts only where none of this kind is named."""

_COMMISSIONED = re.compile(
    r"(?:commissioned|established|set up|requested|undertaken|instigated|agreed|appointed)\s+(?:jointly\s+)?by\s+(?:the\s+)?(?:chair of\s+(?:the\s+)?)?$|"
    r"on behalf of\s+(?:the\s+)?$|(?:gomisiynwyd|comisiynwyd|sefydlwyd)\s+gan\s+$|ar ran\s+$",
    re.IGNORECASE,
)
_COMMISSIONS = re.compile(
    r"^[^.]{0,40}?\b(?:commissioned|agreed to undertake|decided to|resolved to|convened|comisiyn)",
    re.IGNORECASE,
)
_TITLE_PAGE, _RUNNING, _OPENING, _ANYWHERE, _COMMISSION = 10.0, 6.0, 3.0, 1.0, 10.0
"""
Weights of a mention by its place. A neighbour named once in the opening (3) loses to a board that the body
names four times; one that the title page names wins over thirty mentions only if it is named there alone.
"""
_MOST_ANYWHERE = 15.0
"""A body discussed at length does not become the publisher by being mentioned more than this."""


def find_board(reading: Reading, review_type: ReviewType | None) -> list[Claim]:
    """
    The board, partnership or inspectorate that most speaks for, and no other; empty when none is known.

    Mentions weigh by place: title page, running lines, the first 4,000 characters, anywhere; being said to
    have commissioned the review weighs as the title page does, so that a publisher acting for another loses.
    """
    wanted = _KINDS.get(review_type) if review_type else None
    named = _best(reading, find_boards, wanted) or _best(reading, find_boards, None)
    return named or _best(reading, find_areas, wanted or "regional", opening_only=True)


def _best(
    reading: Reading,
    finder: Callable[[str], list[BoardMention]],
    kind: BoardKind | None,
    *,
    opening_only: bool = False,
) -> list[Claim]:
    scores: defaultdict[str, float] = defaultdict(float)
    spread: defaultdict[str, float] = defaultdict(float)
    first: dict[str, tuple[float, Claim]] = {}
    for weight, page, text in _weighed(reading, opening_only):
        for mention in finder(text):
            if kind is not None and mention.board.kind != kind:
                continue
            said = weight + _commission(text, mention)
            board = mention.board.id
            if said <= _ANYWHERE:
                spread[board] += said
            else:
                scores[board] += said
            claim = reading.claim("board", board, page, text[mention.start : mention.end])
            if board not in first or said > first[board][0]:
                first[board] = (said, claim)
    total = {board: scores[board] + min(spread[board], _MOST_ANYWHERE) for board in first}
    return [first[max(total, key=lambda board: total[board])][1]] if total else []


def _commission(text: str, mention: BoardMention) -> float:
    before, after = text[max(0, mention.start - 60) : mention.start], text[mention.end : mention.end + 80]
    return _COMMISSION if _COMMISSIONED.search(before) or _COMMISSIONS.match(after) else 0.0


def _weighed(reading: Reading, opening_only: bool) -> Iterable[tuple[float, int, str]]:
    title = [(line.page, line.text) for line in reading.title_page if not line.prose]
    yield from ((_TITLE_PAGE, page, text) for page, text in _joined(title))
    yield from ((_RUNNING, page, text) for page, text in reading.running_lines)
    opening = reading.opening
    yield from ((_OPENING, stretch.page, stretch.text) for stretch in opening)
    if not opening_only:
        rest = reading.speaking[len(opening) :]
        yield from ((_ANYWHERE, stretch.page, stretch.text) for stretch in rest)


def _joined(lines: list[tuple[int, str]]) -> Iterable[tuple[int, str]]:
    """The lines of each page as one text, because names of boards run over lines."""
    for page in dict.fromkeys(page for page, _ in lines):
        yield page, "\n".join(text for number, text in lines if number == page)
