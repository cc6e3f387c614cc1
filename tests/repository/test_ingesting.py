"""What becomes of files: each has an outcome, none is dropped, and the index follows."""

from pathlib import Path

import pytest

from tests.pdfs import make_review
from tests.repository.conftest import Taking
from wsr.domain.dates import PartialDate
from wsr.domain.kinds import Outcome, Status
from wsr.domain.search import SearchQuery
from wsr.repository import ingesting, keeping, upkeep
from wsr.repository.repository import Repository

NHS_NUMBER = "943 476 5919"
"""Valid by its check digit; it is the example number of the NHS's own documentation."""


def test_a_review_is_accepted_kept_and_found(repository: Repository, arrivals: Path, take: Taking) -> None:
    """After one run the review can be read, searched and verified."""
    make_review(arrivals / "CPR2019-W91.pdf")

    outcome = take()["CPR2019-W91.pdf"]
    results = repository.search(SearchQuery(text='"kept on trying"'))

    assert (Outcome.ACCEPTED, "CPR2019-W91") == (outcome.outcome, outcome.reference)
    assert (1, 1) == (results.total, results.total_reviews)
    assert results.hits[0].id in {passage.id for passage in repository.review("cpr2019-w91").passages}
    assert [] == upkeep.verify(repository)


def test_the_same_file_again_changes_nothing(repository: Repository, arrivals: Path, take: Taking) -> None:
    """The second run says unchanged and leaves review and index as they were."""
    make_review(arrivals / "CPR2019-W91.pdf")
    take()
    before = (repository.review("cpr2019-w91"), repository.index_version())

    assert Outcome.UNCHANGED == take()["CPR2019-W91.pdf"].outcome
    assert before == (repository.review("cpr2019-w91"), repository.index_version())


def test_the_same_bytes_under_another_name_are_a_duplicate(arrivals: Path, take: Taking) -> None:
    """In the same run or a later one, the outcome names the review that is repeated."""
    original = make_review(arrivals / "CPR2019-W91.pdf")
    copy = arrivals / "z copy.pdf"
    copy.write_bytes(original.read_bytes())

    outcome = take()["z copy.pdf"]

    assert (Outcome.DUPLICATE, "CPR2019-W91") == (outcome.outcome, outcome.reference)
    assert "CPR2019-W91.pdf" in (outcome.detail or "")


def test_other_bytes_of_the_same_reference_are_a_new_version(
    repository: Repository, arrivals: Path, take: Taking
) -> None:
    """The new words are found, the old ones are not, and the old file is kept."""
    make_review(arrivals / "CPR2019-W91.pdf", analysis=("The midwife telephoned on a Sunday.",))
    take()
    make_review(arrivals / "CPR2019-W91.pdf", analysis=("The paediatrician telephoned on a Sunday.",))

    outcome = take()["CPR2019-W91.pdf"]

    assert Outcome.NEW_VERSION == outcome.outcome
    assert [0, 1] == [
        repository.search(SearchQuery(text=word)).total for word in ("midwife", "paediatrician")
    ]
    assert [2] == [document.version for document in repository.review("cpr2019-w91").documents]
    assert 2 == len(list(repository.files))
    assert [] == upkeep.verify(repository)


def test_a_file_that_names_a_person_is_held_until_it_is_released(
    repository: Repository, arrivals: Path, take: Taking
) -> None:
    """Nothing of it can be found or read before; the reasons never repeat the number."""
    make_review(
        arrivals / "CPR2019-W91.pdf", analysis=(f"The child, NHS number {NHS_NUMBER}, was seen at home.",)
    )

    outcome = take()["CPR2019-W91.pdf"]
    found_before = repository.search(SearchQuery(text="seen")).total
    reasons = upkeep.release(repository, "CPR2019-W91")

    assert Outcome.HELD == outcome.outcome
    assert NHS_NUMBER not in str(outcome) + str(reasons)
    assert 0 == found_before
    assert 1 == repository.search(SearchQuery(text="seen")).total
    assert Status.PUBLISHED == repository.review("cpr2019-w91").status
    assert [] == upkeep.verify(repository)


def test_a_file_that_is_no_review_is_remembered_with_its_reason(
    repository: Repository, arrivals: Path, take: Taking
) -> None:
    """It stands in the list of what was not taken, and leaves it when bytes under that name are taken."""
    (arrivals / "notes.pdf").write_text("<html><body>Not found</body></html>", encoding="utf-8")
    make_review(arrivals / "CPR2019-W91.pdf")

    outcomes = take()
    (refused,) = upkeep.not_taken(repository)

    assert Outcome.REJECTED == outcomes["notes.pdf"].outcome
    assert ("notes.pdf", "not_pdf") == (refused.filename, refused.reason)
    assert Outcome.ACCEPTED == outcomes["CPR2019-W91.pdf"].outcome


