"""What a query asks of the index: a small tree of frozen records, the same for counting, scoring and marking."""

from collections.abc import Iterator
from dataclasses import dataclass

from wsr.index.lexicon import Form

Slot = tuple[Form, ...]
"""One place in a phrase: any of these words."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that follow each other; a single word is a phrase of one slot."""

    field: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """Phrases of one passage, in any order, with no more than so many other words from first to last."""

    phrases: tuple[Phrase, ...]
    words_between: int


@dataclass(frozen=True, slots=True)
class OfReviews:
    """All passages of the reviews whose reference is, or begins with, this one."""

    reference: str
    beginning: bool


@dataclass(frozen=True, slots=True)
class All:
    """What every part gives."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """What at least one part gives."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Preferring:
    """What `wanted` gives; passages that `better` gives too score higher by it."""

    wanted: "Expression"
    better: "Expression"


@dataclass(frozen=True, slots=True)
class Without:
    """All passages but those that the part gives."""

    part: "Expression"


@dataclass(frozen=True, slots=True)
class Everything:
    """Every passage."""


Expression = Phrase | Near | OfReviews | All | AnyOf | Preferring | Without | Everything


def asked_for(expression: Expression) -> Iterator[Phrase | Near]:
    """The phrases that a passage is found by, in order; none of those that it must not have."""
    match expression:
        case Phrase() | Near():
            yield expression
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from asked_for(part)
        case Preferring(wanted, better):
            yield from asked_for(wanted)
            yield from asked_for(better)
        case _:
            return
