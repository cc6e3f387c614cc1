"""Any query is answered or refused, whatever it is made of."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from benchmarks.passages import TERMS, make_reviews
from hypothesis import HealthCheck, given
from hypothesis import settings as with_settings
from hypothesis import strategies as st

from wsr.domain.search import MANY_VALUED, SearchQuery, SearchResults
from wsr.errors import InvalidQuery
from wsr.index import SearchIndex
from wsr.settings import Settings

BOMBS = {
    "52 clauses of stars": " OR ".join(f"*{letter}*" for letter in "abcdefghijklmnopqrstuvwxyz" * 2),
    "20,000 terms": " OR ".join(f"w{number}" for number in range(20_000)),
    "5,000 terms": " ".join(f"w{number}" for number in range(5_000)),
    "one word of 100,000 letters": "a" * 100_000,
    "fuzzy 9": "safeguarding~9",
    "*e*": "*e*",
    "*": "*",
    "?": "??????",
    "500-word phrase": '"' + "the " * 500 + '"~',
    "100,000 quotes": '"' * 100_000,
    "2,000 parentheses": "(" * 2_000 + "a" + ")" * 2_000,
    "parentheses within limits": "(" * 10 + "school" + ")" * 10,
    "1,000 NOT": "NOT " * 1_000 + "a",
    "8 prefixes of 3 letters": "abc* def* ghi* jkl* mno* pqr* stu* vwx*",
    "2 prefixes of 4 letters": "comm* OR prac*",
    "5 fuzzy": "one~1 two~1 three~1 four~1 five~1",
    "phrase of 10": '"the of and to in a was that with for"',
    "near of 10": '"the of and to in a was that with for"~50',
    "near of the same": '"the the the the the"~50',
    "12 common words": "the of and to in a was that with for on had",
    "12 common ORs": " OR ".join(
        ["the", "of", "and", "to", "in", "a", "was", "that", "with", "for", "on", "had"]
    ),
    "NOT of all": "NOT the",
    "regular expression": "/(a+)+$/",
    "range": "[a TO z]",
    "boost": "school^1000000000",
    "fields": "reference:* heading:*",
    "NUL": "\0",
    "surrogate": "\ud800school",
    "bidi and joiners": "\u202eschool\u200d\u2060",
    "combining marks": "s" + "\u0301" * 190,
    "newlines": "school\n\r\n\tpolice",
}
"""What was seen to take Whoosh's own parser and searcher seconds, minutes or an exception."""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchIndex]:
    """Some hundred generated passages."""
    folder = tmp_path_factory.mktemp("index")
    index = SearchIndex(folder, Settings(home=folder))
    index.rebuild(make_reviews(400))
    yield index


def answer(index: SearchIndex, query: SearchQuery) -> SearchResults | str:
    """The answer, or the sentence of the refusal."""
    try:
        return index.search(query)
    except InvalidQuery as error:
        return str(error)


@pytest.mark.parametrize("stemmed", [False, True])
@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS.keys())
def test_a_costly_query_is_answered_or_refused(index: SearchIndex, text: str, stemmed: bool) -> None:
    """Q1: nothing else comes of it, and no refusal is as long as what it refuses."""
    given = answer(index, SearchQuery(text=text, stemmed=stemmed))

    assert given
    assert isinstance(given, SearchResults) or len(given) < 300


def test_what_is_within_the_limits_is_answered(index: SearchIndex) -> None:
    """Ten parentheses, two prefixes, ten words of a phrase, twelve words."""
    for name in (
        "parentheses within limits",
        "2 prefixes of 4 letters",
        "phrase of 10",
        "near of 10",
        "12 common ORs",
    ):
        assert isinstance(answer(index, SearchQuery(text=BOMBS[name])), SearchResults), name


_PIECES = st.text(max_size=3) | st.sampled_from([
    "AND", "OR", "NOT", "(", ")", '"', "“", "*", "~", "~3", ":", "heading:", "reference:", "-", "’",
    "good", "the", "co", "operation", "CPR2008-W00", "commun*", "ŷ", "school",
])  # fmt: skip


@with_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None)
@given(
    text=st.text(max_size=210)
    | st.lists(_PIECES, max_size=24).map(" ".join)
    | st.lists(_PIECES, max_size=40).map("".join),
    stemmed=st.booleans(),
    all_sections=st.booleans(),
    page=st.integers(1, 1000),
    sort=st.sampled_from(["relevance", "newest", "oldest", "reference"]),
)
def test_any_text_is_answered_or_refused(
    index: SearchIndex, text: str, stemmed: bool, all_sections: bool, page: int, sort: str
) -> None:
    """Q1: an answer with counts that agree, or a sentence; a text without a word is never an empty answer."""
    query = SearchQuery.model_validate(
        {"text": text, "stemmed": stemmed, "all_sections": all_sections, "page": page, "sort": sort}
    )

    given = answer(index, query)

    if isinstance(given, SearchResults):
        assert len(given.hits) == max(0, min(20, given.total - 20 * (page - 1)))
        for name, facet in given.facets.items():
            assert all(1 <= value.count <= given.total for value in facet)
            assert name in MANY_VALUED or sum(value.count for value in facet) == given.total
        assert text.strip() == "" or any(character.isalnum() for character in text)
    else:
        assert given.endswith(".")


def test_many_threads_get_the_answers_of_one(index: SearchIndex) -> None:
    """Reading postings, passages and near spellings at the same time, from files with one place in them."""
    texts = [text for term in TERMS for text in (f'"{term}"', f"{term[:-1]}x")] + [
        "school",
        "polcie",
        "commun*",
    ]
    expected = [index.search(SearchQuery(text=text)) for text in texts]
    fresh = SearchIndex(index.folder, Settings(home=index.folder))

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda text: fresh.search(SearchQuery(text=text)), texts * 4))

    assert answers == expected * 4
    assert any(answer.suggestions for answer in expected)


def test_a_search_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    """The time of the settings is a limit, and the sentence says how to ask for less."""
    index = SearchIndex(tmp_path, Settings(home=tmp_path, search_seconds=1e-9))
    index.rebuild(make_reviews(20))

    with pytest.raises(InvalidQuery, match="takes too long"):
        index.search(SearchQuery(text="school police"))
