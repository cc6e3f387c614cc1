"""
Has this been recommended before, and what did later reviews find?

    draft | those alike, by date | earlier recommendations; later extracts by stance
"""

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from wsr.domain.coding import Stance
from wsr.domain.dates import PartialDate
from wsr.domain.kinds import Language
from wsr.domain.learning import (
    LIMIT_OF_DRAFT,
    Alike,
    Answer,
    EarlierRecommendation,
    LaterExtract,
    RankedBy,
)
from wsr.domain.search import Hit
from wsr.errors import InvalidQuery, Message
from wsr.language.detect import language_of
from wsr.learning.ranker import spans_of
from wsr.learning.scores import Sought
from wsr.repository.alike import STANCES, Held, Ranked
from wsr.repository.register import recommendation_at
from wsr.repository.repository import Repository
from wsr.store.exported import dates_of

MOST_EARLIER = 20
MOST_LATER = 10
"""Of each stance."""

RANKER = "lexical 3"
"""What tells likeness (wsr.learning.ranker), with a number that rises when its answers change."""

_SHARED = {"reference", "slug", "year", "document", "passage", "key", "page", "language", "text"}

_Found = tuple[Hit, Alike]
_InTime = Callable[[datetime.date], bool]


class _Asked(NamedTuple):
    text: str
    language: Language
    before: PartialDate | None
    after: PartialDate | None
    reference: str = ""
    """Of its own review, of which nothing is offered."""


def answer(
    repository: Repository, draft: str, before: PartialDate | None = None, after: PartialDate | None = None
) -> Answer:
    """
    What is like a draft: recommendations of reviews before a date, extracts of reviews after one.

    A review's date is when it was published, else reported, else its year; the last day that it may mean is compared
    with the first day of `before`, and with the last of `after`. A review without any is offered under no limit, and
    counted. Without `after`, the extracts are those of reviews later than the first of the earlier ones listed.

    Raises InvalidQuery for a draft without words or beyond LIMIT_OF_DRAFT, and IndexUnavailable.
    """
    text = _whole(draft)
    language = language_of(text) or Language.EN
    return _answer(repository, _Asked(text, language, before, after))


def answer_of(
    repository: Repository,
    slug: str,
    key: str,
    before: PartialDate | None = None,
    after: PartialDate | None = None,
) -> Answer:
    """
    The same for a recommendation of the register; of its own review nothing is offered.

    Without limits, earlier is before its review, and later is after it. Raises ReviewNotFound, PageNotFound and
    IndexUnavailable.
    """
    review, made = recommendation_at(repository, slug, key)
    day = repository.alike.now().days.get(review.reference)
    date = PartialDate(day.year, day.month, day.day) if day else None
    text, document = made.text[:LIMIT_OF_DRAFT], made.places[0].document
    language = next(each.language for each in review.documents if each.id == document)
    return _answer(repository, _Asked(text, language, before or date, after or date, review.reference))


def _answer(repository: Repository, asked: _Asked) -> Answer:
    held, before = repository.alike.now(), asked.before
    of_before: _InTime | None = (lambda day: day < before.earliest) if before else None
    earlier, earlier_undated = _alike(held, held.recommendations, Sought.REQUEST, asked, of_before)
    listed = earlier[:MOST_EARLIER]
    since = asked.after or _first(held, listed)
    of_after: _InTime | None = (lambda day: day > since.latest) if since else None
    later, later_undated = _alike(held, held.extracts, Sought.SUBJECT, asked, of_after)
    by_stance = [[found for found in later if found[0].stance == stance] for stance in STANCES]
    shown = [found for some in by_stance for found in some[:MOST_LATER]]
    with repository.session() as session:
        dates = dates_of(session, {hit.reference for hit, _ in (*listed, *shown)})
    return Answer(
        text=asked.text,
        language=asked.language,
        reference=asked.reference,
        before=before,
        after=since,
        earlier=tuple(_earlier(*found, dates) for found in listed),
        later=tuple(_later(*found, dates) for found in shown),
        earlier_left_off=len(earlier) - len(listed),
        later_left_off=len(later) - len(shown),
        earlier_undated=earlier_undated,
        later_undated=later_undated,
        by=_by(held),
        recommendations_compared=len(held.recommendations.hits),
        extracts_compared=len(held.extracts.hits),
        ranker=_ranker(held),
        index_version=held.version,
    )


def _alike(
    held: Held, ranked: Ranked, sought: Sought, asked: _Asked, in_time: _InTime | None
) -> tuple[list[_Found], int]:
    """What is alike and in time, best first, and how much of what is alike has no date."""
    every = [(ranked.hits[each.index], each) for each in ranked.ranker.rank(asked.text, sought)]
    found = [(hit, each) for hit, each in every if hit.reference != asked.reference]
    if in_time is None:
        return found, 0
    dated = [(hit, each) for hit, each in found if hit.reference in held.days]
    return [pair for pair in dated if in_time(held.days[pair[0].reference])], len(found) - len(dated)


def _ranker(held: Held) -> str:
    by = held.recommendations.by
    return f"{RANKER}, meaning 3 ({by.model} {by.sha256[:16]})" if by.model else RANKER


def _by(held: Held) -> RankedBy:
    by = held.recommendations.by
    return by.model_copy(update={"waiting": by.waiting + held.extracts.by.waiting})


def _first(held: Held, earlier: Sequence[_Found]) -> PartialDate | None:
    """The day of the first review among the earlier ones; None when none is dated."""
    days = [held.days[hit.reference] for hit, _ in earlier if hit.reference in held.days]
    return PartialDate(min(days).year, min(days).month, min(days).day) if days else None


def _whole(draft: str) -> str:
    text = draft.strip()
    if not any(character.isalpha() for character in text):
        raise InvalidQuery(
            text, Message("There are no words to compare. Write or paste a draft recommendation.")
        )
    if len(text) > LIMIT_OF_DRAFT:
        raise InvalidQuery(
            text,
            Message(
                "The draft has %(length)s characters; at most %(most)s can be compared. "
                "Ask for one recommendation at a time.",
                length=f"{len(text):,}",
                most=f"{LIMIT_OF_DRAFT:,}",
            ),
        )
    return text


def _earlier(hit: Hit, alike: Alike, dates: Mapping[str, PartialDate]) -> EarlierRecommendation:
    return EarlierRecommendation(
        **hit.model_dump(include=_SHARED | {"id", "label"}),
        date=dates.get(hit.reference),
        board=hit.board_name,
        score=alike.score,
        because=alike.because,
        meaning=alike.meaning,
        matches=tuple(spans_of(hit.text, alike.because)),
    )


def _later(hit: Hit, alike: Alike, dates: Mapping[str, PartialDate]) -> LaterExtract:
    return LaterExtract(
        **hit.model_dump(include=_SHARED),
        date=dates.get(hit.reference),
        stance=Stance(hit.stance or ""),
        score=alike.score,
        because=alike.because,
        meaning=alike.meaning,
        matches=tuple(spans_of(hit.text, alike.because)),
    )
