"""The rows of one unit in a generation as arrays over all its segments: for filters, counts and orders. Pure."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wsr.domain.coding import Decided
from wsr.domain.search import MANY_VALUED
from wsr.index.columns import LANGUAGES, Columns, ReviewFacts
from wsr.index.facets import Facet, Mask, language_facet, listed_facet, review_facets, section_facet
from wsr.index.postings import Numbers
from wsr.index.sampling import Draws, draw_of

_DIGITS = re.compile(r"(\d+)")


class SegmentColumns(NamedTuple):
    """The columns of one segment, and which of its rows are deleted."""

    columns: Columns
    deleted: Numbers


class Table(NamedTuple):
    """The rows of all segments, numbered one segment after the other."""

    reviews: tuple[ReviewFacts, ...]
    """In the order of their references, numbers in them by size."""
    review: Numbers
    """For each row which of `reviews`."""
    place: Numbers
    key: NDArray[np.bytes_]
    draw: Draws
    live: Mask
    """False for deleted rows."""
    only_on_request: Mask
    rejected: Mask
    languages: dict[str, Mask]
    facets: dict[str, Facet]

    @property
    def size(self) -> int:
        """How many rows there are, deleted ones included."""
        return int(self.review.size)

    def days(self) -> Numbers:
        """For each review its day as yyyymmdd, 0 when it has none."""
        return np.array([facts.day for facts in self.reviews], dtype=np.int32)

    def review_draws(self) -> Draws:
        """For each review the number by which it is drawn."""
        return np.array([draw_of(facts.reference) for facts in self.reviews], dtype=np.uint64)

    def of_reviews(self, references: Iterable[str], beginning: bool = False) -> Mask:
        """Which rows are of reviews with one of these references, or one that begins so."""
        wanted = tuple(references)
        chosen = [
            facts.reference.startswith(wanted) if beginning else facts.reference in wanted
            for facts in self.reviews
        ]
        return np.array(chosen, dtype=bool)[self.review]


def make_table(segments: Sequence[SegmentColumns]) -> Table:
    """The table of these segments."""
    every = [columns for columns, _ in segments]
    reviews = tuple(sorted({facts for each in every for facts in each.reviews}, key=_in_order))
    review = _review(reviews, every)
    language = _joined([each.language for each in every])
    facets = {
        **review_facets(reviews, review),
        "section_kind": section_facet(_joined([each.section_kind for each in every])),
        "language": language_facet(language),
        **{name: listed_facet(name, [each.listed[name] for each in every]) for name in MANY_VALUED},
    }
    return Table(
        reviews=reviews,
        review=review,
        place=_joined([each.place for each in every]),
        key=np.concatenate([np.empty(0, dtype="S1"), *(each.key for each in every)]),
        draw=np.concatenate([np.empty(0, dtype=np.uint64), *(each.draw for each in every)]),
        live=_live(segments, review.size),
        only_on_request=_joined([each.only_on_request for each in every]).astype(bool),
        rejected=facets["decided"].having((Decided.REJECTED.value,)),
        languages={name: language == code for code, name in enumerate(LANGUAGES)},
        facets=facets,
    )


def _review(reviews: Sequence[ReviewFacts], segments: Sequence[Columns]) -> Numbers:
    code = {facts: index for index, facts in enumerate(reviews)}
    return _joined(
        [
            np.array([code[facts] for facts in columns.reviews], dtype=np.int32)[columns.review]
            for columns in segments
            if columns.reviews
        ]
    )


def _live(segments: Sequence[SegmentColumns], size: int) -> Mask:
    live = np.ones(size, dtype=bool)
    base = 0
    for columns, deleted in segments:
        live[deleted + base] = False
        base += columns.review.size
    return live


def _joined(arrays: Sequence[NDArray[np.int32] | Mask]) -> Numbers:
    return np.concatenate(arrays).astype(np.int32) if arrays else np.empty(0, dtype=np.int32)


def _in_order(facts: ReviewFacts) -> tuple[object, ...]:
    """References in alphabetical order, their numbers by size; equal ones by the rest of their facts."""
    parts = _DIGITS.split(facts.reference)
    return ([(int(part), "") if part.isdecimal() else (-1, part) for part in parts], repr(facts))
