"""Has this been recommended before: earlier ones, later practice, and dates that hold without exception."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.making import a_parsed_document, a_passage, a_recommendation
from tests.web.shelf import an_extract, code, hold
from wsr.domain.claims import Claim
from wsr.domain.coding import Stance
from wsr.domain.dates import PartialDate
from wsr.domain.kinds import ClaimSource, Language
from wsr.domain.learning import LIMIT_OF_DRAFT, AnswerOrder
from wsr.errors import InvalidQuery, PageNotFound
from wsr.repository.learning import answer, answer_of
from wsr.repository.repository import Repository
from wsr.settings import Settings

ASKED = "GP practices should flag the records of children who were not brought to appointments."
AGAIN = "Surgeries must put an alert on the notes of any child who is not brought to an appointment."
OTHER = "Housing officers should refer tenants who hoard to the fire service."
PRAISE = (
    "The surgery had flagged that the child was not brought to two appointments, which was good practice."
)
BLAME = "Nobody in general practice noticed that the children were not brought to their appointments."
DRAFT = "General practice to flag children who are not brought to appointments."

REVIEWS: dict[str, tuple[str | None, tuple[str, ...], str, Stance]] = {
    "CPR2012-W01": (
        "2012-05-17",
        (ASKED, ASKED + " ", OTHER),
        "Nothing of note was said here.",
        Stance.NEUTRAL,
    ),
    "CPR2016-W02": ("2016", (AGAIN,), PRAISE, Stance.IDENTIFIED),
    "CPR2019-W03": ("2019-03", (OTHER,), BLAME, Stance.CRITICISM),
    "SUSR-L01": (None, (ASKED,), PRAISE, Stance.IDENTIFIED),
}
"""Publication date, recommendations, one passage that is an extract with its stance."""


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Repository]:
    """Three dated reviews and one of which nobody knows when it was written."""
    with Repository.open(Settings(home=tmp_path_factory.mktemp("home"))) as opened:
        for reference, (date, asked, said, stance) in REVIEWS.items():
            _hold(opened, reference, date, asked, said, stance)
        yield opened


def _hold(
    opened: Repository, reference: str, date: str | None, asked: tuple[str, ...], said: str, stance: Stance
) -> None:
    passage = a_passage(1, said)
    made = tuple(a_recommendation(n, text) for n, text in enumerate(asked, 1))
    claims = [Claim(field="publication_date", value=date, source=ClaimSource.MANIFEST)] if date else []
    hold(opened, reference, a_parsed_document(said, recommendations=made), claims=claims)
    passage = opened.review(reference.lower()).passages[0]
    code(opened, reference, [an_extract(passage, said, stance)], {})


def references(items: object) -> list[str]:
    """The reviews of what was offered, in order."""
    return [each.reference for each in items]  # type: ignore[attr-defined]


def test_what_asks_the_same_is_offered_with_reasons(held: Repository) -> None:
    """Once for each review, also where a review prints it twice; what asks for something else is not."""
    found = answer(held, DRAFT)

    assert set(references(found.earlier)) == {"CPR2012-W01", "CPR2016-W02", "SUSR-L01"}
    assert len(found.earlier) == 3
    assert {each.text.strip() for each in found.earlier} == {ASKED, AGAIN}
    for each in found.earlier:
        assert "missed appointments" in {reason.family for reason in each.because}
        assert each.matches
        assert all(each.text[start:end].strip() for start, end in each.matches)


def test_later_practice_comes_by_stance_and_is_later_than_the_first(held: Repository) -> None:
    """Praise before criticism; what only states a fact is not practice."""
    found = answer(held, DRAFT)

    assert found.after == PartialDate(2012, 5, 17)
    assert [(each.reference, each.stance) for each in found.later] == [
        ("CPR2016-W02", Stance.IDENTIFIED),
        ("CPR2019-W03", Stance.CRITICISM),
    ]
    assert found.later_undated == 1


def test_by_date_the_oldest_is_first_and_what_has_no_date_last(held: Repository) -> None:
    """Of each stance too; the same ones are listed, and one known by its year stands at its end."""
    by_score, by_date = answer(held, DRAFT), answer(held, DRAFT).in_order(AnswerOrder.DATE)

    assert references(by_date.earlier) == ["CPR2012-W01", "CPR2016-W02", "SUSR-L01"]
    assert [str(each.date) for each in by_date.earlier] == ["2012-05-17", "2016", "None"]
    assert by_date.undated_listed == 1
    assert set(by_date.later) == set(by_score.later)
    assert [each.stance for each in by_date.later] == [each.stance for each in by_score.later]
    assert by_score.in_order(AnswerOrder.SCORE) == by_score


def test_of_one_date_the_most_alike_is_first(held: Repository) -> None:
    """Whatever order they came in."""
    found = answer(held, DRAFT)
    one, two = found.earlier[0], found.earlier[0].model_copy(update={"score": 0.99, "key": "k"})
    same_day = found.model_copy(update={"earlier": (one, two)}).in_order(AnswerOrder.DATE)

    assert [each.score for each in same_day.earlier] == [0.99, one.score]


def test_an_answer_says_what_was_compared_and_by_what(held: Repository) -> None:
    """What one review prints twice is compared once."""
    found = answer(held, DRAFT)

    assert (found.recommendations_compared, found.extracts_compared) == (5, 3)
    assert (found.ranker, found.language) == ("lexical 3", Language.EN)
    assert (
        answer(held, "Mae angen i ysgolion a meddygfeydd rannu gwybodaeth am bob plentyn.").language
        is Language.CY
    )


@pytest.mark.parametrize(
    ("before", "offered"),
    [
        ("2012-05-17", []),
        ("2012-05-18", ["CPR2012-W01"]),
        ("2016-12-31", ["CPR2012-W01"]),
        ("2016", ["CPR2012-W01"]),
        ("2017-01-01", ["CPR2012-W01", "CPR2016-W02"]),
        ("2017", ["CPR2012-W01", "CPR2016-W02"]),
    ],
)
def test_nothing_that_may_be_of_the_day_or_later_is_earlier(
    held: Repository, before: str, offered: list[str]
) -> None:
    """A review dated 2016 may be of its last day. One without a date is counted, and not offered."""
    found = answer(held, DRAFT, before=PartialDate.parse(before))

    assert sorted(references(found.earlier)) == offered
    assert found.earlier_undated == 1


@pytest.mark.parametrize(
    ("after", "offered"),
    [
        ("2012", ["CPR2016-W02", "CPR2019-W03"]),
        ("2016-12-30", ["CPR2016-W02", "CPR2019-W03"]),
        ("2016", ["CPR2019-W03"]),
        ("2019-03-30", ["CPR2019-W03"]),
        ("2019-03", []),
    ],
)
def test_nothing_of_the_day_or_earlier_is_later(held: Repository, after: str, offered: list[str]) -> None:
    """The last day that a date may mean is compared with the last that the limit may mean."""
    found = answer(held, DRAFT, after=PartialDate.parse(after))

    assert references(found.later) == offered


def test_one_date_parts_earlier_from_later(held: Repository) -> None:
    """No review is on both sides of it."""
    for day in ("2012-05-17", "2016-06", "2016", "2019-03-31"):
        date = PartialDate.parse(day)
        found = answer(held, DRAFT, before=date, after=date)
        assert not set(references(found.earlier)) & set(references(found.later))


def test_a_recommendation_is_not_its_own_answer(held: Repository) -> None:
    """Of its own review nothing is offered; earlier is before it, and later after it."""
    key = held.review("cpr2016-w02").recommendations[0].key
    found = answer_of(held, "cpr2016-w02", key)

    assert references(found.earlier) == ["CPR2012-W01"]
    assert references(found.later) == ["CPR2019-W03"]
    assert found.text == AGAIN
    assert (str(found.before), str(found.after)) == ("2016-12-31", "2016-12-31")


def test_a_recommendation_of_an_undated_review_has_no_limits(held: Repository) -> None:
    """Nobody knows what was before it."""
    key = held.review("susr-l01").recommendations[0].key
    found = answer_of(held, "susr-l01", key)

    assert set(references(found.earlier)) == {"CPR2012-W01", "CPR2016-W02"}
    assert found.before is None


def test_an_unknown_recommendation_is_said_to_be_unknown(held: Repository) -> None:
    """As on its page."""
    with pytest.raises(PageNotFound):
        answer_of(held, "cpr2016-w02", "0" * 16)


@pytest.mark.parametrize("draft", ["", "  \n ", "… 12!", "a" * (LIMIT_OF_DRAFT + 1)])
def test_what_cannot_be_compared_is_refused_with_what_to_do(held: Repository, draft: str) -> None:
    """Nothing, no words, and too many."""
    with pytest.raises(InvalidQuery, match=r"Write or paste|one recommendation at a time"):
        answer(held, draft)


def test_nothing_alike_is_said(held: Repository) -> None:
    """And no practice is offered in its place."""
    found = answer(held, "Bus drivers should be trained to use the ramps of new vehicles.")

    assert (found.earlier, found.later) == ((), ())


def test_what_is_taken_in_later_is_compared_too(tmp_path: Path) -> None:
    """What is prepared follows the index."""
    with Repository.open(Settings(home=tmp_path / "home")) as opened:
        _hold(opened, "CPR2012-W01", "2012", (OTHER,), BLAME, Stance.CRITICISM)
        none = answer(opened, DRAFT)
        _hold(opened, "CPR2016-W02", "2016", (AGAIN,), PRAISE, Stance.IDENTIFIED)
        one = answer(opened, DRAFT)

    assert references(none.earlier) == []
    assert references(one.earlier) == ["CPR2016-W02"]
