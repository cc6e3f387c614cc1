"""The one fixed form of text that is stored: offsets are counted in it and it never changes afterwards."""

import re
import unicodedata

_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
"""Expanded because no reader types them; superscripts and fractions stay, for they carry meaning."""

_PRIVATE_GLYPHS = {
    0xF06F: "☐",
    0xF071: "☐",
    0xF0A8: "☐",
    0xF052: "☑",
    0xF0FE: "☑",
    0xF053: "☒",
    0xF0FD: "☒",
    0xF0FC: "✓",
    0xF0FB: "✗",
    0xF0E0: "→",
    0xF0E8: "→",
    0xF0D8: "➢",
    0xF02D: "–",
    0xF020: " ",
}
"""Symbol and Wingdings glyphs whose meaning is known: ticked and empty boxes matter in forms."""

_BULLET = "•"
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_SOFT_HYPHEN = 0x00AD
_SPACES = re.compile(r"[^\S\n]+")


def without_ligatures(text: str) -> str:
    """The text with its ligature code points as letters."""
    return text if text.isascii() else text.translate(_LIGATURES)


def fixed(text: str) -> str:
    """
    The text as it is stored: NFC, LF, no control characters, nothing above U+FFFF, single spaces.

    Ligature code points are expanded; known private-use glyphs become what they show, others a bullet;
    soft hyphens and invisible format characters are left out. It is a fixed point of itself.
    """
    if text.isascii() and text.isprintable():
        return _SPACES.sub(" ", text).strip()
    lines = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LIGATURES).split("\n")
    return "\n".join(_fixed_line(line) for line in lines).strip()


def _fixed_line(line: str) -> str:
    plain = "".join(map(_fixed_character, unicodedata.normalize("NFC", line)))
    return _SPACES.sub(" ", unicodedata.normalize("NFC", plain)).strip()


def _fixed_character(character: str) -> str:
    code = ord(character)
    if 0x20 <= code < 0x7F:
        return character
    category = unicodedata.category(character)
    if category == "Co":
        return _PRIVATE_GLYPHS.get(code, _BULLET)
    if category in ("Zs", "Zl", "Zp", "Cc"):
        return " "
    if category in ("Cf", "Cs", "Cn") or code == _SOFT_HYPHEN:
        return ""
    if code > 0xFFFF:
        return _below_ffff(character)
    return character


def _below_ffff(character: str) -> str:
    """What stands for a character of the higher planes: its plain letter where it has one."""
    plain = unicodedata.normalize("NFKC", character)
    return plain if all(ord(part) <= 0xFFFF for part in plain) else _REPLACEMENT
