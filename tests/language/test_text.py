"""The one fixed form of text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wsr.language.text import fixed


@given(st.text())
def test_fixed_text_keeps_its_promises(text: str) -> None:
    """NFC, no control characters but LF, nothing above U+FFFF, no double spaces; fixing again changes nothing."""
    result = fixed(text)

    assert unicodedata.is_normalized("NFC", result)
    assert not [c for c in result if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co") and c != "\n"]
    assert all(ord(c) <= 0xFFFF for c in result)
    assert "  " not in result
    assert result == fixed(result)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("of\ufb01cer and sta\ufb00", "officer and staff"),
        ("safe\u00adguarding", "safeguarding"),
        ("one\u00a0\u2003two\tthree\r\nfour", "one two three\nfour"),
        ("\uf0fe Yes \uf0a8 No", "☑ Yes ☐ No"),
        ("\uf0b7 item", "• item"),
        ("y\u0302n w\u0302r", "ŷn ŵr"),
        ("\U0001d400BC", "ABC"),
        ("note\u00b9 and 10\u00b2", "note\u00b9 and 10\u00b2"),
    ],
)
def test_what_becomes_of_odd_characters(text: str, expected: str) -> None:
    """Ligatures open, soft hyphens go, spaces are single, ticks show, accents compose, superscripts stay."""
    assert expected == fixed(text)
