"""The files of packs."""

from typing import BinaryIO

from wsr.domain.exports import ExportFormat
from wsr.domain.packs import Pack
from wsr.exchange.formats import FORMATS
from wsr.exchange.write import pack_docx, pack_xlsx
from wsr.web.exporting import plain_name

MEDIA_TYPES = {
    each.suffix: each.media_type for each in (FORMATS[ExportFormat.DOCX], FORMATS[ExportFormat.XLSX])
}


def pack_file_name(pack: Pack, suffix: str) -> str:
    """A name in ASCII that says what the file is of: wsr_session_coercive-control_2026-11-28.docx."""
    return f"wsr_{pack.kind.value}_{plain_name(pack.title) or 'pack'}_{pack.day.isoformat()}.{suffix}"


def write_pack(pack: Pack, suffix: str, out: BinaryIO) -> None:
    """The pack as a Word document, or its checklist as a workbook."""
    (pack_xlsx if suffix == "xlsx" else pack_docx).write(pack, out)
