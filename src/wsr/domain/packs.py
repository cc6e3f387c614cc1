"""Packs for practice: what may be quoted in one, and the pack itself, in the reader's language."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pydantic import Field

from wsr.domain.record import Record


class PackKind(StrEnum):
    """What a pack is for, by the name in an address and on the command line."""

    SESSION = "session"
    """An hour of a peer-support or supervision group."""
    BRIEFING = "briefing"
    """Seven minutes of reading: seven short boxes."""
    CHECKLIST = "checklist"
    """An audit: statements with their sources, and columns to fill in."""
    ROLE = "role"
    """What names one agency or role, by theme."""


class Nearness(StrEnum):
    """How near words stand to those that were asked for, the nearest first."""

    OWN = "own"
    """They have them."""
    PARAGRAPH = "paragraph"
    """Their paragraph, or its heading, has them."""
    PART = "part"
    """Another paragraph of the same part of the review has them."""
    REVIEW = "review"
    """The terms of reference of the review have them: it set out to look at it."""


class Quotable(Record):
    """Words of a review that a pack may quote: an extract on practice, or a recommendation."""

    reference: str
    slug: str
    review_type: str
    year: int | None
    title: str
    board_name: str = ""
    key: str
    text: str
    language: str
    page: int
    number: str | None = Field(default=None, description="By which its paragraph is cited.")
    section_kind: str = ""
    stance: str | None = Field(description="The one in force; None for a recommendation.")
    codes: tuple[str, ...] = Field(default=(), description="Themes and sub-themes in force, best first.")
    kept: bool = Field(default=False, description="Whether a person kept it.")
    plainness: int = Field(
        default=0, description="Of an extract: how plainly it says what it thinks of practice, 0 to 3."
    )
    doers: tuple[str, ...] = Field(
        default=(),
        description="Ids of the kinds of agency that act in an extract, or that a recommendation addresses.",
    )
    only_named: bool = Field(
        default=False,
        description="Of what was found for an agency: whether that is only named in what others did or are asked to do.",
    )
    nearness: Nearness = Nearness.OWN
    label: str | None = Field(default=None, description="Of a recommendation, as printed.")
    addressees: tuple[str, ...] = Field(default=(), description="Of a recommendation, as printed.")
    also: tuple[str, ...] = Field(
        default=(), description="Of a recommendation: the references of other reviews that ask for alike."
    )

    @property
    def name(self) -> str:
        """What names it in a form: extract/slug/key or recommendation/slug/key."""
        return f"{'recommendation' if self.stance is None else 'extract'}/{self.slug}/{self.key}"

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes of its codes, each once."""
        return tuple(dict.fromkeys(code.partition("/")[0] for code in self.codes))


@dataclass(frozen=True, slots=True)
class Material:
    """What was chosen, in its order, and what is told of it."""

    name: str
    """What the pack is about: a topic, a theme, words that were searched for."""
    description: str
    """What belongs to it; empty when that is not known."""
    quoted: tuple[Quotable, ...]
    found: str
    """“43 extracts in 12 reviews”: all that was found, of which these were chosen."""
    themes: Mapping[str, str]
    """The name of each theme and sub-theme, by its code."""
    method: tuple[str, ...]
    """How it was found and chosen, in sentences."""
    address: str
    """The search, whole."""
    review_address: Callable[[str], str]
    """From the slug of a review."""
    quote_address: Callable[[Quotable], str]
    """The permanent address of quoted words."""
    day: datetime.date
    left: tuple[int, ...] = (0, 0, 0, 0)
    """For each group how much was found of it that is not quoted."""
    by_hand: bool = False
    """Whether a person chose."""
    further: tuple["PackLink", ...] = ()
    """Where to look when this is little."""

    def of(self, stances: Sequence[str]) -> tuple[Quotable, ...]:
        """What was chosen of some stances; the recommendations for none."""
        return tuple(
            each for each in self.quoted if (each.stance in stances if stances else each.stance is None)
        )


class PackQuote(Record):
    """Quoted words with their source."""

    text: str
    language: str
    source: str = Field(description="“CPR2024-W11, page 7, paragraph 4.2”.")
    review: str = Field(description="“Child Practice Review, Gwent Safeguarding, 2024”.")
    address: str = Field(description="Their permanent address, whole.")
    note: str = Field(default="", description="What they are or whom they address; empty when clear.")


class PackTable(Record):
    """A table; each row has as many cells as there are heads."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class PackLink(Record):
    """Where something can be read."""

    text: str
    address: str


class PackPart(Record):
    """A headed part, shown in this order: paragraphs, table, points, quotes, links."""

    id: str
    heading: str
    level: int = Field(default=2, ge=2, le=3)
    paragraphs: tuple[str, ...] = ()
    table: PackTable | None = None
    points: tuple[str, ...] = ()
    quotes: tuple[PackQuote, ...] = ()
    links: tuple[PackLink, ...] = ()


class ChecklistRow(Record):
    """A statement to audit against."""

    number: int
    theme: str = Field(description="Its heading.")
    statement: str = Field(description="Quoted words.")
    language: str
    says: str = Field(description="What it is: good practice identified, a recommendation …")
    source: str = Field(description="As of a quotation.")
    review: str
    address: str


class Checklist(Record):
    """What an audit goes through."""

    heads: tuple[str, ...] = Field(description="Number, statement, source, then the columns to fill in.")
    theme: str = Field(description="The head of a column of themes, where there is one.")
    kind: str = Field(description="The head of a column that says what each statement is.")
    review: str = Field(description="The head of a column of reviews, where the source has one of its own.")
    ratings: tuple[str, ...] = Field(description="What may stand in the column of ratings.")
    rows: tuple[ChecklistRow, ...]


class Pack(Record):
    """A pack, whole: its parts in order, the checklist after those before it."""

    kind: PackKind
    title: str
    about: str = Field(description="What kind of pack it is, in a few words.")
    lead: tuple[str, ...]
    parts: tuple[PackPart, ...]
    checklist: Checklist | None = None
    closing: tuple[PackPart, ...] = Field(description="Where to read more, and how it was made.")
    reviews: tuple[str, ...] = Field(description="The references of the reviews quoted, in order.")
    address: str = Field(description="The search that it was made from.")
    day: datetime.date = Field(description="On which it was made.")
