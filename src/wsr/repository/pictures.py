"""Pictures of pages, drawn in the sandbox and kept on disk."""

import logging
import os
from pathlib import Path
from threading import Lock

from wsr.errors import Message, PageNotFound, Rejected
from wsr.ingest.sandbox import Sandbox
from wsr.settings import Settings

log = logging.getLogger(__name__)


class Pictures:
    """A folder of drawn pages; the process that draws is started with the first page."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self._folder = folder
        self._settings = settings
        self._sandbox: Sandbox | None = None
        self._guard = Lock()

    def page(self, path: Path, sha256: str, number: int) -> bytes:
        """The WebP picture of a page of a file. Raises PageNotFound when it cannot be drawn within the limits."""
        kept = self._folder / sha256[:2] / sha256 / f"{number}-{self._settings.page_picture_dpi}.webp"
        try:
            return kept.read_bytes()
        except FileNotFoundError:
            pass
        with self._guard:
            if self._sandbox is None:
                self._sandbox = Sandbox(self._settings, jobs=1).__enter__()
            picture = _drawn(self._sandbox, path, number, self._settings.page_picture_dpi)
        kept.parent.mkdir(parents=True, exist_ok=True)
        temporary = kept.with_suffix(f".{os.getpid()}")
        temporary.write_bytes(picture)
        temporary.rename(kept)
        return picture

    def close(self) -> None:
        """Stop the process that draws."""
        with self._guard:
            if self._sandbox is not None:
                self._sandbox.__exit__(None, None, None)
                self._sandbox = None


def _drawn(sandbox: Sandbox, path: Path, number: int, dpi: int) -> bytes:
    """The picture; why there is none is for the keepers of the repository, in the log."""
    try:
        return sandbox.picture(path, number, dpi)
    except Rejected as refusal:
        log.warning("Page %s of %s cannot be drawn: %s", number, path, refusal)
        raise PageNotFound(
            Message(
                "There is no picture of this page: its file cannot be drawn. Read its text in the review."
            )
        ) from refusal
