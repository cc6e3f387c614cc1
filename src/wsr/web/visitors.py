"""Who asks: an account that is signed in, or a reader, of whom nothing is known or asked."""

from fastapi import Request

from wsr.domain.accounts import Account
from wsr.web.asked import repository_of
from wsr.web.cookies import session_token


def visitor_of(request: Request) -> Account | None:
    """The account of whoever asks, looked up once a request; None for readers, without asking the database."""
    if not hasattr(request.state, "visitor"):
        token = session_token(request)
        request.state.visitor = repository_of(request).accounts.signed_in(token) if token else None
    return known_visitor(request)


def known_visitor(request: Request) -> Account | None:
    """The account of whoever asks, if it has been looked up."""
    visitor: Account | None = getattr(request.state, "visitor", None)
    return visitor


def without_visitor(request: Request) -> None:
    """Do not look the visitor up for this request: the database is in trouble, and the page says so."""
    if not hasattr(request.state, "visitor"):
        request.state.visitor = None
