"""The report on best practice: what the present data say, in the shape of the published analysis."""

from pydantic import Field

from wsr.domain.agreement import Agreement
from wsr.domain.coding import Decided, Stance
from wsr.domain.method import Method
from wsr.domain.record import Record
from wsr.domain.search import Hit


class Tally(Record):
    """Extracts, in reviews."""

    extracts: int = 0
    reviews: int = 0


class SubthemeReport(Record):
    """What was found of one sub-theme."""

    id: str
    name: str
    definition: str
    found: Tally
    examples: tuple[Hit, ...] = Field(
        description="The strongest, of different reviews; none when none was found."
    )


class ThemeReport(Record):
    """What was found of one theme, all its sub-themes together; an extract of two of them counts once."""

    id: str
    name: str
    definition: str
    found: Tally
    codings: int = Field(description="Codes given: an extract of two sub-themes has two.")
    subthemes: tuple[SubthemeReport, ...]


class BestPracticeReport(Record):
    """The whole report. Themes tell of identified practice, and of another stance where a sub-theme is given by it."""

    method: Method
    stances: dict[Stance, Tally] = Field(description="All extracts by the stance in force; zeros too.")
    themes: tuple[ThemeReport, ...]
    without_theme: Tally = Field(description="Identified practice in which nothing spoke for a theme.")
    suggested: tuple[Hit, ...] = Field(description="The strongest examples of practice that was suggested.")
    decided: dict[Decided, int] = Field(description="Extracts by how far people have come; zeros too.")
    agreement: Agreement | None = Field(
        default=None, description="Between people, when at least two decided about the same extracts."
    )

    @property
    def by_machine_alone(self) -> float | None:
        """The share of extracts about which no person has decided; None when there is none."""
        every = sum(self.decided.values())
        return self.decided[Decided.UNDECIDED] / every if every else None
