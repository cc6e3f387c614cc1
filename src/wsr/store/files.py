"""The original files, each under the sha256 of its bytes."""

import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from wsr.errors import Message, StoreUnavailable

_CHUNK = 1 << 20
_TAKING = ".taking"


def sha256_of(path: Path) -> str:
    """The sha256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class FileStore:
    """A folder of files named by their contents. A file is there whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path_of(self, sha256: str) -> Path:
        """Where the file with these contents lies, or would lie."""
        assert len(sha256) == 64 and sha256.isalnum(), "A sha256 names no path but its own."
        return self.folder / sha256[:2] / f"{sha256}.pdf"

    def put(self, source: Path, sha256: str) -> Path:
        """
        The stored copy of a file, on disk for good when this returns.

        It stays marked as being taken until `settle`, so that a copy whose record was never made can be told from
        one whose record is lost. Raises StoreUnavailable when the disk is full or fails, or when the bytes are no
        longer those of *sha256*; nothing is left behind then.
        """
        target = self.path_of(sha256)
        if target.exists():
            return target
        temporary = self._temporary / f"{sha256}.{os.getpid()}"
        try:
            self._temporary.mkdir(parents=True, exist_ok=True)
            target.parent.mkdir(parents=True, exist_ok=True)
            if _copy_durably(source, temporary) != sha256:
                raise StoreUnavailable(
                    Message("%(file)s changed while it was being read; ingest it again.", file=source.name)
                )
            self._mark(sha256).touch()
            temporary.rename(target)
            _sync_folder(target.parent)
            _sync_folder(self.folder)
        except OSError as error:
            raise StoreUnavailable(
                Message("%(file)s cannot be stored: %(fault)s.", file=source.name, fault=str(error.strerror))
            ) from error
        finally:
            temporary.unlink(missing_ok=True)
        return target

    def settle(self, sha256: str) -> None:
        """Say that the record of a file has been made."""
        self._mark(sha256).unlink(missing_ok=True)

    def clear_interrupted(self, recorded: Callable[[str], bool]) -> None:
        """
        Remove what an interrupted taking has left: half copies, and whole ones that never got their record.

        Args:
            recorded: whether a document has these bytes.
        """
        for left in self._temporary.glob("*"):
            if left.suffix == _TAKING and not recorded(left.stem):
                self.path_of(left.stem).unlink(missing_ok=True)
            left.unlink()

    @property
    def _temporary(self) -> Path:
        return self.folder / "tmp"

    def _mark(self, sha256: str) -> Path:
        return self._temporary / f"{sha256}{_TAKING}"

    def __iter__(self) -> Iterator[Path]:
        """Every file in the folder, also those that should not be there, in order of path."""
        return (path for path in sorted(self.folder.rglob("*")) if path.is_file())


def _copy_durably(source: Path, target: Path) -> str:
    digest = hashlib.sha256()
    with source.open("rb") as reading, target.open("wb") as writing:
        while chunk := reading.read(_CHUNK):
            digest.update(chunk)
            writing.write(chunk)
        writing.flush()
        os.fsync(writing.fileno())
    return digest.hexdigest()


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
