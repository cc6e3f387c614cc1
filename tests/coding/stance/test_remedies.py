"""Ills that were dealt with, and what a praised act was done about."""

import pytest

from wsr.coding.stance.judging import judge


def _stances(sentence: str) -> list[str]:
    return [each.stance.value for each in judge(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The muddle over who should visit was resolved by the ward sister that afternoon.",
        "The lack of an interpreter did not prevent the midwife from hearing her story.",
        "The absence of a car was not allowed to delay the visit of the nurse.",
        "Their anger was met by a second visit from the team leader.",
    ],
)
def test_ills_that_were_put_right(sentence: str) -> None:
    """An ill that is the subject of what put it right is praise; so is one that stopped nobody."""
    assert ["identified"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The muddle over who should visit was not resolved.",
        "The order did not stop the violence.",
    ],
)
def test_ills_that_were_not_put_right(sentence: str) -> None:
    """They are criticism where nothing was done about them, or harm was not stopped."""
    assert ["criticism"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The student had the courage to say that the ward’s records were wrong.",
        "The receptionist was right to act on her unease.",
    ],
)
def test_praise_says_what_it_is_for(sentence: str) -> None:
    """What comes after "the courage to" or "right to" is what the act was about."""
    assert ["identified"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Good practice was not apparent in the handover.",
        "Sensitive communication was not seen here.",
    ],
)
def test_praise_that_is_denied(sentence: str) -> None:
    """Praise of which a negative is the predicate is criticism."""
    assert ["criticism"] == _stances(sentence)


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        (
            "The arrest was quite properly put off, and the interview rightly delayed, until the children were safe.",
            "identified",
        ),
        ("The GP rightly refused to issue a further prescription without seeing Mr L.", "identified"),
        ("The visit was delayed three times, and the reason was never properly recorded.", "criticism"),
    ],
)
def test_what_was_rightly_done_is_no_ill(sentence: str, stance: str) -> None:
    """An adverb of approval speaks for what it stands beside."""
    assert [stance] == [each.stance.value for each in judge(sentence)]
