"""The list of reviews: which are left by its filters, in which order, and how many each filter would leave."""

from collections import Counter
from collections.abc import Callable, Sequence
from urllib.parse import urlencode

from pydantic import BaseModel, Field

from wsr.domain.holdings import ReviewSummary
from wsr.domain.search import Sort

UNKNOWN = "none"
"""The value of a review that has none, as in the facets of a search."""

FILTERS: dict[str, Callable[[ReviewSummary], str]] = {
    "review_type": lambda summary: summary.review_type.value,
    "year": lambda summary: str(summary.year or UNKNOWN),
    "board": lambda summary: summary.board.id if summary.board else UNKNOWN,
}
"""Each filter with the value that a review has for it."""

_UNDATED = 0


class ListParams(BaseModel):
    """The parameters of the list of reviews."""

    review_type: list[str] = Field(default=[], description="CPR, APR, DHR, MHHR or SUSR.")
    year: list[str] = Field(default=[], description="Four digits, or none; several are alternatives.")
    board: list[str] = Field(default=[], description="The id of the publishing body.")
    sort: Sort = Field(default=Sort.NEWEST, description="newest, oldest or reference.")
    per_page: int = Field(default=50, ge=1, le=100)
    page: int = Field(default=1, ge=1)

    def values(self, name: str) -> list[str]:
        """The values asked for by one of FILTERS; blank ones are as if they were absent."""
        return [value for value in getattr(self, name) if value]


def listed(summaries: Sequence[ReviewSummary], params: ListParams) -> list[ReviewSummary]:
    """The reviews that all filters leave, in the order asked for; undated ones last when the order is by date."""
    left = [item for item in summaries if all(_passes(item, params, name) for name in FILTERS)]
    left.sort(key=lambda item: item.reference)
    if params.sort is Sort.OLDEST:
        left.sort(key=lambda item: (item.year is None, item.year or _UNDATED))
    elif params.sort is not Sort.REFERENCE:
        left.sort(key=lambda item: -(item.year or _UNDATED))
    return left


def counts(summaries: Sequence[ReviewSummary], params: ListParams, name: str) -> Counter[str]:
    """How many reviews have each value of a filter, among those that the other filters leave."""
    others = [other for other in FILTERS if other != name]
    left = (item for item in summaries if all(_passes(item, params, other) for other in others))
    return Counter(FILTERS[name](item) for item in left)


def list_pairs(params: ListParams) -> list[tuple[str, str]]:
    """The parameters as pairs for an address, defaults left out."""
    defaults = ListParams()
    filters = [(name, value) for name in FILTERS for value in params.values(name)]
    others = ("sort", "per_page", "page")
    changed = [name for name in others if getattr(params, name) != getattr(defaults, name)]
    return [*filters, *((name, str(getattr(params, name))) for name in changed)]


def list_address(path: str, params: ListParams) -> str:
    """The list with these parameters, at the path of the page or of the API."""
    pairs = list_pairs(params)
    return f"{path}?{urlencode(pairs)}" if pairs else path


def toggled(params: ListParams, name: str, value: str) -> ListParams:
    """The parameters with a value of a filter added, or taken away when it was there; from the first page."""
    values = params.values(name)
    changed = [item for item in values if item != value] if value in values else [*values, value]
    return params.model_copy(update={name: changed, "page": 1})


def _passes(summary: ReviewSummary, params: ListParams, name: str) -> bool:
    wanted = params.values(name)
    return not wanted or FILTERS[name](summary) in wanted
