"""Decisions are kept with their history, and survive what happens to the text and to the rules."""

from pathlib import Path

import pytest

from tests.pdfs import make_review
from tests.repository.conftest import Taking
from tests.repository.shelf import take_in
from wsr.domain.coding import Decided, Extract, Stance, Verdict
from wsr.domain.kinds import Outcome, Status
from wsr.domain.search import SearchQuery
from wsr.errors import DecisionRefused, ExtractNotFound, ReviewNotFound
from wsr.repository.deciding import Choice, all_judged, decide, history, review_alone, unanchored
from wsr.repository.recoding import recode
from wsr.repository.repository import Repository
from wsr.repository.upkeep import follow, verify
from wsr.store import reviews as stored

PRAISE = "It was good practice that the health visitor went back on three evenings."
OTHER = "The school nurse kept thorough notes of each of the calls that she made."
SLUG = "cpr2019-w91"


def praised(folder: Path) -> None:
    """A review with praise, taken in."""
    make_review(folder / "arrivals" / "CPR2019-W91.pdf", analysis=(f"{PRAISE} {OTHER}",))
    take_in(folder)


BEGINNING = praised


@pytest.fixture
def extract(repository: Repository) -> Extract:
    """The praise."""
    return next(e for e in repository.review(SLUG).extracts if e.text == PRAISE)


def test_an_ingest_finds_extracts(repository: Repository, take: Taking, arrivals: Path) -> None:
    """Their number is in the outcome, their words lie where they say, and the index finds the passage by them."""
    make_review(arrivals / "CPR2019-W92.pdf", subject="Re: Child B", analysis=(f"{PRAISE} {OTHER}",))
    outcome = take()["CPR2019-W92.pdf"]
    review = repository.review("cpr2019-w92")

    assert outcome.extracts == len(review.extracts) >= 2
    for one in review.extracts:
        passage = next(p for p in review.passages if (p.document, p.id) == (one.document, one.passage))
        assert one.text == passage.text[one.start : one.end]
    assert [] == verify(repository)


def test_a_decision_stands_beside_what_the_machine_says(repository: Repository, extract: Extract) -> None:
    """Neither overwrites the other."""
    choice = Choice(
        Verdict.KEEP, stance=Stance.GENERAL, codes=("care-and-support/persistent-care",), note=" Yes. "
    )
    decided = decide(repository, SLUG, extract.key, "Mari", choice)

    assert Stance.IDENTIFIED is decided.stance
    assert Stance.GENERAL is decided.stance_in_force
    assert ("care-and-support/persistent-care",) == decided.codes_in_force
    assert extract.codes == decided.codes
    assert "Yes." == (decided.decision and decided.decision.note)


def test_every_decision_is_kept(repository: Repository, extract: Extract) -> None:
    """A later one adds to the history, whoever makes it."""
    decide(repository, SLUG, extract.key, "Mari", Choice(Verdict.KEEP))
    decide(repository, SLUG, extract.key, "Ifan", Choice(Verdict.REJECT, note="A norm."))

    assert [("Mari", Verdict.KEEP), ("Ifan", Verdict.REJECT)] == [
        (decision.person, decision.verdict) for decision in history(repository, SLUG, extract.key)
    ]
    assert [("CPR2019-W91", extract.key)] == [(ref, judged.key) for ref, judged in all_judged(repository)]


def test_alone_a_review_is_as_if_nobody_else_had_decided(repository: Repository, extract: Extract) -> None:
    """Neither another's coding nor another's limits; the machine's stay, and the key, and one's own decision."""
    before = repository.review(SLUG)
    decide(repository, SLUG, extract.key, "Mari", Choice(Verdict.KEEP, Stance.GENERAL, (), start=3, end=20))
    mine = repository.review(SLUG)
    decide(repository, SLUG, extract.key, "Ifan", Choice(Verdict.REJECT, start=3, end=9))

    assert before == review_alone(repository, SLUG, "Ceri")
    assert mine == review_alone(repository, SLUG, "Mari")
    with pytest.raises(ReviewNotFound):
        review_alone(repository, "none", "Mari")


def test_decisions_survive_new_rules(repository: Repository, extract: Extract) -> None:
    """Coding all reviews anew keeps them in their places."""
    decide(
        repository, SLUG, extract.key, "Mari", Choice(Verdict.KEEP, start=extract.start + 3, end=extract.end)
    )
    reports = list(recode(repository, every=True))
    again = next(e for e in repository.review(SLUG).extracts if e.key == extract.key)

    assert [("CPR2019-W91", 0)] == [(report.reference, report.unanchored) for report in reports]
    assert Decided.KEPT is again.decided
    assert PRAISE[3:] == again.text


