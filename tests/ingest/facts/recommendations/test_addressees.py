"""Whom a recommendation addresses, by label, column, subject or group."""

import pytest

from tests.ingest.facts.building import Text, a_reading
from wsr.domain.kinds import Level
from wsr.ingest.facts.recommendations.addressees import addressees_of, level_of
from wsr.ingest.facts.recommendations.bodies import Bodies
from wsr.ingest.facts.recommendations.item import Item, Part


def _item(text: str, **facts: str) -> Item:
    return Item(Part.BODY, 0, "s1", 1, 1, (text,), **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("CWMPAS should seek assurance from each local authority.", ("CWMPAS",)),
        ("SEWSCB and the Health Board should review this.", ("SEWSCB", "Health Board")),
        (
            "Cardiff and Vale University Health Board should act.",
            ("Cardiff and Vale University Health Board",),
        ),
        (
            "The five local authorities, through their heads of service, should agree.",
            ("five local authorities",),
        ),
        ("The Welsh Government is asked to consider guidance.", ("Welsh Government",)),
        ("The Welsh Government should be asked to state this.", ("Welsh Government",)),
        (
            "It is recommended that the Home Office amend its contracts so that providers must act.",
            ("Home Office",),
        ),
        ("It is recommended to the Welsh Government that this be done.", ("Welsh Government",)),
        (
            "Consideration should be given by the Home Office and the Welsh Government to a standard.",
            ("Home Office", "Welsh Government"),
        ),
        ("In order to reduce delay, Gwent Police should act.", ("Gwent Police",)),
        (
            "Gwent Police, Aneurin Bevan University Health Board and the Council should agree.",
            ("Gwent Police", "Aneurin Bevan University Health Board", "Council"),
        ),
        ("LA2 to provide that every plan is reviewed.", ("LA2",)),
        (
            "Bereaved families should be offered a contact by the Health Board within one week.",
            ("Health Board",),
        ),
        ("The Board seeks assurance that all agencies should act.", ("Board",)),
        ("That the Welsh Government considers whether the form should ask this.", ("Welsh Government",)),
        ("Estyn and CIW could consider an inspection.", ("Estyn", "CIW")),
        ("All agencies review their forms.", ("All agencies",)),
        ("For the College of Policing to include this.", ("College of Policing",)),
        ("Aneurin Bevan UHB and Gwent Police need to agree.", ("Aneurin Bevan UHB", "Gwent Police")),
        (
            "Torfaen County Borough Council (Education): the policy should name the team.",
            ("Torfaen County Borough Council (Education)",),
        ),
        ("Training should be commissioned.", ()),
        ("Ensure that the police respond to calls.", ()),
        ("To agree with the Carers’ Service how to act.", ()),
        ("Dylai Bwrdd Iechyd Prifysgol Cwm Taf sicrhau hyn.", ("Bwrdd Iechyd Prifysgol Cwm Taf",)),
        ("Gofynnir i Lywodraeth Cymru ystyried hyn.", ("Llywodraeth Cymru",)),
        ("Pob asiantaeth i ofyn pwy sy’n byw yno.", ("Pob asiantaeth",)),
    ],
)
def test_the_subject_is_addressed(text: str, addressees: tuple[str, ...]) -> None:
    """As printed but for its article; several where each side names a body; nobody where nobody is named."""
    assert addressees == addressees_of(_item(text), Bodies())


def test_a_label_or_column_goes_before_the_subject_and_a_group_behind_it() -> None:
    """What says whom it is for is surest; a column for who leads says less than the sentence."""
    text = "Gwent Police should act."

    assert ("Welsh Government",) == addressees_of(_item(text, addressed="Welsh Government"), Bodies())
    assert ("Gwent Police",) == addressees_of(
        _item(text, lead="Gwent Safeguarding Board", group="Home Office"), Bodies()
    )
    assert ("Gwent Safeguarding Board",) == addressees_of(
        _item("To act.", lead="Gwent Safeguarding Board, Business Unit", group="Home Office"), Bodies()
    )
    assert ("Home Office",) == addressees_of(
        _item("To act.", group="Recommendations for the Home Office"), Bodies()
    )


@pytest.mark.parametrize(
    "group",
    ["Recommendations", "Improving systems and practice", "Joint services", "Within three months", ""],
)
def test_headings_that_address_nobody(group: str) -> None:
    """They open the part, or say what it is about, or when."""
    assert () == addressees_of(_item("To act.", group=group), Bodies())


@pytest.mark.parametrize(
    ("facts", "level"),
    [
        ({"level": "Local"}, Level.AGENCY),
        ({"level": "Regional"}, Level.REGIONAL),
        ({"label": "National recommendation 1"}, Level.NATIONAL),
        ({"group": "Regional recommendations"}, Level.REGIONAL),
        ({}, Level.AGENCY),
    ],
)
def test_the_level_is_said_or_follows_from_the_body(facts: dict[str, str], level: Level) -> None:
    """A column, a label, the heading of a group; else that of the body."""
    item = _item("Gwent Police should act.", **facts)

    assert level == level_of(item, addressees_of(item, Bodies()), Bodies())


def test_the_highest_body_gives_the_level() -> None:
    """A recommendation to the Board and the police is the Board's to follow up."""
    item = _item("South Wales Police and the Board should act.")

    assert Level.BOARD == level_of(item, addressees_of(item, Bodies()), Bodies())
    assert Level.UNKNOWN == level_of(_item("To act."), (), Bodies())
    assert Level.BOARD == level_of(_item("To act.", level="Local"), (), Bodies())


def test_a_name_of_the_documents_own_is_an_agency() -> None:
    """A voluntary body is known by the capital it has within sentences; a word at the beginning is not."""
    reading = a_reading(
        Text("The adviser at Llwybrau listened. He rang Llwybrau again."),
        Text("Training was given, and training helped."),
    )
    bodies = Bodies.of(reading)

    assert ("Gwent Police", "Llwybrau") == addressees_of(
        _item("Gwent Police and Llwybrau should agree."), bodies
    )
    assert Level.AGENCY == bodies.level_of("Llwybrau")
    assert () == addressees_of(_item("Training should be the rule."), bodies)


def test_a_part_of_a_body_is_addressed_with_the_body_that_heads_its_group() -> None:
    """“Adult Services” under the name of a council; a name of its own needs no other, and a board is no council."""
    under = {"group": "Isle of Anglesey County Council"}

    assert ("Adult Services", "Isle of Anglesey County Council") == addressees_of(
        _item("Adult Services should act.", **under), Bodies()
    )
    assert ("Gwent Police",) == addressees_of(_item("Gwent Police should act.", **under), Bodies())
    assert ("Schools",) == addressees_of(
        _item("Schools should act.", group="Gwent Safeguarding Board"), Bodies()
    )


def test_a_heading_with_a_name_addresses_and_one_without_is_a_subject() -> None:
    """Both end with the same general noun."""
    assert ("Powys County Council Adult Services",) == addressees_of(
        _item("To act.", group="Powys County Council Adult Services"), Bodies()
    )
    assert () == addressees_of(_item("To act.", group="Joint services"), Bodies())
