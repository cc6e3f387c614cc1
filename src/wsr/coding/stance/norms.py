"""Whether a clause says what holds in general, or what is to be done in this case. Pure."""

import re

from wsr.coding.stance.clauses import Clause
from wsr.coding.stance.marks import Mark
from wsr.coding.stance.scope import Turned
from wsr.coding.stance.sentence import Sentence, Verdict
from wsr.coding.stance.tense import Frame, names_the_case
from wsr.domain.coding import Stance
from wsr.vocabulary.stance import Role

_DUTY = re.compile(
    r"\b(?:should|must|ought|needs? to|it is \w+ practice to|it is (?:not|never) (?:enough|sufficient|for|right|safe|possible|necessary)"
    r"|(?:good|best|effective|safe|expected) practice (?:is|means|requires|suggests|includes|dictates|demands|recommends))\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:who|whom|whether|what|how|which|when|where|(?:insist\w*|request\w*|agree\w*|decid\w*|decision|demand\w*|order\w*|direct\w*|plan\w*|wish\w*|ask\w*|arrang\w*|recommend\w*|advice|advised) that)\s+(?:[\w'’-]+\s+){0,3}$",
    re.IGNORECASE,
)
"""Before a duty of which it is told that it was asked: "the muddle over who should visit was"."""
_DETRACTS = re.compile(r" not (?:to )?(?:detract|diminish|take away|lessen|obscure|cloud|mar|dim|overshadow|blind|distract)\b", re.IGNORECASE)
_DEFINITE = re.compile(
    r"(?:;(?= (?:the|this|these|those|his|her|their)\b))?[\s•\-–\d.()\"“'‘]*(?:the|this|these|that|those|his|her|its|their|our|we|i|she|he|they|panel|reviewers|it (?!takes\b|costs\b|is (?:always|never|essential|important|vital|good|best|safe|safer|often|rarely|easy|hard|difficult|not enough|for)\b|can\b|cannot\b)|there (?:is|are)"
    r"|it (?:is|was) (?:a |an )?\w+ (?:that|practice that)|(?:Health Board|Trust|Council|Agency|School|Hospital|Practice) \w{1,2}(?:['’]s)?"
    r"|[a-z-]+(?: \w+)? (?:in|of|on|at|by|from) (?:the|this|these) [\w-]+ (?:assessment|plan|record|report|letter|file|notes|referral|review|minutes)s?)\b",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"(?:^|(?<=[\s(]))(?:[Tt]he|[Tt]his|[Bb]y the|[Tt]hat the|[Bb]oth|[Ee]ach)\s(?:[A-Z][\w'’-]*\s|and\s|the\s|of\s|for\s){0,6}?"
    r"(?:Board|Boards|Trust|Trusts|Council|Councils|Partnership|Force|Police|Constabulary|Service|Services|Association|Authority|Authorities|Government|Agency|Hospital"
    r"|School|College|University|Practice|Surgery|Department|Directorate|Ministers?|Constable|Commissioner|Office|Provider|Company|Charity|Team|Unit|Group|Panel|Safeguarding|Probation)\b"
    r"|^[\s\d.()•–-]*(?:Probation|Housing|Education|Police|Social [Ss]ervices|[A-Z][a-z]+['’]s [Ss]ervices)(?: and [\w ]{3,40})?\s(?:should|must|need|needs|ought)\b"
)
"""A body that is asked to do something: "the Health Board should"."""
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
    r"\b(?:is|are)\s+(?:\w+ly\s+|also\s+|both\s+|always\s+)?(?:(?P<kind>essential|vital|crucial|fundamental|central|paramount|critical|imperative|integral|pivotal|indispensable|key)\s+(?:to|for|in|if|when|that)"
    r"|(?:the|a) (?:key|foundation|cornerstone|basis|bedrock|heart|hallmark|essence)\b)", re.IGNORECASE,
)
_RECOMMENDS = re.compile(r"[\s\d.()•–-]*(?P<kind>(?:recommendation|proposal|suggestion)s?(?:\s(?:no\.?\s?)?\d{1,2})?)\s*[:.–]?\s*(?:that|the|for)\b", re.IGNORECASE)
_FROM_NOW = re.compile(
    r"\b(?:in (?:the )?future|from now on|going forward|as (?:a|the|one) (?:first|next|further) step|henceforth|in the meantime|as a matter of urgency|within (?:the next )?\w+ (?:weeks|months))\b",
    re.IGNORECASE,
)
_ONE_BODY = re.compile(
    r"\bthe (?:[\w'’-]+ ){0,4}?(?:home|ward|surgery|service|team|hospital|school|college|provider|unit|association|partnership|force|county|charity|refuge|clinic|practice|nursery)\s(?:should|needs? to|must|ought to)\b"
    r"(?!.*\b(?:always|never|any|every|each|whenever|wherever|whatever|where|when)\b)(?<!\bany\b)",
    re.IGNORECASE,
)
"""One body of this case that is asked to do something."""
_IDEAL = re.compile(
    r"[\s\d.()•–-]*(?P<kind>(?:a|an|any)\s(?:truly\s|really\s|genuinely\s)?(?:good|sound|thorough|careful|proper|robust|effective|useful|strong|competent|skilled|clear|safe|skilful|prudent|curious|complete|full|adequate|fair)"
    r"\s(?:[\w-]+\s){1,3}?(?:is (?:one|not|that|an?|the|more|as)|has|does|can|will|needs|\w{3,}s)\b)",
    re.IGNORECASE,
)
"""What a good thing of a kind is or does: "a good record tells"."""
_AGREED = re.compile(
    r"\bit (?:is|has (?:long )?been) (?:also )?(?:well|widely|generally|commonly|now|long|universally)?[ -]?(?P<kind>established|known|recognised|understood|accepted|documented|acknowledged|trite|axiomatic|a truism|common ground|a commonplace)\s+(?:in \w+ \w+ )?that\b",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"[\s•\-–\d.()]*(?P<kind>(?:practitioners|professionals|families|children|parents|people|victims|adults|staff|agencies"
    r"|records|teams|managers|gps|doctors|nurses|midwives|teachers|schools|carers|young people|fathers|mothers"
    r"|social workers|health visitors|perpetrators|survivors|services|relationships|meetings|assessments|plans|referrals)"
    r"\b)(?! at\b)",
    re.IGNORECASE,
)
"""Subjects of a kind, not of the case."""
_BARE_PLURAL = re.compile(
    r"[\s•\-–\d.()]*(?P<kind>(?!(?:the|our|my|her|your|both|all|these|those|two|three|several|police|this|his|its|others)\b)(?:[\w'’-]+ ){0,2}?[\w'’-]+[^s\s]s"
    r" (?:need|are|have|do|may|can|should|must|will|rarely|often|seldom|usually|sometimes|deserve|expect|learn|remember))\b",
    re.IGNORECASE,
)
_CORRELATIVE = re.compile(
    r"[\s•\-–\d.()]*(?P<kind>the (?:\w+er|more|less)\b[^,;]*, the (?:\w+er|more|less)\b"
    r"|the (?:best|\w{3,}est) (?:[\w-]+ ){1,2}?are\b)",
    re.IGNORECASE,
)
"""The younger the child, the less …; the best plans are …"""
_GENERIC = re.compile(
    r"[\s•\-–.()]*(?!(?:The|This|These|That|Those|There|It|He|She|They|We|I|His|Her|Its|Their|Our|My|Section|Sections|Appendix|Chapter"
    r"|Part|Table|Paragraph|Figure|Page|Examples|Details|Names|Members|Copies|References|See|Both|All|Two|Three|Some|Several|At|In|On)\b)"
    r"(?P<kind>[A-Z][a-z-]+(?:\s[a-z'’-]+){0,4}?\s(?:is|are|can|may|does|do|affects|means|needs|has|have))\b(?!.*\d)",
    re.DOTALL,
)
"""A bare noun at the beginning with a present verb: "risk is", "older people may"."""
_IMPERATIVE = re.compile(
    r"[\s•▪*\-–\d.()]*(?:(?:if|when|where)\b[^,]{2,40},\s+)?(?P<kind>(?:ask|see|listen|check|share|think|be|keep|make|use|consider|remember|never|always|do|don['’]t"
    r"|look|find|follow|talk|speak|write|read|seek|challenge|escalate|believe|trust|involve|include|know|tell|take|give"
    r"|avoid|ensure|treat|assume|put|hold|start|stay|explain|get|let|offer|document|agree|act|understand|recognise|pick up"
    r"|hear|bring|go|reflect|respect|say|meet|wait|try|learn|watch|beware|don’t)\b)(?! (?:was|were|is|of)\b)",
    re.IGNORECASE,
)
_INDEFINITE = re.compile(
    r"[\s•\-–\d.()]*(?:a|an|any|every|each)\s(?:[\w'’-]+\s){1,4}?\w{3,}s\s", re.IGNORECASE
)
_SUPERLATIVE = re.compile(
    r"\bthe (?:very |single )?(?:most|best|clearest|fullest|\w{3,}est)\b", re.IGNORECASE
)


