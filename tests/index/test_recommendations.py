"""Recommendations are a unit of their own: searched, filtered, counted and ordered as passages and extracts are."""

from collections.abc import Callable

import pytest

from tests.index.reviews import GWENT, make_review
from tests.making import a_document, a_recommendation
from wsr.domain.coding import Coding
from wsr.domain.kinds import Language, Level, SectionKind
from wsr.domain.passages import Place, Recommendation
from wsr.domain.recommendations import AddressedBody, RecommendationCoding
from wsr.domain.review import Review
from wsr.domain.search import FacetValue, SearchQuery, Sort, Unit
from wsr.errors import UnknownFilter
from wsr.index import SearchIndex, fingerprint_of

SHARING = "The Board should see to it that information-sharing is practised."
TRAINING = "Schools must train their staff within a year."
COUNTED = "The councils should co-operate."


GWENT_BOARD = AddressedBody(id="gwent", name="Gwent Safeguarding", as_printed="Somebody")


def coded(
    number: int,
    text: str,
    level: Level,
    themes: dict[str, float],
    *agencies: str,
    bodies: tuple[AddressedBody, ...] = (GWENT_BOARD,),
) -> Recommendation:
    """A recommendation of the first section with what rules say of it."""
    coding = RecommendationCoding(
        themes=tuple(Coding(theme=theme, score=score) for theme, score in themes.items()),
        codes=(Coding(theme="communication", subtheme="multi-agency-working", score=0.7),),
        agencies=agencies,
        bodies=bodies,
        action="train",
        times=("within a year",),
    )
    place = (Place(document="d1", section="s1", page=1),)
    return a_recommendation(
        number, text, level=level, places=place, addressees=("Somebody",), themes=tuple(themes), coding=coding
    )


def a_review(reference: str = "CPR2019-W01", year: int = 2019) -> Review:
    """A review that asks for three things."""
    return make_review(
        reference,
        f"Recommendation 1: {SHARING}",
        f"2. {TRAINING}",
        "The councils | should co-operate.",
        heading="What should change",
        kind=SectionKind.RECOMMENDATIONS,
        year=year,
        board=GWENT,
    ).model_copy(
        update={
            "recommendations": (
                coded(1, SHARING, Level.BOARD, {"communication": 0.8}, "safeguarding-board"),
                coded(2, TRAINING, Level.AGENCY, {"training": 0.9, "communication": 0.5}, "education"),
                coded(3, COUNTED, Level.AGENCY, {}, "local-authority"),
            )
        }
    )


@pytest.fixture
def index(index_of: Callable[..., SearchIndex]) -> SearchIndex:
    """Two reviews with three recommendations each."""
    return index_of(a_review(), a_review("APR2021-W02", 2021))


def found(index: SearchIndex, text: str = "", **filters: object) -> list[str]:
    """The ids of the recommendations found, with the reference of each."""
    query = SearchQuery(text=text, unit=Unit.RECOMMENDATION, sort=Sort.REFERENCE, **filters)
    return [f"{hit.reference} {hit.id}" for hit in index.search(query).hits]


def test_words_are_searched_as_in_passages(index: SearchIndex) -> None:
    """Phrases, compounds in every spelling, headings; exact unless other forms are asked for."""
    assert ["APR2021-W02 r1", "CPR2019-W01 r1"] == found(index, '"information sharing" AND NOT staff')
    assert ["APR2021-W02 r3", "CPR2019-W01 r3"] == found(index, "cooperate")
    assert 6 == len(found(index, "heading:change"))
    assert [] == found(index, "trained")
    assert 2 == len(found(index, "trained", stemmed=True))


def test_a_hit_has_all_that_a_result_shows(index: SearchIndex) -> None:
    """With the passage where it begins, which may say more than it does."""
    (hit,) = index.search(
        SearchQuery(text="train", unit=Unit.RECOMMENDATION, reference=("CPR2019-W01",))
    ).hits

    assert (TRAINING, "r2", "p2", 1) == (hit.text, hit.id, hit.passage, hit.page)
    assert ("Recommendation 2", ("Somebody",), "agency") == (hit.label, hit.addressees, hit.level)
    assert ("training", "communication") == hit.recommendation_themes
    assert (("education",), ("Gwent Safeguarding",)) == (hit.addressee_kinds, hit.addressee_bodies)
    assert ("train", ("within a year",)) == (hit.action, hit.times)
    assert ("communication/multi-agency-working",) == hit.codes
    assert (("train",), None, None) == (hit.because, hit.stance, hit.decided)
    assert ["train"] == [text for text, marked in hit.snippet.parts if marked]


