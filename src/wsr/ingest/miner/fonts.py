"""Fonts as the word device needs them: strings cut into words with widths, and what a face looks like."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from typing import TypeVar

from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.psparser import LIT

from wsr.ingest.miner.cmaps import unicode_map_of
from wsr.ingest.miner.damage import DAMAGE
from wsr.ingest.miner.notation import string_of
from wsr.ingest.miner.streams import StreamTooLarge

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BOLD = re.compile(r"bold|black|heavy|demi|(?<![a-z])(?:bd|blk)(?![a-z])", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|(?<![a-z])(?:it|obl)(?![a-z])|BoldIt$", re.IGNORECASE)
_SYMBOLS = re.compile(r"wingding|symbol|dingbat|webding", re.IGNORECASE)
_INKED = re.compile(r"\S+")
_FORCE_BOLD, _SLANTED = 1 << 18, 1 << 6
_HEAVY = 600
_MAX_CID = 65_535
_MAX_REMEMBERED = 20_000
_BLANK_CODE = 32
_HYPHEN_CODE = 0xAD
"""A hyphen in Windows encoding, as Distiller writes it at the ends of lines; pdfminer's table calls it a space."""
UNDECODED = "\ufffd"
_Value = TypeVar("_Value")


Piece = tuple[str, float, int, int, float, int]
"""
A stretch of a string without a blank: its text; where it starts, in ems from the start of the string, with the
codes and word spaces before it, each of which may add spacing; where it ends, in ems, and the codes up to there.
"""
Cut = tuple[tuple[Piece, ...], float, int, int, int]
"""A string cut at its blanks: the pieces, then its width in ems, its codes, word spaces and undecoded glyphs."""


