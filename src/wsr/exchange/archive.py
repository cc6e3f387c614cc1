"""The archive around a project (.qdpx): its files by name, and what must be true of it before any is unpacked."""

import posixpath
import re
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from wsr.domain.qda import Finding
from wsr.errors import ProjectUnreadable

MOST_MEMBERS = 100_000
MOST_BYTES = 4_000_000_000
"""Of all members together, unpacked."""
MOST_MEMBER_BYTES = 1_000_000_000
"""Of one member; the project of 100,000 selections has a tenth of it."""
MOST_TEXT_BYTES = 100_000_000
"""Of one text, which is read whole."""
MOST_RATIO = 250
"""Unpacked to packed bytes of one member; texts and XML come to 5 or 20."""
_RATIO_FROM = 1_000_000
"""Bytes up to which the ratio of a member does not matter."""

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DRIVE = re.compile(r"[A-Za-z]:")
_INTERNAL = "internal://"


class Archive:
    """An opened archive. Use in a `with` block."""

    def __init__(self, file: IO[bytes]) -> None:
        """Raises ProjectUnreadable: not_zip."""
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError) as error:
            raise ProjectUnreadable("not_zip", "The file is not a ZIP archive, or a broken one.") from error
        self._by_name = {member.filename: member for member in self._zip.infolist()}
        self._by_ending = {posixpath.basename(name).casefold(): name for name in reversed(self._by_name)}

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def dangers(self) -> Iterator[Finding]:
        """What speaks against unpacking anything of it."""
        members = self._zip.infolist()
        if len(members) > MOST_MEMBERS:
            yield _finding("too_many_members", f"The archive holds {len(members):,} files.")
            return
        if sum(member.file_size for member in members) > MOST_BYTES:
            yield _finding("too_large", f"The archive holds more than {MOST_BYTES:,} bytes unpacked.")
        for name, times in Counter(member.filename for member in members).items():
            if times > 1:
                yield _finding("duplicate_member", f"The archive holds {name} {times} times.", name)
        for member in members:
            yield from _dangers_of(member)

    def projects(self) -> list[str]:
        """The names of the project files (*.qde) outside any folder."""
        return [name for name in self._by_name if "/" not in name and name.lower().endswith(".qde")]

    def names(self) -> list[str]:
        """The names of all files, without folders."""
        return [name for name, member in self._by_name.items() if not member.is_dir()]

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """A member, to be read piece by piece in a `with` block. Raises ProjectUnreadable: damaged_member."""
        damaged = ProjectUnreadable("damaged_member", f"{name} in the archive is damaged.")
        try:
            opened = self._zip.open(self._by_name[name])
        except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError) as error:
            raise damaged from error  # a place before the file, a method or a lock that nothing here knows
        try:
            with opened as member:
                yield member
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise damaged from error

    def text(self, name: str) -> bytes:
        """A member whole. Raises ProjectUnreadable: too_large, damaged_member."""
        if self._by_name[name].file_size > MOST_TEXT_BYTES:
            raise ProjectUnreadable("too_large", f"{name} has more than {MOST_TEXT_BYTES:,} bytes.")
        with self.open(name) as member:
            return member.read()

    def member(self, path: str) -> str | None:
        """
        The file of the archive that a source names; None when there is none.

        A path outside the archive leads to the file of the same name in its folder of sources, never out of it. Where
        that folder is elsewhere, or the name is in other letters, a file is found by its last name alone.
        """
        name = path.removeprefix(_INTERNAL)
        if name == path:
            name = posixpath.basename(path.replace("\\", "/"))
        for exact in (f"sources/{name}", f"Sources/{name}"):
            if exact in self._by_name:
                return exact
        return self._by_ending.get(posixpath.basename(name).casefold())


def is_internal(path: str) -> bool:
    """Whether a path names a file of the archive."""
    return path.startswith(_INTERNAL)


def escapes(path: str) -> bool:
    """Whether a path leads out of the folder that it is relative to."""
    path = path.removeprefix(_INTERNAL).replace("\\", "/")
    return path.startswith("/") or bool(_DRIVE.match(path)) or ".." in path.split("/") or "\0" in path


def _dangers_of(member: zipfile.ZipInfo) -> Iterator[Finding]:
    name = member.filename
    if escapes(name) or escapes(member.orig_filename):
        yield _finding("path_escapes", f"The name {name!r} leads out of the archive.", name)
    if stat.S_ISLNK(member.external_attr >> 16):
        yield _finding("link", f"{name} is a link to another file.", name)
    if member.flag_bits & 1:
        yield _finding("encrypted", f"{name} is encrypted.", name)
    if member.compress_type not in _METHODS:
        yield _finding("compression", f"{name} is packed in a way that few programs can unpack.", name)
    if member.file_size > MOST_MEMBER_BYTES:
        yield _finding("too_large", f"{name} has more than {MOST_MEMBER_BYTES:,} bytes unpacked.", name)
    if member.file_size > _RATIO_FROM and member.file_size > MOST_RATIO * max(member.compress_size, 1):
        yield _finding(
            "bomb", f"{name} unpacks to {member.file_size:,} bytes, as only a ZIP bomb does.", name
        )


def _finding(reason: str, sentence: str, member: str | None = None) -> Finding:
    return Finding(reason=reason, sentence=sentence, member=member)
