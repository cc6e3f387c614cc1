"""How far people who judged the same extracts agree, and where they do not."""

import datetime
from enum import StrEnum

from pydantic import Field

from wsr.domain.coding import Stance, Verdict
from wsr.domain.kinds import Language
from wsr.domain.record import Record


class Judgement(Record):
    """What one person says of one extract: their latest decision, with the machine's words where they kept them."""

    person: str
    decided_at: datetime.datetime
    verdict: Verdict
    stance: Stance | None = Field(default=None, description="None when the person said nothing of it.")
    codes: tuple[str, ...] | None = Field(
        default=None, description="theme/subtheme each; None when the person said nothing of them."
    )
    own_stance: bool = Field(default=False, description="False when it is the machine's, or none.")
    own_codes: bool = Field(default=False, description="False when they are the machine's, or none.")
    note: str = ""
    alone: bool = Field(
        default=False,
        description="True when the person never decided about it where what others had decided could be seen.",
    )


class SharedExtract(Record):
    """An extract that at least two people judged, with where it stands now."""

    reference: str
    slug: str
    key: str
    text: str
    language: Language
    document: str | None = Field(default=None, description="None when its words are in the review no more.")
    passage: str | None = None
    start: int | None = None
    page: int | None = None
    judgements: tuple[Judgement, ...] = Field(description="One of each person, by name.")

    @property
    def is_judged_alone(self) -> bool:
        """Whether nobody who judged it could see what another had decided."""
        return all(one.alone for one in self.judgements)


class Aspect(StrEnum):
    """What people can agree on."""

    VERDICT = "verdict"
    STANCE = "stance"
    THEME = "theme"
    SUBTHEME = "subtheme"


class Missing(StrEnum):
    """Why there is no number."""

    TOO_FEW = "too_few"
    """Too few extracts were judged by both, or by at least two."""
    NEVER_VARIES = "never_varies"
    """Everybody said the same of every extract, so that agreement by chance is complete too."""
    SELDOM_VARIES = "seldom_varies"
    """There is an estimate, but in most draws the value never varies: no interval."""


class Coefficient(Record):
    """Cohen's kappa of two people, or Krippendorff's alpha (nominal) of all."""

    n: int = Field(
        description="Extracts compared: judged in this respect by both, for alpha by at least two."
    )
    same: int = Field(description="Those of which everybody said the same.")
    raw: float | None = Field(description="same / n; None without extracts.")
    kept: int = Field(description="Those of which everybody kept what the machine says.")
    value: float | None = Field(description="Never NaN: None when it is not defined.")
    missing: Missing | None = Field(default=None, description="Why there is no value.")
    low: float | None = Field(default=None, description="The 95 % interval, by bootstrap over extracts.")
    high: float | None = None
    interval_missing: Missing | None = Field(
        default=None, description="Why there is no interval to the value."
    )


class Compared(Record):
    """One thing that people can agree on, with how far they do."""

    aspect: Aspect
    value: str = Field(
        default="",
        description="The stance, theme or theme/subtheme that is given or not; empty for the verdict and for all stances.",
    )
    alpha: Coefficient = Field(description="Over everybody.")
    kappas: tuple[Coefficient, ...] = Field(description="One for each of the pairs, in their order.")


class Coder(Record):
    """A person who judged extracts."""

    person: str
    judged: int = Field(description="Extracts of published reviews.")


class Disagreement(Record):
    """An extract of which people say different things."""

    about: tuple[Aspect, ...]
    extract: SharedExtract


class Agreement(Record):
    """How far people agree, over the extracts of published reviews. People stand by name, never by rank."""

    codebook: str = Field(description="The codebook in force, with its version.")
    coders: tuple[Coder, ...] = Field(description="By name.")
    pairs: tuple[tuple[str, str], ...] = Field(description="All pairs of coders.")
    extracts: int = Field(description="Extracts that at least two of them judged.")
    alone: int = Field(
        default=0,
        description="Those of which nobody could see what another had decided; of the others it may have been seen.",
    )
    compared: tuple[Compared, ...]
    disagreements: tuple[Disagreement, ...] = Field(description="In the order of the reviews' text.")
    draws: int = Field(description="Draws of each interval.")
    fewest: int = Field(description="Extracts below which there is no interval.")
