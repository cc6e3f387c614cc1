"""
A project for NVivo, ATLAS.ti, MAXQDA, QualCoder and others (REFI-QDA 1.5, .qdpx), in the memory of one source.

    sources, one by one:  text -> a file of the archive      selections, codings -> aside
                                                             their notes         -> aside
    at the end:           notes about the whole -> files of the archive, where programs look for journals
                          head + sources + notes -> project.qde

The same records always give the same bytes. Source: schema of 18 March 2019, and what tools are known to refuse.
"""

import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO

from wsr.domain.qda import (
    Case,
    Code,
    CodeApplied,
    Note,
    ProjectHead,
    Selection,
    Source,
    Variable,
    VariableType,
    VariableValue,
)
from wsr.exchange.write.xml import HEAD, Attributes, Pen, exchangeable

NAMESPACE = "urn:QDA-XML:project:1.0"
PROJECT = "project.qde"
SOURCES = "sources"
"""In lower case: names in an archive have case, and one tool refuses another."""

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the archive."""

_KEPT_IN_MEMORY = 4_000_000
"""Bytes that are set aside in memory before a file takes them."""


def write_qdpx(project: ProjectHead, sources: Iterable[Source], out: IO[bytes]) -> None:
    """
    Write a whole project to a file open for binary writing; it need not be seekable.

    Sources are taken one at a time and not kept. Raises ValueError for a text with what tools read differently:
    see `exchangeable`.
    """
    with (
        zipfile.ZipFile(out, "w") as archive,
        _aside() as coded,
        _aside() as noted,
    ):
        types = {variable.guid: variable.type for variable in project.variables}
        for source in sources:
            _write_text(archive, source)
            _write_source(Pen(coded, depth=2), source, types)
            for note in source.own_notes:
                _write_note(Pen(noted, depth=2), note)
        for note in project.notes:
            _write_text(archive, note)
        with archive.open(_member(PROJECT), "w", force_zip64=True) as file:
            _write_project(file, project, types, coded, noted)


def path_of(text: Source | Note) -> str:
    """The name of the file of a text in the archive, without its folder."""
    return f"{text.guid}.txt"


@contextmanager
def _aside() -> Iterator[IO[bytes]]:
    with tempfile.SpooledTemporaryFile(max_size=_KEPT_IN_MEMORY) as file:
        yield file


def _member(name: str) -> zipfile.ZipInfo:
    """A file of the archive, the same on every system and at every time."""
    member = zipfile.ZipInfo(name, date_time=_LONG_AGO)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = 3
    member.external_attr = 0o644 << 16
    return member


def _write_text(archive: zipfile.ZipFile, text: Source | Note) -> None:
    if not exchangeable(text.text):
        raise ValueError(f"Tools would count other offsets in the text of {text.name}.")
    archive.writestr(_member(f"{SOURCES}/{path_of(text)}"), text.text.encode())


def _write_project(
    file: IO[bytes],
    project: ProjectHead,
    types: dict[str, VariableType],
    coded: IO[bytes],
    noted: IO[bytes],
) -> None:
    pen = Pen(file)
    pen.raw(HEAD)
    root: Attributes = {
        "xmlns": NAMESPACE,
        "name": project.name,
        "origin": project.origin or None,
        "creatingUserGUID": project.user,
        "creationDateTime": project.created,
    }
    with pen.within("Project", root):
        _write_head(pen, project, types)
        _copy(pen, "Sources", coded, file)
        for note in project.notes:
            Pen(noted, depth=2).empty("Note", {**_note(note), "plainTextPath": f"internal://{path_of(note)}"})
        _copy(pen, "Notes", noted, file)
        pen.text("Description", project.description)
        _write_references(pen, "NoteRef", (note.guid for note in project.notes))


def _write_head(pen: Pen, project: ProjectHead, types: dict[str, VariableType]) -> None:
    if project.users:
        with pen.within("Users"):
            for user in project.users:
                pen.empty("User", {"guid": user.guid, "name": user.name})
    if project.codes:
        with pen.within("CodeBook"), pen.within("Codes"):
            for code in project.codes:
                write_code(pen, code)
    if project.variables:
        with pen.within("Variables"):
            for variable in project.variables:
                _write_variable(pen, variable)
    if project.cases:
        with pen.within("Cases"):
            for case in project.cases:
                _write_case(pen, case, types)


def _copy(pen: Pen, element: str, aside: IO[bytes], file: IO[bytes]) -> None:
    """An element around what was set aside; none around nothing, for an empty one is not allowed."""
    if aside.tell():
        with pen.within(element):
            aside.seek(0)
            shutil.copyfileobj(aside, file)


def write_code(pen: Pen, code: Code) -> None:
    """A code with all that stand below it."""
    attributes: Attributes = {
        "guid": code.guid,
        "name": code.name,
        "isCodable": code.is_codable,
        "color": code.colour,
    }
    if not code.description and not code.codes:
        pen.empty("Code", attributes)
        return
    with pen.within("Code", attributes):
        pen.text("Description", code.description)
        for below in code.codes:
            write_code(pen, below)


def _write_variable(pen: Pen, variable: Variable) -> None:
    attributes: Attributes = {
        "guid": variable.guid,
        "name": variable.name,
        "typeOfVariable": variable.type.value,
    }
    if not variable.description:
        pen.empty("Variable", attributes)
        return
    with pen.within("Variable", attributes):
        pen.text("Description", variable.description)


def _write_case(pen: Pen, case: Case, types: dict[str, VariableType]) -> None:
    with pen.within("Case", {"guid": case.guid, "name": case.name}):
        pen.text("Description", case.description)
        _write_values(pen, case.values, types)
        _write_references(pen, "SourceRef", case.sources)


def _write_values(pen: Pen, values: Iterable[VariableValue], types: dict[str, VariableType]) -> None:
    for value in values:
        with pen.within("VariableValue"):
            pen.empty("VariableRef", {"targetGUID": value.variable})
            pen.text(f"{types[value.variable].value}Value", value.value)


def _write_source(pen: Pen, source: Source, types: dict[str, VariableType]) -> None:
    attributes: Attributes = {
        "guid": source.guid,
        "name": source.name,
        "plainTextPath": f"internal://{path_of(source)}",
    }
    if not (source.description or source.selections or source.codings or source.notes or source.values):
        pen.empty("TextSource", attributes)
        return
    with pen.within("TextSource", attributes):
        pen.text("Description", source.description)
        for selection in source.selections:
            _write_selection(pen, selection)
        for coding in source.codings:
            _write_coding(pen, coding)
        _write_references(pen, "NoteRef", source.notes)
        _write_values(pen, source.values, types)


def _write_selection(pen: Pen, selection: Selection) -> None:
    attributes: Attributes = {
        "guid": selection.guid,
        "name": selection.name or None,
        "startPosition": selection.start,
        "endPosition": selection.end,
        "creatingUser": selection.user,
        "creationDateTime": selection.created,
    }
    if not (selection.description or selection.codings or selection.notes):
        pen.empty("PlainTextSelection", attributes)
        return
    with pen.within("PlainTextSelection", attributes):
        pen.text("Description", selection.description)
        for coding in selection.codings:
            _write_coding(pen, coding)
        _write_references(pen, "NoteRef", selection.notes)


def _write_coding(pen: Pen, coding: CodeApplied) -> None:
    attributes: Attributes = {
        "guid": coding.guid,
        "creatingUser": coding.user,
        "creationDateTime": coding.created,
    }
    with pen.within("Coding", attributes):
        pen.empty("CodeRef", {"targetGUID": coding.code})
        _write_references(pen, "NoteRef", coding.notes)


def _write_note(pen: Pen, note: Note) -> None:
    with pen.within("Note", _note(note)):
        pen.text("PlainTextContent", note.text)


def _note(note: Note) -> Attributes:
    return {
        "guid": note.guid,
        "name": note.name,
        "creatingUser": note.user,
        "creationDateTime": note.created,
    }


def _write_references(pen: Pen, element: str, guids: Iterable[str]) -> None:
    for guid in guids:
        pen.empty(element, {"targetGUID": guid})
