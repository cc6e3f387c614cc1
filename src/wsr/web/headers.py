"""What every response carries, errors included: the wrapper round the whole application."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

SECURITY_HEADERS: dict[str, str] = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

NOT_INDEXED = {"X-Robots-Tag": "noindex, nofollow"}


class EveryResponse:
    """
    Adds the security headers to each response, and answers HEAD as GET without the body.

    It stands outside Starlette's own error handling, so that also an unforeseen error carries the headers.
    """

    def __init__(self, app: App, public_indexing: bool) -> None:
        self._app = app
        added = SECURITY_HEADERS if public_indexing else SECURITY_HEADERS | NOT_INDEXED
        self._added = [(name.lower().encode(), value.encode()) for name, value in added.items()]

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one request through the wrapped application."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        is_head = scope["method"] == "HEAD"

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", ()), *self._added]}
            elif is_head and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self._app({**scope, "method": "GET"} if is_head else scope, receive, send_with_headers)
