"""The formats that a search can be taken away in: what each is called, and what writes it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from wsr.domain.exports import Export, ExportFormat
from wsr.exchange.write import bibliography, bibtex, csl, docx, project, ris, xlsx
from wsr.exchange.write.csv import csv
from wsr.exchange.write.jsonl import jsonl

Writer = Callable[[Export, BinaryIO], None]
"""Writes an export to a file from its beginning, reading its items once."""


@dataclass(frozen=True, slots=True)
class FileFormat:
    """One format of files."""

    suffix: str
    """Of its files, without the dot."""
    media_type: str
    write: Writer
    grouped: bool = False
    """True when it holds each review once: what was found must come review by review."""


def _text(lines: Callable[[Export], Iterator[str]], export: Export, out: BinaryIO) -> None:
    for line in lines(export):
        out.write(line.encode("utf-8", "replace"))


FORMATS: Mapping[ExportFormat, FileFormat] = {
    ExportFormat.CSV: FileFormat("csv", "text/csv; charset=utf-8", partial(_text, csv)),
    ExportFormat.XLSX: FileFormat(
        "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx.write
    ),
    ExportFormat.DOCX: FileFormat(
        "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx.write
    ),
    ExportFormat.JSONL: FileFormat("jsonl", "application/jsonl", partial(_text, jsonl)),
    ExportFormat.RIS: FileFormat("ris", ris.MEDIA_TYPE, partial(_text, bibliography.as_ris)),
    ExportFormat.BIBTEX: FileFormat("bib", bibtex.MEDIA_TYPE, partial(_text, bibliography.as_bibtex)),
    ExportFormat.QDC: FileFormat("qdc", "application/xml", project.qdc),
    ExportFormat.QDPX: FileFormat("qdpx", "application/zip", project.qdpx, grouped=True),
    ExportFormat.CSL: FileFormat("csl.json", csl.MEDIA_TYPE, partial(_text, bibliography.as_csl)),
}
