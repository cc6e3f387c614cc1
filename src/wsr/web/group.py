"""A group of recommendations that repeat each other: seen by anyone, confirmed, split and joined by curators."""

from contextlib import suppress
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import RedirectResponse

from wsr.domain.references import ReviewKey
from wsr.errors import DecisionRefused, IndexUnavailable, NoteTooLong, PageNotFound, ReviewNotFound
from wsr.repository.group_records import confirm, split, withdraw_record
from wsr.repository.grouped import place_of
from wsr.repository.register import recommendation_at
from wsr.repository.regrouping import PATIENCE
from wsr.repository.repository import Repository
from wsr.web.addresses import group_address
from wsr.web.asked import NumberDep, RepositoryDep, SlugDep
from wsr.web.forms import posted
from wsr.web.group_forms import JoinForm, RecordForm, Says
from wsr.web.group_page import Asked, Said, asked_for, group_context
from wsr.web.roles import CuratorDep, anyone
from wsr.web.templating import language_of, render
from wsr.web.wording import wording

router = APIRouter()

PATH = "/learning/groups/{slug}/{key}"

_AFTER_RECORDING = 5.0
"""Seconds that a curator waits to see what a record has changed."""


@router.get(PATH)
@anyone
def group_page(
    request: Request,
    slug: SlugDep,
    key: str,
    repository: RepositoryDep,
    said: Annotated[Said, Query()] = Said.NOTHING,
) -> Response:
    """
    The group that a recommendation is in now.

    Its address is that of its first member; the addresses of the others lead there. One that is in none says so.
    """
    language, asked = language_of(request), _asked(repository, slug, key)
    if asked.place != (slug, key):
        return RedirectResponse(group_address(language, asked.place, said), status_code=302)
    return render(request, group_context(wording(language), language, asked, said=said))


@router.post(PATH + "/records")
def record(
    request: Request,
    slug: SlugDep,
    key: str,
    account: CuratorDep,
    repository: RepositoryDep,
    form: Annotated[RecordForm, Depends(posted(RecordForm))],
) -> Response:
    """Keeps what somebody says of the members; or the page with what is wrong."""
    language, asked = language_of(request), _asked(repository, slug, key)
    errors = form.errors(wording(language))
    if not errors:
        try:
            _keep(repository, form, account.name)
        except (DecisionRefused, PageNotFound, ReviewNotFound) as error:
            field = "note" if isinstance(error, NoteTooLong) else "says-all"
            errors = {field: error.message.said(wording(language).gettext)}
    if errors:
        page = group_context(wording(language), language, asked, record_form=form, errors=errors)
        return render(request, page, 400)
    return _go(request, repository, form.stay[0], Said.SPLIT if form.splits else Said.CONFIRMED)


@router.post(PATH + "/join")
def join(
    request: Request,
    slug: SlugDep,
    key: str,
    account: CuratorDep,
    repository: RepositoryDep,
    form: Annotated[JoinForm, Depends(posted(JoinForm))],
) -> Response:
    """Joins the group with another, or with one recommendation; or the page with what is wrong."""
    language, asked = language_of(request), _asked(repository, slug, key)
    errors = form.errors(wording(language))
    if not errors and form.other:
        try:
            others = _asked(repository, *form.other).members
            confirm(repository, [*form.members, *map(place_of, others)], account.name, form.why)
        except (DecisionRefused, PageNotFound, ReviewNotFound) as error:
            field = "why" if isinstance(error, NoteTooLong) else "address"
            errors = {field: error.message.said(wording(language).gettext)}
    if errors:
        page = group_context(wording(language), language, asked, join_form=form, errors=errors)
        return render(request, page, 400)
    return _go(request, repository, asked.place, Said.JOINED)


@router.post(PATH + "/records/{number}/withdraw")
def withdraw(
    request: Request,
    slug: SlugDep,
    key: str,
    number: NumberDep,
    account: CuratorDep,
    repository: RepositoryDep,
) -> Response:
    """Withdraws a record; that it was made stays to be seen."""
    language, asked = language_of(request), _asked(repository, slug, key)
    try:
        withdraw_record(repository, number, account.name)
    except DecisionRefused as error:
        errors = {"records": error.message.said(wording(language).gettext)}
        return render(request, group_context(wording(language), language, asked, errors=errors), 400)
    return _go(request, repository, asked.place, Said.WITHDRAWN)


def _asked(repository: Repository, slug: str, key: str) -> Asked:
    """What is known of a recommendation. Raises ReviewNotFound or PageNotFound."""
    review, made = recommendation_at(repository, slug, key)
    return asked_for(review, made, repository.regrouping.known(PATIENCE))


def _keep(repository: Repository, form: RecordForm, person: str) -> None:
    if form.splits:
        split(repository, form.ticked, form.left, person, form.note, together=form.says is Says.OWN)
    else:
        confirm(repository, form.stay, person, form.note)


def _go(request: Request, repository: Repository, place: ReviewKey, said: Said) -> Response:
    """To the page of the group that a recommendation is in now, once that is known: what was recorded is kept by then."""
    with suppress(IndexUnavailable):
        repository.regrouping.known(_AFTER_RECORDING)
    address = group_address(language_of(request), place, said)
    return RedirectResponse(address, status_code=303, headers={"Cache-Control": "no-store"})
