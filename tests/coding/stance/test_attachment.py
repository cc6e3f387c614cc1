"""Whose ill it is that a sentence names."""

import pytest

from wsr.coding.stance.judging import judge


def _stances(sentence: str) -> list[str]:
    return [each.stance.value for each in judge(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thanks to the persistence of the clinic the grandfather’s refusal was overcome.",
        "In contrast to the careless letters elsewhere, the chiropodist’s notes were thorough.",
        "The occupational therapist saw the danger of a careless discharge and asked for another week.",
        "The tutor showed great patience with a young woman who had been abandoned by her family.",
    ],
)
def test_ill_that_is_not_of_practice(sentence: str) -> None:
    """What is feared, what a person does or is, and what something is compared with, is no fault of practice."""
    assert ["identified"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The ward’s careless discharge put the plan at risk.",
        "The letters of the clinic were careless.",
    ],
)
def test_ill_of_practice_stays_ill(sentence: str) -> None:
    """The same words are criticism where they are said of what practitioners do or make."""
    assert ["criticism"] == _stances(sentence)
