"""
The generations of the index on disk, of which one is current.

    index/CURRENT                    the number of the current generation and the digest of its manifest
    index/generations/17/            Whoosh's files, the columns of each segment, manifest.json
    index/writer.lock                held by the one process that writes

A generation never changes once it is current: a commit makes the next one, which shares by hard links the files
that stay the same, and CURRENT is replaced in one step. So a reader sees all of a commit or nothing of it, and
a writer that fails or is killed leaves the index as it was. Every file is in the manifest with its digest.
"""

import contextlib
import fcntl
import hashlib
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import ValidationError

from wsr.domain.record import Record
from wsr.errors import Busy, IndexUnavailable, Message
from wsr.index.state import changed, missing, of_another_version, unreadable

_MANIFEST = "manifest.json"
_CHUNK = 1 << 20

_TRIES = 10
"""How often a generation may be replaced while it is being read."""

_Used = TypeVar("_Used")


class Manifest(Record):
    """What a generation consists of."""

    schema_version: int
    reviews: dict[str, str]
    """The reviews held, each with the fingerprint of what was indexed."""
    files: dict[str, str]
    """Every file with the digest of its content."""


class Generation(NamedTuple):
    """The current generation, as its manifest describes it."""

    number: int
    folder: Path
    digest: str
    manifest: Manifest

    @property
    def version(self) -> str:
        """A name that no other content of the index has had."""
        return f"{self.number}-{self.digest[:8]}"


class _Pointer(NamedTuple):
    """What CURRENT says."""

    number: int
    digest: str


def on_current(index: Path, schema_version: int, use: Callable[[Generation], _Used]) -> _Used:
    """
    What `use` gives of the current generation; it is asked again when a newer one took its place meanwhile.

    Raises:
        Unusable: There is no generation, it is damaged, or it is of another schema.
        IndexUnavailable: `use` raised it.
    """
    for _ in range(_TRIES):
        pointer = _read_pointer(index)
        try:
            return use(_read_generation(index, pointer, schema_version))
        except IndexUnavailable:
            if _read_pointer(index) == pointer:
                raise
    raise IndexUnavailable(Message("The search index changes too fast to be read. Try again in a moment."))


def verify(generation: Generation, known: set[tuple[str, str]]) -> None:
    """
    Compares every file of a generation with its digest; what is good is added to `known` and not read again.

    Raises:
        Unusable: A file is missing or has changed.
    """
    for name, digest in generation.manifest.files.items():
        if (name, digest) in known:
            continue
        try:
            actual = _digest_of(generation.folder / name)
        except OSError as error:
            raise unreadable(name) from error
        if actual != digest:
            raise changed(name)
        known.add((name, digest))


@contextlib.contextmanager
def writing(index: Path, wait_seconds: float) -> Iterator[None]:
    """
    Holds the index for writing; other processes wait, readers do not notice.

    Raises:
        Busy: Another process still writes after `wait_seconds`.
        IndexUnavailable: The folder cannot be written.
    """
    with contextlib.ExitStack() as stack:
        try:
            index.mkdir(parents=True, exist_ok=True)
            lock = stack.enter_context((index / "writer.lock").open("ab"))
        except OSError as error:
            raise IndexUnavailable(
                Message(
                    "The search index in %(folder)s cannot be written: %(fault)s.",
                    folder=str(index),
                    fault=str(error.strerror),
                )
            ) from error
        _acquire(lock.fileno(), wait_seconds)
        yield


def begin(index: Path, previous: Generation | None) -> Path:
    """A new folder for the next generation, with the files of the previous one linked into it."""
    generations = index / "generations"
    generations.mkdir(exist_ok=True)
    number = max([previous.number if previous else 0, *_numbers(generations)]) + 1
    folder = generations / str(number)
    folder.mkdir()
    for name in previous.manifest.files if previous else ():
        assert previous is not None
        _link(previous.folder / name, folder / name)
    return folder


def publish(folder: Path, previous: Generation | None, schema_version: int, reviews: dict[str, str]) -> None:
    """Writes the manifest of a finished generation, makes it current and removes all others."""
    known = previous.manifest.files if previous else {}
    names = sorted(path.name for path in folder.iterdir() if path.is_file() and _is_kept(path.name))
    files = {name: known.get(name) or _digest_of(folder / name, sync=True) for name in names}
    manifest = Manifest(schema_version=schema_version, reviews=reviews, files=files)
    content = manifest.model_dump_json().encode()
    _write_synced(folder / _MANIFEST, content)
    _sync_folder(folder)
    index = folder.parent.parent
    _sync_folder(folder.parent)
    _write_synced(index / "CURRENT.new", f"{folder.name} {_digest_of_bytes(content)}\n".encode("ascii"))
    (index / "CURRENT.new").replace(index / "CURRENT")
    _sync_folder(index)
    discard_others(index, keep=folder)


def discard_others(index: Path, keep: Path | None) -> None:
    """Removes every generation but one; readers that have them open can go on reading."""
    for folder in (index / "generations").iterdir():
        if folder != keep:
            shutil.rmtree(folder, ignore_errors=True)


def _read_pointer(index: Path) -> _Pointer:
    try:
        number, digest = (index / "CURRENT").read_text(encoding="ascii").split()
        return _Pointer(int(number), digest)
    except FileNotFoundError as error:
        if not (index / "generations").exists():
            raise missing() from error
        raise unreadable("CURRENT") from error
    except (OSError, ValueError) as error:
        raise unreadable("CURRENT") from error


def _read_generation(index: Path, pointer: _Pointer, schema_version: int) -> Generation:
    folder = index / "generations" / str(pointer.number)
    try:
        content = (folder / _MANIFEST).read_bytes()
    except OSError as error:
        raise unreadable(_MANIFEST) from error
    if _digest_of_bytes(content) != pointer.digest:
        raise changed(_MANIFEST)
    try:
        manifest = Manifest.model_validate_json(content)
    except ValidationError as error:
        raise of_another_version() from error
    if manifest.schema_version != schema_version:
        raise of_another_version()
    return Generation(pointer.number, folder, pointer.digest, manifest)


def _acquire(descriptor: int, wait_seconds: float) -> None:
    deadline = time.monotonic() + wait_seconds
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() >= deadline:
                raise Busy(
                    Message("Another process is writing the search index. Try again when it has ended.")
                ) from error
            time.sleep(0.05)
        else:
            return


def _numbers(generations: Path) -> list[int]:
    return [int(folder.name) for folder in generations.iterdir() if folder.name.isdecimal()]


def _is_kept(name: str) -> bool:
    return name != _MANIFEST and not name.endswith("LOCK")


def _link(source: Path, target: Path) -> None:
    try:
        target.hardlink_to(source)
    except OSError:  # a file system without hard links
        shutil.copyfile(source, target)


def _digest_of(path: Path, sync: bool = False) -> str:
    digest = hashlib.blake2b(digest_size=16)
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
        if sync:
            os.fsync(file.fileno())
    return digest.hexdigest()


def _digest_of_bytes(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def _write_synced(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
