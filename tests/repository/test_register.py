"""Statuses and links of recommendations: recorded by people, kept through new versions, never inferred."""

from pathlib import Path

import pytest
from sqlalchemy import text

from tests.pdfs import make_review
from tests.repository.conftest import Taking
from tests.repository.shelf import take_in
from wsr.domain.dates import PartialDate
from wsr.domain.passages import Recommendation
from wsr.domain.recommendations import Bearing, RecommendationStatus
from wsr.domain.search import SearchQuery, Unit
from wsr.errors import DecisionRefused, PageNotFound, ReviewNotFound
from wsr.repository.linking import extract_now, link, links_of, links_to, unanchored_links, withdraw
from wsr.repository.recoding import recode
from wsr.repository.register import (
    StatusChoice,
    latest_statuses,
    recommendation_at,
    record_status,
    statuses_of,
    unanchored_statuses,
)
from wsr.repository.repository import Repository
from wsr.repository.upkeep import recover, verify

EARLY, LATE = "cpr2019-w91", "cpr2021-w92"
ASKED = "The Board should ask every surgery how it follows up children who were not brought."
OTHER = "Schools must train their staff about neglect by the end of 2027."
PRAISE = "It was good practice that the surgery rang the mother on three evenings."
DONE, ACCEPTED = RecommendationStatus.DONE, RecommendationStatus.ACCEPTED


def arrive(folder: Path, *recommendations: str, praise: str = PRAISE) -> None:
    """Two reviews: one that recommends, and a later one that praises."""
    make_review(folder / "CPR2019-W91.pdf", recommendations=recommendations or (ASKED, OTHER))
    make_review(folder / "CPR2021-W92.pdf", date="May 2021", subject="Re: Child B", analysis=(praise,))


def arrived(folder: Path) -> None:
    """The two, taken in."""
    arrive(folder / "arrivals")
    take_in(folder)


BEGINNING = arrived


@pytest.fixture
def asked(repository: Repository) -> Recommendation:
    """The first recommendation of the earlier of two reviews that have been taken in."""
    return repository.review(EARLY).recommendations[0]


def praise_of(repository: Repository) -> tuple[str, str]:
    """Where the praise stands."""
    return LATE, next(e.key for e in repository.review(LATE).extracts if e.text == PRAISE)


def test_an_ingest_codes_recommendations(repository: Repository, asked: Recommendation) -> None:
    """With themes, addressees and times; they are found by them, and the index agrees with the store."""
    other = repository.review(EARLY).recommendations[1]
    query = SearchQuery(
        unit=Unit.RECOMMENDATION, recommendation_theme=("training",), addressee=("education",)
    )

    assert "primary-care" in asked.themes
    assert asked.coding is not None and ("safeguarding-board",) == asked.coding.agencies
    assert ["Gwent Safeguarding Board"] == [body.name for body in asked.coding.bodies]
    assert other.coding is not None and ("by the end of 2027",) == other.coding.times
    assert [other.key] == [hit.key for hit in repository.search(query).hits]
    assert [] == verify(repository)


def test_reviews_of_an_earlier_version_are_coded_at_the_next_start(
    repository: Repository, asked: Recommendation
) -> None:
    """The migration forgets what they were coded with."""
    with repository.session() as session:
        session.execute(text("DELETE FROM recommendation_coding"))
        session.execute(text("UPDATE review SET coded_with = NULL"))
    recover(repository)

    assert asked == repository.review(EARLY).recommendations[0]


def test_a_recoding_tells_how_many_recommendations_changed(
    repository: Repository, asked: Recommendation
) -> None:
    """None with the same rules; those that had other themes."""
    assert [0, 0] == [each.recommendations_changed for each in recode(repository, every=True)]
    with repository.session() as session:
        session.execute(text("UPDATE recommendation_coding SET themes = '[]'"))

    assert [2, 1] == [each.recommendations_changed for each in recode(repository, every=True)]


def test_a_status_is_what_somebody_recorded(repository: Repository, asked: Recommendation) -> None:
    """With time and person; the history is kept, and nothing is there until somebody records it."""
    assert () == statuses_of(repository, EARLY, asked.key)
    choice = StatusChoice(ACCEPTED, PartialDate.parse("2020-05"), " Agreed. ", "https://example.org/a?b=1")
    first = record_status(repository, EARLY, asked.key, "mari", choice)
    second = record_status(repository, EARLY, asked.key, "ifan", StatusChoice(DONE))

    assert ("Agreed.", "mari", ACCEPTED) == (first.note, first.person, first.status)
    assert (first, second) == statuses_of(repository, EARLY, asked.key)
    assert {(EARLY, asked.key): second} == latest_statuses(repository)


def test_a_form_sent_twice_adds_nothing(repository: Repository, asked: Recommendation) -> None:
    """The same again by the same person is the record that there is; by another it is another."""
    first = record_status(repository, EARLY, asked.key, "mari", StatusChoice(DONE))

    assert first == record_status(repository, EARLY, asked.key, "mari", StatusChoice(DONE))
    record_status(repository, EARLY, asked.key, "ifan", StatusChoice(DONE))
    assert 2 == len(statuses_of(repository, EARLY, asked.key))


