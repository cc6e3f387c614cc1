"""What an act met with is no judgement of it."""

import pytest

from wsr.coding.stance.judging import judge


def _stances(sentence: str) -> list[str]:
    return [each.stance.value for each in judge(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Having twice been refused entry, the rent officer came back with the caretaker and persuaded Mr O to let her in.",
        "In the absence of an answer from the surgery, the podiatrist wrote again and then drove there herself.",
        "The dinner lady, hearing that no one had collected him, walked him home and told the head.",
    ],
)
def test_leads_and_asides_are_answered_by_the_act(sentence: str) -> None:
    """A lack or a refusal that is told before an act, or set into it, is what the act met with."""
    assert ["identified"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "In the absence of a plan the visits were not made.",
        "A date was set for the review, at which nobody from the school was present.",
    ],
)
def test_a_lack_without_an_answer_stays_one(sentence: str) -> None:
    """Without an act that answers it a lack is criticism."""
    assert ["criticism"] == _stances(sentence)
