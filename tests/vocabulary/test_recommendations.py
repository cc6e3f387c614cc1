"""The wording of recommendations: labels, asking, addressing and announcing."""

import pytest

from wsr.domain.kinds import Level
from wsr.vocabulary.recommendations import (
    asks,
    body_level,
    column_of,
    infinitive_subject,
    is_other_label,
    label_of,
    leads_in,
    level_named,
    opens_recommendations,
    present_request,
    radical,
    says_there_are_none,
    speaks_of_recommendations,
    welsh_subject,
)


@pytest.mark.parametrize(
    ("text", "printed", "number", "rest"),
    [
        ("Recommendation 1: The Board should act.", "Recommendation 1", "1", "The Board should act."),
        ("RECOMMENDATION 12 – Train staff", "RECOMMENDATION 12", "12", "Train staff"),
        ("National recommendation 2. Review it", "National recommendation 2", "2", "Review it"),
        ("R1. Review it", "R1", "1", "Review it"),
        ("Action 3) Review it", "Action 3", "3", "Review it"),
        ("Recommendation 15.1.2: Review it", "Recommendation 15.1.2", "15.1.2", "Review it"),
        ("Argymhelliad 4: Adolygu", "Argymhelliad 4", "4", "Adolygu"),
        ("Recommendation 5", "Recommendation 5", "5", ""),
        ("• Recommendation 6: Act", "Recommendation 6", "6", "Act"),
    ],
)
def test_labels_are_read_with_their_number(text: str, printed: str, number: str, rest: str) -> None:
    """As printed, without the mark that sets them off."""
    label = label_of(text)

    assert label is not None
    assert (printed, number, rest) == (label.printed, label.number, text[label.end :])


@pytest.mark.parametrize(
    "text",
    [
        "Recommendation 3 of the earlier review was carried out.", "Recommendations", "Recommendations: what we ask",
        "The recommendation is clear.", "Actions taken since", "Reviewed in 2016",
    ],
)  # fmt: skip
def test_what_is_no_label(text: str) -> None:
    """A mention in prose, a heading without a number."""
    assert label_of(text) is None


def test_white_space_sets_a_label_off_in_headings_and_bold_type() -> None:
    """There the label stands alone."""
    label = label_of("Recommendation 3 Supervision", alone=True)

    assert label is not None
    assert "Recommendation 3" == label.printed


def test_a_label_may_say_whom_it_addresses() -> None:
    """In brackets after the number."""
    label = label_of("Recommendation 2 (South Wales Police): Train officers.")

    assert label is not None
    assert "South Wales Police" == label.addressed


@pytest.mark.parametrize("text", ["Learning Point 1", "Theme 2: Voice", "Finding 3", "Pwynt dysgu 1"])
def test_learning_points_are_no_recommendations(text: str) -> None:
    """Action points are not learning points."""
    assert is_other_label(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Board should seek assurance.",
        "That agencies should explore whether this helps.",
        "Gwent Police to work towards a single form.",
        "Awareness raising should be commissioned.",
        "Consideration should be given to a campaign.",
        "It is recommended that the Health Board reviews this.",
        "The Welsh Government is asked to consider guidance.",
        "Ensure that staff are trained.",
        "To extend routine enquiry to the memory service.",
        "Dylai’r Bwrdd adolygu’r polisi.",
        "Gofynnir i Lywodraeth Cymru ystyried hyn.",
        "Pob asiantaeth i ofyn pwy sy’n byw yn y cartref.",
    ],
)
def test_forms_of_asking(text: str) -> None:
    """Modals, that-clauses, infinitives, passives, imperatives; in both languages."""
    assert asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "The health visitor saw the child to check her weight.",
        "The police agreed to return. They should have done so sooner.",
        "There are good links with the Board, which help staff to share concerns.",
        "The Partnership undertook to say publicly what had been done.",
        "Roedd yr ymwelydd iechyd wedi ffonio.",
    ],
)
def test_accounts_of_what_happened_do_not_ask(text: str) -> None:
    """An infinitive after a verb of its own, a modal in a later sentence."""
    assert not asks(text)


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Dylai’r Bwrdd Iechyd estyn goruchwyliaeth", "Bwrdd Iechyd"),
        ("Dylai gwasanaethau gadael gofal drin hyn", "gwasanaethau gadael gofal"),
        ("Gofynnir i Lywodraeth Cymru ystyried hyn", "Lywodraeth Cymru"),
        ("Nododd y panel hyn", None),
    ],
)
def test_a_welsh_sentence_names_who_is_asked_before_its_verb(sentence: str, who: str | None) -> None:
    """Mutated as printed; the plain form is given apart."""
    assert who == welsh_subject(sentence)
    assert "Llywodraeth Cymru" == radical("Lywodraeth Cymru")