def test_decisions_survive_a_corrected_file(
    repository: Repository, extract: Extract, take: Taking, arrivals: Path
) -> None:
    """The new version has other passages; the words are found again, and shown where they stand now."""
    decide(repository, SLUG, extract.key, "Mari", Choice(Verdict.KEEP, stance=Stance.IDENTIFIED))
    mended = PRAISE.replace("three evenings", "three evenings,")
    make_review(
        arrivals / "CPR2019-W91.pdf",
        analysis=("A sentence that was not there before, about the weather.", f"{OTHER} {mended}"),
    )

    assert Outcome.NEW_VERSION is take()["CPR2019-W91.pdf"].outcome
    again = next(e for e in repository.review(SLUG).extracts if e.key == extract.key)
    assert Decided.KEPT is again.decided
    assert [] == unanchored(repository)


def test_what_is_gone_is_listed_not_dropped(
    repository: Repository, extract: Extract, take: Taking, arrivals: Path
) -> None:
    """A person sees the words, the review and every decision."""
    decide(repository, SLUG, extract.key, "Mari", Choice(Verdict.KEEP))
    make_review(arrivals / "CPR2019-W91.pdf", analysis=("Nothing of it is left here at all, not one word.",))
    take()
    lost = unanchored(repository)

    assert [("CPR2019-W91", PRAISE, 1)] == [
        (u.reference, u.judged.quote, len(u.judged.decisions)) for u in lost
    ]
    assert extract.key not in {e.key for e in repository.review(SLUG).extracts}


def test_of_a_review_that_is_published_no_more_nothing_is_listed(
    repository: Repository, extract: Extract, take: Taking, arrivals: Path
) -> None:
    """Its words are shown nowhere, nor in the list of what lost its place."""
    decide(repository, SLUG, extract.key, "Mari", Choice(Verdict.KEEP))
    make_review(arrivals / "CPR2019-W91.pdf", analysis=("Nothing of it is left here at all, not one word.",))
    take()
    withdrawn = repository.review(SLUG).model_copy(update={"status": Status.WITHDRAWN})
    with repository.session() as session:
        kept = stored.load_review(session, SLUG)
        assert kept is not None
        stored.update_review(session, kept.id, withdrawn)

    assert [] == unanchored(repository)


def test_the_index_follows_a_decision(repository: Repository, extract: Extract) -> None:
    """A decision marks its review; when the index has followed, it answers with it."""
    decide(repository, SLUG, extract.key, "Mari", Choice(Verdict.KEEP, stance=Stance.CRITICISM))

    assert ["not_indexed_yet"] == [difference.kind for difference in verify(repository)]
    with repository.writing():
        follow(repository)
    assert [] == verify(repository)
    assert 1 == repository.search(SearchQuery(text="evenings", stance=("criticism",))).total


@pytest.mark.parametrize(
    ("choice", "says"),
    [
        (Choice(Verdict.KEEP, codes=("kindness",)), "no|not a code"),
        (Choice(Verdict.KEEP, start=5, end=5), "limits"),
        (Choice(Verdict.KEEP, start=5), "both"),
        (Choice(Verdict.KEEP, note="x" * 2001), "Shorten"),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(
    repository: Repository, extract: Extract, choice: Choice, says: str
) -> None:
    """With a sentence, and nothing is kept."""
    with pytest.raises(DecisionRefused, match=says):
        decide(repository, SLUG, extract.key, "Mari", choice)
    assert () == history(repository, SLUG, extract.key)


def test_only_what_is_there_can_be_decided_about(repository: Repository, extract: Extract) -> None:
    """Neither another review nor another extract."""
    with pytest.raises(ExtractNotFound):
        decide(repository, SLUG, "0" * 16, "Mari", Choice(Verdict.KEEP))
    with pytest.raises(ReviewNotFound):
        decide(repository, "cpr2000-w01", extract.key, "Mari", Choice(Verdict.KEEP))


def test_saying_the_same_again_adds_nothing(repository: Repository, extract: Extract) -> None:
    """A form that is sent twice; but not when anything differs, or somebody else spoke in between."""
    same = Choice(Verdict.KEEP, stance=Stance.GENERAL, note="A norm.")
    for choice in (same, same, Choice(Verdict.KEEP, stance=Stance.GENERAL)):
        decide(repository, SLUG, extract.key, "Mari", choice)
    assert 2 == len(history(repository, SLUG, extract.key))

    decide(repository, SLUG, extract.key, "Ifan", same)
    again = decide(repository, SLUG, extract.key, "Mari", Choice(Verdict.KEEP, stance=Stance.GENERAL))
    assert ["Mari", "Mari", "Ifan", "Mari"] == [d.person for d in history(repository, SLUG, extract.key)]
    assert again == repository.extract_by_key(SLUG, extract.key)