def norm(sentence: Sentence, clause: Clause, norms: list[Mark], turned: Turned, own: Frame) -> Verdict | None:
    """A norm: duty or the present tense, with no finite past and no person of the case."""
    duty = [mark for mark in norms if _DUTY.match(sentence.text, mark.start)]
    duty = [mark for mark in duty if not _DETRACTS.match(sentence.text, mark.end)]
    if own.past:
        duty = [mark for mark in duty if not _ASKED.search(sentence.text, clause.start, mark.start)]
    if any(mark.rule in ("commendation", "worth_saying", "beyond", "no_better", "charge_answered") for mark in turned.good):
        return None
    if own.past and not (duty and own.first == "present"):
        return None
    says = _AUTHORITY.match(sentence.text, clause.start) if not sentence.frame.past else None
    if says and not names_the_case(sentence.text):
        return Verdict(Stance.GENERAL, 2, (Mark("kind", Role.NORM, 2, *says.span("kind")),))
    if own.first == "present" and not names_the_case(sentence.text):
        says = _IDEAL.match(sentence.text, clause.start) or _AGREED.search(sentence.text, clause.start, clause.end)
        if says:
            return Verdict(Stance.GENERAL, 2, (Mark("kind", Role.NORM, 2, *says.span("kind")),))
    if recommends := _RECOMMENDS.match(sentence.text, clause.start):
        return Verdict(Stance.SUGGESTED, 2, (Mark("kind", Role.NORM, 2, *recommends.span("kind")),))
    if own.present and (vital := _ESSENTIAL.search(sentence.text, clause.start, clause.end)) and not names_the_case(sentence.text):
        return Verdict(Stance.GENERAL, 2, (Mark("kind", Role.NORM, 2, *vital.span()),))
    if names_the_case(sentence.text) or (duty and _is_addressed(sentence.text, clause)):
        return Verdict(Stance.SUGGESTED, 2, tuple(duty[:1])) if duty else None
    if duty or len(norms) > 1 or (norms and not _DEFINITE.match(sentence.text, clause.start)):
        return Verdict(Stance.GENERAL, 2, tuple(duty[:1] or norms[:2]))
    spoken = turned.good + turned.ill + turned.denials
    indefinite = (own.present and not _DEFINITE.match(sentence.text, clause.start)) or _INDEFINITE.match(
        sentence.text, clause.start
    ) is not None
    if indefinite and spoken and not _SUPERLATIVE.search(sentence.text):
        return Verdict(Stance.GENERAL, 1, tuple(spoken[:1]))
    at = sentence.text, clause.start
    generic = None if own.past or sentence.frame.past or not own.present else _GENERIC.match(*at)
    kind = (
        generic
        or _CORRELATIVE.match(*at)
        or _IMPERATIVE.match(*at)
        or _BARE_PLURAL.match(*at)
        or (own.present and _KIND.match(*at))
    )
    if kind:
        return Verdict(Stance.GENERAL, 1, (Mark("kind", Role.NORM, 1, kind.start("kind"), kind.end()),))
    return None


def _is_addressed(text: str, clause: Clause) -> bool:
    """Whether a duty is laid on a body that is named, or for the time that is to come."""
    return any(each.search(text, clause.start, clause.end) for each in (_ADDRESSED, _FROM_NOW, _ONE_BODY))
