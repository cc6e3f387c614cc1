"""
What a sentence says of practice: the stance of each of its stretches, with the reasons.

    sentence | find_marks | clauses | verdict of each | one stretch, or two that are judged apart
"""

import re
from typing import NamedTuple

from wsr.coding.stance.answers import answered
from wsr.coding.stance.backdrop import backdrop, met, relatives
from wsr.coding.stance.clauses import Clause, begins_with_a_concession, clauses, subordinates
from wsr.coding.stance.marks import Mark, find_marks
from wsr.coding.stance.resumed import resumed
from wsr.coding.stance.sentence import Sentence, Verdict
from wsr.coding.stance.subjects import Subjects
from wsr.coding.stance.tense import frame_of
from wsr.coding.stance.verdict import verdict
from wsr.domain.coding import Reason, Stance
from wsr.vocabulary.stance import Role

_DENYING = frozenset({Role.NEGATOR, Role.CLEAR, Role.BLAME, Role.LAPSE})
_ILL = _DENYING | {Role.SHUT, Role.FAULT}
_JUDGED_APART = frozenset({Stance.IDENTIFIED, Stance.CRITICISM})
_ASKED = frozenset({Stance.CRITICISM, Stance.SUGGESTED})
"""What a question may say: "Why did nobody ask?", "Would it not have been better to ask?"."""
_YES_OR_NO = re.compile(
    r"[\s\d.•()\-–]*(?:was|were|is|are|did|does|do|had|has|have|could|should|would|can)\b", re.IGNORECASE
)
_THE_SAME = re.compile(
    r"\W*(?:(?:and|but|yet|however|though)\W+)*(?:in (?:\w+ ){1,2}|on (?:\w+ ){1,2})?(?:(?:it|this|these|none of (?:it|them|this)) (?:was|were|had|did|has|have)\b"
    r"|(?:none|nobody|no one|no-one|not one|not a|never|not|no)\b[^;]*\b(?:it|them|this|these)\b|(?:not|never) \w+(?:ed|en|t|d|un)\b)",
    re.IGNORECASE,
)
_TELLING = (Stance.CRITICISM, Stance.SUGGESTED, Stance.IDENTIFIED, Stance.GENERAL)


class Judgement(NamedTuple):
    """What is said in a stretch of a sentence; offsets are half-open."""

    start: int
    end: int
    stance: Stance
    because: tuple[Reason, ...]
    """Empty when nothing is judged and no rule spoke."""


def judge(sentence: str) -> list[Judgement]:
    """
    The stretches of a sentence that are judged apart, in order; together they are the whole sentence.

    Most sentences are one stretch; one that praises one act and criticises another is two.
    """
    marks = resumed(sentence, find_marks(sentence))
    parts = clauses(sentence)
    speaks_ill = any(mark.role in _DENYING for mark in marks)
    leads = backdrop(sentence) if speaks_ill else []
    by_the_way = [*subordinates(sentence), *relatives(sentence)] if speaks_ill else []
    subjects = Subjects(sentence, marks)
    lacks = [mark for mark in marks if mark.role in (Role.NEGATOR, Role.LAPSE)]
    made_good = answered(sentence, subjects, lacks, by_the_way) | met(
        sentence, subjects, [mark for mark in marks if mark.role in _ILL], leads
    )
    concedes = bool(made_good) or begins_with_a_concession(sentence) or any(part.concedes for part in parts)
    whole = Sentence(sentence, frame_of(sentence), subjects, by_the_way, made_good, concedes)
    judged = []
    for part in parts:
        own = [mark for mark in marks if part.start <= mark.start < part.end]
        frame = whole.frame if len(parts) == 1 else frame_of(sentence[part.start : part.end])
        judged.append((part, verdict(whole, part, own, frame)))
    if sentence.rstrip().endswith("?"):
        asked = {Stance.SUGGESTED} if _is_open(sentence, lacks) else _ASKED
        judged = [(part, said) for part, said in judged if said.stance in asked]
    return _stretches(sentence, judged)


def _is_open(question: str, lacks: list[Mark]) -> bool:
    """Whether a question may be answered by yes or no, and does not say itself that something was not done."""
    return _YES_OR_NO.match(question) is not None and not any(
        mark.role is Role.NEGATOR or mark.rule == "nobody" for mark in lacks
    )


def _of_the_same(sentence: str, deciding: list[tuple[Clause, Verdict]]) -> list[tuple[Clause, Verdict]]:
    """The last of two clauses where it speaks of what the first spoke of: "it was not followed", "nobody read them"."""
    last, _ = deciding[-1]
    return deciding[-1:] if _THE_SAME.match(sentence, last.start, last.end) else deciding


def _stretches(sentence: str, judged: list[tuple[Clause, Verdict]]) -> list[Judgement]:
    speaking = [(part, said) for part, said in judged if said.stance is not Stance.NEUTRAL]
    deciding = [(part, said) for part, said in speaking if not part.concedes] or speaking
    if not deciding:
        neutral = [said for _, said in judged if said.because]
        return [Judgement(0, len(sentence), Stance.NEUTRAL, _reasons(sentence, neutral))]
    stances = {said.stance for _, said in deciding}
    if stances == _JUDGED_APART:
        deciding = _of_the_same(sentence, deciding)
        stances = {said.stance for _, said in deciding}
    if stances == _JUDGED_APART and all(said.strength > 1 for _, said in deciding):
        return _apart(sentence, deciding)
    most = max(said.strength for _, said in deciding)
    strongest = {said.stance for _, said in deciding if said.strength == most}
    stance = next(one for one in _TELLING if one in strongest)
    said = [each for _, each in deciding if each.stance is stance]
    return [Judgement(0, len(sentence), stance, _reasons(sentence, said))]


def _apart(sentence: str, deciding: list[tuple[Clause, Verdict]]) -> list[Judgement]:
    """A stretch for each run of clauses of one stance; the first and last reach to the limits of the sentence."""
    runs: list[list[tuple[Clause, Verdict]]] = []
    for each in deciding:
        if runs and runs[-1][-1][1].stance is each[1].stance:
            runs[-1].append(each)
        else:
            runs.append([each])
    starts = [0, *(run[0][0].start for run in runs[1:]), len(sentence)]
    return [
        Judgement(starts[n], starts[n + 1], run[0][1].stance, _reasons(sentence, [said for _, said in run]))
        for n, run in enumerate(runs)
    ]


def _reasons(sentence: str, said: list[Verdict]) -> tuple[Reason, ...]:
    marks = dict.fromkeys(mark for each in said for mark in each.because)
    return tuple(Reason(rule=mark.rule, words=sentence[mark.start : mark.end].strip()) for mark in marks)
