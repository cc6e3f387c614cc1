"""How far people agree: their decisions on published reviews, beside what the machine says there."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from wsr.coding.agreement import agreement_of, decided_alone, judgement_of
from wsr.coding.merging import paired
from wsr.domain.agreement import Agreement, Coder, SharedExtract
from wsr.domain.codebook import Codebook
from wsr.domain.coding import Decision, Extract
from wsr.domain.judging import Judged
from wsr.domain.references import slug_of
from wsr.errors import UnknownCoder
from wsr.repository.repository import Repository
from wsr.store import decisions, documents, reviews
from wsr.store.database import Session
from wsr.store.extracts import load_extracts


def agreement(repository: Repository, people: Sequence[str] | None = None) -> Agreement:
    """
    How far people agree over the published reviews: these people, or everybody who has decided.

    Raises UnknownCoder for a name under which nobody has decided about anything.
    """
    codebook = repository.coder().codebook
    with repository.session() as session:
        held = [
            (number, reference, decisions.load_judged(session, number))
            for number, reference in reviews.published_numbers(session)
        ]
        judged = Counter(person for _, _, ones in held for one in ones for person in _latest(one.decisions))
        chosen = _chosen(judged, people)
        shared = tuple(
            extract
            for number, reference, ones in held
            if any(_shared_by(one, chosen) for one in ones)
            for extract in _shared(session, number, reference, ones, chosen, codebook)
        )
    coders = (Coder(person=person, judged=judged[person]) for person in sorted(chosen))
    return agreement_of(shared, tuple(coders), codebook)


def _chosen(judged: Counter[str], people: Sequence[str] | None) -> set[str]:
    for person in people or ():
        if person not in judged:
            raise UnknownCoder(person, tuple(sorted(judged)))
    return set(people or judged)


def _latest(made: Iterable[Decision]) -> dict[str, Decision]:
    """The latest decision of each person."""
    return {decision.person: decision for decision in made}


def _shared_by(judged: Judged, people: set[str]) -> bool:
    return len(people & {decision.person for decision in judged.decisions}) > 1


def _shared(
    session: Session, number: int, reference: str, judged: list[Judged], people: set[str], codebook: Codebook
) -> Iterator[SharedExtract]:
    """The extracts of one review that at least two of the people judged."""
    pairs = paired(load_extracts(session, number), judged)
    pages = documents.first_pages(session, number)
    for one, machine in pairs:
        if _shared_by(one, people):
            yield _placed(reference, one, machine, pages).model_copy(
                update={
                    "judgements": tuple(
                        judgement_of(decision, machine, codebook).model_copy(
                            update={"alone": decided_alone(one.decisions, person)}
                        )
                        for person, decision in sorted(_latest(one.decisions).items())
                        if person in people
                    )
                }
            )


def _placed(
    reference: str, judged: Judged, machine: Extract | None, pages: dict[tuple[str, str], int]
) -> SharedExtract:
    """A judged extract where it stands now, without judgements."""
    standing = judged.standing
    return SharedExtract(
        reference=reference,
        slug=slug_of(reference),
        key=judged.key,
        text=judged.quote,
        language=judged.language,
        document=standing and standing.document,
        passage=standing and standing.passage,
        start=standing and standing.start,
        page=standing and pages.get((standing.document, standing.passage)),
        judgements=(),
    )
