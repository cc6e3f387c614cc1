"""The groups are worked out in the background whenever reviews or records have changed; nobody waits for all of it."""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from threading import Condition, Thread
from typing import NamedTuple

from wsr.domain.kinds import Status
from wsr.errors import SearchIndexError
from wsr.learning.groups import Pair
from wsr.repository.alike import Alike
from wsr.repository.grouped import Grouped, grouped
from wsr.store import groups as stored
from wsr.store.database import Session
from wsr.store.reviews import references

log = logging.getLogger(__name__)

PATIENCE = 1.0
"""Seconds that a page waits for what is being worked out, before it does without."""
PATIENCE_OF_A_COMMAND = 120.0
"""The same of a command, which knows nothing from before."""

_CLOSING_SECONDS = 2.0


@dataclass(frozen=True)
class Known:
    """The groups, as far as they are known."""

    grouped: Grouped | None
    """None when they were never worked out since the start."""
    current: bool
    """Whether they are of this moment; at none do they name a review that is published no more."""


class _Moment(NamedTuple):
    """What the groups depend on."""

    version: str
    """Of the index."""
    record: int
    """The number of the last record."""


class Regrouping:
    """
    The groups of a repository, worked out by one thread at a time.

    It begins when it is told that something has changed, or when somebody asks and something has. What fails is noted
    without any text, and tried again when somebody asks again.
    """

    def __init__(self, alike: Alike, session: Callable[[], AbstractContextManager[Session]]) -> None:
        self._alike = alike
        self._session = session
        self._changed = Condition()
        self._known: tuple[_Moment, Grouped] | None = None
        self._likeness: tuple[tuple[str, ...], dict[Pair, float]] = ((), {})
        self._thread: Thread | None = None
        self._again = False
        self._closed = False

    def begin(self) -> None:
        """Have the groups worked out anew, in the background."""
        with self._changed:
            self._again = True
            if self._thread is None and not self._closed:
                self._thread = Thread(target=self._work, name="regrouping", daemon=True)
                self._thread.start()

    def known(self, patience: float = PATIENCE) -> Known:
        """
        The groups of this moment, if they are there within so many seconds; else those known last.

        Raises IndexUnavailable.
        """
        moment = self._moment()
        if not self._is_of(moment):
            with self._changed:
                self.begin()
                self._changed.wait_for(lambda: self._is_of(moment) or self._thread is None, patience)
        known = self._known
        if known is None:
            return Known(None, current=False)
        with self._session() as session:
            published = set(references(session, Status.PUBLISHED))
        return Known(known[1].only(published), current=known[0] == moment)

    def close(self) -> None:
        """Begin nothing more, and wait a little for what is being worked out."""
        with self._changed:
            self._closed = True
            thread = self._thread
        if thread is not None:
            thread.join(_CLOSING_SECONDS)

    def _is_of(self, moment: _Moment) -> bool:
        return self._known is not None and self._known[0] == moment

    def _moment(self) -> _Moment:
        with self._session() as session:
            record = stored.latest_record(session)
        return _Moment(self._alike.version, record)

    def _work(self) -> None:
        while self._goes_on():
            try:
                made = self._known if self._is_of(self._moment()) else self._made()
            except SearchIndexError:
                continue  # there is none yet, or it is being mended: whoever asks is told so
            except Exception as error:  # noqa: BLE001 - nobody waits for this
                if not self._closed:
                    log.error("The groups could not be worked out (%s).", type(error).__name__)
            else:
                with self._changed:
                    self._known = made
                    self._changed.notify_all()

    def _goes_on(self) -> bool:
        """Whether there is something to do; else the thread ends, and those who wait are told."""
        with self._changed:
            goes_on, self._again = self._again and not self._closed, False
            if not goes_on:
                self._thread = None
                self._changed.notify_all()
            return goes_on

    def _made(self) -> tuple[_Moment, Grouped]:
        held = self._alike.now()
        with self._session() as session:
            record, records = stored.latest_record(session), stored.all_records(session)
        ranked = held.recommendations
        texts = tuple(hit.text for hit in ranked.hits)
        if self._likeness[0] != texts:
            self._likeness = texts, ranked.ranker.likeness()
        return _Moment(held.version, record), grouped(ranked, self._likeness[1], records)
