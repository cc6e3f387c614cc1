"""
The errors of wsr, one tree; each message is a sentence fit to show to a user.

Those of settings, ingest, vocabularies, input and projects are told to whoever runs the commands, in English; all others may be shown to a reader
and carry a Message, which the pages say in the reader's language: see docs/decisions/0035-what-is-translated.md.

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
│   │   └── NoteTooLong
│   ├── UnknownCoder
│   ├── DatabaseTooNew
│   └── StoreUnavailable
├── SearchIndexError
│   └── IndexUnavailable
├── QueryError
│   ├── InvalidQuery
│   ├── UnknownFilter
│   └── DocumentTooLong    what it finds cannot be written to a Word document
├── VocabularyError        a term list or codebook of the user's cannot be used
│   └── UnknownVocabulary
├── InvalidInput
├── ProjectUnreadable      a project or codebook of another program cannot be read
├── PageNotFound
├── AccountError           an account cannot do, or become, what was asked
│   ├── AccountExists
│   ├── AccountNotFound
│   ├── WeakPassword
│   ├── WrongPassword
│   └── TooOften
├── AccessError            this is not for whoever asks, or not asked by a page of ours
│   ├── NotSignedIn
│   ├── NotAllowed
│   ├── ForeignRequest
│   ├── UnknownBody
│   └── BodyTooLarge
└── Busy
"""

from wsr.message import Message as Message


class WsrError(Exception):
    """Base of all that can go wrong by the world's doing; programmers' mistakes are ValueError or assert."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class SettingsError(WsrError):
    """A setting is missing or malformed; the sentence names it, its value and what is allowed."""

    def __init__(self, sentence: str) -> None:
        super().__init__(Message(sentence))


class IngestError(WsrError):
    """A file cannot become a document of a review; the others go on."""

    def __init__(self, sentence: str) -> None:
        super().__init__(Message(sentence))


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
        super().__init__(
            Message("No review is held under “%(name)s”. Check the reference, or search for it.", name=name)
        )
        self.name = name


class ExtractNotFound(StoreError):
    """A review has no such extract now."""

    def __init__(self, reference: str, key: str) -> None:
        super().__init__(
            Message(
                "%(reference)s has no extract %(key)s now: its text or the rules have changed. "
                "Open the review to find it.",
                reference=reference,
                key=key,
            )
        )
        self.reference = reference
        self.key = key


class DecisionRefused(StoreError):
    """A decision cannot be kept as it was sent; the message says what to change."""


class NoteTooLong(DecisionRefused):
    """What cannot be kept is the note."""


class UnknownCoder(StoreError):
    """Nobody of this name has decided about an extract of a published review."""

    def __init__(self, person: str, known: tuple[str, ...]) -> None:
        if known:
            message = Message(
                "“%(person)s” has not decided about any extract. Choose among: %(known)s.",
                person=person,
                known=", ".join(known),
            )
        else:
            message = Message("Nobody has decided about any extract yet.")
        super().__init__(message)
        self.person = person
        self.known = known


class DatabaseTooNew(StoreError):
    """The database was written by a later version of wsr."""

    def __init__(self, revision: str) -> None:
        super().__init__(
            Message(
                "The database was made by a newer version of wsr (schema %(revision)s). "
                "Install that version, or name another data folder with --home.",
                revision=revision,
            )
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

    def __init__(self, text: str, message: Message) -> None:
        super().__init__(message)
        self.text = text


class UnknownFilter(QueryError):
    """A filter has a value that does not exist."""

    def __init__(self, name: str, value: str, allowed: tuple[str, ...]) -> None:
        super().__init__(
            Message(
                "“%(value)s” is not a value of %(name)s. Choose one of: %(allowed)s.",
                value=value,
                name=name,
                allowed=", ".join(allowed),
            )
        )
        self.name = name
        self.value = value
        self.allowed = allowed


class DocumentTooLong(QueryError):
    """What the query finds is more than a Word document can hold."""


class VocabularyError(WsrError):
    """A term list or codebook cannot be used; the sentence names it and says what is wrong."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            Message(f"{name} cannot be used: {reason}. Mend the file, or take it out of the folder.")
        )
        self.name = name
        self.reason = reason


class UnknownVocabulary(VocabularyError):
    """No term list or codebook has this name."""

    def __init__(self, name: str, held: tuple[str, ...]) -> None:
        WsrError.__init__(self, Message(f"There is no “{name}”. Choose one of: {', '.join(held)}."))
        self.name = name
        self.held = held


class InvalidInput(WsrError):
    """What came on standard input cannot be read; the sentence names the line and what is wrong."""

    def __init__(self, sentence: str) -> None:
        super().__init__(Message(sentence))


class ProjectUnreadable(WsrError):
    """A project or codebook of another program cannot be read, for a reason that is a short fixed word."""

    def __init__(self, reason: str, sentence: str, line: int | None = None) -> None:
        super().__init__(Message(sentence))
        self.reason = reason
        self.sentence = sentence
        self.line = line


class PageNotFound(WsrError):
    """A document has no such page, or a review has no such passage."""


class AccountError(WsrError):
    """An account cannot do, or become, what was asked."""


class AccountExists(AccountError):
    """The name of a new account is taken."""

    def __init__(self, name: str) -> None:
        super().__init__(Message("There is an account “%(name)s” already. Choose another name.", name=name))


class AccountNotFound(AccountError):
    """Nobody has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            Message("There is no account “%(name)s”. The command wsr user list names them all.", name=name)
        )


class WeakPassword(AccountError):
    """A password is too short, too long or too easy to guess; the message says what to change."""


class WrongPassword(AccountError):
    """Name and password are not those of an account in use; which of them is wrong is never said."""

    def __init__(self) -> None:
        super().__init__(Message("The name or the password is wrong. Check both and try again."))


class TooOften(AccountError):
    """Something was asked too often, by one account or from one address; `seconds` is how long to wait."""

    def __init__(self, message: Message, seconds: int) -> None:
        super().__init__(message)
        self.seconds = seconds


class AccessError(WsrError):
    """What was asked for is not for whoever asks, or was not asked by a page of ours."""


class NotSignedIn(AccessError):
    """Only somebody signed in may do this."""

    def __init__(self) -> None:
        super().__init__(Message("This needs an account. Sign in, then try again."))


class NotAllowed(AccessError):
    """The account of whoever is signed in does not allow this."""


class ForeignRequest(AccessError):
    """A change was asked for by another website, or by a page of ours that has grown old."""


class UnknownBody(AccessError):
    """What was sent is neither a form nor JSON, or not the one that is asked for."""

    def __init__(self) -> None:
        super().__init__(Message("What was sent cannot be read here. Send a form, with its media type."))


class BodyTooLarge(AccessError):
    """What was sent is larger than anything that is asked for."""


class Busy(WsrError):
    """Another process is changing the repository; try again when it has ended."""