class Fonts(PDFResourceManager):
    """pdfminer's store of fonts, with specifications made harmless before pdfminer reads them."""

    def __init__(self) -> None:
        super().__init__(caching=True)
        self._faces: dict[int, Face] = {}

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """The font of a specification; one that tells nothing where the specification makes no sense."""
        if objid in self._cached_fonts:
            return self._cached_fonts[objid]
        try:
            return self._made(objid, spec)
        except StreamTooLarge:
            raise
        except DAMAGE:
            return UnreadableFont(is_composite=resolve1(spec.get("Subtype")) is LIT("Type0"))

    def _made(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """pdfminer's font, whose tables cannot name more codes than there are."""
        is_composite = resolve1(spec.get("Subtype")) in (LIT("CIDFontType0"), LIT("CIDFontType2"))
        source = resolve1(spec.get("ToUnicode"))
        texts = unicode_map_of(source.get_data()) if isinstance(source, PDFStream) else None
        tamed = _tamed(spec, texts is not None) if is_composite else dict(spec)
        if texts is not None:
            tamed.pop("ToUnicode")
        font = super().get_font(objid, tamed)
        if texts is not None:
            font.unicode_map = texts
        return font

    def face_of(self, font: PDFFont) -> "Face":
        """The face of a font, made once."""
        face = self._faces.get(id(font))
        if face is None:
            face = self._faces[id(font)] = Face(font)
        return face


class UnreadableFont(PDFFont):
    """A font of which nothing is known: its glyphs are counted as undecoded, half an em wide."""

    def __init__(self, is_composite: bool) -> None:
        super().__init__({}, {}, default_width=500)
        self._is_composite = is_composite

    def is_multibyte(self) -> bool:
        """Whether two bytes make a code."""
        return self._is_composite

    def decode(self, data: bytes) -> Sequence[int]:
        """The codes of a string."""
        step = 1 + self._is_composite
        return [int.from_bytes(data[at : at + step], "big") for at in range(0, len(data) - step + 1, step)]

    def to_unichr(self, cid: int) -> str:
        """Nothing is known of any code."""
        raise PDFUnicodeNotDefined(None, cid)


def _tamed(spec: Mapping[str, object], has_texts: bool) -> dict[str, object]:
    """A specification of a composite font whose ranges are bounded, without the font program if unneeded."""
    tamed = dict(spec)
    for key in ("W", "W2"):
        if key in tamed:
            tamed[key] = [_bounded(resolve1(item)) for item in list_value(tamed[key])]
    if has_texts:
        descriptor = dict_value(tamed.get("FontDescriptor"))
        tamed["FontDescriptor"] = {k: v for k, v in descriptor.items() if k != "FontFile2"}
    return tamed


def _bounded(item: object) -> object:
    """A number of a width table within what a code can be; widths are far smaller than that."""
    return max(-_MAX_CID, min(item, _MAX_CID)) if isinstance(item, (int, float)) else item


class Face:
    """One font: its look, and its strings, each cut once."""

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
        self.literals: dict[bytes, Cut] = {}
        """Strings as written in the content, with their brackets."""
        self._is_multibyte = bool(font.is_multibyte())
        self._is_symbols = bool(_SYMBOLS.search(self.name))
        self._texts = _Asked(self._text_of)
        self._widths = _Asked(lambda code: float(font.char_width(code)))

    def cut_literal(self, literal: bytes) -> Cut:
        """A string as written in the content, cut; it is remembered in `literals`."""
        if len(self.literals) > _MAX_REMEMBERED:
            self.literals.clear()
        cut = self.literals[literal] = self.cut(string_of(literal))
        return cut

    def cut(self, string: bytes) -> Cut:
        """A string cut at its blanks."""
        codes: Sequence[int] = tuple(self.font.decode(string)) if self._is_multibyte else string
        glyphs = list(map(self._texts.__getitem__, codes))
        text = "".join(glyphs)
        widths = map(self._widths.__getitem__, codes)
        undecoded = text.count(UNDECODED)
        if text.split() == [text]:
            width = sum(widths)
            return ((text, 0.0, 0, 0, width, len(codes)),), width, len(codes), 0, undecoded
        ends = [0.0, *accumulate(widths)]
        blank = -1 if self._is_multibyte else _BLANK_CODE
        pieces = tuple(
            (piece, ends[start], start, codes[:start].count(blank), ends[end], end)
            for start, end, piece in _spans(text, glyphs)
        )
        return pieces, ends[-1], len(codes), codes.count(blank), undecoded

    def glyph(self, code: int) -> tuple[str, float]:
        """The text of a code, U+FFFD where the file does not tell it, and its width in ems."""
        return self._texts[code], self._widths[code]

    def _text_of(self, code: int) -> str:
        try:
            text = str(self.font.to_unichr(code)).replace("\0", "")
        except PDFUnicodeNotDefined:
            text = UNDECODED
        if text == UNDECODED and self._is_symbols and code < 256:
            return chr(0xF000 + code)
        if text == " " and code == _HYPHEN_CODE and not self._is_multibyte:
            return "\u00ad"
        return text


class _Asked(dict[int, _Value]):
    """What a function says of each code, asked once."""

    def __init__(self, ask: Callable[[int], _Value]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, code: int) -> _Value:
        value = self[code] = self._ask(code)
        return value


def _spans(text: str, glyphs: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Stretches without a blank: (first glyph, after the last, text). Some glyphs are of several characters."""
    if len(text) == len(glyphs):
        yield from ((found.start(), found.end(), found.group()) for found in _INKED.finditer(text))
        return
    for blank, stretch in groupby(enumerate(glyphs), key=lambda item: item[1].isspace()):
        inked = [(index, glyph) for index, glyph in stretch if glyph]
        if inked and not blank:
            yield inked[0][0], inked[-1][0] + 1, "".join(glyph for _, glyph in inked)


def _plausible(value: float, lowest: float, highest: float, usual: float) -> float:
    """The value when a font can have it, else the usual one: many fonts say 0 or nonsense."""
    return value if lowest <= value <= highest else usual
