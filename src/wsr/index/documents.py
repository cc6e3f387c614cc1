"""From a review to what the index holds of it: rows of three units, record to index. Pure."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from wsr.domain.coding import Decided, Extract
from wsr.domain.kinds import UNSEARCHED_SECTIONS, Language, PassageKind, Status
from wsr.domain.passages import Passage, Recommendation, Section, passage_of
from wsr.domain.review import Document, Review
from wsr.domain.search import MANY_VALUED, Unit
from wsr.index.schema import SCHEMA_VERSION
from wsr.language.folding import fold_words, hyphenated_pairs
from wsr.vocabulary.agencies import first_mentions
from wsr.vocabulary.plainness import plainness

ROW_UNITS = (Unit.PASSAGE, Unit.EXTRACT, Unit.RECOMMENDATION)
"""The units that are rows of the index, each with words and statistics of its own."""

WEIGHED = ("theme", "subtheme")
"""Those of MANY_VALUED of which each value of a row has a strength."""


class IndexedRow(NamedTuple):
    """What is stored with a passage, an extract or a recommendation: all that a hit, a filter or an order needs."""

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
    """Its place among the passages of the review, or among its extracts, or among its recommendations."""
    id: str
    key: str
    passage: str
    """The id of the passage; of a passage its own; of a recommendation where it begins."""
    number: str | None
    """The number by which its paragraph is cited."""
    page: int
    text: str
    values: tuple[tuple[str, ...], ...]
    """For each of MANY_VALUED the values by which it is filtered and counted."""
    strengths: tuple[tuple[float, ...], ...]
    """For each of WEIGHED how strongly its words speak for each of these values: its best score."""
    terms: tuple[str, ...] = ()
    """Of an extract, as what follows."""
    stance: str | None = None
    codes: tuple[str, ...] = ()
    """Of a recommendation too."""
    decided: str | None = None
    plainness: int = 0
    """Of an extract: how plainly it says what it thinks of practice (see wsr.vocabulary.plainness)."""
    label: str | None = None
    """Of a recommendation, as what follows."""
    addressees: tuple[str, ...] = ()
    level: str | None = None
    recommendation_themes: tuple[str, ...] = ()
    addressee_kinds: tuple[str, ...] = ()
    addressee_bodies: tuple[str, ...] = ()
    addressee_body_ids: tuple[str, ...] = ()
    action: str = ""
    times: tuple[str, ...] = ()


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
    return {
        Unit.PASSAGE: passages,
        Unit.EXTRACT: extracts,
        Unit.RECOMMENDATION: list(_recommendations(review)),
    }


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
    of_review = _of_review(review)
    for place, passage in enumerate(review.passages):
        section = sections[passage.document, passage.section]
        own = extracts.get((passage.document, passage.id), ())
        kept = [extract for extract in own if extract.decided is not Decided.REJECTED]
        yield IndexedRow(
            **of_review,
            document=passage.document,
            section=section.heading,
            section_kind=section.kind.value,
            language=_language(passage.page_first, documents[passage.document]).value,
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


def _recommendations(review: Review) -> Iterator[IndexedRow]:
    """The rows of recommendations; what a twin translates is found on request only, so that counts are right."""
    sections = {(section.document, section.id): section for section in review.sections}
    documents = {document.id: document for document in review.documents}
    of_review = _of_review(review)
    for number, made in enumerate(review.recommendations):
        first = made.places[0]
        section = sections[first.document, first.section]
        begins = passage_of(made, review.passages)
        yield IndexedRow(
            **of_review,
            document=first.document,
            section=section.heading,
            section_kind=section.kind.value,
            language=_language(first.page, documents[first.document]).value,
            only_on_request=review.is_translated(made),
            place=number,
            id=made.id,
            key=made.key,
            passage=begins.id if begins else "",
            number=begins.cited_number if begins else None,
            page=made.page_first,
            text=made.text,
            values=_values_of(made),
            strengths=_strengths_of(made),
            codes=tuple(coding.code for coding in made.coding.codes) if made.coding else (),
            label=made.label,
            addressees=made.addressees,
            level=made.level.value,
            recommendation_themes=made.themes,
            **_specific(made),
        )


def _specific(made: Recommendation) -> dict[str, Any]:
    """Who, what and by when, as rules read the words."""
    if made.coding is None:
        return {}
    return {
        "addressee_kinds": made.coding.agencies,
        "addressee_bodies": tuple(body.name for body in made.coding.bodies),
        "addressee_body_ids": tuple(body.id for body in made.coding.bodies),
        "action": made.coding.action,
        "times": made.coding.times,
    }


def _of_review(review: Review) -> dict[str, Any]:
    return {
        "reference": review.reference,
        "slug": review.slug,
        "review_type": review.review_type.value,
        "year": review.year,
        "board": review.board.id if review.board else None,
        "board_name": review.board.name if review.board else "",
        "title": review.title,
        "day": int(review.day.strftime("%Y%m%d")) if review.day else 0,
    }


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
        plainness=plainness(extract),
    )


def _values(
    text: str, extracts: Sequence[Extract], decided: Decided | None = None
) -> tuple[tuple[str, ...], ...]:
    """For each of MANY_VALUED its values, each once: those in force of these extracts, the agencies of the text."""
    codes = _best_scores(extracts)
    found: dict[str, Iterable[str]] = {
        "stance": (extract.stance_in_force.value for extract in extracts),
        "theme": codes["theme"],
        "subtheme": codes["subtheme"],
        "term": (term for extract in extracts for term in extract.terms),
        "agency": (mention.id for mention in first_mentions(text)),
        "decided": (decided.value,) if decided else (),
    }
    return tuple(tuple(dict.fromkeys(found.get(name, ()))) for name in MANY_VALUED)


def _values_of(made: Recommendation) -> tuple[tuple[str, ...], ...]:
    """For each of MANY_VALUED the values of a recommendation; by stance, terms and decisions it is not filtered."""
    found: dict[str, Iterable[str]] = {
        **_coded(made),
        "agency": dict.fromkeys(mention.id for mention in first_mentions(made.text)),
        "recommendation_theme": made.themes,
        "addressee": made.coding.agencies if made.coding else (),
        "body": dict.fromkeys(body.id for body in made.coding.bodies) if made.coding else (),
        "level": (made.level.value,),
    }
    return tuple(tuple(found.get(name, ())) for name in MANY_VALUED)


def _strengths_of(made: Recommendation) -> tuple[tuple[float, ...], ...]:
    codes = _coded(made)
    return tuple(tuple(codes[name].values()) for name in WEIGHED)


def _coded(made: Recommendation) -> dict[str, dict[str, float]]:
    codings = made.coding.codes if made.coding else ()
    return _best([(coding.code, coding.score) for coding in codings])


def _strengths(extracts: Sequence[Extract]) -> tuple[tuple[float, ...], ...]:
    codes = _best_scores(extracts)
    return tuple(tuple(codes[name].values()) for name in WEIGHED)


def _best_scores(extracts: Sequence[Extract]) -> dict[str, dict[str, float]]:
    """For each of WEIGHED the values in force of these extracts, each with its best score, in their order."""
    return _best(
        pair for one in extracts for pair in zip(one.codes_in_force, one.scores_in_force, strict=True)
    )


def _best(codes: Iterable[tuple[str, float]]) -> dict[str, dict[str, float]]:
    best: dict[str, dict[str, float]] = {name: {} for name in WEIGHED}
    for code, score in codes:
        values = {"theme": code.partition("/")[0], **({"subtheme": code} if "/" in code else {})}
        for name, value in values.items():
            best[name][value] = max(score, best[name].get(value, 0.0))
    return best


def _only_on_request(passage: Passage, section: Section) -> bool:
    return section.kind in UNSEARCHED_SECTIONS or passage.kind is PassageKind.PROMPT


def _language(page: int, document: Document) -> Language:
    """The language of a page, else of its document."""
    pages = document.page_languages
    return pages[page - 1] if page <= len(pages) else document.language
