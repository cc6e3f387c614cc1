"""Places and forms of sentence that say nothing of practice."""

import pytest

from wsr.coding.places import never_practice
from wsr.domain.kinds import SectionKind


@pytest.mark.parametrize(
    "text",
    [
        "(f) highlight good practice.",
        "One aim is to identify examples of effective practice.",
        "Whether the response was timely.",
        "b) To what extent agencies communicated well",
        "To establish how effective the plan was",
        "The Board should share good practice from this review.",
        "Partner agencies should remind staff of best practice in this field.",
    ],
)
def test_purposes_and_requests(text: str) -> None:
    """What a review is to find out, and what it asks for, is no practice, wherever it stands."""
    reason = never_practice(None, text)

    assert reason is not None
    assert "purpose" == reason.rule


@pytest.mark.parametrize(
    "text",
    [
        "The Panel wishes to highlight good practice by the school nurse.",
        "To establish who lived there, the officer rang the landlord at once.",
        "This was good practice.",
        "The council shared its findings promptly.",
    ],
)
def test_what_only_looks_like_a_purpose(text: str) -> None:
    """Praise that is put as a wish of the panel stays praise."""
    assert never_practice(SectionKind.ANALYSIS, text) is None


def test_sections_that_ask_for_practice() -> None:
    """In recommendations nothing is practice that was seen."""
    reason = never_practice(SectionKind.RECOMMENDATIONS, "Excellent records were kept.")

    assert reason is not None
    assert ("place", "recommendations") == (reason.rule, reason.words)
