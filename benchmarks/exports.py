"""
Exports of many extracts: extracts a second and peak memory, format by format, each in a process of its own.

    python -m benchmarks exports [--extracts 100000] [--format csv]

Generated passages with one coded extract each, in as many reviews as were published, in one repository that serves
every format. Memory is the peak above what the process holds when the repository is open and its index was searched.
"""

import argparse
import multiprocessing
import random
import resource
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.coding_speed import keep
from benchmarks.passages import TERMS, make_reviews
from wsr.coding.keys import extract_key
from wsr.domain.codebook import Codebook
from wsr.domain.coding import Coding, Extract, Reason, Stance
from wsr.domain.exports import ExportFormat
from wsr.domain.kinds import Language
from wsr.domain.passages import Passage
from wsr.domain.search import SearchQuery, Unit
from wsr.errors import DocumentTooLong
from wsr.exchange.formats import FORMATS
from wsr.repository.repository import Repository
from wsr.repository.upkeep import recover
from wsr.settings import Settings
from wsr.store import extracts, reviews
from wsr.web.exporting import export_of

WORDS = 22
"""Of an extract."""

EVERYTHING = SearchQuery(unit=Unit.EXTRACT)


class Measured(NamedTuple):
    """What one format took."""

    items: int
    seconds: float
    bytes: int
    memory_mb: float


def main() -> None:
    """Make the repository, then write each format from it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--extracts", type=int, default=100_000)
    parser.add_argument("--format", action="append", type=ExportFormat, help="only these; all without it")
    asked = parser.parse_args()
    fresh = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as home:
        with fresh.Pool(1) as pool:
            pool.apply(_make, (home, asked.extracts))
        print(
            f"{'format':<8}{'extracts':>10}{'seconds':>10}{'a second':>10}{'file, MB':>10}{'memory, MB':>12}"
        )
        for format in asked.format or FORMATS:
            with fresh.Pool(1) as pool:
                try:
                    done = pool.apply(_measure, (home, format))
                except DocumentTooLong as error:
                    print(f"{format:<8}{error}", flush=True)
                    continue
            print(
                f"{format:<8}{done.items:>10,}{done.seconds:>10.1f}{done.items / done.seconds:>10,.0f}"
                f"{done.bytes / 1e6:>10.1f}{done.memory_mb:>12.0f}",
                flush=True,
            )


def _make(home: str, count: int) -> None:
    chance = random.Random(1)
    with Repository.open(Settings(home=Path(home))) as repository:
        coder = repository.coder()
        for number, review in enumerate(make_reviews(count)):
            keep(repository, review, number)
            found = [_extract(passage, coder.codebook, chance) for passage in review.passages]
            with repository.session() as session:
                kept = reviews.load_review(session, review.reference)
                assert kept is not None
                extracts.replace_extracts(session, kept.id, found, coder.version, {})
                reviews.mark_changed(session, kept.id)
        recover(repository)


def _extract(passage: Passage, codebook: Codebook, chance: random.Random) -> Extract:
    """Some words from the middle of a passage, with one or two codes."""
    words = passage.text.split(" ")
    first = chance.randrange(max(1, len(words) - WORDS))
    start = len(" ".join(words[:first])) + (first > 0)
    text = " ".join(words[first : first + WORDS])
    codes = [(theme, sub) for theme, sub in codebook.codes() if sub]
    return Extract(
        id="e0",
        key=extract_key(passage.key, text),
        document=passage.document,
        passage=passage.id,
        start=start,
        end=start + len(text),
        text=text,
        page=passage.page_first,
        terms=(chance.choice(TERMS),),
        term_counts=(1,),
        distinct_hits=1,
        stance=chance.choice(list(Stance)),
        stance_because=(Reason(rule="label", words=words[0]),),
        codes=tuple(
            Coding(theme=theme.id, subtheme=sub.id, score=1.5, because=(Reason(rule="cue", words=words[-1]),))
            for theme, sub in chance.sample(codes, chance.choice((1, 1, 2)))
            if sub
        ),
    )


def _measure(home: str, format: ExportFormat) -> Measured:
    with Repository.open(Settings(home=Path(home))) as repository, tempfile.TemporaryFile() as out:
        total = repository.search(EVERYTHING).total
        before = _peak_mb()
        start = time.perf_counter()
        made = export_of(repository, EVERYTHING, format, Language.EN, "https://wsr.example")
        FORMATS[format].write(made, out)
        return Measured(total, time.perf_counter() - start, out.tell(), _peak_mb() - before)


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
