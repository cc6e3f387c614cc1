"""Bodies are found under all their names, under one identity."""

import pytest

from wsr.vocabulary import bodies
from wsr.vocabulary.agencies import agency_kinds
from wsr.vocabulary.boards import boards
from wsr.vocabulary.bodies import body_names, find_bodies, names_own_board


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Dyfed‑Powys Police", ["dyfed-powys-police"]),
        ("BCUHB and Heddlu Gogledd Cymru", ["betsi-cadwaladr-health-board", "north-wales-police"]),
        ("Cardiff & Vale University Health Board", ["cardiff-and-vale-health-board"]),
        ("the City and County of Swansea", ["swansea-council"]),
        ("Cyngor Sir Gwynedd", ["gwynedd-council"]),
        ("Gwent Safeguarding Board", ["gwent"]),
        ("the health board and the police", []),
        ("a walk in Cardiff", []),
        ("Aneurin Bevan UHB", ["aneurin-bevan-health-board"]),
        ("ABMU Health Board, now Swansea Bay UHB", ["swansea-bay-health-board"] * 2),
        ("Gwent Healthcare NHS Trust", ["aneurin-bevan-health-board"]),
        ("Bwrdd Iechyd Hywel Dda", ["hywel-dda-health-board"]),
        ("NPT CBC", ["neath-port-talbot-council"]),
        ("Flintshire Social Services", ["flintshire-council"]),
        ("Cardiff Children’s Services", ["cardiff-council"]),
        ("Swansea and Neath Port Talbot Councils", ["swansea-council", "neath-port-talbot-council"]),
        ("Swansea and Cardiff Bay", []),
        ("HM Inspectorate of Probation", ["hmi-probation"]),
    ],
)
def test_a_name_leads_to_its_body(text: str, ids: list[str]) -> None:
    """English, Welsh, earlier names and abbreviations; a kind of agency alone is no body."""
    assert ids == [mention.body.id for mention in find_bodies(text)]


def test_every_body_is_of_a_kind_of_agency_or_of_none() -> None:
    """So that it can be filtered by."""
    known = {kind.id for kind in agency_kinds()} | {""}
    entries = bodies._vocabulary()

    assert {entry["kind"] for entry in entries["body"]} <= known
    assert {entry["also"] for entry in entries["body"] if "also" in entry} <= known
    assert {entries["councils"]["kind"], *entries["own"]} <= known


def test_the_own_board_is_meant_without_a_name() -> None:
    """In English and Welsh, however it is spaced; never the health board."""
    assert "safeguarding-board" == names_own_board("The  Board")
    assert "safeguarding-board" == names_own_board("Bwrdd Diogelu")
    assert "community-safety-partnership" == names_own_board("Community Safety Partnership")
    assert "safeguarding-board" == names_own_board("Chair of the Board")
    assert "safeguarding-board" == names_own_board("the Board’s Business Unit")
    assert "safeguarding-board" == names_own_board("Board’s Practice Development Sub-group")
    assert "safeguarding-board" == names_own_board("Board and its partner agencies")
    assert "community-safety-partnership" == names_own_board("the Chair of the Partnership")
    for other in (
        "Health Board",
        "Area Planning Board",
        "Chair of the Health Board",
        "Regional Partnership Board",
    ):
        assert names_own_board(other) is None


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Torfaen CBC", "Torfaen County Borough Council"),
        ("Cyngor Dinas Casnewydd", "Newport City Council"),
        ("Gwynedd Council", "Cyngor Gwynedd"),
        ("City and County of Swansea", "Swansea Council"),
        ("Heddlu Gwent", "Gwent Police"),
        ("SWP", "South Wales Police"),
        ("Abertawe Bro Morgannwg UHB", "Swansea Bay University Health Board"),
        ("Welsh Ambulance Service University NHS Trust", "Welsh Ambulance Services University NHS Trust"),
        ("Gwent Police and Crime Commissioner", "Police and Crime Commissioner for Gwent"),
        ("South Wales Police & Crime Commissioner’s Office", "Police and Crime Commissioner for South Wales"),
    ],
)
def test_a_body_has_the_name_that_it_calls_itself(printed: str, name: str) -> None:
    """One mention, of all that is printed; also of a body that is called after another."""
    (mention,) = find_bodies(printed)

    assert (name, 0, len(printed)) == (mention.body.name, mention.start, mention.end)
    assert name == body_names()[mention.body.id]


def test_no_two_bodies_share_an_id_or_a_name() -> None:
    """An address with an id means one body for ever: boards, places and all others have different ones."""
    names = body_names()
    bodies_there = (
        len(boards()) + len(bodies._vocabulary()["body"]) + len(bodies._vocabulary()["councils"]["places"])
    )

    assert bodies_there == len(names) == len(set(names.values()))
