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
    """As it would be if nobody but the person had decided: what others say is not filled in for anybody."""
    passage: Passage
    before: tuple[Passage, ...]
    after: tuple[Passage, ...]
    history: tuple[Decision, ...]
    """Of everybody, or of the person for who decides alone."""


def look_up(repository: Repository, slug: str, key: str, person: str, *, alone: bool) -> Case:
    """
    The case of an extract of a published review, for a person who may decide alone.

    Raises ReviewNotFound or ExtractNotFound.
    """
    review = review_alone(repository, slug, person)
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
        history=tuple(each for each in history(repository, slug, key) if not alone or each.person == person),
    )
