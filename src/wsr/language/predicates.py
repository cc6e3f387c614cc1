"""
The finite verbs of an English sentence, each with what is before it as its subject. Pure.

    words and stops -> finite verbs, one after the other -> the subject of each, and how it hangs on the sentence

No grammar of the whole language: it reads the plain sentences that reports are written in, by their small words.
"""

import re
from enum import StrEnum
from typing import NamedTuple

from wsr.language.verbs import (
    AUXILIARIES,
    BE,
    CONTENT,
    DETERMINERS,
    KEEPING,
    OPENERS,
    PAST_VERBS,
    PREPOSITIONS,
    RELATIVES,
    SAID_NOW,
    SAYERS,
    is_adverb,
    is_participle,
    words,
)

_TOKEN = re.compile(r"\w+(?:['’-]\w+)*['’]?|[,;:.!?()|–—]")
_STOPS = words("; : . ! ? | – —")
_SEPARATORS = words(", and but or then yet ( )")
_IN_A_GROUP = AUXILIARIES | BE | words("not to")
_REDUCED = words("by in at from to on with for during of as")
"""After a participle that goes with the noun before it: “the care given by”."""
_ALSO_PREPOSITIONS = words("as after before")
_OF_WHOM = words("involved concerned")
"""After a noun they say which is meant: “every officer involved”."""
_ASIDE = words("been being having be")
_LEADING = words("after before since until")
"""Without a verb of its own what they open only leads to the subject: “after the arrest | the team rang”."""
_NOT_OPENING = words("on at in by of from during with for to such not only same")
"""Before a “that” that opens no clause: “on that day”."""
_INVERTS = words("no not never nor neither only seldom rarely hardly")
_NEAR = 6
"""Words after an auxiliary among which an inverted subject stands."""
_BEGINS_A_NAME = words("the a an his her its their he she they it")


class Hang(StrEnum):
    """How a clause hangs on its sentence."""

    MAIN = "main"
    """It says outright what it says."""
    CONTENT = "content"
    """What somebody said, saw or made sure of."""
    RELATIVE = "relative"
    """What is told of somebody who was just named."""
    SUBORDINATE = "subordinate"
    """When, because, while, where … it was."""


class Predicate(NamedTuple):
    """A finite verb with those that belong to it, and its subject; offsets are half-open."""

    start: int
    end: int
    words: tuple[str, ...]
    """In lower case, adverbs left out."""
    subject: tuple[int, int]
    """Where it stands; of a relative clause the words before who or which; two equal offsets for none."""
    hang: Hang

    @property
    def participle(self) -> str:
        """The participle of a passive; empty for the active voice."""
        is_passive = not BE.isdisjoint(self.words[:-1]) and is_participle(self.words[-1])
        return self.words[-1] if is_passive else ""


class _Token(NamedTuple):
    word: str
    start: int
    end: int


def predicates(sentence: str) -> list[Predicate]:
    """The finite verbs of a sentence in order; none where it is only words under a heading."""
    tokens = [_Token(match[0].lower(), *match.span()) for match in _TOKEN.finditer(sentence)]
    found: list[Predicate] = []
    first = 0
    for at, token in enumerate([*tokens, _Token(";", len(sentence), len(sentence))]):
        if token.word in _STOPS:
            found += _Clauses(tokens[first:at]).predicates()
            first = at + 1
    return found


