"""Names and order for what the index knows by ids: themes and sub-themes of the codebook, terms of the list. Pure."""

from collections.abc import Mapping, Sequence

from wsr.coding.coder import Coder
from wsr.domain.search import FacetValue, SearchResults


def named(results: SearchResults, coder: Coder) -> SearchResults:
    """The results with the values of themes, sub-themes and terms named, and in the order of codebook and list."""
    names: dict[str, dict[str, str]] = {
        "theme": {theme.id: theme.name for theme in coder.codebook.themes},
        "subtheme": {
            f"{theme.id}/{subtheme.id}": subtheme.name
            for theme, subtheme in coder.codebook.codes()
            if subtheme is not None
        },
        "term": {term.id: term.id for term in coder.terms.terms},
    }
    facets = {
        field: _in_order(values, names[field]) if field in names else values
        for field, values in results.facets.items()
    }
    return results.model_copy(update={"facets": facets})


def _in_order(values: Sequence[FacetValue], names: Mapping[str, str]) -> tuple[FacetValue, ...]:
    """Values that the codebook or list has, in its order; others, of an earlier version, after them."""
    order = {value: number for number, value in enumerate(names)}
    return tuple(
        value.model_copy(update={"label": names.get(value.value, value.label)})
        for value in sorted(values, key=lambda value: (order.get(value.value, len(order)), value.value))
    )
