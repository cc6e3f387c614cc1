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
│   ├── DatabaseTooNew
│   └── StoreUnavailable
├── SearchIndexError
│   └── IndexUnavailable
├── QueryError
│   ├── InvalidQuery
│   └── UnknownFilter
├── VocabularyError        a term list or codebook of the user's cannot be used
│   └── UnknownVocabulary
├── PageNotFound
├── AccountError           an account cannot do, or become, what was asked
│   ├── AccountExists
│   ├── AccountNotFound
│   ├── InvalidName
│   ├── WeakPassword
│   ├── WrongPassword
│   └── TooManyGuesses
├── AccessError            this is not for whoever asks, or not asked by a page of ours
│   ├── NotSignedIn
│   ├── NotAllowed
│   ├── NotPrivate
│   ├── ForeignRequest
│   ├── UnknownBody
│   └── BodyTooLarge
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


class PageNotFound(WsrError):
    """A document has no such page, or a review has no such passage."""


class AccountError(WsrError):
    """An account cannot do, or become, what was asked."""


class AccountExists(AccountError):
    """The name of a new account is taken."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is an account “{name}” already. Choose another name.")
        self.name = name


class AccountNotFound(AccountError):
    """Nobody has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no account “{name}”. The command wsr user list names them all.")
        self.name = name


class InvalidName(AccountError):
    """This cannot be the name of an account."""


class WeakPassword(AccountError):
    """A password is too short, too long or too easy to guess; the message says what to change."""


class WrongPassword(AccountError):
    """Name and password are not those of an account in use; which of them is wrong is never said."""

    def __init__(self) -> None:
        super().__init__("The name or the password is wrong. Check both and try again.")


class TooManyGuesses(AccountError):
    """Too many wrong passwords in a short time, for one account or from one address."""

    def __init__(self, seconds: int) -> None:
        minutes = -(-seconds // 60)
        wait = "a minute" if minutes <= 1 else f"{minutes} minutes"
        super().__init__(f"There have been too many wrong passwords. Wait {wait}, then try again.")
        self.seconds = seconds


class AccessError(WsrError):
    """What was asked for is not for whoever asks, or was not asked by a page of ours."""


class NotSignedIn(AccessError):
    """Only somebody signed in may do this."""

    def __init__(self) -> None:
        super().__init__("This needs an account. Sign in, then try again.")


class NotAllowed(AccessError):
    """The account of whoever is signed in does not allow this."""

    def __init__(self) -> None:
        super().__init__("Your account does not allow this. Ask an administrator of this repository.")


class NotPrivate(AccessError):
    """A password would cross a network in the clear."""

    def __init__(self) -> None:
        super().__init__(
            "Signing in needs an address that begins with https://, because others could read the password. "
            "On the machine itself use http://localhost."
        )


class ForeignRequest(AccessError):
    """A change was asked for by another website, or by a page of ours that has grown old."""

    def __init__(self) -> None:
        super().__init__(
            "This was not sent by a page of this website, or the page was too old. Open the page again and repeat it."
        )


class UnknownBody(AccessError):
    """What was sent is neither a form nor JSON."""

    def __init__(self) -> None:
        super().__init__("What was sent is neither a form nor JSON. Send one of them, with its media type.")


class BodyTooLarge(AccessError):
    """What was sent is larger than anything that is asked for."""

    def __init__(self) -> None:
        super().__init__("What was sent is too large. Send less.")


class Busy(WsrError):
    """Another process is changing the repository; try again when it has ended."""
