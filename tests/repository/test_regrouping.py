"""Groups are worked out in the background; whoever asks waits for a while at most, and gets what is known."""

import logging
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from tests.making import a_parsed_document, a_recommendation, a_section
from tests.web.shelf import hold
from wsr.domain.learning import RepeatedGroup
from wsr.errors import IndexUnavailable
from wsr.learning.ranker import LexicalRanker
from wsr.repository import regrouping
from wsr.repository.following import follow_soon
from wsr.repository.group_records import confirm
from wsr.repository.grouped import grouped
from wsr.repository.repository import Repository
from wsr.settings import Settings

ASKED = "GP practices should flag the records of children who were not brought to appointments."
AGAIN = "Surgeries must put a flag on the notes of any child who is not brought to an appointment."
OTHER = "Housing officers should refer tenants who hoard to the fire service."
LONG = 60.0


def arrive(repository: Repository, reference: str, text: str) -> None:
    """A review that recommends one thing."""
    made = a_parsed_document(sections=(a_section(),), recommendations=(a_recommendation(1, text),))
    hold(repository, reference, made)


@pytest.fixture
def reviews(repository: Repository) -> Repository:
    """Two reviews that ask for the same, and one that asks for something else."""
    for reference, text in (("CPR2019-W01", ASKED), ("CPR2021-W02", AGAIN), ("CPR2022-W03", OTHER)):
        arrive(repository, reference, text)
    return repository


class Slow:
    """Works groups out once it may go on."""

    def __init__(self) -> None:
        self.began, self.may_go_on = Event(), Event()

    def __call__(self, *given: Any) -> Any:
        """What the groups are, late."""
        self.began.set()
        assert self.may_go_on.wait(LONG)
        return grouped(*given)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    """From now on groups are worked out when they may be."""
    made = Slow()
    monkeypatch.setattr(regrouping, "grouped", made)
    yield made
    made.may_go_on.set()


def groups_of(repository: Repository, patience: float = LONG) -> tuple[RepeatedGroup, ...] | None:
    """The groups that are known; None when none were worked out yet."""
    known = repository.regrouping.known(patience)
    return known.grouped.groups if known.grouped else None


def test_nobody_waits_for_what_was_never_worked_out(reviews: Repository, slow: Slow) -> None:
    """It is begun, and there when somebody asks again."""
    first = reviews.regrouping.known(patience=0)
    assert slow.began.wait(LONG)
    slow.may_go_on.set()

    assert (first.grouped, first.current) == (None, False)
    assert [group.reviews for group in groups_of(reviews) or ()] == [2]


def test_until_it_is_worked_out_anew_what_was_known_is_given(reviews: Repository, slow: Slow) -> None:
    """Then the new state, and that it is of this moment."""
    slow.may_go_on.set()
    groups_of(reviews)
    slow.may_go_on.clear()
    arrive(reviews, "CPR2023-W04", ASKED)
    before = reviews.regrouping.known(patience=0)
    slow.may_go_on.set()
    after = reviews.regrouping.known(LONG)

    assert before.grouped is not None and not before.current
    assert [group.reviews for group in before.grouped.groups] == [2]
    assert after.grouped is not None and after.current
    assert [group.reviews for group in after.grouped.groups] == [3]


def test_what_changes_meanwhile_is_worked_out_next(reviews: Repository, slow: Slow) -> None:
    """One thread does both."""
    reviews.regrouping.begin()
    assert slow.began.wait(LONG)
    review, other = reviews.review("cpr2019-w01"), reviews.review("cpr2022-w03")
    confirm(
        reviews,
        [(each.slug, each.recommendations[0].key) for each in (review, other)],
        "mari",
    )
    slow.may_go_on.set()

    assert [group.reviews for group in groups_of(reviews) or ()] == [3]


def test_likeness_is_not_worked_out_again_for_the_same_words(
    reviews: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither after a record, nor when the index changed in something else."""
    worked: list[int] = []
    likeness = LexicalRanker.likeness

    def counting(ranker: LexicalRanker) -> dict[tuple[int, int], float]:
        worked.append(1)
        return likeness(ranker)

    monkeypatch.setattr(LexicalRanker, "likeness", counting)
    groups_of(reviews)
    hold(reviews, "CPR2024-W09", a_parsed_document("Words.", sections=(a_section(),)))
    groups_of(reviews)
    assert len(worked) == 1
    arrive(reviews, "CPR2023-W04", ASKED)
    groups_of(reviews)

    assert len(worked) == 2


def test_they_follow_when_the_index_has_followed_a_decision(reviews: Repository, slow: Slow) -> None:
    """Before anybody asks."""
    follow_soon(reviews)

    assert slow.began.wait(LONG)


def test_a_failure_is_noted_without_text_and_mended_by_asking_again(
    reviews: Repository, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever asks gets what was known before, at once."""

    def failing(*_: object) -> None:
        raise RuntimeError("the words of a review")

    with monkeypatch.context() as patched, caplog.at_level(logging.ERROR):
        patched.setattr(regrouping, "grouped", failing)
        assert groups_of(reviews) is None

    assert "RuntimeError" in caplog.text
    assert "the words" not in caplog.text
    assert [group.reviews for group in groups_of(reviews) or ()] == [2]


def test_without_an_index_whoever_asks_is_told(tmp_path: Path) -> None:
    """And what runs in the background ends quietly."""
    with Repository.open(Settings(home=tmp_path)) as repository:
        repository.regrouping.begin()
        with pytest.raises(IndexUnavailable):
            repository.regrouping.known(LONG)


def test_a_closed_repository_begins_nothing(reviews: Repository, slow: Slow) -> None:
    """Nor does it wait for ever."""
    reviews.regrouping.begin()
    assert slow.began.wait(LONG)
    reviews.regrouping.close()
    slow.began.clear()
    slow.may_go_on.set()
    reviews.regrouping.begin()

    assert not slow.began.wait(0.2)
