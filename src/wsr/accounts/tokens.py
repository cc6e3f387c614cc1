"""Tokens: random words in a cookie, of which only a digest is kept, and names so veiled that nobody can read them."""

import hashlib
import hmac
import secrets

_BYTES = 32
"""256 bits; 128 are asked for."""


def new_token() -> str:
    """A token that nobody can guess, for a cookie."""
    return secrets.token_urlsafe(_BYTES)


def digest_of(token: str) -> str:
    """What is kept of a token: enough to know it again, useless to whoever reads the database."""
    return hashlib.sha256(token.encode()).hexdigest()


def veiled(text: str, secret: bytes) -> str:
    """A name or an address so changed that only equality is left of it, for whoever lacks the secret."""
    return hmac.new(secret, text.encode(), hashlib.sha256).hexdigest()
