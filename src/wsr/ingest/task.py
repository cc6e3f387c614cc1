"""One file to be parsed, as it is handed to the child process."""

from pathlib import Path

from pydantic import Field

from wsr.domain.kinds import ReviewType
from wsr.domain.record import Record


class ParseTask(Record):
    """A file to parse and what is known of it beforehand."""

    path: Path
    filename: str = Field(description="Its name as given by the person; the path may be another.")
    sha256: str
    document_id: str = Field(default="d1", description="What its passages say they belong to.")
    as_type: ReviewType | None = Field(default=None, description="The type that the curator says it is.")
