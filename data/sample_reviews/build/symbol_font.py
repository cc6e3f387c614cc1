"""A tiny symbol font whose bullets stand at private-use code points, as those of Symbol and Wingdings do."""

from __future__ import annotations

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._g_l_y_f import Glyph

EM = 1000
BULLETS = {0xF0B7: "disc", 0xF0A7: "square", 0xF06E: "block"}
"""Code point to shape: the bullets that word processors write in Symbol (B7) and Wingdings (A7, 6E)."""


def write_symbol_font(path: Path) -> None:
    """Writes the font, always the same bytes."""
    shapes = {
        ".notdef": _box(0, 0),
        "disc": _disc(230, 350, 150),
        "square": _box(120, 270),
        "block": _box(80, 420),
    }
    font = FontBuilder(EM, isTTF=True)
    font.setupGlyphOrder(list(shapes))
    font.setupCharacterMap(BULLETS)
    font.setupGlyf(shapes)
    font.setupHorizontalMetrics(dict.fromkeys(shapes, (460, 80)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Sample Symbol", "styleName": "Regular"})
    font.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    font.setupPost()
    font.font["head"].created = font.font["head"].modified = 0
    font.font.recalcTimestamp = False
    font.save(path)


def _box(left: int, size: int) -> Glyph:
    pen = TTGlyphPen(None)
    bottom = 350 - size // 2
    corners = [(left, bottom), (left, bottom + size), (left + size, bottom + size), (left + size, bottom)]
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def _disc(x: int, y: int, radius: int) -> Glyph:
    pen = TTGlyphPen(None)
    r = radius
    pen.moveTo((x - r, y))
    for control, end in (((-r, r), (0, r)), ((r, r), (r, 0)), ((r, -r), (0, -r)), ((-r, -r), (-r, 0))):
        pen.qCurveTo((x + control[0], y + control[1]), (x + end[0], y + end[1]))
    pen.closePath()
    return pen.glyph()
