"""Draws a sample review with Chromium's print-to-PDF (Skia), from the HTML that WeasyPrint draws too.

With `flow: paged` a script fills the pages one by one first, as web pages made for print do, because the
browser itself knows neither footnotes nor the page numbers of a contents page; with `flow: native` the
browser breaks the pages and prints running heads in the margins.
"""

from __future__ import annotations

import base64
import re
import shutil
import tempfile
from html import escape
from pathlib import Path

from by_weasyprint import STYLES, html
from playwright.sync_api import Page, sync_playwright
from source import Document
from symbol_font import write_symbol_font

SCRIPT = Path(__file__).with_name("paginate.js")
NO_NETWORK = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]
MADE = b"20250601090000"
"""The moment of making that every file names, so that the same source gives the same bytes."""


def make(document: Document, pdf: Path) -> None:
    """Writes the PDF of a document."""
    chromium = shutil.which("chromium")
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium, args=NO_NETWORK)
        page = browser.new_page()
        page.set_content(_page(document))
        page.evaluate("document.fonts.ready")
        printed = _paged(page, document) if document.front["flow"] == "paged" else _native(page, document)
        browser.close()
    pdf.write_bytes(re.sub(rb"(Date \(D:)\d{14}", rb"\g<1>" + MADE, printed))


def _page(document: Document) -> str:
    """The whole page with its styles; nothing in it refers to another file."""
    with tempfile.TemporaryDirectory() as folder:
        symbol = Path(folder) / "symbol.ttf"
        write_symbol_font(symbol)
        font = base64.b64encode(symbol.read_bytes()).decode()
    names = (document.front["flow"], document.front["style"])
    rules = "".join((STYLES / f"{name}.css").read_text(encoding="utf-8") for name in names)
    rules = f'@font-face {{ font-family: "Sample Symbol"; src: url(data:font/ttf;base64,{font}) }}' + rules
    return html(document).replace("</head>", f"<style>{rules}</style></head>")


def _paged(page: Page, document: Document) -> bytes:
    """Pages filled by the script, which also places notes, running lines and the numbers of the contents."""
    lines = [_line(document, name) for name in ("running_head", "running_foot")]
    page.add_script_tag(content=SCRIPT.read_text(encoding="utf-8"))
    page.evaluate("lines => paginate(...lines)", lines)
    return page.pdf(prefer_css_page_size=True, print_background=True, tagged=False)


def _native(page: Page, document: Document) -> bytes:
    """Pages broken by the browser, with its own head and foot templates."""
    head, foot = (
        _line(document, name)
        .replace("{pages}", '<span class="totalPages"></span>')
        .replace("{page}", '<span class="pageNumber"></span>')
        for name in ("running_head", "running_foot")
    )
    wrap = '<div style="font: 8pt Liberation Sans; width: 100%; margin: 0 20mm; display: flex; {}">{}</div>'
    return page.pdf(
        prefer_css_page_size=True,
        print_background=True,
        tagged=True,
        display_header_footer=True,
        header_template=wrap.format("justify-content: space-between", head),
        footer_template=wrap.format("justify-content: space-between", foot),
    )


def _line(document: Document, name: str) -> str:
    """A running line as HTML, the parts that `<br>` keeps apart each in a span."""
    parts = str(document.front.get(name) or "").split("<br>")
    return "".join(f"<span>{escape(part.strip())}</span>" for part in parts)
