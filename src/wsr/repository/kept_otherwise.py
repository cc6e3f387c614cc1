"""What people kept as the machine had it, and what the machine now says otherwise: for a person to look at."""

from wsr.domain.coding import Seen
from wsr.domain.judging import KeptOtherwise
from wsr.domain.references import slug_of
from wsr.repository.deciding import all_judged
from wsr.repository.repository import Repository
from wsr.repository.working_set import beside
from wsr.store import decisions


def kept_otherwise(repository: Repository) -> list[KeptOtherwise]:
    """
    The extracts of the published reviews whose latest decision kept what the machine no longer says, by reference.

    Those of which it is not known what the person saw are not in it.
    """
    with repository.session() as session:
        found = beside(decisions.all_found(session))
    version, listed = repository.coder().version, []
    for reference, judged in all_judged(repository):
        if judged.standing is None or judged.decision is None:
            continue
        there = found.get((slug_of(reference), judged.key))
        now = Seen(
            stance=there.stance if there else None, codes=there.codes if there else (), version=version
        )
        if judged.decision.departs_from(now):
            listed.append(KeptOtherwise(reference=reference, slug=slug_of(reference), judged=judged, now=now))
    return listed
