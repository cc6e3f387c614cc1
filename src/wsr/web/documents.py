"""The documents of a review: which can be read, with how many hits, and their files."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wsr.domain.kinds import Language
from wsr.domain.review import Document, Review
from wsr.domain.search import Hit, SearchQuery
from wsr.web import labels
from wsr.web.addresses import file_address, review_address
from wsr.web.reading import named_document
from wsr.web.wording import Wording, counted, say


@dataclass(frozen=True)
class DocumentLink:
    """One document: to be read here, or fetched as it was published."""

    label: str
    language: str
    pages: str
    hits: str
    """How many of its passages match the query, in words; empty without a query."""
    url: str
    current: bool
    file_url: str
    file_size: str


def document_links(
    wording: Wording,
    language: Language,
    review: Review,
    current: Document,
    query: SearchQuery,
    hits: Iterable[Hit],
    marks: Sequence[tuple[str, str]] = (),
) -> tuple[DocumentLink, ...]:
    """The documents of a review in its own order; `marks` is what addresses say of what is marked."""
    found = Counter(hit.document for hit in hits)
    return tuple(
        DocumentLink(
            label=say(wording, labels.ROLES, document.role),
            language=say(wording, labels.LANGUAGES, document.language),
            pages=counted(wording, "%(number)s page", "%(number)s pages", document.pages),
            hits=_hits(wording, found[document.id]) if query.text else "",
            url=review_address(
                language,
                review.slug,
                query=query,
                document=named_document(review, document.id),
                marks=marks,
            ),
            current=document.id == current.id,
            file_url=file_address(review.slug, named_document(review, document.id)),
            file_size=size_in_words(document.source.bytes),
        )
        for document in review.documents
    )


def size_in_words(size: int) -> str:
    """A size as people read it: “840 kB”, “1.3 MB”."""
    return f"{max(1, round(size / 1000))} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"


def _hits(wording: Wording, number: int) -> str:
    return counted(wording, "%(number)s matching passage", "%(number)s matching passages", number)
