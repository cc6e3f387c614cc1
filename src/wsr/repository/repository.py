"""The repository as readers see it: search, reviews, pages and files. It changes nothing but its caches."""

from collections import Counter, OrderedDict
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from threading import Lock
from typing import Self

from wsr.coding.coder import Coder
from wsr.coding.merging import merge
from wsr.domain.codebook import Codebook, TermList
from wsr.domain.coding import Extract
from wsr.domain.holdings import Health, Holdings, ReviewSummary, StoredFile
from wsr.domain.kinds import ReviewType, Status
from wsr.domain.passages import Passage, Recommendation
from wsr.domain.recommendations import RecommendationCoding
from wsr.domain.review import Document, Review
from wsr.domain.search import SearchQuery, SearchResults
from wsr.errors import Message, PageNotFound, ReviewNotFound, SearchIndexError
from wsr.index import SearchIndex
from wsr.ingest.assemble import assemble
from wsr.repository.accounts import Accounts
from wsr.repository.alike import Alike
from wsr.repository.clock import now
from wsr.repository.lock import writing
from wsr.repository.naming import named
from wsr.repository.pictures import Pictures
from wsr.repository.rankers import Rankers
from wsr.repository.regrouping import Regrouping
from wsr.settings import Settings
from wsr.store import reviews as stored
from wsr.store.database import Session, Sessions, open_database, translated_errors
from wsr.store.extracts import choose_method, method_in_force
from wsr.store.files import FileStore
from wsr.vocabulary.codebooks import codebooks, standard_codebook
from wsr.vocabulary.term_lists import standard_list, term_lists

_KEPT_REVIEWS = 16
"""Assembled reviews kept in memory: a reader turns pages of the same few."""

_RECENT = 6
"""Reviews named on the home page."""


