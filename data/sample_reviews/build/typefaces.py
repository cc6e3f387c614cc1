"""The typefaces that reportlab embeds: found by fontconfig, so that no path is written down."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from symbol_font import write_symbol_font

SYMBOL = "SampleSymbol"
TICK_FACE = "DejaVu Sans"
"""The face of tick boxes, which Liberation lacks."""
CUTS = ("", " Bold", " Italic", " Bold Italic")


def register(family: str) -> None:
    """Makes the four cuts of a family known to reportlab as "Family", "Family Bold" …"""
    if family in pdfmetrics.getRegisteredFontNames():
        return
    for cut in CUTS:
        style = cut.strip() or ("Book" if family.startswith("DejaVu") else "Regular")
        if family.startswith("DejaVu Sans"):
            style = style.replace("Italic", "Oblique")
        pdfmetrics.registerFont(TTFont(family + cut, _file(f"{family}:style={style}")))
    pdfmetrics.registerFontFamily(family, *(family + cut for cut in CUTS))


def register_symbol() -> None:
    """Makes the font of private-use bullets known to reportlab."""
    if SYMBOL in pdfmetrics.getRegisteredFontNames():
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "symbol.ttf"
        write_symbol_font(path)
        pdfmetrics.registerFont(TTFont(SYMBOL, str(path)))


def _file(pattern: str) -> str:
    command = ["fc-match", "--format=%{file}", pattern]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
