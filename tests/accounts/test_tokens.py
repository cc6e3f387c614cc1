"""Tokens and what is derived from them."""

import base64

from wsr.accounts.tokens import digest_of, new_token, veiled


def test_a_token_has_256_bits_and_never_comes_twice() -> None:
    """More than the 128 that are asked for."""
    tokens = {new_token() for _ in range(100)}

    assert 100 == len(tokens)
    assert {32} == {len(base64.urlsafe_b64decode(token + "=")) for token in tokens}


def test_the_digest_is_not_the_token() -> None:
    """The same token has the same digest, and the way back is closed."""
    token = new_token()

    assert digest_of(token) == digest_of(token) != token
    assert 64 == len(digest_of(token))


def test_what_is_veiled_can_be_compared_only() -> None:
    """The same text is known again with the same secret, and with no other."""
    assert veiled("192.0.2.1", b"a") == veiled("192.0.2.1", b"a")
    assert veiled("192.0.2.1", b"a") != veiled("192.0.2.1", b"b")
