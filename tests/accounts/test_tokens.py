"""Tokens and what is derived from them."""

import base64

from wsr.accounts.tokens import digest_of, form_token, is_form_token, new_token, veiled


def test_a_token_has_256_bits_and_never_comes_twice() -> None:
    """More than the 128 that are asked for."""
    tokens = {new_token() for _ in range(100)}

    assert 100 == len(tokens)
    assert {32} == {len(base64.urlsafe_b64decode(token + "=")) for token in tokens}


def test_neither_digest_nor_form_token_is_the_token() -> None:
    """Each is derived one way, and differently."""
    token = new_token()

    assert 3 == len({token, digest_of(token), form_token(token)})
    assert is_form_token(form_token(token), token)
    assert not is_form_token(form_token(token), new_token())
    assert not is_form_token("", token) and not is_form_token("tŷ", token)


def test_what_is_veiled_can_be_compared_only() -> None:
    """The same text is known again with the same secret, and with no other."""
    assert veiled("192.0.2.1", b"a") == veiled("192.0.2.1", b"a")
    assert veiled("192.0.2.1", b"a") != veiled("192.0.2.1", b"b")
