"""A review is what its documents and claims say together, the strongest source first."""

from typing import Any

import pytest

from tests.making import a_document, a_parsed_document, a_passage, a_recommendation, a_section
from wsr.domain.claims import Claim
from wsr.domain.kinds import ClaimSource, Language, ReferenceSource, Role, Status, YearBasis
from wsr.domain.review import Document, ParsedDocument, Review
from wsr.ingest.assemble import assemble, relabelled

_Pair = tuple[Document, ParsedDocument]


def _claims(
    source: ClaimSource = ClaimSource.DOCUMENT, document: str | None = "d1", **facts: str
) -> tuple[Claim, ...]:
    return tuple(
        Claim(field=field, value=value, source=source, document=document, quote=f"{value} as printed")
        for field, values in facts.items()
        for value in values.split("; ")
    )


def _pair(
    name: str = "d1", role: Role = Role.REPORT, language: Language = Language.EN, **facts: Any
) -> _Pair:
    parsed = a_parsed_document("Some words.", role=role, language=language, **facts)
    return a_document(name[-1] * 64, id=name, role=role, language=language), relabelled(parsed, name)


def _review(*pairs: _Pair, claims: tuple[Claim, ...] = (), reference: str = "CPR2019-W01") -> Review:
    return assemble(reference, None, ReferenceSource.FILE_NAME, Status.PUBLISHED, pairs, claims)


def test_documents_stand_in_reading_order() -> None:
    """The English report first, then its twin, then the summary and the briefing, whatever came first."""
    review = _review(
        _pair("d1", Role.BRIEFING),
        _pair("d2", Role.REPORT, Language.CY),
        _pair("d3", Role.EXECUTIVE_SUMMARY),
        _pair("d4"),
    )

    assert ["d4", "d2", "d3", "d1"] == [document.id for document in review.documents]
    assert ["d4", "d2", "d3", "d1"] == [passage.document for passage in review.passages]
    assert Language.EN == review.language


def test_facts_of_the_report_go_before_those_of_companions() -> None:
    """A Welsh twin does not add its own name for the subject, and fills what the report leaves open."""
    report = _pair("d1", claims=_claims(review_type="CPR", subjects="Child A; Child B", title="Review"))
    twin = _pair(
        "d2",
        language=Language.CY,
        claims=_claims(subjects="Plentyn A; Plentyn B", title="Adolygiad", form="concise"),
    )
    review = _review(twin, report)

    assert (("Child A", "Child B"), "Review", "concise") == (review.subjects, review.title, review.form)
    assert 8 == len(review.claims)


def test_the_manifest_outranks_the_documents_and_both_are_kept() -> None:
    """Its claims belong to no document; a list is replaced as a whole."""
    outside = _claims(ClaimSource.MANIFEST, None, board="gwent", subjects="Child Z")
    review = _review(_pair(claims=_claims(board="north-wales", subjects="Child A; Child B")), claims=outside)

    assert review.board is not None
    assert ("gwent", "Gwent Safeguarding Board", ("Child Z",)) == (
        review.board.id,
        review.board.name,
        review.subjects,
    )
    assert {"gwent", "north-wales"} == {claim.value for claim in review.claims if claim.field == "board"}


@pytest.mark.parametrize(
    ("facts", "reference", "year", "basis"),
    [
        ({"publication_date": "2021-02", "report_date": "2020"}, "CPR2019-W01", 2021, YearBasis.PUBLICATION),
        ({"report_date": "2020-11-03", "incident_date": "2018"}, "CPR2019-W01", 2020, YearBasis.REPORT),
        ({"incident_date": "2018"}, "CPR2019-W01", 2019, YearBasis.REFERENCE),
        ({"incident_date": "2018"}, "CPR-L01", None, None),
    ],
)
def test_the_year_says_what_it_rests_on(
    facts: dict[str, str], reference: str, year: int | None, basis: YearBasis | None
) -> None:
    """Publication, else report, else the reference; never the incident."""
    review = _review(_pair(claims=_claims(review_type="CPR", **facts)), reference=reference)

    assert (year, basis) == (review.year, review.year_basis)


def test_what_nobody_states_is_left_open() -> None:
    """The type comes from the reference, the title is the reference, all else is empty."""
    review = _review(_pair())

    assert ("CPR", "CPR2019-W01", "cpr2019-w01") == (review.review_type, review.title, review.slug)
    assert (None, None, (), None) == (
        review.board,
        review.board_reference,
        review.authors,
        review.report_date,
    )


def test_the_board_reference_is_kept_as_printed_too() -> None:
    """Both forms come from one claim."""
    review = _review(_pair(claims=_claims(board_reference="CTMSB 5/2018")))

    assert ("CTMSB 5/2018", "CTMSB 5/2018 as printed") == (
        review.board_reference,
        review.board_reference_as_printed,
    )


def test_recommendations_are_merged_within_a_language_and_renumbered() -> None:
    """The action plan adds its place to the report's wording; the Welsh twin has its own."""
    text = "The Board should seek assurance that every missed appointment of a child is followed up."
    welsh = "Dylai'r Bwrdd geisio sicrwydd bod pob apwyntiad a gollir gan blentyn yn cael sylw."
    review = _review(
        _pair("d1", recommendations=(a_recommendation(1, text),)),
        _pair(
            "d2",
            Role.ACTION_PLAN,
            recommendations=(
                a_recommendation(1, text.rstrip(".")),
                a_recommendation(2, "Police to train staff on coercive control."),
            ),
        ),
        _pair("d3", language=Language.CY, recommendations=(a_recommendation(1, welsh),)),
    )

    assert [("r1", ["d1", "d2"]), ("r2", ["d2"]), ("r3", ["d3"])] == [
        (one.id, [place.document for place in one.places]) for one in review.recommendations
    ]
    assert [text, "Police to train staff on coercive control.", welsh] == [
        one.text for one in review.recommendations
    ]


def test_dates_in_the_wrong_order_are_warned_of() -> None:
    """Whoever states them."""
    outside = _claims(ClaimSource.MANIFEST, None, publication_date="2017")
    review = _review(_pair(claims=_claims(report_date="2018-05", incident_date="2016")), claims=outside)

    assert ["The report date (2018-05) is later than the publication date (2017)."] == [
        w.detail for w in review.warnings
    ]


def test_items_take_the_id_of_their_document() -> None:
    """A parser does not know which document of the review a file will become."""
    parsed = a_parsed_document(
        claims=_claims(title="Review"),
        sections=(a_section(),),
        passages=(a_passage(1, "Words."),),
        recommendations=(a_recommendation(1, "To act."),),
    )
    moved = relabelled(parsed, "d7")

    assert {"d7"} == {
        moved.claims[0].document, moved.sections[0].document, moved.passages[0].document, moved.recommendations[0].places[0].document,
    }  # fmt: skip
    assert relabelled(parsed, "d1") is parsed
