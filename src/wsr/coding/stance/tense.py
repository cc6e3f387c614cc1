"""Whether words tell of a case or of what holds in general: tense, persons and dates. Pure."""

import re
from typing import NamedTuple

from wsr.language.verbs import PAST_AUXILIARIES, PAST_OR_PARTICIPLE, PAST_VERBS

_WORD = re.compile(r"\w+(?:['’]\w+)*")

_PRESENT = """
is are am must should can may needs need requires require means depends does do ought will cannot shall calls takes
begins starts remains deserves relies enables allows ensures prevents reduces improves promotes creates brings seeks
thrives flourishes happens arises saves recognises respects listens acknowledges understands avoids recognizes prevents
builds underpins flows grows matters works makes gives keeps helps protects draws leads rests goes comes says tells
expects recommends stresses asks bears consists involves includes demands belongs follows carries isn't aren't doesn't
don't can't shouldn't mustn't isn’t aren’t doesn’t don’t can’t shouldn’t mustn’t
"""
_BASE = """
lead make save build give tell draw rely flow happen work keep come take begin start help allow enable improve reduce
increase provide support protect prevent bring create cost say see show rest know want feel deserve remain become carry
hold speak disclose trust share listen ask arise benefit lie sit go find fail miss
"""
"""Present where a noun in the plural stands before them: "timely assessments lead to"."""
_AUXILIARIES = """
be is are being been have has having get gets should must can may ought will shall cannot was were had to if and or
when until unless once as look looked seem seemed feel appear appeared remain remained
"""

_KIND: dict[str, str] = {
    **dict.fromkeys(_BASE.split(), "base"),
    **dict.fromkeys(_AUXILIARIES.split(), "auxiliary"),
    **dict.fromkeys(_PRESENT.split(), "present"),
    **dict.fromkeys(PAST_OR_PARTICIPLE, "participle"),
    **dict.fromkeys(PAST_VERBS, "past"),
    **dict.fromkeys(PAST_AUXILIARIES, "past"),
}
_OPENS_A_PARTICIPLE = frozenset(_AUXILIARIES.split())
_NO_VERB = (
    "a an the any no of by in with for their his her its well properly fully not to as each every this that"
)
_NO_VERB_AFTER = frozenset(_NO_VERB.split())
_PLURAL = frozenset({"they", "we", "people", "children", "staff", "those", "women", "men"})
_NO_PLURAL = frozenset({"this", "his", "as", "was", "is", "has", "does", "its", "ms", "mrs", "us", "always"})
_REACH = 3
"""Words after an auxiliary in which a participle belongs to it."""

_NO_ACT_WORDS = """
was were had did could said believed thought considered stated assumed expected felt closed refused declined
advised discharged cancelled ignored missed failed lost relied accepted treated scored graded prescribed
arrested charged detained admitted transferred placed worked lived died used seemed appeared remained became
knew meant wished wanted hoped intended tended needed decided concluded described agreed attended visited
conducted convened received reported understood supposed noted recorded married moved separated occurred
happened started ended concerned involved approved included held made saw met left fell grew lay heard bought sold ran
"""
_NO_ACT = frozenset(_NO_ACT_WORDS.split())
"""Past forms that tell of routine, of thought, of an ending or of a state: by themselves no act of worth."""

_CASE = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Miss|Dr|PC|DC|DS|DI|Sgt|Child|Adult|Baby|Infant|Sibling|Person|Victim|Nurse)\.?\s?(?:[A-Z]|\d)"
    r"|(?:HV|SW|CPN|GP|LA|OT|Hospital|School|Practice|Trust|AMHP|IRO|Worker|Officer|Team)\s?\d"
    r"|(?:19|20)(?<!Act ..)(?<!Measure ..)(?<!Order ..)(?<!Regulations ..)\d\d\b(?!\))"
    r"|\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"|(?<=[a-z,] )[B-HJ-Z](?:['’]s)?(?=[\s,.;)])|(?:Mother|Father|Grandmother|Grandfather|Perpetrator)\b"
    r"|(?:here|this case|this family|in the present case|on this occasion|at this point|at that point|he(?! or she\b))\b)"
)


class Frame(NamedTuple):
    """What the verbs and names of some words say of their time."""

    past: bool
    """A finite verb tells of what happened."""
    present: bool
    first: str
    """"past" or "present": the first finite verb; "" where there is none."""


def frame_of(text: str) -> Frame:
    """The frame of a clause or sentence."""
    past = present = False
    first = before = ""
    since_auxiliary = _REACH + 1
    for word in _WORD.findall(text.lower()):
        kind = _KIND.get(word) or ("participle" if word.endswith("ed") and len(word) > 4 else "")
        since_auxiliary += 1
        if kind == "participle":
            if since_auxiliary <= _REACH:
                since_auxiliary = 0
            elif before and before not in _NO_VERB_AFTER:
                kind = "past"
        elif kind == "base" and (before in _PLURAL or (before.endswith("s") and before not in _NO_PLURAL)):
            kind = "present"
        if word in _OPENS_A_PARTICIPLE:
            since_auxiliary = 0
        if kind in ("past", "present"):
            first = first or kind
            past, present = past or kind == "past", present or kind == "present"
        before = "" if word.isdigit() and not before else word
    return Frame(past, present, first)


def names_the_case(text: str) -> bool:
    """Whether a person, a date or "here" is named."""
    return _CASE.search(text) is not None


def acts_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The places of past verbs between two offsets that tell of doing something, passives left out."""
    found = []
    since_auxiliary = _REACH + 1
    before = ""
    for match in _WORD.finditer(text, start, end):
        word = match[0].lower()
        since_auxiliary = 0 if word in _OPENS_A_PARTICIPLE else since_auxiliary + 1
        past = _KIND.get(word) in ("past", "participle") or (word.endswith("ed") and len(word) > 4)
        if past and word not in _NO_ACT and since_auxiliary > _REACH and before not in _NO_VERB_AFTER:
            found.append(match.span())
        before = word
    return found
