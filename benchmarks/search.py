"""
Search beside SQLite FTS5 and tantivy: the same generated passages, the same queries, the same counts.

    python -m benchmarks.search [--passages 80000] [--repeat 5]

Every engine gives the best 20 and the count of all matches; wsr gives its whole answer beside (records of hits with
snippets, and all facets). CPU time of the process, so that other work on the machine disturbs little; the least
of the repeats. "cold" is the first time after opening, with the files in the system's cache.
"""

import argparse
import math
import multiprocessing
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import psutil
import tantivy

from benchmarks.passages import TERMS, make_reviews, rare_word
from wsr.domain.review import Review
from wsr.domain.search import SearchQuery
from wsr.index import SearchIndex
from wsr.index.deadline import Deadline
from wsr.index.evaluation import evaluate
from wsr.index.rows import Search
from wsr.index.selection import page_of, select
from wsr.index.tokens import Limits
from wsr.settings import Settings

TOP = 20
NO_LIMITS = Limits(characters=10_000, terms=100)
COMPARED = ("review_type", "year", "board", "section_kind", "language")
"""The facets that the others count too; wsr counts those of coding beside."""

_FILTER = {"review_type": ("CPR",), "year": ("2012", "2013")}


class Query(NamedTuple):
    """One query, in the three languages."""

    kind: str
    wsr: str
    fts5: str
    tantivy: str
    filtered: bool = False
    facets: bool = False


def _all_terms() -> Query:
    quoted = [f'"{term.replace("-", " ")}"' for term in TERMS]
    joined = " OR ".join(quoted)
    return Query("the 26 terms", " OR ".join(f'"{term}"' for term in TERMS), joined, joined)


def _same(kind: str, text: str) -> Query:
    return Query(kind, text, text, text)


QUERIES = (
    _same("common word", "children"),
    _same("common word", "the"),
    _same("word", "commended"),
    _same("word", "thoughtful"),
    _same("rare word", rare_word()),
    _same("and of common", "school AND police"),
    _same("and of common", "the AND of AND to AND children"),
    _same("and with rare", "children AND thoughtful"),
    _same("or", "school OR police"),
    _same("or", "mindful OR thorough OR timely OR responsive OR consistent"),
    Query("not", "school NOT police", "school NOT police", "+school -police"),
    _same("phrase", '"good practice"'),
    _same("phrase", '"kept on trying"'),
    _same("phrase of common", '"of the"'),
    Query("near", '"school police"~5', "NEAR(school police, 5)", '"school police"~5 OR "police school"~5'),
    Query("near", '"good review"~10', "NEAR(good review, 10)", '"good review"~10 OR "review good"~10'),
    Query("prefix", "commun*", "commun*", "commun*"),
    Query("prefix", "assess* AND school", "assess* AND school", "assess* AND school"),
    _all_terms(),
    _same("filtered", "children")._replace(filtered=True),
    _all_terms()._replace(kind="the 26 terms, filtered", filtered=True),
    _same("with facets", "practice")._replace(facets=True),
)


class Engine(Protocol):
    """One engine with an index of the passages, opened."""

    def __init__(self, folder: Path) -> None: ...

    @staticmethod
    def build(folder: Path, reviews: list[Review]) -> None:
        """Makes the index in a folder."""
        ...

    def run(self, query: Query) -> int:
        """Finds the best 20, and counts the facets when asked; gives back how many passages match."""
        ...


class Wsr:
    """Our own index: matches, order, count and always all facets, of which five are counted by the others."""

    def __init__(self, folder: Path) -> None:
        self.searcher = SearchIndex(folder, Settings(home=folder)).searcher()

    @staticmethod
    def build(folder: Path, reviews: list[Review]) -> None:
        SearchIndex(folder, Settings(home=folder)).rebuild(reviews)

    def run(self, query: Query) -> int:
        asked = SearchQuery(text=query.wsr, **(_FILTER if query.filtered else {}))
        expression = self.searcher.expression(query.wsr, limits=NO_LIMITS)
        found = evaluate(expression, Search(self.searcher.passages, Deadline(query.wsr, 60)))
        selection = select(found, asked, self.searcher.passages.table)
        page_of(selection.matches, asked, self.searcher.passages.table)
        return selection.total


class WsrWhole(Wsr):
    """The same with records of the 20 hits, their snippets and what matched: all that a page shows."""

    def run(self, query: Query) -> int:
        asked = SearchQuery(text=query.wsr, **(_FILTER if query.filtered else {}))
        expression = self.searcher.expression(query.wsr, limits=NO_LIMITS)
        return self.searcher.answer(expression, asked, Deadline(query.wsr, 60)).total


