"""Charts of what a query finds for each review held, by type of review and by year."""

from collections.abc import Callable, Sequence

from wsr.domain.holdings import ReviewSummary
from wsr.domain.kinds import ReviewType
from wsr.domain.search import SearchQuery, SearchResults
from wsr.web import labels, listing
from wsr.web.charts import EXTRACTS, Chart, Rate, RateWords, rate_chart
from wsr.web.listing import UNKNOWN, ListParams
from wsr.web.wording import Wording, say

_Values = Sequence[tuple[str, str, str]]
"""Value, short label and name of each."""


def rate_charts(
    say_in: Wording,
    results: SearchResults,
    summaries: Sequence[ReviewSummary],
    address: Callable[[SearchQuery], str],
    words: RateWords = EXTRACTS,
) -> tuple[Chart, ...]:
    """
    Rates by type and by year: what is found over reviews held, both under the same filters of reviews.

    None of a sample, and none of an empty result.
    """
    if results.query.sample is not None or not results.total:
        return ()
    types = [(kind.value, kind.value, say(say_in, labels.REVIEW_TYPES, kind)) for kind in ReviewType]
    dated = sorted({str(each.year) for each in summaries if each.year}, reverse=True)
    undated = (UNKNOWN, "–", say(say_in, labels.FACET_VALUES["year"], UNKNOWN))
    years = [*((year, year, year) for year in dated), undated]
    charts = (
        rate_chart(
            say_in,
            id,
            say_in.gettext(caption),
            say(say_in, labels.FACETS, field),
            _rates(results, summaries, address, field, values),
            words,
        )
        for id, caption, field, values in (
            ("by-type", words.by_type, "review_type", types),
            ("by-year", words.by_year, "year", years),
        )
    )
    return tuple(chart for chart in charts if chart)


def _rates(
    results: SearchResults,
    summaries: Sequence[ReviewSummary],
    address: Callable[[SearchQuery], str],
    field: str,
    values: _Values,
) -> list[Rate]:
    query = results.query
    params = ListParams(**{name: list(getattr(query, name)) for name in listing.FILTERS})
    among = [each for each in summaries if not query.reference or each.reference in query.reference]
    held = listing.counts(among, params, field)
    found = {each.value: each.count for each in results.facets[field]}
    return [
        Rate(
            label=label,
            name=name,
            found=found.get(value, 0),
            reviews=held[value],
            url=address(query.model_copy(update={field: (value,), "page": 1})),
        )
        for value, label, name in values
    ]
