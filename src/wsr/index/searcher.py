"""
Searching one generation of the index.

    parse -> make_expression -> evaluate -> select -> page_of -> hits

The first four work with what is in memory; only postings not read before and the passages of the page asked
for are read from disk.
"""

from functools import cached_property

import numpy as np

from wsr.domain.references import find_references
from wsr.domain.search import Hit, SearchQuery, SearchResults
from wsr.index.columns import SCORED_FIELDS
from wsr.index.deadline import Deadline
from wsr.index.documents import IndexedPassage
from wsr.index.evaluation import K1, B, Scores, evaluate
from wsr.index.expressions import Everything, Expression, asked_for
from wsr.index.generations import Generation
from wsr.index.lexicon import Form, Lexicon
from wsr.index.postings import Numbers, PostingCache, Postings
from wsr.index.query import make_expression
from wsr.index.segments import Segments, reading
from wsr.index.selection import check_filters, page_of, select
from wsr.index.snippets import as_printed, find_spans, make_snippet
from wsr.index.spelling import MOST_SUGGESTIONS, respelt, unknown_words
from wsr.index.syntax import parse
from wsr.index.tokens import TYPED, Limits

_LONG_WORD = 5
"""Letters from which on a word may be misspelt twice."""

_MOST_SPELLINGS = 5


class Searcher:
    """One generation, opened; used by many threads at once."""

    def __init__(self, generation: Generation, cache: PostingCache) -> None:
        """Raises IndexUnavailable when its files cannot be read."""
        self.generation = generation
        self.segments = Segments(generation.folder)
        self.table = self.segments.table()
        self.cache = cache
        self.lexicons = {
            field: Lexicon(self.segments.frequencies(field), self.segments.frequencies("compounds"))
            for field in SCORED_FIELDS
        }

    def search(self, query: SearchQuery, deadline: Deadline) -> SearchResults:
        """
        The answer to a query.

        Raises:
            InvalidQuery: It is malformed, asks too much or takes too long.
            UnknownFilter: A filter has a value that does not exist.
            IndexUnavailable: A file of the index cannot be read.
        """
        check_filters(query)
        expression = self.expression(query.text, query.stemmed)
        return self.answer(expression, query, deadline)

    def expression(self, text: str, stemmed: bool = False, limits: Limits = TYPED) -> Expression:
        """What a query asks of this generation. Raises InvalidQuery."""
        if not text.strip():
            return Everything()
        return make_expression(parse(text, limits), text, self.lexicons, stemmed)

    def answer(self, expression: Expression, query: SearchQuery, deadline: Deadline) -> SearchResults:
        """The passages that an expression gives, with the filters, order and page of a query."""
        found = evaluate(expression, Search(self, deadline))
        selection = select(found, query, self.table)
        page = page_of(selection.matches, query, self.table)
        hits = [
            self._hit(int(number), float(score), expression)
            for number, score in zip(page.numbers, page.scores, strict=True)
        ]
        return SearchResults(
            query=query,
            total=selection.total,
            total_reviews=selection.total_reviews,
            hits=tuple(hits),
            facets=selection.facets,
            suggestions=() if selection.total else self._suggestions(query, deadline),
            index_version=self.generation.version,
        )

    @cached_property
    def dampenings(self) -> dict[str, Scores]:
        """For each scored field and passage how much its length dampens a word's weight."""
        found: dict[str, Scores] = {}
        for field in SCORED_FIELDS:
            mean = self.segments.total_length(field) / max(self.table.size, 1) or 1.0
            found[field] = K1 * ((1 - B) + B * self.segments.lengths(field).astype(np.float64) / mean)
        return found

    def _hit(self, number: int, score: float, expression: Expression) -> Hit:
        passage = self.segments.passage(number)
        asked = tuple(asked_for(expression))
        spans = find_spans(passage.text, passage.language, "text", asked)
        in_heading = find_spans(passage.section, passage.language, "heading", asked)
        return Hit(
            **{name: getattr(passage, name) for name in _SHOWN},
            snippet=make_snippet(passage.text, spans),
            matches=tuple(spans),
            score=score,
            because=as_printed(passage.text, spans) + as_printed(passage.section, in_heading),
        )

    def _suggestions(self, query: SearchQuery, deadline: Deadline) -> tuple[str, ...]:
        """The query in near spellings that find something, or for the reviews of references that it names."""
        if not query.text.strip():
            return ()
        named = dict.fromkeys(found.canonical for found in find_references(query.text))
        held = [name for name in named if self.table.of_reviews((name,)).any()]
        if held:
            return (" OR ".join(f"reference:{name}" for name in held),)
        unknown = list(dict.fromkeys(unknown_words(parse(query.text), self.lexicons, query.stemmed)))
        found = []
        for text in dict.fromkeys(respelt(query.text, unknown, self._near) if unknown else ()):
            matches = evaluate(self.expression(text, query.stemmed), Search(self, deadline))
            if select(matches, query, self.table).total:
                found.append(text)
        return tuple(found[:MOST_SUGGESTIONS])

    def _near(self, word: str) -> list[str]:
        """Words of passages that are spelt nearly like a word, the nearest and commonest first."""
        for distance in (1, 2) if len(word) >= _LONG_WORD else (1,):
            near = self.segments.near("text", word, distance) - {word}
            if near:
                frequencies = self.lexicons["text"].frequencies
                return sorted(near, key=lambda each: (-frequencies[each], each))[:_MOST_SPELLINGS]
        return []


_SHOWN = tuple(name for name in Hit.model_fields if name in IndexedPassage._fields)
"""What a hit shows as it is stored."""


class Search:
    """One search in a generation, which ends when its time is over: what `evaluate` asks."""

    def __init__(self, searcher: Searcher, deadline: Deadline) -> None:
        self.searcher = searcher
        self.deadline = deadline
        self.count = searcher.table.size

    def postings(self, field: str, form: Form) -> Postings:
        """Where a word is. Raises InvalidQuery when the time is over."""
        self.deadline.check()
        with reading():
            postings = self.searcher.cache.of(self.searcher.segments.all, field, form.text)
        return postings.where(self.searcher.table.languages[form.language]) if form.language else postings

    def frequency(self, field: str, word: str) -> int:
        """In how many passages a word is, deleted ones included."""
        return self.searcher.lexicons[field].frequencies.get(word, 0)

    def dampening(self, field: str) -> Scores:
        """For each passage how much its length dampens a word's weight."""
        return self.searcher.dampenings[field]

    def of_reviews(self, reference: str, beginning: bool) -> Numbers:
        """The passages of the reviews with a reference, or one that begins so."""
        return np.flatnonzero(self.searcher.table.of_reviews((reference,), beginning)).astype(np.int32)
