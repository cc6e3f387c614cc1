"""The two cookies of people who sign in, and what forms carry to match them. Readers get no cookie."""

import hashlib
import hmac
import secrets

from fastapi import Request, Response

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


def is_private(request: Request) -> bool:
    """Whether a password may be sent: over https, or within the machine itself."""
    return request.url.scheme == "https" or request.url.hostname in _LOOPBACK


def session_token(request: Request) -> str | None:
    """The token of whoever signed in with this browser."""
    return request.cookies.get(_name(request, "wsr"))


def give_session(request: Request, response: Response, token: str) -> None:
    """Put a new token into the browser's cookie, and take away that of the form."""
    _give(request, response, "wsr", token)
    _take(request, response, "wsr-form")


def take_session(request: Request, response: Response) -> None:
    """Take the cookie of a session away."""
    _take(request, response, "wsr")


def form_secret(request: Request) -> str | None:
    """The cookie that forms of this browser are matched with: of the session, or of the form for signing in."""
    return session_token(request) or request.cookies.get(_name(request, "wsr-form"))


def new_form_secret(request: Request) -> str:
    """A secret for the form that signs somebody in, who has no session yet; the form is made with it."""
    secret = secrets.token_urlsafe(32)
    request.state.form_secret = secret
    return secret


def give_form_secret(request: Request, response: Response, secret: str) -> None:
    """Put the secret of a form into a cookie."""
    _give(request, response, "wsr-form", secret)


def form_token(request: Request) -> str:
    """What a form of ours carries unseen: derived from the cookie, which another website cannot read."""
    secret = getattr(request.state, "form_secret", None) or form_secret(request)
    return _derived(secret) if secret else ""


def holds_form_token(request: Request, given: str) -> bool:
    """Whether a form carries what belongs to the cookie that came with it; compared in constant time."""
    secret = form_secret(request)
    return secret is not None and hmac.compare_digest(given.encode(), _derived(secret).encode())


def _derived(secret: str) -> str:
    return hmac.new(secret.encode(), b"wsr form", hashlib.sha256).hexdigest()


def _name(request: Request, name: str) -> str:
    """The prefix makes browsers refuse a cookie of that name that another host or plain http sets."""
    return f"__Host-{name}" if request.url.scheme == "https" else name


def _give(request: Request, response: Response, name: str, value: str) -> None:
    response.set_cookie(
        _name(request, name),
        value,
        path="/",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",
    )


def _take(request: Request, response: Response, name: str) -> None:
    full = _name(request, name)
    if full in request.cookies:
        secure = request.url.scheme == "https"
        response.delete_cookie(full, path="/", secure=secure, httponly=True, samesite="lax")
