"""The filters of a search as links: each value with its count and where choosing it leads."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Self

from wsr.domain.codebook import Codebook
from wsr.domain.search import FACETS, FacetValue, SearchQuery, SearchResults, Unit
from wsr.repository.known_bodies import names_of_bodies
from wsr.web import labels
from wsr.web.codes import readable
from wsr.web.wording import Wording, counted, say

Names = Mapping[str, Mapping[str, str]]
"""For each filter the names of its values, where they have any: see `names_of`."""

Address = Callable[[SearchQuery], str]
"""The page that answers a query: the search, or that of a theme."""

_FIXED_ORDER = frozenset(
    {
        "stance",
        "theme",
        "subtheme",
        "agency",
        "board",
        "decided",
        "recommendation_theme",
        "addressee",
        "body",
        "level",
    }
)
"""Facets whose values keep the order of codebook or alphabet: agencies and bodies are never ranked by counts."""

COUNTED: dict[Unit, tuple[str, str]] = {
    Unit.PASSAGE: ("%(number)s passage", "%(number)s passages"),
    Unit.EXTRACT: ("%(number)s extract", "%(number)s extracts"),
    Unit.REVIEW: ("%(number)s review", "%(number)s reviews"),
    Unit.RECOMMENDATION: ("%(number)s recommendation", "%(number)s recommendations"),
}
"""What a search counts, for one and for several; said with `counted`."""

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


def facets(
    wording: Wording,
    results: SearchResults,
    address: Address,
    fields: Sequence[str] = FACETS,
) -> tuple[Facet, ...]:
    """The facets that can still tell hits apart: those with a choice made, or with at least two values."""
    counts = in_words(wording, results.facets)
    made = (
        _facet(wording, results.query, name, in_order(name, counts.get(name, ())), address)
        for name in fields
        if len(counts.get(name, ())) > 1 or getattr(results.query, name)
    )
    return tuple(facet for facet in made if facet.first)


def chips(
    wording: Wording, query: SearchQuery, names: Names, address: Address, fields: Sequence[str] = FACETS
) -> tuple[Chip, ...]:
    """The filters of a query, in the order of the facets, then the sample that it draws."""
    of_filters = (
        Chip(
            label=say(wording, labels.FACETS | labels.FIELDS, name),
            value=label_of(wording, name, value, names),
            url=address(toggled(query, name, value)),
        )
        for name in (*fields, "reference")
        for value in getattr(query, name)
    )
    return (*of_filters, *_sample_chip(wording, query, address))


def _sample_chip(wording: Wording, query: SearchQuery, address: Address) -> Iterator[Chip]:
    if query.sample is not None:
        value = wording.gettext("%(number)s, seed %(seed)s") % {
            "number": f"{query.sample:,}",
            "seed": query.seed,
        }
        url = address(query.model_copy(update={"sample": None, "seed": 1, "page": 1}))
        yield Chip(label=wording.gettext("Sample"), value=value, url=url)


def toggled(query: SearchQuery, field: str, value: str) -> SearchQuery:
    """The query with a value of a filter added, or taken away when it was there; from its first page."""
    values = getattr(query, field)
    changed = tuple(item for item in values if item != value) if value in values else (*values, value)
    return query.model_copy(update={field: changed, "page": 1})


def without_filters(query: SearchQuery) -> SearchQuery:
    """The query with its words and switches, but no filter and no sample; from its first page."""
    filters = dict.fromkeys((*FACETS, "reference"), ())
    return query.model_copy(update={**filters, "sample": None, "seed": 1, "page": 1})


def names_of(
    codebook: Codebook, counts: Mapping[str, tuple[FacetValue, ...]] = MappingProxyType({})
) -> Names:
    """The names that values have: of themes and sub-themes from the codebook, of bodies as they are known, others from their counts."""
    themes = {theme.id: theme.name for theme in codebook.themes}
    subthemes = {
        f"{theme.id}/{subtheme.id}": subtheme.name for theme, subtheme in codebook.codes() if subtheme
    }
    counted = _names_in(counts)
    known = {field: {**names_of_bodies(), **counted.get(field, {})} for field in ("board", "body")}
    return {**counted, **known, "theme": themes, "subtheme": subthemes}


def _names_in(counts: Mapping[str, tuple[FacetValue, ...]]) -> Names:
    return {field: {item.value: item.label for item in values} for field, values in counts.items()}


def label_of(wording: Wording, field: str, value: str, names: Names) -> str:
    """The words for a value of a filter: ours, else the name that it brings, else the value, codes made readable."""
    own = labels.FACET_VALUES.get(field, {})
    if value in own:
        return say(wording, own, value)
    unnamed = readable(value.rpartition("/")[2]) if field in ("theme", "subtheme") else value
    return wording.gettext(names.get(field, {}).get(value, unnamed))


def in_words(
    wording: Wording, counts: Mapping[str, tuple[FacetValue, ...]]
) -> dict[str, tuple[FacetValue, ...]]:
    """The counts with the label of each value in the reader's language; agencies and bodies in the order of their labels."""
    names = _names_in(counts)
    said = {
        name: tuple(
            item.model_copy(update={"label": label_of(wording, name, item.value, names)}) for item in values
        )
        for name, values in counts.items()
    }
    agencies = {
        name: tuple(sorted(said.get(name, ()), key=lambda item: item.label.casefold()))
        for name in ("agency", "addressee", "body")
    }
    return {**said, **agencies}


def _facet(
    wording: Wording, query: SearchQuery, name: str, values: Sequence[FacetValue], address: Address
) -> Facet:
    chosen = getattr(query, name)
    choices = [
        Choice(
            label=item.label,
            count=f"{item.count:,}",
            count_in_words=_in_words(wording, query, item.count),
            url=address(toggled(query, name, item.value)),
            chosen=item.value in chosen,
        )
        for item in values
    ]
    return Facet.folded(say(wording, labels.FACETS, name), choices)


def _in_words(wording: Wording, query: SearchQuery, number: int) -> str:
    return counted(wording, *COUNTED[query.unit], number)


def in_order(name: str, values: tuple[FacetValue, ...]) -> list[FacetValue]:
    """Years from the newest, undated last; codes, agencies and bodies in their fixed order; others by count, then name."""
    if name in _FIXED_ORDER:
        return list(values)
    if name == "year":
        return sorted(values, key=lambda item: item.value if item.value.isdigit() else "", reverse=True)
    return sorted(values, key=lambda item: (-item.count, item.label))