def test_who_is_to_do_something() -> None:
    """The words before "to" and a verb."""
    assert "Gwent Police and its partners" == infinitive_subject(
        "Gwent Police and its partners to train staff."
    )
    assert infinitive_subject("The Board was asked to act.") is None


@pytest.mark.parametrize(
    "text",
    [
        "This review makes no recommendations.",
        "There are no recommendations.",
        "The panel has not made any recommendations",
        "Nid oes argymhellion.",
    ],
)
def test_reviews_may_say_that_they_recommend_nothing(text: str) -> None:
    """That is an answer."""
    assert says_there_are_none(text)


@pytest.mark.parametrize(
    "text",
    [
        "The panel makes no recommendations for the Coroner.",
        "No recommendation was late.",
        "It makes nine recommendations.",
    ],
)
def test_none_for_one_body_is_not_none_at_all(text: str) -> None:
    """Others may follow."""
    assert not says_there_are_none(text)


def test_announcing_is_told_from_asking() -> None:
    """Paragraphs about the recommendations, and those that lead in to a list."""
    assert speaks_of_recommendations("The Panel makes the following recommendations.")
    assert leads_in("In order to improve, the council should take the following action.")
    assert not leads_in("The council should follow the guidance.")


@pytest.mark.parametrize(
    ("heading", "opens"),
    [
        ("Recommendations", True),
        ("Improving Systems and Practice", True),
        ("Conclusions and recommendations", True),
        ("Argymhellion", True),
        ("Recommendations of previous reviews", False),
        ("Analysis", False),
    ],
)
def test_headings_that_open_recommendations(heading: str, opens: bool) -> None:
    """Those of earlier reviews are others."""
    assert opens == opens_recommendations(heading)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Welsh Government", Level.NATIONAL), ("the Home Office", Level.NATIONAL), ("Regional Partnership Board", Level.REGIONAL),
        ("North Wales Safeguarding Board", Level.BOARD), ("the Board", Level.BOARD), ("Community Safety Partnership", Level.BOARD),
        ("All agencies", Level.BOARD), ("Cwm Taf University Health Board", Level.AGENCY), ("South Wales Police", Level.AGENCY),
        ("Local authorities", Level.AGENCY), ("Bwrdd Iechyd", Level.AGENCY), ("Llywodraeth Cymru", Level.NATIONAL),
        ("training", None), ("the child", None),
    ],
)  # fmt: skip
def test_bodies_have_a_level(text: str, level: Level | None) -> None:
    """A health board is an agency although it is a board."""
    assert level == body_level(text)


@pytest.mark.parametrize(
    ("sentence", "who", "verb"),
    [
        ("The Board seeks assurance that visits should be made.", "Board", "seeks"),
        (
            "It is recommended that the Home Office amend its contracts so that all must act.",
            "Home Office",
            "amend",
        ),
        ("It is recommended that NWSB commissions training.", "NWSB", "commissions"),
        ("Denbighshire Council, with BCUHB, will pilot a form.", "Denbighshire Council", "pilot"),
        ("Estyn and CIW could consider an inspection.", None, None),
        ("The Health Board records should be kept.", None, None),
        ("Local authority housing support services should agree.", None, None),
        ("Gwent Police Support Team should agree.", None, None),
        ("The mother keeps a diary.", None, None),
    ],
)
def test_a_body_with_a_verb_in_the_present_is_asked(sentence: str, who: str | None, verb: str | None) -> None:
    """A noun beside a modal is no verb, a name has capitals, and somebody who is no body is not asked."""
    match = present_request(sentence)

    assert (who, verb) == ((match["who"], match["verb"]) if match else (None, None))


def test_levels_and_columns_are_named_by_their_words() -> None:
    """In headings of groups and heads of tables."""
    assert (Level.NATIONAL, Level.REGIONAL, Level.BOARD, None) == tuple(
        map(level_named, ("National recommendations", "Rhanbarthol", "Local", "Training"))
    )
    assert column_of("Recommendation", "recommendation")
    assert column_of("Lead agency", "lead")
    assert column_of("Recommen dation", "recommendation")
    assert not column_of("Reviewed", "recommendation")
    assert column_of("No.", "number")
    assert not column_of("Key milestones", "recommendation")
