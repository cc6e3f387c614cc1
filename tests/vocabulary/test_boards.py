"""Boards are known under all their names, spellings and codes."""

import pytest

from wsr.vocabulary.boards import board_by_id, board_named, boards, find_areas, find_boards

FORMS = [
    ("North Wales Safeguarding Board", "north-wales"),
    ("Gwynedd & Môn LSCB", "north-wales"),
    ("NWSCB", "north-wales"),
    ("Bwrdd Diogelu Gogledd Cymru", "north-wales"),
    ("Mid and West Wales Safeguarding Board", "mid-and-west-wales"),
    ("CYSUR", "mid-and-west-wales"),
    ("Mid & West Wales Safeguarding Adults’ Board", "mid-and-west-wales"),
    ("Western Bay Safeguarding Children Board", "west-glamorgan"),
    ("WGSB", "west-glamorgan"),
    ("Cwm Taf Safeguarding Adults Board", "cwm-taf-morgannwg"),
    ("CTMSB", "cwm-taf-morgannwg"),
    ("Bwrdd Diogelu Plant Cwm Taf", "cwm-taf-morgannwg"),
    ("Cardiff & Vale of Glamorgan Regional Safeguarding Children's Board", "cardiff-and-vale"),
    ("Bwrdd Diogelu Rhanbarthol Caerdydd a’r Fro", "cardiff-and-vale"),
    ("C&VRSB", "cardiff-and-vale"),
    ("Gwent Safeguarding", "gwent"),
    ("South East Wales Safeguarding Children Board", "gwent"),
    ("Gwent-wide Adult Safeguarding Board", "gwent"),
    ("Torfaen Local Safeguarding Children Board", "gwent"),
    ("Healthcare Inspectorate Wales", "healthcare-inspectorate-wales"),
    ("HIW", "healthcare-inspectorate-wales"),
    ("Gwynedd and Anglesey Community Safety Partnership", "csp-gwynedd-and-anglesey"),
    ("Blaenau Gwent Community Safety Partnership", "csp-blaenau-gwent"),
    ("Safer Swansea", "csp-swansea"),
    ("One Newport", "csp-newport"),
    ("Rhondda Cynon Taf County Borough Council Community Safety Partnership", "csp-cwm-taf"),
    ("Partneriaeth Diogelwch Cymunedol Powys", "csp-powys"),
]


@pytest.mark.parametrize(("printed", "board"), FORMS)
def test_names_codes_and_welsh_names_lead_to_one_board(printed: str, board: str) -> None:
    """Each printed form is found whole and alone in a sentence."""
    text = f"It was commissioned by {printed} in May."

    assert [(board, printed)] == [
        (found.board.id, text[found.start : found.end]) for found in find_boards(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Cwm Taf Morgannwg University Health Board",
        "Gwent Police",
        "Cardiff Council",
        "safer sleep",
        "the Safeguarding Board",
    ],
)
def test_bodies_that_share_a_place_are_no_boards(text: str) -> None:
    """A health board, a police force or a council of the same area is another body."""
    assert [] == find_boards(text)


def test_every_id_is_given_once_and_found_again() -> None:
    """Six regional boards, one inspectorate, nineteen partnerships."""
    kinds = [board.kind for board in boards()]

    assert (6, 1, 19) == (kinds.count("regional"), kinds.count("inspectorate"), kinds.count("partnership"))
    assert [board_by_id(board.id) for board in boards()] == list(boards())


@pytest.mark.parametrize(
    ("written", "board"),
    [
        ("gwent", "gwent"),
        ("CTMSB", "cwm-taf-morgannwg"),
        ("Safer Cardiff", "csp-cardiff"),
        ("Kent Safeguarding", None),
        ("a letter to Gwent Safeguarding about the case", None),
    ],
)
def test_a_manifest_may_name_a_board_by_id_name_or_code(written: str, board: str | None) -> None:
    """The whole text must be the name."""
    found = board_named(written)

    assert board == (found.id if found else None)


def test_a_county_speaks_for_its_board_and_its_partnership() -> None:
    """The caller chooses by kind."""
    assert {"mid-and-west-wales", "csp-powys"} == {
        found.board.id for found in find_areas("Powys County Council")
    }
