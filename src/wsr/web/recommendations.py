"""The recommendations of a review as the rows of a table."""

from dataclasses import dataclass

from wsr.domain.kinds import Language
from wsr.domain.passages import Place, Recommendation
from wsr.domain.review import Review
from wsr.web import labels
from wsr.web.addresses import page_address
from wsr.web.reading import document_of, named_document
from wsr.web.wording import Wording, say


@dataclass(frozen=True)
class PlaceLink:
    """One place where a recommendation is printed."""

    label: str
    url: str


@dataclass(frozen=True)
class RecommendationRow:
    """One recommendation."""

    id: str
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
        label=item.label or "",
        text=item.text,
        language=document_of(review, item.places[0].document).language.value,
        addressees=item.addressees,
        level=say(wording, labels.LEVELS, item.level),
        places=tuple(_place(wording, language, review, place) for place in item.places),
    )


def _place(wording: Wording, language: Language, review: Review, place: Place) -> PlaceLink:
    name = named_document(review, place.document)
    label = wording.gettext("page %(number)s") % {"number": place.page}
    if name:
        role = say(wording, labels.ROLES, document_of(review, place.document).role)
        label = wording.gettext("%(document)s, %(page)s") % {"document": role, "page": label}
    return PlaceLink(label, page_address(language, review.slug, place.page, document=name))
