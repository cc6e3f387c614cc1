"""
Searching one generation of the index.

    parse -> make_expression -> evaluate -> select -> page_of -> hits

The first four work with what is in memory; only postings not read before and the rows of the page asked for are
read from disk.
"""

from collections.abc import Iterator

from wsr.domain.references import find_references
from wsr.domain.search import Hit, SearchQuery, SearchResults, Unit
from wsr.index.columns import SCORED_FIELDS
from wsr.index.deadline import Deadline
from wsr.index.documents import ROW_UNITS, IndexedRow
from wsr.index.evaluation import Matches, evaluate
from wsr.index.expressions import Everything, Expression, asked_for
from wsr.index.generations import Generation
from wsr.index.lexicon import Lexicon
from wsr.index.postings import PostingCache
from wsr.index.query import make_expression
from wsr.index.rows import Rows, Search
from wsr.index.selection import check_filters, in_order, page_of, select
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
        self._rows = {unit: Rows(generation.folder, unit, cache) for unit in ROW_UNITS}
        self.passages = self._rows[Unit.PASSAGE]
        compounds = self.passages.segments.frequencies("compounds")
        self.lexicons = {
            field: Lexicon(self.passages.frequencies[field], compounds) for field in SCORED_FIELDS
        }
        """The words of passages: a query is read alike whichever unit it asks for."""

    def rows(self, unit: Unit) -> Rows:
        """What is searched for a unit: for reviews their passages."""
        return self._rows.get(unit, self.passages)

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

    def every(self, query: SearchQuery, deadline: Deadline, limits: Limits = TYPED) -> Iterator[Hit]:
        """All hits of a query, whatever its page, in its order; each is read when it is asked for. Raises as `search`."""
        rows = self.rows(query.unit)
        expression = self.expression(query.text, query.stemmed, limits)
        return self._hits(self._all_matches(expression, query, deadline), expression, rows)

    def keys(self, query: SearchQuery, deadline: Deadline) -> list[tuple[str, str]]:
        """The slug and key of all hits of a query, whatever its page, in its order. Raises as `search`."""
        table = self.rows(query.unit).table
        expression = self.expression(query.text, query.stemmed)
        numbers = self._all_matches(expression, query, deadline).numbers
        slugs = [table.reviews[code].slug for code in table.review[numbers].tolist()]
        return list(zip(slugs, map(bytes.decode, table.key[numbers].tolist()), strict=True))

    def expression(self, text: str, stemmed: bool = False, limits: Limits = TYPED) -> Expression:
        """What a query asks of this generation. Raises InvalidQuery."""
        if not text.strip():
            return Everything()
        return make_expression(parse(text, limits), text, self.lexicons, stemmed)

    def answer(self, expression: Expression, query: SearchQuery, deadline: Deadline) -> SearchResults:
        """What an expression gives, with the unit, filters, order and page of a query."""
        rows = self.rows(query.unit)
        selection = select(evaluate(expression, Search(rows, deadline)), query, rows.table)
        page = page_of(selection.matches, query, rows.table)
        return SearchResults(
            query=query,
            total=selection.total,
            total_reviews=selection.total_reviews,
            hits=tuple(self._hits(page, expression, rows)),
            facets=selection.facets,
            suggestions=() if selection.total else self._suggestions(query, deadline),
            index_version=self.generation.version,
        )

    def _all_matches(self, expression: Expression, query: SearchQuery, deadline: Deadline) -> Matches:
        check_filters(query)
        rows = self.rows(query.unit)
        selection = select(evaluate(expression, Search(rows, deadline)), query, rows.table)
        return in_order(selection.matches, query, rows.table)

    def _hits(self, matches: Matches, expression: Expression, rows: Rows) -> Iterator[Hit]:
        for number, score in zip(matches.numbers, matches.scores, strict=True):
            yield _hit(rows.segments.row(int(number)), float(score), expression)

    def _suggestions(self, query: SearchQuery, deadline: Deadline) -> tuple[str, ...]:
        """The query in near spellings that find something, or for the reviews of references that it names."""
        if not query.text.strip():
            return ()
        rows = self.rows(query.unit)
        named = dict.fromkeys(found.canonical for found in find_references(query.text))
        held = [name for name in named if rows.table.of_reviews((name,)).any()]
        if held:
            return (" OR ".join(f"reference:{name}" for name in held),)
        unknown = list(dict.fromkeys(unknown_words(parse(query.text), self.lexicons, query.stemmed)))
        found = []
        for text in dict.fromkeys(respelt(query.text, unknown, self._near) if unknown else ()):
            matches = evaluate(self.expression(text, query.stemmed), Search(rows, deadline))
            if select(matches, query, rows.table).total:
                found.append(text)
        return tuple(found[:MOST_SUGGESTIONS])

    def _near(self, word: str) -> list[str]:
        """Words of passages that are spelt nearly like a word, the nearest and commonest first."""
        for distance in (1, 2) if len(word) >= _LONG_WORD else (1,):
            near = self.passages.segments.near("text", word, distance) - {word}
            if near:
                frequencies = self.passages.frequencies["text"]
                return sorted(near, key=lambda each: (-frequencies[each], each))[:_MOST_SPELLINGS]
        return []


_SHOWN = tuple(name for name in Hit.model_fields if name in IndexedRow._fields)
"""What a hit shows as it is stored."""


def _hit(row: IndexedRow, score: float, expression: Expression) -> Hit:
    asked = tuple(asked_for(expression))
    spans = find_spans(row.text, row.language, "text", asked)
    in_heading = find_spans(row.section, row.language, "heading", asked)
    return Hit(
        **{name: getattr(row, name) for name in _SHOWN},
        snippet=make_snippet(row.text, spans),
        matches=tuple(spans),
        score=score,
        because=as_printed(row.text, spans) + as_printed(row.section, in_heading),
    )
