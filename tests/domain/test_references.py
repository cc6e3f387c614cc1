"""References as printed become one canonical form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wsr.domain.kinds import ReviewType
from wsr.domain.references import find_references, local_reference, parse_reference, slug_of


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("CPR2024-W11", "CPR2024-W11"),
        ("APR2015–W02", "APR2015-W02"),
        ("apr 2015 - w 2", "APR2015-W02"),
        ("SUSR2024-06/CTM", "SUSR2024-06/CTM"),
        ("SUSR2024-06ICTM", "SUSR2024-06/CTM"),
        ("susr2022-02|ctm", "SUSR2022-02/CTM"),
        ("DARDR2025-W07", "DHR2025-W07"),
        ("CPR-L01", "CPR-L01"),
        ("CPR2022-L01", "CPR2022-L01"),
    ],
)
def test_printed_forms_have_one_canonical_form(printed: str, canonical: str) -> None:
    """Any dash, spacing, case and a misread slash lead to the same reference, and the print is kept."""
    (found,) = find_references(f"see ({printed}), page 4")

    assert (canonical, printed) == (found.canonical, found.as_printed)


@pytest.mark.parametrize("text", ["", "CPR 2024", "CPR20241-W11", "XCPR2024-W11", "APR2015-W", "SUSR2024-06"])
def test_what_is_not_a_reference_is_left_alone(text: str) -> None:
    """Incomplete or embedded forms are not references."""
    assert find_references(text) == []


@given(
    st.sampled_from(["CPR", "APR", "DHR", "MHHR"]),
    st.integers(1990, 2099),
    st.integers(1, 999),
    st.sampled_from(list("-‐‑‒–—−")),
    st.sampled_from(["", " "]),
)
def test_a_canonical_reference_reads_back_as_itself(
    kind: str, year: int, number: int, dash: str, gap: str
) -> None:
    """Canonical forms are fixed points, whatever they were printed with."""
    parsed = parse_reference(f"{kind}{gap}{year}{gap}{dash}{gap}W{gap}{number}")

    assert parsed is not None
    again = parse_reference(parsed.canonical)
    assert again is not None
    assert parsed.canonical == again.canonical
    assert parsed.canonical.lower() == parsed.slug


def test_a_slug_has_no_slash() -> None:
    """The slash of a SUSR becomes a hyphen in URLs."""
    assert slug_of("SUSR2024-06/CTM") == "susr2024-06-ctm"


def test_local_references_say_that_they_are_local() -> None:
    """A reference assigned here has an L, with the year where one is known."""
    assert [
        local_reference(ReviewType.CPR, 2022, 1),
        local_reference(ReviewType.CPR, None, 12),
    ] == ["CPR2022-L01", "CPR-L12"]
