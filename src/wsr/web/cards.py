"""One review in a list."""

from dataclasses import dataclass

from wsr.domain.holdings import ReviewSummary
from wsr.domain.kinds import Language, Role
from wsr.web import labels
from wsr.web.addresses import review_address
from wsr.web.dates import written_date
from wsr.web.wording import Wording, counted, say


@dataclass(frozen=True)
class ReviewCard:
    """What a list says of one review."""

    reference: str
    title: str
    language: str
    url: str
    kind: str
    board: str
    date: str
    """Its date of publication, else its year, else empty."""
    sums: tuple[str, ...]
    """Pages and recommendations, and its other documents."""


def review_card(wording: Wording, language: Language, summary: ReviewSummary) -> ReviewCard:
    """The card of one review."""
    others = [say(wording, labels.ROLES, role) for role in summary.roles if role is not Role.REPORT]
    recommendations = counted(
        wording, "%(number)s recommendation", "%(number)s recommendations", summary.recommendations
    )
    return ReviewCard(
        reference=summary.reference,
        title=summary.title,
        language=summary.language.value,
        url=review_address(language, summary.slug),
        kind=say(wording, labels.REVIEW_TYPES, summary.review_type),
        board=summary.board.name if summary.board else "",
        date=_date(wording, summary),
        sums=(
            counted(wording, "%(number)s page", "%(number)s pages", summary.pages),
            recommendations,
            *dict.fromkeys(others),
        ),
    )


def _date(wording: Wording, summary: ReviewSummary) -> str:
    if summary.publication_date:
        return written_date(wording, summary.publication_date)
    return str(summary.year or "")
