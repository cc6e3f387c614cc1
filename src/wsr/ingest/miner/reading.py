"""A PDF file read whole: its pages as painted, what it says of itself, and what it carries along."""

import logging
from collections.abc import Iterator
from pathlib import Path

from pdfminer.pdfdocument import PDFEncryptionError

from wsr.errors import Rejected
from wsr.ingest.hidden import page_of
from wsr.ingest.miner import extras
from wsr.ingest.miner.budget import PageBudget
from wsr.ingest.miner.damage import DAMAGE
from wsr.ingest.miner.device import WordDevice
from wsr.ingest.miner.document import Document, open_document
from wsr.ingest.miner.fonts import Fonts
from wsr.ingest.miner.interpreter import PageInterpreter
from wsr.ingest.miner.lean import LeanInterpreter
from wsr.ingest.miner.notes import comments_of
from wsr.ingest.miner.streams import StreamTooLarge, install_bound
from wsr.ingest.miner.tree import ViewedPage, pages_of
from wsr.ingest.pages import PdfFile
from wsr.ingest.painted import PaintedPage
from wsr.settings import Settings

_DAMAGED = "The file is damaged and cannot be read. Open it in a viewer, print it to a new PDF and try that."
_MANY_UNDECODED = 0.01
_Warning = tuple[str, str, int | None]


def read_pdf(path: Path, settings: Settings) -> PdfFile:
    """
    The pages of a PDF with every word, ruling line and fill in its place, and what the file says of itself.

    A page of which something cannot be read keeps the rest, with a warning.

    Raises:
        Rejected: encrypted, damaged, too_large.
    """
    install_bound()
    _silence()
    try:
        document = open_document(path.read_bytes())
        pages = _bounded(document, settings.max_pages)
    except PDFEncryptionError as error:
        raise Rejected(
            "encrypted", "The file is locked with a password. Ask for a copy that opens without one."
        ) from error
    except StreamTooLarge as error:
        raise Rejected("too_large", f"The file is built to exhaust its reader: {error}.") from error
    except DAMAGE as error:
        raise Rejected("damaged", _DAMAGED) from error
    if not pages:
        raise Rejected("damaged", "The file has no page that can be found. " + _DAMAGED)
    return _whole(document, pages, settings)


def _whole(document: Document, pages: list[ViewedPage], settings: Settings) -> PdfFile:
    warnings: list[_Warning] = []
    fonts, layers = Fonts(), extras.layers_off(document)
    read = []
    for number, page in enumerate(pages, start=1):
        painted = paint_page(page, number, fonts, layers, settings)
        read.append(page_of(painted))
        warnings += _told(page, painted)
    attachments = extras.attachments_of(document, pages)
    if attachments:
        names = ", ".join(attachments[:10])
        warnings.append(
            ("attachments", f"The file carries other files, which were not opened: {names}.", None)
        )
    if extras.has_script(document):
        warnings.append(("script", "The file carries a script, which was not run.", None))
    return PdfFile(
        pages=tuple(read),
        info=extras.info_of(document),
        attachments=attachments,
        comments=comments_of(pages),
        warnings=tuple(warnings),
    )


def _bounded(document: Document, most: int) -> list[ViewedPage]:
    pages = []
    for page in pages_of(document):
        pages.append(page)
        if len(pages) > most:
            raise Rejected(
                "too_large", f"The file has more than {most:,} pages. Divide it, or raise WSR_MAX_PAGES."
            )
    return pages


def paint_page(
    page: ViewedPage, number: int, fonts: Fonts, layers: frozenset[int], settings: Settings
) -> PaintedPage:
    """
    What a page paints: by the compiled lexer, or by pdfminer's own where that does not know the content.

    Raises Rejected (too_large) past the limits of a page.
    """
    for interpreter in (LeanInterpreter, PageInterpreter):
        budget = PageBudget(settings, number)
        device = WordDevice(fonts, page.view, budget)
        try:
            interpreter(fonts, device, budget, layers).process_page(page)
            return device.page(number)
        except StreamTooLarge as error:
            raise Rejected("too_large", f"Page {number} is built to exhaust its reader: {error}.") from error
        except DAMAGE:
            device.is_spoiled = True
    return device.page(number)


def _told(page: ViewedPage, painted: PaintedPage) -> Iterator[_Warning]:
    """What a person should know of a page: what of it was guessed, lost or left out."""
    number = painted.number
    if page.size_is_guessed:
        yield ("page_size", "The page does not say its size; US Letter was taken.", number)
    if painted.is_spoiled:
        yield ("page_damaged", "Part of the page could not be read.", number)
    lost = sum(char.isalnum() for char in painted.unseen)
    if lost:
        sentence = f"{lost} letters or digits lie outside what the page shows and were left out."
        yield ("text_outside", sentence, number)
    if painted.undecoded > _MANY_UNDECODED * sum(len(word.text) for word in painted.words):
        sentence = f"The file does not say which letters {painted.undecoded} signs of the page are."
        yield ("letters_unknown", sentence, number)


def _silence() -> None:
    """Stop pdfminer's log: it writes several lines for each token, which costs time and may quote the text."""
    for name in list(logging.root.manager.loggerDict):
        if name.split(".")[0] == "pdfminer":
            logging.getLogger(name).disabled = True
