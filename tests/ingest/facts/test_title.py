"""Titles are read from the largest type, and completed so that they name one review."""

import pytest

from tests.ingest.facts.building import Title, a_reading
from wsr.domain.kinds import ReviewType
from wsr.ingest.facts.title import find_title


def _title(
    *lines: Title,
    review_type: ReviewType = ReviewType.CPR,
    form: str | None = None,
    subjects: tuple[str, ...] = (),
) -> list[str]:
    return [claim.value for claim in find_title(a_reading(*lines), review_type, form, list(subjects))]


def test_a_bare_name_of_the_form_is_completed() -> None:
    """By form and subject; board, banner, date and version are left out."""
    lines = (
        Title("OFFICIAL", 30), Title("Gwent Safeguarding Board", 28), Title("Child Practice Review Report", 28),
        Title("Re: Child X and Child Y", 14), Title("Final v5", 28), Title("May 2014", 28),
    )  # fmt: skip

    assert ["Extended Child Practice Review: Child X and Child Y"] == _title(
        *lines, form="extended", subjects=("Child X", "Child Y")
    )


def test_a_title_over_two_lines_is_one() -> None:
    """Lines of one size that follow each other."""
    lines = (Title("Single Unified", 30), Title("Safeguarding Review", 30), Title("Nia", 18))

    assert ["Single Unified Safeguarding Review: Nia"] == _title(
        *lines, review_type=ReviewType.SUSR, subjects=("Nia",)
    )


def test_a_title_that_breaks_off_goes_on_in_the_next_size() -> None:
    """A long title says enough by itself."""
    lines = (
        Title("Report of a review in respect of:", 24),
        Title("Mr Q and the provision of Mental Health Services", 16),
        Title("March 2013"),
    )

    assert ["Report of a review in respect of: Mr Q and the provision of Mental Health Services"] == _title(
        *lines, review_type=ReviewType.MHHR
    )


def test_a_welsh_title_keeps_its_own_words() -> None:
    """The line with the form is taken; nothing English is put before it."""
    lines = (Title("Adroddiad Adolygiad Ymarfer Plant", 24), Title("Adolygiad Ymarfer Plant Cryno", 16))

    assert ["Adolygiad Ymarfer Plant Cryno: Plentyn A"] == _title(
        *lines, form="concise", subjects=("Plentyn A",)
    )
    assert ["Adolygiad Ymarfer Plant: Plentyn A"] == _title(lines[0], form="concise", subjects=("Plentyn A",))


def test_a_name_as_title_keeps_the_review_before_it() -> None:
    """A pseudonym alone would name many reviews."""
    lines = (Title("Louise", 40), Title("Domestic Homicide Review", 16))

    assert ["Domestic Homicide Review: Louise"] == _title(
        *lines, review_type=ReviewType.DHR, subjects=("Louise",)
    )


@pytest.mark.parametrize("lines", [(), (Title("12"), Title("RESTRICTED"))])
def test_a_page_without_a_title_gives_none(lines: tuple[Title, ...]) -> None:
    """The reference will stand in for it."""
    assert [] == _title(*lines)
