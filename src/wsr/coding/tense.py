"""Whether words tell of a case or of what holds in general: tense, persons and dates. Pure."""

import re
from typing import NamedTuple

_WORD = re.compile(r"\w+(?:['’]\w+)*")

_PAST = frozenset(
    "was were had did wasn't weren't hadn't didn't wasn’t weren’t hadn’t didn’t "
    "became began brought built bought came caught chose dealt drew drove ate fell felt fought found flew forgot "
    "gave went got grew heard held hid kept knew laid led left lent lost made meant met overcame overheard paid "
    "ran rang read rose said sat saw sent sought showed shook sold sang slept spent spoke spread stood stuck stayed "
    "swept taught thought threw told took understood undertook wept withdrew woke won wore wrote drank broke "
    "struck swore tore sank learnt spelt dreamt burnt spoilt leapt lay could".split()
)
_PRESENT = frozenset(
    "is are am must should can may needs need requires require means depends has does do ought will cannot shall "
    "calls takes begins starts remains deserves matters works makes gives keeps helps protects draws leads rests "
    "goes comes says tells expects recommends stresses asks bears consists involves includes demands belongs "
    "follows carries isn't aren't doesn't don't can't shouldn't mustn't".split()
)
_BEFORE_A_PARTICIPLE = frozenset(
    "be is are being a an the to any no as of by in with for been have has well properly fully not their his her "
    "its or and if when until unless once".split()
)
_CASE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|PC|DC|DS|DI|Sgt|Child|Adult|Baby|Infant|Sibling|Person|Victim|Nurse)\.?\s?(?:[A-Z]|\d)"
    r"|\b(?:HV|SW|CPN|GP|LA|OT|Hospital|School|Practice|Trust|AMHP|IRO|Worker|Officer|Team)\s?\d"
    r"|\b(?:19|20)\d\d\b|\b\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"|(?<=[a-z,] )[B-HJ-Z](?:['’]s)?(?=[\s,.;)])|\b(?:Mother|Father|Grandmother|Grandfather|Perpetrator)\b"
    r"|\b(?:here|this case|this family|in the present case|on this occasion|at this point|at that point|he|she|him|hers)\b"
)


class Frame(NamedTuple):
    """What the verbs and names of some words say of their time."""

    past: bool
    present: bool
    case: bool
    """A person, a date or "here" is named."""


def frame_of(text: str) -> Frame:
    """The frame of a clause or sentence."""
    past = present = False
    before = ""
    for match in _WORD.finditer(text):
        word = match[0].lower()
        if word in _PAST:
            past = past or not (
                word
                in (
                    "left",
                    "could",
                    "lost",
                    "found",
                    "held",
                    "made",
                    "told",
                    "kept",
                    "sent",
                    "heard",
                    "met",
                    "paid",
                    "led",
                    "sought",
                    "built",
                    "taught",
                    "read",
                    "understood",
                    "brought",
                )
                and before in _BEFORE_A_PARTICIPLE
            )
        elif word in _PRESENT:
            present = True
        elif word.endswith("ed") and len(word) > 4 and before not in _BEFORE_A_PARTICIPLE:
            past = past or before != ""
        before = word
    return Frame(past, present, _CASE.search(text) is not None)
