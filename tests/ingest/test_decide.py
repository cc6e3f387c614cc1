"""What becomes of a file, for each way in which it can meet what is held."""

from dataclasses import replace
from pathlib import PurePath
from typing import Any

import pytest

from tests.making import a_parsed_document
from wsr.domain.claims import Claim
from wsr.domain.kinds import ClaimSource, Language, Outcome, ReferenceSource, ReviewType, Role
from wsr.domain.review import ParsedDocument
from wsr.ingest.belonging import HeldReview
from wsr.ingest.decide import Decision, HeldDocument, Known, decide, decide_by_bytes
from wsr.ingest.manifest import Entry, Manifest
from wsr.language.shingles import shingles

EXTRACTOR = "reader 2"
PROSE = "The health visitor saw the child at home on four occasions and wrote down what she saw each time. "
OTHER_PROSE = "Nobody asked the man who answered the door what his name was or why he was there so often. "


def _claim(
    field: str, value: str, source: ClaimSource = ClaimSource.DOCUMENT, quote: str | None = None
) -> Claim:
    return Claim(field=field, value=value, source=source, quote=quote or value)


def _parsed(text: str = PROSE, reference: str | None = None, **facts: Any) -> ParsedDocument:
    stated = facts.pop("stated", {"review_type": "CPR"})
    claims = [_claim(field, value) for field, value in stated.items()]
    if reference:
        claims.append(_claim("reference", reference, ClaimSource.FILE_NAME))
    return a_parsed_document(text, claims=tuple(claims), **facts)


def _held(reference: str = "CPR2019-W01", text: str = OTHER_PROSE, **facts: Any) -> Known:
    document = HeldDocument(
        reference=reference, document="d1", role=Role.REPORT, language=Language.EN, version=1,
        sha256="1" * 64, filename="held.pdf", extractor=EXTRACTOR,
    )  # fmt: skip
    review = HeldReview(reference, ReferenceSource.FILE_NAME, ReviewType.CPR, **facts)
    return Known(
        (document,),
        (replace(review, filenames=review.filenames or ("held.pdf",)),),
        {"1" * 64: shingles(text)},
    )


def _decide(
    parsed: ParsedDocument, known: Known, filename: str = "new.pdf", manifest: Manifest | None = None
) -> Decision:
    return decide(parsed, "2" * 64, filename, manifest or Manifest(), known, EXTRACTOR)


def test_the_first_file_of_a_review_is_accepted() -> None:
    """Its own reference names the review; it is d1, version 1."""
    decision = _decide(_parsed(reference="CPR2020-W02"), Known())

    assert (Outcome.ACCEPTED, "CPR2020-W02", ReferenceSource.FILE_NAME, "d1", 1, True) == (
        decision.outcome, decision.reference, decision.reference_source, decision.document, decision.version, decision.founds_review,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("filename", "extractor", "outcome"),
    [
        ("held.pdf", EXTRACTOR, Outcome.UNCHANGED),
        ("held.pdf", "reader 3", Outcome.REPARSED),
        ("copy.pdf", EXTRACTOR, Outcome.DUPLICATE),
        ("copy.pdf", "reader 3", Outcome.REPARSED),
    ],
)
def test_bytes_that_are_held_need_no_reading(filename: str, extractor: str, outcome: Outcome) -> None:
    """Unless a newer reader would read them otherwise."""
    decision = decide_by_bytes("1" * 64, filename, _held(), extractor)

    assert decision is not None
    assert (outcome, "CPR2019-W01", "d1") == (decision.outcome, decision.reference, decision.document)
    assert (filename == "held.pdf") == (decision.detail is None)


def test_other_bytes_of_the_same_reference_role_and_language_are_a_new_version() -> None:
    """The new one has an id of its own and the next version."""
    decision = _decide(_parsed(reference="CPR2019-W01"), _held())

    assert (Outcome.NEW_VERSION, "d2", 2, False) == (
        decision.outcome,
        decision.document,
        decision.version,
        decision.founds_review,
    )


