"""The passages of a generation as arrays over all its segments: for filters, counts and orders. Pure."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wsr.domain.kinds import ReviewType
from wsr.index.columns import LANGUAGES, SECTION_KINDS, Columns, ReviewFacts
from wsr.index.postings import Numbers

NONE = "none"
"""The value of a facet for reviews that have none: undated ones, and those of which no board is known."""

_DIGITS = re.compile(r"(\d+)")

Mask = NDArray[np.bool_]


class SegmentColumns(NamedTuple):
    """The columns of one segment, and which of its passages are deleted."""

    columns: Columns
    deleted: Numbers


class Facet(NamedTuple):
    """One field to count: its values with their names, and for each passage which it has."""

    values: tuple[str, ...]
    names: tuple[str, ...]
    """Of a board its name; any other value stands for itself, and its words are the reader's."""
    codes: Numbers


class Table(NamedTuple):
    """The passages of all segments, numbered one segment after the other."""

    reviews: tuple[ReviewFacts, ...]
    """In the order of their references, numbers in them by size."""
    review: Numbers
    """For each passage which of `reviews`."""
    place: Numbers
    live: Mask
    """False for deleted passages."""
    only_on_request: Mask
    languages: dict[str, Mask]
    facets: dict[str, Facet]

    @property
    def size(self) -> int:
        """How many passages there are, deleted ones included."""
        return int(self.review.size)

    def days(self) -> Numbers:
        """For each review its day as yyyymmdd, 0 when it has none."""
        return np.array([facts.day for facts in self.reviews], dtype=np.int32)

    def of_reviews(self, references: Iterable[str], beginning: bool = False) -> Mask:
        """Which passages are of reviews with one of these references, or one that begins so."""
        wanted = tuple(references)
        chosen = [
            facts.reference.startswith(wanted) if beginning else facts.reference in wanted
            for facts in self.reviews
        ]
        return np.array(chosen, dtype=bool)[self.review]


def make_table(segments: Sequence[SegmentColumns]) -> Table:
    """The table of these segments."""
    reviews = tuple(sorted({facts for each in segments for facts in each.columns.reviews}, key=_in_order))
    codes = {facts: code for code, facts in enumerate(reviews)}
    review = _joined(
        [
            np.array([codes[facts] for facts in columns.reviews], dtype=np.int32)[columns.review]
            for columns, _ in segments
            if columns.reviews
        ]
    )
    live = np.ones(review.size, dtype=bool)
    base = 0
    for columns, deleted in segments:
        live[deleted + base] = False
        base += columns.review.size
    language = _joined([columns.language for columns, _ in segments])
    section_kind = _joined([columns.section_kind for columns, _ in segments])
    return Table(
        reviews=reviews,
        review=review,
        place=_joined([columns.place for columns, _ in segments]),
        live=live,
        only_on_request=_joined([columns.only_on_request for columns, _ in segments]).astype(bool),
        languages={name: language == code for code, name in enumerate(LANGUAGES)},
        facets={
            "review_type": _type_facet(reviews, review),
            "year": _year_facet(reviews, review),
            "board": _board_facet(reviews, review),
            "section_kind": Facet(SECTION_KINDS, SECTION_KINDS, section_kind),
            "language": Facet(LANGUAGES, LANGUAGES, language),
        },
    )


def _type_facet(reviews: Sequence[ReviewFacts], review: Numbers) -> Facet:
    values = tuple(kind.value for kind in ReviewType)
    return Facet(values, values, _codes(values, [r.review_type for r in reviews], review))


def _year_facet(reviews: Sequence[ReviewFacts], review: Numbers) -> Facet:
    years = [str(facts.year) if facts.year is not None else NONE for facts in reviews]
    values = (*sorted(set(years) - {NONE}, reverse=True), NONE)
    return Facet(values, values, _codes(values, years, review))


def _board_facet(reviews: Sequence[ReviewFacts], review: Numbers) -> Facet:
    names = {facts.board: facts.board_name for facts in reviews if facts.board is not None}
    values = (*sorted(names, key=lambda board: (names[board], board)), NONE)
    return Facet(
        values,
        (*(names[board] for board in values[:-1]), NONE),
        _codes(values, [facts.board or NONE for facts in reviews], review),
    )


def _codes(values: Sequence[str], of_reviews: Sequence[str], review: Numbers) -> Numbers:
    code = {value: index for index, value in enumerate(values)}
    return np.array([code[value] for value in of_reviews], dtype=np.int32)[review]


def _joined(arrays: Sequence[NDArray[np.int32] | Mask]) -> Numbers:
    return np.concatenate(arrays).astype(np.int32) if arrays else np.empty(0, dtype=np.int32)


def _in_order(facts: ReviewFacts) -> tuple[object, ...]:
    """References in alphabetical order, their numbers by size; equal ones by the rest of their facts."""
    parts = _DIGITS.split(facts.reference)
    return ([(int(part), "") if part.isdecimal() else (-1, part) for part in parts], repr(facts))
