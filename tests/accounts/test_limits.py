"""When the next guess may be made, and how long a session holds."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from tests.making import NOON
from wsr.accounts.limits import GUESSES, IDLE, LONGEST, WINDOW, free_again, is_alive, is_to_note

SECOND = datetime.timedelta(seconds=1)


def test_ten_guesses_are_free_and_the_eleventh_waits_for_the_first_to_grow_old() -> None:
    """Five minutes after the first of them, whatever was refused meanwhile."""
    guesses = [NOON + n * SECOND for n in range(GUESSES)]

    assert free_again(guesses[:-1], NOON + 10 * SECOND) is None
    assert NOON + WINDOW == free_again(guesses, NOON + 10 * SECOND)
    assert free_again(guesses, NOON + WINDOW) is None


@given(st.lists(st.integers(0, 3600), max_size=300))
def test_no_five_minutes_hold_more_than_ten_guesses(tries: list[int]) -> None:
    """Whatever the rhythm of the tries."""
    made: list[datetime.datetime] = []
    for second in sorted(tries):
        now = NOON + second * SECOND
        if free_again(made, now) is None:
            made.append(now)

    assert all(later - earlier >= WINDOW for earlier, later in zip(made, made[GUESSES:], strict=False))


@given(st.integers(0, 3600))
def test_whoever_waits_as_told_may_try_again(second: int) -> None:
    """No lasting lock-out."""
    guesses = [NOON + n * 7 * SECOND for n in range(GUESSES)]
    until = free_again(guesses, NOON + second * SECOND)

    assert until is None or free_again(guesses, until) is None


def test_a_session_ends_when_idle_and_at_the_latest_after_half_a_day() -> None:
    """Thirty minutes and twelve hours, to the second."""
    assert is_alive(NOON, NOON, NOON + IDLE - SECOND)
    assert not is_alive(NOON, NOON, NOON + IDLE)
    assert is_alive(NOON, NOON + LONGEST - SECOND, NOON + LONGEST - SECOND)
    assert not is_alive(NOON, NOON + LONGEST - SECOND, NOON + LONGEST)


def test_use_is_noted_once_a_minute() -> None:
    """Not at each page."""
    assert not is_to_note(NOON, NOON + 59 * SECOND)
    assert is_to_note(NOON, NOON + 60 * SECOND)