class Fts5:
    """SQLite's full-text index, with a table of the facets beside it."""

    def __init__(self, folder: Path) -> None:
        self.database = sqlite3.connect(folder / "fts5.db")

    @staticmethod
    def build(folder: Path, reviews: list[Review]) -> None:
        database = sqlite3.connect(folder / "fts5.db")
        database.executescript(
            "CREATE VIRTUAL TABLE passages USING fts5(text, tokenize='unicode61 remove_diacritics 0');"
            "CREATE TABLE facts(id INTEGER PRIMARY KEY, review_type, year, board, section_kind, language)"
        )
        for number, fields in enumerate(_fields(reviews), start=1):
            text, *facts = fields
            database.execute("INSERT INTO passages(rowid, text) VALUES (?, ?)", (number, text))
            database.execute("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?)", (number, *facts))
        database.commit()
        database.close()

    def run(self, query: Query) -> int:
        matching = self.matching(query)
        self.database.execute(
            f"SELECT passages.rowid {matching} ORDER BY rank LIMIT {TOP}", (query.fts5,)
        ).fetchall()
        return self.count(query, matching, facets=query.facets)

    def matching(self, query: Query) -> str:
        if not query.filtered:
            return "FROM passages WHERE passages MATCH ?"
        chosen = "review_type = 'CPR' AND year IN ('2012', '2013')"
        return f"FROM passages JOIN facts ON id = passages.rowid WHERE passages MATCH ? AND {chosen}"

    def count(self, query: Query, matching: str, facets: bool) -> int:
        if facets:
            for name in COMPARED:
                counts = f"SELECT {name}, count(*) FROM facts WHERE id IN (SELECT passages.rowid {matching}) GROUP BY 1"
                self.database.execute(counts, (query.fts5,)).fetchall()
        total: int = self.database.execute(f"SELECT count(*) {matching}", (query.fts5,)).fetchone()[0]
        return total


class Fts5Whole(Fts5):
    """The same with the texts of the 20 hits, their snippets, what is known of them, and five facets."""

    def run(self, query: Query) -> int:
        matching = self.matching(query)
        shown = "passages.rowid, text, rank, snippet(passages, 0, '[', ']', '…', 40)"
        best = f"SELECT {shown} {matching} ORDER BY rank LIMIT {TOP}"
        for number, *_ in self.database.execute(best, (query.fts5,)).fetchall():
            self.database.execute("SELECT * FROM facts WHERE id = ?", (number,)).fetchone()
        return self.count(query, matching, facets=True)


class Tantivy:
    """The engine in Rust, through its Python package."""

    def __init__(self, folder: Path) -> None:
        self.index = tantivy.Index.open(str(folder))
        self.searcher = self.index.searcher()

    @staticmethod
    def build(folder: Path, reviews: list[Review]) -> None:
        builder = tantivy.SchemaBuilder().add_text_field("text")
        for name in COMPARED:
            builder = builder.add_text_field(name, tokenizer_name="raw", fast=True)
        index = tantivy.Index(builder.build(), path=str(folder))
        writer = index.writer(heap_size=200_000_000, num_threads=1)
        for text, *facts in _fields(reviews):
            writer.add_document(tantivy.Document(text=text, **dict(zip(COMPARED, facts, strict=True))))
        writer.commit()
        writer.wait_merging_threads()

    def run(self, query: Query) -> int:
        parsed = self._parsed(query.tantivy)
        if query.filtered:
            chosen = self.index.parse_query("review_type:CPR AND (year:2012 OR year:2013)", ["text"])
            parsed = _all_of([parsed, tantivy.Query.const_score_query(chosen, 0.0)])
        total: int = self.searcher.search(parsed, TOP, count=True).count
        if query.facets:
            self.searcher.aggregate(
                parsed, {name: {"terms": {"field": name, "size": 100}} for name in COMPARED}
            )
        return total

    def _parsed(self, text: str) -> Any:
        if "*" not in text:
            return self.index.parse_query(text, ["text"])
        return _all_of([self._word_or_prefix(part) for part in text.split(" AND ")])

    def _word_or_prefix(self, text: str) -> Any:
        if text.endswith("*"):
            return tantivy.Query.regex_query(self.index.schema, "text", f"{text[:-1]}.*")
        return self.index.parse_query(text, ["text"])


def _all_of(queries: list[Any]) -> Any:
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, query) for query in queries])


def _fields(reviews: list[Review]) -> Iterator[tuple[str, ...]]:
    for review in reviews:
        kinds = {section.id: section.kind.value for section in review.sections}
        board = review.board.id if review.board else ""
        for passage in review.passages:
            yield (
                passage.text,
                review.review_type.value,
                str(review.year),
                board,
                kinds[passage.section],
                "en",
            )


