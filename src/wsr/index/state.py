"""Whether the index on disk can answer, and what is said when it cannot."""

from enum import StrEnum

from wsr.errors import IndexUnavailable, Message


class IndexState(StrEnum):
    """Whether the index can answer."""

    MISSING = "missing"
    CORRUPT = "corrupt"
    OLDER_SCHEMA = "older_schema"
    READY = "ready"


class Unusable(IndexUnavailable):
    """The index on disk cannot answer; `state` says why."""

    def __init__(self, state: IndexState, message: Message) -> None:
        super().__init__(message)
        self.state = state


def missing() -> Unusable:
    """There is none."""
    return Unusable(
        IndexState.MISSING,
        Message(
            "There is no search index yet. It has to be built anew: wsr reindex. Reviews can be read meanwhile."
        ),
    )


def of_another_version() -> Unusable:
    """Its schema is not the one that this version reads."""
    return Unusable(
        IndexState.OLDER_SCHEMA,
        Message(
            "The search index was made by another version of wsr. It has to be built anew: wsr reindex. "
            "Reviews can be read meanwhile."
        ),
    )


def unreadable(file: str) -> Unusable:
    """A file of it is missing, or is not as it was written."""
    return Unusable(
        IndexState.CORRUPT,
        Message(
            "The search index is damaged: the file %(file)s cannot be read. It has to be built anew: wsr reindex. "
            "Reviews can be read meanwhile.",
            file=file,
        ),
    )


def changed(file: str) -> Unusable:
    """A file of it no longer has its digest."""
    return Unusable(
        IndexState.CORRUPT,
        Message(
            "The search index is damaged: the file %(file)s has changed. It has to be built anew: wsr reindex. "
            "Reviews can be read meanwhile.",
            file=file,
        ),
    )
