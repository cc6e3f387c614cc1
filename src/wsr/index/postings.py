"""
Where a word is: Whoosh's postings as arrays, read once and kept.

Reads blocks of postings through attributes of Whoosh that are not public (`_read_data`, `_data`,
`_next_block`), which is why its version is pinned; a test compares with what its public methods give.
"""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from functools import cached_property
from threading import Lock
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import W3LeafMatcher

Numbers = NDArray[np.int32]
Keys = NDArray[np.int64]

KEY_BITS = 32
"""A key is the number of a passage, shifted by these bits, plus a position in it."""


class Postings:
    """The passages that have a word, rising, how often each has it, and at which positions."""

    def __init__(self, numbers: Numbers, counts: Numbers, positions: NDArray[np.uint32]) -> None:
        self.numbers = numbers
        self.counts = counts
        self.positions = positions

    @cached_property
    def keys(self) -> Keys:
        """Every occurrence as one number; numbers that follow each other are words that do."""
        return (np.repeat(self.numbers, self.counts).astype(np.int64) << KEY_BITS) + self.positions

    @property
    def nbytes(self) -> int:
        """The memory that it takes, with its keys."""
        return self.numbers.nbytes + self.counts.nbytes + 3 * self.positions.nbytes

    def where(self, kept: NDArray[np.bool_]) -> "Postings":
        """Only those in passages for which the mask has True."""
        keep = kept[self.numbers]
        every = np.repeat(keep, self.counts)
        return Postings(self.numbers[keep], self.counts[keep], self.positions[every])


NOWHERE = Postings(np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0, np.uint32))


class Segment(Protocol):
    """What is read: one segment of the index."""

    @property
    def name(self) -> str:
        """Its name, which no other segment has had."""
        ...

    @property
    def base(self) -> int:
        """The number from which its passages are counted."""
        ...

    @property
    def reader(self) -> Any:
        """Whoosh's reader of it."""
        ...

    @property
    def lock(self) -> Lock:
        """Held while the reader is used: it has one place in each of its files."""
        ...


class PostingCache:
    """The postings read last, of all segments, up to a limit of memory; may be used by many threads."""

    def __init__(self, limit_bytes: int) -> None:
        self._limit = limit_bytes
        self._held: OrderedDict[tuple[str, str, str], Postings] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def of(self, segments: Sequence[Segment], field: str, word: str) -> Postings:
        """The postings of a word over all segments; NOWHERE when none has it."""
        found = [(segment.base, self._of_one(segment, field, word)) for segment in segments]
        found = [(base, postings) for base, postings in found if postings.numbers.size]
        if not found:
            return NOWHERE
        if len(found) == 1 and found[0][0] == 0:
            return found[0][1]
        return Postings(
            np.concatenate([postings.numbers + np.int32(base) for base, postings in found]),
            np.concatenate([postings.counts for _, postings in found]),
            np.concatenate([postings.positions for _, postings in found]),
        )

    def _of_one(self, segment: Segment, field: str, word: str) -> Postings:
        name = (segment.name, field, word)
        with self._lock:
            postings = self._held.get(name)
            if postings is not None:
                self._held.move_to_end(name)
                return postings
        with segment.lock:
            postings = read_postings(segment.reader, field, word)
        self._keep(name, postings)
        return postings

    def _keep(self, name: tuple[str, str, str], postings: Postings) -> None:
        with self._lock:
            if name not in self._held:  # another thread may have read it at the same time
                self._bytes += postings.nbytes
            self._held[name] = postings
            while self._bytes > self._limit and len(self._held) > 1:
                _, dropped = self._held.popitem(last=False)
                self._bytes -= dropped.nbytes


def read_postings(reader: Any, field: str, word: str) -> Postings:
    """The postings of a word in one segment, deleted passages included; NOWHERE when it is not in it."""
    if (field, word) not in reader:
        return NOWHERE
    matcher = reader.postings(field, word)
    if not isinstance(matcher, W3LeafMatcher):  # deleted passages are left out by a wrapper around it
        matcher = matcher.child
        matcher.reset()
    blocks = list(_blocks(matcher))
    values = b"".join(value for _, _, value in blocks)
    return Postings(
        np.concatenate([numbers for numbers, _, _ in blocks]),
        np.concatenate([counts for _, counts, _ in blocks]),
        np.frombuffer(values, dtype=np.uint32),
    )


def _blocks(matcher: Any) -> Iterator[tuple[Numbers, Numbers, bytes]]:
    """For each block the numbers of its passages, the counts in them, and the positions as written."""
    while matcher.is_active():
        matcher._read_data()
        steps, weights, values = matcher._data
        numbers = np.cumsum(np.array(steps, dtype=np.int32), dtype=np.int32)
        counts = np.empty(len(numbers), dtype=np.int32)
        counts[:] = 1 if weights is None else weights
        yield numbers, counts, b"".join(values)
        matcher._next_block()
