"""References as printed, in one normal form; those of other reviews left alone."""

import pytest

from tests.ingest.facts.building import Text, Title, a_reading
from wsr.domain.kinds import ClaimSource
from wsr.ingest.facts.reference import (
    board_reference_in,
    board_reference_key,
    find_board_reference,
    find_reference,
    normal_board_reference,
)

FORMS = [
    ("CTMSB 05/2018", "CTMSB 5/2018"),
    ("CPR CTMSB 06-2021", "CPR CTMSB 6/2021"),
    ("APR CTMSB 03-2022", "APR CTMSB 3/2022"),
    ("CPR 08 2020", "CPR 8/2020"),
    ("CYSUR 4 2019", "CYSUR 4/2019"),
    ("CYSUR 4/2019", "CYSUR 4/2019"),
    ("WGA N5 2016", "WGA N5/2016"),
    ("WG S71 2023", "WG S71/2023"),
    ("C&VRSB APR 03/2021", "C&VRSB APR 3/2021"),
    ("SEWSCB 2/2014", "SEWSCB 2/2014"),
    ("AYP Flint 2", "AYP Flint 2"),
    ("CPR FLINT 2", "CPR FLINT 2"),
    ("Anglesey Extended Child Practice Review 1", "Anglesey Extended Child Practice Review 1"),
    ("DHR Case 17", "DHR Case 17"),
    ("DHR SW01", "DHR SW1"),
]


@pytest.mark.parametrize(("printed", "normal"), FORMS)
def test_board_references_have_a_normal_form(printed: str, normal: str) -> None:
    """A slash before the year, no leading zero; codes as printed."""
    assert (printed, normal) == (
        board_reference_in(f"Reference: {printed}, final"),
        normal_board_reference(printed),
    )


@pytest.mark.parametrize(
    "text", ["CPR2017-W91", "DHR2016–W02", "aged 5 2018", "the CPR in 2019", "Section 5/2018", "12 May 2018"]
)
def test_what_is_no_board_reference(text: str) -> None:
    """The repository's own references, dates and the register are none."""
    assert board_reference_in(text) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("CTMSB 6/2021", "CPR CTMSB 6/2021"), ("CTMSB 8/2020", "CPR 8/2020"), ("AYP Flint 2", "CPR FLINT 2")],
)
def test_two_forms_of_one_reference_share_a_key(one: str, other: str) -> None:
    """The same review is printed with and without the codes of board and type."""
    assert board_reference_key(one) == board_reference_key(other)


def test_a_letter_of_the_authority_keeps_references_apart() -> None:
    """N5 and S5 are two reviews of one year."""
    assert board_reference_key("WGA N5/2016") != board_reference_key("WGA S5/2016")


def test_the_board_reference_is_looked_for_from_the_title_page_to_the_file_name() -> None:
    """The title page first; the file name last, as a claim of its own source."""
    titled = find_board_reference(a_reading(Title("CTMSB 05/2018"), filename="CYSUR 4 2019.pdf"))
    named = find_board_reference(a_reading(Title("Child A"), filename="CPR 08_2018 final.pdf"))

    assert [("CTMSB 5/2018", "CTMSB 05/2018", ClaimSource.DOCUMENT)] == [
        (c.value, c.quote, c.source) for c in titled
    ]
    assert [("CPR 8/2018", ClaimSource.FILE_NAME)] == [(c.value, c.source) for c in named]


def test_the_repository_reference_comes_from_the_file_name_and_the_title_page() -> None:
    """Both are claims; what is printed is kept."""
    claims = find_reference(a_reading(Title("SUSR2024-06ICTM"), filename="susr2024-06 CTM report.pdf"))

    assert [
        ("SUSR2024-06/CTM", "susr2024-06 CTM", ClaimSource.FILE_NAME),
        ("SUSR2024-06/CTM", "SUSR2024-06ICTM", ClaimSource.DOCUMENT),
    ] == [(claim.value, claim.quote, claim.source) for claim in claims]


def test_references_of_other_reviews_are_not_its_own() -> None:
    """One cited far down, or several in the opening, name no one."""
    filler = Text("The health visitor saw the child. " * 200)

    assert [] == find_reference(a_reading(Title("Child A"), filler, Text("See CPR2019-W03.")))
    assert [] == find_reference(a_reading(Title("Child A"), Text("As in CPR2019-W03 and CPR2018-W01, …")))
