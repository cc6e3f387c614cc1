"""The board that commissioned a review is told from the others that it names."""

import pytest

from tests.ingest.facts.building import Heading, Text, Title, a_reading
from wsr.domain.kinds import ReviewType, SectionKind
from wsr.ingest.facts.board import find_board

FILLER = Text("The social worker visited the home and spoke with the family about what had happened. " * 60)


def _board(
    *parts: Title | Text | Heading, review_type: ReviewType = ReviewType.CPR, running: tuple[str, ...] = ()
) -> str | None:
    claims = find_board(a_reading(*parts, running=running), review_type)
    return claims[0].value if claims else None


def test_the_title_page_names_it_over_two_lines() -> None:
    """Line breaks and case are no matter."""
    assert "cardiff-and-vale" == _board(
        Title("CARDIFF AND VALE OF GLAMORGAN REGIONAL"), Title("SAFEGUARDING BOARD")
    )


def test_a_neighbour_named_once_in_the_opening_does_not_win() -> None:
    """The body of the report names its own board again and again."""
    opening = Text("The family had come from the area of the Gwent Safeguarding Board.")
    body = [Text(f"CTMSB considered theme {number}.") for number in range(6)]

    assert "cwm-taf-morgannwg" == _board(opening, FILLER, *body)


def test_a_body_discussed_at_length_does_not_outweigh_the_title_page() -> None:
    """Thirty mentions of a neighbour in the text."""
    body = [Text("Gwent Safeguarding was asked for its records.") for _ in range(30)]

    assert "west-glamorgan" == _board(
        Title("West Glamorgan Safeguarding Board"), Title("Western Bay Safeguarding Board"), FILLER, *body
    )


def test_who_commissioned_goes_before_who_publishes() -> None:
    """A body that took over the publishing is not the review's."""
    text = Text(
        "Published by the Cwm Taf Morgannwg Safeguarding Board. This review was commissioned by Western Bay Safeguarding Children Board in 2017."
    )

    assert "west-glamorgan" == _board(text)


@pytest.mark.parametrize(
    ("review_type", "board"),
    [
        (ReviewType.DHR, "csp-powys"),
        (ReviewType.APR, "mid-and-west-wales"),
        (ReviewType.MHHR, "healthcare-inspectorate-wales"),
    ],
)
def test_each_type_has_its_kind_of_board(review_type: ReviewType, board: str) -> None:
    """A partnership for a homicide review, a safeguarding board for a practice review, the inspectorate."""
    text = Text(
        "Powys Community Safety Partnership, the Mid and West Wales Safeguarding Board and Healthcare Inspectorate Wales took part."
    )

    assert board == _board(text, review_type=review_type)


def test_another_kind_counts_where_none_of_its_own_is_named() -> None:
    """Some homicide reviews are published by the safeguarding board."""
    assert "gwent" == _board(Title("Gwent Safeguarding"), review_type=ReviewType.DHR)


def test_running_lines_name_it_too() -> None:
    """A logo on the title page leaves no words."""
    assert "north-wales" == _board(Text("A report."), running=("North Wales Safeguarding Board – Child J",))


def test_a_county_stands_in_for_a_board_that_nobody_names() -> None:
    """Of the kind that the type has."""
    assert "csp-torfaen" == _board(Title("Domestic Homicide Review in Torfaen"), review_type=ReviewType.DHR)


def test_the_form_s_admin_part_names_no_board() -> None:
    """Its table lists inspectorates for every review."""
    admin = Heading("For Welsh Government use only", SectionKind.ADMIN)

    assert _board(Text("A report."), admin, Text("Healthcare Inspectorate Wales")) is None
