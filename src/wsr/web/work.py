"""What somebody works through, as its addresses say it: a set of extracts, and how they are decided about. Pure."""

from dataclasses import dataclass
from typing import Self

from wsr.domain.coding import Decided
from wsr.domain.search import SearchQuery, Unit

_ORDERLESS = {name: SearchQuery.model_fields[name].default for name in ("sort", "page", "per_page")}
"""A set comes in an order of its own, one extract after the other."""

_BY_ANYBODY = {Decided.KEPT, Decided.UNSURE, Decided.REJECTED}


@dataclass(frozen=True)
class Work:
    """A set of extracts to decide about."""

    query: SearchQuery
    alone: bool = False
    """Whether the person decides without seeing what the rules and others say."""

    @classmethod
    def of(cls, query: SearchQuery, *, alone: bool = False) -> Self:
        """
        The work on the extracts of a search, whose unit, order and page say nothing of it.

        Whoever decides alone may choose by whether anybody has decided, but not by what: asking for one verdict
        asks for all.
        """
        changes: dict[str, object] = {**_ORDERLESS, "unit": Unit.EXTRACT}
        if alone and not _BY_ANYBODY.isdisjoint(query.decided):
            asked = {*query.decided, *_BY_ANYBODY}
            changes["decided"] = tuple(state.value for state in Decided if state in asked)
        return cls(query.model_copy(update=changes), alone)
