"""Signing in and out, and the account of whoever is signed in."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, Field

from wsr.domain.accounts import Account
from wsr.domain.kinds import Language
from wsr.errors import AccessError, AccountError, Message, WeakPassword
from wsr.web import labels
from wsr.web.addresses import local_address
from wsr.web.asked import RepositoryDep
from wsr.web.cookies import (
    form_secret,
    give_form_secret,
    give_session,
    is_private,
    new_form_secret,
    session_token,
    take_session,
)
from wsr.web.errors import status_of, waiting
from wsr.web.forms import posted, sent_on
from wsr.web.roles import CuratorDep, anyone
from wsr.web.templating import Page, language_of, render, told
from wsr.web.visitors import visitor_of
from wsr.web.wording import Wording, say, titled, wording

router = APIRouter()

Errors = dict[str, str]
"""What is wrong with a form: the id of a field and a sentence, in the order of the form."""


class SignInForm(BaseModel):
    """The form for signing in, as it is sent."""

    name: str = ""
    password: str = Field(default="", repr=False)
    next: str = ""


class PasswordForm(BaseModel):
    """The form for another password, as it is sent."""

    present: str = Field(default="", repr=False)
    new: str = Field(default="", repr=False)
    again: str = Field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class SignInPage(Page):
    """The form for signing in, with what was wrong with it."""

    template: ClassVar[str] = "sign_in.html"

    private: bool = told("False when others could read the password on its way: then there is no form.")
    name: str = told("The name as it was sent.")
    next: str = told("Where signing in leads.")
    errors: Errors = told("What is wrong: the field and a sentence each.")


@dataclass(frozen=True, kw_only=True)
class AccountPage(Page):
    """Who is signed in, and the form for another password."""

    template: ClassVar[str] = "account.html"

    name: str = told("The name that is typed to sign in.")
    display_name: str = told("How the person is named on pages.")
    role: str = told("What the account may do, in words.")
    changed: bool = told("True when the password has just been changed.")
    errors: Errors = told("What is wrong with the form: the field and a sentence each.")


@router.get("/sign-in")
@anyone
def sign_in_page(request: Request, next: str = "") -> Response:
    """The form for signing in; whoever is signed in already is led on."""
    after = local_address(next, language_of(request))
    if visitor_of(request):
        return sent_on(after)
    return _sign_in_form(request, SignInForm(next=after), {})


@router.post("/sign-in")
@anyone
def sign_in(
    request: Request, repository: RepositoryDep, form: Annotated[SignInForm, Depends(posted(SignInForm))]
) -> Response:
    """A new session in a cookie, or the form with what is wrong."""
    if not is_private(request):
        raise AccessError(
            Message("Nobody can sign in at this address, because others could read the password on its way.")
        )
    form.next = local_address(form.next, language_of(request))
    missing = _missing(wording(language_of(request)), form)
    if missing:
        return _sign_in_form(request, form, missing, 400)
    try:
        token = repository.accounts.sign_in(
            form.name, form.password, _address(request), earlier=session_token(request)
        )
    except AccountError as error:
        return _waiting(
            _sign_in_form(request, form, {"name": _said(request, error)}, status_of(error)), error
        )
    response = sent_on(form.next)
    give_session(request, response, token)
    return response


@router.post("/sign-out")
@anyone
def sign_out(request: Request, repository: RepositoryDep) -> Response:
    """The session ends, here and in the database."""
    token = session_token(request)
    if token:
        repository.accounts.sign_out(token)
    response = sent_on(f"/{language_of(request)}/")
    take_session(request, response)
    return response


@router.get("/account")
def account_page(request: Request, account: CuratorDep, changed: bool = False) -> Response:
    """The account of whoever is signed in."""
    return render(request, _account(language_of(request), account, {}, changed))


@router.post("/account")
def change_password(
    request: Request,
    account: CuratorDep,
    repository: RepositoryDep,
    form: Annotated[PasswordForm, Depends(posted(PasswordForm))],
) -> Response:
    """Another password and another session, or the form with what is wrong."""
    language, token = language_of(request), session_token(request) or ""
    if form.new != form.again:
        differ = wording(language).gettext("The two new passwords are not the same. Type the new one twice.")
        return render(request, _account(language, account, {"again": differ}), 400)
    try:
        renewed = repository.accounts.change_password(token, form.present, form.new, _address(request))
    except AccountError as error:
        field = "new" if isinstance(error, WeakPassword) else "present"
        page = _account(language, account, {field: _said(request, error)})
        return _waiting(render(request, page, status_of(error)), error)
    response = sent_on(f"/{language}/account?changed=true")
    give_session(request, response, renewed)
    return response


def _sign_in_form(request: Request, form: SignInForm, errors: Errors, status: int = 200) -> Response:
    say_in, private = wording(language_of(request)), is_private(request)
    title = say_in.gettext("Sign in")
    secret = new_form_secret(request) if private and form_secret(request) is None else None
    page = SignInPage(
        title=titled(say_in, title, errors),
        private=private,
        name=form.name,
        next=form.next,
        errors=errors,
    )
    response = render(request, page, status)
    response.headers["Cache-Control"] = "private, no-store"
    if secret:
        give_form_secret(request, response, secret)
    return response


def _missing(say_in: Wording, form: SignInForm) -> Errors:
    wanted = {
        "name": (form.name.strip(), say_in.gettext("Enter your name.")),
        "password": (form.password, say_in.gettext("Enter your password.")),
    }
    return {field: sentence for field, (value, sentence) in wanted.items() if not value}


def _account(language: Language, account: Account, errors: Errors, changed: bool = False) -> AccountPage:
    say_in = wording(language)
    title = say_in.gettext("Your account")
    return AccountPage(
        title=titled(say_in, title, errors),
        name=account.name,
        display_name=account.display_name,
        role=say(say_in, labels.ACCOUNT_ROLES, account.role),
        changed=changed,
        errors=errors,
    )


def _said(request: Request, error: AccountError) -> str:
    return error.message.said(wording(language_of(request)).gettext)


def _waiting(response: Response, error: AccountError) -> Response:
    response.headers.update(waiting(error))
    return response


def _address(request: Request) -> str:
    """Where a request comes from: the address that the proxy in front names, when there is one."""
    return request.client.host if request.client else ""
