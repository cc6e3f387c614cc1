"""What would have been: a suggestion, a harm that did not come, or nothing at all."""

import pytest

from wsr.coding.stance.judging import judge


def _stances(sentence: str) -> list[str]:
    return [each.stance.value for each in judge(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The fire could not have been foreseen.",
        "The midwife could not have known of the letter.",
    ],
)
def test_what_nobody_could_have_done_is_no_suggestion(sentence: str) -> None:
    """What could not have been known or prevented suggests nothing."""
    assert ["neutral"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The surgery could have rung the school.",
        "An earlier visit would have been preferable.",
    ],
)
def test_a_particular_act_is_suggested(sentence: str) -> None:
    """What should or could have been done is a suggestion."""
    assert ["suggested"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "No one could have asked more of the night porter and his team.",
        "Without the stubbornness of the school’s welfare officer he would have been lost to view.",
    ],
)
def test_the_worse_that_did_not_come(sentence: str) -> None:
    """What would otherwise have been lost, and who could have asked no more, is praise."""
    assert ["identified"] == _stances(sentence)