@pytest.mark.parametrize(("role", "language"), [(Role.REPORT, Language.CY), (Role.BRIEFING, Language.EN)])
def test_a_twin_or_briefing_of_the_same_reference_is_a_companion(role: Role, language: Language) -> None:
    """It joins the review instead of replacing the report."""
    decision = _decide(_parsed(reference="CPR2019-W01", role=role, language=language), _held())

    assert (Outcome.COMPANION, "CPR2019-W01", "d2", 1) == (
        decision.outcome,
        decision.reference,
        decision.document,
        decision.version,
    )


def test_the_manifest_outranks_the_file_name() -> None:
    """For the reference, the role and the language alike."""
    entry = _manifest(
        "new.pdf", ("reference", "CPR2019-W01", "CPR2019-W01"), ("role", "briefing", "briefing")
    )
    decision = _decide(_parsed(reference="CPR2020-W02"), _held(), manifest=entry)

    assert (Outcome.COMPANION, "CPR2019-W01", ReferenceSource.MANIFEST, Role.BRIEFING) == (
        decision.outcome, decision.reference, decision.reference_source, decision.role,
    )  # fmt: skip


def test_the_same_text_without_another_reference_is_a_duplicate_of_the_one_it_names() -> None:
    """Different bytes and name, nine tenths of the wording."""
    decision = _decide(_parsed(PROSE * 3), _held(text=PROSE * 3 + "The end."))

    assert (Outcome.DUPLICATE, "CPR2019-W01", "d1") == (
        decision.outcome,
        decision.reference,
        decision.document,
    )
    assert decision.detail == "Its text is that of held.pdf of CPR2019-W01."
    assert not decision.is_kept


def test_the_same_text_under_another_reference_is_taken_with_a_warning() -> None:
    """A reference is stronger than likeness."""
    decision = _decide(_parsed(PROSE, reference="CPR2020-W02"), _held(text=PROSE))

    assert (Outcome.ACCEPTED, ["near_duplicate"]) == (
        decision.outcome,
        [warning.kind for warning in decision.warnings],
    )


def test_reviews_without_a_reference_get_the_next_local_one() -> None:
    """Of their type and year of publication, else of the report, else without a year; numbers are never reused."""
    known = _held("CPR2021-L01")
    dated = {"review_type": "CPR", "report_date": "2020-11", "publication_date": "2021"}

    assert "CPR2021-L02" == _decide(_parsed(stated=dated), known).reference
    assert (
        "CPR2020-L01"
        == _decide(_parsed(stated={"review_type": "CPR", "report_date": "2020-11"}), known).reference
    )
    undated = _decide(_parsed(), known)
    assert ("CPR-L01", ReferenceSource.ASSIGNED, None) == (
        undated.reference,
        undated.reference_source,
        undated.reference_as_printed,
    )


@pytest.mark.parametrize(
    ("stated", "filename", "joins"),
    [
        ({"board_reference": "CPR CTMSB 5/2018"}, "x.pdf", True),
        ({"board_reference": "CTMSB 5/2018", "board": "gwent"}, "x.pdf", False),
        ({"board_reference": "CTMSB 6/2018"}, "x.pdf", False),
        ({}, "CTMSB 05-2018 seven minute briefing.pdf", True),
        ({}, "Seven Minute Briefing.pdf", False),
        ({"subjects": "Child A", "board": "cwm-taf-morgannwg", "incident_date": "2017-03-04"}, "x.pdf", True),
        ({"subjects": "Child A", "board": "cwm-taf-morgannwg"}, "x.pdf", False),
        ({"subjects": "Child A", "board": "gwent", "incident_date": "2017-03"}, "x.pdf", False),
        ({"review_type": "APR", "board_reference": "CTMSB 5/2018"}, "x.pdf", False),
    ],
)
def test_a_companion_joins_only_the_review_it_clearly_belongs_to(
    stated: dict[str, str], filename: str, joins: bool
) -> None:
    """By the board's reference, the file name, or subject with board and month; a pseudonym alone never joins."""
    known = _held(
        board="cwm-taf-morgannwg", board_reference="CTMSB 5/2018", subjects=("Child A",), incident_date="2017-03",
        filenames=("CTMSB 05 2018 final report.pdf",),
    )  # fmt: skip
    decision = _decide(_parsed(role=Role.BRIEFING, stated={"review_type": "CPR", **stated}), known, filename)

    assert joins == (decision.reference == "CPR2019-W01")
    assert (Outcome.COMPANION if joins else Outcome.ACCEPTED) == decision.outcome
    assert ([] if joins else ["companion_alone"]) == [warning.kind for warning in decision.warnings]


