"""Accounts of the people who look after a repository; readers need none."""

import datetime
from enum import StrEnum

from pydantic import Field

from wsr.domain.record import Record


class AccountRole(StrEnum):
    """What an account may do: a curator decides about extracts and reviews, an admin may do all."""

    CURATOR = "curator"
    ADMIN = "admin"


class Account(Record):
    """One person's account: the line that `wsr user list --json` prints. Its password is no part of it."""

    name: str = Field(description="What is typed to sign in, in lower case; decisions name it.")
    display_name: str = Field(description="How the person is named on pages.")
    role: AccountRole
    created_at: datetime.datetime
    disabled_at: datetime.datetime | None = None
    """Since when it cannot be used; what it decided stays."""
