"""People decide about extracts: each decision is added, none is changed, and the index follows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wsr.coding.anchoring import context_of
from wsr.domain.codebook import Codebook
from wsr.domain.coding import Decision, Extract, Stance, Verdict
from wsr.domain.judging import Judged, Standing, Unanchored
from wsr.domain.review import Review
from wsr.errors import DecisionRefused, ExtractNotFound, Message, ReviewNotFound
from wsr.repository.clock import now
from wsr.repository.notes import kept_note
from wsr.repository.repository import Repository, assembled
from wsr.store import decisions, reviews
from wsr.store.database import Session
from wsr.store.reviews import StoredReview


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person says of an extract; None lets stand what the machine says."""

    verdict: Verdict
    stance: Stance | None = None
    codes: tuple[str, ...] | None = None
    start: int | None = None
    end: int | None = None
    note: str = ""
    alone: bool = False
    """Whether the person was shown nothing of what rules and others say."""


def decide(repository: Repository, slug: str, key: str, person: str, choice: Choice) -> Extract:
    """
    Keep a person's decision about an extract of a published review; gives the extract with it.

    One that says what the latest decision says already, of the same person, adds nothing: a form sent twice.
    The index follows when `wsr.repository.upkeep.follow` runs next; until then searches show the earlier state.
    Raises ReviewNotFound, ExtractNotFound, or DecisionRefused saying what to change.
    """
    with repository.session() as session:
        kept = _published(session, slug)
        review = assembled(kept)
        extract = _extract(review, key)
        judged = next((one for one in kept.judged if one.key == key), None) or _founded(review, extract)
        decision = _decision(review, extract, person, choice, repository.coder().codebook).model_copy(
            update={"seen": extract.as_seen(kept.coded_with)}
        )
        if _repeats(decision, judged):
            return extract
        reviews.mark_changed(session, kept.id)  # first of all: from here on decisions about a review queue up
        decisions.judge(session, kept.id, judged, decision)
        return _extract(assembled(replace(kept, judged=_with(kept.judged, judged, decision))), key)


def _with(all_judged: Sequence[Judged], judged: Judged, decision: Decision) -> tuple[Judged, ...]:
    """The judged extracts of a review, one of them, perhaps new, with one more decision."""
    changed = judged.model_copy(update={"decisions": (*judged.decisions, decision)})
    by_key = {one.key: one for one in all_judged} | {judged.key: changed}
    return tuple(by_key.values())


def _repeats(decision: Decision, judged: Judged) -> bool:
    latest = judged.decision
    return latest is not None and decision == latest.model_copy(update={"decided_at": decision.decided_at})


def history(repository: Repository, slug: str, key: str) -> tuple[Decision, ...]:
    """Every decision about an extract, the earliest first; empty when nobody has decided. Raises ReviewNotFound."""
    with repository.session() as session:
        for judged in _published(session, slug).judged:
            if judged.key == key:
                return judged.decisions
    return ()


def review_alone(repository: Repository, slug: str, person: str) -> Review:
    """The published review as it would be if nobody but this person had decided. Raises ReviewNotFound."""
    with repository.session() as session:
        kept = _published(session, slug)
    judged = tuple(
        one.model_copy(update={"decisions": tuple(each for each in one.decisions if each.person == person)})
        for one in kept.judged
    )
    return assembled(replace(kept, judged=judged))


def all_judged(repository: Repository) -> list[tuple[str, Judged]]:
    """Every judged extract of the published reviews with its reference, by reference."""
    found: list[tuple[str, Judged]] = []
    with repository.session() as session:
        for number, reference in reviews.published_numbers(session):
            found += [(reference, judged) for judged in decisions.load_judged(session, number)]
    return found


def unanchored(repository: Repository) -> list[Unanchored]:
    """The judged extracts of published reviews whose words are there no more, by reference."""
    with repository.session() as session:
        return decisions.unanchored(session)


def _published(session: Session, slug: str) -> StoredReview:
    reviews.published_revision(session, slug)
    kept = reviews.load_review(session, slug)
    if kept is None:
        raise ReviewNotFound(slug)
    return kept


def _extract(review: Review, key: str) -> Extract:
    for extract in review.extracts:
        if extract.key == key:
            return extract
    raise ExtractNotFound(review.reference, key)


def _founded(review: Review, extract: Extract) -> Judged:
    """The judged extract that the first decision about it founds."""
    document = next(one for one in review.documents if one.id == extract.document)
    passage = next(
        one for one in review.passages if (one.document, one.id) == (extract.document, extract.passage)
    )
    before, after = context_of(passage.text, extract.start, extract.end)
    return Judged(
        key=extract.key,
        role=document.role,
        language=document.language,
        passage_key=passage.key,
        quote=extract.text,
        before=before,
        after=after,
        start=extract.start,
        standing=Standing(
            document=extract.document,
            passage=extract.passage,
            passage_key=passage.key,
            start=extract.start,
            end=extract.end,
        ),
        decisions=(),
    )


def _decision(review: Review, extract: Extract, person: str, choice: Choice, codebook: Codebook) -> Decision:
    text = next(
        one.text for one in review.passages if (one.document, one.id) == (extract.document, extract.passage)
    )
    if choice.start is not None and choice.end is not None:
        _check_limits(choice.start, choice.end, text)
    elif choice.start is not choice.end:
        raise DecisionRefused(Message("Other limits need both a beginning and an end."))
    if choice.codes is not None:
        _check_codes(choice.codes, codebook)
    return Decision(
        person=person,
        decided_at=now(),
        verdict=choice.verdict,
        stance=choice.stance,
        codes=choice.codes,
        start=choice.start,
        end=choice.end,
        note=kept_note(choice.note),
        codebook=codebook.name,
        alone=choice.alone,
    )


def _check_limits(start: int, end: int, text: str) -> None:
    if not 0 <= start < end <= len(text):
        raise DecisionRefused(
            Message("The limits do not lie in the passage. Choose words of the passage itself.")
        )
    if not text[start:end].strip():
        raise DecisionRefused(Message("There are no words between the limits."))


def _check_codes(codes: Sequence[str], codebook: Codebook) -> None:
    known = {f"{theme.id}/{subtheme.id}" if subtheme else theme.id for theme, subtheme in codebook.codes()}
    for code in codes:
        if code not in known:
            raise DecisionRefused(
                Message("“%(code)s” is not a code of %(codebook)s.", code=code, codebook=codebook.name)
            )
