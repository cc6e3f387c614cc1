"""Agencies are found by kind; the codes that hide some are kept apart."""

import tomllib
from importlib import resources

import pytest

from wsr.vocabulary.agencies import agency_kinds, find_coded_agencies, first_mentions


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The health visitor telephoned the GP.", {"health-visiting", "general-practice"}),
        ("South Wales Police sent a PPN to children’s services.", {"police", "childrens-services"}),
        ("Cysylltodd yr ymwelydd iechyd â’r heddlu.", {"health-visiting", "police"}),
        ("Betsi Cadwaladr University Health Board", {"health-board"}),
        ("Her head teacher wrote to CAMHS.", {"education", "camhs"}),
        ("The midwife asked in A&E.", {"midwifery", "emergency-department"}),
        ("She was policed by habit.", set()),
    ],
)
def test_words_in_either_language_name_a_kind(text: str, kinds: set[str]) -> None:
    """Names and abbreviations count, parts of other words and of longer names do not."""
    assert kinds == {mention.id for mention in first_mentions(text)}


def test_every_name_of_the_vocabulary_is_found() -> None:
    """The quick look at how words begin passes over none: as listed, with a hyphen, without its apostrophe."""
    source = resources.files("wsr.vocabulary").joinpath("agencies.toml").read_text(encoding="utf-8")
    missed = [
        (entry["id"], form)
        for entry in tomllib.loads(source)["agency"]
        for name in (*entry["words"], *entry.get("exact", []))
        for form in (name.replace("*", ""), name.replace("*", "").replace("'", ""))
        if entry["id"] not in {mention.id for mention in first_mentions(f"To the {form} she went.")}
    ]

    assert missed == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("LA1 told LA 2, and GP Practice 2 told Hospital 1.", ["LA1", "LA 2", "GP Practice 2", "Hospital 1"]),
        ("School A and School B’s head", ["School A"]),
        ("The hospital 3 miles away; Section 2; Child A", []),
    ],
)
def test_codes_are_found_apart(text: str, codes: list[str]) -> None:
    """A code is a word for an agency with a number or letter; a possessive is left to the name of a person."""
    assert codes == [code for code, _ in find_coded_agencies(text)]


def test_ids_are_given_once() -> None:
    """No kind is listed twice."""
    ids = [kind.id for kind in agency_kinds()]

    assert sorted(set(ids)) == sorted(ids)
