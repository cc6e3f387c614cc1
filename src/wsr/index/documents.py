"""From a review to what the index holds of it: rows of two units, record to index. Pure."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from wsr.domain.coding import Decided, Extract
from wsr.domain.kinds import UNSEARCHED_SECTIONS, Language, PassageKind, Status
from wsr.domain.passages import Passage, Section
from wsr.domain.review import Document, Review
from wsr.domain.search import Unit
from wsr.index.schema import SCHEMA_VERSION
from wsr.language.folding import fold_words, hyphenated_pairs
from wsr.vocabulary.agencies import first_mentions

ROW_UNITS = (Unit.PASSAGE, Unit.EXTRACT)
"""The units that are rows of the index, each with words and statistics of its own."""

LISTED = ("stance", "theme", "subtheme", "term", "agency", "decided")
"""The facets of which a row may have any number of values."""

WEIGHED = ("theme", "subtheme")
"""Those of LISTED of which each value of a row has a strength."""


class IndexedRow(NamedTuple):
    """What is stored with a passage or an extract: all that a hit, a filter or an order needs."""

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
    """Its place among the passages of the review, or among its extracts."""
    id: str
    key: str
    passage: str
    """The id of the passage; of a passage its own."""
    number: str | None
    """The number by which its paragraph is cited."""
    page: int
    text: str
    values: tuple[tuple[str, ...], ...]
    """For each of LISTED the values by which it is filtered and counted."""
    strengths: tuple[tuple[float, ...], ...]
    """For each of WEIGHED how strongly its words speak for each of these values: its best score."""
    terms: tuple[str, ...] = ()
    """Of an extract, as what follows."""
    stance: str | None = None
    codes: tuple[str, ...] = ()
    decided: str | None = None


def rows_of(review: Review) -> dict[Unit, list[IndexedRow]]:
    """For each of ROW_UNITS the rows of a review as the index stores them, in their order."""
    of_passage: dict[tuple[str, str], list[Extract]] = defaultdict(list)
    for extract in review.extracts:
        of_passage[extract.document, extract.passage].append(extract)
    passages = list(_passages(review, of_passage))
    in_order = (
        (passage, extract)
        for passage in passages
        for extract in sorted(of_passage[passage.document, passage.id], key=lambda each: each.start)
    )
    extracts = [_extract(extract, passage, place) for place, (passage, extract) in enumerate(in_order)]
    return {Unit.PASSAGE: passages, Unit.EXTRACT: extracts}


def to_fields(row: IndexedRow) -> dict[str, object]:
    """The fields of Whoosh's document for a row (see wsr.index.schema)."""
    return {
        "text": fold_words(row.text),
        "heading": fold_words(row.section),
        "compounds": sorted(hyphenated_pairs(row.text) | hyphenated_pairs(row.section)),
        "review": row.reference,
        "row": tuple(row),
    }


def fingerprint_of(review: Review) -> str:
    """A digest of all that the index takes from a review; two reviews with the same one are indexed alike."""
    return fingerprint_of_rows(review.status, rows_of(review))


def fingerprint_of_rows(status: Status, rows: Mapping[Unit, Iterable[IndexedRow]]) -> str:
    """The same from the status and the rows of a review."""
    digest = hashlib.blake2b(digest_size=16)
    digest.update(f"{SCHEMA_VERSION} {status.value}\n".encode())
    for unit in ROW_UNITS:
        for row in rows[unit]:
            digest.update(f"{unit.value} {json.dumps(row)}\n".encode())
    return digest.hexdigest()


def _passages(review: Review, extracts: Mapping[tuple[str, str], Sequence[Extract]]) -> Iterator[IndexedRow]:
    sections = {(section.document, section.id): section for section in review.sections}
    documents = {document.id: document for document in review.documents}
    day = _day(review)
    for place, passage in enumerate(review.passages):
        section = sections[passage.document, passage.section]
        own = extracts.get((passage.document, passage.id), ())
        kept = [extract for extract in own if extract.decided is not Decided.REJECTED]
        yield IndexedRow(
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
            passage=passage.id,
            number=passage.cited_number,
            page=passage.page_first,
            text=passage.text,
            values=_values(passage.text, kept),
            strengths=_strengths(kept),
        )


def _extract(extract: Extract, passage: IndexedRow, place: int) -> IndexedRow:
    """The row of an extract, from that of its passage."""
    return passage._replace(
        place=place,
        id=extract.id,
        key=extract.key,
        page=extract.page,
        text=extract.text,
        values=_values(extract.text, [extract], decided=extract.decided),
        strengths=_strengths([extract]),
        terms=extract.terms,
        stance=extract.stance_in_force.value,
        codes=extract.codes_in_force,
        decided=extract.decided.value,
    )


def _values(
    text: str, extracts: Sequence[Extract], decided: Decided | None = None
) -> tuple[tuple[str, ...], ...]:
    """For each of LISTED its values, each once: those in force of these extracts, the agencies of the text."""
    codes = _best_scores(extracts)
    found: dict[str, Iterable[str]] = {
        "stance": (extract.stance_in_force.value for extract in extracts),
        "theme": codes["theme"],
        "subtheme": codes["subtheme"],
        "term": (term for extract in extracts for term in extract.terms),
        "agency": (mention.id for mention in first_mentions(text)),
        "decided": (decided.value,) if decided else (),
    }
    return tuple(tuple(dict.fromkeys(found[name])) for name in LISTED)


def _strengths(extracts: Sequence[Extract]) -> tuple[tuple[float, ...], ...]:
    codes = _best_scores(extracts)
    return tuple(tuple(codes[name].values()) for name in WEIGHED)


def _best_scores(extracts: Sequence[Extract]) -> dict[str, dict[str, float]]:
    """For each of WEIGHED the values in force of these extracts, each with its best score, in their order."""
    best: dict[str, dict[str, float]] = {name: {} for name in WEIGHED}
    for extract in extracts:
        for code, score in zip(extract.codes_in_force, extract.scores_in_force, strict=True):
            values = {"theme": code.partition("/")[0], **({"subtheme": code} if "/" in code else {})}
            for name, value in values.items():
                best[name][value] = max(score, best[name].get(value, 0.0))
    return best


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
