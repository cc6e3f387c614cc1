"""
Who may use a route. Every route says it, in one of three ways, or the application does not start:

    @anyone above its handler    a reader without an account
    CuratorDep in its signature  somebody signed in
    AdminDep in its signature    somebody signed in as administrator
"""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from wsr.domain.accounts import Account, AccountRole
from wsr.errors import Message, NotAllowed, NotSignedIn
from wsr.web.visitors import visitor_of

Handler = TypeVar("Handler", bound=Callable[..., Any])

_FOR_ANYONE = "wsr_for_anyone"


class Access(StrEnum):
    """Who may use a route."""

    ANYONE = "anyone"
    CURATOR = "curator"
    ADMIN = "admin"


def anyone(handler: Handler) -> Handler:
    """The handler, marked as one that readers without an account may use."""
    vars(handler)[_FOR_ANYONE] = True
    return handler


def require_curator(request: Request) -> Account:
    """The account of whoever is signed in. Raises NotSignedIn, which leads readers of pages to the form."""
    visitor = visitor_of(request)
    if visitor is None:
        raise NotSignedIn
    return visitor


def require_admin(request: Request) -> Account:
    """The account of the administrator who is signed in. Raises NotSignedIn or NotAllowed."""
    visitor = require_curator(request)
    if visitor.role is not AccountRole.ADMIN:
        raise NotAllowed(
            Message("Your account does not allow this. Ask an administrator of this repository.")
        )
    return visitor


CuratorDep = Annotated[Account, Depends(require_curator)]
AdminDep = Annotated[Account, Depends(require_admin)]


def access_of(route: object) -> Access:
    """Who may use a route, as it says itself. Raises TypeError when it says nothing, or two things."""
    if not isinstance(route, APIRoute):
        raise TypeError(f"{route!r} cannot say who may use it: give the application routes of its own.")
    calls = set(_calls(route.dependant))
    declared = [
        access
        for access, said in (
            (Access.ANYONE, _FOR_ANYONE in vars(route.endpoint)),
            (Access.CURATOR, require_curator in calls),
            (Access.ADMIN, require_admin in calls),
        )
        if said
    ]
    if len(declared) != 1:
        raise TypeError(f"{route.path} must say who may use it, once: @anyone, CuratorDep or AdminDep.")
    return declared[0]


def _calls(dependant: Dependant) -> Iterator[Callable[..., Any] | None]:
    for dependency in dependant.dependencies:
        yield dependency.call
        yield from _calls(dependency)
