"""From an error to an answer: one table of statuses, a page for people, problem+json for programs."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from wsr.errors import (
    AccessError,
    AccountError,
    AccountExists,
    AccountNotFound,
    BodyTooLarge,
    Busy,
    DecisionRefused,
    ExtractNotFound,
    IndexUnavailable,
    NotSignedIn,
    PageNotFound,
    QueryError,
    ReviewNotFound,
    StoreUnavailable,
    TooOften,
    UnknownBody,
    UnknownCoder,
    WrongPassword,
    WsrError,
)
from wsr.web.addresses import here, sign_in_address
from wsr.web.conditional import answer
from wsr.web.plain import ErrorPage
from wsr.web.problems import PROBLEM_JSON, Problem, WrongParameter
from wsr.web.templating import language_of, render
from wsr.web.visitors import without_visitor
from wsr.web.wording import Wording, wording

STATUS: dict[type[WsrError], int] = {
    ReviewNotFound: 404,
    PageNotFound: 404,
    UnknownCoder: 404,
    ExtractNotFound: 404,
    DecisionRefused: 400,
    QueryError: 400,
    IndexUnavailable: 503,
    StoreUnavailable: 503,
    Busy: 503,
    AccountError: 400,
    AccountExists: 409,
    AccountNotFound: 404,
    WrongPassword: 403,
    TooOften: 429,
    AccessError: 403,
    UnknownBody: 415,
    BodyTooLarge: 413,
    WsrError: 500,
}
"""The status of each error; a class that is not in it has that of its nearest ancestor."""

RETRY_SECONDS = "30"


def handle_errors(app: FastAPI) -> None:
    """Makes every error of the application an answer in the form that its reader understands."""
    app.add_exception_handler(WsrError, _wsr_error)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _wrong_parameters)
    app.add_exception_handler(Exception, _unforeseen)


def status_of(error: WsrError) -> int:
    """The status that an error is answered with."""
    return next(STATUS[ancestor] for ancestor in type(error).__mro__ if ancestor in STATUS)


def waiting(error: WsrError) -> dict[str, str]:
    """The header that says when to ask again, for those errors that pass."""
    if isinstance(error, TooOften):
        return {"Retry-After": str(error.seconds)}
    return {"Retry-After": RETRY_SECONDS} if status_of(error) == HTTPStatus.SERVICE_UNAVAILABLE else {}


def answer_error(request: Request, error: WsrError) -> Response:
    """The answer to what went wrong; a reader of a page who must sign in is led to the form and back."""
    is_page = request.method == "GET" and not request.url.path.startswith("/api/")
    if isinstance(error, NotSignedIn) and is_page:
        address = sign_in_address(language_of(request), here(request))
        return RedirectResponse(address, status_code=303, headers={"Cache-Control": "no-store"})
    said = error.message.said(wording(language_of(request)).gettext)
    return _answer(request, status_of(error), said, headers=waiting(error))


def _wsr_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, WsrError)
    return answer_error(request, error)


def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _answer(request, error.status_code, "", headers=dict(error.headers or {}))


def _wrong_parameters(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    wrong = [
        WrongParameter(name=".".join(str(part) for part in item["loc"][1:]), detail=item["msg"])
        for item in error.errors()
    ]
    say_in = wording(language_of(request))
    names = [_with_bound(say_in, one.name, item) for one, item in zip(wrong, error.errors(), strict=True)]
    return _answer(request, 422, "", wrong, names=names)


def _with_bound(say_in: Wording, name: str, fault: Mapping[str, Any]) -> str:
    """A parameter by its name, with the bound that it is beyond: “width (at most 200)”."""
    bounds = fault.get("ctx", {})
    if "ge" in bounds:
        return say_in.gettext("%(name)s (at least %(number)s)") % {"name": name, "number": bounds["ge"]}
    if "le" in bounds:
        return say_in.gettext("%(name)s (at most %(number)s)") % {"name": name, "number": bounds["le"]}
    return name


def _unforeseen(request: Request, error: Exception) -> Response:
    return _answer(request, 500, "")


def _answer(
    request: Request,
    status: int,
    detail: str,
    wrong: list[WrongParameter] | None = None,
    headers: dict[str, str] | None = None,
    names: Sequence[str] = (),
) -> Response:
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        without_visitor(request)
    page = ErrorPage.of(wording(language_of(request)), status, detail, names)
    if request.url.path.startswith("/api/"):
        problem = Problem(
            title=HTTPStatus(status).phrase, status=status, detail=page.detail, parameters=wrong or []
        )
        response = answer(request, problem.model_dump_json().encode(), PROBLEM_JSON, status)
    else:
        response = render(request, page, status)
    response.headers.update(headers or {})
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = RETRY_SECONDS
    return response
