"""Whether the time of a wrong sign-in tells a name that somebody has from one that nobody has."""

import argparse
import datetime
import statistics
import tempfile
import time
from pathlib import Path

from wsr.errors import WrongPassword
from wsr.repository.accounts import Accounts
from wsr.repository.repository import Repository
from wsr.settings import Settings

WRONG = "bramble harbour oak"


class FastClock:
    """Ten minutes pass between two looks, so that no guess is one too many."""

    def __init__(self) -> None:
        self._time = datetime.datetime(2026, 5, 4, tzinfo=datetime.UTC)

    def __call__(self) -> datetime.datetime:
        self._time += datetime.timedelta(minutes=10)
        return self._time


def main() -> None:
    """Print the medians of both, in turn, and their difference."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=200, help="guesses of each kind")
    number = parser.parse_args().number
    with tempfile.TemporaryDirectory() as folder, Repository.open(Settings(home=Path(folder))) as repository:
        accounts = Accounts(repository.session, Path(folder) / "guesses.key", FastClock())
        accounts.add("known", "kettle ladder fern")
        taken = {name: [seconds(accounts, name) for _ in range(2)][2:] for name in ("known", "unknown")}
        for _ in range(number):
            for name, times in taken.items():
                times.append(seconds(accounts, name))
    known, unknown = (statistics.median(times) for times in taken.values())
    print(
        f"{number} wrong passwords each; medians: {known * 1000:.1f} ms with an account, {unknown * 1000:.1f} ms without"
    )
    print(f"difference: {(unknown - known) / known:+.2%} (promised: within 5%)")


def seconds(accounts: Accounts, name: str) -> float:
    """How long a wrong sign-in takes."""
    began = time.perf_counter()
    try:
        accounts.sign_in(name, WRONG, "127.0.0.1")
    except WrongPassword:
        return time.perf_counter() - began
    raise AssertionError("The wrong password was taken.")


if __name__ == "__main__":
    main()
