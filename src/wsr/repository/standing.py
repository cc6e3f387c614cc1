"""What a panel asks of recommendations beside their words: whom they address, what people recorded, what they repeat."""

from collections.abc import Iterable

from wsr.domain.learning import RepeatedGroup, Standing
from wsr.repository.learning import repeated
from wsr.repository.linking import extract_now, links_of
from wsr.repository.register import Place, recommendation_at, statuses_of
from wsr.repository.repository import Repository


def standings(repository: Repository, places: Iterable[Place]) -> dict[Place, Standing]:
    """
    The standing of each recommendation, by its place, in the order given.

    Nothing in it is inferred but the group, which is told by likeness. Raises ReviewNotFound, PageNotFound and
    IndexUnavailable.
    """
    groups = {(member.slug, member.key): group for group in repeated(repository) for member in group.members}
    return {place: _standing(repository, place, groups.get(place)) for place in places}


def _standing(repository: Repository, place: Place, group: RepeatedGroup | None) -> Standing:
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
