"""Two negatives that are one praise."""

import pytest

from wsr.coding.stance.judging import judge


def _stances(sentence: str) -> list[str]:
    return [each.stance.value for each in judge(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "There was no week in which the outreach team did not see him.",
        "Nothing was settled by the core group without the aunt.",
        "The school’s account left out nothing that spoke against the school.",
        "No child in the unit was left without a key worker.",
        "The carer was not swayed by his charm, nor by his temper.",
    ],
)
def test_two_negatives_praise(sentence: str) -> None:
    """A lack that is denied is praise, with a relative or "without" between the two, or after a verb of leaving undone."""
    assert ["identified"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "A third party could not make the referral without consent.",
        "She could not open an account without a passport and could not pay her rent.",
        "There is no record of the call and no sign that it was not answered.",
        "No agency asked, and no plan was made without delay.",
    ],
)
def test_two_negatives_that_are_two(sentence: str) -> None:
    """What might not be done, and two lacks, praise nobody."""
    assert "identified" not in _stances(sentence)
