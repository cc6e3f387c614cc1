"""What title pages say a document is: types of review, look-alikes and roles."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from wsr.domain.kinds import Criterion, ReviewType, Role

_WITHIN_A_SENTENCE = r"(?:[^.!?]|(?<=\bMr)\.|(?<=\bMs)\.|(?<=\bMrs)\.){0,200}?"


@dataclass(frozen=True, slots=True)
class Naming:
    """The words by which something is named: full ones anywhere, abbreviations on title pages only."""

    words: re.Pattern[str]
    abbreviations: re.Pattern[str] | None

    def first_in(self, text: str) -> re.Match[str] | None:
        """Where a title page first names it, in full or abbreviated; None where it does not."""
        found = [self.words.search(text), self.abbreviations.search(text) if self.abbreviations else None]
        return min((match for match in found if match), key=lambda match: match.start(), default=None)

    def count_in(self, text: str) -> int:
        """How often running text names it in full."""
        return sum(1 for _ in self.words.finditer(text))


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A kind of document that is not one of the five reviews."""

    name: str
    """With its article, to be put after "looks like"."""
    naming: Naming
    about: bool
    """It speaks about reviews: its words in a title decide even beside the name of a type."""


@cache
def review_types() -> dict[ReviewType, Naming]:
    """How each of the five types is named."""
    return {ReviewType(entry["id"]): _naming(entry) for entry in _vocabulary()["type"]}


@cache
def name_of(review_type: ReviewType) -> str:
    """The full English name of a type."""
    return next(str(entry["name"]) for entry in _vocabulary()["type"] if entry["id"] == review_type)


@cache
def look_alikes() -> tuple[LookAlike, ...]:
    """What may be taken for one of the five types and is not."""
    return tuple(
        LookAlike(entry["name"], _naming(entry), entry.get("about", False))
        for entry in _vocabulary()["look_alike"]
    )


@cache
def roles() -> dict[Role, Naming]:
    """How the roles of documents beside the report are named."""
    return {Role(entry["id"]): _naming(entry) for entry in _vocabulary()["role"]}


@cache
def criteria() -> dict[Criterion, Naming]:
    """How the criteria that a unified review may meet are named."""
    return {Criterion(entry["id"]): _naming(entry) for entry in _vocabulary()["criterion"]}


@cache
def report() -> Naming:
    """How a whole report is named."""
    return _naming(_vocabulary()["report"])


def names_part(text: str, *, whole: bool = False) -> bool:
    """Whether words name, or with *whole* are nothing but, a part of a review or the report itself: "Executive Summary"."""
    namings = (report(), *roles().values())
    return any(
        naming.words.fullmatch(text.strip()) if whole else naming.words.search(text) for naming in namings
    )


@cache
def words_of_parts() -> re.Pattern[str]:
    """Words of file names that tell the documents of one review from each other: parts, languages, versions."""
    words = "|".join(map(_tolerant, sorted(_vocabulary()["file_names"]["parts"], key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


@cache
def words_of_no_review() -> frozenset[str]:
    """Words that the file names of many reviews share: two names that agree in these alone say nothing."""
    return frozenset(_vocabulary()["file_names"]["generic"])


@cache
def _vocabulary() -> dict[str, Any]:
    source = resources.files("wsr.vocabulary").joinpath("titles.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)


def _naming(entry: dict[str, Any]) -> Naming:
    words = [_tolerant(name) for name in sorted(entry.get("names", []), key=len, reverse=True)]
    words += [_WITHIN_A_SENTENCE.join(map(_tolerant, phrase)) for phrase in entry.get("phrases", [])]
    exact = "|".join(map(re.escape, entry.get("exact", [])))
    return Naming(
        re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<![A-Za-z])(?:{exact})(?![A-Za-z])") if exact else None,
    )


def _tolerant(name: str) -> str:
    words = (
        re.escape(word).replace("'", "['’]?").replace(r"\*", r"\w*") for word in re.split(r"[\s-]+", name)
    )
    return r"[\s\-‑–_]{1,3}".join(words)
