"""The report on best practice is made from the published reviews as they are now."""

from pathlib import Path

import pytest

from tests.pdfs import make_review
from tests.repository.conftest import Taking
from wsr.domain.coding import Decided, Stance, Verdict
from wsr.repository.deciding import Choice, decide
from wsr.repository.reporting import best_practice_report
from wsr.repository.repository import Repository
from wsr.repository.upkeep import follow, recover

PRAISE = "It was good practice that the health visitor kept on trying to see the family every week."


@pytest.fixture
def held(repository: Repository, take: Taking, arrivals: Path) -> Repository:
    """One review with praise."""
    make_review(arrivals / "CPR2019-W91.pdf", analysis=(PRAISE,))
    take()
    return repository


def test_praise_stands_in_its_theme_as_an_example(held: Repository) -> None:
    """With its review and page."""
    report = best_practice_report(held)
    shown = {hit.text for theme in report.themes for part in theme.subthemes for hit in part.examples}

    assert PRAISE in shown
    assert report.stances[Stance.IDENTIFIED].extracts >= 1
    assert (1.0, None) == (report.by_machine_alone, report.agreement)


def test_what_is_rejected_is_in_the_sums_of_decisions_only(held: Repository) -> None:
    """It is no example and in no count."""
    (extract,) = [one for one in held.review("cpr2019-w91").extracts if one.text == PRAISE]
    decide(held, "cpr2019-w91", extract.key, "r.reader", Choice(Verdict.REJECT))
    with held.writing():
        follow(held)
    report = best_practice_report(held)

    assert 1 == report.decided[Decided.REJECTED]
    assert PRAISE not in {
        h.text for theme in report.themes for part in theme.subthemes for h in part.examples
    }
    assert 1 == report.method.rejected.extracts


def test_agreement_is_told_when_two_people_decided(held: Repository) -> None:
    """About the same extract."""
    (extract,) = [one for one in held.review("cpr2019-w91").extracts if one.text == PRAISE]
    for person in ("a.reader", "b.reader"):
        decide(held, "cpr2019-w91", extract.key, person, Choice(Verdict.KEEP))
    with held.writing():
        follow(held)
    report = best_practice_report(held)

    assert report.agreement is not None
    assert 1 == report.agreement.extracts
    assert report.by_machine_alone is not None
    assert report.by_machine_alone < 1


def test_an_empty_repository_has_an_empty_report(repository: Repository) -> None:
    """Zeros and no examples."""
    recover(repository)
    report = best_practice_report(repository)

    assert (0, None) == (report.method.reviews_held, report.by_machine_alone)