@pytest.mark.parametrize(
    "choice",
    [
        StatusChoice(DONE, note="x" * 2001),
        StatusChoice(DONE, since=PartialDate.parse("2999")),
        StatusChoice(DONE, evidence="javascript:alert(1)"),
        StatusChoice(DONE, evidence="https://"),
        StatusChoice(DONE, evidence="example.org/plan"),
        StatusChoice(DONE, evidence="https://example.org/a b"),
        StatusChoice(DONE, evidence="http://[::1"),
        StatusChoice(DONE, evidence="https://example.org/" + "x" * 2000),
    ],
)
def test_what_cannot_be_kept_is_refused(
    repository: Repository, asked: Recommendation, choice: StatusChoice
) -> None:
    """With a sentence, and nothing is kept."""
    with pytest.raises(DecisionRefused):
        record_status(repository, EARLY, asked.key, "mari", choice)
    assert () == statuses_of(repository, EARLY, asked.key)


def test_records_survive_a_corrected_version_and_new_rules(
    repository: Repository, asked: Recommendation, take: Taking, arrivals: Path
) -> None:
    """A mended recommendation keeps its status and links under its new key, and the old address leads there."""
    record_status(repository, EARLY, asked.key, "mari", StatusChoice(DONE))
    made = link(repository, (EARLY, asked.key), praise_of(repository), Bearing.SHOWS, "mari")
    arrive(arrivals, OTHER, ASKED.replace("every surgery", "each surgery"))
    take()
    list(recode(repository, every=True))
    _, mended = recommendation_at(repository, EARLY, asked.key)

    assert asked.key != mended.key and "each surgery" in mended.text
    assert [DONE] == [each.status for each in statuses_of(repository, EARLY, mended.key)]
    assert [made.id] == [each.id for each in links_of(repository, EARLY, mended.key)]
    assert ([], []) == (unanchored_statuses(repository), unanchored_links(repository))


def test_what_cannot_be_found_again_is_listed_for_a_person(
    repository: Repository, asked: Recommendation, take: Taking, arrivals: Path
) -> None:
    """Nothing is lost, and nothing is fastened to other words."""
    record_status(repository, EARLY, asked.key, "mari", StatusChoice(DONE))
    link(repository, (EARLY, asked.key), praise_of(repository), Bearing.SHOWS, "mari")
    arrive(arrivals, OTHER)
    take()

    assert [ASKED] == [each.anchor.text for each in unanchored_statuses(repository)]
    assert [PRAISE] == [each.extract.text for each in unanchored_links(repository)]
    assert {} == latest_statuses(repository)
    with pytest.raises(PageNotFound):
        recommendation_at(repository, EARLY, asked.key)


def test_a_link_is_shown_at_both_ends(repository: Repository, asked: Recommendation) -> None:
    """Until it is withdrawn; then the recommendation shows that it was."""
    place, at = praise_of(repository), (EARLY, asked.key)
    made = link(repository, at, place, Bearing.REPEATS, "mari", " Same surgery? ")

    assert ("Same surgery?", "mari", Bearing.REPEATS) == (made.note, made.person, made.bearing)
    assert {place[1]: (made,)} == links_to(repository, LATE)
    assert made == link(repository, at, place, Bearing.REPEATS, "ifan")
    found = extract_now(repository, made)
    assert found is not None and PRAISE == found.text

    withdraw(repository, at, made.id, "ifan")
    withdraw(repository, at, made.id, "mari")
    (gone,) = links_of(repository, *at)
    assert (False, "ifan") == (gone.holds, gone.withdrawn_by)
    assert {} == links_to(repository, LATE)
    assert made.id != link(repository, at, place, Bearing.REPEATS, "mari").id


def test_an_extract_must_be_of_a_later_review(repository: Repository, asked: Recommendation) -> None:
    """Not of the same, nor of an older one: what came before cannot follow."""
    own = repository.review(EARLY).extracts[0]
    later = repository.review(LATE).recommendations[0]

    with pytest.raises(DecisionRefused, match="same review"):
        link(repository, (EARLY, asked.key), (EARLY, own.key), Bearing.SHOWS, "mari")
    with pytest.raises(DecisionRefused, match="older"):
        link(repository, (LATE, later.key), (EARLY, own.key), Bearing.SHOWS, "mari")
    with pytest.raises(PageNotFound):
        link(repository, (EARLY, asked.key), (LATE, "0" * 16), Bearing.SHOWS, "mari")
    with pytest.raises(ReviewNotFound):
        link(repository, (EARLY, asked.key), ("none", "0" * 16), Bearing.SHOWS, "mari")
    with pytest.raises(DecisionRefused):
        withdraw(repository, (EARLY, asked.key), 99, "mari")
    assert () == links_of(repository, EARLY, asked.key)