def test_one_that_begins_in_no_passage_is_found_all_the_same(index: SearchIndex) -> None:
    """Its words were mended, or stand in two cells."""
    (hit,) = index.search(
        SearchQuery(text="councils", unit=Unit.RECOMMENDATION, reference=("CPR2019-W01",))
    ).hits

    assert ("", 1, "What should change") == (hit.passage, hit.page, hit.section)


def test_filters_and_counts(index: SearchIndex) -> None:
    """By high-level theme, practice theme, addressee and level; each facet as if it were not filtered."""
    query = SearchQuery(unit=Unit.RECOMMENDATION, recommendation_theme=("communication",), level=("agency",))
    results = index.search(query)

    assert (2, 2) == (results.total, results.total_reviews)
    assert ["r2", "r2"] == [hit.id for hit in results.hits]
    assert [("board", 2), ("agency", 2)] == counts(results.facets["level"])
    assert [("communication", 2), ("training", 2)] == counts(results.facets["recommendation_theme"])
    assert [("education", 2)] == counts(results.facets["addressee"])
    assert [("communication", 2)] == counts(results.facets["theme"])
    assert [] == counts(results.facets["stance"])


def counts(values: tuple[FacetValue, ...]) -> list[tuple[str, int]]:
    """Values with their counts."""
    return [(value.value, value.count) for value in values]


def test_other_units_have_none_of_these_values(index: SearchIndex) -> None:
    """A passage has no level, and a filter for one finds no passage."""
    assert () == index.search(SearchQuery()).facets["level"]
    assert 0 == index.search(SearchQuery(level=("agency",))).total
    with pytest.raises(UnknownFilter):
        index.search(SearchQuery(unit=Unit.RECOMMENDATION, level=("village",)))


def test_order_paging_and_samples(index: SearchIndex) -> None:
    """The newest first, page by page; everything at once gives the same."""
    query = SearchQuery(unit=Unit.RECOMMENDATION, sort=Sort.NEWEST, per_page=2, page=2)

    assert ["APR2021-W02 r3", "CPR2019-W01 r1"] == [
        f"{hit.reference} {hit.id}" for hit in index.search(query).hits
    ]
    assert 6 == len(list(index.every(query))) == len(index.keys(query))
    assert 2 == index.search(query.model_copy(update={"sample": 2, "page": 1})).total


def test_a_translation_in_a_twin_is_counted_when_asked_for(index_of: Callable[..., SearchIndex]) -> None:
    """Else each recommendation of a review in two languages would count twice."""
    review = a_review()
    twin = a_document(id="d2", language=Language.CY, page_languages=(Language.CY,))
    welsh = a_recommendation(
        4, "Dylai’r cynghorau gydweithio.", places=(Place(document="d2", section="s9", page=1),)
    )
    section = review.sections[0].model_copy(update={"document": "d2", "id": "s9"})
    both = review.model_copy(
        update={
            "documents": (*review.documents, twin),
            "sections": (*review.sections, section),
            "recommendations": (*review.recommendations, welsh),
        }
    )
    index = index_of(both)

    assert 3 == len(found(index)) == both.recommendation_count
    assert 4 == len(found(index, all_sections=True))
    assert ["CPR2019-W01 r4"] == found(index, "cynghorau", all_sections=True, language=("cy",))


def test_new_themes_make_another_fingerprint() -> None:
    """So that `wsr verify` sees an index that did not follow."""
    review = a_review()
    changed = review.model_copy(update={"recommendations": review.recommendations[:2]})

    assert fingerprint_of(review) != fingerprint_of(changed)


def test_bodies_are_a_filter_in_the_order_of_their_names(index_of: Callable[..., SearchIndex]) -> None:
    """Each under the name that it has now, whatever was kept with it, and never by how often it is named."""
    ids = (("swansea-council", "gwent-police"), ("swansea-council",), ("anglesey-council", "swansea-council"))
    made = tuple(
        coded(
            n,
            SHARING,
            Level.AGENCY,
            {},
            bodies=tuple(AddressedBody(id=id, name="Old", as_printed="") for id in of),
        )
        for n, of in enumerate(ids, start=1)
    )
    index = index_of(a_review().model_copy(update={"recommendations": made}))
    query = SearchQuery(unit=Unit.RECOMMENDATION, body=("gwent-police", "anglesey-council"))
    results = index.search(query)

    assert {"r1", "r3"} == {hit.id for hit in results.hits}
    assert [
        ("gwent-police", "Gwent Police", 1),
        ("anglesey-council", "Isle of Anglesey County Council", 1),
        ("swansea-council", "Swansea Council", 3),
    ] == [(value.value, value.label, value.count) for value in results.facets["body"]]
    assert ("swansea-council", "gwent-police") == next(
        h for h in results.hits if h.id == "r1"
    ).addressee_body_ids
    assert 0 == index.search(query.model_copy(update={"body": ("estyn",)})).total
    assert () == index.search(SearchQuery()).facets["body"]
