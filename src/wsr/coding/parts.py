"""What the part of a review adds to the words of a sentence. Pure."""

from wsr.coding.stance.judging import Judgement
from wsr.domain.coding import Reason, Stance
from wsr.domain.kinds import SectionKind

_STORY = frozenset({SectionKind.INTRODUCTION, SectionKind.BACKGROUND, SectionKind.CHRONOLOGY})
"""Parts that tell what happened: there a mild word of praise or blame mostly belongs to the story."""

_MILD = {
    Stance.IDENTIFIED: frozenset({"merit", "compliance", "effect", "no_fault_found"}),
    Stance.CRITICISM: frozenset(
        {
            "not_done", "lapse", "nobody", "poor", "without", "late", "partial", "fault", "told_fault",
            "no_evidence",
        }
    ),
}  # fmt: skip
"""Rules that judge practice where a review weighs it, and too little by themselves where it tells a story."""


def in_its_part(judged: Judgement, section: SectionKind | None, *, listed: bool) -> Judgement:
    """
    A judgement as its part of the review leaves it.

    One mild word in a part that tells the story is neither praise nor criticism ("There was no heating."); what
    stands in a list of effective practice is praised by standing there ("A hot chocolate and half an hour.").

    Source:
        The fictional samples; decision 0039.
    """
    if section in _STORY and judged.stance in _MILD:
        rules = {reason.rule for reason in judged.because}
        if len(rules) == 1 and rules <= _MILD[judged.stance]:
            return judged._replace(stance=Stance.NEUTRAL)
    if section is SectionKind.EFFECTIVE_PRACTICE and listed and judged.stance is Stance.NEUTRAL:
        return judged._replace(
            stance=Stance.IDENTIFIED, because=(*judged.because, Reason(rule="part", words=section.value))
        )
    return judged
