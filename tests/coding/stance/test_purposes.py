"""What an act was to keep from happening."""

import pytest

from wsr.coding.stance.judging import judge


def _stances(sentence: str) -> list[str]:
    return [each.stance.value for each in judge(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The housing officer stayed on the line so that Ms K would not be left to wait by herself for the police.",
        "The ward manager made certain that no visitor was let in without the patient's word.",
        "The youth worker changed the evening of the group so that Child S need not pass the house of the man she feared.",
    ],
)
def test_what_an_act_was_to_avert_is_no_ill(sentence: str) -> None:
    """A negative in the purpose of an act tells what did not come about."""
    assert ["identified"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The file was archived, so that nobody read it again before the inquest.",
        "The team did not make sure that the tenant had been told.",
        "Letters went to the old address, so that the mother did not learn of the meeting until it was over.",
    ],
)
def test_what_came_of_an_act_is_an_ill(sentence: str) -> None:
    """The same words tell of a fault where they say what came of something, or where the care itself is denied."""
    assert ["criticism"] == _stances(sentence)
