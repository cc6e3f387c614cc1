"""The limits of one page, counted while it is read."""

from wsr.errors import Rejected
from wsr.settings import Settings

MAX_FORM_CALLS = 10_000
"""A page that calls more forms than this is built to exhaust its reader; real pages call a few hundred."""


class PageBudget:
    """
    What one page may still cost; each method raises Rejected (too_large) when the page asks for more.

    Source: DESIGN.md decision 3; the smallest known killers are pages of a few kilobytes.
    """

    def __init__(self, settings: Settings, page: int) -> None:
        self._settings = settings
        self._page = page
        self._decoded: dict[int | None, int] = {}
        self._glyphs = 0
        self._calls = 0

    def decode(self, stream: int | None, size: int) -> None:
        """Count the decoded bytes of a content stream; a stream used twice counts once."""
        self._decoded[stream] = size
        if sum(self._decoded.values()) > self._settings.max_page_bytes:
            raise self._too_large(f"more than {self._settings.max_page_bytes:,} bytes of content")

    def show(self, glyphs: int) -> None:
        """Count glyphs shown."""
        self._glyphs += glyphs
        if self._glyphs > self._settings.max_page_glyphs:
            raise self._too_large(f"more than {self._settings.max_page_glyphs:,} characters")

    def call_form(self, depth: int) -> None:
        """Count a form called inside *depth* others."""
        self._calls += 1
        if depth > self._settings.max_form_depth:
            raise self._too_large(f"forms nested more than {self._settings.max_form_depth} deep")
        if self._calls > MAX_FORM_CALLS:
            raise self._too_large(f"more than {MAX_FORM_CALLS:,} calls of forms")

    def _too_large(self, what: str) -> Rejected:
        return Rejected(
            "too_large",
            f"Page {self._page} holds {what}, more than is read. Print the file to a new PDF and try that.",
        )
