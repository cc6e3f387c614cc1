"""The index follows decisions in the background, one run for as many as wait."""

import logging
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread

import pytest

from tests.making import a_parsed_document, a_section
from tests.web.shelf import hold
from wsr.domain.coding import Verdict
from wsr.domain.kinds import SectionKind
from wsr.repository import following
from wsr.repository.deciding import Choice, all_judged, decide
from wsr.repository.following import follow_soon
from wsr.repository.recoding import recode
from wsr.repository.repository import Repository
from wsr.repository.upkeep import recover, verify

SLUG = "cpr2019-w91"


@pytest.fixture
def keys(repository: Repository) -> list[str]:
    """The extracts of a review."""
    texts = (f"It was good practice that the nurse rang {n} times." for n in range(10, 18))
    section = a_section(0, "Analysis", SectionKind.ANALYSIS)
    hold(repository, "CPR2019-W91", a_parsed_document(*texts, sections=(section,)))
    list(recode(repository))
    return [each.key for each in repository.review(SLUG).extracts]


def test_while_one_waits_no_second_is_queued(
    repository: Repository, keys: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of many saves at once one follows for all, and what comes while it runs gets a run of its own."""
    runs: list[int] = []
    began, may_go_on = Event(), Event()

    def slow(given: Repository) -> None:
        runs.append(len(runs))
        began.set()
        may_go_on.wait(10)

    monkeypatch.setattr(following, "follow", slow)
    first = Thread(target=follow_soon, args=(repository,))
    first.start()
    assert began.wait(10)
    waiting = Thread(target=follow_soon, args=(repository,))
    waiting.start()
    while not repository.follow_waits.locked():
        pass
    for _ in range(20):
        follow_soon(repository)
    may_go_on.set()
    first.join()
    waiting.join()

    assert [0, 1] == runs
    assert not repository.follow_waits.locked()


def test_two_people_at_once_lose_nothing(repository: Repository, keys: list[str]) -> None:
    """Both found the same extracts at the same moment; every decision is there, and the index comes to have all."""

    def work(person: str) -> None:
        for key in keys:
            decide(repository, SLUG, key, person, Choice(Verdict.KEEP))
            follow_soon(repository)

    with ThreadPoolExecutor() as people:
        list(people.map(work, ("mari", "ifan", "ceri")))
    made = [(judged.key, each.person) for _, judged in all_judged(repository) for each in judged.decisions]

    assert sorted((key, person) for key in keys for person in ("mari", "ifan", "ceri")) == sorted(made)
    follow_soon(repository)
    assert [] == verify(repository)


def test_a_failure_is_noted_without_text_and_mended_later(
    repository: Repository, keys: list[str], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The curator's answer does not depend on it, and nobody waits for ever afterwards."""

    def failing(given: Repository) -> None:
        raise RuntimeError("the words of a review")

    with monkeypatch.context() as patched, caplog.at_level(logging.ERROR):
        patched.setattr(following, "follow", failing)
        decide(repository, SLUG, keys[0], "mari", Choice(Verdict.REJECT))
        follow_soon(repository)

    assert "RuntimeError" in caplog.text
    assert "the words" not in caplog.text
    assert ["not_indexed_yet"] == [difference.kind for difference in verify(repository)]
    recover(repository)
    assert [] == verify(repository)
