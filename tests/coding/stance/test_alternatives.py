"""What was not done in the place of what was."""

import pytest

from wsr.coding.stance.judging import judge


def _stances(sentence: str) -> list[str]:
    return [each.stance.value for each in judge(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The provider asked for advice instead of taking the story on trust.",
        "When he swore at her the adviser, far from ending the call, asked him what had happened.",
        "The lodger’s landlord could have looked away; the warden, who might so easily have ignored it, rang the police.",
        "The tenancy might have been ended in haste; instead the housing officer sat down with him and agreed a plan.",
    ],
)
def test_the_lesser_thing_refused(sentence: str) -> None:
    """Not to do the easier or lesser thing is praise of who did the better."""
    assert ["identified"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "His capacity was presumed rather than assessed by the team.",
        "The council dealt with the broken windows purely as a matter of repair.",
    ],
)
def test_the_lesser_thing_done(sentence: str) -> None:
    """To do the lesser thing in the place of what practice asks is criticism."""
    assert ["criticism"] == _stances(sentence)
