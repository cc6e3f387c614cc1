"""Accounts over a real database: RELIABILITY S2 (sessions) and S4 (guesses)."""

import datetime
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.making import NOON
from wsr.accounts.passwords import Passwords
from wsr.domain.accounts import AccountRole
from wsr.errors import (
    AccountError,
    AccountExists,
    AccountNotFound,
    NotSignedIn,
    TooOften,
    WeakPassword,
    WrongPassword,
)
from wsr.repository.accounts import Accounts
from wsr.repository.repository import Repository
from wsr.settings import Settings

PASSWORD = "kettle ladder fern"
OTHER = "bramble harbour oak"
HERE, THERE = "192.0.2.1", "192.0.2.2"


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime.datetime:
        """The time that was set."""
        return self.time

    def pass_by(self, **length: float) -> None:
        """Let time pass."""
        self.time += datetime.timedelta(**length)


class CountedPasswords(Passwords):
    """Real hashes, and how often one was compared, and how many at once at most."""

    def __init__(self) -> None:
        super().__init__()
        self.compared = 0

    def matches(self, password: str, kept: str | None) -> tuple[bool, str | None]:
        """As ever, counted."""
        self.compared += 1
        return super().matches(password, kept)


@pytest.fixture
def clock() -> Clock:
    """Noon."""
    return Clock()


@pytest.fixture
def passwords() -> CountedPasswords:
    """Counts what reaches the hash."""
    return CountedPasswords()


@pytest.fixture
def accounts(repository: Repository, clock: Clock, passwords: CountedPasswords) -> Accounts:
    """The accounts of an empty repository with Megan in it."""
    made = Accounts(repository.session, repository.settings.home / "guesses.key", clock, passwords)
    made.add("megan", PASSWORD, display_name="Megan Prosser")
    return made


def test_an_account_is_made_listed_and_found_by_its_name(accounts: Accounts) -> None:
    """Names are folded; who has no display name is called by the name as typed."""
    accounts.add(" Ann.Rees ", PASSWORD, role=AccountRole.ADMIN)
    ann, megan = accounts.all()

    assert ("ann.rees", "Ann.Rees", AccountRole.ADMIN, None) == (
        ann.name, ann.display_name, ann.role, ann.disabled_at,
    )  # fmt: skip
    assert ("megan", "Megan Prosser", AccountRole.CURATOR, NOON) == (
        megan.name, megan.display_name, megan.role, megan.created_at,
    )  # fmt: skip


@pytest.mark.parametrize("name", ["", "-ann", "ann rees", "ann/rees", "a" * 41, "siân", "ann\n.", "<b>"])
def test_an_odd_name_is_refused(accounts: Accounts, name: str) -> None:
    """It will stand in commands and pages for ever."""
    with pytest.raises(AccountError):
        accounts.add(name, PASSWORD)


def test_a_name_is_given_once(accounts: Accounts) -> None:
    """Also in capitals."""
    with pytest.raises(AccountExists, match="“megan”"):
        accounts.add("MEGAN", PASSWORD)


def test_a_name_that_nobody_has_is_a_sentence(accounts: Accounts) -> None:
    """For whoever types commands."""
    for do in (accounts.disable, accounts.enable, lambda name: accounts.set_password(name, OTHER)):
        with pytest.raises(AccountNotFound, match="“nobody”"):
            do("nobody")


def test_whoever_signs_in_is_known_by_the_token_until_signing_out(accounts: Accounts) -> None:
    """S2: each sign-in has its own token; the old one is worth nothing after signing out."""
    first, second = (accounts.sign_in(name, PASSWORD, HERE) for name in ("megan", " MEGAN "))
    account = accounts.signed_in(first)
    accounts.sign_out(first)

    assert first != second
    assert account is not None and "megan" == account.name
    assert accounts.signed_in(first) is None
    assert accounts.signed_in(second) == account
    assert accounts.signed_in("") is None


def test_signing_in_again_ends_the_earlier_session_of_the_browser(accounts: Accounts) -> None:
    """S2: a token from before signing in is never the token after it."""
    first = accounts.sign_in("megan", PASSWORD, HERE)
    second = accounts.sign_in("megan", PASSWORD, HERE, earlier=first)

    assert accounts.signed_in(first) is None
    assert accounts.signed_in(second) is not None


