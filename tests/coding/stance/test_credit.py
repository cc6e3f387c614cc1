"""Which praise is of practice that was done."""

import pytest

from wsr.coding.stance.judging import judge


def _stances(sentence: str) -> list[str]:
    return [each.stance.value for each in judge(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The service aims to provide a prompt and sensitive response to victims.",
        "The protocol was designed to ensure timely sharing of information between the wards.",
        "The Trust provides a range of effective community services across three counties.",
        "The plan looked comprehensive.",
        "Adult D completed a first-aid course and was proud of the certificate.",
        "He kept his appointments with the dentist and was always polite to the staff.",
    ],
)
def test_what_is_aimed_at_or_only_seems_so_is_not_praised(sentence: str) -> None:
    """Nor is what a service is there to give, nor what a person is pleased with."""
    assert ["neutral"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The service provided a prompt and sensitive response to this victim.",
        "The protocol ensured timely sharing of information between the wards.",
        "Adult G was treated with dignity to the last.",
        "The sister told us that she was proud of the work that the carers had done.",
        "The social worker's direct work with the two younger boys was patient and skilled.",
    ],
)
def test_what_was_done_is(sentence: str) -> None:
    """The same words praise what was done for somebody."""
    assert ["identified"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The staff were caring and committed, but nobody took charge of the plan.",
        "The excellent relationship between the two managers meant that nothing was put in writing.",
        "The worker's empathy for the mother obscured the baby's experience.",
        "The plan for joint visits was good practice and had not been started by the time of the fire.",
        "Effective information sharing was hampered by the use of three separate systems.",
    ],
)
def test_what_praise_led_to_decides(sentence: str) -> None:
    """People may be kind, and relations good, and what came of it a fault."""
    assert "criticism" == _stances(sentence)[-1]


@pytest.mark.parametrize(
    "sentence",
    [
        "Good practice was patchy.",
        "Effective communication was lacking.",
        "The Panel doubts whether the review of the plan was thorough.",
        "It would be hard to say that the handover was careful.",
        "Pressure of time prevented a thorough assessment.",
        "Pockets of good practice could not hide what was wrong.",
    ],
)
def test_praise_that_is_denied_by_its_predicate_is_criticism(sentence: str) -> None:
    """What is praised may be the subject of what was not, or what is doubted."""
    assert ["criticism"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The support worker found another way to reach him.",
        "The school nurse made the connection between the two reports.",
        "The officer wrote it up the same evening.",
        "The registrar looked again at the history.",
        "The health visitor saw the referral through.",
        "Every action was completed by its date.",
        "The family was kept informed.",
        "Nobody went home that night until the child had been found a bed.",
        "An advocate was offered at the outset, and again when Mr P first declined.",
        "Only the librarian asked who was collecting the boy.",
    ],
)
def test_acts_by_their_kind(sentence: str) -> None:
    """Finding a way, making out what it meant, writing it down in time, going on and seeing it through."""
    assert ["identified"] == _stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The surgery took him off its list, as it was entitled to do.",
        "The landlord gave notice, as they were entitled to.",
    ],
)
def test_what_somebody_was_entitled_to_do_is_no_praise(sentence: str) -> None:
    """A right is no standard; “as it was required to do” is one."""
    assert "identified" not in _stances(sentence)
    assert "identified" in _stances(sentence.replace("entitled", "required"))
