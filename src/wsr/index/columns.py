"""
What filters, facets, orders and expansions need of a segment, as arrays beside it.

Whoosh can give all of it, one row and one word at a time, which takes seconds; so it is read once, when a
segment is new, and written beside it. A segment never changes, nor do its columns.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from wsr.domain.kinds import Language, SectionKind
from wsr.domain.search import MANY_VALUED
from wsr.index.documents import WEIGHED, IndexedRow
from wsr.index.sampling import draw_of

SCORED_FIELDS = ("text", "heading")
WORD_FIELDS = ("text", "heading", "compounds")

SECTION_KINDS = tuple(kind.value for kind in SectionKind)
LANGUAGES = tuple(language.value for language in Language)

_Codes: TypeAlias = NDArray[np.int32]


class ReviewFacts(NamedTuple):
    """What a segment knows of a review."""

    reference: str
    slug: str
    review_type: str
    year: int | None
    board: str | None
    board_name: str
    day: int


class Listed(NamedTuple):
    """One facet of which each row has any number of values."""

    values: tuple[str, ...]
    counts: _Codes
    """How many each row has."""
    codes: _Codes
    """Which of `values`, of all rows one after the other."""
    strengths: NDArray[np.float32]
    """Of those of WEIGHED the strength of each of `codes`; else empty."""


class Columns(NamedTuple):
    """The columns of one segment; arrays have one item a row, deleted ones included, or one a word."""

    reviews: tuple[ReviewFacts, ...]
    review: _Codes
    """Which of `reviews`."""
    section_kind: _Codes
    """Which of SECTION_KINDS."""
    language: _Codes
    """Which of LANGUAGES."""
    only_on_request: NDArray[np.bool_]
    place: _Codes
    key: NDArray[np.bytes_]
    draw: NDArray[np.uint64]
    """See wsr.index.sampling."""
    listed: dict[str, Listed]
    """For each of MANY_VALUED its values."""
    lengths: dict[str, _Codes]
    """For each of SCORED_FIELDS how many words a row has, as coarsely as Whoosh keeps it."""
    words: dict[str, tuple[str, ...]]
    """For each of WORD_FIELDS its words in order."""
    frequencies: dict[str, _Codes]
    """For each of WORD_FIELDS in how many rows each of its words is, deleted ones included."""


def read_columns(reader: Any) -> Columns:
    """The columns of the segment that a Whoosh reader reads, gathered one by one."""
    count = reader.doc_count_all()
    reviews: dict[ReviewFacts, int] = {}
    keys = [b""] * count
    draws = np.zeros(count, dtype=np.uint64)
    values: list[tuple[tuple[str, ...], ...]] = [((),) * len(MANY_VALUED)] * count
    strengths: list[tuple[tuple[float, ...], ...]] = [((),) * len(WEIGHED)] * count
    table = np.zeros((5, count), dtype=np.int32)
    for number, stored in reader.iter_docs():
        row = IndexedRow(*stored["row"])
        facts = ReviewFacts(*(getattr(row, name) for name in ReviewFacts._fields))
        table[:, number] = (
            reviews.setdefault(facts, len(reviews)),
            SECTION_KINDS.index(row.section_kind),
            LANGUAGES.index(row.language),
            row.only_on_request,
            row.place,
        )
        keys[number] = row.key.encode()
        draws[number] = draw_of(row.reference, row.key)
        values[number] = row.values
        strengths[number] = row.strengths
    words = {field: tuple(reader.field_terms(field)) for field in WORD_FIELDS}
    return Columns(
        reviews=tuple(reviews),
        review=table[0],
        section_kind=table[1],
        language=table[2],
        only_on_request=table[3].astype(bool),
        place=table[4],
        key=np.array(keys, dtype=np.bytes_),
        draw=draws,
        listed={
            name: _listed([each[at] for each in values], _of_weighed(name, strengths))
            for at, name in enumerate(MANY_VALUED)
        },
        lengths={field: _lengths(reader, field, count) for field in SCORED_FIELDS},
        words=words,
        frequencies={field: _frequencies(reader, field, words[field]) for field in WORD_FIELDS},
    )


def save_columns(columns: Columns, path: Path) -> None:
    """Writes the columns to a file of numpy's own format, without pickles."""
    arrays: dict[str, NDArray[Any]] = {
        "reviews": _packed(json.dumps(columns.reviews)),
        "review": columns.review,
        "section_kind": columns.section_kind,
        "language": columns.language,
        "only_on_request": columns.only_on_request,
        "place": columns.place,
        "key": columns.key,
        "draw": columns.draw,
    }
    for name, listed in columns.listed.items():
        arrays[f"{name}_values"] = _packed(json.dumps(listed.values))
        arrays[f"{name}_counts"] = listed.counts
        arrays[f"{name}_codes"] = listed.codes
        arrays[f"{name}_strengths"] = listed.strengths
    for field in SCORED_FIELDS:
        arrays[f"lengths_{field}"] = columns.lengths[field]
    for field in WORD_FIELDS:
        arrays[f"words_{field}"] = _packed("\n".join(columns.words[field]))
        arrays[f"frequencies_{field}"] = columns.frequencies[field]
    with path.open("wb") as file:
        np.savez(file, allow_pickle=False, **arrays)


