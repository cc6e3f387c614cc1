"""
Projects of qualitative analysis, as the tools exchange them (REFI-QDA 1.5): records that know nothing of reviews.

Every record has a guid, 8-4-4-4-12 hexadecimal digits, by which others name it. Texts that we write are LF and NFC,
without control characters and without anything above U+FFFF, so that every tool counts the same offsets in them.
"""

import datetime
from collections.abc import Iterator
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from wsr.domain.record import Record


class User(Record):
    """Who coded: a person, or a version of rules."""

    guid: str
    name: str


class Code(Record):
    """A code, or a folder of codes."""

    guid: str
    name: str
    is_codable: bool = Field(default=True, description="False for a folder, which nothing is coded to.")
    colour: str | None = Field(default=None, description="#rrggbb")
    description: str = ""
    codes: tuple["Code", ...] = Field(default=(), description="Those below it, in order.")

    def walk(self, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], "Code"]]:
        """It and every code below it, each with the names on the way to it, its own last."""
        path = (*above, self.name)
        yield path, self
        for code in self.codes:
            yield from code.walk(path)


class VariableType(StrEnum):
    """What the values of a variable are."""

    TEXT = "Text"
    BOOLEAN = "Boolean"
    INTEGER = "Integer"
    FLOAT = "Float"
    DATE = "Date"
    DATE_TIME = "DateTime"


class Variable(Record):
    """Something known of cases or sources: their type, their year."""

    guid: str
    name: str
    type: VariableType
    description: str = ""


class VariableValue(Record):
    """What a variable is for one case or source; one that is not known has no record."""

    variable: str = Field(description="The guid of the variable.")
    value: str = Field(description="As XML writes it: true, 2016, 2016-05-17.")


class Case(Record):
    """What sources are about: one review."""

    guid: str
    name: str
    description: str = ""
    values: tuple[VariableValue, ...] = ()
    sources: tuple[str, ...] = Field(default=(), description="Guids of its sources.")


class Note(Record):
    """A text about the project, a source, a selection or a coding, which name it by its guid."""

    guid: str
    name: str
    text: str
    user: str | None = None
    created: datetime.datetime | None = None


class CodeApplied(Record):
    """One code given to a selection, or to a whole source, by somebody: what the standard calls a Coding."""

    guid: str
    code: str = Field(description="The guid of the code.")
    user: str | None = Field(default=None, description="The guid of who gave it.")
    created: datetime.datetime | None = None
    notes: tuple[str, ...] = Field(default=(), description="Guids of notes.")


class Selection(Record):
    """A stretch of a source's text."""

    guid: str
    name: str = Field(default="", description="Its first words, or what a tool calls it.")
    start: int = Field(ge=0, description="Half-open offsets into the text, in code points.")
    end: int
    description: str = ""
    user: str | None = None
    created: datetime.datetime | None = None
    codings: tuple[CodeApplied, ...] = ()
    notes: tuple[str, ...] = Field(default=(), description="Guids of notes.")


class Source(Record):
    """A text that is coded."""

    guid: str
    name: str = Field(description="No two sources of a project have the same.")
    text: str
    description: str = ""
    selections: tuple[Selection, ...] = ()
    codings: tuple[CodeApplied, ...] = Field(default=(), description="Codes of the source as a whole.")
    notes: tuple[str, ...] = Field(default=(), description="Guids of notes about the source as a whole.")
    values: tuple[VariableValue, ...] = ()
    own_notes: tuple[Note, ...] = Field(
        default=(), description="The notes that it, its selections and codings name."
    )

    @model_validator(mode="after")
    def _selections_lie_in_the_text(self) -> Self:
        for one in self.selections:
            if not one.start < one.end <= len(self.text):
                raise ValueError(f"The selection {one.guid} does not lie in the text of {self.name}.")
        return self


class ProjectHead(Record):
    """A project without its sources, which may be many."""

    name: str
    origin: str = Field(default="", description="The program that wrote it, with its version.")
    user: str | None = Field(default=None, description="The guid of who made it.")
    created: datetime.datetime | None = None
    users: tuple[User, ...] = ()
    codes: tuple[Code, ...] = ()
    variables: tuple[Variable, ...] = ()
    cases: tuple[Case, ...] = ()
    notes: tuple[Note, ...] = Field(default=(), description="Notes about the project as a whole.")
    description: str = ""


class Finding(Record):
    """One thing about a project file that is not as the standard, or a tool that reads it, wants it."""

    reason: str = Field(description="A short fixed word: dangling_reference, beyond_text …")
    sentence: str = Field(description="What is wrong, and of what.")
    element: str | None = Field(default=None, description="The XML element concerned.")
    guid: str | None = None
    line: int | None = Field(default=None, description="In project.qde, from 1.")
    member: str | None = Field(default=None, description="The file within the archive, where it is another.")


class Project(Record):
    """A whole project."""

    head: ProjectHead
    sources: tuple[Source, ...] = ()
    unread: tuple[Finding, ...] = Field(
        default=(), description="What a file held and no record can: each with the reason."
    )


class CodeSet(Record):
    """Codes that belong together, whatever stands above them."""

    guid: str
    name: str
    codes: tuple[str, ...] = Field(default=(), description="Guids of codes.")
    description: str = ""


class CodeTree(Record):
    """The codes of a project by themselves: what a codebook file (.qdc) holds."""

    origin: str = ""
    codes: tuple[Code, ...] = Field(min_length=1)
    sets: tuple[CodeSet, ...] = ()
