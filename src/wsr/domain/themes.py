"""The codes of a codebook with what is held of each."""

from pydantic import Field

from wsr.domain.record import Record


class CodeCount(Record):
    """A theme or sub-theme: what it means, and in how many extracts of how many reviews it is found."""

    code: str = Field(description="theme/subtheme, or the theme alone.")
    name: str
    definition: str
    includes: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    extracts: int
    reviews: int


class ThemeCount(CodeCount):
    """A theme with its sub-themes; an extract may count for several."""

    subthemes: tuple[CodeCount, ...]
