"""Names of those who wrote a review: the words around them, and how a name is shaped."""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import NamedTuple

_WORD = r"[A-ZÀ-ÖØ-ÝŴŶ][a-zà-öø-ÿŵŷ]*(?:['’][A-Z][a-zà-öø-ÿŵŷ]+)?(?:[A-Z][a-zà-öø-ÿŵŷ]+)?(?:[-‑][A-Z][a-zà-öø-ÿŵŷ]+)*"
_SPLIT = re.compile(r"\s+(?:and|&|ac|a)\s+|\s*[;/|]\s*|\s*,\s*(?=(?:Dr|Prof|Mr|Mrs|Ms)\b)|\n+")


class Label(NamedTuple):
    """Words that say what the person named after them did; the name begins at `end`."""

    author: bool
    end: int


def label_at_start(line: str) -> Label | None:
    """The label of an author or chair with which a line begins, or None: "Report author: …"."""
    match = _labels().match(line)
    if not match:
        return None
    return Label(" ".join(match["label"].casefold().split()) in _author_labels(), match.end())


def names_in(text: str) -> list[str]:
    """
    The names of persons that a text lists, without post-nominals, posts and firms; empty if it is no list of names.

    "Gladys Morgan OBE, Independent Consultant and Dr Ian Rees" gives both names, with the title of the second.
    """
    names: list[str] = []
    for part in _SPLIT.split(text):
        name = _name(part)
        if name is None and not names and _SPLIT.search(text) is None:
            return []
        if name is not None:
            names.append(name)
    return names


def _name(text: str) -> str | None:
    """The name at the start of a text, if what stands there can only be a name."""
    match = _named().match(text.strip(' ,.:–-()"“”'))
    if not match:
        return None
    words = match["words"].split()
    words = words[: next((at for at, word in enumerate(words) if word.casefold() in _after_names()), None)]
    while words and words[-1].strip(",.()") in _post_nominals():
        words.pop()
    if not 2 <= len(words) <= 5 and not (len(words) == 1 and match["title"]):
        return None
    if any(word.casefold().strip(",.") in _not_names() for word in words):
        return None
    title = f"{match['title'].strip()} " if match["title"] else ""
    return title.replace(".", "") + " ".join(words)


@cache
def not_pseudonyms() -> frozenset[str]:
    """Words with a capital that stand alone on title pages or in quotation marks and name nobody."""
    words = (*_vocabulary()["not_pseudonyms"], *_vocabulary()["not_names"])
    return frozenset(spelling for word in words for spelling in (word, word.capitalize(), word.upper()))


@cache
def _vocabulary() -> dict[str, list[str]]:
    return tomllib.loads(
        resources.files("wsr.vocabulary").joinpath("people.toml").read_text(encoding="utf-8")
    )


@cache
def _author_labels() -> frozenset[str]:
    return frozenset(_vocabulary()["author_labels"])


@cache
def _post_nominals() -> frozenset[str]:
    return frozenset(_vocabulary()["post_nominals"])


@cache
def _not_names() -> frozenset[str]:
    return frozenset(_vocabulary()["not_names"])


@cache
def _after_names() -> frozenset[str]:
    return frozenset(_vocabulary()["after_names"])


@cache
def _labels() -> re.Pattern[str]:
    labels = sorted([*_vocabulary()["author_labels"], *_vocabulary()["chair_labels"]], key=len, reverse=True)
    spelled = "|".join(re.escape(label).replace(r"\ ", r"\s+") for label in labels)
    # "by" and "gan" are labels without a colon; nouns need one, or the end of the line
    return re.compile(
        rf"\W*(?P<label>{spelled})(?:\s*(?:\([a-z]*\))?\s*(?:[:–—-]|$)|(?<=by)\s|(?<=gan)\s)\s*",
        re.IGNORECASE,
    )


@cache
def _named() -> re.Pattern[str]:
    titles = "|".join(re.escape(title) for title in _vocabulary()["titles"])
    particles = "|".join(_vocabulary()["particles"])
    first = rf"(?:[A-Z]\.|{_WORD})"
    return re.compile(
        rf"(?P<title>(?:(?:{titles})\.?\s+){{1,3}})?"
        rf"(?P<words>{first}(?:(?:\s+|(?<=\.))(?:{first}|(?:{particles})\b)){{0,12}})(?!\w)"
    )
