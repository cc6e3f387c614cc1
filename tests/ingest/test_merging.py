"""Recommendations of several documents: which are one, and which only sound alike."""

from tests.making import a_recommendation
from wsr.domain.kinds import Language, Role
from wsr.domain.passages import Place, Recommendation
from wsr.ingest.merging import merge_recommendations

SUPERVISION = (
    "Gwent Police should make sure that supervisors read every notification before it leaves the unit."
)
SCHOOLS = "Schools should tell the health visitor when a child under five of the same family has moved away."


def _in(document: str, *texts: str) -> list[Recommendation]:
    place = (Place(document=document, section="s1", page=3),)
    return [a_recommendation(number, text, places=place) for number, text in enumerate(texts, start=1)]


def test_a_briefing_adds_places_but_no_items_beside_a_report() -> None:
    """It retells; what it says in other words is no further recommendation."""
    merged = merge_recommendations(
        [
            (Role.REPORT, Language.EN, _in("d1", SUPERVISION)),
            (Role.BRIEFING, Language.EN, _in("d2", SUPERVISION, "Talk to schools about families that move.")),
        ]
    )

    assert [(SUPERVISION, ["d1", "d2"])] == [
        (one.text, [place.document for place in one.places]) for one in merged
    ]


def test_a_briefing_alone_keeps_its_items() -> None:
    """Some reviews are never published but as a briefing."""
    merged = merge_recommendations([(Role.BRIEFING, Language.EN, _in("d1", SUPERVISION))])

    assert [SUPERVISION] == [one.text for one in merged]


def test_two_alike_of_one_document_stay_two() -> None:
    """Their keys differ although their texts are the same."""
    merged = merge_recommendations([(Role.REPORT, Language.EN, _in("d1", SCHOOLS, SCHOOLS))])

    assert (2, 2) == (len(merged), len({one.key for one in merged}))


def test_each_of_two_alike_finds_its_own_repetition() -> None:
    """One place of the second document is never given to two items."""
    merged = merge_recommendations(
        [
            (Role.REPORT, Language.EN, _in("d1", SCHOOLS, SCHOOLS)),
            (Role.ACTION_PLAN, Language.EN, _in("d2", SCHOOLS, SCHOOLS)),
        ]
    )

    assert [["d1", "d2"], ["d1", "d2"]] == [[place.document for place in one.places] for one in merged]
