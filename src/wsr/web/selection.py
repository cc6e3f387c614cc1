"""Which extracts of a review are marked in its text, as its address says it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from wsr.domain.coding import Decided, Extract, Stance
from wsr.domain.search import SearchQuery

MARKED = tuple(stance for stance in Stance if stance is not Stance.NEUTRAL)
"""The stances that are marked unless the reader asks otherwise."""


class Marks(StrEnum):
    """What an address may say of the marks as a whole."""

    ALL = "all"
    """All that are marked by default, whatever the search asked for."""
    NONE = "none"


@dataclass(frozen=True)
class Selection:
    """What is marked. Values of one kind are alternatives; both kinds must hold; blank ones ask for nothing."""

    stances: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    """Themes, and theme/subtheme."""
    none: bool = False

    @classmethod
    def of_search(cls, query: SearchQuery) -> Self:
        """What the search that led here was about."""
        return cls(query.stance, query.subtheme or query.theme)

    @property
    def limited(self) -> bool:
        """Whether the reader chose what is marked."""
        return bool(self.stances or self.codes)

    def takes(self, extract: Extract) -> bool:
        """Whether an extract is marked; one that a person rejected never is."""
        return (
            not self.none
            and extract.decided is not Decided.REJECTED
            and extract.stance_in_force in (self.stances or MARKED)
            and (not self.codes or any(is_of(code, extract) for code in self.codes))
        )

    def toggled_stance(self, stance: str) -> Self:
        """With a stance added, or taken away when it was chosen."""
        return replace(self, stances=_toggled(self.stances, stance), none=False)

    def toggled_code(self, code: str) -> Self:
        """With a theme added, or taken away when it was chosen."""
        return replace(self, codes=_toggled(self.codes, code), none=False)

    def pairs(self, query: SearchQuery) -> list[tuple[str, str]]:
        """What an address says beside the query; nothing when the query says it already."""
        if self.none:
            return [("marks", Marks.NONE)]
        if self == Selection.of_search(query):
            return []
        if not self.limited:
            return [("marks", Marks.ALL)]
        stances = [("mark_stance", stance) for stance in self.stances]
        return stances + [("mark_theme", code) for code in self.codes]


def is_of(code: str, extract: Extract) -> bool:
    """Whether one of the codes in force is this one, or a part of it."""
    return any(own == code or own.startswith(f"{code}/") for own in extract.codes_in_force)


def _toggled(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    return tuple(each for each in values if each != value) if value in values else (*values, value)
