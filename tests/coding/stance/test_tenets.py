"""What guidance, law, research or everybody says that holds; what a body is asked to do."""

import pytest

from wsr.coding.stance.judging import judge


def _stances(sentence: str) -> list[str]:
    return [each.stance.value for each in judge(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Code of Practice says that a person's past wishes must be considered.",
        "Research shows that victims often minimise what has happened to them.",
        "Continuity of worker is essential to the safety of children on the register.",
        "It is well established that leaving is a time of danger.",
        "A good record tells the next reader what was decided.",
    ],
)
def test_what_holds_in_general(sentence: str) -> None:
    """By its source, or by its form."""
    assert ["general"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Code of Practice was followed at each step of the assessment.",
        "Continuity of worker was kept up for the whole of the placement, as the plan required.",
    ],
)
def test_what_was_done_by_it_is_of_the_case(sentence: str) -> None:
    """The same words in the past praise."""
    assert ["identified"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Ambulance Trust should review the script used for callers who cannot speak freely.",
        "Recommendation 4: that the force checks its markers once a year.",
        "In future, the care home should send the chart with the resident.",
        "The Panel recommends that the two hospitals agree a single discharge form.",
        "The Probation Service is asked to review how it tells victims of a release.",
    ],
)
def test_what_a_body_is_asked_to_do_is_suggested(sentence: str) -> None:
    """A body that is named, or a time that is to come, is of the case."""
    assert ["suggested"] == _stances(sentence)


def test_a_duty_of_all_bodies_is_general() -> None:
    """Nobody is named."""
    assert ["general"] == _stances("Hospitals should always tell the surgery when a patient goes home.")
