"""What the index finds, counts and shows."""

import pytest

from tests.index.conftest import IndexMaker, search
from tests.index.reviews import GWENT, NORTH_WALES, make_review
from wsr.domain.kinds import Language, PassageKind, SectionKind
from wsr.domain.search import MANY_VALUED, FacetValue, Sort, Unit
from wsr.errors import InvalidQuery, UnknownFilter
from wsr.index import SearchIndex


def found(index: SearchIndex, text: str, **choices: object) -> set[str]:
    """The keys of the passages that a query finds."""
    return {hit.key.rpartition("-")[2] for hit in search(index, text, **choices).hits}


@pytest.fixture
def talk(index_of: IndexMaker) -> SearchIndex:
    """One review of five passages: their keys end in 1 to 5."""
    return index_of(
        make_review(
            "CPR2019-W01",
            "The social worker kept on trying to see the child.",
            "The social worker kept at trying. It was not effective.",
            "Effective communication with the family, and good practice by the school.",
            "Good record keeping; practice was mixed.",
            "Nothing of note.",
        )
    )


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", "12345"),
        ("social worker", "12"),
        ("social AND worker", "12"),
        ("school OR trying", "123"),
        ("good practice", "34"),
        ('"good practice"', "3"),
        ("“good practice”", "3"),
        ("NOT practice", "125"),
        ("good NOT school", "4"),
        ("effective NOT (not OR family)", ""),
        ("(school OR mixed) good", "34"),
        ("school OR mixed good", "34"),
        ('"kept on trying"', "1"),
        ('"not effective"', "2"),
        ("effective", "23"),
        ("practic*", "34"),
        ('"good pract*"', "3"),
        ('"school good"~3', "3"),
        ('"good school"~2', ""),
        ('"good school"~3', "3"),
        ("heading:analysis school", "3"),
        ("heading:(analysis OR nothing) note", "5"),
        ("reference:cpr2019-w01 trying", "12"),
        ("reference:CPR2019* trying", "12"),
        ("reference:APR* trying", ""),
        ("WORKER", "12"),
        ("nothing of note", "5"),
        ("record & keeping", "4"),
    ],
)
def test_queries_find_what_they_say(talk: SearchIndex, text: str, keys: str) -> None:
    """Words, phrases, operators, parentheses, endings, nearness and fields; no word is too common to count."""
    assert set(keys) == found(talk, text)


def test_small_operators_are_words(talk: SearchIndex) -> None:
    """A lower-case "not" or "and" is looked for in the text."""
    assert {"2"} == found(talk, "not effective")
    assert {"3"} == found(talk, "and school")


@pytest.mark.parametrize(
    "text", ["co-operation", "cooperation", "co operation", "co‑operation", '"co operation"']
)
def test_a_compound_is_found_however_it_is_printed(index_of: IndexMaker, text: str) -> None:
    """Hyphen, space or neither, in the query and in the text: one set of hits."""
    index = index_of(
        make_review(
            "CPR2019-W01",
            "Their co-operation was good.",
            "Good cooperation.",
            "There was co operation.",
            "An operation in hospital.",
        )
    )

    assert {"1", "2", "3"} == found(index, text)


@pytest.mark.parametrize(
    "text", ['"good multi-agency working"', '"good multiagency working"', '"good multi agency working"']
)
def test_compounds_are_found_in_phrases(index_of: IndexMaker, text: str) -> None:
    """A phrase matches each way of printing its compound."""
    index = index_of(
        make_review(
            "CPR2019-W01",
            "Good multi-agency working.",
            "Good multiagency working.",
            "Good multi agency working.",
            "Good agency working.",
        )
    )

    assert {"1", "2", "3"} == found(index, text)


def test_words_side_by_side_are_found_printed_as_one(index_of: IndexMaker) -> None:
    """What the index has with a hyphen is one compound: well-being is wellbeing, "well" and "being" find both."""
    index = index_of(make_review("CPR2019-W01", "Her well-being.", "His wellbeing.", "All being well."))

    assert {"1", "2"} == found(index, "wellbeing")
    assert {"1", "2"} == found(index, '"well being"')
    assert {"1", "2", "3"} == found(index, "well being")


def test_words_are_not_cut_where_no_hyphen_is_printed(index_of: IndexMaker) -> None:
    """A therapist is never found where the text has two other words."""
    index = index_of(make_review("CPR2019-W01", "The rapist was arrested.", "The therapist was heard."))

    assert {"2"} == found(index, "therapist")
    assert {"1"} == found(index, '"the rapist"')


@pytest.mark.parametrize("text", ["child's", "child’s", '"child’s"'])
def test_apostrophes_are_one(index_of: IndexMaker, text: str) -> None:
    """Straight and curly apostrophes find each other."""
    index = index_of(make_review("CPR2019-W01", "The child's plan.", "The child’s plan.", "A child is seen."))

    assert {"1", "2"} == found(index, text)


