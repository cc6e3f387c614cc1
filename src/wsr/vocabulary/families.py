"""Families: words and phrases by which practitioners say one thing in many ways, and words that tell little."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from wsr.language.folding import fold_words
from wsr.language.stems import stem

_FAINT = "faint"


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """Words and phrases that say much the same."""

    name: str
    """As it is shown; no two families have the same."""
    kind: str
    """person, harm, setting, process, document, act, agent or occasion."""
    rate: float
    """The part of all recommendations in which it is expected to stand, 0 to 1."""
    weight: float
    """What it says of the subject, against a family that says 1."""


Phrase = tuple[str, ...]
"""The stems of a phrase, in order."""


@cache
def families_by_phrase() -> dict[Phrase, tuple[Family, ...]]:
    """The families of each phrase, in the order of the vocabulary file."""
    found: dict[Phrase, dict[Family, None]] = {}
    for family, phrases in _families():
        for phrase in phrases.split(","):
            found.setdefault(tuple(map(stem, fold_words(phrase))), {})[family] = None
    return {phrase: tuple(families) for phrase, families in found.items()}


@cache
def faint_stems() -> frozenset[str]:
    """The stems of words that often mean something else than the family they are in."""
    return frozenset(map(stem, fold_words(_read("families.toml")[_FAINT]["words"])))


@cache
def stock_rates() -> dict[str, float]:
    """The part of recommendations in which each stem that tells little is expected: 1 for words of grammar."""
    rates: dict[str, float] = {}
    for entry in _read("stock_words.toml").values():
        for word in fold_words(entry["words"]):
            rates.setdefault(stem(word), entry["rate"])
    return rates


def _families() -> Iterator[tuple[Family, str]]:
    for kind, entry in _read("families.toml").items():
        if kind == _FAINT:
            continue
        for name, phrases in entry["families"].items():
            yield Family(name, kind, entry["rate"], entry["weight"]), phrases


def _read(file: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("wsr.vocabulary").joinpath(file).read_text(encoding="utf-8"))
