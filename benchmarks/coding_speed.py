"""
How fast the coder is: on dense sentences, on reviews as they are written, and on whole reviews from the store.

Dense are the labelled sentences of the development sets: nearly each judges something, and stance, terms and themes
are told of every one. Reviews as they are written are generated in the shape of the sample reviews, where 28 % of the
sentences that are coded have an extract, and a passage has one to six sentences: labelled ones among narrative ones
in that proportion; the share that became extracts is printed. Themes are told of extracts alone, as in the store.

All is CPU time of one process, so one core. Fewer reviews than 183 are measured. They count as measured, the first with
what is done once (reading the vocabulary, compiling); each of the rest counts as the mean of the later half.
"""

import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise
from pathlib import Path
from typing import NamedTuple

from benchmarks.narrative import narrative_sentence
from benchmarks.passages import make_reviews
from wsr.coding.coder import Coder
from wsr.domain.review import ParsedDocument, Review
from wsr.language.sentences import sentence_spans
from wsr.repository.clock import now
from wsr.repository.recoding import recode
from wsr.repository.repository import Repository
from wsr.settings import Settings
from wsr.store import documents, extracts, reviews

REVIEWS = 183
PASSAGES_A_REVIEW = (143, 430)
"""As many as the samples have, and as many as published reviews have."""

_LENGTHS = {1: 736, 2: 396, 3: 448, 4: 261, 5: 130, 6: 48}
"""How many passages of the samples have so many sentences."""
_LABELLED = 0.28
"""How many of the sentences of a generated review are labelled ones."""
_AS_WRITTEN = 5
"""Reviews of which the sentences a second are measured."""


def speed_report(labelled: Sequence[str], count: int, coder: Coder) -> Iterator[str]:
    """
    Sentences a second of both kinds, first and later; seconds for 183 reviews of both sizes.

    They are measured on so many of the larger, and as many of the smaller as have the same number of passages.
    """
    first, *later = (_seconds(lambda: [coder.explain(text) for text in labelled]) for _ in range(4))
    sentences = sum(len(sentence_spans(text)) for text in labelled)
    yield f"  {sentences} dense labelled sentences: stance, terms and themes of each"
    yield f"    {sentences / first:,.0f} a second at first"
    yield f"    {sentences / min(later):,.0f} a second later, the best of three"
    if count:
        yield from _as_written(labelled, min(count, _AS_WRITTEN), coder)
        for passages in PASSAGES_A_REVIEW:
            yield from _from_the_store(labelled, passages, count * PASSAGES_A_REVIEW[-1] // passages)


def _as_written(labelled: Sequence[str], count: int, coder: Coder) -> Iterator[str]:
    chance = random.Random(2)
    made = [
        _as_reviews_are(each, labelled, chance) for each in islice(_reviews(PASSAGES_A_REVIEW[-1]), count)
    ]
    sentences = sum(len(sentence_spans(passage.text)) for review in made for passage in review.passages)
    found = sum(len(list(coder.extracts(review))) for review in made)
    seconds = min(_seconds(lambda: [list(coder.extracts(review)) for review in made]) for _ in range(3))
    yield f"  {sentences:,} sentences as reviews are written: stance and terms of each, themes of {found / sentences:.0%}"
    yield f"    {sentences / seconds:,.0f} a second later, the best of three"


class _Measured(NamedTuple):
    """Seconds: of each review in turn, with what is done once in the first, and until the index has followed them all."""

    reviews: tuple[float, ...]
    following: float

    def scaled(self) -> float:
        """Of coding all reviews, without the index."""
        later = self.reviews[len(self.reviews) // 2 :]
        return sum(self.reviews) + (REVIEWS - len(self.reviews)) * sum(later) / len(later)


def _from_the_store(labelled: Sequence[str], passages: int, count: int) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as home, Repository.open(Settings(home=Path(home))) as repository:
        chance = random.Random(1)
        for number, review in enumerate(islice(_reviews(passages), count)):
            keep(repository, _as_reviews_are(review, labelled, chance), number)
        measured = _recoded(repository)
    following = measured.following / count * REVIEWS
    yield f"  {REVIEWS} reviews of {passages} passages from the store, scaled from {count}"
    yield f"    {measured.scaled():.1f} s read, coded and kept ({sum(measured.reviews):.1f} s measured)"
    yield f"    {following:.1f} s more until the search index has followed ({measured.following:.1f} s measured)"


def _recoded(repository: Repository) -> _Measured:
    times = [time.process_time()]
    for _ in recode(repository, every=True):
        times.append(time.process_time())
    following = time.process_time() - times[-1]
    return _Measured(tuple(after - before for before, after in pairwise(times)), following)


def _reviews(passages: int) -> Iterator[Review]:
    return make_reviews(REVIEWS * passages)


def _as_reviews_are(review: Review, labelled: Sequence[str], chance: random.Random) -> Review:
    """The review with passages of labelled and narrative sentences; without extracts."""
    passages = tuple(
        passage.model_copy(update={"text": _passage(labelled, chance)}) for passage in review.passages
    )
    return review.model_copy(update={"passages": passages, "extracts": ()})


def _passage(labelled: Sequence[str], chance: random.Random) -> str:
    (length,) = chance.choices(list(_LENGTHS), list(_LENGTHS.values()))
    return " ".join(
        chance.choice(labelled) if chance.random() < _LABELLED else narrative_sentence(chance)
        for _ in range(length)
    )


def keep(repository: Repository, review: Review, number: int) -> None:
    """Put a review into the store as it is, coded by a version that has gone by."""
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
        extracts.replace_extracts(session, key, (), "a version that has gone by", {})
        session.flush()


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
