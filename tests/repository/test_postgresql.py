"""The whole job on PostgreSQL: take in, read, search, hold and release, verify."""

from pathlib import Path

import pytest

from tests.pdfs import make_review
from wsr.domain.kinds import Outcome
from wsr.domain.recommendations import Bearing, RecommendationStatus
from wsr.domain.search import SearchQuery, Sort, Unit
from wsr.repository import upkeep
from wsr.repository.ingesting import Ingest
from wsr.repository.linking import link, links_of, withdraw
from wsr.repository.register import StatusChoice, record_status, statuses_of
from wsr.repository.repository import Repository
from wsr.settings import Settings

PRAISE = "It was good practice that the health visitor went back on three evenings."

pytestmark = [pytest.mark.postgresql, pytest.mark.xdist_group("postgresql")]


def test_reviews_are_taken_in_read_found_and_released(postgresql_url: str, tmp_path: Path) -> None:
    """Names and words with Welsh letters, a held review and a second run come out as on SQLite."""
    arrivals = tmp_path / "arrivals"
    arrivals.mkdir()
    make_review(arrivals / "CPR2019-W91.pdf", analysis=("Ffoniodd y tîm y tŷ bob dydd.",))
    make_review(arrivals / "CPR2021-W93.pdf", date="May 2021", subject="Re: Child C", analysis=(PRAISE,))
    make_review(arrivals / "CPR2019-W92.pdf", analysis=("The child, NHS number 943 476 5919, was seen.",))
    settings = Settings.load(tmp_path / "home").model_copy(update={"database_url": postgresql_url})

    with Repository.open(settings) as repository:
        first = [outcome.outcome for outcome in Ingest(repository, [arrivals])]
        reasons = upkeep.release(repository, "CPR2019-W92")
        second = [outcome.outcome for outcome in Ingest(repository, [arrivals])]
        found = repository.search(SearchQuery(text="tîm"))
        (asked, *_) = repository.index.every(SearchQuery(unit=Unit.RECOMMENDATION, sort=Sort.OLDEST))
        extract = next(each for each in repository.review("cpr2021-w93").extracts if each.text == PRAISE)
        place = (asked.slug, asked.key)
        record_status(repository, *place, "mari", StatusChoice(RecommendationStatus.DONE))
        made = link(repository, place, ("cpr2021-w93", extract.key), Bearing.SHOWS, "mari")
        withdraw(repository, place, made.id, "mari")
        recorded = statuses_of(repository, *place), links_of(repository, *place)
        differences = upkeep.verify(repository)
        references = [summary.reference for summary in repository.summaries()]

    assert [Outcome.ACCEPTED, Outcome.HELD, Outcome.ACCEPTED] == first
    assert 1 == len(reasons)
    assert [Outcome.UNCHANGED] * 3 == second
    assert ["CPR2019-W91"] == [hit.reference for hit in found.hits]
    assert [] == differences
    assert ([RecommendationStatus.DONE], [False]) == (
        [each.status for each in recorded[0]],
        [each.holds for each in recorded[1]],
    )
    assert ["CPR2019-W91", "CPR2019-W92", "CPR2021-W93"] == references
