"""Which praise is of practice that was done, and how much it weighs. Pure."""

import re

from wsr.coding.stance.attachment import acts_beside
from wsr.coding.stance.claims import claimed
from wsr.coding.stance.clauses import Clause
from wsr.coding.stance.marks import Mark
from wsr.coding.stance.sentence import Sentence
from wsr.coding.stance.wishes import was_avoided
from wsr.vocabulary.stance import Role

IS = re.compile(
    r"(?:\.?\s+[A-Z]\w*)?\.?\s+(?:was|were|is|are|had been|has been|remained)\s+(?:(?:described|known|regarded|(?!\w+ed\b)[\w-]+)\s+){0,6}$"
)
"""Between a person and what that person is said to be like."""
_POLICY = (
    r"(?:policy|policies|guidance|procedures?|protocols?|pathways?|guidelines?|frameworks?|toolkits?|tools?|templates?|leaflets?"
    r"|training|intentions?|ideas?|aims|wording|checklists?|standards|law|systems?)"
)
_PAPER = re.compile(rf"(?:[\w-]+ ){{0,3}}{_POLICY}\b", re.IGNORECASE)
_PAPER_WAS = re.compile(rf"\b{_POLICY}\b[^,;.]{{0,40}}\b(?:is|are|was|were)\b[^,;.]{{0,12}}$", re.IGNORECASE)
"""What is good on paper."""
_DISPOSED = re.compile(
    r"(?:commit|dedicat|devot|enthusias|motivat|keen|caring|kind\b|kindly|friendly|polite|courteous|hard-?working|compassion|sympathetic|genuine|sincere|honest|conscientious|respect(?:ful|\s+for)|warm|pleasant)\w*",
    re.IGNORECASE,
)
"""What people were like or meant, and not what they did."""
_AIMS = re.compile(
    r"\b(?:aims?|meant|wanted|wished|seeks?|intends?|hopes?|strives?|exists?|undertakes|claims|purports|endeavours|(?:was|were|is|are|been) (?:set up|established|commissioned|created|designed|intended|meant|supposed|introduced|launched|funded)"
    r"|set up|designed|intended|(?:its|their|the|whose) (?:aim|purpose|intention|role|function|remit|task|objective|object)s? (?:was|is|were|are|being))\s+to\s+(?:(?!(?:but|it|this|which|was|were|did|has|had)\b)[\w'’-]+\s+){0,9}$",
    re.IGNORECASE,
)
"""Before what was aimed at, of which it is not said that it was reached."""
_FEELING = re.compile(r"(?:proud|pride|grateful|gratitude|thank)", re.IGNORECASE)
_SEEMED = re.compile(
    r"\b(?:(?:looked|seemed|sounded)(?: (?:to be|to have been|like))?|(?:on (?:paper|the (?:face of it|surface))|ostensibly|superficially|outwardly|at first sight|in theory|nominally),?)"
    r"(?: (?!(?:and|but|as|for|at|into|after|out|up|through|beyond|behind|again)\b)[\w-]+){0,3} $",
    re.IGNORECASE,
)
"""Before what only looked good."""
_OFFERS = re.compile(
    r"\b(?:provides?|offers?|delivers?|operates?|runs?|comprises?)\s+(?:(?!that\b)[\w'’-]+\s+){0,6}$",
    re.IGNORECASE,
)
"""Before what a service is there to give."""
_STOPPED = ("did not", "does not", "could not", "would not")
_SAID = re.compile(r"\b(?:was|were|is|are|been)\s+$")
"""Before what is said of somebody, and not by them."""
_OF_PEOPLE = frozenset({"praise", "merit", "no_fault_found", "not_given_up"})
"""Words that may be said of anybody."""


def is_of_practice(sentence: Sentence, clause: Clause, mark: Mark, practice: list[Mark]) -> bool:
    """Whether a mark praises practice that was done: no claim, no aim, and nobody who is no practitioner."""
    if claimed(sentence.text, sentence.subjects, clause, mark) or _is_not_done(sentence, clause, mark):
        return False
    if mark.rule in _OF_PEOPLE:
        return _is_of_practitioners(sentence, clause, mark, practice)
    if mark.rule in ("kept_at_it", "beyond", "compliance"):
        return _acted(sentence, clause, mark)
    if mark.rule == "averted":
        avoided = was_avoided(sentence.text, mark) or acts_beside(sentence, clause, mark)
        return avoided and (bool(practice) or sentence.subjects.any_of_practitioners())
    if mark.rule == "well_spoken_of":
        said = _SAID.search(sentence.text, max(0, mark.start - 8), mark.start)
        return sentence.subjects.any_practitioner() and not (
            said and sentence.subjects.acts(mark, clause.start) is Role.PERSON
        )
    feels = mark.rule == "commendation" and _FEELING.match(sentence.text, mark.start)
    return not (feels or mark.rule == "fullest") or sentence.subjects.any_of_practitioners()


def credited(text: str, mark: Mark) -> Mark:
    """A mark of praise with less weight where a policy, an intention or a disposition is praised."""
    disposed = mark.rule == "praise" and _DISPOSED.match(text, mark.start)
    if disposed or _PAPER.match(text, mark.start) or _PAPER_WAS.search(text, 0, mark.start):
        return mark._replace(weight=1)
    return mark


def _is_not_done(sentence: Sentence, clause: Clause, mark: Mark) -> bool:
    """Whether praise is of what only seemed so, of what was aimed at, or of what a service is there for."""
    if mark.role is not Role.PRAISE:
        return False
    before = sentence.text, clause.start, mark.start
    if _SEEMED.search(*before) or _AIMS.search(*before):
        return True
    return not sentence.frame.past and _OFFERS.search(*before) is not None


def _acted(sentence: Sentence, clause: Clause, mark: Mark) -> bool:
    """Whether it was not a person who is no practitioner who went on, did more than was asked, or kept to what was agreed."""
    if mark.rule == "compliance":
        kept = sentence.text.startswith("kept", mark.start)
        return not kept or sentence.subjects.acts(mark, clause.start) is not Role.PERSON
    stopped_nobody = sentence.text.startswith(_STOPPED, mark.start)
    if stopped_nobody and sentence.subjects.last_is_practitioner(mark.start, mark.end):
        return True
    return not sentence.subjects.is_another(mark, clause.start)


def _is_of_practitioners(sentence: Sentence, clause: Clause, mark: Mark, practice: list[Mark]) -> bool:
    """Whether a word that may be said of anybody is said of those who work with people, or of what they do."""
    if sentence.subjects.is_described(mark, IS):
        return False
    if practice or sentence.subjects.any_practitioner():
        return True
    if mark.rule in ("no_fault_found", "not_given_up") and sentence.subjects.any_of_practitioners():
        return True
    return sentence.subjects.acts(mark, clause.start) is not Role.PERSON
