"""The clock of the repository."""

import datetime


def now() -> datetime.datetime:
    """This moment, in UTC with its offset."""
    return datetime.datetime.now(datetime.UTC)
