"""Words of a passage by their numbers, as limits are said by them."""

import pytest

from wsr.web.limits import text_mark, word_spans, words_within

TEXT = "She rang\ntwice; “nobody” answered.\u00a0Then"


def test_white_space_alone_parts_words() -> None:
    """Signs stay with the word that they touch; a space that must not break does not break."""
    assert ["She", "rang", "twice;", "“nobody”", "answered.\u00a0Then"] == [
        TEXT[start:end] for start, end in word_spans(TEXT)
    ]
    assert [] == word_spans(" \n")


@pytest.mark.parametrize(
    ("start", "end", "numbers"),
    [
        (0, 3, (1, 1)),
        (1, 10, (1, 3)),
        (4, 8, (2, 2)),
        (3, 9, (2, 2)),
        (17, len(TEXT), (4, 5)),
        (8, 9, (1, 1)),
    ],
)
def test_a_stretch_has_the_words_that_it_touches(start: int, end: int, numbers: tuple[int, int]) -> None:
    """Also those that it cuts; one that touches none is given the first."""
    assert numbers == words_within(word_spans(TEXT), start, end)


def test_the_mark_of_a_text_changes_with_it() -> None:
    """By a letter, also where letters stand alone that should be pairs."""
    assert text_mark("a\ud800") != text_mark("a") == text_mark("a")
