"""Changing the index: every change makes the next generation and swaps it in."""

import contextlib
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from whoosh.index import create_in, open_dir
from whoosh.reading import SegmentReader
from whoosh.writing import MERGE_SMALL

from wsr.domain.kinds import Status
from wsr.domain.review import Review
from wsr.domain.search import Unit
from wsr.errors import IndexUnavailable, Message
from wsr.index.columns import read_columns, save_columns
from wsr.index.documents import ROW_UNITS, fingerprint_of_rows, rows_of, to_fields
from wsr.index.generations import Generation, begin, publish
from wsr.index.schema import SCHEMA_VERSION, Codec, make_schema
from wsr.index.segments import columns_file, leaves, reading

_BUFFER_MB = 256


class _Change:
    """What one commit changes: the rows of all units, and the list of the reviews held."""

    def __init__(self, writers: dict[Unit, Any], held: dict[str, str]) -> None:
        self._writers = writers
        self.held = held

    def take_out(self, reference: str) -> bool:
        """Takes out a review; gives back whether it was held."""
        for writer in self._writers.values():
            writer.delete_by_term("review", reference)
        return self.held.pop(reference, None) is not None

    def put_in(self, review: Review) -> None:
        """Adds a review, unless it is not published."""
        if review.status is Status.PUBLISHED:
            rows = rows_of(review)
            for unit, writer in self._writers.items():
                for row in rows[unit]:
                    writer.add_document(**to_fields(row))
            self.held[review.reference] = fingerprint_of_rows(review.status, rows)

    def merge_by(self, policy: Any) -> None:
        """Chooses which segments the commit writes anew."""
        for writer in self._writers.values():
            writer.mergetype = policy


def replace_reviews(index: Path, current: Generation, reviews: Iterable[Review]) -> None:
    """
    Puts these reviews into the index in place of what it had of them, in one commit.

    One that is not published is only taken out, with its text: see remove_reviews.
    """
    with _next_generation(index, current) as change:
        withheld = False
        for review in reviews:
            was_held = change.take_out(review.reference)
            withheld |= was_held and review.status is not Status.PUBLISHED
            change.put_in(review)
        change.merge_by(_rewrite_deleted if withheld else MERGE_SMALL)


def remove_reviews(index: Path, current: Generation, references: Iterable[str]) -> None:
    """Takes reviews out of the index; their text is in no file of it afterwards."""
    with _next_generation(index, current) as change:
        for reference in references:
            change.take_out(reference)
        change.merge_by(_rewrite_deleted)


def rebuild(index: Path, reviews: Iterable[Review]) -> None:
    """Builds the index anew from these reviews, beside the one that answers meanwhile."""
    with _next_generation(index, None) as change:
        for review in reviews:
            change.put_in(review)


@contextlib.contextmanager
def _next_generation(index: Path, previous: Generation | None) -> Iterator[_Change]:
    """What the next generation changes; it becomes current when the block ends without an error."""
    held = dict(previous.manifest.reviews) if previous else {}
    with writable(index):
        folder = begin(index, previous)
        try:
            with contextlib.ExitStack() as stack:
                writers = {
                    unit: stack.enter_context(_writer(folder, unit, fresh=previous is None))
                    for unit in ROW_UNITS
                }
                yield _Change(writers, held)
            _write_columns(folder)
            publish(folder, previous, SCHEMA_VERSION, held)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise


@contextlib.contextmanager
def _writer(folder: Path, unit: Unit, fresh: bool) -> Iterator[Any]:
    name = unit.value
    with reading():
        index = create_in(str(folder), make_schema(), name) if fresh else open_dir(str(folder), name)
    # compound files would be copied into memory whole by every reader
    writer = index.writer(limitmb=_BUFFER_MB, codec=Codec(), compound=False)
    try:
        yield writer
    except BaseException:
        writer.cancel()
        raise
    writer.commit()


@contextlib.contextmanager
def writable(index: Path) -> Iterator[None]:
    """Turns a refusal of the file system into IndexUnavailable."""
    try:
        yield
    except OSError as error:
        raise IndexUnavailable(
            Message(
                "The search index in %(folder)s cannot be written: %(fault)s.",
                folder=str(index),
                fault=str(error.strerror),
            )
        ) from error


def _write_columns(folder: Path) -> None:
    """Writes the columns of new segments, and removes those of segments that are no more."""
    kept = set()
    for unit in ROW_UNITS:
        reader = open_dir(str(folder), unit.value, readonly=True).reader()
        try:
            for leaf, _ in leaves(reader):
                path = columns_file(folder, leaf)
                kept.add(path)
                if not path.exists():
                    save_columns(read_columns(leaf), path)
        finally:
            reader.close()
    for path in folder.glob("columns-*.npz"):
        if path not in kept:
            path.unlink()


def _rewrite_deleted(writer: Any, segments: list[Any]) -> list[Any]:
    """Whoosh's policy for merging: writes every segment anew that has deleted rows, so that these are gone."""
    for segment in segments:
        if segment.has_deletions():
            reader = SegmentReader(writer.storage, writer.schema, segment)
            writer.add_reader(reader)
            reader.close()
    return [segment for segment in segments if not segment.has_deletions()]
