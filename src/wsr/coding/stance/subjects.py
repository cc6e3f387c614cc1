"""Whose act it is: the practitioner's or somebody else's. Pure."""

import re

from wsr.coding.stance.marks import Mark
from wsr.vocabulary.stance import Role

_KINDS = frozenset({Role.PERSON, Role.PRACTITIONER, Role.PRACTICE, Role.FOREIGN})
_WHO = re.compile(r",? (?:who|whom)\b", re.IGNORECASE)
_JOINED = re.compile(r"(?:\band|\bthen|\bbut|\byet|,)\s+(?:(?:did|was|were|had|could|would)\s+)?$")
"""Before a verb that has its subject from the verb before it."""
_LEAD = re.compile(
    r"[\s\d.•()-]*(?:before|after|when|on|in|at|by|from|through|for|with|as|once|during|since|throughout|over|under|within"
    r"|without|because|if|while|whenever|each time|every time|until|between|given|following|having|knowing|despite)\b[^,]*,",
    re.IGNORECASE,
)
"""What stands before the subject of a clause."""
_AFTER_A_PREPOSITION = re.compile(
    r"\b(?:to|of|with|by|for|from|about|on|in|between|towards)\s+(?:(?:the|his|her|their|a|an|both|all|this|these)\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[a-z.])\s(?:[A-Z]\w{0,2}|\d)(?![\w'’])")
"""The letter or number that is part of a name: "Child E", "Social Worker 4"."""
_NO_SUBJECT = re.compile(
    r"\b(?:to|of|with|by|for|from|about|on|in|at|into|between|towards|before|after|during|until|since|under|over|through|without|against|upon|following)"
    r"\s+(?:the|his|her|their|a|an|both|all)?\s*(?:\w+\s+)?$",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:to|with|for|from|at|into|near|outside|in|on)\s+(?:(?:the|his|her|their|a|an|both|this|that)\s+)?$",
    re.IGNORECASE,
)
_AFTER_A_POSSESSIVE = re.compile(
    r"\b(?:told|to|with|of|from|showed|asked|let|trusted|by|saw) (?:his|her|their) (?:\w+ )?$", re.IGNORECASE
)
"""Before a practitioner of whom a sentence about a person speaks: "she told her nurse what she …"."""
_SAYS = re.compile(
    r",?\s(?:who\s)?(?:had |has |also |then )?(?:said|told|stated|reported|felt|denied|explained|thought|believed|claimed|replied"
    r"|insisted|indicated|disclosed|says|feels|thinks|knew|feared|hoped)\b[^,;.]{0,30}$",
    re.IGNORECASE,
)
"""Between somebody and the pronoun of what that person says: "the mother said that she …"."""
_OWNED = re.compile(r"['’]s?\s+(?:(?!(?:was|were|is|are|had|has|went|never|not|no)\b)[\w-]+\s+){0,2}")
"""Between an owner and what is owned: "the father's repeated"."""
_RELATIVE_WHO = re.compile(r"\bwho(?:se)?\b")
_STOPS = re.compile(r"[,;:]")
_NO_NOUN = re.compile(
    r"(?:went|was|were|is|are|been|remain\w*|left|leaving|not|never|no|failed|lost|lose|losing|miss(?:ed|es|ing)|fell|let|slipped|ignored|overlooked|omitted|neglected|dismissed|lacked|kept"
    r"|turned|pass(?:ed|es)?|slipped|took|made|put|did|had|gave|allowed|broke)\b",
    re.IGNORECASE,
)
_OF_OWNER = re.compile(
    r"(?:\s+\w+)?\s+(?:of|by|from|on the part of)\s+(?:(?:the|his|her|their|a|an|one|both)\s+)?",
    re.IGNORECASE,
)
_NO_BODY = "trust"
"""A word that names an organisation only with a capital."""
_BODIES = (
    "staff",
    "police",
    "team",
    "crew",
    "school",
    "hospital",
    "ward",
    "clinic",
    "service",
    "nursery",
    "council",
    "agency",
    "trust",
    "probation",
    "housing",
    "centre",
)
_CLOSE = 14
"""Characters between a subject and its verb at most, where another subject came first in the sentence."""
_PRONOUNS = frozenset({"he", "she", "they", "one"})

_INITIAL = re.compile(
    r"(?<![\w'’.])[B-HJ-Z](?= (?:was|had|is|did|said|told|went|would|could|came|lived|\w+ed)\b)"
)
"""A person who goes by a letter: "B was"."""
_NAMED = re.compile(r"\b[A-Z][\w-]*\.?\s$")
"""Before a letter that is part of a longer name: "Hospital B"."""


