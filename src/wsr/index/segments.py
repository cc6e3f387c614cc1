"""The segments of a generation, opened: Whoosh's readers with the columns beside them."""

import contextlib
import pickle
import struct
import weakref
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

import numpy as np
from whoosh import reading as whoosh_reading
from whoosh.index import IndexError as WhooshIndexError
from whoosh.index import open_dir

from wsr.domain.search import Unit
from wsr.errors import IndexUnavailable, Message
from wsr.index.columns import Columns, load_columns
from wsr.index.documents import IndexedRow
from wsr.index.postings import Numbers
from wsr.index.table import SegmentColumns, Table, make_table

_DAMAGE = (
    OSError,
    EOFError,
    ValueError,
    KeyError,
    TypeError,
    IndexError,
    struct.error,
    zlib.error,
    pickle.PickleError,
    WhooshIndexError,
    getattr(whoosh_reading, "CorruptIndexError", WhooshIndexError),  # Whoosh 2.7.4 has none
)
"""What Whoosh and numpy raise when a file of theirs is not as they wrote it."""


class OpenSegment(NamedTuple):
    """One segment; its rows are numbered from `base` on."""

    name: str
    base: int
    reader: Any
    lock: Lock
    """Held while a reader of the generation is used: it has one place in each of its files."""
    columns: Columns
    deleted: Numbers


class Segments:
    """
    All segments of one generation with rows of one unit, opened.

    Their files are closed when no thread holds it any more.
    """

    def __init__(self, folder: Path, unit: Unit) -> None:
        """Raises IndexUnavailable when they cannot be read."""
        with reading():
            self._reader = open_dir(str(folder), unit.value, readonly=True).reader()
            self.close = weakref.finalize(self, self._reader.close)
            self._lock = Lock()
            self.all = [_opened(folder, reader, base, self._lock) for reader, base in leaves(self._reader)]

    def table(self) -> Table:
        """Their rows as arrays."""
        return make_table([SegmentColumns(segment.columns, segment.deleted) for segment in self.all])

    def frequencies(self, field: str) -> dict[str, int]:
        """The words of a field with the number of rows that have each, deleted ones included."""
        counted: Counter[str] = Counter()
        for segment in self.all:
            words = dict(
                zip(segment.columns.words[field], segment.columns.frequencies[field].tolist(), strict=True)
            )
            if len(self.all) == 1:
                return words
            counted.update(words)
        return dict(counted)

    def lengths(self, field: str) -> Numbers:
        """For each row how many words its field has, as coarsely as Whoosh keeps it."""
        lengths = [segment.columns.lengths[field] for segment in self.all]
        return np.concatenate(lengths) if lengths else np.empty(0, dtype=np.int32)

    def total_length(self, field: str) -> int:
        """How many words the field has in all rows."""
        return int(self._reader.field_length(field))

    def row(self, number: int) -> IndexedRow:
        """What is stored of a row. Raises IndexUnavailable when it cannot be read."""
        with self._lock, reading():
            return IndexedRow(*self._reader.stored_fields(number)["row"])

    def near(self, field: str, word: str, distance: int) -> set[str]:
        """The words of a field that differ from a word by at most so many letters."""
        with self._lock, reading():
            return {
                near for segment in self.all for near in segment.reader.terms_within(field, word, distance)
            }


@contextlib.contextmanager
def reading() -> Iterator[None]:
    """Turns what a damaged file raises into IndexUnavailable."""
    try:
        yield
    except _DAMAGE as error:
        raise IndexUnavailable(
            Message(
                "The search index is damaged (%(fault)s). It has to be built anew: wsr reindex. "
                "Reviews can be read meanwhile.",
                fault=type(error).__name__,
            )
        ) from error


def leaves(reader: Any) -> list[tuple[Any, int]]:
    """The readers of the single segments under a reader, each with the number where its rows begin."""
    return [(leaf, base) for leaf, base in reader.leaf_readers() if leaf.segment() is not None]


def columns_file(folder: Path, reader: Any) -> Path:
    """Where the columns of a segment are kept."""
    return folder / f"columns-{reader.segment().segment_id()}.npz"


def _opened(folder: Path, reader: Any, base: int, lock: Lock) -> OpenSegment:
    columns = load_columns(columns_file(folder, reader))
    if columns.review.size:
        reader.stored_fields(0)  # opens the file now: its folder may be removed while we read
    live = np.ones(reader.doc_count_all(), dtype=bool)
    if reader.has_deletions():
        live[:] = False
        live[np.fromiter(reader.all_doc_ids(), dtype=np.int64)] = True
    deleted = np.flatnonzero(~live).astype(np.int32)
    return OpenSegment(reader.segment().segment_id(), base, reader, lock, columns, deleted)
