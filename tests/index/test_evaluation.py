"""Our counts and scores are Whoosh's own, and what the words of an expression mean."""

from pathlib import Path

import numpy as np
import pytest
from benchmarks.passages import make_reviews
from hypothesis import given
from hypothesis import strategies as st
from whoosh import query, scoring
from whoosh.index import open_dir

from wsr.domain.search import SearchQuery, Unit
from wsr.index import SearchIndex
from wsr.index.deadline import Deadline
from wsr.index.documents import ROW_UNITS
from wsr.index.evaluation import Matches, Scores, evaluate
from wsr.index.expressions import All, AnyOf, Everything, Expression, Near, Phrase, Preferring, Without
from wsr.index.lexicon import Form
from wsr.index.postings import NOWHERE, Numbers, Postings, read_postings
from wsr.index.rows import Search
from wsr.index.searcher import Searcher
from wsr.settings import Settings

QUERIES = (
    "children",
    "the",
    "nosuchword",
    "school police",
    "the of and to",
    "school OR police",
    "mindful OR thorough OR timely OR nosuchword",
    "school NOT police",
    "school NOT (police OR the)",
    "(school OR police) (family OR home)",
    '"good practice"',
    '"of the"',
    '"of the review"',
    '"no such phrase"',
    '"school police"~5',
    '"good review"~20',
    "commun*",
    '"good pract*"',
    "heading:analysis school",
    "heading:effective",
    "co-operation",
    "nosuchword OR school",
    "nosuchword school",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of several segments, with deleted passages in the first."""
    folder = tmp_path_factory.mktemp("index")
    index = SearchIndex(folder, Settings(home=folder))
    reviews = list(make_reviews(1200))
    index.rebuild(reviews[:100])
    index.update(reviews[80:140])
    index.update(reviews[140:])
    return folder


@pytest.fixture(scope="module")
def searcher(folder: Path) -> Searcher:
    """The index, opened."""
    return SearchIndex(folder, Settings(home=folder)).searcher()


def as_whoosh(expression: Expression) -> query.Query:
    """The same expression in Whoosh's own classes."""
    match expression:
        case Phrase(field, (slot,)):
            return query.Or([query.Term(field, form.text, boost=form.boost) for form in slot])
        case Phrase(field, slots):
            words = [as_whoosh(Phrase(field, (slot,))) for slot in slots]
            return query.SpanNear2(words, slop=1, ordered=True)
        case Near(phrases, words_between):
            return query.SpanNear2(
                [as_whoosh(each) for each in phrases], slop=words_between + 1, ordered=False
            )
        case All((wanted, Without(part))):
            return query.Require(as_whoosh(wanted), query.Not(as_whoosh(part)))
        case All(parts):
            return query.And([as_whoosh(part) for part in parts])
        case AnyOf(parts):
            return query.Or([as_whoosh(part) for part in parts])
        case Preferring(wanted, better):
            return query.AndMaybe(as_whoosh(wanted), as_whoosh(better))
        case _:
            raise AssertionError(expression)


@pytest.mark.parametrize("unit", ROW_UNITS)
@pytest.mark.parametrize("stemmed", [False, True])
@pytest.mark.parametrize("text", QUERIES)
def test_counts_and_scores_are_those_of_whoosh(
    folder: Path, searcher: Searcher, text: str, stemmed: bool, unit: Unit
) -> None:
    """Whoosh's searcher finds as many passages, or extracts, and gives its best twenty the same scores."""
    expression = searcher.expression(text, stemmed)
    rows = searcher.rows(unit)
    ours = evaluate(expression, Search(rows, Deadline(text, 60)))
    live = rows.table.live[ours.numbers]

    generation = folder / "generations" / str(searcher.generation.number)
    with open_dir(str(generation), unit.value).searcher(weighting=scoring.BM25F()) as whoosh:
        theirs = whoosh.search(as_whoosh(expression), limit=None)
        assert len(theirs) == np.count_nonzero(live)
        best = sorted((score for score, _ in theirs.top_n), reverse=True)[:20]

    assert sorted(ours.scores[live], reverse=True)[:20] == pytest.approx(best)


def test_postings_are_what_whoosh_gives_one_by_one(searcher: Searcher) -> None:
    """The blocks read at once hold the passages, counts and positions of Whoosh's public methods."""
    segment = next(each for each in searcher.passages.segments.all if each.deleted.size)
    postings = read_postings(segment.reader, "text", "the")
    live = postings.where(~np.isin(np.arange(segment.reader.doc_count_all()), segment.deleted))

    matcher = segment.reader.postings("text", "the")
    numbers, counts, positions = [], [], []
    while matcher.is_active():
        numbers.append(matcher.id())
        counts.append(matcher.weight())
        positions += matcher.value_as("positions")
        matcher.next()

    assert (numbers, counts, positions) == (
        live.numbers.tolist(),
        live.counts.tolist(),
        live.positions.tolist(),
    )
    assert len(postings.numbers) > len(numbers) > 0


TEXTS = st.lists(st.text("abcd", max_size=12).map(list), min_size=1, max_size=8)
"""Passages of words of one letter."""

_WORD = st.sampled_from("abcde").map(Form)
_SLOT = st.lists(_WORD, min_size=1, max_size=2, unique=True).map(tuple)
_PHRASE = st.builds(Phrase, st.just("text"), st.lists(_SLOT, min_size=1, max_size=3).map(tuple))
_LEAF = (
    _PHRASE
    | st.just(Everything())
    | st.builds(Near, st.lists(_PHRASE, min_size=2, max_size=3).map(tuple), st.integers(0, 4))
)
EXPRESSIONS = st.recursive(
    _LEAF,
    lambda parts: (
        st.builds(All, st.lists(parts, min_size=1, max_size=3).map(tuple))
        | st.builds(AnyOf, st.lists(parts, min_size=1, max_size=3).map(tuple))
        | st.builds(Preferring, parts, parts)
        | st.builds(Without, parts)
    ),
    max_leaves=5,
)


class Letters:
    """Passages held in memory."""

    def __init__(self, texts: list[list[str]]) -> None:
        self.texts = texts
        self.count = len(texts)

    def postings(self, field: str, form: Form) -> Postings:
        """Found by looking at every word."""
        places = [
            (number, [position for position, word in enumerate(words) if word == form.text])
            for number, words in enumerate(self.texts)
        ]
        held = [(number, positions) for number, positions in places if positions]
        if not held:
            return NOWHERE
        return Postings(
            np.array([number for number, _ in held], dtype=np.int32),
            np.array([len(positions) for _, positions in held], dtype=np.int32),
            np.array([position for _, positions in held for position in positions], dtype=np.uint32),
        )

    def frequency(self, field: str, word: str) -> int:
        """How many have it."""
        return sum(word in words for words in self.texts)

    def dampening(self, field: str) -> Scores:
        """The same for all."""
        return np.ones(self.count)

    def of_reviews(self, reference: str, beginning: bool) -> Numbers:
        """Not asked here."""
        raise AssertionError


def starts(phrase: Phrase, words: list[str]) -> list[int]:
    """Where a phrase is, by the plainest rule."""
    return [
        start
        for start in range(len(words) - len(phrase.slots) + 1)
        if all(words[start + at] in {form.text for form in slot} for at, slot in enumerate(phrase.slots))
    ]


def holds(expression: Expression, words: list[str]) -> bool:
    """Whether one passage is to be found, by the plainest rule."""
    match expression:
        case Phrase():
            return bool(starts(expression, words))
        case Near(phrases, words_between):
            every = [[(start, start + len(p.slots)) for start in starts(p, words)] for p in phrases]
            return any(
                all(any(start <= each[0] <= end + words_between for each in places) for places in every)
                for places in every
                for start, end in places
            )
        case All(parts):
            return all(holds(part, words) for part in parts)
        case AnyOf(parts):
            return any(holds(part, words) for part in parts)
        case Preferring(wanted, _):
            return holds(wanted, words)
        case Without(part):
            return not holds(part, words)
        case _:
            return True


@given(TEXTS, EXPRESSIONS)
def test_what_is_found_is_what_the_expression_says(texts: list[list[str]], expression: Expression) -> None:
    """For any passages and any expression, those found are those that hold it, rising and each once."""
    found = evaluate(expression, Letters(texts))

    assert [
        number for number, words in enumerate(texts) if holds(expression, words)
    ] == found.numbers.tolist()
    assert found.scores.shape == found.numbers.shape
    assert bool((found.scores >= 0).all())


def test_scores_add_up(searcher: Searcher) -> None:
    """An OR of two words scores a passage with both as the sum; a word left out adds nothing."""

    def scores(text: str) -> dict[int, float]:
        matches: Matches = evaluate(searcher.expression(text), Search(searcher.passages, Deadline(text, 60)))
        return dict(zip(matches.numbers.tolist(), matches.scores.tolist(), strict=True))

    school, police, both = scores("school"), scores("police"), scores("school OR police")

    assert both == pytest.approx(
        {number: school.get(number, 0) + police.get(number, 0) for number in school | police}
    )
    assert scores("school NOT police") == pytest.approx(
        {number: score for number, score in school.items() if number not in police}
    )


def test_an_empty_index_has_nothing(tmp_path: Path) -> None:
    """Without a single review every query is answered with nothing."""
    index = SearchIndex(tmp_path, Settings(home=tmp_path))
    index.rebuild([])
    searcher = index.searcher()

    for unit in Unit:
        assert searcher.rows(unit).segments.all == []
        for text in ("", *QUERIES):
            assert index.search(SearchQuery(text=text, unit=unit, sample=3)).total == 0
            assert index.keys(SearchQuery(text=text, unit=unit)) == []
