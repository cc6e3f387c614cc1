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
from wsr.errors import IndexUnavailable, Message
from wsr.index.columns import read_columns, save_columns
from wsr.index.documents import fingerprint_of, passages_of, to_fields
from wsr.index.generations import Generation, begin, publish
from wsr.index.schema import SCHEMA_VERSION, Codec, make_schema
from wsr.index.segments import columns_file, leaves, reading

_BUFFER_MB = 256


def replace_reviews(index: Path, current: Generation, reviews: Iterable[Review]) -> None:
    """
    Puts these reviews into the index in place of what it had of them, in one commit.

    One that is not published is only taken out, with its text: see remove_reviews.
    """
    held = dict(current.manifest.reviews)
    withheld: set[str] = set()
    with _next_generation(index, current, held) as writer:
        for review in reviews:
            writer.delete_by_term("review", review.reference)
            if held.pop(review.reference, None) and review.status is not Status.PUBLISHED:
                withheld.add(review.reference)
            _add(writer, review, held)
        writer.mergetype = _rewrite_deleted if withheld else MERGE_SMALL


def remove_reviews(index: Path, current: Generation, references: Iterable[str]) -> None:
    """Takes reviews out of the index; their text is in no file of it afterwards."""
    held = dict(current.manifest.reviews)
    with _next_generation(index, current, held) as writer:
        for reference in references:
            writer.delete_by_term("review", reference)
            held.pop(reference, None)
        writer.mergetype = _rewrite_deleted


def rebuild(index: Path, reviews: Iterable[Review]) -> None:
    """Builds the index anew from these reviews, beside the one that answers meanwhile."""
    held: dict[str, str] = {}
    with _next_generation(index, None, held) as writer:
        for review in reviews:
            _add(writer, review, held)


@contextlib.contextmanager
def _next_generation(index: Path, previous: Generation | None, held: dict[str, str]) -> Iterator[Any]:
    """A writer of Whoosh for the next generation, which becomes current when the block ends without an error."""
    with writable(index):
        folder = begin(index, previous)
        try:
            with _writer(folder, fresh=previous is None) as writer:
                yield writer
            _write_columns(folder)
            publish(folder, previous, SCHEMA_VERSION, held)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise


@contextlib.contextmanager
def _writer(folder: Path, fresh: bool) -> Iterator[Any]:
    with reading():
        index = create_in(str(folder), make_schema()) if fresh else open_dir(str(folder))
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


def _add(writer: Any, review: Review, held: dict[str, str]) -> None:
    if review.status is Status.PUBLISHED:
        for passage in passages_of(review):
            writer.add_document(**to_fields(passage))
        held[review.reference] = fingerprint_of(review)


def _write_columns(folder: Path) -> None:
    """Writes the columns of new segments, and removes those of segments that are no more."""
    reader = open_dir(str(folder), readonly=True).reader()
    try:
        kept = set()
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
    """Whoosh's policy for merging: writes every segment anew that has deleted passages, so that these are gone."""
    for segment in segments:
        if segment.has_deletions():
            reader = SegmentReader(writer.storage, writer.schema, segment)
            writer.add_reader(reader)
            reader.close()
    return [segment for segment in segments if not segment.has_deletions()]
