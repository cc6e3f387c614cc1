"""What became of an ingested file: the line that `wsr ingest --json` prints."""

import datetime

from wsr.domain.kinds import Language, Outcome, Role
from wsr.domain.record import Record


class FileOutcome(Record):
    """The outcome of one file."""

    file: str
    outcome: Outcome
    reference: str | None = None
    role: Role | None = None
    language: Language | None = None
    reason: str | None = None
    """Why it was rejected, one word of `wsr.domain.kinds.Rejection`; why it is held, a sentence a reason."""
    detail: str | None = None
    """A sentence for a person: what is wrong with the file, which review it repeats, what to install."""
    pages: int = 0
    passages: int = 0
    recommendations: int = 0
    extracts: int = 0
    warnings: tuple[str, ...] = ()
    seconds: float = 0.0


class NotTaken(Record):
    """A file that did not become a document, kept until its bytes are taken."""

    filename: str
    sha256: str
    outcome: Outcome
    reason: str | None
    detail: str
    bytes: int
    seen_at: datetime.datetime
