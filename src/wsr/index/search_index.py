"""The full-text index of the published reviews, derived from the store and rebuilt from it at will."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Lock
from typing import TypeVar

from wsr.domain.review import Review
from wsr.domain.search import Hit, SearchQuery, SearchResults
from wsr.errors import IndexUnavailable
from wsr.index.deadline import Deadline
from wsr.index.generations import Generation, on_current, verify, writing
from wsr.index.postings import PostingCache
from wsr.index.schema import SCHEMA_VERSION
from wsr.index.searcher import Searcher
from wsr.index.state import IndexState, Unusable
from wsr.index.tokens import TYPED, Limits
from wsr.index.writer import rebuild, remove_reviews, replace_reviews
from wsr.settings import Settings

CACHE_BYTES = 128 << 20
"""Memory for postings read last."""

_Used = TypeVar("_Used")


class SearchIndex:
    """
    The index in a folder, for any number of threads and processes; one process writes at a time.

    A search sees the newest generation whole, or raises IndexUnavailable: never a part of it.
    """

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.folder = folder
        self._settings = settings
        self._cache = PostingCache(CACHE_BYTES)
        self._verified: set[tuple[str, str]] = set()
        self._searcher: Searcher | None = None
        self._lock = Lock()

    def search(self, query: SearchQuery) -> SearchResults:
        """
        The answer to a query: one page of hits, the counts of the whole result.

        Raises:
            InvalidQuery: The query is malformed, asks too much or takes too long; the message says what to change.
            UnknownFilter: A filter has a value that does not exist.
            IndexUnavailable: There is no index, or it is damaged or of another version.
        """
        return self.searcher().search(query, self._deadline(query))

    def every(self, query: SearchQuery, limits: Limits = TYPED) -> Iterator[Hit]:
        """
        All hits of a query, whatever its page, in its order and of one state of the index.

        Each is read when it is asked for, so that any number of them takes the memory of one. Raises as `search`
        does, at once.
        """
        return self.searcher().every(query, self._deadline(query), limits)

    def whole(self, query: SearchQuery) -> tuple[SearchResults, list[tuple[str, str]], Iterator[Hit]]:
        """The counts of a query, the keys and the hits, all of one state of the index; see `search`, `keys`, `every`."""
        searcher, deadline = self.searcher(), self._deadline(query)
        return (
            searcher.search(query, deadline),
            searcher.keys(query, deadline),
            searcher.every(query, deadline),
        )

    def keys(self, query: SearchQuery) -> list[tuple[str, str]]:
        """The slug and key of all hits of a query, whatever its page, in its order. Raises as `search` does."""
        return self.searcher().keys(query, self._deadline(query))

    def update(self, reviews: Iterable[Review]) -> None:
        """
        Puts reviews into the index in place of what it had of them, in one commit; one that is not published
        is taken out.

        Raises:
            IndexUnavailable: There is no usable index to add to: rebuild it.
            Busy: Another process writes.
        """
        if changed := tuple(reviews):
            with writing(self.folder, self._settings.busy_seconds):
                replace_reviews(self.folder, self._on_current(self._verified_one), changed)

    def remove(self, references: Iterable[str]) -> None:
        """
        Takes reviews out of the index, those that it has; nothing of their text stays in its files.

        Raises:
            IndexUnavailable: There is no usable index: rebuild it.
            Busy: Another process writes.
        """
        with writing(self.folder, self._settings.busy_seconds):
            current = self._on_current(self._verified_one)
            if gone := set(references) & set(current.manifest.reviews):
                remove_reviews(self.folder, current, gone)

    def rebuild(self, reviews: Iterable[Review]) -> None:
        """
        Builds the index anew from all published reviews; the old one, if any, answers until it is done.

        Raises:
            IndexUnavailable: The folder cannot be written.
            Busy: Another process writes.
        """
        with writing(self.folder, self._settings.busy_seconds):
            rebuild(self.folder, reviews)

    def held(self) -> dict[str, str]:
        """The reviews in the index, each with the fingerprint of what was indexed. Raises IndexUnavailable."""
        return dict(self._on_current(self._verified_one).manifest.reviews)

    @property
    def version(self) -> str:
        """The name of the current generation; another content has another name. Raises IndexUnavailable."""
        return self._on_current(lambda generation: generation.version)

    def state(self) -> IndexState:
        """Whether the index can answer, and if not, why."""
        try:
            self.searcher()
        except Unusable as error:
            return error.state
        except IndexUnavailable:
            return IndexState.CORRUPT
        return IndexState.READY

    def searcher(self) -> Searcher:
        """
        The current generation, opened: for asking it several things of one state.

        Raises:
            IndexUnavailable: There is no index, or it is damaged or of another version.
        """
        return self._on_current(self._opened)

    def _deadline(self, query: SearchQuery) -> Deadline:
        return Deadline(query.text, self._settings.search_seconds)

    def _on_current(self, use: Callable[[Generation], _Used]) -> _Used:
        return on_current(self.folder, SCHEMA_VERSION, use)

    def _opened(self, generation: Generation) -> Searcher:
        with self._lock:
            if self._searcher is None or self._searcher.generation.digest != generation.digest:
                self._searcher = Searcher(self._verified_one(generation), self._cache)
            return self._searcher

    def _verified_one(self, generation: Generation) -> Generation:
        verify(generation, self._verified)
        return generation
