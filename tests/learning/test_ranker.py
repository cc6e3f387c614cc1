"""Recommendations that are like a draft: by words, by families, and nothing where nothing is."""

import pytest

from wsr.learning.ranker import LexicalRanker
from wsr.learning.subject import subject_of

NOT_BROUGHT = "GP practices should flag the records of children who were not brought to appointments."
SLEEP = "Midwives and health visitors should give safer sleep advice to fathers as well as mothers."
MINUTES = "Minutes of strategy meetings should be sent to all who attended within two working days."
HOUSING = "Housing officers should refer tenants who hoard to the fire service."
HELD = [NOT_BROUGHT, SLEEP, MINUTES, HOUSING]


@pytest.fixture
def ranker() -> LexicalRanker:
    """Of the four that are held."""
    return LexicalRanker(HELD)


def test_the_same_request_in_nearly_the_same_words_is_first(ranker: LexicalRanker) -> None:
    """Other forms of the same words make no difference."""
    found = ranker.rank(
        "A GP practice should be flagging the record of any child not brought to an appointment."
    )

    assert found[0].index == 0
    assert found[0].score > 0.3


def test_the_same_request_in_other_words_is_found_by_families(ranker: LexicalRanker) -> None:
    """No word of substance is shared, and each reason names what both say."""
    found = ranker.rank("Surgeries should mark the notes of young people who did not attend.")

    assert found[0].index == 0
    assert {"missed appointments", "general practice"} <= {each.family for each in found[0].because}


@pytest.mark.parametrize(
    "draft",
    [
        "Bus drivers should be trained to use the ramps of new vehicles.",
        "The Board should seek assurance that all agencies ensure this.",
        "Should it be that which they have?",
        "",
        "…",
    ],
)
def test_a_draft_that_nothing_is_like_is_offered_nothing(ranker: LexicalRanker, draft: str) -> None:
    """The stock of the genre, words of grammar and no words at all."""
    assert ranker.rank(draft) == []


def test_reasons_are_words_as_each_text_prints_them(ranker: LexicalRanker) -> None:
    """Both are there, with the capitals of their text."""
    reasons = ranker.rank("Tell DADS where babies should sleep: SAFER SLEEPING is for health visitors.")[
        0
    ].because
    by_family = {each.family: each for each in reasons}

    sleep = by_family["sudden infant death and safer sleep"]
    assert sleep.words == "safer sleep"
    assert sleep.asked == "SAFER SLEEPING"
    assert str(sleep) == "sudden infant death and safer sleep: safer sleep ~ SAFER SLEEPING"


def test_nothing_held_answers_nothing() -> None:
    """A new repository has no recommendation."""
    assert LexicalRanker([]).rank(NOT_BROUGHT) == []


def test_one_recommendation_is_enough_to_be_found() -> None:
    """How seldom words are is not told by those at hand alone."""
    assert [each.index for each in LexicalRanker([NOT_BROUGHT]).rank(NOT_BROUGHT)] == [0]


def test_what_nobody_writes_is_worth_more_than_what_everybody_writes() -> None:
    """With training in nearly all texts, the one that shares the subject comes before those that share training."""
    held = [
        f"Train staff in {subject}." for subject in ("hoarding", "dementia", "neglect", "stalking", "choking")
    ]
    found = LexicalRanker(held).rank("Training on stalking for all staff.")

    assert [each.index for each in found][:1] == [3]


def test_a_rank_is_the_same_each_time(ranker: LexicalRanker) -> None:
    """Scores fall, and nothing is left to chance."""
    once, again = (ranker.rank("Hoarding by tenants: refer to the fire service.") for _ in range(2))

    assert once == again
    assert [each.score for each in once] == sorted((each.score for each in once), reverse=True)


def test_the_longest_phrase_at_a_place_is_taken() -> None:
    """A domestic homicide review is no family of homicide, and then of reviews."""
    subject = subject_of("Every strategy meeting.")

    assert [unit.phrase for unit in subject.units] == [("strategi", "meet")]
