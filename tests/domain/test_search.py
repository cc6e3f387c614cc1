"""A query says what was asked in one form, however it was typed."""

import pytest

from wsr.domain.search import SearchQuery


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("CPR2014-W96", "CPR2014-W96"),
        (" cpr 2014 – w96", "CPR2014-W96"),
        ("susr2024-06Ictm", "SUSR2024-06/CTM"),
        ("cpr-l01", "CPR-L01"),
        ("the one about neglect", "the one about neglect"),
    ],
)
def test_a_reference_is_kept_in_its_canonical_form(typed: str, kept: str) -> None:
    """Otherwise a review that is held would not be found, and the answer would be nought; what is none stays."""
    assert (kept,) == SearchQuery(reference=(typed,)).reference
