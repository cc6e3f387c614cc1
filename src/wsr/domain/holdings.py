"""What the repository holds, in sums and one line a review."""

from wsr.domain.dates import PartialDate
from wsr.domain.kinds import Form, Language, ReviewType, Role, Status
from wsr.domain.record import Record
from wsr.domain.review import Board


class ReviewSummary(Record):
    """One review in a list: the line that `wsr list --json` prints."""

    reference: str
    slug: str
    review_type: ReviewType
    form: Form | None
    title: str
    board: Board | None
    year: int | None
    publication_date: PartialDate | None
    language: Language
    status: Status
    pages: int
    passages: int
    recommendations: int
    roles: tuple[Role, ...]


class Holdings(Record):
    """The published reviews in sums, for the home page."""

    reviews: int
    documents: int
    passages: int
    recommendations: int
    by_type: dict[ReviewType, int]
    """All five types, in the order of ReviewType; zero where none is held."""
    by_year: dict[int, int]
    """In order of year; reviews without a year are not in it."""
    recent: tuple[ReviewSummary, ...]
    """The last added first."""


class StoredFile(Record):
    """Where the original of a document lies, for serving it."""

    path: str
    filename: str
    """A safe ASCII name to offer: cpr2019-w91.pdf."""
    sha256: str
    bytes: int
    media_type: str


class Health(Record):
    """Whether the parts answer, for `/readyz`."""

    ready: bool
    reviews: int
    indexed_reviews: int
    index_version: str | None
    detail: str
    """A sentence."""


class Difference(Record):
    """One thing that `wsr verify` found not to be as it should."""

    kind: str
    """missing_file, changed_file, stray_file, missing_from_index, stray_in_index, changed_in_index …"""
    subject: str
    """The review, document or file concerned."""
    detail: str
    """A sentence that says what to do."""
