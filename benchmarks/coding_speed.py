"""How fast sentences are coded: those of the labelled sets, and reviews made of them, coded from the store."""

import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.passages import make_reviews
from wsr.coding.coder import Coder
from wsr.domain.review import ParsedDocument, Review
from wsr.language.sentences import sentence_spans
from wsr.repository.clock import now
from wsr.repository.recoding import recode
from wsr.repository.repository import Repository
from wsr.settings import Settings
from wsr.store import documents, reviews

REVIEWS = 183
PASSAGES_A_REVIEW = 430
_MOST_SENTENCES = 4
"""Of a passage; it has at least one."""


def speed_report(texts: Sequence[str], count: int, coder: Coder) -> Iterator[str]:
    """Sentences a second of CPU on one core, first and later; seconds for so many reviews from the store."""
    sentences = sum(len(sentence_spans(text)) for text in texts)
    first, *later = (_seconds(lambda: [coder.explain(text) for text in texts]) for _ in range(4))
    yield f"  {sentences / first:,.0f} sentences a second explained at first ({sentences} of the sets)"
    yield f"  {sentences / min(later):,.0f} sentences a second explained later, the best of three"
    if count:
        yield from _from_the_store(texts, count)


def _from_the_store(texts: Sequence[str], count: int) -> Iterator[str]:
    made = islice(make_reviews(REVIEWS * PASSAGES_A_REVIEW), count)
    chance = random.Random(1)
    passages = extracts = 0
    with tempfile.TemporaryDirectory() as home, Repository.open(Settings(home=Path(home))) as repository:
        for number, review in enumerate(made):
            keep(repository, _of_sentences(review, texts, chance), number)
            passages += len(review.passages)
        start = time.process_time()
        for report in recode(repository, every=True):
            extracts += report.extracts
            seconds = time.process_time() - start
    yield f"  {seconds:.1f} s for {count} reviews from the store: {passages:,} passages, {extracts:,} extracts"


def _of_sentences(review: Review, texts: Sequence[str], chance: random.Random) -> Review:
    """The review with passages of one to four texts of the sets each."""
    passages = tuple(
        passage.model_copy(
            update={"text": " ".join(chance.choices(texts, k=chance.randint(1, _MOST_SENTENCES)))}
        )
        for passage in review.passages
    )
    return review.model_copy(update={"passages": passages, "extracts": ()})


def keep(repository: Repository, review: Review, number: int) -> None:
    """Put a review into the store as it is, coded with nothing yet."""
    (document,) = review.documents
    source = document.source.model_copy(update={"sha256": f"{number:064d}"})
    parsed = ParsedDocument(
        role=document.role,
        language=document.language,
        pages=document.pages,
        machine_read=False,
        page_sizes=(),
        page_languages=(),
        claims=(),
        sections=review.sections,
        passages=review.passages,
        recommendations=(),
        agencies=(),
        coded_agencies=(),
        warnings=(),
        hold_reasons=(),
    )
    with repository.session() as session:
        key = reviews.add_review(session, review, now())
        documents.add_document(session, key, document.model_copy(update={"source": source}), parsed)
        session.flush()


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
