"""Incident, report and publication are told apart by the words around their dates."""

import pytest

from tests.ingest.facts.building import Heading, Row, Text, Title, a_reading
from wsr.domain.claims import winning
from wsr.domain.dates import PartialDate
from wsr.domain.kinds import Role, SectionKind
from wsr.ingest.facts.dates import find_date_claims, order_warnings

_Part = Title | Heading | Text | Row


def _dates(*parts: _Part, role: Role = Role.REPORT) -> dict[str, str]:
    claims = find_date_claims(a_reading(*parts), role)
    fields = ("incident_date", "report_date", "publication_date")
    return {field: claim.value for field in fields if (claim := winning(claims, field))}


@pytest.mark.parametrize(
    ("line", "dates"),
    [
        ("June 2022", {"report_date": "2022-06"}),
        ("19 May 2014", {"report_date": "2014-05-19"}),
        ("23.06.2014", {"report_date": "2014-06-23"}),
        ("Report completed: May 2016", {"report_date": "2016-05"}),
        (
            "Report completed March 2025. Published June 2025.",
            {"report_date": "2025-03", "publication_date": "2025-06"},
        ),
        ("Date of publication: 10 July 2023", {"publication_date": "2023-07-10"}),
        ("Report into the death of ‘Nia’, who died in November 2014", {"incident_date": "2014-11"}),
        ("following a Homicide committed in May 2007", {"incident_date": "2007-05"}),
        ("8 Mawrth 2023", {"report_date": "2023-03-08"}),
        ("Cyhoeddwyd: Mehefin 2021", {"publication_date": "2021-06"}),
        ("Under the Act of 2004", {}),
        ("© Crown copyright 2009", {}),
        ("2014", {}),
    ],
)
def test_dates_of_the_title_page(line: str, dates: dict[str, str]) -> None:
    """A date alone on its line is the report's; a year alone, an Act or a copyright is none."""
    assert dates == _dates(Title("Review", 24), Title(line))


def test_a_date_alone_on_a_briefing_is_when_it_came_out() -> None:
    """Also beside the name of its board."""
    line = Title("Gwent Safeguarding Board, October 2020")

    assert {"publication_date": "2020-10"} == _dates(Title("7 Minute Briefing", 24), line, role=Role.BRIEFING)


def test_a_label_on_the_line_above() -> None:
    """As in a box of two lines."""
    assert {"publication_date": "2020-10"} == _dates(
        Title("Review", 24), Title("Date published"), Title("October 2020")
    )


def test_circumstances_give_the_incident() -> None:
    """The sentence with the harm, not the earlier history nor the commissioning."""
    text = Text(
        "The review was commissioned in May 2018. In July 2014 he left the school. "
        "In May 2015 he was found unresponsive and was taken to hospital. He died on 3 June 2015."
    )

    assert (
        "2015-05"
        == _dates(Title("Review"), Heading("Circumstances resulting in the Review"), text)["incident_date"]
    )


def test_harm_in_the_next_sentence_counts() -> None:
    """The date stands in the one before."""
    text = Text("In January 2022 a passer-by found him in a doorway. He died there.")

    assert {"incident_date": "2022-01"} == _dates(Title("Review"), Heading("Introduction"), text)


@pytest.mark.parametrize(
    "text",
    [
        "The inquest into her death was held on 4 May 2016.",
        "The Coroner was told of the trial in June 2015 for murder.",
        "The panel met between May 2014 and June 2015 after the death.",
        "Section 9 of the Domestic Violence, Crime and Victims Act 2004 provides for a death.",
    ],
)
def test_other_events_are_not_the_incident(text: str) -> None:
    """Inquests, trials, meetings and Acts have dates too."""
    assert {} == _dates(Title("Review"), Heading("Introduction"), Text(text))


def test_signatures_date_a_report_that_nothing_else_dates() -> None:
    """The latest of the reviewers' dates."""
    statement = Heading("Statement by Reviewers", SectionKind.REVIEWER_STATEMENT)
    row = Row(("Name Catrin Maddox Date 14 February 2017", "Name Huw Lloyd Date 16 February 2017"))

    assert {"report_date": "2017-02-16"} == _dates(Title("Review"), statement, row)
    assert {"report_date": "2017-02"} == _dates(Title("Review", 24), Title("February 2017"), statement, row)


def test_completion_in_a_sentence() -> None:
    """Where the title page has no date."""
    text = Text("The review was suspended in April 2018 and was completed on 14 June 2019.")

    assert {"report_date": "2019-06-14"} == _dates(
        Title("Review"), Heading("Timescales", SectionKind.INTRODUCTION), text
    )


def test_the_home_office_letter_dates_nothing() -> None:
    """It is written years later."""
    letter = Heading("Letter", SectionKind.LETTER)

    assert {} == _dates(
        Title("Review"), letter, Text("The report was approved on 3 May 2021. Published 2022.")
    )


def test_dates_in_the_wrong_order_are_warned_of() -> None:
    """Only where even the latest reading of the later one falls before the earlier one."""
    wrong = {"incident_date": PartialDate(2018, 5), "report_date": PartialDate(2017)}
    possible = {"incident_date": PartialDate(2018, 5), "report_date": PartialDate(2018)}

    assert ["date_order"] == [warning.kind for warning in order_warnings(wrong)]
    assert [] == order_warnings(possible)
