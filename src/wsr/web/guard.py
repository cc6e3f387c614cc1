"""
The guard before everything that changes something: the request must come from a page of ours (RELIABILITY S3).

Sec-Fetch-Site: same-origin or none | else Origin: ours | else a form with the token of its cookie, or JSON

A browser that sends neither header is an old one; another website cannot make even such a browser send JSON,
nor read the cookie that the token is derived from.
"""

from urllib.parse import parse_qsl

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from wsr.errors import BodyTooLarge, ForeignRequest, Message, UnknownBody, WsrError
from wsr.web.cookies import holds_form_token
from wsr.web.errors import answer_error
from wsr.web.headers import App, Receive, Send
from wsr.web.headers import Message as Event

SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
"""Methods that change nothing; no handler of them may."""

LARGEST_BODY = 1_000_000
"""Bytes of a form or of JSON."""

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"

FORM_TOKEN = "form_token"  # noqa: S105 - the name of a field, not a secret
"""The hidden field that `_fields.html` puts into each form."""


class OwnRequests:
    """Lets requests that may change something through only from pages of ours, whole and of bounded size."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Event, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it before any handler sees it."""
        if scope["type"] != "http" or scope["method"] in SAFE:
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        try:
            body = await _body(request)
            require_own(request, body)
        except WsrError as error:
            response = await run_in_threadpool(answer_error, request, error)
            await response(scope, receive, send)
        except ClientDisconnect:
            return
        else:
            await self._app(scope, _again(body, receive), send)


def require_own(request: Request, body: bytes) -> None:
    """Nothing for a request of a page of ours. Raises UnknownBody or ForeignRequest."""
    kind = media_type(request)
    if body and kind not in (FORM, JSON):
        raise UnknownBody
    own = _is_own(request)
    if own is None:
        own = kind == JSON or (kind == FORM and holds_form_token(request, _token_in(body)))
    if not own:
        raise ForeignRequest(
            Message(
                "This was not sent by a page of this website, or the page was too old. "
                "Open the page again and repeat it."
            )
        )


def media_type(request: Request) -> str:
    """The media type of what was sent, without its parameters."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def _is_own(request: Request) -> bool | None:
    """What the browser says of where a request comes from; None when it says nothing."""
    headers = request.headers
    if "sec-fetch-site" in headers:
        return headers["sec-fetch-site"] in ("same-origin", "none")
    if "origin" in headers:
        return headers["origin"] == f"{request.url.scheme}://{request.url.netloc}"
    return None


def _token_in(body: bytes) -> str:
    return dict(parse_qsl(body.decode("utf-8", "replace"))).get(FORM_TOKEN, "")


async def _body(request: Request) -> bytes:
    kept = bytearray()
    async for chunk in request.stream():
        kept += chunk
        if len(kept) > LARGEST_BODY:
            raise BodyTooLarge(Message("What was sent is too large. Send less."))
    return bytes(kept)


def _again(body: bytes, receive: Receive) -> Receive:
    """Gives the body that was read, then whatever else comes."""
    given = False

    async def receive_again() -> Event:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive_again