ENGINES: dict[str, type[Engine]] = {
    "wsr": Wsr,
    "fts5": Fts5,
    "tantivy": Tantivy,
    "wsr, whole answer": WsrWhole,
    "fts5, whole answer": Fts5Whole,
}
FOLDERS = {Wsr: "wsr", WsrWhole: "wsr", Fts5: "fts5", Fts5Whole: "fts5", Tantivy: "tantivy"}


class Measured(NamedTuple):
    """What was measured of one engine."""

    build_seconds: float
    megabytes: float
    memory: float
    cold: list[float]
    warm: list[float]
    totals: list[int]


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _build(engine: type[Engine], folder: Path, passages: int) -> float:
    reviews = list(make_reviews(passages))
    return _seconds(lambda: engine.build(folder, reviews))


def _ask(
    engine: type[Engine], folder: Path, repeat: int
) -> tuple[float, list[float], list[float], list[int]]:
    """Memory, cold and warm seconds, and counts; cold is measured on an engine opened for each query."""
    before = psutil.Process().memory_info().rss
    opened = engine(folder)
    totals = [opened.run(query) for query in QUERIES]
    memory = (psutil.Process().memory_info().rss - before) / 1e6
    warm = [min(_seconds(partial(opened.run, query)) for _ in range(repeat)) for query in QUERIES]
    cold = [_seconds(partial(engine(folder).run, query)) for query in QUERIES]
    return memory, cold, warm, totals


def measure(passages: int, repeat: int, folder: Path) -> dict[str, Measured]:
    """Builds and asks every engine, each in processes of its own."""
    measured = {}
    for name, engine in ENGINES.items():
        own = folder / FOLDERS[engine]
        build_seconds = 0.0
        if not own.exists():
            own.mkdir()
            build_seconds = _elsewhere(_build, engine, own, passages)
        size = sum(path.stat().st_size for path in own.rglob("*") if path.is_file()) / 1e6
        memory, cold, warm, totals = _elsewhere(_ask, engine, own, repeat)
        measured[name] = Measured(build_seconds, size, memory, cold, warm, totals)
    return measured


def _elsewhere(function: Callable[..., Any], *arguments: object) -> Any:
    """What a function gives in a new process."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(function, arguments)


def check(measured: dict[str, Measured]) -> None:
    """Raises AssertionError when engines count differently, or find nothing where all should find something."""
    for index, query in enumerate(QUERIES):
        counts = {name: each.totals[index] for name, each in measured.items()}
        assert len(set(counts.values())) == 1, f"{query.kind} {query.wsr!r}: {counts}"


def report(measured: dict[str, Measured], passages: int) -> str:
    """The tables, as text."""
    base = measured["fts5"]
    lines = [f"{passages} passages; CPU as a multiple of SQLite FTS5 (less is better)", ""]
    for title, part in (("warm", lambda each: each.warm), ("cold", lambda each: each.cold)):
        lines.append(
            f"{title:26}{'matches':>9}{'fts5 ms':>9}"
            + "".join(f"{name:>20}" for name in measured if name != "fts5")
        )
        ratios: dict[str, list[float]] = {name: [] for name in measured}
        for index, query in enumerate(QUERIES):
            row = f"{query.kind:26}{base.totals[index]:>9}{part(base)[index] * 1000:>9.2f}"
            for name, each in measured.items():
                if name != "fts5":
                    ratios[name].append(part(each)[index] / part(base)[index])
                    row += f"{ratios[name][-1]:>20.2f}"
            lines.append(row)
        means = (
            f"{math.exp(sum(map(math.log, each)) / len(each)):>20.2f}" for each in ratios.values() if each
        )
        lines += [f"{'geometric mean':44}" + "".join(means), ""]
    lines.append(f"{'':26}{'build, CPU s':>14}{'of fts5':>9}{'size MB':>9}{'memory MB':>11}")
    for name, each in measured.items():
        built = each.build_seconds
        lines.append(
            f"{name:26}{built:>14.1f}{built / base.build_seconds:>9.1f}{each.megabytes:>9.1f}{each.memory:>11.1f}"
        )
    return "\n".join(lines)


def main() -> None:
    """Measures, checks and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[1])
    parser.add_argument("--passages", type=int, default=80_000)
    parser.add_argument("--repeat", type=int, default=5)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measured = measure(chosen.passages, chosen.repeat, Path(folder))
    check(measured)
    print(report(measured, chosen.passages))


if __name__ == "__main__":
    main()
