"""
Words with boxes a CPU second: wsr's reader beside pdfminer.six's own `extract_pages`, in one run.

    python -m benchmarks.ingest                      the sample reviews
    python -m benchmarks.ingest --pages 20 FILE …    other files, their first 20 pages
    python -m benchmarks.ingest --whole              the whole ingest beside it: structure, facts, second opinion

Both read the same pages of the same files in turn, several rounds; the least CPU time of each counts. The
characters that both find on a page are compared one by one: nothing may be missing.
"""

import argparse
import gc
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from math import exp, log
from pathlib import Path
from typing import Any, NamedTuple

from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTContainer

from wsr.domain.kinds import ReviewType
from wsr.ingest.hidden import page_of
from wsr.ingest.miner.document import open_document
from wsr.ingest.miner.fonts import Fonts
from wsr.ingest.miner.reading import paint_page
from wsr.ingest.miner.streams import install_bound
from wsr.ingest.miner.tree import pages_of
from wsr.ingest.painted import PaintedPage
from wsr.ingest.task import ParseTask
from wsr.ingest.worker import parse_file
from wsr.samples import sample_reviews
from wsr.settings import Settings

SETTINGS = Settings()
_UNDEFINED = re.compile(r"\(cid:\d+\)|[\uf000-\uf0ff]")
"""A glyph without a character: pdfminer writes its number, wsr a private character if it is of a symbol font."""


class Row(NamedTuple):
    name: str
    pages: int
    plain: float
    lean: float
    whole: float | None
    """CPU seconds a page of the whole ingest."""
    differing: int


def main() -> int:
    arguments = _arguments()
    files = sorted(arguments.files or sample_reviews().glob("*.pdf"))
    install_bound()
    rows = []
    print(
        f"{'document':44} {'pages':>5} {'pdfminer':>9} {'wsr':>7} {'ratio':>6} {'whole':>7}  same characters"
    )
    for path in files:
        row = measure(path, arguments.pages, arguments.rounds, arguments.whole)
        rows.append(row)
        _print(row)
    _print_total(rows)
    return 1 if any(row.differing for row in rows) else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--pages", type=int, default=30, help="pages of each file (30)")
    parser.add_argument("--rounds", type=int, default=3, help="rounds; the least CPU time counts (3)")
    parser.add_argument("--whole", action="store_true", help="measure the whole ingest too")
    return parser.parse_args()


def measure(path: Path, most_pages: int, rounds: int, whole: bool) -> Row:
    """One file by both readers, in turn, *rounds* times."""
    plain, lean, entire = [], [], []
    for _ in range(rounds):
        reference, seconds = _timed(lambda: list(extract_pages(path, maxpages=most_pages)))
        plain.append(seconds)
        pages, seconds = _timed(lambda: read(path, most_pages))
        lean.append(seconds)
        if whole:
            task = ParseTask(path=path, filename=path.name, sha256="0" * 64, as_type=ReviewType.CPR)
            parsed, seconds = _timed(lambda task=task: parse_file(task, SETTINGS, lambda pages, scans: None))
            entire.append(seconds / parsed.pages)
    differing = sum(not same(page, layout) for page, layout in zip(pages, reference, strict=True))
    return Row(path.name, len(pages), min(plain), min(lean), min(entire, default=None), differing)


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    gc.collect()
    began = time.process_time()
    result = work()
    return result, time.process_time() - began


def read(path: Path, most_pages: int) -> list[PaintedPage]:
    """The first pages as read, with all that `read_pdf` does for each."""
    document = open_document(path.read_bytes())
    fonts = Fonts()
    painted = []
    for number, page in enumerate(islice(pages_of(document), most_pages), start=1):
        painted.append(paint_page(page, number, fonts, frozenset(), SETTINGS))
        page_of(painted[-1])
    return painted


def same(page: PaintedPage, layout: LTContainer) -> bool:
    """Whether the page has just pdfminer's characters, but for those left out and told: doubled, outside."""
    ours = Counter(_UNDEFINED.sub("\ufffd", "".join(word.text for word in page.words)))
    theirs = Counter("".join(_UNDEFINED.sub("\ufffd", char) for char in chars(layout)))
    del ours["\u00ad"]  # the hyphen of Windows encoding, for which pdfminer gives a space
    for char in [char for char in theirs if char.isspace() or char in "\0\u00ad"]:
        del theirs[char]
    return (ours - theirs).total() == 0 and (theirs - ours).total() == len(page.unseen) + page.doubled


def chars(item: object) -> Iterator[str]:
    """All characters of a layout, those inside forms included."""
    if isinstance(item, LTChar):
        yield item.get_text()
    elif isinstance(item, LTContainer):
        for part in item:
            yield from chars(part)


def _print(row: Row) -> None:
    whole = f"{1 / row.whole:7.1f}" if row.whole else f"{'':7}"
    verdict = "yes" if not row.differing else f"NO, on {row.differing} pages"
    print(
        f"{row.name[:44]:44} {row.pages:5} {row.pages / row.plain:9.1f} {row.pages / row.lean:7.1f} "
        f"{row.plain / row.lean:6.2f} {whole}  {verdict}"
    )


def _print_total(rows: list[Row]) -> None:
    pages = sum(row.pages for row in rows)
    plain, lean = sum(row.plain for row in rows), sum(row.lean for row in rows)
    mean = exp(sum(log(row.plain / row.lean) for row in rows) / len(rows))
    print(f"\n{pages} pages a CPU second: pdfminer {pages / plain:.1f}, wsr {pages / lean:.1f}")
    print(f"ratio: {plain / lean:.2f} over all, {mean:.2f} geometric mean of the documents")
    if all(row.whole for row in rows):
        whole = sum((row.whole or 0) * row.pages for row in rows)
        print(
            f"whole ingest: {pages / whole:.1f} pages a CPU second, {plain / whole:.2f} times pdfminer's reading"
        )


if __name__ == "__main__":
    sys.exit(main())
