"""The five types are told from each other, and from what only looks like them."""

import pytest

from tests.ingest.facts.building import Heading, Text, Title, a_reading
from wsr.domain.kinds import ClaimSource, ReviewType
from wsr.errors import Rejected
from wsr.ingest.facts.review_type import find_review_type


@pytest.mark.parametrize(
    ("title", "review_type"),
    [
        ("Child Practice Review Report", "CPR"),
        ("Extended Adult Practice Review", "APR"),
        ("DOMESTIC HOMICIDE REVIEW", "DHR"),
        ("Domestic Abuse Related Death Review (formerly Domestic Homicide Review)", "DHR"),
        ("DARDR Overview Report", "DHR"),
        ("Mental Health Homicide Review", "MHHR"),
        ("Report of a review in respect of: Mr. Q and the provision of Mental Health Services", "MHHR"),
        ("Report of a review in respect of: Mr Q and the provision of Mental Health Services", "MHHR"),
        (
            "Single Unified Safeguarding Review: Child Practice Review and Domestic Homicide Review criteria",
            "SUSR",
        ),
        ("Adolygiad Ymarfer Plant", "CPR"),
        ("Adolygiad Ymarfer Oedolion", "APR"),
        ("Adolygiad Lladdiad Domestig", "DHR"),
        ("Adolygiad Diogelu Unedig Sengl", "SUSR"),
    ],
)
def test_the_title_names_the_type(title: str, review_type: str) -> None:
    """In both languages, under later names too; a unified review goes before the types it unites."""
    claims, warnings = find_review_type(a_reading(Title(title, 24)), None)

    assert ([(review_type, ClaimSource.DOCUMENT, 1)], []) == (
        [(c.value, c.source, c.page) for c in claims],
        warnings,
    )


@pytest.mark.parametrize(
    ("title", "looks_like"),
    [
        ("Serious Case Review: Child B", "a Serious Case Review"),
        ("Local Child Safeguarding Practice Review", "a Local Child Safeguarding Practice Review"),
        ("Safeguarding Adults Review", "a Safeguarding Adults Review"),
        ("Regulation 28: Report to Prevent Future Deaths", "a coroner's report"),
        ("Inspection of children's social care services", "an inspection report"),
        ("Annual Report on Child Practice Reviews 2019", "an annual report"),
        ("Single Unified Safeguarding Review: Statutory Guidance", "guidance"),
        ("Thematic analysis of adult practice reviews", "a study or digest"),
        ("Independent External Reviews of Homicides: An evaluation of reviews by HIW", "a study or digest"),
        ("Independent investigation into the care and treatment of Mr W", "an independent investigation"),
    ],
)
def test_look_alikes_are_rejected_with_what_they_look_like(title: str, looks_like: str) -> None:
    """The sentence says so, and how to take it all the same."""
    with pytest.raises(Rejected, match=f"It looks like {looks_like}.*--as TYPE") as error:
        find_review_type(
            a_reading(Title(title, 24), Text("It was published by the Safeguarding Board.")), None
        )

    assert "not_a_review" == error.value.reason


def test_the_curator_may_say_what_it_is() -> None:
    """Then nothing is rejected, and the curator's word is a claim above the document's."""
    claims, _ = find_review_type(a_reading(Title("Serious Case Review", 24)), ReviewType.CPR)

    assert [("CPR", ClaimSource.MANIFEST)] == [(claim.value, claim.source) for claim in claims]


def test_text_that_names_no_review_is_rejected() -> None:
    """An invoice is no review."""
    with pytest.raises(Rejected, match="names none of the five reviews"):
        find_review_type(a_reading(Title("Invoice 12", 20), Text("For the hire of a hall.")), None)


def test_the_text_speaks_where_the_title_page_is_a_picture() -> None:
    """A type named twice in the text is its own; its abbreviation alone says nothing, being the register too."""
    prose = Text(
        "This domestic homicide review met six times. The Domestic Homicide Review panel was independent."
    )
    claims, _ = find_review_type(a_reading(Heading("Introduction"), prose), None)

    assert [("DHR", 2)] == [(claim.value, claim.page) for claim in claims]
    with pytest.raises(Rejected):
        find_review_type(
            a_reading(Text("His name was on the CPR. He had been on the CPR for a year. CPR was given.")),
            None,
        )


def test_a_file_named_by_its_reference_needs_no_title() -> None:
    """A briefing may not say which kind of review it sums up."""
    reading = a_reading(
        Title("7 Minute Briefing", 24), Text("How to safeguard a child."), filename="CPR2020-W02 briefing.pdf"
    )
    claims, _ = find_review_type(reading, None)

    assert [("CPR", ClaimSource.FILE_NAME)] == [(claim.value, claim.source) for claim in claims]


def test_title_and_text_that_disagree_are_warned_of() -> None:
    """Also title and file name."""
    prose = Text("The adult practice review panel. " * 8)
    _, warnings = find_review_type(
        a_reading(Title("Child Practice Review", 24), prose, filename="APR2020-W01.pdf"), None
    )

    assert ["type_differs", "type_differs"] == [warning.kind for warning in warnings]


def test_a_note_in_small_print_is_not_what_the_document_is() -> None:
    """Guidance that the title page mentions does not make the review guidance."""
    reading = a_reading(
        Title("Adult Practice Review", 24), Title("See the statutory guidance for the protocol", 9)
    )
    claims, _ = find_review_type(reading, None)

    assert ["APR"] == [claim.value for claim in claims]
