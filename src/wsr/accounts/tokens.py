"""Tokens: random words in a cookie, of which only a digest is kept, and what is derived from them."""

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


def form_token(token: str) -> str:
    """What a form of ours carries to show that it was given to the holder of the cookie."""
    return hmac.new(token.encode(), b"wsr form", hashlib.sha256).hexdigest()


def is_form_token(given: str, token: str) -> bool:
    """Whether a form carries what was derived from the cookie; compared in constant time."""
    return hmac.compare_digest(given.encode(), form_token(token).encode())


def veiled(text: str, secret: bytes) -> str:
    """A name or an address so changed that only equality is left of it, for whoever lacks the secret."""
    return hmac.new(secret, text.encode(), hashlib.sha256).hexdigest()
