"""
The errors of wsr, one tree; each message is a sentence fit to show to a user.

WsrError
├── SettingsError
├── IngestError            this file cannot become a document; others go on
│   └── Rejected           carries the reason
│       └── NeedsOcr
├── ManifestError
├── StoreError
│   ├── ReviewNotFound
│   ├── ExtractNotFound
│   ├── DecisionRefused
│   ├── UnknownCoder
│   ├── DatabaseTooNew
│   └── StoreUnavailable
├── SearchIndexError
│   └── IndexUnavailable
├── QueryError
│   ├── InvalidQuery
│   └── UnknownFilter
├── VocabularyError        a term list or codebook of the user's cannot be used
│   └── UnknownVocabulary
├── InvalidInput
├── PageNotFound
└── Busy
"""


class WsrError(Exception):
    """Base of all that can go wrong by the world's doing; programmers' mistakes are ValueError or assert."""


class SettingsError(WsrError):
    """A setting is missing or malformed; the message names it, its value and what is allowed."""


class IngestError(WsrError):
    """A file cannot become a document of a review; the others go on."""


class Rejected(IngestError):
    """A file was not taken, for one of the reasons of `wsr.domain.kinds.Rejection`."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class NeedsOcr(Rejected):
    """The pages are pictures, and the program that reads pictures is not installed."""

    def __init__(self, detail: str) -> None:
        super().__init__("no_text", detail)


class ManifestError(IngestError):
    """The manifest cannot be used: a line or column of it is wrong."""


class StoreError(WsrError):
    """The store cannot do what was asked."""


class ReviewNotFound(StoreError):
    """No published review has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"No review is held under “{name}”. Check the reference, or search for it.")
        self.name = name


class DatabaseTooNew(StoreError):
    """The database was written by a later version of wsr."""

    def __init__(self, revision: str) -> None:
        super().__init__(
            f"The database was made by a newer version of wsr (schema {revision}). "
            "Install that version, or name another data folder with --home."
        )
        self.revision = revision


class StoreUnavailable(StoreError):
    """The database or the disk does not answer, or is full."""


class SearchIndexError(WsrError):
    """The search index cannot do what was asked."""


class IndexUnavailable(SearchIndexError):
    """There is no index that can answer rightly at this moment; reviews can still be read."""


class QueryError(WsrError):
    """What was typed cannot be searched for."""


class InvalidQuery(QueryError):
    """The query is malformed or too costly; the message says what to change."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(reason)
        self.text = text
        self.reason = reason


class UnknownFilter(QueryError):
    """A filter has a value that does not exist."""

    def __init__(self, name: str, value: str, allowed: tuple[str, ...]) -> None:
        super().__init__(f"“{value}” is not a value of {name}. Choose one of: {', '.join(allowed)}.")
        self.name = name
        self.value = value
        self.allowed = allowed


class VocabularyError(WsrError):
    """A term list or codebook cannot be used; the message names it and says what is wrong."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name} cannot be used: {reason}. Mend the file, or take it out of the folder.")
        self.name = name
        self.reason = reason


class UnknownVocabulary(VocabularyError):
    """No term list or codebook has this name."""

    def __init__(self, name: str, held: tuple[str, ...]) -> None:
        WsrError.__init__(self, f"There is no “{name}”. Choose one of: {', '.join(held)}.")
        self.name = name
        self.held = held


class ExtractNotFound(StoreError):
    """A review has no such extract now."""

    def __init__(self, reference: str, key: str) -> None:
        super().__init__(
            f"{reference} has no extract {key} now: its text or the rules have changed. Open the review to find it."
        )
        self.reference = reference
        self.key = key


class DecisionRefused(StoreError):
    """A decision cannot be kept as it was sent; the message says what to change."""


class UnknownCoder(StoreError):
    """Nobody of this name has decided about an extract of a published review."""

    def __init__(self, person: str, known: tuple[str, ...]) -> None:
        who = f"Choose among: {', '.join(known)}." if known else "Nobody has decided about any yet."
        super().__init__(f"“{person}” has not decided about any extract. {who}")
        self.person = person
        self.known = known


class InvalidInput(WsrError):
    """What came on standard input cannot be read; the message names the line and what is wrong."""


class PageNotFound(WsrError):
    """A document has no such page, or a review has no such passage."""


class Busy(WsrError):
    """Another process is changing the repository; try again when it has ended."""
