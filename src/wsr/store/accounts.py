"""Accounts, who is signed in, and the guesses of passwords within the last minutes."""

import datetime
from dataclasses import dataclass

from sqlalchemy import delete, or_, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from wsr.domain.accounts import Account
from wsr.errors import AccountExists, AccountNotFound
from wsr.store.account_tables import AccountRow, LoginAttemptRow, LoginSessionRow


@dataclass(frozen=True, slots=True)
class StoredAccount:
    """An account with what only its keepers need."""

    id: int
    account: Account
    password_hash: str


@dataclass(frozen=True, slots=True)
class StoredSession:
    """A session with the account that it is of."""

    stored: StoredAccount
    created_at: datetime.datetime
    seen_at: datetime.datetime


@dataclass(frozen=True, slots=True)
class Guess:
    """A guess of a password: whose and from where, both veiled, and when."""

    id: int
    account_mark: str
    address_mark: str
    tried_at: datetime.datetime


def add_account(session: Session, account: Account, password_hash: str) -> None:
    """Keep a new account. Raises AccountExists when its name is taken."""
    session.add(AccountRow(**account.model_dump(), password_hash=password_hash))
    try:
        session.flush()
    except IntegrityError as error:
        raise AccountExists(account.name) from error


def all_accounts(session: Session) -> list[Account]:
    """Every account, also disabled ones, by name."""
    return [_stored(row).account for row in session.scalars(select(AccountRow).order_by(AccountRow.name))]


def find_account(session: Session, name: str) -> StoredAccount | None:
    """The account of a name, if there is one."""
    row = session.scalars(select(AccountRow).where(AccountRow.name == name)).one_or_none()
    return None if row is None else _stored(row)


def load_account(session: Session, name: str) -> StoredAccount:
    """The account of a name. Raises AccountNotFound."""
    found = find_account(session, name)
    if found is None:
        raise AccountNotFound(name)
    return found


def set_password_hash(session: Session, account_id: int, password_hash: str) -> None:
    """Give an account another password."""
    session.execute(update(AccountRow).where(AccountRow.id == account_id).values(password_hash=password_hash))


def set_disabled(session: Session, account_id: int, since: datetime.datetime | None) -> None:
    """Disable an account, or let it be used again."""
    session.execute(update(AccountRow).where(AccountRow.id == account_id).values(disabled_at=since))


def begin_session(session: Session, account_id: int, digest: str, now: datetime.datetime) -> None:
    """Remember that somebody has signed in."""
    session.add(LoginSessionRow(digest=digest, account_id=account_id, created_at=now, seen_at=now))
    session.flush()


def find_session(session: Session, digest: str) -> StoredSession | None:
    """The session of a token's digest with its account, whether or not it still holds."""
    found = session.execute(
        select(LoginSessionRow, AccountRow)
        .join(AccountRow, AccountRow.id == LoginSessionRow.account_id)
        .where(LoginSessionRow.digest == digest)
    ).one_or_none()
    if found is None:
        return None
    row, account = found
    return StoredSession(_stored(account), row.created_at, row.seen_at)


def note_use(session: Session, digest: str, now: datetime.datetime) -> None:
    """Remember that a session was used."""
    session.execute(update(LoginSessionRow).where(LoginSessionRow.digest == digest).values(seen_at=now))


def end_session(session: Session, digest: str) -> None:
    """Forget a session."""
    session.execute(delete(LoginSessionRow).where(LoginSessionRow.digest == digest))


def end_sessions_of(session: Session, account_id: int) -> None:
    """Forget all sessions of an account."""
    session.execute(delete(LoginSessionRow).where(LoginSessionRow.account_id == account_id))


def end_sessions_before(session: Session, created: datetime.datetime, seen: datetime.datetime) -> None:
    """Forget the sessions begun or last used before these times."""
    session.execute(
        delete(LoginSessionRow).where(
            or_(LoginSessionRow.created_at <= created, LoginSessionRow.seen_at <= seen)
        )
    )


def guesses_of(
    session: Session, account_mark: str, address_mark: str, since: datetime.datetime
) -> list[Guess]:
    """
    The guesses of an account or from an address since a time; earlier ones are forgotten.

    No other transaction adds one before this one ends: what is counted here stays true until then.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("LOCK TABLE login_attempt IN SHARE ROW EXCLUSIVE MODE"))
    session.execute(delete(LoginAttemptRow).where(LoginAttemptRow.tried_at <= since))  # SQLite locks here
    rows = session.scalars(
        select(LoginAttemptRow).where(
            or_(LoginAttemptRow.account_mark == account_mark, LoginAttemptRow.address_mark == address_mark)
        )
    )
    return [Guess(row.id, row.account_mark, row.address_mark, row.tried_at) for row in rows]


def add_guess(session: Session, account_mark: str, address_mark: str, now: datetime.datetime) -> int:
    """Remember a guess; gives its id."""
    row = LoginAttemptRow(account_mark=account_mark, address_mark=address_mark, tried_at=now)
    session.add(row)
    session.flush()
    return row.id


def forget_guess(session: Session, guess_id: int) -> None:
    """Forget a guess that was right."""
    session.execute(delete(LoginAttemptRow).where(LoginAttemptRow.id == guess_id))


def _stored(row: AccountRow) -> StoredAccount:
    account = Account(
        name=row.name,
        display_name=row.display_name,
        role=row.role,
        created_at=row.created_at,
        disabled_at=row.disabled_at,
    )
    return StoredAccount(row.id, account, row.password_hash)
