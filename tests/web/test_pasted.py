"""Addresses of this site as people paste them."""

import pytest

from wsr.web.pasted import place_in

KEY = "0123456789abcdef"
PLACE = ("cpr2019-w91", KEY)


@pytest.mark.parametrize(
    "address",
    [
        f"https://wsr.example/en/reviews/cpr2019-w91/extracts/{KEY}",
        f"https://wsr.example/en/reviews/cpr2019-w91/extracts/{KEY}?q=record#e3",
        f" /en/reviews/CPR2019-W91/extracts/{KEY} ",
        f"cpr2019-w91/{KEY}",
    ],
)
def test_the_end_of_an_address_names_a_place(address: str) -> None:
    """The site, the language, a query and capitals do not matter."""
    assert PLACE == place_in(address, "extracts")


@pytest.mark.parametrize(
    "address",
    [
        f"https://wsr.example/en/reviews/cpr2019-w91/recommendations/{KEY}",
        f"https://wsr.example/en/reviews/cpr2019-w91/passages/{KEY}",
        "https://wsr.example/en/reviews/cpr2019-w91",
        "https://example.org/",
        "",
    ],
)
def test_an_address_of_something_else_names_none(address: str) -> None:
    """The word for its kind is not taken for the name of a review."""
    assert place_in(address, "extracts") is None


def test_a_group_is_named_by_a_recommendation() -> None:
    """Nothing stands between the two there."""
    assert PLACE == place_in(f"/en/learning/groups/cpr2019-w91/{KEY}?said=joined", "recommendations")