def test_no_token_and_no_password_is_kept(accounts: Accounts, repository: Repository) -> None:
    """S2: only what is derived from them is on the disk."""
    token = accounts.sign_in("megan", PASSWORD, HERE)
    repository.close()

    kept = b"".join(path.read_bytes() for path in repository.settings.home.glob("wsr.sqlite3*"))
    assert b"$argon2id$" in kept
    assert [] == [word for word in (token, PASSWORD) if word.encode() in kept]


def test_a_session_ends_after_half_an_hour_without_use(accounts: Accounts, clock: Clock) -> None:
    """S2: use prolongs it, time without use does not."""
    token = accounts.sign_in("megan", PASSWORD, HERE)
    for _ in range(3):
        clock.pass_by(minutes=29)
        assert accounts.signed_in(token) is not None
    clock.pass_by(minutes=30)

    assert accounts.signed_in(token) is None
    clock.pass_by(minutes=-10)
    assert accounts.signed_in(token) is None


def test_a_session_ends_after_half_a_day_of_use(accounts: Accounts, clock: Clock) -> None:
    """S2: twelve hours, whatever is done."""
    token = accounts.sign_in("megan", PASSWORD, HERE)
    for _ in range(35):
        clock.pass_by(minutes=20)
        assert accounts.signed_in(token) is not None
    clock.pass_by(minutes=20)

    assert accounts.signed_in(token) is None


def test_whoever_is_disabled_is_out_at_once(accounts: Accounts) -> None:
    """S2: the session ends, the right password is wrong; after enabling, the old session stays ended."""
    token = accounts.sign_in("megan", PASSWORD, HERE)
    accounts.disable("megan")

    assert accounts.signed_in(token) is None
    with pytest.raises(WrongPassword):
        accounts.sign_in("megan", PASSWORD, HERE)
    assert NOON == accounts.all()[0].disabled_at

    accounts.enable("megan")
    assert accounts.signed_in(token) is None
    assert accounts.signed_in(accounts.sign_in("megan", PASSWORD, HERE)) is not None


def test_a_new_password_ends_every_session(accounts: Accounts) -> None:
    """S2: also those of other browsers; whoever changed it goes on with a new token."""
    first, elsewhere = (accounts.sign_in("megan", PASSWORD, HERE) for _ in range(2))
    token = accounts.change_password(first, PASSWORD, OTHER, HERE)

    assert [None, None] == [accounts.signed_in(first), accounts.signed_in(elsewhere)]
    assert accounts.signed_in(token) is not None
    accounts.set_password("megan", PASSWORD)
    assert accounts.signed_in(token) is None
    assert accounts.sign_in("megan", PASSWORD, HERE)


def test_a_password_is_changed_only_by_whoever_knows_it(accounts: Accounts) -> None:
    """And only to a good one; what is refused changes nothing."""
    token = accounts.sign_in("megan", PASSWORD, HERE)

    with pytest.raises(WrongPassword):
        accounts.change_password(token, OTHER, OTHER, HERE)
    with pytest.raises(WeakPassword):
        accounts.change_password(token, PASSWORD, "megan prosser", HERE)
    with pytest.raises(NotSignedIn):
        accounts.change_password("nonsense", PASSWORD, OTHER, HERE)
    assert accounts.signed_in(token) is not None


def test_unknown_disabled_and_wrong_are_one_answer_after_one_comparison(
    accounts: Accounts, passwords: CountedPasswords
) -> None:
    """S4: nobody learns from the sign-in form who has an account; a hash is compared for each of them."""
    accounts.add("former", PASSWORD)
    accounts.disable("former")
    said = set()
    for name, password in (("megan", OTHER), ("nobody", OTHER), ("former", PASSWORD), ("", "")):
        before = passwords.compared
        with pytest.raises(WrongPassword) as refused:
            accounts.sign_in(name, password, HERE)
        said.add((str(refused.value), passwords.compared - before))

    assert 1 == len(said)
    assert {1} == {compared for _, compared in said}


