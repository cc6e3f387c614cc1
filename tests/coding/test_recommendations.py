"""What rules say of a recommendation: themes with their words, whom it addresses, the rows of an action plan."""

import pytest
from benchmarks.labelled import RecommendationLine, read_set

from tests.index.reviews import GWENT, make_review
from tests.making import a_passage, a_recommendation, a_section
from wsr.coding.coder import Coder
from wsr.coding.recommendations import RecommendationCoder
from wsr.coding.themes import ThemeCoder
from wsr.domain.kinds import PassageKind, SectionKind
from wsr.domain.passages import Place
from wsr.vocabulary.codebooks import recommendation_codebook, standard_codebook
from wsr.vocabulary.term_lists import standard_list


@pytest.fixture(scope="module")
def coder() -> RecommendationCoder:
    """The standard one."""
    return RecommendationCoder(recommendation_codebook(), ThemeCoder(standard_codebook()))


def test_themes_come_with_the_words_that_spoke_for_them(coder: RecommendationCoder) -> None:
    """Each reason stands in the text."""
    text = "GPs should be trained to ask about harm at home."
    coding = coder.coding(a_recommendation(1, text))

    assert {"primary-care", "training"} <= {each.theme for each in coding.themes}
    for each in coding.themes:
        assert each.because
        assert all(words in text for reason in each.because for words in reason.words.split(" … "))


def test_a_recommendation_may_have_no_theme(coder: RecommendationCoder) -> None:
    """Nothing is given where nothing speaks."""
    coding = coder.coding(a_recommendation(1, "A gate should be put at the end of the garden."))

    assert () == coding.themes


def test_practice_themes_are_those_of_the_codebook_in_force(coder: RecommendationCoder) -> None:
    """What a stance would add is not added: a recommendation praises and suggests nothing."""
    coding = coder.coding(a_recommendation(1, "Agencies should share information at joint meetings."))

    assert "communication" in {each.theme for each in coding.codes}
    assert "learning-and-reflections" not in {each.theme for each in coding.codes}


def test_addressees_are_resolved(coder: RecommendationCoder) -> None:
    """To kinds of agency, to bodies by their present names, and “the Board” to the one that publishes the review."""
    addressees = ("The Board", "Abertawe Bro Morgannwg University Health Board", "schools")
    coding = coder.coding(a_recommendation(1, "Do it.", addressees=addressees), GWENT)

    assert ("safeguarding-board", "health-board", "education") == coding.agencies
    assert ["Gwent Safeguarding Board", "Swansea Bay University Health Board"] == [
        body.name for body in coding.bodies
    ]
    assert "Abertawe Bro Morgannwg University Health Board" == coding.bodies[1].as_printed


@pytest.mark.parametrize(
    ("addressee", "kinds"),
    [
        ("College of Policing", ("police",)),
        ("Association of Directors of Social Services", ("local-authority",)),
        ("National Police Chiefs’ Council and schools", ("education", "police")),
        ("Director of Education", ("education",)),
        ("the council", ("local-authority",)),
        ("Welsh Ministers", ("welsh-government",)),
        ("Health visiting and school nursing services", ("health-visiting", "school-nursing")),
        ("Powys County Council Adult Services", ("adult-social-care", "local-authority")),
        ("Flintshire Social Services", ("childrens-services", "local-authority")),
        ("Chair of the Board", ("safeguarding-board",)),
    ],
)
def test_a_name_is_of_the_kind_of_its_body_and_of_no_other(
    coder: RecommendationCoder, addressee: str, kinds: tuple[str, ...]
) -> None:
    """What stands beside it counts, and words that name an agency only where somebody is addressed."""
    coding = coder.coding(a_recommendation(1, "Do it.", addressees=(addressee,)), GWENT)

    assert set(kinds) == set(coding.agencies)


def test_a_board_of_another_kind_is_not_meant(coder: RecommendationCoder) -> None:
    """A partnership is not the safeguarding board that publishes the review; nothing is known of nobody's board."""
    made = a_recommendation(1, "Do it.", addressees=("The Partnership",))

    assert () == coder.coding(made, GWENT).bodies
    assert () == coder.coding(a_recommendation(1, "Do it.", addressees=("The Board",)), None).bodies


def test_a_kind_alone_means_the_one_body_of_it_that_the_review_names(coder: RecommendationCoder) -> None:
    """“The Health Board” where one is named, whatever national bodies are; none where two forces are."""
    made = a_recommendation(1, "Do it.", addressees=("Health Board", "Police", "Council"))
    passages = (
        a_passage(1, "Hywel Dda UHB wrote to Powys County Council and to the WLGA."),
        a_passage(2, "Dyfed-Powys Police told Gwent Police. Powys Adult Services came."),
    )
    review = make_review("CPR2019-W01").model_copy(update={"passages": passages, "recommendations": (made,)})

    (coding,) = coder.codings(review).values()

    assert ["hywel-dda-health-board", "powys-council"] == [body.id for body in coding.bodies]


def test_the_row_of_an_action_plan_says_by_when(coder: RecommendationCoder) -> None:
    """Found by the words, else by the number; other rows do not count."""
    words = "Schools should share their records."
    row = PassageKind.TABLE_ROW
    review = make_review("CPR2019-W01").model_copy(
        update={
            "sections": (a_section(0, "Plan", SectionKind.ACTION_PLAN),),
            "passages": (
                a_passage(1, "No | Action | When", kind=row),
                a_passage(2, f"1 | {words} | March 2027", kind=row),
                a_passage(3, "2 | Tell all partners | June 2027", kind=row),
            ),
            "recommendations": tuple(
                a_recommendation(n, text, places=(Place(document="d1", section="s0", page=1),))
                for n, text in ((1, words), (2, "All partners should be told."))
            ),
        }
    )
    first, second = coder.codings(review).values()

    assert (("March 2027",), ("June 2027",)) == (first.times, second.times)


def test_the_version_of_a_coder_names_the_rules_of_recommendations() -> None:
    """So that `wsr recode` finds what was coded with others."""
    coder = Coder(standard_list(), standard_codebook())

    assert coder.version.endswith(f"recommendations {coder.recommendations.version}")


@pytest.mark.parametrize("half", ["development", "test"])
def test_the_labelled_recommendations_are_coded_well(coder: RecommendationCoder, half: str) -> None:
    """The first theme is one of those labelled in nine of ten, and those of none have none in four of five."""
    lines = read_set(f"recommendation_themes_{half}", RecommendationLine)
    codings = [(line, coder.coding(a_recommendation(1, line.text)).themes) for line in lines]
    labelled = [bool(got) and got[0].theme in line.themes for line, got in codings if line.themes]
    none = [not got for line, got in codings if not line.themes]

    assert sum(labelled) >= 0.9 * len(labelled) > 0
    assert sum(none) >= 0.8 * len(none) > 0
