"""The curator's list of files: facts that outrank what the documents say of themselves."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from wsr.domain.claims import Claim
from wsr.domain.dates import PartialDate
from wsr.domain.kinds import ClaimSource, Criterion, Form, Language, ReviewType, Role
from wsr.domain.references import Reference, parse_reference
from wsr.errors import ManifestError
from wsr.ingest.facts.reference import normal_board_reference
from wsr.vocabulary.boards import board_named


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the manifest: a file and what is said of it."""

    line: int
    file: PurePath
    """Name or path as written; it names every file whose path ends so."""
    facts: tuple[tuple[str, str, str], ...]
    """(field, normal value, value as written); a field of many values has one for each."""

    def names(self, filename: str) -> bool:
        """Whether a file name or path is meant by this line."""
        parts = self.file.parts
        return PurePath(filename).parts[-len(parts) :] == parts

    def value(self, field_name: str) -> str | None:
        """The normal value of a field, or None where the line leaves it blank."""
        return next((value for name, value, _ in self.facts if name == field_name), None)


@dataclass(frozen=True)
class Manifest:
    """What the curator says of files; an empty one says nothing."""

    entries: tuple[Entry, ...] = field(default=())

    def claims_for(self, filename: str) -> tuple[Claim, ...]:
        """The facts of a file's review as claims; those of the file itself (role, language) are not among them."""
        entry = self._entry(filename)
        return tuple(
            Claim(field=name, value=value, source=ClaimSource.MANIFEST, quote=written)
            for name, value, written in (entry.facts if entry else ())
            if name not in ("role", "language")
        )

    def reference_for(self, filename: str) -> Reference | None:
        """The reference given to a file, or None."""
        entry = self._entry(filename)
        written = next((w for name, _, w in entry.facts if name == "reference"), None) if entry else None
        return parse_reference(written) if written else None

    def role_for(self, filename: str) -> Role | None:
        """The role given to a file, or None."""
        value = self._value(filename, "role")
        return Role(value) if value else None

    def language_for(self, filename: str) -> Language | None:
        """The language given to a file, or None."""
        value = self._value(filename, "language")
        return Language(value) if value else None

    def type_for(self, filename: str) -> ReviewType | None:
        """The type of review given to a file, or None."""
        value = self._value(filename, "review_type")
        return ReviewType(value) if value else None

    def about(self, path: Path) -> "Manifest":
        """What the manifest says of one file, under the file's bare name."""
        entry = self._entry(str(path))
        return Manifest((replace(entry, file=PurePath(path.name)),) if entry else ())

    def unused(self, filenames: Iterable[str]) -> tuple[Entry, ...]:
        """The lines that name none of these files: names misspelt, or files that did not come."""
        names = list(filenames)
        return tuple(entry for entry in self.entries if not any(map(entry.names, names)))

    def _entry(self, filename: str) -> Entry | None:
        """The line for a file, that with the longest path where several fit."""
        fitting = [entry for entry in self.entries if entry.names(filename)]
        return max(fitting, key=lambda entry: len(entry.file.parts), default=None)

    def _value(self, filename: str, field_name: str) -> str | None:
        entry = self._entry(filename)
        return entry.value(field_name) if entry else None


