"""Guesses of passwords, counted for each account and each address without keeping either."""

import datetime
import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from functools import cached_property
from pathlib import Path

from wsr.accounts.limits import WINDOW, free_again
from wsr.accounts.tokens import veiled
from wsr.errors import Message, StoreUnavailable, TooOften
from wsr.store import accounts as stored
from wsr.store.database import Session


class Guesses:
    """Lets a password be guessed so many times in so many minutes, whether or not the account exists."""

    def __init__(self, session: Callable[[], AbstractContextManager[Session]], secret: Path) -> None:
        self._session = session
        self._path = secret

    def admit(self, name: str, address: str, now: datetime.datetime) -> int:
        """One more guess, written down before it is made; gives its id. Raises TooOften."""
        account, origin = (veiled(text, self._secret) for text in (f"account {name}", f"address {address}"))
        with self._session() as session:
            made = stored.guesses_of(session, account, origin, since=now - WINDOW)
            waits = (
                free_again([guess.tried_at for guess in made if guess.account_mark == account], now),
                free_again([guess.tried_at for guess in made if guess.address_mark == origin], now),
            )
            until = max((moment for moment in waits if moment), default=None)
            if until is None:
                return stored.add_guess(session, account, origin, now)
        seconds = max(1, round((until - now).total_seconds()))
        raise TooOften(
            Message(
                "There have been too many wrong passwords. Minutes to wait: %(minutes)s. Then try again.",
                minutes=-(-seconds // 60),
            ),
            seconds,
        )

    @cached_property
    def _secret(self) -> bytes:
        """The key of this data folder, made once; it lies outside the database that it protects."""
        made = self._path.with_name(f"{self._path.name}.{secrets.token_hex(4)}")
        try:
            if not self._path.exists():
                made.touch(mode=0o600)
                made.write_bytes(secrets.token_bytes(32))
                with suppress(FileExistsError):  # another process was first
                    self._path.hardlink_to(made)
                made.unlink()
            return self._path.read_bytes()
        except OSError as error:
            raise StoreUnavailable(
                Message(
                    "The data folder cannot be written: %(folder)s: %(fault)s.",
                    folder=str(self._path.parent),
                    fault=str(error.strerror),
                )
            ) from error
