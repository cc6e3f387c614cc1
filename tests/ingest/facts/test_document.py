"""A document with all that it says."""

import pytest

from tests.ingest.facts.building import Heading, Text, Title, a_reading
from wsr.domain.claims import winning, winning_all
from wsr.domain.kinds import Language, ReviewType, Role, SectionKind
from wsr.domain.review import ParsedDocument
from wsr.errors import Rejected
from wsr.ingest.facts import build_document

_Part = Title | Heading | Text

REPORT = [
    Title("Gwent Safeguarding Board", 14), Title("Child Practice Review Report", 24), Title("Extended Child Practice Review", 14),
    Title("Re: Child X", 14), Title("SEWSCB 02/2014"), Title("Reviewers: Ceri Vale and Huw Rees"), Title("19 May 2014"),
    Heading("Circumstances resulting in the Review", SectionKind.BACKGROUND), Text("In March 2013 Child X was taken to hospital. The police were called by LA1."),
    Heading("Recommendations", SectionKind.RECOMMENDATIONS), Text("Recommendation 1: The Board should agree one form."),
]  # fmt: skip


def _built(
    *parts: _Part, filename: str = "CPR2014-W96.pdf", as_type: ReviewType | None = None
) -> ParsedDocument:
    reading = a_reading(*parts, filename=filename)
    return build_document(reading.pdf, reading.flow, filename, "d1", as_type)


def test_a_report_with_its_facts() -> None:
    """Every fact is a claim with the words that say it, its page and its document."""
    parsed = _built(*REPORT)
    facts = {
        field: claim.value
        for field in (
            "reference",
            "review_type",
            "form",
            "title",
            "board",
            "board_reference",
            "incident_date",
            "report_date",
        )
        if (claim := winning(parsed.claims, field))
    }

    assert {
        "reference": "CPR2014-W96", "review_type": "CPR", "form": "extended", "title": "Extended Child Practice Review: Child X", "board": "gwent",
        "board_reference": "SEWSCB 2/2014", "incident_date": "2013-03", "report_date": "2014-05-19",
    } == facts  # fmt: skip
    assert ["Ceri Vale", "Huw Rees"] == [claim.value for claim in winning_all(parsed.claims, "authors")]
    assert (Role.REPORT, Language.EN, 2) == (parsed.role, parsed.language, parsed.pages)
    assert ((), ()) == (parsed.warnings, parsed.hold_reasons)
    assert (["police", "hospital"], ("LA1",)) == (
        sorted(set(parsed.agencies) & {"police", "hospital"}, reverse=True),
        parsed.coded_agencies,
    )
    assert ["Recommendation 1"] == [one.label for one in parsed.recommendations]
    assert all(claim.quote and claim.document == "d1" for claim in parsed.claims)


def test_what_should_make_a_person_look_is_warned_of() -> None:
    """Dates out of order, an unknown board, references that differ."""
    parsed = _built(
        Title("Domestic Homicide Review", 24), Title("DHR2018-W01"), Title("into the death of ‘Nia’ in May 2019"), Title("June 2017"),
        Heading("Recommendations", SectionKind.RECOMMENDATIONS), Text("The police should act."), filename="DHR2017-W05.pdf",
    )  # fmt: skip

    assert {"date_order", "board_unknown", "reference_differs"} == {
        warning.kind for warning in parsed.warnings
    }


def test_what_is_no_review_is_refused_unless_the_curator_says_so() -> None:
    """Nothing else of it is looked at."""
    with pytest.raises(Rejected, match="looks like an annual report"):
        _built(Title("Annual Report 2019", 24), Text("The Board met."), filename="report.pdf")

    assert "APR" == getattr(
        winning(_built(Title("Annual Report", 24), as_type=ReviewType.APR).claims, "review_type"),
        "value",
        None,
    )
