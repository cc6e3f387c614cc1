"""The tables of accounts; of passwords and tokens only hashes are in them."""

import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from wsr.store.tables import Base


class AccountRow(Base):
    """An account of somebody who looks after the repository."""

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    display_name: Mapped[str]
    role: Mapped[str]
    password_hash: Mapped[str]
    created_at: Mapped[datetime.datetime]
    disabled_at: Mapped[datetime.datetime | None]


class LoginSessionRow(Base):
    """Somebody signed in; of the token in the cookie only the digest is here."""

    __tablename__ = "login_session"

    digest: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime.datetime]
    seen_at: Mapped[datetime.datetime]


class LoginAttemptRow(Base):
    """A guess of a password within the last minutes; name and address are veiled, and no address is kept."""

    __tablename__ = "login_attempt"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_mark: Mapped[str]
    address_mark: Mapped[str]
    tried_at: Mapped[datetime.datetime] = mapped_column(index=True)
