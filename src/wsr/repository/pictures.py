"""Pictures of pages, drawn in the sandbox and kept on disk."""

import os
from pathlib import Path
from threading import Lock

from wsr.ingest.sandbox import Sandbox
from wsr.settings import Settings


class Pictures:
    """A folder of drawn pages; the process that draws is started with the first page."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self._folder = folder
        self._settings = settings
        self._sandbox: Sandbox | None = None
        self._guard = Lock()

    def page(self, path: Path, sha256: str, number: int) -> bytes:
        """The WebP picture of a page of a file. Raises Rejected when it cannot be drawn within the limits."""
        kept = self._folder / sha256[:2] / sha256 / f"{number}-{self._settings.page_picture_dpi}.webp"
        try:
            return kept.read_bytes()
        except FileNotFoundError:
            pass
        with self._guard:
            if self._sandbox is None:
                self._sandbox = Sandbox(self._settings, jobs=1).__enter__()
            picture = self._sandbox.picture(path, number, self._settings.page_picture_dpi)
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