class Repository:
    """A data folder, opened: its database, its files, its search index. Safe to share between threads."""

    def __init__(self, settings: Settings, sessions: Sessions) -> None:
        self.settings = settings
        self.files = FileStore(settings.home / "files")
        self.index = SearchIndex(settings.home / "index", settings)
        self.accounts = Accounts(self.session, settings.home / "guesses.key")
        rankers = Rankers(settings.sentence_model, settings.home / "vectors")
        self.alike = Alike(self.index, self.session, rankers)
        self.regrouping = Regrouping(self.alike, self.session)
        self.follow_waits = Lock()
        """Held while somebody waits to bring the index up to date: nobody else need."""
        self._sessions = sessions
        self._pictures = Pictures(settings.home / "pictures", settings)
        self._kept: OrderedDict[tuple[int, int], Review] = OrderedDict()
        self._guard = Lock()
        self._coder: Coder | None = None

    @classmethod
    def open(cls, settings: Settings) -> Self:
        """
        The repository of a data folder, made if it is new.

        Raises SettingsError, DatabaseTooNew or StoreUnavailable; each says what to do.
        """
        settings.home.mkdir(parents=True, exist_ok=True, mode=0o700)
        url = settings.database_url or f"sqlite:///{settings.home / 'wsr.sqlite3'}"
        with writing(settings.home / "opening.lock", settings.busy_seconds):
            return cls(settings, open_database(url))

    def close(self) -> None:
        """Let go of the database, of the process that draws pages and of what is worked out in the background."""
        self.regrouping.close()
        self.alike.rankers.close()
        self._pictures.close()
        self._sessions.kw["bind"].dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def session(self) -> Iterator[Session]:
        """One transaction, committed when its block ends well; failures of the database are StoreUnavailable."""
        with translated_errors(), self._sessions.begin() as session:
            yield session

    def writing(self) -> AbstractContextManager[None]:
        """The lock that every change of the repository holds. Raises Busy when another process keeps it."""
        return writing(self.settings.home / "writing.lock", self.settings.busy_seconds)

    def search(self, query: SearchQuery) -> SearchResults:
        """One page of hits with the counts of the whole. Raises QueryError or IndexUnavailable, never guesses."""
        return named(self.index.search(query), self.coder())

    def review(self, slug: str) -> Review:
        """The published review of this slug, with the parts of its current documents. Raises ReviewNotFound."""
        with self.session() as session:
            key = stored.published_revision(session, slug)
            with self._guard:
                if key in self._kept:
                    self._kept.move_to_end(key)
                    return self._kept[key]
            review = load_assembled(session, slug)
        with self._guard:
            self._kept[key] = review
            while len(self._kept) > _KEPT_REVIEWS:
                self._kept.popitem(last=False)
        return review

    def any_review(self, name: str) -> Review:
        """The review of this reference or slug, published or not: for its keepers. Raises ReviewNotFound."""
        with self.session() as session:
            return load_assembled(session, name)

    def summaries(self, status: Status | None = Status.PUBLISHED) -> list[ReviewSummary]:
        """One line for each review of a status, or of any when it is None; by reference."""
        with self.session() as session:
            found = stored.summaries(session)
        return [summary for summary in found if status is None or summary.status is status]

    def holdings(self) -> Holdings:
        """The published reviews in sums, and the last ones added."""
        published = self.summaries()
        with self.session() as session:
            recent = stored.summaries(session, newest_added=_RECENT)
        types = Counter(summary.review_type for summary in published)
        years = Counter(summary.year for summary in published if summary.year is not None)
        return Holdings(
            reviews=len(published),
            documents=sum(len(summary.roles) for summary in published),
            passages=sum(summary.passages for summary in published),
            recommendations=sum(summary.recommendations for summary in published),
            by_type={review_type: types[review_type] for review_type in ReviewType},
            by_year=dict(sorted(years.items())),
            recent=tuple(recent),
        )

    def stored_file(self, slug: str, document_id: str | None = None) -> StoredFile:
        """The original of a document, of the first one by default. Raises ReviewNotFound or PageNotFound."""
        review = self.review(slug)
        document = _document_of(review, document_id)
        suffix = "" if document == review.documents[0] else f"-{document.id}"
        return StoredFile(
            path=str(self.files.path_of(document.source.sha256)),
            filename=f"{review.slug}{suffix}.pdf",
            sha256=document.source.sha256,
            bytes=document.source.bytes,
            media_type=document.source.media_type,
        )

    def page_picture(self, slug: str, document_id: str | None, page: int) -> bytes:
        """A WebP picture of a page of the original, drawn once and kept. Raises PageNotFound."""
        document = _document_of(self.review(slug), document_id)
        if not 1 <= page <= document.pages:
            raise PageNotFound(
                Message(
                    "This document has %(pages)s pages; there is no page %(page)s.",
                    pages=document.pages,
                    page=page,
                )
            )
        return self._pictures.page(self.files.path_of(document.source.sha256), document.source.sha256, page)

    def passage_by_key(self, slug: str, key: str) -> Passage:
        """The passage of a permanent link, in the current version. Raises ReviewNotFound or PageNotFound."""
        for passage in self.review(slug).passages:
            if passage.key == key:
                return passage
        raise PageNotFound(
            Message(
                "This passage is not in the current version of the review. "
                "Look for its words in the review itself."
            )
        )

    def extract_by_key(self, slug: str, key: str) -> Extract:
        """The extract of a permanent link, in the current version. Raises ReviewNotFound or PageNotFound."""
        for extract in self.review(slug).extracts:
            if extract.key == key:
                return extract
        raise PageNotFound(
            Message(
                "This extract is not in the current version of the review. "
                "Look for its words in the review itself."
            )
        )

    def coder(self) -> Coder:
        """What reviews are coded with: the term list and codebook chosen last, else the standard ones."""
        with self._guard:
            if self._coder is not None:
                return self._coder
        with self.session() as session:
            chosen = method_in_force(session)
        coder = Coder(*(chosen or (standard_list(), standard_codebook())))
        with self._guard:
            self._coder = coder
        return coder

    def term_lists(self) -> tuple[TermList, ...]:
        """The term lists that can be chosen: those of wsr, then those in the data folder. Raises VocabularyError."""
        return term_lists(self.settings.home / "term_lists")

    def codebooks(self) -> tuple[Codebook, ...]:
        """The codebooks that can be chosen: those of wsr, then those in the data folder. Raises VocabularyError."""
        return codebooks(self.settings.home / "codebooks")

    def choose(self, coder: Coder) -> None:
        """Put another term list and codebook in force, from now on; what is coded already is not touched."""
        with self.session() as session:
            if method_in_force(session) != (coder.terms, coder.codebook):
                choose_method(session, coder.terms, coder.codebook, now())
        with self._guard:
            self._coder = coder

    def index_version(self) -> str:
        """Names the state of the index; pages and answers of another state are out of date."""
        return self.index.version

    def health(self) -> Health:
        """Whether database and index answer, and whether the index has followed the store."""
        with self.session() as session:
            published = stored.references(session, Status.PUBLISHED)
            dirty = stored.dirty_reviews(session)
        try:
            indexed = self.index.held()
        except SearchIndexError as error:
            return Health(
                ready=False, reviews=len(published), indexed_reviews=0, index_version=None, detail=str(error)
            )
        ready = set(indexed) == set(published) and not dirty
        detail = "All is well." if ready else f"{len(dirty)} reviews wait to be indexed."
        return Health(
            ready=ready,
            reviews=len(published),
            indexed_reviews=len(indexed),
            index_version=self.index.version,
            detail=detail,
        )


def load_assembled(session: Session, name: str) -> Review:
    """The review of this reference or slug, of any status. Raises ReviewNotFound."""
    kept = stored.load_review(session, name)
    if kept is None:
        raise ReviewNotFound(name)
    return assembled(kept)


def assembled(kept: stored.StoredReview) -> Review:
    """The review that what is kept of it makes, with what the machine says of it and the extracts people judged."""
    review = assemble(
        reference=kept.reference,
        reference_as_printed=kept.reference_as_printed,
        reference_source=kept.reference_source,
        status=kept.status,
        documents=kept.documents,
        claims=kept.claims,
    )
    coded: dict[str, object] = {
        "recommendations": tuple(
            _coded(one, kept.recommendations.get(one.key)) for one in review.recommendations
        )
    }
    if kept.extracts or kept.judged:
        coded["extracts"] = merge(kept.extracts, kept.judged, review.passages)
    return review.model_copy(update=coded)


def _coded(one: Recommendation, coding: RecommendationCoding | None) -> Recommendation:
    if coding is None:
        return one
    themes = tuple(each.theme for each in coding.themes)
    return one.model_copy(update={"themes": themes, "coding": coding})


def _document_of(review: Review, document_id: str | None) -> Document:
    for document in review.documents:
        if document_id in (None, document.id):
            return document
    raise PageNotFound(
        Message(
            "%(reference)s has no document %(document)s.",
            reference=review.reference,
            document=str(document_id),
        )
    )
