"""What guidance, law, research or everybody says that holds. Pure."""

import re

from wsr.coding.stance.clauses import Clause
from wsr.coding.stance.marks import Mark
from wsr.coding.stance.sentence import Sentence, Verdict
from wsr.coding.stance.tense import Frame
from wsr.domain.coding import Stance
from wsr.vocabulary.stance import Role

_AUTHORITY = re.compile(
    r"[\s\d.()•–-]*(?:(?:the|current|national|local|statutory|professional|published|recent|much|this|both|all|approved|clinical|practice|Welsh Government|NICE|recent)\s+){0,3}(?:[\w'’()-]+\s+){0,4}?"
    r"(?:Act|code|guidance|guidelines?|procedures?|protocols?|standards?|frameworks?|research|evidence base|literature|studies|study|policy|policies|law|statute|Convention|Regulations|charter|toolkit|handbook"
    r"|guide|professional practice|Measure|inquiries|Ombudsman|Inspectorate)\b"
    r"(?:\s+(?:of|to|on|for|in|from|about|into|upon|and)\s+[\w'’ (),-]{2,70}?)?\s+(?:\w+ly\s+|also\s+|all\s+)?"
    r"(?P<kind>(?:requires?|says?|states?|emphasi[sz]es?|stress(?:es)?|makes? (?:it )?(?:clear|plain)|advises?|expects?|recommends?|reminds?|warns?|shows?|suggests?|tells?|sets? out"
    r"|provides?|lays? down|(?:is|are) (?:clear|plain|explicit|consistent|unanimous)|indicates?|identifies|directs?|permits?|allows?|obliges?|places?|points?|asks?|imposes?|demands?|confirms?|defines?|recognises?|cautions?)\b)",
    re.IGNORECASE,
)
"""Guidance, law or research that says what holds."""
_ESSENTIAL = re.compile(
    r"\b(?:is|are)\s+(?:\w+ly\s+|also\s+|both\s+|always\s+)?(?P<kind>(?:essential|vital|crucial|fundamental|central|paramount|critical|imperative|integral|pivotal|indispensable|key)\s+(?:to|for|in|if|when|that)"
    r"|(?:the|a) (?:key|foundation|cornerstone|basis|bedrock|heart|hallmark|essence)\b)",
    re.IGNORECASE,
)
"""What something depends on: "is essential to"."""
_IDEAL = re.compile(
    r"[\s\d.()•–-]*(?P<kind>(?:a|an|any)\s(?!good (?:number|deal|many|few|while|part|half)\b)(?:truly\s|really\s|genuinely\s)?(?:good|sound|thorough|careful|proper|robust|effective|useful|strong|competent|skilled|clear|safe|skilful|prudent|curious|complete|full|adequate|fair)"
    r"\s(?:[\w-]+\s){1,3}?(?:is (?:one|not|that|an?|the|more|as)|has|does|can|will|needs|\w{3,}s)\b)",
    re.IGNORECASE,
)
"""What a good thing of a kind is or does: "a good record tells"."""
_AGREED = re.compile(
    r"\bit (?:is|has (?:long )?been) (?:also )?(?:well|widely|generally|commonly|now|long|universally)?[ -]?(?P<kind>established|known|recognised|understood|accepted|documented|acknowledged|trite|axiomatic|a truism|common ground|a commonplace)\s+(?:in \w+ \w+ )?that\b",
    re.IGNORECASE,
)
"""What all agree on: "it is well established that"."""


def tenet(sentence: Sentence, clause: Clause, own: Frame) -> Verdict | None:
    """A general statement by its source or its form, where a clause begins in the present tense; None where it is none."""
    text = sentence.text
    found = None if sentence.frame.past else _AUTHORITY.match(text, clause.start)
    if found is None:
        found = _IDEAL.match(text, clause.start) or _AGREED.search(text, clause.start, clause.end)
    if found is None and not own.past:
        found = _ESSENTIAL.search(text, clause.start, clause.end)
    if found is None:
        return None
    return Verdict(Stance.GENERAL, 2, (Mark("kind", Role.NORM, 2, *found.span("kind")),))