def test_two_reviews_that_would_do_leave_a_companion_alone() -> None:
    """Which of them it belongs to is for a person to say."""
    one = HeldReview("CPR2019-W01", ReferenceSource.FILE_NAME, ReviewType.CPR, board_reference="CTMSB 5/2018")
    known = Known(reviews=(one, replace(one, reference="CPR2019-W02")))
    parsed = _parsed(role=Role.BRIEFING, stated={"review_type": "CPR", "board_reference": "CTMSB 5/2018"})

    assert "CPR-L01" == _decide(parsed, known).reference


def test_a_report_joins_the_review_that_its_briefing_founded() -> None:
    """The companion came first; the report becomes its first document by role."""
    known = _held("CPR-L01", board_reference="CTMSB 5/2018")
    known = replace(known, documents=(replace(known.documents[0], role=Role.BRIEFING),))
    decision = _decide(_parsed(stated={"review_type": "CPR", "board_reference": "CTMSB 5/2018"}), known)

    assert (Outcome.COMPANION, "CPR-L01", Role.REPORT) == (
        decision.outcome,
        decision.reference,
        decision.role,
    )


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (PROSE * 2 + OTHER_PROSE, Outcome.NEW_VERSION),
        ("Quite another text altogether here.", Outcome.ACCEPTED),
    ],
)
def test_a_corrected_issue_is_told_from_another_review_of_the_same_number(
    text: str, outcome: Outcome
) -> None:
    """The same board reference with half of the wording is the same review; with other words it is not."""
    known = _held("CPR-L01", text=PROSE * 2, board_reference="CTMSB 5/2018")
    decision = _decide(_parsed(text, stated={"review_type": "CPR", "board_reference": "CTMSB 5/2018"}), known)

    assert outcome == decision.outcome


def test_reasons_to_hold_hold_whatever_else_it_is() -> None:
    """The decision still says where the document belongs."""
    decision = _decide(_parsed(reference="CPR2019-W01", hold_reasons=("Page 2 hides words.",)), _held())

    assert (Outcome.HELD, "Page 2 hides words.", 2) == (decision.outcome, decision.detail, decision.version)


def test_a_reference_of_another_type_than_the_text_is_warned_of() -> None:
    """It is followed all the same: the curator named the file."""
    decision = _decide(_parsed(reference="DHR2020-W01"), Known())

    assert (Outcome.ACCEPTED, ["type_differs"]) == (
        decision.outcome,
        [warning.kind for warning in decision.warnings],
    )


def _manifest(file: str, *facts: tuple[str, str, str]) -> Manifest:
    return Manifest((Entry(2, PurePath(file), facts),))


@pytest.mark.parametrize(
    ("role", "document", "version"),
    [(Role.REPORT, "d1", 1), (Role.BRIEFING, "d1", 1), (Role.LETTER, "d1", 2)],
)
def test_a_newer_reading_keeps_the_document_and_may_change_its_role(
    role: Role, document: str, version: int
) -> None:
    """The version counts those of the role it turns out to have."""
    known = _held()
    letter = replace(
        known.documents[0], document="d2", role=Role.LETTER, sha256="3" * 64, filename="letter.pdf"
    )
    known = replace(known, documents=(*known.documents, letter))
    decision = decide(_parsed(role=role), "1" * 64, "held.pdf", Manifest(), known, "reader 3")

    assert (Outcome.REPARSED, document, role, version) == (
        decision.outcome, decision.document, decision.role, decision.version,
    )  # fmt: skip
    assert decision.is_kept
