"""What a negative denies."""

import pytest

from wsr.coding.stance.judging import judge


def _stances(sentence: str) -> list[str]:
    return [each.stance.value for each in judge(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The warden asked to see the flat before, not after, the hearing, and insisted on it.",
        "It was no accident that the girl told the coach, who had made a point of listening to her.",
    ],
)
def test_a_part_is_denied(sentence: str) -> None:
    """A negative of a part of what is said, beside an act, denies no act."""
    assert ["identified"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The surgery saw her on nine occasions and did not once ask about the bruises.",
        "The team did not, in the whole of that spring, review the plan.",
        "No interpreter was booked for the meeting.",
        "Nobody challenged the decision to end the visits.",
        "Nobody was told of the poor plan.",
    ],
)
def test_an_act_is_denied(sentence: str) -> None:
    """What practitioners ought to do and did not is criticism, also with words in between."""
    assert ["criticism"] == _stances(sentence)


def test_what_somebody_had_not_is_no_lack_of_practice() -> None:
    """A person who is no practitioner may have no illness and no car."""
    assert ["neutral"] == _stances("She had never smoked and had no allergies.")
