"""
What is filed under words and under beginnings of words. Pure.

A word as it is filed is in lower case; one that ends in a star stands for all words that begin so.
"""

from typing import Generic, TypeVar

_PREFIX = 3
"""Letters of an open word by which it is looked up; shorter ones are by all they have."""

Value = TypeVar("Value")


class Lexicon(Generic[Value]):
    """Values under words and beginnings of words."""

    def __init__(self) -> None:
        self._entries: dict[str, list[tuple[str, Value]]] = {}

    def add(self, word: str, value: Value) -> None:
        """File a value under a word or the beginning of words."""
        self._entries.setdefault(key(word), []).append((word, value))

    def under(self, word: str) -> list[Value]:
        """What is filed under a word of a text and under its beginnings, the word itself first."""
        return [
            value
            for each in keys(word)
            for written, value in self._entries.get(each, ())
            if fits(written, word)
        ]


def key(word: str) -> str:
    """The word as it is looked up: itself, or the first letters of an open one."""
    return word[:-1][:_PREFIX] + "*" if word.endswith("*") else word


def keys(word: str) -> tuple[str, ...]:
    """The keys of all words as filed that a word of a text may be."""
    return (word, *(word[:length] + "*" for length in range(1, min(_PREFIX, len(word)) + 1)))


def fits(written: str, word: str) -> bool:
    """Whether a word of a text is the one that is written, or begins so."""
    return word.startswith(written[:-1]) if written.endswith("*") else word == written