def read_manifest(path: Path) -> Manifest:
    """
    The manifest in a CSV file: a line of column names, then one line a file; UTF-8, with or without a mark.

    Columns: file (needed), reference, role, language, type, form, criteria, title, board, board_reference,
    subjects, authors, incident_date, report_date, publication_date, source_url. Several criteria, subjects or
    authors are parted by semicolons. Blank cells say nothing.

    Raises:
        ManifestError: it cannot be read, or a column, a value or a repeated file is wrong; names the line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ManifestError(f"The manifest {path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise ManifestError(f"The manifest {path} is not UTF-8 text. Save it as “CSV UTF-8”.") from error
    return _manifest(path.name, text)


def _manifest(name: str, text: str) -> Manifest:
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        columns = [column.strip().lower() for column in next(rows, [])]
        _check_columns(name, columns)
        entries = [
            _entry(f"Line {rows.line_num} of {name}", rows.line_num, columns, cells)
            for cells in rows
            if any(cell.strip() for cell in cells)
        ]
    except csv.Error as error:
        raise ManifestError(f"Line {rows.line_num} of {name} is no valid CSV: {error}.") from error
    seen: dict[PurePath, int] = {}
    for entry in entries:
        if entry.file in seen:
            raise ManifestError(
                f"Line {entry.line} of {name} names {entry.file} again; line {seen[entry.file]} has it already. "
                "Keep one of them."
            )
        seen[entry.file] = entry.line
    return Manifest(tuple(entries))


def _check_columns(name: str, columns: Sequence[str]) -> None:
    if "file" not in columns:
        raise ManifestError(f"Line 1 of {name} must name the columns, one of them “file”.")
    for at, column in enumerate(columns):
        if column not in _READERS:
            raise ManifestError(
                f"Line 1 of {name} has the column “{column}”, which is not known. Known are: {', '.join(_READERS)}."
            )
        if column in columns[:at]:
            raise ManifestError(f"Line 1 of {name} has the column “{column}” twice.")


def _entry(where: str, line: int, columns: Sequence[str], cells: Sequence[str]) -> Entry:
    if len(cells) > len(columns):
        raise ManifestError(f"{where} has {len(cells)} cells, but there are {len(columns)} columns.")
    written = {column: cell.strip() for column, cell in zip(columns, cells, strict=False) if cell.strip()}
    if "file" not in written:
        raise ManifestError(f"{where} names no file.")
    facts: list[tuple[str, str, str]] = []
    for column, cell in written.items():
        if column == "file":
            continue
        values = [part.strip() for part in cell.split(";") if part.strip()] if column in _SEVERAL else [cell]
        for value in values:
            try:
                facts.append((_FIELDS.get(column, column), _READERS[column](value), value))
            except ValueError as error:
                raise ManifestError(f"{where}, column “{column}”: {error}") from error
    return Entry(line, PurePath(written["file"].replace("\\", "/")), tuple(facts))


def _reference(text: str) -> str:
    found = parse_reference(text)
    if found is None:
        raise ValueError(f"“{text}” is not a reference. Write it as CPR2024-W11 or SUSR2024-06/CTM.")
    return found.canonical


def _board(text: str) -> str:
    board = board_named(text)
    if board is None:
        raise ValueError(f"“{text}” is no board known here. Write its id or its full name.")
    return board.id


def _review_type(text: str) -> str:
    later_names = {"DADR": ReviewType.DHR, "DARDR": ReviewType.DHR}
    return later_names.get(text.upper()) or _one_of(ReviewType)(text)


def _date(text: str) -> str:
    return str(PartialDate.parse(text))


def _url(text: str) -> str:
    if not text.startswith(("https://", "http://")):
        raise ValueError(f"“{text}” is not a web address. It begins with https://.")
    return text


def _one_of(
    kind: type[ReviewType] | type[Role] | type[Language] | type[Form] | type[Criterion],
) -> Callable[[str], str]:
    def read(text: str) -> str:
        for member in kind:
            if text.replace(" ", "_").casefold() == member.value.casefold():
                return str(member.value)
        raise ValueError(f"“{text}” is not one of {', '.join(member.value for member in kind)}.")

    return read


_READERS: dict[str, Callable[[str], str]] = {
    "file": str,
    "reference": _reference,
    "role": _one_of(Role),
    "language": _one_of(Language),
    "type": _review_type,
    "form": _one_of(Form),
    "criteria": _one_of(Criterion),
    "title": str,
    "board": _board,
    "board_reference": normal_board_reference,
    "subjects": str,
    "authors": str,
    "incident_date": _date,
    "report_date": _date,
    "publication_date": _date,
    "source_url": _url,
}
"""The columns, each with what reads its cells and raises ValueError with a sentence."""

_SEVERAL = frozenset({"criteria", "subjects", "authors"})
_FIELDS = {"type": "review_type"}
"""Columns whose field has another name."""
