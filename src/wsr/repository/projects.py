"""Published reviews as a project for programs of qualitative analysis, read one review at a time."""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from wsr import __version__
from wsr.coding.coder import RULES
from wsr.domain.qda import ProjectHead, Source
from wsr.exchange.project import head_of
from wsr.exchange.sources import Coders, sources_of
from wsr.repository.repository import Repository, assembled
from wsr.store import reviews
from wsr.store.decisions import all_said


class Projected(NamedTuple):
    """What `wsr.exchange.write.qdpx.write_qdpx` writes."""

    head: ProjectHead
    sources: Iterator[Source]
    """Can be gone through once."""


def project_of(
    repository: Repository,
    name: str,
    wanted: Mapping[str, Container[str] | None] | None = None,
    *,
    method: Sequence[str] = (),
    with_rejected: bool = False,
) -> Projected:
    """
    A project of published reviews.

    Args:
        wanted: For the slug of each review the keys of its extracts, None for all of them; every review when None.
        method: How they were found, a sentence each.
        with_rejected: Also what people rejected.
    """
    slugs = [one.slug for one in repository.summaries() if wanted is None or one.slug in wanted]
    with repository.session() as session:
        people = {said.person for said in all_said(session) if said.slug in slugs}
    coder = repository.coder()
    coders = Coders(coder.codebook, coder.terms, str(RULES), with_rejected=with_rejected)
    head = head_of(
        (repository.review(slug) for slug in slugs),
        coder.codebook,
        coder.terms,
        name=name,
        origin=f"wsr {__version__}",
        rules=str(RULES),
        people=people,
        method=method,
    )
    return Projected(head, _sources(repository, slugs, wanted or {}, coders))


def _sources(
    repository: Repository, slugs: Sequence[str], wanted: Mapping[str, Container[str] | None], coders: Coders
) -> Iterator[Source]:
    for slug in slugs:
        with repository.session() as session:
            kept = reviews.load_review(session, slug)
        if kept is not None:
            yield from sources_of(assembled(kept), kept.judged, coders, wanted.get(slug))
