"""What is worked through, as a search and an address say it."""

import pytest

from wsr.domain.search import SearchQuery, Sort, Unit
from wsr.web.params import WorkingParams
from wsr.web.work import Work


def test_the_work_on_a_search_has_its_words_and_filters_and_none_of_its_order() -> None:
    """Extracts are worked through, whatever was counted."""
    asked = SearchQuery(text="visit", stance=("general",), sample=9, seed=4)
    seen = asked.model_copy(update={"unit": Unit.REVIEW, "sort": Sort.NEWEST, "page": 3, "per_page": 50})

    assert asked.model_copy(update={"unit": Unit.EXTRACT}) == Work.of(seen).query
    assert not Work.of(seen).alone


@pytest.mark.parametrize(
    ("decided", "alone"),
    [
        ((), ()),
        (("undecided",), ("undecided",)),
        (("rejected",), ("kept", "unsure", "rejected")),
        (("kept", "undecided"), ("undecided", "kept", "unsure", "rejected")),
    ],
)
def test_alone_only_whether_anybody_has_decided_counts(
    decided: tuple[str, ...], alone: tuple[str, ...]
) -> None:
    """Together what was decided counts too."""
    query = SearchQuery(unit=Unit.EXTRACT, decided=decided)

    assert decided == Work.of(query).query.decided
    assert alone == Work.of(query, alone=True).query.decided
    assert alone == WorkingParams(decided=list(decided), alone=True).work().query.decided
