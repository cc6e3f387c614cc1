"""The filters of a search as links: each value with its count and where choosing it leads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from wsr.domain.kinds import Language
from wsr.domain.search import FACETS, FacetValue, SearchQuery, SearchResults, Unit
from wsr.web import labels
from wsr.web.addresses import search_address
from wsr.web.wording import Wording, counted, say

_FIXED_ORDER = frozenset({"stance", "theme", "subtheme", "agency", "decided"})
"""Facets whose values keep the order of codebook or alphabet: agencies are never ranked by counts."""

SHOWN_AT_ONCE = 8
"""Values of a facet shown before the rest is folded away."""


@dataclass(frozen=True)
class Choice:
    """One value of a facet: choosing it adds the filter, or takes it away when it is chosen."""

    label: str
    count: str
    count_in_words: str
    url: str
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """One field of the result with the counts of its values."""

    label: str
    first: tuple[Choice, ...]
    rest: tuple[Choice, ...]
    """Values folded away; never one that is chosen."""

    @classmethod
    def folded(cls, label: str, choices: Sequence[Choice]) -> Self:
        """The facet with its first values shown, and on to the last chosen one; the rest folded away."""
        last_chosen = max((at for at, choice in enumerate(choices, start=1) if choice.chosen), default=0)
        shown = max(SHOWN_AT_ONCE, last_chosen)
        return cls(label, tuple(choices[:shown]), tuple(choices[shown:]))


@dataclass(frozen=True)
class Chip:
    """A filter in force, and where taking it away leads."""

    label: str
    value: str
    url: str


def facets(wording: Wording, language: Language, results: SearchResults) -> tuple[Facet, ...]:
    """The facets that can still tell hits apart: those with a choice made, or with at least two values."""
    counts = in_words(wording, results.facets)
    made = (
        _facet(wording, language, results.query, name, in_order(name, counts.get(name, ())))
        for name in FACETS
        if len(counts.get(name, ())) > 1 or getattr(results.query, name)
    )
    return tuple(facet for facet in made if facet.first)


def chips(
    wording: Wording,
    language: Language,
    query: SearchQuery,
    counts: Mapping[str, tuple[FacetValue, ...]],
) -> tuple[Chip, ...]:
    """The filters of a query, in the order of the facets."""
    return tuple(
        Chip(
            label=say(wording, labels.FACETS | labels.FIELDS, name),
            value=label_of(wording, name, value, counts.get(name, ())),
            url=search_address(language, toggled(query, name, value)),
        )
        for name in (*FACETS, "reference")
        for value in getattr(query, name)
    )


def toggled(query: SearchQuery, field: str, value: str) -> SearchQuery:
    """The query with a value of a filter added, or taken away when it was there; from its first page."""
    values = getattr(query, field)
    changed = tuple(item for item in values if item != value) if value in values else (*values, value)
    return query.model_copy(update={field: changed, "page": 1})


def without_filters(query: SearchQuery) -> SearchQuery:
    """The query with its words and switches, but no filter; from its first page."""
    return query.model_copy(update={**dict.fromkeys((*FACETS, "reference"), ()), "page": 1})


def label_of(wording: Wording, field: str, value: str, counts: tuple[FacetValue, ...] = ()) -> str:
    """The words for a value of a filter: ours, else the name of a board, else the value."""
    own = labels.FACET_VALUES.get(field, {})
    if value in own:
        return say(wording, own, value)
    return wording.gettext(next((item.label for item in counts if item.value == value), value))


def in_words(
    wording: Wording, counts: Mapping[str, tuple[FacetValue, ...]]
) -> dict[str, tuple[FacetValue, ...]]:
    """The counts with the label of each value in the reader's language."""
    return {
        name: tuple(
            item.model_copy(update={"label": label_of(wording, name, item.value, values)}) for item in values
        )
        for name, values in counts.items()
    }


def _facet(
    wording: Wording, language: Language, query: SearchQuery, name: str, values: list[FacetValue]
) -> Facet:
    chosen = getattr(query, name)
    choices = [
        Choice(
            label=item.label,
            count=f"{item.count:,}",
            count_in_words=_in_words(wording, query, item.count),
            url=search_address(language, toggled(query, name, item.value)),
            chosen=item.value in chosen,
        )
        for item in values
    ]
    return Facet.folded(say(wording, labels.FACETS, name), choices)


def _in_words(wording: Wording, query: SearchQuery, number: int) -> str:
    if query.unit is Unit.REVIEW:
        return counted(wording, "%(number)s review", "%(number)s reviews", number)
    if query.unit is Unit.EXTRACT:
        return counted(wording, "%(number)s extract", "%(number)s extracts", number)
    return counted(wording, "%(number)s passage", "%(number)s passages", number)


def in_order(name: str, values: tuple[FacetValue, ...]) -> list[FacetValue]:
    """Years from the newest, undated last; codes and agencies in their fixed order; others by count, then name."""
    if name in _FIXED_ORDER:
        return list(values)
    if name == "year":
        return sorted(values, key=lambda item: item.value if item.value.isdigit() else "", reverse=True)
    return sorted(values, key=lambda item: (-item.count, item.label))
