"""What a request asks for, checked before anything is looked up with it."""

import re
from typing import Annotated

from fastapi import Depends, Request

from wsr.errors import Message, PageNotFound, ReviewNotFound
from wsr.repository.repository import Repository

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NUMBER = re.compile(r"[1-9][0-9]{0,4}")
_LONGEST_SLUG = 60


def repository_of(request: Request) -> Repository:
    """The repository that the application was made with."""
    repository: Repository = request.app.state.repository
    return repository


def checked_slug(slug: str) -> str:
    """The name of a review in an address, in lower case. Raises ReviewNotFound for what cannot be one."""
    name = slug.lower()
    if len(name) > _LONGEST_SLUG or not _SLUG.fullmatch(name):
        raise ReviewNotFound(slug[:_LONGEST_SLUG])
    return name


def checked_number(number: str) -> int:
    """The number of a page, from 1. Raises PageNotFound for what cannot be one."""
    if not _NUMBER.fullmatch(number):
        raise PageNotFound(Message("Pages are numbered 1, 2, 3 …: check the end of the address."))
    return int(number)


RepositoryDep = Annotated[Repository, Depends(repository_of)]
SlugDep = Annotated[str, Depends(checked_slug)]
NumberDep = Annotated[int, Depends(checked_number)]
