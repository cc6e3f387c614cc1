"""What may identify a person holds the review, without being repeated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingest.facts.building import Row, Text, Title, a_reading
from wsr.ingest.facts.privacy import (
    find_hold_reasons,
    find_privacy_warnings,
    has_date_of_birth,
    has_nhs_number,
    is_nhs_number,
)

VALID = "943 476 5919"
"""The example number of the NHS data dictionary."""


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (f"Her number was {VALID}.", True),
        ("943-476-5919", True),
        ("NHS No: 9434765919", True),
        ("Order 9434765919", False),
        ("943 476 5918", False),
        ("Telephone 029 2044 5919", False),
        ("ISBN 978 0 7504 1234 5", False),
        ("111 111 1111", False),
    ],
)
def test_nhs_numbers_are_told_by_their_grouping_and_check_digit(text: str, held: bool) -> None:
    """Ten digits in a row need the letters NHS before them."""
    assert held == has_nhs_number(text)


@given(st.integers(0, 999_999_999))
def test_one_check_digit_at_most_is_right(number: int) -> None:
    """Of ten endings no more than one makes a valid number."""
    assert sum(is_nhs_number(f"{number:09d}{digit}") for digit in range(10)) <= 1


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("She was born on 4 May 2011.", True),
        ("D.O.B. 04/05/2011", True),
        ("DOB: 4.5.11", True),
        ("Date of birth – 4th May 2011", True),
        ("Ganwyd ar 4 Mai 2011", True),
        ("He was born in May 2011.", False),
        ("Born in 2011, she was seen on 4 May 2012.", False),
        ("The baby was seen on 4 May 2011, newly born.", False),
    ],
)
def test_full_dates_of_birth_hold_and_months_do_not(text: str, held: bool) -> None:
    """The date must follow the words for a birth."""
    assert held == has_date_of_birth(text)


def test_reasons_name_the_page_and_never_the_text() -> None:
    """They are shown to anyone who runs the command."""
    reasons = find_hold_reasons(
        a_reading(Title("Child A"), Text(f"NHS number {VALID}; born on 4 May 2011.", page=2))
    )

    assert ["Page 2 holds", "Page 2 gives"] == [reason[:12] for reason in reasons]
    assert all(VALID not in reason and "2011" not in reason for reason in reasons)


def test_a_column_of_dates_of_birth_holds() -> None:
    """The cell alone says nothing of a birth."""
    reasons = find_hold_reasons(a_reading(Row(("Child A", "04/05/2011"), ("Name", "Date of birth"))))

    assert 1 == len(reasons)


def test_hidden_words_hold_with_the_way_they_are_hidden() -> None:
    """Words under a box; marks without a letter are nothing."""
    reading = a_reading(
        Title("Child A"), Title("real name here", hidden="covered"), Title("___ .", hidden="invisible")
    )

    assert ["Page 1 has 3 words that a reader cannot see (covered)."] == [
        reason.split(" Look")[0] for reason in find_hold_reasons(reading)
    ]


def test_what_the_file_says_of_itself_is_looked_through() -> None:
    """Comments and document properties."""
    reading = a_reading(Title("Child A"), comments=("dob 04/05/2011?",), info={"Subject": f"NHS {VALID}"})

    assert ["A comment in the file gives", "The file's own subject field holds"] == [
        reason.split(" a person")[0].split(" what")[0] for reason in find_hold_reasons(reading)
    ]


def test_a_clean_file_is_not_held() -> None:
    """Ordinary dates, numbers and telephone numbers."""
    assert [] == find_hold_reasons(
        a_reading(Title("4 May 2018"), Text("Telephone 029 2044 5919, reference 123 456 7890."))
    )


def test_postcodes_and_comments_are_warned_of() -> None:
    """They do not hold: a board may print its own address."""
    reading = a_reading(Title("Child A"), Text("at CF10 3NQ", page=4), comments=("check this",))

    assert [("postcode", 4), ("comments", None)] == [(w.kind, w.page) for w in find_privacy_warnings(reading)]
