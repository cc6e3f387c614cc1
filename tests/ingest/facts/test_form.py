"""Concise or extended, and the criteria of a unified review."""

import pytest

from tests.ingest.facts.building import Heading, Text, Title, a_reading
from wsr.ingest.facts.form import find_criteria, find_form


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("Concise Child Practice Review", "concise"),
        ("EXTENDED ADULT PRACTICE REVIEW", "extended"),
        ("Adolygiad Ymarfer Plant Cryno", "concise"),
        ("Adolygiad Ymarfer Oedolion Estynedig", "extended"),
    ],
)
def test_the_title_page_says_the_form(line: str, form: str) -> None:
    """In either language."""
    assert [form] == [claim.value for claim in find_form(a_reading(Title(line, 20)))]


def test_the_sentence_on_the_commissioning_says_it_where_the_title_is_silent() -> None:
    """A sentence of the guidance that names both forms says nothing, nor does one on another kind of thing."""
    text = Text(
        "A concise review is held in some cases and an extended review in others. The chronology was concise. "
        "The Board commissioned an extended Child Practice Review in May."
    )
    (claim,) = find_form(a_reading(Title("Child Practice Review"), Heading("Legal context"), text))

    assert ("extended", 2, "The Board commissioned an extended Child Practice Review in May.") == (
        claim.value,
        claim.page,
        claim.quote,
    )


def test_nothing_said_is_nothing_found() -> None:
    """The form stays open."""
    assert [] == find_form(a_reading(Title("Child Practice Review"), Text("It was a review.")))


def test_criteria_are_listed_in_their_own_order() -> None:
    """From a line of the title page."""
    reading = a_reading(
        Title("Single Unified Safeguarding Review", 20),
        Title("Criteria met: Mental Health Homicide Review and Adult Practice Review"),
    )

    assert ["APR", "MHHR"] == [claim.value for claim in find_criteria(reading)]


def test_only_ticked_boxes_count() -> None:
    """A form lists all kinds, met or not."""
    reading = a_reading(
        Title("Single Unified Safeguarding Review", 20), Heading("Criteria for the review"),
        Text("☒ Child Practice Review ☐ Adult Practice Review ☒ Domestic Homicide Review ☐ Offensive Weapons Homicide Review"),
    )  # fmt: skip

    assert ["CPR", "DHR"] == [claim.value for claim in find_criteria(reading)]
