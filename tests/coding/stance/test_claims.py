"""What an agency says of its own practice, and whether it is borne out."""

import pytest

from wsr.coding.stance.judging import judge


def _stances(sentence: str) -> list[str]:
    return [each.stance.value for each in judge(sentence)]


def test_a_claim_is_no_judgement() -> None:
    """Nobody who judges has said so."""
    assert ["neutral"] == _stances("The Trust's internal report describes the triage as prompt and careful.")


@pytest.mark.parametrize(
    "sentence",
    [
        "The Trust's internal report describes the triage as prompt and careful, and the telephone log bears this out.",
        "The agency's report states that its visits were thorough, and having read the notes the Chair agrees.",
        "The IMR author found the midwife's recording to be of a high standard.",
    ],
)
def test_a_claim_that_is_borne_out_is_praise(sentence: str) -> None:
    """So is what an author finds, and does not only state."""
    assert ["identified"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Trust's internal report describes the triage as prompt and careful; the Chair does not share that view.",
        "The author does not accept the assertion that all procedures were followed.",
        "The handover was described to us as thorough; the ward was not told of the fall.",
    ],
)
def test_a_claim_that_is_not_accepted_is_criticism(sentence: str) -> None:
    """What is said of a claim decides."""
    assert ["criticism"] == _stances(sentence)


def test_a_charge_that_is_not_accepted_is_praise() -> None:
    """Not every claim is in favour."""
    assert ["identified"] == _stances("I cannot accept the submission that the nurse acted carelessly.")
