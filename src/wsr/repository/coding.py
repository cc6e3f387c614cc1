"""Coding one review: what the machine finds in it now, and where the words that people decided about stand."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wsr.coding.anchoring import Text, find_again
from wsr.coding.coder import Coder
from wsr.domain.coding import Extract
from wsr.domain.judging import Judged
from wsr.domain.review import Review
from wsr.repository.repository import assembled
from wsr.store import decisions, extracts, register
from wsr.store.database import Session
from wsr.store.reviews import StoredReview


def code(session: Session, kept: StoredReview, coder: Coder) -> tuple[Extract, ...]:
    """
    Find the extracts of a review anew, keep them and give them back; see where judged extracts stand now.

    What rules say of its recommendations is kept beside them.

    Decisions are never lost: those whose words are gone keep their place in the list of the unanchored.
    """
    review = assembled(replace(kept, extracts=(), judged=()))
    found = tuple(coder.extracts(review))
    extracts.replace_extracts(session, kept.id, found, coder.version, coder.left_out(review))
    register.replace_codings(session, kept.id, coder.recommendations.codings(review))
    if kept.judged:
        decisions.set_standings(session, kept.id, _found_again(kept.judged, review))
    return found


def _found_again(judged: Sequence[Judged], review: Review) -> Iterator[Judged]:
    documents = {document.id: document for document in review.documents}
    texts = [
        Text(passage, documents[passage.document].role, documents[passage.document].language)
        for passage in review.passages
    ]
    for one in judged:
        yield one.model_copy(update={"standing": find_again(one, texts)})
