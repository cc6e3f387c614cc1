"""An extract that somebody decides about, where it stands now."""

from dataclasses import dataclass

from wsr.domain.coding import Decision, Extract
from wsr.domain.passages import Passage
from wsr.domain.review import Review
from wsr.errors import ExtractNotFound
from wsr.repository.deciding import history, review_alone
from wsr.repository.repository import Repository

_AROUND = 2
"""Passages shown before and after that of the extract."""


@dataclass(frozen=True)
class Case:
    """An extract where it stands now, with everything that was decided about it."""

    review: Review
    extract: Extract
    passage: Passage
    before: tuple[Passage, ...]
    after: tuple[Passage, ...]
    history: tuple[Decision, ...]


def look_up(repository: Repository, slug: str, key: str, alone: str | None = None) -> Case:
    """
    The case of an extract of a published review, as if nobody but one person had decided when one is named.

    Raises ReviewNotFound or ExtractNotFound.
    """
    review = review_alone(repository, slug, alone) if alone else repository.review(slug)
    extract = next((each for each in review.extracts if each.key == key), None)
    if extract is None:
        raise ExtractNotFound(review.reference, key)
    passages = [each for each in review.passages if each.document == extract.document]
    at = next(number for number, each in enumerate(passages) if each.id == extract.passage)
    return Case(
        review=review,
        extract=extract,
        passage=passages[at],
        before=tuple(passages[max(0, at - _AROUND) : at]),
        after=tuple(passages[at + 1 : at + 1 + _AROUND]),
        history=tuple(
            each for each in history(repository, slug, key) if alone is None or each.person == alone
        ),
    )
