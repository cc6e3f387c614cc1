"""
What the child process does with one file.

check_is_pdf | read_pdf | second_opinion | read_scans | find_flow | build_document

No database, no network; every failure is a Rejected with its reason.
"""

from collections.abc import Callable
from dataclasses import replace

from wsr.domain.review import ParsedDocument
from wsr.errors import Rejected
from wsr.ingest.facts import build_document
from wsr.ingest.miner import read_pdf
from wsr.ingest.ocr import is_scan, read_scans
from wsr.ingest.pages import Page, PdfFile
from wsr.ingest.pdfium import differences, second_opinion
from wsr.ingest.sniff import check_is_pdf
from wsr.ingest.structure import find_flow
from wsr.ingest.task import ParseTask
from wsr.settings import Settings

Announce = Callable[[int, int], None]
"""Told how many pages a file has and how many of them must be read as pictures, when that is known."""

_FEW_CHARS = 25


def parse_file(task: ParseTask, settings: Settings, announce: Announce) -> ParsedDocument:
    """What one file says by itself. Raises Rejected, NeedsOcr among them."""
    pdf = read_file(task, settings, announce)
    flow = find_flow(pdf, task.document_id)
    return build_document(pdf, flow, task.filename, task.document_id, task.as_type)


def read_file(task: ParseTask, settings: Settings, announce: Announce) -> PdfFile:
    """
    The pages of a file, scans read by tesseract, with warnings where two programs read it differently.

    Raises:
        Rejected: not_pdf, empty, encrypted, damaged, too_large, no_text, and NeedsOcr.
    """
    check_is_pdf(task.path, settings)
    pdf = read_pdf(task.path, settings)
    announce(len(pdf.pages), 0)
    opinion = second_opinion(task.path, settings.max_pages)
    pdf = replace(pdf, warnings=pdf.warnings + differences(opinion, tuple(map(_chars, pdf.pages))))
    scans = [page.number for page in pdf.pages if is_scan(page)]
    announce(len(pdf.pages), len(scans))
    pdf = read_scans(task.path, pdf, scans, settings)
    if sum(map(_chars, pdf.pages)) < _FEW_CHARS:
        raise Rejected("no_text", "The file has pages but no text on them that can be read.")
    return pdf


def _chars(page: Page) -> int:
    return sum(len(word.text) for word in page.words)
