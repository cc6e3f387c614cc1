"""Reports as files: in Word, and the names that files have."""

from io import BytesIO

from wsr.domain.exports import ExportFormat
from wsr.domain.parts import Report
from wsr.exchange.formats import FORMATS
from wsr.exchange.write.report_docx import write

MEDIA_TYPE = FORMATS[ExportFormat.DOCX].media_type


def report_file_name(name: str, report: Report) -> str:
    """A name that says what the file is of: wsr_learning_cpr2019-w91_2026-11-28.docx."""
    return f"wsr_{name}_{report.day.isoformat()}.docx"


def report_in_word(report: Report) -> bytes:
    """The report as a Word document."""
    out = BytesIO()
    write(report, out)
    return out.getvalue()


def attached(name: str) -> dict[str, str]:
    """The headers that make a browser keep an answer as a file of this name, which is ASCII."""
    return {"Content-Disposition": f'attachment; filename="{name}"'}
