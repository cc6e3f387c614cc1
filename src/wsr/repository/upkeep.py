"""Looking after the repository: following up what was interrupted, rebuilding, comparing, releasing."""

from collections.abc import Iterator

from wsr.domain.holdings import Difference
from wsr.domain.kinds import Status
from wsr.domain.outcomes import NotTaken
from wsr.domain.review import Review
from wsr.errors import Message, ReviewNotFound, SearchIndexError, StoreError
from wsr.index import IndexState, fingerprint_of
from wsr.repository.clock import now
from wsr.repository.coding import code
from wsr.repository.repository import Repository, load_assembled
from wsr.store import documents, extracts, reviews
from wsr.store import not_taken as refused
from wsr.store.files import sha256_of

_BATCH = 20
"""Reviews indexed in one commit; a commit costs about as much as indexing a review."""


def recover(repository: Repository) -> None:
    """
    Bring index and files to what the store says, after whatever has happened.

    Run before a repository is served or changed: an ingest that was killed left at most temporary files and
    reviews that the index has not followed. An index that is missing, damaged or of another schema is rebuilt.
    """
    with repository.writing():
        recover_locked(repository)


def recover_locked(repository: Repository) -> None:
    """The same for a caller that holds the writing lock."""
    with repository.session() as session:
        held = {item.document.source.sha256 for item in documents.known_documents(session)}
    repository.files.clear_interrupted(held.__contains__)
    _code_what_never_was(repository)
    if repository.index.state() is IndexState.READY:
        follow(repository)
    else:
        _rebuild(repository)


def _code_what_never_was(repository: Repository) -> None:
    """Find the extracts of reviews that an earlier version of wsr took in, before there were any."""
    with repository.session() as session:
        for reference in extracts.never_coded(session):
            kept = reviews.load_review(session, reference)
            assert kept is not None, "It was just listed."
            code(session, kept, repository.coder())
            reviews.mark_changed(session, kept.id)


def follow(repository: Repository) -> None:
    """Index every review that the index has not followed yet; the caller holds the writing lock."""
    with repository.session() as session:
        dirty = reviews.dirty_reviews(session)
    for start in range(0, len(dirty), _BATCH):
        _follow_batch(repository, dirty[start : start + _BATCH])


def _follow_batch(repository: Repository, batch: list[tuple[int, str, int]]) -> None:
    with repository.session() as session:
        loaded = [load_assembled(session, reference) for _, reference, _ in batch]
    published = [review for review in loaded if review.status is Status.PUBLISHED]
    repository.index.update(published)
    repository.index.remove([review.reference for review in loaded if review.status is not Status.PUBLISHED])
    with repository.session() as session:
        for number, _, revision in batch:
            reviews.mark_indexed(session, number, revision)


def reindex(repository: Repository) -> int:
    """Build the index anew beside the present one and swap them; returns how many reviews it has."""
    with repository.writing():
        return _rebuild(repository)


def _rebuild(repository: Repository) -> int:
    with repository.session() as session:
        dirty = reviews.dirty_reviews(session)
        published = reviews.references(session, Status.PUBLISHED)
    repository.index.rebuild(_published(repository, published))
    with repository.session() as session:
        for number, _, revision in dirty:
            reviews.mark_indexed(session, number, revision)
    return len(published)


def _published(repository: Repository, references: list[str]) -> Iterator[Review]:
    for reference in references:
        with repository.session() as session:
            yield load_assembled(session, reference)


def verify(repository: Repository) -> list[Difference]:
    """Every difference between files, database and index; empty when they agree."""
    with repository.writing():
        return [*_file_differences(repository), *_index_differences(repository)]


def _file_differences(repository: Repository) -> Iterator[Difference]:
    with repository.session() as session:
        known = documents.known_documents(session)
    expected = {repository.files.path_of(item.document.source.sha256): item for item in known}
    for path, item in expected.items():
        subject = f"{item.reference} {item.document.id}"
        if not path.is_file():
            yield Difference(
                kind="missing_file",
                subject=subject,
                detail=f"{path.name} is gone: put it back from a backup.",
            )
        elif sha256_of(path) != item.document.source.sha256:
            yield Difference(
                kind="changed_file",
                subject=subject,
                detail=f"{path.name} has changed: put it back from a backup.",
            )
    for path in repository.files:
        if path not in expected:
            yield Difference(
                kind="stray_file",
                subject=path.name,
                detail="No document has this file: ingest it, or remove it.",
            )


def _index_differences(repository: Repository) -> Iterator[Difference]:
    with repository.session() as session:
        published = reviews.references(session, Status.PUBLISHED)
        dirty = [reference for _, reference, _ in reviews.dirty_reviews(session)]
    for reference in dirty:
        yield Difference(
            kind="not_indexed_yet", subject=reference, detail="It waits to be indexed: run wsr reindex."
        )
    try:
        held = repository.index.held()
    except SearchIndexError as error:
        yield Difference(kind="index_unusable", subject="index", detail=f"{error} Run wsr reindex.")
        return
    for review in _published(repository, published):
        if review.reference not in held:
            yield Difference(
                kind="missing_from_index",
                subject=review.reference,
                detail="It cannot be found: run wsr reindex.",
            )
        elif review.reference not in dirty and held[review.reference] != fingerprint_of(review):
            yield Difference(
                kind="changed_in_index",
                subject=review.reference,
                detail="The index has other words: run wsr reindex.",
            )
    for reference in sorted(set(held) - set(published)):
        yield Difference(
            kind="stray_in_index",
            subject=reference,
            detail="It is not published but can be found: run wsr reindex.",
        )


def not_taken(repository: Repository) -> list[NotTaken]:
    """The files that were not taken, by name."""
    with repository.session() as session:
        return refused.all_not_taken(session)


def release(repository: Repository, reference: str) -> list[str]:
    """
    Publish a held review; returns the reasons for which it had been held.

    Raises ReviewNotFound, or StoreError when it is not held.
    """
    with repository.writing():
        with repository.session() as session:
            kept = reviews.load_review(session, reference)
            if kept is None:
                raise ReviewNotFound(reference)
            if kept.status is not Status.HELD:
                raise StoreError(
                    Message(
                        "%(reference)s is not held; it is %(status)s.",
                        reference=kept.reference,
                        status=kept.status,
                    )
                )
            reasons = documents.unreleased_reasons(session, kept.id)
            documents.release_documents(session, kept.id, now())
            released = load_assembled(session, kept.reference).model_copy(update={"status": Status.PUBLISHED})
            reviews.update_review(session, kept.id, released)
        follow(repository)
    return reasons
