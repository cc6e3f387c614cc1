"""Pieces of a file that wait on disk until their group is written; memory holds only where they are."""

from array import array
from collections.abc import Iterable, Iterator
from typing import BinaryIO

Group = tuple[str, str]


class Pieces:
    """Pieces in groups. One piece may be of several groups and is kept once; a group keeps the order of adding."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._end = 0
        self._places: dict[Group, array[int]] = {}

    def add(self, piece: bytes, groups: Iterable[Group]) -> None:
        """A piece for each of the groups: 16 bytes of memory a group."""
        self._file.write(piece)
        for group in groups:
            self._places.setdefault(group, array("Q")).extend((self._end, len(piece)))
        self._end += len(piece)

    def groups(self) -> dict[Group, int]:
        """The groups that have pieces, in the order of their first one, with how many each has."""
        return {group: len(places) // 2 for group, places in self._places.items()}

    def of(self, group: Group) -> Iterator[bytes]:
        """The pieces of a group."""
        places = iter(self._places.get(group, ()))
        for start, length in zip(places, places, strict=True):
            self._file.seek(start)
            yield self._file.read(length)
