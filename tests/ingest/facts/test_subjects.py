"""Subjects are read under the names chosen for them, and nobody else is taken for one."""

import pytest

from tests.ingest.facts.building import Heading, Text, Title, a_reading
from wsr.ingest.facts.subjects import find_subjects


def _subjects(*lines: str, text: str = "") -> list[str]:
    titles = [Title("Review", 24), *map(Title, lines)]
    return [claim.value for claim in find_subjects(a_reading(*titles, Heading("Introduction"), Text(text)))]


@pytest.mark.parametrize(
    ("line", "subjects"),
    [
        ("Re: Child A", ["Child A"]),
        ("Re: Child X and Child Y", ["Child X", "Child Y"]),
        ("Children A, B and C", ["Child A", "Child B", "Child C"]),
        ("Child X & Y", ["Child X", "Child Y"]),
        ("Re: Adult B", ["Adult B"]),
        ("Young Person K", ["Young Person K"]),
        ("Baby H", ["Baby H"]),
        ("in respect of Mr. N and the provision of services", ["Mr N"]),
        ("Parthed: Plentyn A", ["Plentyn A"]),
        ("Overview report into the death of ‘Eluned’ in November 2017", ["Eluned"]),
        ("Report into the death of Nerys, who died in 2014", ["Nerys"]),
        ("concerning the death of Alys in October 2011", ["Alys"]),
        ("Re: HD and TL", ["HD", "TL"]),
        ("“Jessica”", ["Jessica"]),
        ("Reviewers: Gaynor Tresaith and Dr Owain Maddocks", []),
        ("Powys Community Safety Partnership", []),
        ("Extended Child Practice Review 1", []),
    ],
)
def test_what_the_title_page_prints(line: str, subjects: list[str]) -> None:
    """Codes, initials and chosen first names; officials and bodies are none."""
    assert subjects == _subjects(line)


def test_a_name_alone_on_a_line_must_be_the_texts_own() -> None:
    """A single word may be a place or a banner; the subject's name runs through the report."""
    assert ["Nia", "Macsen"] == _subjects("Nia and Macsen", text="Nia met Macsen. Macsen was five. " * 5)
    assert [] == _subjects("Penarth", text="She lived there.")


def test_pseudonyms_explained_in_the_opening_are_added() -> None:
    """The other person's chosen name stands in the same explanation."""
    text = "The pseudonyms ‘Eluned’ and ‘Walter’ were chosen by the family."

    assert ["Eluned", "Walter"] == _subjects("into the death of ‘Eluned’", text=text)


def test_codes_of_the_opening_stand_in_for_a_silent_title_page() -> None:
    """Those named nearly as often as the most named; a sibling named once is not a subject."""
    assert ["Adult C"] == _subjects(
        text="Adult C lived alone. Adult C was seen. Adult C rang. Child 1 called once."
    )


def test_each_subject_is_said_with_its_page_and_words() -> None:
    """The claim quotes the line."""
    (claim,) = find_subjects(a_reading(Title("Re: Child A")))

    assert ("subjects", "Child A", 1, "Child A") == (claim.field, claim.value, claim.page, claim.quote)