def test_other_forms_are_a_choice(index_of: IndexMaker) -> None:
    """Exact unless asked: then all forms of the stem, the exact one first, and each hit says which it has."""
    index = index_of(
        make_review("CPR2019-W01", "They were sharing plans.", "They share a plan.", "A sharer.")
    )

    assert {"1"} == found(index, "sharing")
    results = search(index, "sharing", stemmed=True)
    assert [hit.because for hit in results.hits] == [("sharing",), ("share",)]


def test_welsh_words_have_their_own_forms(index_of: IndexMaker) -> None:
    """Clitics are parted, accents may be left out, mutation is a choice and touches no English text."""
    index = index_of(
        make_review(
            "CPR2019-W01", "O’r tŷ i’r ysgol.", "Mae plant yma.", "Ei blant a’u phlant.", language=Language.CY
        ),
        make_review("CPR2019-W02", "Better than the tan shoes."),
    )

    assert {"1"} == found(index, "ysgol")
    assert {"1"} == found(index, "ty") == found(index, "tŷ") == found(index, "o'r")
    assert {"2"} == found(index, "plant")
    assert {"2", "3"} == found(index, "plant", stemmed=True)
    because = [hit.because for hit in search(index, "tan", stemmed=True).hits]
    assert because == [("tan",)]


def test_accents_typed_and_not_held_fall_back_on_plain_words(index_of: IndexMaker) -> None:
    """A word typed with an accent that no passage has finds the plain word."""
    index = index_of(make_review("CPR2019-W01", "Mae ty yma.", language=Language.CY))

    assert {"1"} == found(index, "tŷ")


def test_parts_that_are_not_about_practice_are_searched_on_request(index_of: IndexMaker) -> None:
    """Contents, letters, the form's own parts and glossaries wait for `all_sections`."""
    kinds = (SectionKind.CONTENTS, SectionKind.ADMIN, SectionKind.LETTER, SectionKind.GLOSSARY)
    more = [(kind.value, kind, "Practice.") for kind in kinds]
    index = index_of(
        make_review("CPR2019-W01", "Practice.", more=more),
        make_review("CPR2019-W02", "Practice of the form.", passage_kind=PassageKind.PROMPT),
    )

    assert search(index, "practice").total == 1
    assert search(index, "practice", all_sections=True).total == 6


@pytest.fixture
def shelf(index_of: IndexMaker) -> SearchIndex:
    """Reviews of several types, years, boards and languages."""
    return index_of(
        make_review("CPR2018-W02", "practice one", "practice two", year=2018, date="2018-03"),
        make_review("CPR2018-W10", "practice three", year=2018, date="2018-01-31"),
        make_review("APR2020-W01", "practice practice", year=2020, board=NORTH_WALES),
        make_review("SUSR2022-01/GW", "arfer practice", year=None, board=None, language=Language.CY),
    )


def test_facets_count_the_whole_result(shelf: SearchIndex) -> None:
    """Every value with its count, on a page of one hit; reviews without a year or board are counted apart."""
    results = search(shelf, "practice", per_page=1)

    assert (results.total, results.total_reviews) == (5, 4)
    assert {name: {each.value: each.count for each in values} for name, values in results.facets.items()} == {
        "review_type": {"CPR": 3, "APR": 1, "SUSR": 1},
        "year": {"2020": 1, "2018": 3, "none": 1},
        "board": {"gwent": 3, "north-wales": 1, "none": 1},
        "section_kind": {"analysis": 5},
        "language": {"en": 4, "cy": 1},
        **{name: {} for name in MANY_VALUED},
    }
    assert FacetValue(value="gwent", label=GWENT.name, count=3) in results.facets["board"]


def test_a_filtered_facet_counts_as_if_it_were_not(shelf: SearchIndex) -> None:
    """Other values of a chosen facet keep their counts, other facets count what is left."""
    results = search(shelf, "practice", year=("2018",), language=("en",))

    assert results.total == 3
    assert {each.value: each.count for each in results.facets["year"]} == {"2020": 1, "2018": 3}
    assert {each.value: each.count for each in results.facets["language"]} == {"en": 3}
    assert {each.value: each.count for each in results.facets["board"]} == {"gwent": 3}


def test_values_of_one_filter_are_alternatives(shelf: SearchIndex) -> None:
    """Two years give both; a filter may ask for what has no value, and for single reviews."""
    assert search(shelf, "", year=("2018", "2020")).total == 4
    assert search(shelf, "", year=("none",)).total == 1
    assert search(shelf, "", reference=("CPR2018-W10", "APR2020-W01")).total == 2
    assert search(shelf, "", board=("gwent",), review_type=("APR",)).total == 0


