"""Files of exports as the programs that they are for open them: how much is in them."""

import csv
import json
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import openpyxl
import pybtex.database
import pyrefiqda
import rispy

from wsr.domain.exports import ExportFormat
from wsr.exchange.check.qdpx import check_qdpx


def rows_of_csv(content: bytes) -> int:
    """Rows of the table."""
    return len(list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""))))


def rows_of_xlsx(content: bytes) -> int:
    """Rows of the sheet after the one that tells of the export, without its head."""
    return openpyxl.load_workbook(BytesIO(content)).worksheets[1].max_row - 1


def lines_of_jsonl(content: bytes) -> int:
    """Lines after the one that tells of the export."""
    return len([json.loads(line) for line in content.decode().splitlines()]) - 1


def numbers_of_docx(content: bytes) -> int:
    """Numbers that stand below quotations: an extract of several themes has the same one each time."""
    paragraphs = [p.text for p in docx.Document(BytesIO(content)).paragraphs if p.text.startswith("No. ")]
    return len({text.split(" · ")[0] for text in paragraphs})


def selections_of_qdpx(content: bytes) -> int:
    """Stretches that are selected; the project is beyond reproach, and an independent reader takes it."""
    assert [] == check_qdpx(BytesIO(content))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "project.qdpx"
        path.write_bytes(content)
        project = pyrefiqda.RefiProject.load(path, Path(folder) / "unpacked")
    sources = project.sources.text_source if project.sources else []
    return sum(
        len({(one.start_position, one.end_position) for one in source.plain_text_selection})
        for source in sources
    )


def themes_of_qdc(content: bytes) -> int:
    """Codes of the first level."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "codebook.qdc"
        path.write_bytes(content)
        return len(pyrefiqda.RefiCodebook.load(path).codes.code)


HOLDS: dict[ExportFormat, tuple[Callable[[bytes], int], str]] = {
    ExportFormat.CSV: (rows_of_csv, "items"),
    ExportFormat.XLSX: (rows_of_xlsx, "items"),
    ExportFormat.JSONL: (lines_of_jsonl, "items"),
    ExportFormat.DOCX: (numbers_of_docx, "items"),
    ExportFormat.QDPX: (selections_of_qdpx, "items"),
    ExportFormat.QDC: (themes_of_qdc, "themes"),
    ExportFormat.RIS: (lambda content: len(rispy.loads(content.decode())), "reviews"),
    ExportFormat.BIBTEX: (
        lambda content: len(pybtex.database.parse_string(content.decode(), "bibtex").entries),
        "reviews",
    ),
    ExportFormat.CSL: (lambda content: len(json.loads(content)), "reviews"),
}
"""For each format what counts in it, and what that is the number of."""
