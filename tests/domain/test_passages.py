"""A passage is cited by its number only where the number names it in the whole document."""

import pytest

from tests.making import a_passage
from wsr.domain.kinds import PassageKind


@pytest.mark.parametrize(
    ("kind", "number", "cited"),
    [
        (PassageKind.PARAGRAPH, "4.12", "4.12"),
        (PassageKind.PARAGRAPH, "12", "12"),
        (PassageKind.PARAGRAPH, None, None),
        (PassageKind.LIST_ITEM, "4.12.1", "4.12.1"),
        (PassageKind.LIST_ITEM, "b", None),
        (PassageKind.LIST_ITEM, "3", None),
        (PassageKind.TABLE_ROW, "7", None),
        (PassageKind.FOOTNOTE, "1.2", None),
    ],
)
def test_a_number_is_cited_where_it_names_the_paragraph(
    kind: PassageKind, number: str | None, cited: str | None
) -> None:
    """“para b” or “para 3” of some list would lead nobody anywhere."""
    assert cited == a_passage(1, "Words.", kind=kind, number=number).cited_number
