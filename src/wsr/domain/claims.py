"""Facts about a review, each with its source; disagreement is kept and resolved by a stated order."""

from collections.abc import Iterable

from pydantic import Field

from wsr.domain.dates import PartialDate
from wsr.domain.kinds import ClaimSource
from wsr.domain.record import Record

_PRECEDENCE = {source: rank for rank, source in enumerate(ClaimSource)}
_OF_DOCUMENTS = frozenset({ClaimSource.DOCUMENT, ClaimSource.FILE_NAME})


class Claim(Record):
    """One stated fact: which field of the review, what value, who says so and where."""

    field: str = Field(description="The name of a field of Review: board, publication_date, subjects …")
    value: str = Field(description="The normalised value; lists have one claim an item.")
    source: ClaimSource
    document: str | None = None
    page: int | None = None
    quote: str | None = Field(default=None, description="The words that say so, as printed.")


def winning(claims: Iterable[Claim], field: str) -> Claim | None:
    """The claim that decides a field of one value: of the highest source, the first; None when none speaks."""
    return max(
        (claim for claim in claims if claim.field == field),
        key=lambda claim: _PRECEDENCE[claim.source],
        default=None,
    )


def winning_all(claims: Iterable[Claim], field: str) -> list[Claim]:
    """The claims that decide a field of many values: all those of the highest source that speaks, in order."""
    spoken = [claim for claim in claims if claim.field == field]
    highest = max((_PRECEDENCE[claim.source] for claim in spoken), default=None)
    kept: dict[str, Claim] = {}
    for claim in spoken:
        if _PRECEDENCE[claim.source] == highest:
            kept.setdefault(claim.value, claim)
    return list(kept.values())


class Facts:
    """The facts that win among the claims of a review; those of documents are given in reading order."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._claims = tuple(claims)

    def one(self, field: str) -> Claim | None:
        """The claim that decides a field of one value."""
        return winning(self._leading(field), field)

    def value(self, field: str) -> str | None:
        """The value of a field of one value."""
        claim = self.one(field)
        return claim.value if claim else None

    def values(self, field: str) -> tuple[str, ...]:
        """The values of a field of many."""
        return tuple(claim.value for claim in winning_all(self._leading(field), field))

    def date(self, field: str) -> PartialDate | None:
        """The value of a date."""
        value = self.value(field)
        return PartialDate.parse(value) if value else None

    def _leading(self, field: str) -> list[Claim]:
        """The claims on a field, of documents only those of the first document that states it."""
        stated = [claim for claim in self._claims if claim.field == field]
        first = next((claim.document for claim in stated if claim.source in _OF_DOCUMENTS), None)
        return [claim for claim in stated if claim.source not in _OF_DOCUMENTS or claim.document == first]
