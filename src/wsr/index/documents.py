"""From a review to what the index holds of it: one table, record to index. Pure."""

import hashlib
import json
from collections.abc import Iterator
from typing import NamedTuple

from wsr.domain.kinds import UNSEARCHED_SECTIONS, Language, PassageKind
from wsr.domain.passages import Passage, Section
from wsr.domain.review import Document, Review
from wsr.index.schema import SCHEMA_VERSION
from wsr.language.folding import fold_words, hyphenated_pairs


class IndexedPassage(NamedTuple):
    """What is stored with a passage: all that a hit, a filter or an order needs."""

    reference: str
    slug: str
    review_type: str
    year: int | None
    board: str | None
    board_name: str
    title: str
    day: int
    """The last day that the review's date may mean, as yyyymmdd; 0 when it has none."""
    document: str
    section: str
    """The heading."""
    section_kind: str
    language: str
    only_on_request: bool
    """True for what is searched with `all_sections` only."""
    place: int
    """Its place among the passages of the review."""
    id: str
    key: str
    page: int
    text: str


def passages_of(review: Review) -> Iterator[IndexedPassage]:
    """The passages of a review as the index stores them, in their order."""
    sections = {(section.document, section.id): section for section in review.sections}
    documents = {document.id: document for document in review.documents}
    day = _day(review)
    for place, passage in enumerate(review.passages):
        section = sections[passage.document, passage.section]
        yield IndexedPassage(
            reference=review.reference,
            slug=review.slug,
            review_type=review.review_type.value,
            year=review.year,
            board=review.board.id if review.board else None,
            board_name=review.board.name if review.board else "",
            title=review.title,
            day=day,
            document=passage.document,
            section=section.heading,
            section_kind=section.kind.value,
            language=_language(passage, documents[passage.document]).value,
            only_on_request=_only_on_request(passage, section),
            place=place,
            id=passage.id,
            key=passage.key,
            page=passage.page_first,
            text=passage.text,
        )


def to_fields(passage: IndexedPassage) -> dict[str, object]:
    """The fields of Whoosh's document for a passage (see wsr.index.schema)."""
    return {
        "text": fold_words(passage.text),
        "heading": fold_words(passage.section),
        "compounds": sorted(hyphenated_pairs(passage.text) | hyphenated_pairs(passage.section)),
        "review": passage.reference,
        "passage": tuple(passage),
    }


def fingerprint_of(review: Review) -> str:
    """A digest of all that the index takes from a review; two reviews with the same one are indexed alike."""
    digest = hashlib.blake2b(digest_size=16)
    digest.update(f"{SCHEMA_VERSION} {review.status.value}\n".encode())
    for passage in passages_of(review):
        digest.update(json.dumps(passage).encode())
    return digest.hexdigest()


def _only_on_request(passage: Passage, section: Section) -> bool:
    return section.kind in UNSEARCHED_SECTIONS or passage.kind is PassageKind.PROMPT


def _language(passage: Passage, document: Document) -> Language:
    """The language of the page where the passage begins, else of its document."""
    pages = document.page_languages
    return pages[passage.page_first - 1] if passage.page_first <= len(pages) else document.language


def _day(review: Review) -> int:
    dated = review.publication_date or review.report_date
    if dated is not None:
        return int(dated.latest.strftime("%Y%m%d"))
    return review.year * 10000 + 1231 if review.year is not None else 0
