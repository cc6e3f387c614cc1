"""The recommendations of a review as the rows of a table."""

import re
from dataclasses import dataclass

from wsr.domain.kinds import Language
from wsr.domain.passages import Place, Recommendation, passage_of
from wsr.domain.review import Review
from wsr.web import labels
from wsr.web.addresses import page_address, recommendation_address
from wsr.web.reading import document_of, named_document
from wsr.web.wording import Wording, say

_WORDS_ASKED = 12
"""From the verb on: enough to tell what is asked for."""


def recommendation_label(wording: Wording, label: str | None) -> str:
    """What a recommendation is called: as printed, a bare number as one, and in words when it has none."""
    if not label:
        return wording.gettext("Recommendation without a number")
    return (
        wording.gettext("Recommendation numbered %(label)s") % {"label": label}
        if label[0].isdigit()
        else label
    )


def asked_words(text: str, action: str) -> str:
    """What a recommendation asks for, from its verb on: “train its staff to …”; empty without a verb."""
    clause = re.search(rf"(?<!\w){re.escape(action)}(?!\w)[^.;:\n]*", text) if action else None
    words = clause[0].split() if clause else [action]
    return " ".join(words[:_WORDS_ASKED]) + (" …" if len(words) > _WORDS_ASKED else "")


@dataclass(frozen=True)
class PlaceLink:
    """One place where a recommendation is printed."""

    label: str
    url: str


@dataclass(frozen=True)
class RecommendationRow:
    """One recommendation."""

    id: str
    url: str
    """Its own page."""
    label: str
    text: str
    language: str
    addressees: tuple[str, ...]
    level: str
    places: tuple[PlaceLink, ...]


def recommendation_rows(
    wording: Wording, language: Language, review: Review
) -> tuple[RecommendationRow, ...]:
    """The recommendations in the order of the review; empty when it makes none."""
    return tuple(_row(wording, language, review, item) for item in review.recommendations)


def _row(wording: Wording, language: Language, review: Review, item: Recommendation) -> RecommendationRow:
    return RecommendationRow(
        id=item.id,
        url=recommendation_address(language, review.slug, item.key),
        label=recommendation_label(wording, item.label),
        text=item.text,
        language=document_of(review, item.places[0].document).language.value,
        addressees=item.addressees,
        level=say(wording, labels.LEVELS, item.level),
        places=place_links(wording, language, review, item),
    )


def place_links(
    wording: Wording, language: Language, review: Review, item: Recommendation
) -> tuple[PlaceLink, ...]:
    """Every place where a recommendation is printed, the fullest first; there its beginning is boxed in the page."""
    begins = passage_of(item, review.passages)
    boxed = (begins.id if begins else None, *(None for _ in item.places[1:]))
    return tuple(
        _place(wording, language, review, place, passage)
        for place, passage in zip(item.places, boxed, strict=True)
    )


def _place(
    wording: Wording, language: Language, review: Review, place: Place, passage: str | None
) -> PlaceLink:
    name = named_document(review, place.document)
    label = wording.gettext("page %(number)s") % {"number": place.page}
    if name:
        role = say(wording, labels.ROLES, document_of(review, place.document).role)
        label = wording.gettext("%(document)s, %(page)s") % {"document": role, "page": label}
    return PlaceLink(label, page_address(language, review.slug, place.page, document=name, passage=passage))
