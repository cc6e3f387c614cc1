"""Answers that a reader's own cache may keep and ask about, and nobody else's may."""

import hashlib

from fastapi import Request, Response

from wsr.web.visitors import known_visitor

PRIVATE = "private, no-cache"
"""Text of reviews stays out of shared caches, and a private one asks each time (RELIABILITY D2)."""

PERSONAL = "private, no-store"
"""What was answered to somebody signed in stays in no cache at all."""


def answer(
    request: Request, body: bytes, media_type: str, status: int = 200, headers: dict[str, str] | None = None
) -> Response:
    """
    The body with a strong ETag; 304 without a body when the reader has just that; errors get no ETag.

    Nor does what is answered to somebody known to be signed in, which is not kept.
    """
    if known_visitor(request):
        return Response(body, status, {**(headers or {}), "Cache-Control": PERSONAL}, media_type)
    if status != 200:
        return Response(body, status, {"Cache-Control": "no-store", **(headers or {})}, media_type)
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"Cache-Control": PRIVATE, "ETag": tag, **(headers or {})}
    if holds(request, tag):
        return Response(status_code=304, headers=headers)
    return Response(body, status, headers, media_type)


def holds(request: Request, tag: str) -> bool:
    """Whether If-None-Match names the tag; a weak comparison, as RFC 9110 asks for that header."""
    named = request.headers.get("if-none-match", "")
    return named.strip() == "*" or tag in (item.strip().removeprefix("W/") for item in named.split(","))
