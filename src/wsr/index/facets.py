"""The fields by which rows are filtered and counted: their values in order, and which each row has. Pure."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wsr.domain.coding import Decided, Stance
from wsr.domain.kinds import Level, ReviewType
from wsr.index.columns import LANGUAGES, SECTION_KINDS, Listed, ReviewFacts
from wsr.index.documents import WEIGHED
from wsr.index.postings import Numbers
from wsr.vocabulary.bodies import body_names
from wsr.vocabulary.codebooks import recommendation_codebook, standard_codebook

NONE = "none"
"""The value of a facet for reviews that have none: undated ones, and those of which no board is known."""

_STANCES = tuple(stance.value for stance in Stance)
_DECIDED = tuple(decided.value for decided in Decided)
_LEVELS = tuple(level.value for level in Level)

Mask = NDArray[np.bool_]
Strengths = NDArray[np.float32]


class Facet(NamedTuple):
    """One field to count: its values with their names, and which of them each row has."""

    values: tuple[str, ...]
    names: tuple[str, ...]
    """Of a board or another body its name; any other value stands for itself, and its words are the reader's."""
    codes: Numbers
    """The values of all rows, one row after the other."""
    starts: Numbers | None = None
    """Where those of each row begin, and where the last ones end; None when each row has just one."""
    strengths: Strengths | None = None
    """How strongly the words of a row speak for each of `codes`; None when that is not known."""

    def having(self, wanted: Sequence[str]) -> Mask:
        """Which rows have one of these values."""
        chosen = np.array([value in wanted for value in self.values], dtype=bool)[self.codes]
        if self.starts is None:
            return chosen
        before = np.concatenate(([0], np.cumsum(chosen)))[self.starts]
        return before[1:] > before[:-1]

    def strongest(self, wanted: Sequence[str]) -> Strengths:
        """For each row its greatest strength among these values, among all when there are none; 0 without one."""
        assert self.starts is not None
        assert self.strengths is not None
        best = np.zeros(self.starts.size - 1, dtype=np.float32)
        asked = np.array([not wanted or value in wanted for value in self.values], dtype=bool)[self.codes]
        rows = np.repeat(np.arange(best.size), np.diff(self.starts))
        np.maximum.at(best, rows[asked], self.strengths[asked])
        return best

    def among(self, numbers: Numbers) -> tuple[Numbers, Numbers]:
        """The values of these rows: the row of each, and which it is."""
        if self.starts is None:
            return numbers, self.codes[numbers]
        counts = self.starts[numbers + 1] - self.starts[numbers]
        ends = np.cumsum(counts, dtype=np.int32)
        firsts = np.repeat(self.starts[numbers] - (ends - counts), counts)
        return np.repeat(numbers, counts), self.codes[firsts + np.arange(firsts.size, dtype=np.int32)]


def review_facets(reviews: Sequence[ReviewFacts], review: Numbers) -> dict[str, Facet]:
    """The facets of whole reviews, for rows of which `review` says to which each belongs."""
    return {
        "review_type": _type_facet(reviews, review),
        "year": _year_facet(reviews, review),
        "board": _board_facet(reviews, review),
    }


def section_facet(codes: Numbers) -> Facet:
    """The kinds of sections, of rows with these codes."""
    return Facet(SECTION_KINDS, SECTION_KINDS, codes)


def language_facet(codes: Numbers) -> Facet:
    """The languages, of rows with these codes."""
    return Facet(LANGUAGES, LANGUAGES, codes)


def listed_facet(name: str, segments: Sequence[Listed]) -> Facet:
    """A facet of which rows have any number of values, of all segments together."""
    present = {value for each in segments for value in each.values}
    called = {value: body_names().get(value, value) for value in present} if name == "body" else {}
    values = tuple(_in_order(name, present, called))
    code = {value: index for index, value in enumerate(values)}
    codes = [np.array([code[v] for v in each.values], dtype=np.int32)[each.codes] for each in segments]
    counts = [np.zeros(1, dtype=np.int32), *(each.counts for each in segments)]
    starts = np.cumsum(np.concatenate(counts), dtype=np.int32)
    strengths = np.concatenate([np.empty(0, dtype=np.float32), *(each.strengths for each in segments)])
    return Facet(
        values,
        tuple(called.get(value, value) for value in values),
        np.concatenate([np.empty(0, dtype=np.int32), *codes]),
        starts,
        strengths if name in WEIGHED else None,
    )


def _in_order(name: str, values: set[str], called: Mapping[str, str]) -> list[str]:
    """Stances, states and levels as they are defined, codes as the standard codebook has them, all else by name."""
    first = {
        "stance": _STANCES,
        "decided": _DECIDED,
        "theme": _codes_in_order(),
        "subtheme": _codes_in_order(),
        "recommendation_theme": tuple(theme.id for theme in recommendation_codebook().themes),
        "level": _LEVELS,
    }
    places = {value: place for place, value in enumerate(first.get(name, ()))}
    return sorted(values, key=lambda value: (places.get(value, len(places)), called.get(value, value), value))


@cache
def _codes_in_order() -> tuple[str, ...]:
    codes = standard_codebook().codes()
    return tuple(f"{theme.id}/{subtheme.id}" if subtheme else theme.id for theme, subtheme in codes)


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
    named = (*(names[board] for board in values[:-1]), NONE)
    return Facet(values, named, _codes(values, [facts.board or NONE for facts in reviews], review))


def _codes(values: Sequence[str], of_reviews: Sequence[str], review: Numbers) -> Numbers:
    code = {value: index for index, value in enumerate(values)}
    return np.array([code[value] for value in of_reviews], dtype=np.int32)[review]
