"""Fonts as the word device needs them: for each code its text and width, and what the face looks like."""

import re
from collections.abc import Iterable, Mapping

from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.psparser import LIT

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BOLD = re.compile(r"bold|black|heavy|demi|(?<![a-z])(?:bd|blk)(?![a-z])", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|(?<![a-z])(?:it|obl)(?![a-z])|-It$|BoldIt$", re.IGNORECASE)
_SYMBOLS = re.compile(r"wingding|symbol|dingbat|webding", re.IGNORECASE)
_FORCE_BOLD, _SLANTED = 1 << 18, 1 << 6
_HEAVY = 600
_MAX_CID = 65_535
_MAX_REMEMBERED = 20_000
UNDECODED = "\ufffd"

Piece = tuple[str, float, int, int, float, int]
"""Text without a blank, then its start as (units, codes, spaces) and its end as (units, codes)."""


class Fonts(PDFResourceManager):
    """pdfminer's store of fonts, with specifications made harmless before pdfminer reads them."""

    def __init__(self) -> None:
        super().__init__(caching=True)
        self._faces: dict[int, Face] = {}

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """The font of a specification; its width table cannot name more codes than there are."""
        if resolve1(spec.get("Subtype")) in (LIT("CIDFontType0"), LIT("CIDFontType2")):
            spec = _tamed(spec)
        return super().get_font(objid, spec)

    def face_of(self, font: PDFFont) -> "Face":
        """The face of a font, made once."""
        face = self._faces.get(id(font))
        if face is None:
            face = self._faces[id(font)] = Face(font)
        return face


def _tamed(spec: Mapping[str, object]) -> dict[str, object]:
    """A specification of a composite font whose ranges are bounded, without the font program if unneeded."""
    tamed = dict(spec)
    for key in ("W", "W2"):
        if key in tamed:
            tamed[key] = _bounded_ranges([resolve1(item) for item in list_value(tamed[key])])
    if isinstance(resolve1(tamed.get("ToUnicode")), PDFStream):
        descriptor = dict_value(tamed.get("FontDescriptor"))
        tamed["FontDescriptor"] = {k: v for k, v in descriptor.items() if k != "FontFile2"}
    return tamed


def _bounded_ranges(items: list[object]) -> list[object]:
    """The table with every number within what a code can be; widths are far smaller than that."""
    return [max(-_MAX_CID, min(item, _MAX_CID)) if isinstance(item, (int, float)) else item for item in items]


class Face:
    """One font: its look, and its strings cut into pieces without blanks, each string cut once."""

    def __init__(self, font: PDFFont) -> None:
        name = font.fontname if isinstance(font.fontname, str) else str(font.fontname)
        if name == "unknown":
            name = str(getattr(font, "basefont", name))
        self.font = font
        self.name = _SUBSET.sub("", name)
        flags = font.flags if isinstance(font.flags, int) else 0
        weight = resolve1(font.descriptor.get("FontWeight"))
        heavy = isinstance(weight, (int, float)) and weight >= _HEAVY
        self.bold = bool(_BOLD.search(self.name)) or bool(flags & _FORCE_BOLD) or heavy
        self.italic = bool(_ITALIC.search(self.name)) or bool(flags & _SLANTED) or bool(font.italic_angle)
        self.ascent = _plausible(font.get_ascent(), 0.6, 1.0, 0.75)
        self.descent = _plausible(-font.get_descent(), 0.1, 0.35, 0.22)
        self.is_vertical = bool(font.is_vertical())
        self.is_multibyte = bool(font.is_multibyte())
        self._is_symbols = bool(_SYMBOLS.search(self.name))
        self._glyphs: dict[int, tuple[str, float]] = {}
        self._strings: dict[bytes, tuple[tuple[Piece, ...], float, int, int, int]] = {}

    def pieces(self, string: bytes) -> tuple[tuple[Piece, ...], float, int, int, int]:
        """The pieces of a shown string, then its whole width in ems, its codes, spaces and undecoded glyphs."""
        known = self._strings.get(string)
        if known is None:
            if len(self._strings) > _MAX_REMEMBERED:
                self._strings.clear()
            known = self._strings[string] = self._cut(self.font.decode(string))
        return known

    def glyph(self, code: int) -> tuple[str, float]:
        """The text of a code, U+FFFD where the file does not tell it, and its width in ems."""
        known = self._glyphs.get(code)
        if known is None:
            known = self._glyphs[code] = (self._text_of(code), float(self.font.char_width(code)))
        return known

    def _text_of(self, code: int) -> str:
        try:
            text = str(self.font.to_unichr(code)).replace("\0", "")
        except PDFUnicodeNotDefined:
            text = UNDECODED
        if text == UNDECODED and self._is_symbols and code < 256:
            return chr(0xF000 + code)
        return text

    def _cut(self, codes: Iterable[int]) -> tuple[tuple[Piece, ...], float, int, int, int]:
        pieces: list[Piece] = []
        text, units, count, spaces, undecoded = "", 0.0, 0, 0, 0
        space = -1 if self.is_multibyte else 32
        start = (0.0, 0, 0)
        for code in codes:
            glyph, width = self.glyph(code)
            if glyph.isspace():
                if text:
                    pieces.append((text, *start, units, count))
                    text = ""
            elif glyph:
                if not text:
                    start = (units, count, spaces)
                text += glyph
                undecoded += glyph == UNDECODED
            units += width
            count += 1
            spaces += code == space
        if text:
            pieces.append((text, *start, units, count))
        return tuple(pieces), units, count, spaces, undecoded


def _plausible(value: float, lowest: float, highest: float, usual: float) -> float:
    """The value when a font can have it, else the usual one: many fonts say 0 or nonsense."""
    return value if lowest <= value <= highest else usual
