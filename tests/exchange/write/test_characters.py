"""What XML cannot hold is left out of a text, and nothing else."""

import pytest

from wsr.exchange.write.characters import writable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("a\x00b\x0bc\x0cd\x1be\x7ff\x85g", "abcdefg"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("lone \ud83d half", "lone \ufffd half"),
        ("not\ufffe a\uffff character", "not a character"),
        ("\u202eturned\u202c \u200f and 👪 stay", "\u202eturned\u202c \u200f and 👪 stay"),
        ("", ""),
    ],
)
def test_texts_are_made_writable(text: str, expected: str) -> None:
    """Control characters go, line ends become one kind, halves of surrogate pairs are shown as damage."""
    assert expected == writable(text)
