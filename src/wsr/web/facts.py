"""The facts of a review with who states each of them, and where sources disagree."""

from dataclasses import dataclass
from itertools import combinations

from wsr.domain.claims import Claim
from wsr.domain.dates import PartialDate
from wsr.domain.kinds import Language
from wsr.domain.review import Board, Review
from wsr.web import labels
from wsr.web.addresses import page_address
from wsr.web.dates import written_date
from wsr.web.wording import Wording, say

_COMPARED = (
    "review_type", "form", "board", "board_reference", "incident_date", "report_date", "publication_date",
)  # fmt: skip
"""Facts of one value, on which sources can disagree; the titles of two documents may well differ."""


@dataclass(frozen=True)
class Fact:
    """One line of what is known about a review."""

    label: str
    values: tuple[str, ...]
    note: str
    """How it is known, where that needs saying; else empty."""


@dataclass(frozen=True)
class Statement:
    """One claim: what a source says of a fact."""

    field: str
    value: str
    source: str
    page_label: str
    """“page 1”; empty when it is not printed on a page."""
    page_url: str
    quote: str
    used: bool
    """Whether the fact shown is this one; if not, another source outranks it."""


def facts(wording: Wording, review: Review) -> tuple[Fact, ...]:
    """What is known about a review, in the order of labels.FIELDS; unknown facts are left out."""
    values = _values(wording, review)
    notes = _notes(wording, review)
    return tuple(
        Fact(say(wording, labels.FIELDS, name), tuple(values[name]), notes.get(name, ""))
        for name in labels.FIELDS
        if values.get(name)
    )


def statements(wording: Wording, language: Language, review: Review) -> tuple[Statement, ...]:
    """Every claim about the review, by fact in the order of labels.FIELDS, those used first."""
    order = list(labels.FIELDS)
    known = [claim for claim in review.claims if claim.field in order]
    known.sort(key=lambda claim: (order.index(claim.field), not _is_used(review, claim)))
    return tuple(_statement(wording, language, review, claim) for claim in known)


def disagreements(wording: Wording, review: Review) -> tuple[str, ...]:
    """The names of the facts on which sources disagree, in the order shown; a vaguer date does not disagree."""
    return tuple(
        say(wording, labels.FIELDS, name)
        for name in _COMPARED
        if any(
            not first.startswith(second) and not second.startswith(first)
            for first, second in combinations({c.value for c in review.claims if c.field == name}, 2)
        )
    )


def _is_used(review: Review, claim: Claim) -> bool:
    """Whether the review says what the claim says."""
    held = getattr(review, claim.field)
    if isinstance(held, Board):
        return claim.value == held.id
    return claim.value in held if isinstance(held, tuple) else claim.value == str(held)


def _values(wording: Wording, review: Review) -> dict[str, list[str]]:
    single = {
        "reference": review.reference,
        "review_type": say(wording, labels.REVIEW_TYPES, review.review_type),
        "form": say(wording, labels.FORMS, review.form) if review.form else "",
        "board": review.board.name if review.board else "",
        "board_reference": review.board_reference or "",
        "year": str(review.year or ""),
        "language": say(wording, labels.LANGUAGES, review.language),
    }
    dates = {name: getattr(review, name) for name in ("incident_date", "report_date", "publication_date")}
    return {
        **{name: [value] for name, value in single.items() if value},
        **{name: [written_date(wording, date)] for name, date in dates.items() if date},
        "criteria": [say(wording, labels.CRITERIA, item) for item in review.criteria],
        "subjects": list(review.subjects),
        "authors": list(review.authors),
        "agencies": sorted(say(wording, labels.AGENCIES, item) for item in review.agencies),
        "coded_agencies": list(review.coded_agencies),
    }


def _notes(wording: Wording, review: Review) -> dict[str, str]:
    notes = {"reference": say(wording, labels.REFERENCE_SOURCES, review.reference_source)}
    if review.reference_as_printed and review.reference_as_printed != review.reference:
        notes["reference"] = _as_printed(wording, review.reference_as_printed)
    if review.board_reference_as_printed and review.board_reference_as_printed != review.board_reference:
        notes["board_reference"] = _as_printed(wording, review.board_reference_as_printed)
    if review.year_basis:
        notes["year"] = say(wording, labels.YEAR_BASES, review.year_basis)
    return notes


def _as_printed(wording: Wording, printed: str) -> str:
    return wording.gettext("printed as “%(printed)s”") % {"printed": printed}


def _statement(wording: Wording, language: Language, review: Review, claim: Claim) -> Statement:
    page = claim.page if claim.page and claim.document else None
    return Statement(
        field=say(wording, labels.FIELDS, claim.field),
        value=_shown_value(wording, review, claim),
        source=say(wording, labels.CLAIM_SOURCES, claim.source),
        page_label=wording.gettext("page %(number)s") % {"number": page} if page else "",
        page_url=page_address(language, review.slug, page, document=claim.document) if page else "",
        quote=claim.quote or "",
        used=_is_used(review, claim),
    )


def _shown_value(wording: Wording, review: Review, claim: Claim) -> str:
    if claim.field == "board" and review.board and claim.value == review.board.id:
        return review.board.name
    if claim.field.endswith("_date"):
        return _shown_date(wording, claim.value)
    words = {"review_type": labels.REVIEW_TYPES, "form": labels.FORMS, "criteria": labels.CRITERIA}
    words |= {"language": labels.LANGUAGES, "agencies": labels.AGENCIES}
    return say(wording, words.get(claim.field, {}), claim.value)


def _shown_date(wording: Wording, value: str) -> str:
    try:
        return written_date(wording, PartialDate.parse(value))
    except ValueError:
        return value
