"""
What somebody said of extracts in another program, as decisions. Pure.

    what the stretches of one extract say together | as the rules, decided already, decided since? -> a decision
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from wsr.domain.coding import Decision, Seen, Stance, Verdict
from wsr.domain.imports import Imported, Misfit, TakenDecision
from wsr.domain.judging import Judged
from wsr.domain.review import Review
from wsr.exchange.codes import Kind
from wsr.language.text import fixed
from wsr.repository.covering import Covered, Placed, covered, founded, within
from wsr.repository.notes import LONGEST_NOTE


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose decisions they become, and by what they are judged."""

    person: str
    codebook: str
    """Id and version."""
    version: str
    """Of the coder: what the rules say, to whoever keeps it, is said by it."""
    now: datetime.datetime
    names_rules: bool
    """True when the file says which codings are the rules'; else what equals theirs is taken for theirs."""


@dataclass(slots=True)
class Received:
    """What the stretches of some reviews gave so far."""

    misfits: list[Misfit] = field(default_factory=list)
    taken: list[TakenDecision] = field(default_factory=list)
    unchanged: int = 0
    as_the_rules: int = 0

    def misfit(self, about: Covered, reason: str, sentence: str) -> None:
        """One more that nothing is made of."""
        first = about.stretches[0]
        self.misfits.append(Misfit(reason=reason, sentence=sentence, source=first.source, words=first.words))

    def imported(self, person: str, *, dry_run: bool) -> Imported:
        """All of it, when everything has come."""
        return Imported(
            person=person,
            dry_run=dry_run,
            taken=tuple(self.taken),
            unchanged=self.unchanged,
            as_the_rules=self.as_the_rules,
            misfits=tuple(self.misfits),
        )


def receive(
    review: Review, judged: Iterable[Judged], stretches: Sequence[Placed], asked: Asked, received: Received
) -> Iterator[tuple[Judged, Decision]]:
    """The decisions that the stretches of one review make, each with its extract; all is noted in `received`."""
    for about in covered(review, judged, stretches):
        decision = _decided(about, asked, received)
        if decision is None:
            continue
        start, end = about.limits
        received.taken.append(
            TakenDecision(
                reference=review.reference,
                key=about.key,
                words=about.passage.text[start:end],
                is_new=about.extract is None,
                decision=decision,
            )
        )
        yield about.judged or founded(review, about), decision


def _decided(about: Covered, asked: Asked, received: Received) -> Decision | None:
    """The decision that the stretches make together; None when they say nothing new, which is noted."""
    decision = _said(about, asked, received)
    if decision is None:
        return None
    earlier = [one for one in (about.judged.decisions if about.judged else ()) if one.person == asked.person]
    if not earlier:
        return decision
    if _says_again(decision, earlier[-1], about):
        received.unchanged += 1
        return None
    created = max((one.created for one in about.stretches if one.created), default=None)
    if created is not None and created <= earlier[-1].decided_at:
        received.misfit(about, "decided_since", f"{asked.person} has decided otherwise since this was coded.")
        return None
    return decision


def _said(about: Covered, asked: Asked, received: Received) -> Decision | None:
    """What the stretches say; None when that is nothing, the rules' or contradicts itself."""
    themes, stances, verdicts = (_all(about, kind) for kind in (Kind.THEME, Kind.STANCE, Kind.VERDICT))
    if not (themes or stances or verdicts):
        received.misfit(about, "only_terms", "Terms are found by rules: coding to one decides nothing.")
        return None
    if not asked.names_rules and not verdicts and _equals_rules(about, themes, stances):
        received.as_the_rules += 1
        return None
    for several in (stances, verdicts):
        if len(several) > 1:
            received.misfit(
                about, "contradiction", f"It is coded to {' and '.join(several)}, which exclude each other."
            )
            return None
    return Decision(
        person=asked.person,
        decided_at=asked.now,
        verdict=Verdict(verdicts[0]) if verdicts else Verdict.KEEP,
        stance=Stance(stances[0]) if stances else None,
        codes=themes if themes or _says_none(about, verdicts) else None,
        **_moved(about),
        note=_note(about, received),
        codebook=asked.codebook,
        seen=_seen(about, asked.version),
    )


def _seen(about: Covered, version: str) -> Seen:
    """What the rules say of it now; where there is no extract they have found nothing."""
    if about.extract is None:
        return Seen(stance=None, codes=(), version=version)
    return about.extract.as_seen(version)


def _says_none(about: Covered, verdicts: tuple[str, ...]) -> bool:
    """Whether no theme means none: who keeps an extract has seen those of the rules."""
    return verdicts == (Verdict.KEEP,) and all(one.says_codes for one in about.stretches)


def _all(about: Covered, kind: Kind) -> tuple[str, ...]:
    """The codes of one kind that the stretches have, each once."""
    return tuple(dict.fromkeys(code.id for one in about.stretches for code in one.said if code.kind is kind))


def _equals_rules(about: Covered, themes: Iterable[str], stances: Iterable[str]) -> bool:
    found = about.extract
    return (
        found is not None
        and tuple(stances) == (found.stance.value,)
        and set(themes) == set(found.machine_codes)
    )


def _moved(about: Covered) -> dict[str, int]:
    """The limits of a decision, where they are not those of the extract."""
    start, end = about.limits
    return {} if (start, end) == about.found else {"start": start, "end": end}


def _note(about: Covered, received: Received) -> str:
    note = "\n".join(dict.fromkeys(one.note for one in about.stretches if one.note)).strip()
    if len(note) > LONGEST_NOTE:
        received.misfit(
            about, "note_shortened", f"Only the first {LONGEST_NOTE:,} characters of its note are kept."
        )
    return note[:LONGEST_NOTE].strip()


def _says_again(decision: Decision, earlier: Decision, about: Covered) -> bool:
    """Whether a file says what was decided: in its own words, or with what it affirms of the rules as they are now."""
    before = _in_effect(earlier.or_seen(_seen(about, "")), about)
    in_its_words = decision.model_copy(update={"seen": None})
    return before in (_in_effect(in_its_words, about), _in_effect(decision, about))


def _in_effect(decision: Decision, about: Covered) -> tuple[object, ...]:
    """What a decision says, as far as a file can say it: there nothing of codes looks like no code."""
    limits = within(decision, about.passage) or about.found
    codes = frozenset(decision.said_codes or ())
    return decision.verdict, decision.said_stance, codes, limits, fixed(decision.note)
