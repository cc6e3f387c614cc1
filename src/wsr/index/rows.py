"""The rows of one unit in one generation, opened: what a search of passages, extracts or recommendations asks."""

from functools import cached_property
from pathlib import Path

import numpy as np

from wsr.domain.search import Unit
from wsr.index.columns import SCORED_FIELDS
from wsr.index.deadline import Deadline
from wsr.index.evaluation import K1, B, Scores
from wsr.index.lexicon import Form
from wsr.index.postings import Numbers, PostingCache, Postings
from wsr.index.segments import Segments, reading


class Rows:
    """All passages, all extracts or all recommendations, with the statistics of their words; used by many threads at once."""

    def __init__(self, folder: Path, unit: Unit, cache: PostingCache) -> None:
        """Raises IndexUnavailable when their files cannot be read."""
        self.segments = Segments(folder, unit)
        self.table = self.segments.table()
        self.frequencies = {field: self.segments.frequencies(field) for field in SCORED_FIELDS}
        self.cache = cache

    @cached_property
    def dampenings(self) -> dict[str, Scores]:
        """For each scored field and row how much its length dampens a word's weight."""
        found: dict[str, Scores] = {}
        for field in SCORED_FIELDS:
            mean = self.segments.total_length(field) / max(self.table.size, 1) or 1.0
            found[field] = K1 * ((1 - B) + B * self.segments.lengths(field).astype(np.float64) / mean)
        return found


class Search:
    """One search in these rows, which ends when its time is over: what `evaluate` asks."""

    def __init__(self, rows: Rows, deadline: Deadline) -> None:
        self.rows = rows
        self.deadline = deadline
        self.count = rows.table.size

    def postings(self, field: str, form: Form) -> Postings:
        """Where a word is. Raises InvalidQuery when the time is over."""
        self.deadline.check()
        with reading():
            postings = self.rows.cache.of(self.rows.segments.all, field, form.text)
        return postings.where(self.rows.table.languages[form.language]) if form.language else postings

    def frequency(self, field: str, word: str) -> int:
        """In how many rows a word is, deleted ones included."""
        return self.rows.frequencies[field].get(word, 0)

    def dampening(self, field: str) -> Scores:
        """For each row how much its length dampens a word's weight."""
        return self.rows.dampenings[field]

    def of_reviews(self, reference: str, beginning: bool) -> Numbers:
        """The rows of the reviews with a reference, or one that begins so."""
        return np.flatnonzero(self.rows.table.of_reviews((reference,), beginning)).astype(np.int32)
