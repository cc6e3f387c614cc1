"""What a panel asks of recommendations beside their words: whom they address, what people recorded, what they repeat."""

from collections.abc import Iterable

from wsr.domain.learning import RepeatedGroup, Standing
from wsr.domain.references import ReviewKey
from wsr.repository.linking import extract_now, links_of
from wsr.repository.register import recommendation_at, statuses_of
from wsr.repository.regrouping import PATIENCE
from wsr.repository.repository import Repository


def standings(
    repository: Repository, places: Iterable[ReviewKey], patience: float = PATIENCE
) -> dict[ReviewKey, Standing]:
    """
    The standing of each recommendation, by its place, in the order given.

    Nothing in it is inferred but the group, as likeness and people make it. Where the groups are not worked out within
    so many seconds, those known last are taken; where none are, no recommendation has one. Raises ReviewNotFound,
    PageNotFound and IndexUnavailable.
    """
    known = repository.regrouping.known(patience).grouped
    return {place: _standing(repository, place, known.group_of(place) if known else None) for place in places}


def _standing(repository: Repository, place: ReviewKey, group: RepeatedGroup | None) -> Standing:
    _, made = recommendation_at(repository, *place)
    return Standing(
        addressees=made.addressees,
        level=made.level,
        statuses=statuses_of(repository, *place),
        links=tuple(
            (each, extract_now(repository, each)) for each in links_of(repository, *place) if each.holds
        ),
        repeats=group,
    )
