"""What the part of a review adds to the words of a sentence. Pure."""

from wsr.coding.stance.judging import Judgement
from wsr.domain.coding import Reason, Stance
from wsr.domain.kinds import SectionKind

_STORY = frozenset({SectionKind.INTRODUCTION, SectionKind.BACKGROUND, SectionKind.CHRONOLOGY})
"""Parts that tell what happened: there a mild word of praise mostly belongs to the story."""

_MILD = frozenset({"merit", "compliance", "effect", "no_fault_found"})
"""Rules that judge practice where a review weighs it, and too little by themselves where it tells a story."""


def in_its_part(judged: Judgement, section: SectionKind | None, *, listed: bool) -> Judgement:
    """
    A judgement as its part of the review leaves it.

    One mild word in a part that tells the story is no praise; what stands in a list of effective practice is
    praised by standing there ("A hot chocolate and half an hour.").

    Source:
        The fictional samples: in their chronologies 24 of 26 sentences with one mild word were labelled as no
        practice, and all 20 neutral items of lists under effective practice as good practice; decision 0039.
    """
    rules = {reason.rule for reason in judged.because}
    if section in _STORY and judged.stance is Stance.IDENTIFIED and len(rules) == 1 and rules <= _MILD:
        return judged._replace(stance=Stance.NEUTRAL)
    if section is SectionKind.EFFECTIVE_PRACTICE and listed and judged.stance is Stance.NEUTRAL:
        return judged._replace(
            stance=Stance.IDENTIFIED, because=(*judged.because, Reason(rule="part", words=section.value))
        )
    return judged
