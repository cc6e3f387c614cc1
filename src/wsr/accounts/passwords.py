"""Passwords: which are good enough, and their hashes (Argon2id, as pwdlib recommends)."""

import unicodedata
from functools import cached_property
from threading import BoundedSemaphore

from pwdlib import PasswordHash

from wsr.errors import Message, WeakPassword

SHORTEST, LONGEST = 12, 128
"""In characters."""

AT_ONCE = 2
"""Hashes made at the same time; each takes 64 MiB."""

_COMMONEST = """
    000000000000 111111111111 121212121212 123123123123 123412341234 1234567890123 12345678901234567890
    123456789012 1234567890ab 1234567890qw 123456789abc 123456qwerty 123qweasdzxc 1q2w3e4r5t6y 1q2w3e4r5t6y7u8i
    1qaz2wsx3edc 1qaz2wsx3edc4rfv abcabcabcabc abcd1234abcd abcd12345678 abcdefghijkl abcdefghijklmnopqrstuvwxyz
    administrator administrator1 adminadminadmin asdfghjkl123 changeme1234 changemechangeme correcthorsebatterystaple
    iloveyou1234 iloveyouforever letmeinletmein letmeinplease liverpool123 manchester123 manchesterunited
    password1234 password12345 password123456 password123! password1234! passwordpassword passw0rd1234 p@ssword1234
    p@ssw0rd1234 qazwsxedcrfv qwerty123456 qwerty1234567 qwertyqwerty qwertyuiop12 qwertyuiop123 qwertyuiop[]
    qwertyuiopasdf safeguarding safeguarding1 safeguarding123 unbelievable
    unbreakable1 welcome12345 welcome123456 welcomewelcome zaq12wsxcde3 zxcvbnm12345 zxcvbnmasdfghjkl
    """
COMMONEST = frozenset(_COMMONEST.split())
"""The commonest of those that are long enough, and the words of this field."""


def require_good(password: str, *names: str) -> None:
    """Nothing for a password that may be used. Raises WeakPassword, which says what to change."""
    folded = _folded(password)
    if len(password) < SHORTEST:
        raise WeakPassword(
            Message(
                "The password must have at least %(least)s characters: three or four words do.",
                least=SHORTEST,
            )
        )
    if len(password) > LONGEST:
        raise WeakPassword(Message("The password must have at most %(most)s characters.", most=LONGEST))
    if folded in COMMONEST or len(set(folded)) < 4:
        raise WeakPassword(Message("This password is among the first that are guessed. Choose another."))
    if folded in {_folded(name) for name in names}:
        raise WeakPassword(Message("The password must not be the name of the account."))


class Passwords:
    """Makes and compares hashes, at most two at once, however many people sign in."""

    def __init__(self) -> None:
        self._hasher = PasswordHash.recommended()
        self._places = BoundedSemaphore(AT_ONCE)

    def hash(self, password: str) -> str:
        """A new salted hash."""
        with self._places:
            return self._hasher.hash(_normal(password))

    def matches(self, password: str, kept: str | None) -> tuple[bool, str | None]:
        """
        Whether a password is that of a hash, and a newer hash when the kept one is of an old kind.

        Without a hash (nobody has the name) it compares with a decoy, at the same cost, and is always wrong.
        """
        decoy = self._decoy
        with self._places:
            right, newer = self._hasher.verify_and_update(_normal(password), kept or decoy)
        return (right, newer) if kept else (False, None)

    @cached_property
    def _decoy(self) -> str:
        return self.hash("nobody has this password")


def _normal(password: str) -> str:
    """One form of letters that keyboards send in several: ŵ composed or not."""
    return unicodedata.normalize("NFKC", password)


def _folded(password: str) -> str:
    return "".join(_normal(password).casefold().split())
