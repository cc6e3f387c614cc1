"""What a document is within its review, and in which language."""

import pytest

from tests.ingest.facts.building import Heading, Text, Title, a_reading
from wsr.domain.kinds import Language, Role, SectionKind
from wsr.ingest.facts.role import find_language, find_role


@pytest.mark.parametrize(
    ("titles", "role"),
    [
        (["Child Practice Review Report", "Child A"], Role.REPORT),
        (["7 Minute Briefing", "Child Practice Review: Child A"], Role.BRIEFING),
        (["Seven-minute briefing"], Role.BRIEFING),
        (["Domestic Homicide Review", "Executive Summary"], Role.EXECUTIVE_SUMMARY),
        (["Domestic Homicide Review", "Overview Report"], Role.REPORT),
        (["Domestic Homicide Review", "Executive Summary, Overview Report and Action Plan"], Role.REPORT),
        (["Adult Practice Review", "Action Plan"], Role.ACTION_PLAN),
        (["Child Practice Review", "Press statement"], Role.OTHER),
        (["Adolygiad Ymarfer Plant", "Sesiwn friffio 7 munud"], Role.BRIEFING),
        (["Adolygiad Dynladdiad Domestig", "Crynodeb Gweithredol"], Role.EXECUTIVE_SUMMARY),
    ],
)
def test_the_title_page_says_what_it_is(titles: list[str], role: Role) -> None:
    """A title that names the report beside its parts is the report."""
    lines = [Title(text, 24 - 4 * at) for at, text in enumerate(titles)]

    assert role == find_role(a_reading(*lines, Heading("Introduction"), Text("Words of the text.")))


def test_the_file_name_says_it_where_the_title_does_not() -> None:
    """Words apart by underscores or hyphens."""
    assert Role.BRIEFING == find_role(
        a_reading(Title("Child A", 20), filename="CPR2020-W02_7-minute-briefing.pdf")
    )


def test_a_summary_bound_before_the_report_is_the_report() -> None:
    """The file holds both, whatever stands on its first page."""
    reading = a_reading(
        Title("Domestic Homicide Review", 24), Title("Executive Summary", 20),
        Heading("Executive summary"), Text("Short."), Heading("Overview report"), Heading("Analysis", SectionKind.ANALYSIS), Text("Long."),
    )  # fmt: skip

    assert Role.REPORT == find_role(reading)


def test_a_letter_is_known_by_its_salutation() -> None:
    """A short file that begins with "Dear"."""
    assert Role.LETTER == find_role(
        a_reading(
            Title("Home Office"), Text("Dear Ms Rees", page=1), Text("Thank you for the report.", page=1)
        )
    )


def test_a_file_of_nothing_but_a_plan_is_the_plan() -> None:
    """Also without a title that says so."""
    plan = Heading("Plan of work", SectionKind.ACTION_PLAN)

    assert Role.ACTION_PLAN == find_role(a_reading(Title("Child A"), plan, Text("Train the staff. " * 30)))


@pytest.mark.parametrize("language", list(Language))
def test_the_language_is_that_of_most_of_the_text(language: Language) -> None:
    """Counted over the pages."""
    assert language == find_language(a_reading(Text("Words."), language=language))
