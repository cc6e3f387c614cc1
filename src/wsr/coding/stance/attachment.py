"""Whose ill it is that a sentence names: that of practice, or of what practice met with. Pure."""

import re

from wsr.coding.stance.clauses import Clause
from wsr.coding.stance.marks import Mark
from wsr.coding.stance.purposes import averted
from wsr.coding.stance.sentence import Sentence
from wsr.coding.stance.tense import acts_in
from wsr.vocabulary.stance import Role

_ONLY_FEARED = re.compile(
    r"\b(?:risks?|dangers?|threats?|possibility|prospect|chances?|fears?|likelihood|temptation|suspicions?|signs|worry|worries|warning|history|news)"
    r"\s+(?:of|that|to)\s+(?:(?!(?:was|were|had|did|is|and)\b)[\w'’-]+\s+){0,5}$"
    r"|\b(?:lest|in case|for fear|to (?:avoid|prevent|stop|end|spare|forestall|guard against|head off|make good|put right|counter|reduce|challenge|correct|offset|compensate for))"
    r"\s+(?:(?!(?:was|were|had|did|is|and)\b)[\w'’-]+\s+){0,5}$",
    re.IGNORECASE,
)
"""Before an ill that might have come, and that somebody saw or forestalled."""
_SET_AGAINST = re.compile(
    r"\b(?:contrast (?:to|with)|exceptions? to|unlike|compared (?:to|with)|(?:background|backdrop|climate|atmosphere|run|history|catalogue|sea|litany) of|set against|stands? out (?:from|against)"
    r"|stood out (?:from|against)|otherwise|others had|others (?:have )?|where (?:previous|earlier) \w+ had)"
    r"\s+(?:(?!(?:and|but)\b)[\w'’-]+(?:,(?= wh))?\s+){0,9}$",
    re.IGNORECASE,
)
"""Before an ill with which something is compared."""
_AMID = re.compile(
    r"[\s\d.•▪()\-–]*(?:amid(?:st)?|in the midst of|despite|in spite of|notwithstanding|against|through(?:out)?|for all|in the face of|faced with|out of|from)\b"
    r"[^,;.]{0,60}$",
    re.IGNORECASE,
)
"""At the beginning: what comes before a practitioner is named is what practice met with."""
_RECEIVED = re.compile(
    r"\b(?:heard|received|got|had|given|found|met|met with|drew|brought|hearing|receiving|getting|finding|having|there was|with)\s+$",
    re.IGNORECASE,
)
"""Before "no reply": what practitioners meet with, and did not leave undone."""
_EVERYDAY = re.compile(
    r"\b(?:reported|visited|saw|met|made|attended|recorded|noted|kept|left word|heard out)\b"
)
_REFUSED = re.compile(
    r"\b(?:refus\w+|declin\w+|unwilling|not prepared|(?:would|did|could|does|do|will) not|never)\s+(?:to\s+)?(?:(?!(?:and|but|who|which|that)\b)[\w'’-]+\s+){1,7}$",
    re.IGNORECASE,
)
"""Before what was not done without something: "would not close the case without a visit"."""
_WAS = re.compile(r"(?: [A-Z]\w*)? (?:was|were|had been) (?:also |often |sometimes )?")
"""Before what a person may be, and is no lack of practice: "noticed when he was absent"."""
_NEAR = 26
"""Characters round an ill within which practice that is named is what is ill."""


def is_another_s(sentence: Sentence, mark: Mark) -> bool:
    """Whether an ill is only feared, or belongs to a person who is no practitioner: "the father's refusal"."""
    text = sentence.text
    before = text[max(0, mark.start - 84) : mark.start]
    if _SET_AGAINST.search(before) or averted(text, mark):
        return True
    if mark.rule == "without" and _REFUSED.search(before):
        return True
    if text.startswith("absent", mark.start) and sentence.subjects.is_described(mark, _WAS):
        return True
    if mark.role in (Role.BLAME, Role.LAPSE) and sentence.subjects.in_a_person_s_story(mark):
        return True
    if (
        mark.role is Role.BLAME
        and mark.start < 60
        and _AMID.match(text[: mark.start])
        and not sentence.subjects.any_practitioner_before(mark.start)
    ):
        return True
    if _ONLY_FEARED.search(before):
        return True
    return (
        mark.role in (Role.BLAME, Role.LAPSE)
        and mark.rule in ("poor", "lapse")
        and sentence.subjects.owner_of(mark) is Role.PERSON
    )


def met_with(sentence: Sentence, clause: Clause, mark: Mark) -> bool:
    """Whether a practitioner acts in a clause, and an ill in it is of nothing that practice does or makes."""
    if mark.role not in (Role.BLAME, Role.NEGATOR):
        return False
    text, subjects = sentence.text, sentence.subjects
    lo, hi = max(clause.start, mark.start - _NEAR), min(clause.end, mark.end + _NEAR)
    if mark.role is Role.NEGATOR and subjects.acts(mark, clause.start) is Role.PRACTITIONER:
        return _RECEIVED.search(text, lo, mark.start) is not None and acts_beside(sentence, clause, mark)
    if text[lo : mark.start].endswith(("was ", "were ", "been ")) and mark.role is Role.NEGATOR:
        return False
    if subjects.practice_between(mark.start, hi) or subjects.is_practice_between(lo, mark.start):
        return False
    return acts_beside(sentence, clause, mark)


def acts_beside(sentence: Sentence, clause: Clause, mark: Mark) -> bool:
    """Whether a practitioner acts in a clause, beside what stands at a mark."""
    places = acts_in(sentence.text, clause.start, clause.end)
    places += [match.span() for match in _EVERYDAY.finditer(sentence.text, clause.start, clause.end)]
    return any(
        not mark.start <= place[0] < mark.end + _NEAR
        and sentence.subjects.acts(Mark("act", Role.DEED, 1, *place), clause.start) is Role.PRACTITIONER
        for place in places
    )
