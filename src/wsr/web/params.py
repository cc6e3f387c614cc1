"""What stands in an address, as a typed query: the one way from parameters to SearchQuery."""

from enum import StrEnum
from typing import Any

from pydantic import BaseModel, Field, ValidationInfo, field_validator

from wsr.domain.coding import Stance
from wsr.domain.search import SearchQuery, Sort, Unit
from wsr.web.selection import Marks, Selection
from wsr.web.work import Work


def blank_is_absent(cls: type[BaseModel], value: Any, info: ValidationInfo) -> Any:
    """The default of a field that is sent empty: a form sends its empty fields too."""
    return cls.model_fields[info.field_name or ""].default if value == "" else value


class SearchParams(BaseModel):
    """The parameters of a search; see `wsr.web.addresses.PARAMETERS` for the way back."""

    q: str = Field(default="", description="Words, “phrases”, AND, OR, NOT, parentheses; see the help page.")
    unit: Unit = Field(default=Unit.PASSAGE, description="What is counted and shown.")
    review_type: list[str] = Field(
        default=[], description="CPR, APR, DHR, MHHR or SUSR; several are alternatives."
    )
    year: list[str] = Field(default=[], description="Four digits; several are alternatives.")
    board: list[str] = Field(default=[], description="The id of the publishing body, as the facets give it.")
    section_kind: list[str] = Field(default=[], description="The kind of section, as the facets give it.")
    language: list[str] = Field(default=[], description="en or cy: the language of the passage.")
    stance: list[str] = Field(
        default=[],
        description="identified, suggested, general, criticism or neutral; several are alternatives.",
    )
    theme: list[str] = Field(default=[], description="The id of a theme of the codebook.")
    subtheme: list[str] = Field(default=[], description="theme/subtheme, by their ids.")
    term: list[str] = Field(default=[], description="A term of the list in force, as it is written there.")
    agency: list[str] = Field(default=[], description="The id of a kind of agency, as the facets give it.")
    decided: list[str] = Field(default=[], description="undecided, kept, unsure or rejected by people.")
    recommendation_theme: list[str] = Field(
        default=[], description="Of recommendations: the id of a high-level theme, as the facets give it."
    )
    addressee: list[str] = Field(
        default=[], description="Of recommendations: the id of the kind of agency addressed."
    )
    body: list[str] = Field(
        default=[],
        description="Of recommendations: the id of a known body addressed, such as gwent-police, as the facets give it.",
    )
    level: list[str] = Field(
        default=[], description="Of recommendations: national, regional, board, agency or unknown."
    )
    reference: list[str] = Field(default=[], description="Only these reviews, by canonical reference.")
    stemmed: bool = Field(default=False, description="Match other forms of the words too.")
    all_sections: bool = Field(
        default=False, description="Search contents pages, letters, forms and glossaries too."
    )
    sample: int | None = Field(default=None, ge=1, description="So many of the result, drawn at random.")
    seed: int = Field(default=1, description="The same seed draws the same sample.")
    sort: Sort = Sort.RELEVANCE
    per_page: int = Field(default=20, ge=1, le=100)
    page: int = Field(default=1, ge=1)

    _blank_is_absent = field_validator("sample", "seed", mode="before")(blank_is_absent)

    def query(self) -> SearchQuery:
        """The query that these parameters ask; blank values of filters are as if they were absent."""
        given = {name: getattr(self, name) for name in SearchQuery.model_fields if name != "text"}
        filters = {
            name: tuple(item for item in value if item)
            for name, value in given.items()
            if isinstance(value, list)
        }
        return SearchQuery(**{**given, **filters, "text": self.q.strip()})


class RegisterParams(SearchParams):
    """The parameters of the register of recommendations: those of a search, newest first by default."""

    sort: Sort = Sort.NEWEST
    per_page: int = Field(default=50, ge=1, le=100)

    def query(self) -> SearchQuery:
        """The recommendations asked for."""
        return super().query().model_copy(update={"unit": Unit.RECOMMENDATION})


class ThemeParams(SearchParams):
    """The parameters of a theme's page: those of a search, with good practice identified, best first, by default."""

    stance: list[str] = Field(
        default=[Stance.IDENTIFIED.value],
        description="As for a search; a blank value asks for every stance.",
    )
    sort: Sort = Sort.STRENGTH

    def of_theme(self, theme: str) -> SearchQuery:
        """The extracts asked for of a theme."""
        return self.query().model_copy(update={"theme": (theme,), "unit": Unit.EXTRACT})


class ThemesParams(BaseModel):
    """The parameters of the list of themes."""

    stance: list[str] = Field(
        default=[Stance.IDENTIFIED.value],
        description="Count extracts of these stances; a blank value counts those of every stance.",
    )

    def query(self) -> SearchQuery:
        """The extracts that are counted."""
        return SearchQuery(unit=Unit.EXTRACT, stance=_filled(self.stance))


class ReadingParams(SearchParams):
    """
    The parameters of a review's page: the search that led to it, which document to read, and what to mark in it.

    The stances and themes of the search are marked until the reader chooses others: those have names of their own,
    so that the way back to the search stays open.
    """

    document: str | None = Field(default=None, description="d1, d2 …; the first one without it.")
    marks: Marks | None = Field(default=None, description="all or none: whatever the search asked for.")
    mark_stance: list[str] = Field(default=[], description="Mark extracts of these stances only.")
    mark_theme: list[str] = Field(
        default=[], description="Mark extracts of these themes, or theme/subtheme, only."
    )

    def selection(self) -> Selection:
        """Which extracts are marked."""
        chosen = Selection(_filled(self.mark_stance), _filled(self.mark_theme), self.marks is Marks.NONE)
        if self.marks or chosen.limited:
            return chosen
        return Selection.of_search(self.query())


class SaidOnArrival(StrEnum):
    """What the page of an extract says first of all: what has just happened."""

    SAVED = "saved"
    GONE = "gone"
    """The extract before is there no more."""


class WorkingParams(SearchParams):
    """The parameters of a set of extracts to work through: those of a search, and where one stands in it."""

    after: str = Field(default="", max_length=200, description="slug/key: go on after this extract.")
    said: SaidOnArrival | None = Field(default=None, description="What has just happened.")
    alone: bool = Field(default=False, description="Decide without seeing what the rules and others say.")

    def work(self) -> Work:
        """What is worked through."""
        return Work.of(self.query(), alone=self.alone)

    def place(self) -> tuple[str, str] | None:
        """The place to go on after; None at the beginning."""
        slug, _, key = self.after.partition("/")
        return (slug, key) if key else None


def _filled(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