class Subjects:
    """The persons and practitioners of a sentence, in order of place."""

    def __init__(self, text: str, marks: list[Mark]) -> None:
        self._all = [
            mark
            for mark in marks
            if mark.role in _KINDS and not text.startswith(_NO_BODY, mark.start, mark.end)
        ]
        workers = [_named_whole(text, mark) for mark in self._all if mark.role is Role.PRACTITIONER]
        persons = [
            _named_whole(text, mark)
            for mark in [*marks, *_initials(text)]
            if mark.role is Role.PERSON
            and not any(worker.start - 1 <= mark.end <= worker.end for worker in workers)
        ]
        self._persons = sorted(workers + persons, key=lambda mark: mark.start)
        named = [mark for mark in workers + persons if not _owns(text, mark)]
        self._named = sorted(named, key=lambda mark: (mark.start, -mark.end))
        self._text = text

    def any_practitioner(self) -> bool:
        """Whether a practitioner is named at all."""
        return any(mark.role is Role.PRACTITIONER for mark in self._named)

    def person_close_before(self, mark: Mark) -> bool:
        """Whether a person who is no practitioner is named just before a mark."""
        return any(
            self._who(one) is Role.PERSON and 0 <= mark.start - one.end <= _CLOSE for one in self._named
        )

    def in_a_person_s_story(self, mark: Mark) -> bool:
        """Whether a mark stands in what is told of a person: "a man who had been let down by everyone"."""
        who = None
        for who in _RELATIVE_WHO.finditer(self._text, 0, mark.start):  # noqa: B007 - the last one
            pass
        if who is None or any(
            one.start < mark.end + _CLOSE and one.start >= who.end()
            for one in self._all
            if one.role in (Role.PRACTITIONER, Role.PRACTICE)
        ):
            return False
        return any(
            one.role is Role.PERSON and 0 <= who.start() - one.end <= 1 for one in self._persons
        ) and not _STOPS.search(self._text, who.end(), mark.start)

    def any_practitioner_before(self, end: int) -> bool:
        """Whether a practitioner is named before an offset."""
        return any(mark.role is Role.PRACTITIONER and mark.start < end for mark in self._named)

    def any_of_practitioners(self) -> bool:
        """Whether a practitioner is named, or something is said to be a practitioner's."""
        return any(mark.role is Role.PRACTITIONER for mark in self._all)

    def acts(self, mark: Mark, start: int) -> Role | None:
        """
        Who does what stands at a mark, in a main clause that begins at *start*: PRACTITIONER, PERSON or None.

        The subject close before it, else the first of the clause; a pronoun is the practitioner named before it.
        """
        before = [one for one in self._named if one.start < mark.start]
        if not before:
            return None
        last = before[-1]
        joined = _JOINED.search(self._text, max(0, mark.start - 11), mark.start)
        close = mark.start - last.end <= _CLOSE and not joined and not self._is_object(last)
        if close or _WHO.match(self._text, last.end):
            return self._who(last)
        lead = _LEAD.match(self._text, start)
        main = lead.end() if lead and lead.end() < mark.start else start
        inside = [one for one in before if one.start >= main]
        return self._who(inside[0] if inside else before[0])

    def last_is_practitioner(self, start: int, end: int) -> bool:
        """Whether the last who is named between two offsets is a practitioner."""
        return self._last(start, end) is Role.PRACTITIONER

    def last_is_no_person(self, start: int, end: int) -> bool:
        """Whether the last who is named between two offsets, if any, is a practitioner."""
        return self._last(start, end) is not Role.PERSON

    def _last(self, start: int, end: int) -> Role | None:
        return next((one.role for one in reversed(self._named) if start <= one.start < end), None)

    def begins_with_a_pronoun(self, start: int) -> bool:
        """Whether the first who is named in a clause is a "she" of whom the sentence before spoke."""
        first = next((one for one in self._named if one.start >= start), None)
        return first is not None and self._text[first.start : first.end].lower() in _PRONOUNS

    def is_another(self, mark: Mark, start: int) -> bool:
        """Whether what stands at a mark was done by somebody named who is no practitioner, and by no pronoun."""
        before = [one for one in self._named if start <= one.start < mark.start]
        if not before and self.is_practice_between(start, mark.start):
            return False
        nouns = all(self._text[one.start : one.end].lower() not in _PRONOUNS for one in before)
        return nouns and self.acts(mark, start) is Role.PERSON

    def is_described(self, mark: Mark, verb: re.Pattern[str]) -> bool:
        """Whether a mark says what a person who is no practitioner is like, with a verb between the two."""
        before = [one for one in self._named if one.end <= mark.start]
        if not before or self._who(before[-1]) is not Role.PERSON or " " in self._text[mark.start : mark.end]:
            return False
        first = before[-1]
        if self._text[first.start : first.end].lower() not in _PRONOUNS and _AFTER_A_PREPOSITION.search(
            self._text, max(0, first.start - 36), first.start
        ):
            return False
        return verb.fullmatch(self._text[before[-1].end : mark.start]) is not None

    def foreign(self, start: int, end: int) -> bool:
        """Whether a clause is about something that is no practice: that is its subject, and no practitioner is named."""
        for mark in self._all:
            before = max(0, mark.start - 24), mark.start
            if start <= mark.start < end and not (
                mark.role is Role.FOREIGN
                and (
                    _NO_SUBJECT.search(self._text, *before)
                    or self.is_practice_between(mark.end, mark.end + 2)
                )
            ):
                return mark.role is Role.FOREIGN
        return False

    def owner_of(self, mark: Mark) -> Role | None:
        """Who is said to own what stands at a mark: "the father's repeated refusal", "the refusal of the father"."""
        if _NO_NOUN.match(self._text, mark.start):
            return None
        for one in reversed(self._persons):
            if one.end <= mark.start and _OWNED.fullmatch(self._text, one.end, mark.start):
                return one.role
            if one.start >= mark.end and _OF_OWNER.fullmatch(self._text, mark.end, one.start):
                return one.role
        return None

    def practice_between(self, start: int, end: int) -> bool:
        """Whether a practitioner, or something that practitioners do, is named between two offsets."""
        return any(
            mark.role in (Role.PRACTITIONER, Role.PRACTICE) and start <= mark.start < end
            for mark in self._all
        )

    def is_named_between(self, start: int, end: int) -> bool:
        """Whether somebody is named, or a pronoun stands, between two offsets."""
        return any(start <= mark.start < end for mark in self._named)

    def is_practice_between(self, start: int, end: int) -> bool:
        """Whether something that practitioners do is named between two offsets."""
        return any(mark.role is Role.PRACTICE and start <= mark.start < end for mark in self._all)

    def _who(self, subject: Mark) -> Role:
        if self._text[subject.start : subject.end].lower() not in _PRONOUNS:
            return subject.role
        earlier = [one for one in self._named if one.start < subject.start]
        if earlier and _SAYS.match(self._text[earlier[-1].end : subject.start]):
            return self._who(earlier[-1])
        pronoun = self._text[subject.start : subject.end].lower()
        workers = [one for one in earlier if one.role is Role.PRACTITIONER]
        if pronoun in ("he", "she") and workers and all(self._is_several(one) for one in workers):
            return Role.PERSON
        spoken_to = earlier[:1] != workers[:1] and all(
            _AFTER_A_POSSESSIVE.search(self._text, max(0, one.start - 24), one.start) for one in workers
        )
        return Role.PRACTITIONER if workers and not spoken_to else Role.PERSON

    def _is_object(self, mark: Mark) -> bool:
        """Whether a preposition stands before a mark, other than the one of who acts: "from school", not "by the nurse"."""
        return _PLACE.search(self._text, max(0, mark.start - 24), mark.start) is not None

    def _is_several(self, mark: Mark) -> bool:
        """Whether a mark names several who work with people, or an organisation, and not one: "the volunteers"."""
        word = self._text[mark.start : mark.end].lower()
        if _NAME.match(self._text, mark.end) or word.endswith(("ss", "'s", "’s")):
            return False
        return word.endswith("s") or word.endswith(_BODIES)


def _initials(text: str) -> list[Mark]:
    """The people who go by a letter."""
    return [
        Mark("initial", Role.PERSON, 0, *match.span())
        for match in _INITIAL.finditer(text)
        if not _NAMED.search(text, 0, match.start())
    ]


def _named_whole(text: str, mark: Mark) -> Mark:
    """A mark with the letter or number that ends the name it begins."""
    next_one = text[mark.end + 1 : mark.end + 2]
    name = _NAME.match(text, mark.end) if next_one.isupper() or next_one.isdigit() else None
    return mark._replace(end=name.end()) if name else mark


def _owns(text: str, mark: Mark) -> bool:
    return text[mark.end : mark.end + 2] in ("'s", "’s")
