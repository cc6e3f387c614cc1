"""How often a password may be guessed, and how long somebody stays signed in: pure rules over times."""

import datetime
from collections.abc import Sequence

GUESSES = 10
"""Wrong passwords within WINDOW for one account, and for one address; a right one counts for nothing."""

WINDOW = datetime.timedelta(minutes=5)

IDLE = datetime.timedelta(minutes=30)
"""A session ends when nothing is asked in it for so long."""

LONGEST = datetime.timedelta(hours=12)
"""A session ends so long after signing in, whatever is done in it."""

NOTED = datetime.timedelta(minutes=1)
"""How exactly a session's last use is kept: it spares a write for each page, and may end it so much early."""


def free_again(guesses: Sequence[datetime.datetime], now: datetime.datetime) -> datetime.datetime | None:
    """
    When the next guess may be made; None for at once.

    Refused tries are no guesses: whoever keeps trying does not prolong the waiting.
    """
    recent = sorted(moment for moment in guesses if moment > now - WINDOW)
    return recent[-GUESSES] + WINDOW if len(recent) >= GUESSES else None


def is_alive(created_at: datetime.datetime, seen_at: datetime.datetime, now: datetime.datetime) -> bool:
    """Whether a session still holds."""
    return now - seen_at < IDLE and now - created_at < LONGEST


def is_to_note(seen_at: datetime.datetime, now: datetime.datetime) -> bool:
    """Whether the last use of a session is to be written down again."""
    return now - seen_at >= NOTED