@pytest.mark.parametrize("name", ["megan", "nobody"])
def test_of_a_thousand_tries_ten_reach_the_hash(
    accounts: Accounts, passwords: CountedPasswords, clock: Clock, name: str
) -> None:
    """S4: for a known and an unknown name alike; the owner gets in when the window has passed."""
    refused = 0
    for number in range(1000):
        try:
            accounts.sign_in(name, OTHER, f"192.0.2.{number % 250}")
        except WrongPassword:
            continue
        except TooOften as error:
            assert 0 < error.seconds <= 300
            refused += 1
        clock.pass_by(seconds=0.25)

    assert (10, 990) == (passwords.compared, refused)
    clock.pass_by(minutes=5)
    assert accounts.sign_in("megan", PASSWORD, HERE)


def test_one_address_guesses_ten_times_whatever_the_names(
    accounts: Accounts, passwords: CountedPasswords
) -> None:
    """S4: and another address is not kept out by it."""
    for number in range(50):
        with pytest.raises((WrongPassword, TooOften)):
            accounts.sign_in(f"name{number}", OTHER, HERE)

    assert 10 == passwords.compared
    assert accounts.sign_in("megan", PASSWORD, THERE)


def test_right_passwords_use_up_nothing(accounts: Accounts) -> None:
    """A whole office behind one address signs in in the morning."""
    assert 12 == len({accounts.sign_in("megan", PASSWORD, HERE) for _ in range(12)})


@pytest.mark.usefixtures("full_work")
def test_guesses_made_at_once_are_ten_too(accounts: Accounts, passwords: CountedPasswords) -> None:
    """S4: threads do not overtake the count."""

    def guess() -> None:
        for _ in range(5):
            try:
                accounts.sign_in("megan", OTHER, HERE)
            except (WrongPassword, TooOften):
                continue

    threads = [threading.Thread(target=guess) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert 10 == passwords.compared


def test_guesses_are_counted_over_a_restart(accounts: Accounts, repository: Repository, clock: Clock) -> None:
    """The count lies in the data folder, under the same veil."""
    for _ in range(10):
        with pytest.raises(WrongPassword):
            accounts.sign_in("megan", OTHER, HERE)
    again = Accounts(repository.session, repository.settings.home / "guesses.key", clock)

    with pytest.raises(TooOften):
        again.sign_in("megan", PASSWORD, THERE)


def test_neither_addresses_nor_names_that_were_tried_are_kept(
    accounts: Accounts, repository: Repository
) -> None:
    """D5: a password typed into the field of the name would else be there to read."""
    with pytest.raises(WrongPassword):
        accounts.sign_in("canaryword", OTHER, "192.0.2.77")
    repository.close()

    kept = b"".join(path.read_bytes() for path in repository.settings.home.iterdir() if path.is_file())
    assert b"canaryword" not in kept and b"192.0.2.77" not in kept
    assert 0o600 == (repository.settings.home / "guesses.key").stat().st_mode & 0o777


@pytest.fixture
def on_postgresql(postgresql_url: str, tmp_path: Path) -> Iterator[Repository]:
    """An empty repository on PostgreSQL."""
    settings = Settings.load(tmp_path / "home").model_copy(update={"database_url": postgresql_url})
    with Repository.open(settings) as opened:
        yield opened


@pytest.mark.postgresql
@pytest.mark.xdist_group("postgresql")
@pytest.mark.usefixtures("full_work")
def test_all_of_it_holds_on_postgresql(on_postgresql: Repository, clock: Clock) -> None:
    """Signing in and out, disabling, and threads that guess at once."""
    passwords = CountedPasswords()
    accounts = Accounts(on_postgresql.session, on_postgresql.settings.home / "guesses.key", clock, passwords)
    accounts.add("megan", PASSWORD)
    with pytest.raises(AccountExists):
        accounts.add("megan", PASSWORD)
    token = accounts.sign_in("megan", PASSWORD, HERE)
    clock.pass_by(minutes=5)
    assert accounts.signed_in(token) is not None

    test_guesses_made_at_once_are_ten_too(accounts, passwords_from(passwords))
    accounts.disable("megan")
    assert accounts.signed_in(token) is None


def passwords_from(passwords: CountedPasswords) -> CountedPasswords:
    """The same counter, begun anew."""
    passwords.compared = 0
    return passwords
