"""One query object in every address: from parameters to the query and back."""

from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from wsr.domain.kinds import Language
from wsr.domain.search import SearchQuery, Sort, Unit
from wsr.web.addresses import (
    PARAMETERS,
    extract_address,
    file_address,
    page_address,
    passage_address,
    picture_address,
    query_pairs,
    review_address,
    search_address,
    theme_address,
)
from wsr.web.params import SearchParams

letters = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])
words = st.text(letters, max_size=30).map(str.strip)
values = st.lists(words.filter(bool), max_size=3, unique=True).map(tuple)
queries = st.builds(
    SearchQuery,
    text=words,
    stemmed=st.booleans(),
    all_sections=st.booleans(),
    review_type=values,
    year=values,
    board=values,
    section_kind=values,
    language=values,
    stance=values,
    theme=values,
    subtheme=values,
    term=values,
    agency=values,
    decided=values,
    reference=values,
    unit=st.sampled_from(Unit),
    sample=st.none() | st.integers(1, 999),
    seed=st.integers(-9, 9999),
    sort=st.sampled_from(Sort),
    page=st.integers(1, 9999),
    per_page=st.integers(1, 100),
)


@given(queries)
def test_a_query_comes_back_from_its_address(query: SearchQuery) -> None:
    """Whatever is asked, its address asks the same again."""
    found = parse_qs(urlsplit(search_address(Language.EN, query)).query, keep_blank_values=True)
    lists = {name for name, field in SearchParams.model_fields.items() if "list" in str(field.annotation)}
    params = {name: given if name in lists else given[0] for name, given in found.items()}

    assert query == SearchParams.model_validate(params).query()


def test_every_field_of_a_query_has_a_parameter() -> None:
    """A field added to SearchQuery must be given a name in addresses."""
    assert set(PARAMETERS) == set(SearchQuery.model_fields)
    assert set(PARAMETERS.values()) == set(SearchParams.model_fields)


def test_what_is_not_asked_stays_out_of_the_address() -> None:
    """Defaults are left out, the words stand first."""
    query = SearchQuery(text="risk", year=("2019", "2020"), page=2)

    assert [("q", "risk"), ("year", "2019"), ("year", "2020"), ("page", "2")] == query_pairs(query)


def test_blank_filters_are_as_if_absent() -> None:
    """A form that sends an empty field asks for nothing."""
    assert SearchQuery(text="risk") == SearchParams(q=" risk ", year=["", ""]).query()


def test_places_have_their_addresses() -> None:
    """A review, a place in it, a page with a passage boxed, its picture, the file, the permanent link."""
    query = SearchQuery(text='"was not brought"')

    assert "/en/reviews/cpr2019-w91?q=%22was+not+brought%22&document=d2#p12" == review_address(
        Language.EN, "cpr2019-w91", query=query, document="d2", at="p12"
    )
    assert "/en/reviews/cpr2019-w91/pages/3?passage=p12" == page_address(
        Language.EN, "cpr2019-w91", 3, passage="p12"
    )
    assert "/reviews/cpr2019-w91/pages/3.webp?document=d2" == picture_address("cpr2019-w91", 3, "d2")
    assert "/reviews/cpr2019-w91.pdf" == file_address("cpr2019-w91")
    assert "/en/reviews/cpr2019-w91/passages/ab12" == passage_address(Language.EN, "cpr2019-w91", "ab12")
    assert "/en/reviews/cpr2019-w91/extracts/ab12" == extract_address(Language.EN, "cpr2019-w91", "ab12")
    assert "/en/themes/communication" == theme_address(Language.EN, "communication")
    assert "/en/reviews/cpr2019-w91?marks=none#practice" == review_address(
        Language.EN, "cpr2019-w91", marks=[("marks", "none")], at="practice"
    )


@given(st.text(letters, max_size=20), st.text(letters | st.sampled_from("/?#\n\r\\"), max_size=20))
def test_nothing_in_a_name_can_leave_its_place_in_an_address(slug: str, key: str) -> None:
    """Slashes, question marks and line ends are quoted."""
    address = passage_address(Language.EN, slug, key)

    assert 5 == address.count("/")
    assert not set(address) & set("?#\n\r \\")
