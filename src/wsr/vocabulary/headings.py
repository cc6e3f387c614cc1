"""What headings say: the kind of section that each opens, and the words of the official forms themselves."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from wsr.domain.kinds import SectionKind

_FILE = Path(__file__).with_name("headings.toml")

_NOT_WORDS = re.compile(r"[\W_]+")
_COUNTED_LEAD = re.compile(
    r"^(?:(?:appendix|appendices|annexe?|atodiad|chapter|pennod|section|adran|part|rhan) "
    r"(?:\d{1,2}|[a-z]|[ivx]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|un|dau|tri|pedwar|pump|chwech|saith|wyth|naw|deg)(?= |$)|(?:appendix|annexe?|atodiad)(?= ))"
)
_SPAN = re.compile(
    r"(?:(?:from|between|early|mid|late|the|spring|summer|autumn|winter|\d{1,2}(?:st|nd|rd|th)?"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr) )*"
    r"(?:(?:19|20)\d\d )?(?:to|until|and|i|hyd|tan) (?:[a-z]+ ){0,2}(?:\d{1,2} )?(?:[a-z]+ )?(?:19|20)\d\d\b"
    r"|.*\b(?:19|20)\d\d to (?:[a-z]+ )?(?:19|20)\d\d$"
    r"|the (?:spring|summer|autumn|winter) of (?:19|20)\d\d\b"
)
"""A stretch of time and nothing else ("March 2011 to January 2012"): a part of the story told in order."""

_ASKED = re.compile(
    r"(?:was|were|did|had|could|is|are|to what (?:extent|degree)|how (?:well|far|effective(?:ly)?))\b"
    r"|(?:a oedd|a wnaeth|a fu|i ba raddau|pa mor)\b"
)
"""Beginnings of the questions that reviews put to what was done: "Was the plan robust …?"."""

_BESIDE_RECOMMENDATIONS = frozenset(
    {
        SectionKind.INTRODUCTION,
        SectionKind.ANALYSIS,
        SectionKind.EFFECTIVE_PRACTICE,
        SectionKind.LEARNING,
        SectionKind.CONCLUSIONS,
    }
)
"""Kinds that give way to recommendations named in the same heading: "Conclusions and recommendations"."""

_APPENDED = re.compile(r"^(?:appendix|appendices|annexe?|atodiad)\b")
_NUMBER_LEAD = re.compile(r"^(?:\d+ )+")


@dataclass(frozen=True, slots=True)
class _Phrase:
    kind: SectionKind
    words: str
    pattern: re.Pattern[str]
    weak: bool


def plain_words(text: str) -> str:
    """A heading as its words alone: lower case, single spaces, no punctuation, no leading number."""
    words = _NOT_WORDS.sub(" ", text.lower().replace("’", "'")).strip()
    return _NUMBER_LEAD.sub("", words)


def kind_of_heading(heading: str, within: SectionKind | None = None) -> SectionKind | None:
    """
    The kind of section that a heading opens; None when its words say nothing of the kind.

    "Appendix 2: Summary timeline" is a chronology; "Appendix 2" alone an appendix. Words that may mean much
    ("The family") say nothing *within* a part of known kind.
    """
    words = plain_words(heading)
    subject = _COUNTED_LEAD.sub("", words).strip()
    kind = _kind(subject, within) if subject else None
    if kind is None and _SPAN.fullmatch(_NOT_WORDS.sub(" ", heading.lower()).strip()):
        return SectionKind.CHRONOLOGY
    if kind is None and heading.rstrip().endswith("?") and _ASKED.match(words):
        return SectionKind.ANALYSIS
    if kind is None and _APPENDED.match(words):
        return SectionKind.APPENDIX
    return kind


def is_known_heading(text: str) -> bool:
    """True when the text as a whole is a heading of the forms, or begins with one and adds little."""
    words = plain_words(text)
    subject = _COUNTED_LEAD.sub("", words).strip()
    if subject != words and len(subject.split()) <= 12:
        return True
    return subject in _whole_headings()


def is_prompt(text: str) -> bool:
    """True when a passage is the official form's own words, asking the author what to write."""
    words = plain_words(text)
    return len(words) > 8 and any(words.startswith(prompt) or prompt == words for prompt in _prompts())


def _kind(words: str, within: SectionKind | None) -> SectionKind | None:
    known = within not in (None, SectionKind.OTHER)
    named = [
        (match.start("named"), -len(phrase.words), phrase.kind)
        for phrase in _phrases()
        if not (known and phrase.weak) and (match := phrase.pattern.match(words))
    ]
    first = min(named, key=lambda found: found[:2], default=(0, 0, None))[2]
    if first in _BESIDE_RECOMMENDATIONS and any(kind is SectionKind.RECOMMENDATIONS for *_, kind in named):
        return SectionKind.RECOMMENDATIONS
    return first


@cache
def _phrases() -> tuple[_Phrase, ...]:
    return tuple(
        _Phrase(SectionKind(entry["name"]), phrase.lstrip("=*~"), _pattern(phrase), phrase.startswith("~"))
        for entry in tomllib.loads(_FILE.read_text(encoding="utf-8"))["kind"]
        for phrase in (*entry["en"], *entry["cy"])
    )


@cache
def _whole_headings() -> frozenset[str]:
    entries = tomllib.loads(_FILE.read_text(encoding="utf-8"))["kind"]
    return frozenset(phrase.lstrip("=*~") for entry in entries for phrase in (*entry["en"], *entry["cy"]))


def _pattern(phrase: str) -> re.Pattern[str]:
    words = re.escape(phrase.lstrip("=*~"))
    if phrase.startswith("="):
        return re.compile(rf"(?P<named>{words})$")
    if phrase.startswith("*"):
        return re.compile(rf".*?\b(?P<named>{words})\b")
    return re.compile(rf"(?P<named>{words})")


@cache
def _prompts() -> tuple[str, ...]:
    prompts = tomllib.loads(_FILE.read_text(encoding="utf-8"))["prompts"]
    return (*prompts["en"], *prompts["cy"])
