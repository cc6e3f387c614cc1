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
_APPENDED = re.compile(r"^(?:appendix|appendices|annexe?|atodiad)\b")
_NUMBER_LEAD = re.compile(r"^(?:\d+ )+")

_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)"
)
_WHEN = rf"(?:(?:early|mid|late|the) )*(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTH} )?(?:(?:19|20)\d\d)?"
_SPAN = re.compile(
    rf"(?:(?:from|between) )?{_WHEN} ?(?:to|until|and|i|hyd|tan) (?:early |mid |late )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTH} )?(?:19|20)\d\d"
    r"|the (?:spring|summer|autumn|winter) of (?:19|20)\d\d"
)
"""A heading that is only a stretch of time: a part of the story told in order."""

_ASKED = re.compile(
    r"(?:was|were|did|had|could|is|are|to what (?:extent|degree)|how (?:well|far|effective(?:ly)?))\b"
    r"|(?:a oedd|a wnaeth|a fu|i ba raddau|pa mor)\b"
)
"""Beginnings of the questions that reviews put to what was done: "Was the plan robust …?"."""

_QUESTIONS = re.compile(r"(?:the (?:\w+ )?questions|y (?:\w+ )?(?:c|ch|g)westi(?:ynau|wn))\b")
"""A heading over all of them, whatever their number: "The five questions"."""

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


@dataclass(frozen=True, slots=True)
class _Phrase:
    kind: SectionKind
    pattern: re.Pattern[str]
    length: int


def plain_words(text: str) -> str:
    """A heading as its words alone: lower case, single spaces, no punctuation, no leading number."""
    return _NUMBER_LEAD.sub("", _all_words(text))


def _all_words(text: str) -> str:
    return _NOT_WORDS.sub(" ", text.lower()).strip()


def kind_of_heading(heading: str) -> SectionKind | None:
    """
    The kind of section that a heading opens; None when its words say nothing of the kind.

    Of several kinds named the first counts, but recommendations before analysis, learning and conclusions.
    "Appendix 2: Summary timeline" is a chronology; "Appendix 2" alone an appendix.

    Source:
        docs/decisions/0009.
    """
    words = plain_words(heading)
    subject = _COUNTED_LEAD.sub("", words).strip()
    kind = _kind(subject) if subject else None
    if kind is None and _SPAN.fullmatch(_all_words(heading)):
        return SectionKind.CHRONOLOGY
    if kind is None and (_QUESTIONS.match(words) or (heading.rstrip().endswith("?") and _ASKED.match(words))):
        return SectionKind.ANALYSIS
    if kind is None and _APPENDED.match(words):
        return SectionKind.APPENDIX
    return kind


def is_known_heading(text: str) -> bool:
    """True when the text as a whole is a heading of the forms, or a counted part ("Appendix B: …")."""
    words = plain_words(text)
    subject = _COUNTED_LEAD.sub("", words).strip()
    if subject != words and len(subject.split()) <= 12:
        return True
    return subject in _whole_headings()


def is_prompt(text: str) -> bool:
    """True when a passage is the official form's own words, asking the author what to write."""
    words = plain_words(text)
    return len(words) > 8 and any(words.startswith(prompt) for prompt in _prompts())


def _kind(words: str) -> SectionKind | None:
    found = [
        (match.start(), -phrase.length, phrase.kind)
        for phrase in _phrases()
        if (match := phrase.pattern.search(words))
    ]
    first = min(found)[2] if found else None
    if first in _BESIDE_RECOMMENDATIONS and any(kind is SectionKind.RECOMMENDATIONS for *_, kind in found):
        return SectionKind.RECOMMENDATIONS
    return first


@cache
def _phrases() -> tuple[_Phrase, ...]:
    return tuple(
        _Phrase(SectionKind(entry["name"]), _pattern(phrase), len(phrase))
        for entry in tomllib.loads(_FILE.read_text(encoding="utf-8"))["kind"]
        for phrase in (*entry["en"], *entry["cy"])
    )


@cache
def _whole_headings() -> frozenset[str]:
    entries = tomllib.loads(_FILE.read_text(encoding="utf-8"))["kind"]
    return frozenset(phrase.lstrip("=*") for entry in entries for phrase in (*entry["en"], *entry["cy"]))


def _pattern(phrase: str) -> re.Pattern[str]:
    words = re.escape(phrase.lstrip("=*"))
    if phrase.startswith("="):
        return re.compile(rf"^{words}$")
    if phrase.startswith("*"):
        return re.compile(rf"\b{words}\b")
    return re.compile(rf"^{words}")


@cache
def _prompts() -> tuple[str, ...]:
    prompts = tomllib.loads(_FILE.read_text(encoding="utf-8"))["prompts"]
    return (*prompts["en"], *prompts["cy"])
