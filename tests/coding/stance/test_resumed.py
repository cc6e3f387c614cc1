"""Negatives that leave out their verb."""

import pytest

from wsr.coding.stance.judging import judge


def _stances(sentence: str) -> list[str]:
    return [each.stance.value for each in judge(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Two agencies had already turned him down; the foodbank did not.",
        "It would have been simpler to post the form; the clerk did not, and took it round by hand.",
        "While the wider response was poor, the actions of the attending crew were not.",
    ],
)
def test_who_did_not_do_the_ill_that_others_did_is_praised(sentence: str) -> None:
    """The verb that is left out is that of the clause before."""
    assert ["identified"] == _stances(sentence)


def test_who_did_not_do_the_good_that_others_did_is_criticised() -> None:
    """What the clause before tells may be good."""
    assert ["criticism"] == _stances("Two agencies came to the meeting; the surgery did not.")
