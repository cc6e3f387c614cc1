"""The search form, filled in with what was asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wsr.domain.search import SearchQuery, Sort
from wsr.errors import Message
from wsr.web import labels
from wsr.web.addresses import query_pairs
from wsr.web.wording import Wording, say

_OWN_FIELDS = frozenset({"q", "unit", "stemmed", "all_sections", "sort", "sample", "seed", "page"})
"""Parameters that the form sets itself; a new search begins at its first page."""


@dataclass(frozen=True)
class Option:
    """One choice of a select."""

    value: str
    text: str
    selected: bool


@dataclass(frozen=True)
class SearchForm:
    """The form's fields, and the filters that it keeps."""

    text: str
    error: str | None
    """Why what was typed cannot be searched for, and what to change; None when it can."""
    stemmed: bool
    all_sections: bool
    units: tuple[Option, ...]
    sorts: tuple[Option, ...]
    sample: str
    """How many are drawn at random; empty when all are asked for."""
    seed: str
    kept: tuple[tuple[str, str], ...]
    """Name and value of each parameter that goes with the form unseen: the filters in force."""


def search_form(
    wording: Wording,
    query: SearchQuery,
    error: Message | None = None,
    sorts: Sequence[Sort] = tuple(Sort),
) -> SearchForm:
    """The form as the query leaves it; it offers these orders."""
    return SearchForm(
        text=query.text,
        error=error.said(wording.gettext) if error else None,
        stemmed=query.stemmed,
        all_sections=query.all_sections,
        units=options(wording, labels.UNITS, query.unit),
        sorts=options(wording, {sort: labels.SORTS[sort] for sort in sorts}, query.sort),
        sample=str(query.sample or ""),
        seed=str(query.seed),
        kept=tuple(pair for pair in query_pairs(query) if pair[0] not in _OWN_FIELDS),
    )


def options(wording: Wording, choices: Mapping[str, str], chosen: str | None) -> tuple[Option, ...]:
    """The values of a closed list with their labels, in its order; none is selected when none is chosen."""
    return tuple(Option(str(value), say(wording, choices, value), value == chosen) for value in choices)
