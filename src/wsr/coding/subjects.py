"""Whose act it is: the practitioner's or somebody else's. Pure."""

from wsr.coding.marks import Mark
from wsr.vocabulary.stance import Role

_CLOSE = 14
"""Characters between a subject and its verb at most, where another subject came first in the sentence."""
_PRONOUNS = frozenset({"he", "she", "they", "one"})


class Subjects:
    """The persons and practitioners of a sentence, in order of place."""

    def __init__(self, text: str, marks: list[Mark]) -> None:
        self._named = [
            mark
            for mark in marks
            if mark.role in (Role.PERSON, Role.PRACTITIONER) and not _owns(text, mark)
        ]
        self._text = text

    def any_practitioner(self) -> bool:
        """Whether a practitioner is named at all."""
        return any(mark.role is Role.PRACTITIONER for mark in self._named)

    def acts(self, mark: Mark, start: int) -> Role | None:
        """
        Who does what stands at a mark, in a main clause that begins at *start*: PRACTITIONER, PERSON or None.

        The subject close before it, else the first of the clause; a pronoun is the practitioner named before it.
        """
        before = [one for one in self._named if one.start < mark.start]
        if not before:
            return None
        if mark.start - before[-1].end <= _CLOSE:
            return self._who(before[-1])
        inside = [one for one in before if one.start >= start]
        return self._who(inside[0] if inside else before[0])

    def _who(self, subject: Mark) -> Role:
        if self._text[subject.start : subject.end].lower() not in _PRONOUNS:
            return subject.role
        earlier = any(
            one.role is Role.PRACTITIONER and one.start < subject.start for one in self._named
        )
        return Role.PRACTITIONER if earlier else Role.PERSON


def _owns(text: str, mark: Mark) -> bool:
    return text[mark.end : mark.end + 2] in ("'s", "’s")
