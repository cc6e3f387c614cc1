"""
The accounts of a repository, and who is signed in.

sign in:  count the guess | compare the password | a new session, of which the token goes into a cookie
ask:      the token's session, if it still holds | its account, unless disabled
"""

import datetime
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from wsr.accounts import tokens
from wsr.accounts.limits import IDLE, LONGEST, is_alive, is_to_note
from wsr.accounts.passwords import Passwords, require_good
from wsr.domain.accounts import Account, AccountRole
from wsr.errors import AccountError, Message, NotSignedIn, WrongPassword
from wsr.repository import clock
from wsr.repository.guesses import Guesses
from wsr.store import accounts as stored
from wsr.store.database import Session

_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,38}[a-z0-9])?")
_LONGEST_DISPLAY_NAME = 80


class Accounts:
    """Makes accounts, signs people in and out, and knows who is signed in. Safe to share between threads."""

    def __init__(
        self,
        session: Callable[[], AbstractContextManager[Session]],
        secret: Path,
        now: Callable[[], datetime.datetime] = clock.now,
        passwords: Passwords | None = None,
    ) -> None:
        self._session = session
        self._now = now
        self._passwords = passwords or Passwords()
        self._guesses = Guesses(session, secret)

    def add(
        self, name: str, password: str, *, display_name: str = "", role: AccountRole = AccountRole.CURATOR
    ) -> Account:
        """A new account. Raises AccountError: the name is taken or odd, or the password is weak."""
        account = Account(
            name=_checked_name(name),
            display_name=_checked_display_name(display_name) or name.strip(),
            role=role,
            created_at=self._now(),
        )
        require_good(password, account.name, account.display_name)
        password_hash = self._passwords.hash(password)
        with self._session() as session:
            stored.add_account(session, account, password_hash)
        return account

    def all(self) -> list[Account]:
        """Every account, also disabled ones, by name."""
        with self._session() as session:
            return stored.all_accounts(session)

    def disable(self, name: str) -> None:
        """Nobody can use the account from now on, nor is signed in with it. Raises AccountNotFound."""
        with self._session() as session:
            found = stored.load_account(session, _folded(name))
            stored.set_disabled(session, found.id, found.account.disabled_at or self._now())
            stored.end_sessions_of(session, found.id)

    def enable(self, name: str) -> None:
        """A disabled account can be used again, with the password that it had. Raises AccountNotFound."""
        with self._session() as session:
            stored.set_disabled(session, stored.load_account(session, _folded(name)).id, None)

    def set_password(self, name: str, password: str) -> None:
        """
        Give an account another password without asking for the present one: for the command line.

        Whoever is signed in with it is signed out. Raises AccountNotFound or WeakPassword.
        """
        with self._session() as session:
            found = stored.load_account(session, _folded(name))
        self._change(found, password)

    def change_password(self, token: str, present: str, new: str, address: str) -> str:
        """
        Change the password of whoever is signed in; every session of the account ends, a new one begins.

        Returns the new token. Raises NotSignedIn, WrongPassword, TooOften or WeakPassword.
        """
        found = self._session_of(token)
        if found is None:
            raise NotSignedIn
        require_good(new, found.account.name, found.account.display_name)
        guess = self._guesses.admit(found.account.name, address, self._now())
        right, _ = self._passwords.matches(present, found.password_hash)
        if not right:
            raise WrongPassword
        return self._begin(found.account.name, self._change(found, new), guess)

    def sign_in(self, name: str, password: str, address: str, earlier: str | None = None) -> str:
        """
        The token of a new session; the `earlier` one of the same browser ends.

        A name that nobody has and a disabled account cost and say the same as a wrong password.
        Raises WrongPassword or TooOften.
        """
        folded = _folded(name)
        guess = self._guesses.admit(folded, address, self._now())
        with self._session() as session:
            found = stored.find_account(session, folded) if _NAME.fullmatch(folded) else None
        right, newer = self._passwords.matches(password, found.password_hash if found else None)
        if not right or found is None or found.account.disabled_at is not None:
            raise WrongPassword
        if earlier:
            self.sign_out(earlier)
        return self._begin(folded, found.password_hash, guess, newer)

    def sign_out(self, token: str) -> None:
        """The token is worth nothing from now on."""
        with self._session() as session:
            stored.end_session(session, tokens.digest_of(token))

    def signed_in(self, token: str) -> Account | None:
        """Whose token it is, while its session holds and its account is in use."""
        found = self._session_of(token)
        return None if found is None else found.account

    def _session_of(self, token: str) -> stored.StoredAccount | None:
        now, digest = self._now(), tokens.digest_of(token)
        with self._session() as session:
            found = stored.find_session(session, digest)
            if found is None or found.stored.account.disabled_at is not None:
                return None
            if not is_alive(found.created_at, found.seen_at, now):
                stored.end_session(session, digest)
                return None
            if is_to_note(found.seen_at, now):
                stored.note_use(session, digest, now)
        return found.stored

    def _begin(self, name: str, compared_hash: str, guess: int, newer_hash: str | None = None) -> str:
        """A new session; none when the account was disabled or its password changed since it was compared."""
        now, token = self._now(), tokens.new_token()
        with self._session() as session:
            found = stored.load_account(session, name)
            if found.password_hash != compared_hash or found.account.disabled_at is not None:
                raise WrongPassword
            stored.forget_guess(session, guess)
            stored.end_sessions_before(session, created=now - LONGEST, seen=now - IDLE)
            if newer_hash:
                stored.set_password_hash(session, found.id, newer_hash)
            stored.begin_session(session, found.id, tokens.digest_of(token), now)
        return token

    def _change(self, found: stored.StoredAccount, password: str) -> str:
        require_good(password, found.account.name, found.account.display_name)
        password_hash = self._passwords.hash(password)
        with self._session() as session:
            stored.set_password_hash(session, found.id, password_hash)
            stored.end_sessions_of(session, found.id)
        return password_hash


def _folded(name: str) -> str:
    return name.strip().casefold()


def _checked_name(name: str) -> str:
    folded = _folded(name)
    if not _NAME.fullmatch(folded):
        raise AccountError(
            Message(
                "The name of an account has at most 40 letters a to z, digits, dots, hyphens and underscores, "
                "and begins and ends with a letter or digit."
            )
        )
    return folded


def _checked_display_name(name: str) -> str:
    plain = " ".join(name.split())
    if len(plain) > _LONGEST_DISPLAY_NAME or not plain.isprintable():
        raise AccountError(
            Message(
                "How a person is named has at most %(most)s printable characters.", most=_LONGEST_DISPLAY_NAME
            )
        )
    return plain