@pytest.mark.parametrize(
    "choice",
    [
        {"review_type": ("XYZ",)},
        {"section_kind": ("x",)},
        {"language": ("fr",)},
        {"stance": ("good",)},
        {"decided": ("keep",)},
    ],
)
def test_unknown_filters_are_refused(shelf: SearchIndex, choice: dict[str, object]) -> None:
    """A value on no list is an error with the values that are."""
    with pytest.raises(UnknownFilter, match="Choose one of"):
        search(shelf, "", **choice)


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        (Sort.REFERENCE, ["APR2020-W01 p1", "CPR2018-W02 p1", "CPR2018-W02 p2", "CPR2018-W10 p1", "SUSR2022-01/GW p1"]),
        (Sort.NEWEST, ["APR2020-W01 p1", "CPR2018-W02 p1", "CPR2018-W02 p2", "CPR2018-W10 p1", "SUSR2022-01/GW p1"]),
        (Sort.OLDEST, ["CPR2018-W10 p1", "CPR2018-W02 p1", "CPR2018-W02 p2", "APR2020-W01 p1", "SUSR2022-01/GW p1"]),
        (Sort.RELEVANCE, ["APR2020-W01 p1", "CPR2018-W02 p1", "CPR2018-W02 p2", "CPR2018-W10 p1", "SUSR2022-01/GW p1"]),
    ],
)  # fmt: skip
def test_orders_are_whole_and_stable(shelf: SearchIndex, sort: Sort, order: list[str]) -> None:
    """Ties go by reference and place, undated reviews come last, and pages of two give the same as one."""
    whole = [f"{hit.reference} {hit.id}" for hit in search(shelf, "practice", sort=sort).hits]
    paged = [
        f"{hit.reference} {hit.id}"
        for page in (1, 2, 3, 4)
        for hit in search(shelf, "practice", sort=sort, page=page, per_page=2).hits
    ]

    assert order == whole == paged


def test_reviews_can_be_the_unit(shelf: SearchIndex) -> None:
    """Then each review is one hit, its best passage, and facets count reviews."""
    results = search(shelf, "practice", unit=Unit.REVIEW)

    assert 4 == results.total == results.total_reviews == len(results.hits)
    assert {e.value: e.count for e in results.facets["review_type"]} == {"CPR": 2, "APR": 1, "SUSR": 1}
    assert {each.value: each.count for each in results.facets["section_kind"]} == {"analysis": 4}


def test_a_hit_is_complete(shelf: SearchIndex) -> None:
    """All that a result shows comes with it."""
    (hit,) = search(shelf, "arfer").hits

    assert (
        hit.reference, hit.slug, hit.review_type, hit.year, hit.title, hit.document, hit.section,
        hit.section_kind, hit.language, hit.id, hit.key, hit.page, hit.text, hit.because,
    ) == (
        "SUSR2022-01/GW", "susr2022-01-gw", "SUSR", None, "Review SUSR2022-01/GW", "d2", "Analysis", "analysis",
        "cy", "p1", "susr2022-01-gw-1", 1, "arfer practice", ("arfer",),
    )  # fmt: skip
    assert hit.snippet.parts == (("arfer", True), (" practice", False))
    assert hit.matches == ((0, 5),)


def test_near_spellings_are_offered_for_nothing_found(talk: SearchIndex) -> None:
    """A word that no passage has is replaced by near ones that find something; nothing else of the query is."""
    assert search(talk, '"Efective" family NOT trying').suggestions == ('"effective" family NOT trying',)
    assert search(talk, "efective comunication").suggestions == ("effective communication",)
    assert search(talk, "worker family").suggestions == ()
    assert search(talk, "effective").suggestions == ()


def test_words_side_by_side_come_first(index_of: IndexMaker) -> None:
    """Of passages that have all the words, those that have them as typed are best, and show them as a phrase."""
    index = index_of(
        make_review(
            "CPR2019-W01",
            "Brought? Was not.",
            "The appointments to which the child was not brought by either of the parents in that long year.",
        )
    )

    results = search(index, "was not brought")

    assert [("was not brought",), ("Brought", "Was", "not")] == [hit.because for hit in results.hits]


def test_a_reference_that_is_typed_leads_to_its_review(shelf: SearchIndex) -> None:
    """Where no passage prints it, the search for the review itself is offered; unknown ones are not."""
    assert search(shelf, "cpr 2018-w10").suggestions == ("reference:CPR2018-W10",)
    assert search(shelf, "CPR1999-W10").suggestions == ()


def test_a_malformed_query_is_no_empty_answer(talk: SearchIndex) -> None:
    """It is refused, with a sentence."""
    with pytest.raises(InvalidQuery, match="quotation mark"):
        search(talk, '"good practice')