def test_local_references_follow_the_order_of_paths(
    repository: Repository, arrivals: Path, take: Taking
) -> None:
    """Reviews without a reference get L01, L02 in order of path, and keep them."""
    for name, subject in (("b.pdf", "Re: Child B"), ("a.pdf", "Re: Child C")):
        make_review(
            arrivals / name, subject=subject, analysis=(f"The school wrote to the parents of {subject}.",)
        )

    first = take()
    second = take()

    assert ["CPR2019-L01", "CPR2019-L02"] == [first[name].reference for name in ("a.pdf", "b.pdf")]
    assert ["CPR2019-L01", "CPR2019-L02"] == [second[name].reference for name in ("a.pdf", "b.pdf")]


def test_the_manifest_outranks_the_document(
    repository: Repository, arrivals: Path, take: Taking, tmp_path: Path
) -> None:
    """Its facts win, both claims are kept, and a later manifest is heard without reading the file again."""
    make_review(arrivals / "report.pdf")
    manifest = tmp_path / "manifest.csv"
    manifest.write_text(
        "file,reference,board,publication_date\nreport.pdf,CPR2019-W92,north-wales,2020-01\n", "utf-8"
    )
    take(manifest)
    first = repository.review("cpr2019-w92")
    manifest.write_text("file,publication_date\nreport.pdf,2020-02-03\n", "utf-8")

    outcome = take(manifest)["report.pdf"].outcome
    second = repository.review("cpr2019-w92")

    assert ("north-wales", PartialDate.parse("2020-01")) == (
        first.board and first.board.id,
        first.publication_date,
    )
    assert {"gwent", "north-wales"} == {claim.value for claim in first.claims if claim.field == "board"}
    assert Outcome.UNCHANGED == outcome
    assert ("north-wales", PartialDate.parse("2020-02-03")) == (
        second.board and second.board.id,
        second.publication_date,
    )
    assert [] == upkeep.verify(repository)


def test_a_newer_parser_reads_the_same_bytes_again(
    repository: Repository, arrivals: Path, take: Taking, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The document keeps its id and version, the passages their keys, so that links still lead there."""
    make_review(arrivals / "CPR2019-W91.pdf")
    take()
    before = repository.review("cpr2019-w91")
    for module in (ingesting, keeping):
        monkeypatch.setattr(module, "EXTRACTOR", "a later reading")

    outcome = take()["CPR2019-W91.pdf"].outcome
    after = repository.review("cpr2019-w91")

    assert Outcome.REPARSED == outcome
    assert ["a later reading"] == [document.source.extractor for document in after.documents]
    assert [passage.key for passage in before.passages] == [passage.key for passage in after.passages]
    assert Outcome.UNCHANGED == take()["CPR2019-W91.pdf"].outcome


def test_a_run_that_is_broken_off_keeps_what_it_gave(repository: Repository, arrivals: Path) -> None:
    """The first outcome stands, and its review can be found."""
    for number in (1, 2):
        make_review(arrivals / f"CPR2019-W9{number}.pdf", subject=f"Re: Child {number}")

    run = iter(ingesting.Ingest(repository, [arrivals]))
    first = next(run)
    run.close()  # type: ignore[attr-defined]

    assert Outcome.ACCEPTED == first.outcome
    assert "CPR2019-W91" in [summary.reference for summary in repository.summaries()]
    assert [] == upkeep.verify(repository)


def test_the_same_words_in_two_documents_of_a_review_have_two_links(
    repository: Repository, arrivals: Path, take: Taking, tmp_path: Path
) -> None:
    """A briefing that repeats a paragraph of its report does not take the report's permanent link, nor it the briefing's."""
    words = "The school nurse rang on each of the three days and wrote down who had answered."
    make_review(arrivals / "a.pdf", analysis=(words,))
    make_review(arrivals / "b.pdf", title="Seven Minute Briefing", analysis=(words,), recommendations=())
    manifest = tmp_path / "manifest.csv"
    manifest.write_text(
        "file,reference,role\na.pdf,CPR2019-W91,report\nb.pdf,CPR2019-W91,briefing\n", "utf-8"
    )
    take(manifest)
    review = repository.review("cpr2019-w91")
    twice = [passage for passage in review.passages if passage.text == words]

    assert ["d1", "d2"] == [passage.document for passage in twice]
    assert twice == [repository.passage_by_key("cpr2019-w91", passage.key) for passage in twice]
    assert len(review.passages) == len({passage.key for passage in review.passages})
