"""Agencies named, with the place of their first mention."""

from tests.ingest.facts.building import Heading, Text, a_reading
from wsr.domain.kinds import SectionKind
from wsr.ingest.facts.agencies import find_agencies, find_coded


def test_kinds_are_claimed_once_at_their_first_mention() -> None:
    """In alphabetical order of their ids."""
    reading = a_reading(Text("The police rang."), Text("The GP rang the police.", page=3))

    assert [("general-practice", 3, "GP"), ("police", 2, "police")] == [
        (claim.value, claim.page, claim.quote) for claim in find_agencies(reading)
    ]


def test_the_form_s_own_parts_name_no_agencies() -> None:
    """Its table of inspectorates stands in every review, and a glossary explains what it does not use."""
    reading = a_reading(
        Heading("For Welsh Government use only", SectionKind.ADMIN),
        Text("Estyn"),
        Heading("Glossary", SectionKind.GLOSSARY),
        Text("CAMHS"),
    )

    assert [] == find_agencies(reading)


def test_boards_and_partnerships_are_agencies_too() -> None:
    """Under names that say neither."""
    reading = a_reading(Text("Safer Swansea and Gwent Safeguarding answered."))

    assert ["community-safety-partnership", "safeguarding-board"] == [
        claim.value for claim in find_agencies(reading)
    ]


def test_codes_are_listed_in_the_order_of_their_first_mention() -> None:
    """Each once."""
    reading = a_reading(Text("LA2 wrote to LA1."), Text("LA1 wrote to Hospital 1. LA2 did not."))

    assert ["LA2", "LA1", "Hospital 1"] == [claim.value for claim in find_coded(reading)]
