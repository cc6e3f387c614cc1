"""The parts of a document: sections, whole passages with their place, recommendations, warnings."""

import re

from pydantic import Field

from wsr.domain.kinds import Level, PassageKind, SectionKind
from wsr.domain.record import Record

_OF_PARAGRAPH = re.compile(r"\d+(?:\.\d+)+")
"""Numbers that say in which section they are: 4.12, 1.1.2."""


class Box(Record):
    """A rectangle on a page, in PDF points of the page as a viewer shows it; the origin is at the top left."""

    page: int = Field(ge=1, description="Page, counted from 1 as a viewer shows it.")
    x0: float
    y0: float
    x1: float
    y1: float


class Section(Record):
    """A headed part of a document."""

    id: str = Field(description="Ordinal in its document version: s1, s2 …")
    document: str
    number: str | None = Field(description="The number printed before the heading, without a closing dot.")
    heading: str = Field(description="As printed; empty for the text before the first heading.")
    kind: SectionKind
    level: int = Field(ge=0, description="1 for the highest headings; 0 for the text before the first one.")
    page_first: int = Field(ge=1)


class Passage(Record):
    """A paragraph, list item, table row or note of a section, whole."""

    id: str = Field(description="Ordinal in its document version: p1, p2 …")
    key: str = Field(description="Keeps through a re-parse: see wsr.language.keys.")
    document: str
    number: str | None = Field(description="The number printed before it, as printed, without a closing dot.")
    section: str = Field(description="The id of its section.")
    kind: PassageKind
    text: str = Field(
        description="NFC, LF, no control characters, nothing above U+FFFF. Offsets count its code points."
    )
    page_first: int = Field(ge=1)
    page_last: int = Field(ge=1)
    boxes: tuple[Box, ...] = Field(description="One for each run of its lines, in reading order.")

    @property
    def cited_number(self) -> str | None:
        """
        The number by which the paragraph is cited: “4.12”; None when it has none of its own.

        The letter or single number of a list item, a row or a footnote names it only within its list.
        """
        if self.number is None or self.kind is PassageKind.PARAGRAPH:
            return self.number
        is_of_paragraph = self.kind is not PassageKind.FOOTNOTE and _OF_PARAGRAPH.fullmatch(self.number)
        return self.number if is_of_paragraph else None


class Place(Record):
    """One place where a recommendation is printed."""

    document: str
    section: str = Field(description="The id of the section.")
    page: int = Field(ge=1)


class Recommendation(Record):
    """An action that the review asks for."""

    id: str = Field(description="Ordinal in the review: r1, r2 …")
    key: str
    label: str | None = Field(description='As printed: "Recommendation 1", "15.1.1"; None when it has none.')
    text: str = Field(description="As printed.")
    addressees: tuple[str, ...] = Field(
        description="Whom it is addressed to, as printed; empty when nobody is named."
    )
    level: Level
    themes: tuple[str, ...] = ()
    page_first: int = Field(ge=1)
    page_last: int = Field(ge=1)
    places: tuple[Place, ...] = Field(
        min_length=1, description="Every place where it is printed, the fullest first."
    )


class DocumentWarning(Record):
    """Something about a document that a person should know."""

    kind: str = Field(description="A short fixed word: page_count_differs, text_differs, number_gap …")
    detail: str = Field(description="A sentence.")
    page: int | None = None
