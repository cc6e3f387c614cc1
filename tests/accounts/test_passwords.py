"""Which passwords are good enough, and what is kept of them."""

import pytest

from wsr.accounts.passwords import COMMONEST, LONGEST, SHORTEST, Passwords, require_good
from wsr.errors import WeakPassword

pytestmark = pytest.mark.usefixtures("full_work")


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("elevenchars", "at least 12"),
        ("a" * 129, "at most 128"),
        ("Password1234", "among the first"),
        ("Safeguarding 123", "among the first"),
        ("aaaaaaaaaaaab", "among the first"),
        ("Megan.Prosser", "name of the account"),
        ("MEGAN PROSSER", "name of the account"),
    ],
)
def test_a_weak_password_is_refused_with_what_to_change(password: str, why: str) -> None:
    """Too short, too long, too common, of one letter, or the name, however it is written."""
    with pytest.raises(WeakPassword, match=why):
        require_good(password, "megan.prosser", "Megan Prosser")


@pytest.mark.parametrize("password", ["kettle ladder fern", "tŷ bach yn y coed", "x7Kq" * 32])
def test_words_spaces_and_welsh_letters_are_good(password: str) -> None:
    """No rule asks for capitals, digits or marks."""
    require_good(password, "megan.prosser")


def test_the_commonest_are_long_enough_to_be_chosen() -> None:
    """Shorter ones are refused anyhow."""
    assert {True} == {SHORTEST <= len(password) <= LONGEST for password in COMMONEST}


def test_a_hash_is_argon2id_with_its_own_salt() -> None:
    """Two hashes of one password differ, both match, and a letter typed in two parts is the same letter."""
    passwords = Passwords()
    first, second = passwords.hash("pen y tŵr mawr"), passwords.hash("pen y tŵr mawr")

    assert first.startswith("$argon2id$") and first != second
    assert (True, None) == passwords.matches("pen y tŵr mawr", first)
    assert (True, None) == passwords.matches("pen y tŵr mawr", second)
    assert (False, None) == passwords.matches("Pen y tŵr mawr", first)


def test_a_hash_of_an_older_kind_is_made_anew() -> None:
    """When the recommended cost rises, the next right password brings a hash of the new cost."""
    from pwdlib.hashers.argon2 import Argon2Hasher

    old = Argon2Hasher(time_cost=1, memory_cost=8192).hash("kettle ladder fern")
    right, newer = Passwords().matches("kettle ladder fern", old)

    assert right and newer is not None and newer != old


def test_nobody_has_the_password_of_the_decoy() -> None:
    """Without an account every password is wrong, after the same work."""
    passwords = Passwords()

    assert {(False, None)} == {
        passwords.matches(guess, None) for guess in ("nobody has this password", "kettle ladder fern")
    }
