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


@pytest.mark.parametrize(
    "sentence",
    [
        "The nurse noted that the explanation did not fit the injury, said so to the registrar and wrote it down.",
        "The school nurse saw the sibling too, although nobody had asked her to.",
        "The discharge nurse would not let Mr A go until the key safe had been tested.",
        "Nobody at the day centre laughed at his fears; somebody went and looked.",
        "At no stage did the outreach team let the father's shouting become an excuse for staying away.",
        "The mother's silence did not pass unnoticed by the playgroup leader.",
    ],
)
def test_what_nobody_owed_or_let_happen_is_no_lack(sentence: str) -> None:
    """A practitioner may remark upon a "not", refuse until something is done, and let nothing stand in the way."""
    assert ["identified"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The IMR noted that the explanation was not explored.",
        "Nobody, over the whole of that winter, asked the boy what he wanted.",
        "The father's shouting was allowed to become an excuse for staying away.",
        "The mother's silence passed unnoticed by every service.",
        "The checklist was not completed on three of the four occasions.",
        "The family's message was that they had not been listened to.",
    ],
)
def test_the_same_words_of_what_was_left_undone(sentence: str) -> None:
    """Reviews remark upon lacks, and a share that was not done is none the better for being large."""
    assert ["criticism"] == _stances(sentence)
