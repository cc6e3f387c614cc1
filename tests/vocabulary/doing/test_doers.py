"""Who acts in an extract, and who is only named: the sentences were written before the rules, and forty after them."""

import json
from pathlib import Path
from typing import Any

import pytest

from wsr.vocabulary.doing import doing_of

HERE = Path(__file__).parent
BEFORE, AFTER = (
    [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]
    for name in ("written_before.jsonl", "written_after.jsonl")
)
BEYOND = {
    "Y brifathrawes a ffoniodd yr ysgol arall, a chafodd ateb yr un diwrnod.",
    "Two days later the practice nurse noticed the weight loss and booked a longer appointment with the GP.",
    "Every morning a learning mentor met him at the school gate and walked in with him.",
}
"""What the rules read wrongly: callings of which no word names the agency, the order of words in Welsh."""


@pytest.mark.parametrize("line", BEFORE + AFTER, ids=lambda line: f"{line['agency']}-{line['text'][:50]}")
def test_an_agency_acts_or_is_only_named(line: dict[str, Any]) -> None:
    """The subject of what was done, by whom it was, whose work is praised; not who was told, rung or visited."""
    found = line["agency"] in doing_of(line["text"], line.get("before", "")).agencies

    assert (found == line["acts"]) is (line["text"] not in BEYOND)


@pytest.mark.parametrize(
    "text",
    [
        "The health visitor went back each week.",
        "The investigation was thorough.",
        "A full history was taken by the locum.",
        "The panel found clear records of each visit.",
        "Prompt referral by the school.",
        "Not only did the school keep his place, it sent work home.",
    ],
)
def test_practice_is_told_of(text: str) -> None:
    """By an act, by what is made, by what reviewers found, and where a negative turns the words round."""
    assert doing_of(text).practised


@pytest.mark.parametrize(
    "text",
    [
        "He was never late when it was in his power to be early.",
        "Child X kept a bag packed under his bed.",
        "Because the home had filed the form, her brother liked to be kept up to date.",
        "The general practitioner could have rung the same day.",
        "What this adds is how a good record can be lost.",
    ],
)
def test_what_nobody_practised_is_no_practice(text: str) -> None:
    """What persons did, what would have been, what the review is about."""
    assert not doing_of(text).practised


@pytest.mark.parametrize(
    ("agency", "text", "acts"),
    [
        ("health-board", "It is to the Health Board’s credit that the rule was changed.", True),
        ("hospital", "Staff on the ward explained it to him each day.", True),
        ("education", "A debrief was offered to every officer and teacher involved within a week.", False),
        ("health-visiting", "The health visitor’s manager drove her home.", True),
        ("general-practice", "Worker tells the general practitioner the same day.", False),
        ("education", "The attendance officer at Ysgol Gynradd Heol-y-Berllan rang six times.", True),
    ],
)
def test_names_are_tied_to_what_was_done(agency: str, text: str, acts: bool) -> None:
    """By credit, by place, by owner; not where they are among those to whom it was done."""
    assert acts is (agency in doing_of(text).agencies)


def test_a_pronoun_speaks_of_the_subject_before_it() -> None:
    """In the sentence or in the one before; without either nobody knows."""
    named = doing_of("She rang each week.", "The district nurse was told. The daughter could not come.")
    alone = doing_of("She rang each week.")

    assert not named.practised  # the daughter is the last "she" there is
    assert doing_of("She rang each week.", "The district nurse came. She knocked.").practised
    assert (False, True) == (alone.practised, alone.unknown)


def test_the_officers_are_of_the_body_that_was_named_before() -> None:
    """Where that was the subject; else nobody knows of which."""
    text = "The attending officers saw each child."

    assert {"police"} == doing_of(text, "The police came twice.").agencies
    assert not doing_of(text, "The mother rang the police.").agencies
    assert not doing_of(text).agencies


def test_a_body_is_it_and_a_person_is_not() -> None:
    """“It is to their credit” speaks of neither."""
    assert {"education"} == doing_of("It sent work home.", "The school kept his place.").agencies
    assert not doing_of("It rang twice.", "The health visitor came.").agencies
