"""The labelled sets in coding_sets/, all fictional: one JSON object a line."""

from pathlib import Path
from typing import TypeVar

from wsr.domain.coding import Stance
from wsr.domain.kinds import SectionKind
from wsr.domain.record import Record

SETS = Path(__file__).with_name("coding_sets")
DEVELOPMENT, TEST = "development", "test"
HALVES = (DEVELOPMENT, TEST)
"""Rules are mended on the first; of the second only sums are ever printed."""
SECOND_TEST = "second_test"
"""Written later by two other hands, of whom a third agreed in 298 of 300; only sums are printed of it too."""


class StanceLine(Record):
    """A text with its stance."""

    text: str
    section_kind: SectionKind | None
    stance: Stance
    family: str
    """The kind of difficulty, for whoever mends rules."""


class ThemeLine(Record):
    """A text with its codes, theme/subtheme each, that of its main subject first."""

    text: str
    stance: Stance
    codes: tuple[str, ...]
    implicit: bool
    """True where an act is told in words that no definition of a code uses."""
    section_kind: SectionKind | None = None


class RecommendationLine(Record):
    """A recommendation with its high-level themes, that of its main subject first; none when it has none."""

    text: str
    themes: tuple[str, ...]


class LabelledExtract(Record):
    """A stretch of a passage with its stance."""

    text: str
    stance: Stance


class LabelledPassage(Record):
    """A passage with the stretches of it that are practice."""

    text: str
    section_kind: SectionKind | None
    extracts: tuple[LabelledExtract, ...]

    def spans(self) -> list[tuple[int, int]]:
        """The half-open offsets of the stretches that judge something; ValueError for one that is not there."""
        judged = [extract.text for extract in self.extracts if extract.stance is not Stance.NEUTRAL]
        return [(self.text.index(text), self.text.index(text) + len(text)) for text in judged]


class SplitPassage(Record):
    """A passage split into sentences by hand."""

    text: str
    sentences: tuple[str, ...]
    half: str
    """The lines of the set in turn: development, test, development …"""


Line = TypeVar("Line", bound=Record)


def read_set(name: str, kind: type[Line]) -> list[Line]:
    """The lines of a set; none when it is not there."""
    path = SETS / f"{name}.jsonl"
    if not path.exists():
        return []
    return [kind.model_validate_json(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
