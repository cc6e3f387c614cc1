"""Marks: what stands before the text of a line: a bullet, or the number of a paragraph or list item."""

import re
import unicodedata
from dataclasses import dataclass

from wsr.ingest.pages import Word
from wsr.ingest.structure.lines import Line

_BULLETS = frozenset("•●◦○∙·▪▫■□◼◻◾▶►▸➢➤➔→❖◆◇★✓✔✦❑❒♦*§¨")
_DASHES = frozenset("-–—―−─‐‒")
_SYMBOL_LETTERS = frozenset("onlvqüØ§uwpsrtz")
"""Letters whose glyph in a symbol font is a bullet."""

_MISREAD = frozenset("e¢°»«")
"""What a bullet on a picture is often taken for."""

_SYMBOL_FONT = re.compile(r"wingding|symbol|dingbat|webding|courier", re.IGNORECASE)

_HANGING = 0.55
"""A gap wider than this part of the font size sets a mark apart from its text."""

_MONTH = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ion|chwef|maw|ebr|mai|meh|gorff|awst|medi|hyd|tach|rhag)"
    r"[a-z]*[.,]?$",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"(?=[ivxl])(?:x{0,3})(?:ix|iv|v?i{0,3})")

_NUMBERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("1.1", re.compile(r"(\d{1,3}(?:\.\d{1,3}){1,4})[.):]?")),
    ("1-1", re.compile(r"(\d{1,2}[-–]\d{1,3})[.)]?")),
    ("1.", re.compile(r"(\d{1,3})[.:]")),
    ("(1)", re.compile(r"\((\d{1,3})\)|(\d{1,3})\)")),
    ("(i)", re.compile(r"\(?([ivxl]{1,6})[.)]", re.IGNORECASE)),
    ("(a)", re.compile(r"\(([a-zA-Z])\)|([a-zA-Z])[.)]")),
    ("1", re.compile(r"(\d{1,3})")),
)
_GLUED = (
    ("1.1", re.compile(r"(\d{1,3}(?:\.\d{1,3}){1,4})\.?(?=[A-Z“‘\"][\w’'])")),
    ("1.", re.compile(r"(\d{1,3})\.(?=[A-Z“‘\"][\w’'])")),
    ("(a)", re.compile(r"\(([a-z])\)(?=[A-Za-z]{2})")),
)
"""Numbers that lost the space after them ("1.1This", "1.Introduction.")."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at the start of a line; a number is only believed when it is the next one expected."""

    style: str
    """"•" for bullets, else the form of the number: "1", "1.", "1.1", "(1)", "(a)", "(i)"."""
    text: str
    """As printed, without a closing dot; the glyph of a bullet."""
    value: tuple[int, ...]
    """The number: (6, 10) for 6.10, (3,) for "(c)"; empty for bullets."""
    printed: str
    """Exactly the characters that are taken off the line."""
    hanging: bool
    """True when a wide gap sets it apart from the text."""

    @property
    def is_bullet(self) -> bool:
        """True for a bullet, False for a number."""
        return self.style == "•"


def mark_of(line: Line) -> Mark | None:
    """The mark that a line may begin with; None when it begins with a word."""
    first = line.words[0]
    follower = line.words[1] if len(line.words) > 1 else None
    gap = follower.x0 - first.x1 if follower else 0.0
    hanging = gap > _HANGING * line.size
    if _is_bullet(first, follower, hanging):
        return Mark("•", first.text, (), first.text, hanging)
    number = _number(first.text, hanging)
    if number:
        return None if number.style == "1" and follower and _MONTH.match(follower.text) else number
    if first.text[0] in _BULLETS or _is_private(first.text[0]):
        return Mark("•", first.text[0], (), first.text[0], hanging=True)
    return _glued(first.text)


def is_only_mark(text: str) -> bool:
    """True when a text is nothing but a number or bullet, as it stands before the text that it marks."""
    if len(text) > 9:
        return False
    if len(text) == 1 and not text.isalnum():
        return True
    return any(pattern.fullmatch(text) for _, pattern in _NUMBERS) or text in ("o", "\uf0b7")


def _is_private(character: str) -> bool:
    return unicodedata.category(character) in ("Co", "Cc")


def _is_bullet(first: Word, follower: Word | None, hanging: bool) -> bool:
    text = first.text
    if len(text) > 1 or follower is None:
        return bool(text) and all(map(_is_private, text))
    if text in _BULLETS or _is_private(text):
        return True
    if text in _DASHES:
        return True
    if text in _SYMBOL_LETTERS and first.font != follower.font and _SYMBOL_FONT.search(first.font):
        return True
    if text == "o" or (text in _MISREAD and first.confidence is not None):
        return hanging
    return hanging and unicodedata.category(text)[0] == "S"


def _number(text: str, hanging: bool) -> Mark | None:
    for style, pattern in _NUMBERS:
        match = pattern.fullmatch(text)
        if match:
            value = _value(style, next(group for group in match.groups() if group))
            if value:
                return Mark(style, text.rstrip(".:"), value, text, hanging)
    return None


def _glued(text: str) -> Mark | None:
    for style, pattern in _GLUED:
        match = pattern.match(text)
        if match:
            return Mark(style, match[0].rstrip("."), _value(style, match[1]), match[0], hanging=False)
    return None


def _value(style: str, label: str) -> tuple[int, ...]:
    """The number that a label stands for; empty when it stands for none."""
    if style == "(a)":
        return (ord(label.lower()) - ord("a") + 1,)
    if style == "(i)":
        return _roman(label.lower())
    parts = re.split(r"[.–-]", label)
    if len(parts) > 1 and any(len(part) > 1 and part[0] == "0" for part in parts):
        return ()
    return tuple(map(int, parts))


def _roman(label: str) -> tuple[int, ...]:
    if not _ROMAN.fullmatch(label):
        return ()
    digits = [{"i": 1, "v": 5, "x": 10, "l": 50}[letter] for letter in label]
    total = sum(
        -digit if digit < following else digit
        for digit, following in zip(digits, [*digits[1:], 0], strict=True)
    )
    return (total,)
