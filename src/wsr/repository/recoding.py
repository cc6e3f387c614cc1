"""Applying a new term list, codebook or version of the rules to what is stored, without reading a file again."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from wsr.coding.coder import Coder
from wsr.coding.merging import paired
from wsr.domain.codebook import Codebook, TermList
from wsr.domain.coding import Extract, Seen
from wsr.domain.judging import Judged
from wsr.domain.method import Recoding
from wsr.domain.recommendations import RecommendationCoding
from wsr.errors import UnknownVocabulary
from wsr.repository.coding import code
from wsr.repository.repository import Repository
from wsr.repository.upkeep import follow, recover_locked
from wsr.store import decisions, extracts, register, reviews
from wsr.store.database import Session

_Kind = TypeVar("_Kind", TermList, Codebook)


def recode(
    repository: Repository, terms: str | None = None, codebook: str | None = None, *, every: bool = False
) -> Iterator[Recoding]:
    """
    Apply a term list, a codebook and the present rules to what is stored, without reading a file again.

    Args:
        terms: "id" (its newest version) or "id version"; the list in force when None.
        codebook: The same of a codebook.
        every: Code also the reviews that were coded with these very versions.

    Gives one report a review, in order of reference, as each is done; what has been given is kept. Raises
    UnknownVocabulary before anything is changed.
    """
    with repository.writing():
        recover_locked(repository)
        chosen = coder_named(repository, terms, codebook)
        repository.choose(chosen)
        with repository.session() as session:
            waiting = (
                reviews.references(session) if every else extracts.not_coded_with(session, chosen.version)
            )
        for reference in waiting:
            with repository.session() as session:
                yield _recoded(session, reference, chosen)
        follow(repository)


def _recoded(session: Session, reference: str, coder: Coder) -> Recoding:
    kept = reviews.load_review(session, reference)
    assert kept is not None, "The reviews that are held were just listed."
    found = code(session, kept, coder)
    reviews.mark_changed(session, kept.id)
    judged = decisions.load_judged(session, kept.id)
    changed = _changed(kept.recommendations, register.load_codings(session, kept.id))
    return _compared(reference, kept.extracts, found, sum(one.standing is None for one in judged)).model_copy(
        update={
            "recommendations_changed": changed,
            "kept_changed": _kept_changed(judged, kept.extracts, found),
        }
    )


def _changed(before: Mapping[str, RecommendationCoding], after: Mapping[str, RecommendationCoding]) -> int:
    """How many recommendations have other themes or kinds of agency; those that nothing was said of before count."""

    def told(coding: RecommendationCoding | None) -> object:
        if coding is None:
            return None
        codes = [each.code for each in (*coding.themes, *coding.codes)]
        return codes, coding.agencies

    return sum(told(before.get(key)) != told(coding) for key, coding in after.items())


def _kept_changed(judged: Sequence[Judged], before: Sequence[Extract], after: Sequence[Extract]) -> int:
    """How many extracts that a person kept as the machine had them it now has otherwise."""
    earlier = {one.key: found for one, found in paired(before, judged)}
    later = {one.key: found for one, found in paired(after, judged)}
    return sum(
        one.decision.or_seen(_seen(earlier[one.key])).departs_from(_seen(later[one.key]))
        for one in judged
        if one.standing is not None and one.decision is not None
    )


def _seen(found: Extract | None) -> Seen:
    return found.as_seen("") if found is not None else Seen(stance=None, codes=(), version="")


def _compared(
    reference: str, before: Sequence[Extract], after: Sequence[Extract], unanchored: int
) -> Recoding:
    earlier = {extract.key: extract for extract in before}
    later = {extract.key: extract for extract in after}
    both = earlier.keys() & later.keys()
    return Recoding(
        reference=reference,
        extracts=len(later),
        added=len(later.keys() - earlier.keys()),
        removed=len(earlier.keys() - later.keys()),
        stance_changed=dict(
            sorted(
                Counter(
                    f"{earlier[key].stance} to {later[key].stance}"
                    for key in both
                    if earlier[key].stance != later[key].stance
                ).items()
            )
        ),
        codes_changed=sum(earlier[key].machine_codes != later[key].machine_codes for key in both),
        terms_changed=sum(earlier[key].terms != later[key].terms for key in both),
        unanchored=unanchored,
    )


def coder_named(repository: Repository, terms: str | None = None, codebook: str | None = None) -> Coder:
    """What codes with a term list and a codebook, named as for `recode`; nothing is put in force."""
    present = repository.coder()
    if terms is None and codebook is None:
        return present
    return Coder(
        version_named(repository.term_lists(), terms, present.terms),
        version_named(repository.codebooks(), codebook, present.codebook),
    )


def newer_held(repository: Repository) -> tuple[str, ...]:
    """
    The options of `wsr recode` that would put something newer in force: a later version of the list or codebook in
    force, or other content of the same one, as after an upgrade or an edit; empty when there is nothing.
    """
    present = repository.coder()
    newer = {
        f"--terms {present.terms.id}": _has_newer(repository.term_lists(), present.terms),
        f"--codebook {present.codebook.id}": _has_newer(repository.codebooks(), present.codebook),
    }
    return tuple(option for option, is_held in newer.items() if is_held)


def _has_newer(held: tuple[_Kind, ...], present: _Kind) -> bool:
    return any(one.id == present.id and one.version >= present.version and one != present for one in held)


def version_named(held: tuple[_Kind, ...], name: str | None, present: _Kind) -> _Kind:
    """The list or codebook of a name; of an id alone the newest version."""
    if name is None:
        return present
    found = [one for one in held if name in (one.id, one.name)]
    if not found:
        raise UnknownVocabulary(name, tuple(one.name for one in held))
    return found[-1]
