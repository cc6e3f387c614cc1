"""The words that practitioners use for one thing: found by what a person typed, never added to it unasked."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from wsr.domain.topics import ThesaurusTerm

_OWN = Path(__file__).with_name("thesaurus.toml")
_MARKS = re.compile(r'["“”]')
_JOINTS = re.compile(r"[\s\-‐‑–]+")
_BETWEEN = re.compile(r"\s+OR\s+")


@cache
def thesaurus() -> dict[str, ThesaurusTerm]:
    """All terms by their ids, in the order of the vocabulary file."""
    entries = tomllib.loads(_OWN.read_text(encoding="utf-8"))["term"]
    return {entry["id"]: ThesaurusTerm(**entry) for entry in entries}


def expression(word: str) -> str:
    """An expression of the search language for a word of the thesaurus: several words stand side by side."""
    return word if word.startswith('"') or not re.search(r"[\s\-'’]", word) else f'"{word}"'


def any_of(words: Iterable[str]) -> str:
    """A search for any of these words, each once."""
    return " OR ".join(dict.fromkeys(map(expression, words)))


def terms_in(text: str) -> tuple[tuple[str, ...], ThesaurusTerm | None]:
    """
    The alternatives of a typed search, and the term of the thesaurus that one of them names, if any does.

    A search of another shape than words with OR between them has no alternatives: words cannot be added to it.
    """
    typed = tuple(part.strip() for part in _BETWEEN.split(text.strip()))
    if not all(typed) or any(re.search(r"[():*]|\b(?:AND|NOT)\b", part) for part in typed):
        return (), None
    known = {_plain(word): term for term in thesaurus().values() for word in (*term.words, *term.typed)}
    found = next((known[_plain(part)] for part in typed if _plain(part) in known), None)
    return typed, found


def same_word(one: str, other: str) -> bool:
    """Whether two words are one, whatever their capitals, hyphens and quotation marks."""
    return _plain(one) == _plain(other)


def _plain(word: str) -> str:
    return _JOINTS.sub(" ", _MARKS.sub("", word)).strip().casefold().replace("’", "'")