def load_columns(path: Path) -> Columns:
    """The columns that were saved. Raises OSError or ValueError when the file is not whole."""
    with np.load(path, allow_pickle=False) as arrays:
        words = {field: _unpacked(arrays[f"words_{field}"]) for field in WORD_FIELDS}
        return Columns(
            reviews=tuple(ReviewFacts(*facts) for facts in json.loads(_unpacked(arrays["reviews"]))),
            review=arrays["review"],
            section_kind=arrays["section_kind"],
            language=arrays["language"],
            only_on_request=arrays["only_on_request"],
            place=arrays["place"],
            key=arrays["key"],
            draw=arrays["draw"],
            listed={
                name: Listed(
                    tuple(json.loads(_unpacked(arrays[f"{name}_values"]))),
                    arrays[f"{name}_counts"],
                    arrays[f"{name}_codes"],
                    arrays[f"{name}_strengths"],
                )
                for name in MANY_VALUED
            },
            lengths={field: arrays[f"lengths_{field}"] for field in SCORED_FIELDS},
            words={field: tuple(text.split("\n")) if text else () for field, text in words.items()},
            frequencies={field: arrays[f"frequencies_{field}"] for field in WORD_FIELDS},
        )


def _of_weighed(name: str, rows: Sequence[tuple[tuple[float, ...], ...]]) -> Sequence[tuple[float, ...]]:
    return [row[WEIGHED.index(name)] for row in rows] if name in WEIGHED else ()


def _listed(rows: Sequence[tuple[str, ...]], strengths: Sequence[tuple[float, ...]]) -> Listed:
    code: dict[str, int] = {}
    codes = [code.setdefault(value, len(code)) for values in rows for value in values]
    counts = np.fromiter(map(len, rows), dtype=np.int32, count=len(rows))
    each = np.array([strength for row in strengths for strength in row], dtype=np.float32)
    return Listed(tuple(code), counts, np.array(codes, dtype=np.int32), each)


def _lengths(reader: Any, field: str, count: int) -> _Codes:
    lengths = (reader.doc_field_length(number, field) or 0 for number in range(count))
    return np.fromiter(lengths, dtype=np.int32, count=count)


def _frequencies(reader: Any, field: str, words: tuple[str, ...]) -> _Codes:
    counts = (reader.doc_frequency(field, word) for word in words)
    return np.fromiter(counts, dtype=np.int32, count=len(words))


def _packed(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.encode(), dtype=np.uint8)


def _unpacked(array: NDArray[np.uint8]) -> str:
    return array.tobytes().decode()
