"""The recommendations and extracts of the index, prepared for being compared with drafts."""

import datetime
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cached_property
from threading import Lock

from wsr.domain.coding import Stance
from wsr.domain.dates import PartialDate
from wsr.domain.learning import RankedBy
from wsr.domain.search import Hit, SearchQuery, Sort, Unit
from wsr.index import SearchIndex
from wsr.learning.ranker import Ranker
from wsr.repository.rankers import Rankers, Watch
from wsr.store import reviews as stored
from wsr.store.database import Session
from wsr.store.exported import winning_facts

STANCES = (Stance.IDENTIFIED, Stance.SUGGESTED, Stance.CRITICISM)
"""What later extracts are shown for, in this order."""

_RECOMMENDATIONS = SearchQuery(unit=Unit.RECOMMENDATION, sort=Sort.REFERENCE)
_EXTRACTS = SearchQuery(
    unit=Unit.EXTRACT, stance=tuple(stance.value for stance in STANCES), sort=Sort.REFERENCE
)


@dataclass(frozen=True, slots=True)
class Ranked:
    """Texts that can be ranked, each with its place: those of one review that say the same are there once."""

    hits: tuple[Hit, ...]
    ranker: Ranker
    by: RankedBy


class Held:
    """What one state of the index holds; each part is read and prepared when it is first asked for."""

    def __init__(
        self,
        version: str,
        index: SearchIndex,
        days: dict[str, datetime.date],
        rankers: Rankers,
        before: "Held | None" = None,
    ) -> None:
        self.version = version
        self.made = rankers.made
        self.days = days
        """The last day that the date of each review may mean, by reference; undated reviews are not in it."""
        self._index = index
        self._rankers = rankers
        self._before = before.prepared() if before else ()

    def prepared(self) -> tuple[Ranked, ...]:
        """What has been prepared until now."""
        return tuple(each for each in vars(self).values() if isinstance(each, Ranked))

    @cached_property
    def recommendations(self) -> Ranked:
        """All recommendations."""
        return self._ranked(_RECOMMENDATIONS)

    @cached_property
    def extracts(self) -> Ranked:
        """All extracts that judge, of the stances shown."""
        return self._ranked(_EXTRACTS)

    def prepare(self, watch: Watch = iter) -> None:
        """Let the model of sentences read now what it has not read yet. Raises SettingsError."""
        every = [hit for query in (_RECOMMENDATIONS, _EXTRACTS) for hit in _once(self._index.every(query))]
        self._rankers.prepare(every, watch)

    def _ranked(self, query: SearchQuery) -> Ranked:
        hits = _once(self._index.every(query))
        texts = [hit.text for hit in hits]
        for before in self._before:
            if not before.by.waiting and texts == [hit.text for hit in before.hits]:
                return Ranked(hits, before.ranker, before.by)
        return Ranked(hits, *self._rankers.of(hits))


class Alike:
    """What is held now, kept from one draft to the next until the index changes. Drafts are not kept."""

    def __init__(
        self,
        index: SearchIndex,
        session: Callable[[], AbstractContextManager[Session]],
        rankers: Rankers,
    ) -> None:
        self.rankers = rankers
        self._index = index
        self._session = session
        self._held: Held | None = None
        self._guard = Lock()

    @property
    def version(self) -> str:
        """Names the state of the index. Raises IndexUnavailable."""
        return self._index.version

    def now(self) -> Held:
        """What the index holds. Raises IndexUnavailable."""
        version = self._index.version
        with self._guard:
            if self._held is None or (self._held.version, self._held.made) != (version, self.rankers.made):
                self._held = Held(version, self._index, self._days(), self.rankers, self._held)
            return self._held

    def _days(self) -> dict[str, datetime.date]:
        with self._session() as session:
            summaries, facts = stored.summaries(session), winning_facts(session)
        dates = {}
        for summary in summaries:
            known = facts.get(summary.reference)
            date = summary.publication_date or (known.date("report_date") if known else None)
            if date or summary.year:
                dates[summary.reference] = (date or PartialDate(summary.year or 0)).latest
        return dates


def _once(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The hits without those that say letter for letter what one before says in the same review."""
    first = {(hit.reference, " ".join(hit.text.casefold().split())): hit for hit in reversed(list(hits))}
    return tuple(reversed(first.values()))