class _Clauses:
    """The words between two stops, read from left to right."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._found: list[Predicate] = []
        self._waiting: tuple[int, int] | None = None
        """The subject of a main clause of which the verb is still to come: “the nurse who rang | came”."""

    def predicates(self) -> list[Predicate]:
        at = low = 0
        while at < len(self._tokens):
            if not self._is_finite(at, low):
                at += 1
                continue
            group, end = self._group(at)
            subject, hang = self._subject(low, at)
            place = self._tokens[at].start, self._tokens[end - 1].end
            self._found.append(Predicate(*place, group, subject, hang))
            at = low = end
        return self._found

    def _word(self, at: int) -> str:
        """The word at a place; empty outside."""
        return self._tokens[at].word if 0 <= at < len(self._tokens) else ""

    def _is_finite(self, at: int, low: int) -> bool:
        word, before = self._word(at), self._word_before(at)
        if word in AUXILIARIES:
            return before != "to"
        if word in SAID_NOW:
            return before in SAYERS or (at > 0 and self._word(at + 1) == "that")
        if word in _OF_WHOM:
            return False
        is_past = word in PAST_VERBS
        if not (is_past or is_participle(word)) or {before, self._word(at - 1)} & DETERMINERS:
            return False
        return is_past or (at > 0 and not self._is_aside(at, low) and not self._is_made_so(at, low))

    def _is_made_so(self, at: int, low: int) -> bool:
        """Whether a participle says in which state somebody was kept or left: “kept her informed”."""
        if not low or any(self._opens(n) or self._word(n) in _SEPARATORS for n in range(low, at)):
            return False
        return not KEEPING.isdisjoint(self._found[-1].words)

    def _is_aside(self, at: int, low: int) -> bool:
        """Whether a participle only goes with the noun before it: its sentence has its verb still to come."""
        before = self._word(at - 1)
        commas = sum(each.word == "," for each in self._tokens[low:at])
        if before in _ASIDE or (before == "," and commas == 1 and not self._found):
            return True
        if self._word(at + 1) not in _REDUCED or before in ("and", "but", "then", "who", "which"):
            return False
        if before == ",":
            return any(each.word == "," for each in self._tokens[at:]) and low < at - 1
        for each in self._tokens[at + 1 :]:
            if each.word in AUXILIARIES:
                return True
            if each.word in _SEPARATORS or each.word in OPENERS - _ALSO_PREPOSITIONS:
                return False
        return False

    def _word_before(self, at: int) -> str:
        """The word before a place, adverbs passed over."""
        while at and is_adverb(self._word(at - 1)):
            at -= 1
        return self._word(at - 1)

    def _group(self, at: int) -> tuple[tuple[str, ...], int]:
        """The words of a verb that begins here, and where it ends."""
        group, end = [self._word(at)], at + 1
        if group[0] not in AUXILIARIES:
            return tuple(group), end
        ahead = end
        while self._word(ahead) in _IN_A_GROUP or is_adverb(self._word(ahead)):
            group += [self._word(ahead)] if self._word(ahead) in _IN_A_GROUP else []
            ahead += 1
        if self._word(ahead) in DETERMINERS | _SEPARATORS | OPENERS | {""}:
            return tuple(group), end
        return (*group, self._word(ahead)), ahead + 1

    def _subject(self, low: int, at: int) -> tuple[tuple[int, int], Hang]:
        """The subject of a verb, of which the verb before ended at *low*, and how its clause hangs."""
        opener = next((n for n in range(at - 1, low - 1, -1) if self._opens(n)), None)
        if opener is not None:
            return self._after(opener, low, at)
        if not self._found:
            first = self._without_lead(low, at)
            return self._inverted(at) or self._span(first, at), Hang.MAIN
        last = next((n for n in range(at - 1, low - 1, -1) if self._word(n) in _SEPARATORS), None)
        first = self._without_lead(low if last is None else last + 1, at)
        is_named = self._names(first, at)
        if self._waiting is not None and (last is None or not is_named):
            waiting, self._waiting = self._waiting, None
            return waiting, Hang.MAIN
        if is_named and self._waiting and self._word(-1 if last is None else last) == "and":
            return self._span(first, at), self._found[-1].hang
        if is_named:
            self._waiting = None
            follows = last is None and self._found[-1].hang is Hang.MAIN
            return self._span(first, at), Hang.CONTENT if follows else Hang.MAIN
        return self._same_as_before()

    def _inverted(self, at: int) -> tuple[int, int] | None:
        """The words after an auxiliary, where a negative puts the subject there: “at no stage did the staff …”."""
        before = {self._word(n) for n in range(at)}
        if self._word(at) not in AUXILIARIES or before.isdisjoint(_INVERTS) or self._names_somebody(at):
            return None
        return self._span(at + 1, min(at + _NEAR, len(self._tokens)))

    def _names_somebody(self, at: int) -> bool:
        """Whether an article or a pronoun before a verb begins its subject: “no delay” does not, “the delay” does."""
        return any(self._begins_a_name(n) or (not n and self._word(n) in _BEGINS_A_NAME) for n in range(at))

    def _same_as_before(self) -> tuple[tuple[int, int], Hang]:
        """A verb without a subject has that of the verb before; after what was said or seen, that of the main one."""
        previous = self._found[-1]
        if previous.hang in (Hang.CONTENT, Hang.SUBORDINATE):
            previous = next((each for each in reversed(self._found) if each.hang is Hang.MAIN), previous)
        return previous.subject, previous.hang

    def _after(self, opener: int, low: int, at: int) -> tuple[tuple[int, int], Hang]:
        """The subject of a verb whose clause is opened by a conjunction or a relative."""
        word = self._word(opener)
        led = next((n for n in range(opener + 3, at) if self._begins_a_name(n)), None)
        if led is not None and word in _LEADING and not self._found:
            return self._span(led, at), Hang.MAIN
        first = self._last_piece(low, opener) if self._found else self._without_lead(low, opener)
        before = self._span(first, opener)
        has_main = any(each.hang is Hang.MAIN for each in self._found)
        begins = self._word(opener - 1) == "," and any(
            self._word(n) in ("and", "but") for n in range(low, opener)
        )
        is_new = not has_main or begins
        leads = self._word(low) in PREPOSITIONS
        if self._waiting is None and is_new and before[0] < before[1] and not leads:
            self._waiting = before
        after = self._without_lead(opener + 1 + (self._word(opener + 1) == ","), at)
        if self._names(after, at):
            relative = Hang.RELATIVE if word in RELATIVES else Hang.SUBORDINATE
            return self._span(after, at), Hang.CONTENT if word in CONTENT else relative
        if word in RELATIVES:
            return before, Hang.RELATIVE
        return self._same_as_before() if self._found else (before, Hang.MAIN)

    def _last_piece(self, low: int, end: int) -> int:
        """Where the words begin that stand last before *end*, with nothing but a comma or bracket between."""
        end -= end > low and self._word(end - 1) in (",", "(")
        return next((n + 1 for n in range(end - 1, low - 1, -1) if self._word(n) in _SEPARATORS), low)

    def _opens(self, at: int) -> bool:
        """Whether a clause is opened here, and no “on that day”, “because of” or “so clear”."""
        word, before, after = self._word(at), self._word(at - 1), self._word(at + 1)
        if word not in OPENERS or (word == "that" and before in _NOT_OPENING):
            return False
        return not (word == "because" and after == "of") and not (word == "so" and after != "that")

    def _without_lead(self, low: int, at: int) -> int:
        """Where the subject begins, after “At the school,” or “On both occasions”."""
        if at == low or self._word(low) not in PREPOSITIONS:
            return low
        comma = next((n + 1 for n in range(low, at) if self._word(n) == ","), 0)
        return comma or next((n for n in range(low + 2, at) if self._begins_a_name(n)), low)

    def _begins_a_name(self, at: int) -> bool:
        """Whether an article or a pronoun stands here after a noun."""
        before = self._word(at - 1)
        return self._word(at) in _BEGINS_A_NAME and before not in PREPOSITIONS | _BEGINS_A_NAME | DETERMINERS

    def _names(self, low: int, at: int) -> bool:
        """Whether somebody or something is named between two words, and not only when or how it was."""
        said = [t.word for t in self._tokens[low:at] if t.word not in _SEPARATORS and not is_adverb(t.word)]
        return bool(said) and said[0] not in PREPOSITIONS

    def _span(self, low: int, at: int) -> tuple[int, int]:
        """Offsets from one word to another, adverbs at the end left out."""
        if low >= at:
            here = self._tokens[at].start if at < len(self._tokens) else 0
            return here, here
        while at > low + 1 and is_adverb(self._word(at - 1)):
            at -= 1
        return self._tokens[low].start, self._tokens[at - 1].end
