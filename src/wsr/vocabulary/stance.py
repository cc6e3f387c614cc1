"""The words by which the stance of a sentence is told: triggers with their patterns."""

import re
import tomllib
from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import Field

from wsr.domain.record import Record

_FILE = Path(__file__).with_name("stance.toml")
_SET = re.compile(r"\{(\w+)\}")
_PARTING = re.compile(r"[,\n]")


class Role(StrEnum):
    """What a trigger does in the judgement of a clause."""

    PRAISE = "praise"
    """Speaks well; turned into criticism by a negative, into a suggestion by a modal."""
    HONOUR = "honour"
    """Speaks well as a whole, negative included."""
    BLAME = "blame"
    """Speaks ill; turned into praise by a negative."""
    LAPSE = "lapse"
    """Says what was not done; praise after it is denied."""
    FAULT = "fault"
    """A fact that speaks for a fault."""
    DEED = "deed"
    """A fact that speaks for an act of worth."""
    GAIN = "gain"
    """A fact that speaks for what practice did for a person."""
    REMEDY = "remedy"
    """Deals with the ill that comes after it."""
    WISH = "wish"
    """What would, could or should have been."""
    REVERSAL = "reversal"
    """But it was not."""
    NORM = "norm"
    """What holds without the case."""
    NEGATOR = "negator"
    """Turns what comes after it."""
    CONTRAST = "contrast"
    """Turns what comes after it, and denies nothing by itself."""
    CLEAR = "clear"
    """Denies that anything was found of what comes after it."""
    SHUT = "shut"
    """Good when it was not done."""
    NO_FAULT = "no_fault"
    """A negative that is a mere fact."""
    PSEUDO = "pseudo"
    """Words of another kind in another sense: they hide those."""
    ELSEWHERE = "elsewhere"
    """What is judged is no practice."""
    FOREIGN = "foreign"
    """A subject that is no practice."""
    PERSON = "person"
    PRACTITIONER = "practitioner"
    PRACTICE = "practice"


class Trigger(Record):
    """Words that mean the same for a stance."""

    id: str = Field(description="Shown to readers as the rule.")
    role: Role
    weight: int = Field(ge=0, le=3)
    meaning: str = Field(min_length=1, description="What it says of practice, as a sentence.")
    patterns: tuple[str, ...] = Field(min_length=1, description="In the notation of wsr.language.patterns.")


@cache
def stance_triggers() -> tuple[Trigger, ...]:
    """All triggers, in the order of the file."""
    entries = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    sets: dict[str, str] = entries["words"]
    return tuple(
        Trigger(**{**entry, "patterns": _patterns(entry["patterns"], sets)}) for entry in entries["trigger"]
    )


def _patterns(written: str, sets: dict[str, str]) -> tuple[str, ...]:
    """The patterns of a list, each once, with the words of a set in place of its name in braces."""
    filled = _SET.sub(lambda match: f"({sets[match[1]]})", written)
    return tuple(dict.fromkeys(" ".join(each.split()) for each in _PARTING.split(filled) if each.strip()))
