"""The bodies that a phrase names, in the words of one document."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from wsr.domain.kinds import Level
from wsr.ingest.facts.reading import Reading
from wsr.vocabulary.agencies import addressed_kinds, agency_spans, find_coded_agencies, plain_kind
from wsr.vocabulary.boards import find_boards
from wsr.vocabulary.bodies import find_bodies
from wsr.vocabulary.recommendations import body_level, radical

_JOINT = re.compile(
    r"\s*;\s*|\s*/\s*|\s*\n\s*|\s*,\s*(?:and\s+)?"
    r"|\s+(?:and|&|ac|a|together with|along with|with|jointly with|in partnership with|in conjunction with)\s+",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\([^)]*\)")
_BEFORE_NAME = re.compile(
    r"^(?:(?:and|by|for|now|formerly|previously|its|their|the|y|yr)\s+)+", re.IGNORECASE
)
_CAPITAL_WITHIN = re.compile(r"(?<=[a-zâêîôûŵŷ,;] )([A-Z][a-zâêîôûŵŷ’'-]{3,})")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SMALL_WORDS = frozenset({"and", "of", "the", "for", "a", "y", "yr", "i"})
_OFTEN = 2
"""Capitals within sentences that make a word a name."""


@dataclass(frozen=True)
class Bodies:
    """What names a body in a document: the words of the field, and names that only this document has."""

    names: frozenset[str] = frozenset()
    """Words with a capital within sentences and never without: "Llamau", as against "Training" at a beginning."""

    @classmethod
    def of(cls, reading: Reading) -> "Bodies":
        """Those of a document."""
        capital: Counter[str] = Counter()
        plain: set[str] = set()
        for stretch in reading.speaking:
            capital.update(_CAPITAL_WITHIN.findall(stretch.text))
            plain.update(word for word in _WORD.findall(stretch.text) if word.islower())
        return cls(frozenset(w for w, n in capital.items() if n >= _OFTEN and w.casefold() not in plain))

    def level_of(self, phrase: str) -> Level | None:
        """The level of the body that a phrase names; None when it names none. A name of the document's own is an agency's."""
        named = self._is_name(phrase) or addressed_kinds(phrase)
        return _known_level(phrase) or (Level.AGENCY if named else None)

    def listed_in(self, phrase: str) -> Iterator[str]:
        """
        The bodies that a phrase lists, without articles.

        It is parted only where each side names one by itself, and never within a name or a bracket: HM Prison and
        Probation Service. Before an "and" a name of the document's own or a kind is not enough, because it may be
        half of one: midwifery and health visiting services.
        """
        phrase = _BEFORE_NAME.sub("", phrase.strip(" :.,;–-"))
        if self.level_of(phrase) is None:
            return
        whole = _whole(phrase)
        for match in _JOINT.finditer(phrase):
            if any(start < match.start() and match.end() < end for start, end in whole):
                continue
            before, after = phrase[: match.start()], phrase[match.end() :]
            if plain_kind(before) and not _begins_with_name(after):
                continue
            if _known_level(before) is not None and self.level_of(after) is not None:
                yield from self.listed_in(before)
                yield from self.listed_in(after)
                return
            if match[0].strip() in (",", ";") and _known_level(before) is not None:
                phrase = before
                break
        yield radical(phrase)

    def _is_name(self, phrase: str) -> bool:
        words = [word for word in _WORD.findall(phrase) if word not in _SMALL_WORDS]
        return 0 < len(words) <= 4 and all(word in self.names for word in words)


def _known_level(phrase: str) -> Level | None:
    level = body_level(phrase)
    if level is None and (boards := find_boards(phrase)):
        level = Level.NATIONAL if boards[0].board.kind == "inspectorate" else Level.BOARD
    named = level is None and (find_coded_agencies(phrase) or find_bodies(phrase) or plain_kind(phrase))
    return Level.AGENCY if named else level


def _begins_with_name(phrase: str) -> bool:
    """Whether a phrase begins with a body or a kind: "Wellbeing Board" does not, behind "Health and"."""
    phrase = _BEFORE_NAME.sub("", phrase)
    starts = (
        *(mention.start for mention in find_bodies(phrase)),
        *(start for start, _ in agency_spans(phrase)),
    )
    return plain_kind(phrase) is not None or 0 in starts


def _whole(phrase: str) -> list[tuple[int, int]]:
    """Where a phrase has names and brackets, which no joint parts."""
    bodies = [(mention.start, mention.end) for mention in find_bodies(phrase)]
    return [*bodies, *agency_spans(phrase), *(match.span() for match in _BRACKET.finditer(phrase))]
