"""Of whom the pronouns of a text speak. Pure."""

import re
from typing import NamedTuple

from wsr.vocabulary.doing.named import Named
from wsr.vocabulary.stance import Role

_PRONOUN = re.compile(r"\b(he|she|they|it)$", re.IGNORECASE)
_ANY = re.compile(r"\b(?:he|she|they|it|officers?|staff|team|crews?)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"(?:police|staff|[^s]s)$", re.IGNORECASE)
_BODY = re.compile(
    r"(?:service|team|school|probation|housing|hospital|council|authority|board|surgery|practice|ward|clinic|agency|trust"
    r"|refuge|hostel|charity|department|association|college|nursery|centre|project|partnership)$",
    re.IGNORECASE,
)
_HER = re.compile(
    r"(?:grand)?mother|mum|wife|sister|daughter|girl|woman|aunt|mrs|ms|midwife|girlfriend", re.IGNORECASE
)
_HIM = re.compile(r"(?:grand)?father|dad|husband|brother|son|boy|man|uncle|mr|boyfriend", re.IGNORECASE)

REMEMBERED = 6
"""Sentences, and subjects of theirs, of which a pronoun may speak."""


class Spoken(NamedTuple):
    """Of whom a text spoke, and by which pronouns; none while none is known."""

    named: Named
    pronouns: tuple[str, ...]


class Memory:
    """Of whom a text has spoken so far."""

    def __init__(self) -> None:
        self._spoken: list[Spoken] = []

    def keep(self, spoken: Spoken) -> None:
        """Keeps one more, and forgets what lies far back."""
        self._spoken = [*self._spoken, spoken][-REMEMBERED:]

    def of(self, pronoun: str) -> Named | None:
        """Of whom a pronoun speaks: the last one of whom no other pronoun is known; None for nobody."""
        for at in range(len(self._spoken) - 1, -1, -1):
            if is_called(self._spoken[at].pronouns, pronoun):
                self._spoken[at] = self._spoken[at]._replace(pronouns=(pronoun,))
                return self._spoken[at].named
        return None

    def body(self) -> frozenset[str]:
        """The kinds of agency of the body that was spoken of last, of which “the officers” are; none where it was none."""
        last = self._spoken[-1] if self._spoken else None
        return last.named.agencies if last is not None and "they" in last.pronouns else frozenset()


def pronoun_at_end(text: str, low: int, high: int) -> str:
    """The pronoun with which a stretch ends, in lower case; empty for none."""
    match = _PRONOUN.search(text, low, high)
    return match[1].lower() if match else ""


def leans(text: str) -> bool:
    """Whether there is a he, she, they or it, or somebody of a body that only the sentence before may name."""
    return _ANY.search(text) is not None


def called(text: str, one: Named) -> tuple[str, ...]:
    """The pronouns by which somebody is called, so far as the name tells; else none."""
    name = text[one.start : one.end]
    if one.role is Role.PRACTICE:
        return ("it",)
    if _BODY.search(name):
        return ("it", "they")
    if _SEVERAL.search(name):
        return ("they",)
    return ("she",) if _HER.fullmatch(name) else ("he",) if _HIM.fullmatch(name) else ()


def is_called(pronouns: tuple[str, ...], pronoun: str) -> bool:
    """Whether somebody of these pronouns may be meant by one; where none is known, any person's."""
    return pronoun in pronouns or (not pronouns and pronoun != "it")
