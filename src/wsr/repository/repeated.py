"""Which recommendations are asked for again: those that learning puts into one group."""

from collections.abc import Iterable

from wsr.domain.packs import Quotable
from wsr.repository.regrouping import PATIENCE
from wsr.repository.repository import Repository


def with_repeats(
    repository: Repository, made: Iterable[Quotable], patience: float = PATIENCE
) -> list[Quotable]:
    """
    The recommendations, each with the references of the other reviews that ask for alike, in the same order.

    Alike is what one group of learning holds, as it stands now: a hint for a person, never "the same as". Where the
    groups are not worked out within so many seconds, those known last are taken; where none are, nothing is alike.
    """
    known = repository.regrouping.known(patience).grouped
    also: dict[tuple[str, str], set[str]] = {}
    for group in known.groups if known else ():
        references = {member.reference for member in group.members}
        for member in group.members:
            also[member.slug, member.key] = references - {member.reference}
    return [
        each.model_copy(update={"also": tuple(sorted(also.get((each.slug, each.key), ())))}) for each in made
    ]
